// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/audit_command.h"

#include "app/control_server.h"
#include "app/paths.h"
#include "app/same_fleet.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/fleet/values.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/committer.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga {

namespace {

using words::translate;

QString broken(Seq seq, const std::string &what)
{
    return translate("file_commands", "broken at record %1: %2").arg(words::number(seq.value()), words::text(what));
}

/// Prints what matches, oldest first.
class PrintErrand : public Errand
{
public:
    PrintErrand(AuditQuery query, Reply reply)
        : m_search(std::move(query), WalkDirection::newer, {})
        , m_reply(std::move(reply))
    {
    }

    void bring(const Journal &journal) override { m_search.bring(journal); }
    bool take() override
    {
        m_search.take([this](const AuditMatch &match) {
            print(match);
            return true;
        });
        if (m_search.isOver())
            m_reply.finish(m_broken ? exitBroken : exitDone);
        return !m_search.isOver();
    }
    void lost() override
    {
        m_reply.fail(translate("audit", "the journal cannot be read now"));
        m_reply.finish(exitUnreadable);
    }

private:
    void print(const AuditMatch &match)
    {
        const auto &record = match.item.record;
        if (!record) {
            m_broken = true;
            return m_reply.fail(broken(match.item.seq, match.item.damage));
        }
        const words::AuditLine &line = match.line;
        const QString told = line.why.isEmpty() ? line.what : translate("words", "%1: %2", "sentence: detail").arg(line.what, line.why);
        m_reply.line(m_reply.json || line.damaged ? words::text(record->bytes) // The very bytes that the chain is made of.
                                                  : u"%1  %2  %3  %4"_s.arg(record->seq.value(), 8).arg(words::dateAndTime(record->wall), line.who, told));
    }

    AuditSearch m_search;
    Reply m_reply;
    bool m_broken = false;
};

std::optional<QString> readWho(const QString &given, AuditQuery &query)
{
    if (given == u"people")
        query.whoKind = Actor::Kind::person;
    else if (given == u"engines")
        query.whoKind = Actor::Kind::engine;
    else if (given == u"siaga")
        query.whoKind = Actor::Kind::runtime;
    else
        query.who = given.toStdString();
    return std::nullopt;
}

std::optional<QString> readKind(const QString &given, AuditQuery &query)
{
    const auto names = namesOf(AuditGroup{});
    const auto found = std::ranges::find(names, given.toStdString());
    QStringList known;
    for (const std::string_view name : names)
        known << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    if (found == names.end())
        return translate("audit", "--kind is one of %1; it was %2").arg(known.join(u", "_s), given);
    query.group = static_cast<AuditGroup>(found - names.begin());
    return std::nullopt;
}

std::optional<QString> readAbout(const QString &given, AuditQuery &query)
{
    const auto subject = words::subjectFrom(given);
    if (!subject)
        return translate("audit", "--about needs region NAME, alert NUMBER, plan NUMBER or breaker NAME; it was %1").arg(given);
    query.about = *subject;
    return std::nullopt;
}

std::optional<QString> readNumber(const QString &option, const QString &given, Seq &seq)
{
    bool isNumber = false;
    seq = Seq(given.toULongLong(&isNumber));
    if (isNumber && seq)
        return std::nullopt;
    return translate("audit", "--%1 needs the number of a record; it was %2").arg(option, given);
}

std::optional<QString> readMoment(const QString &option, const QString &given, WallTime now, std::optional<WallTime> &moment)
{
    moment = words::momentFrom(given, true, now);
    if (moment)
        return std::nullopt;
    return translate("audit", "--%1 needs a moment in UTC, such as 2026-11-26 02:13:45; it was %2").arg(option, given);
}

std::optional<QString> readLast(const QString &given, WallTime now, AuditQuery &query)
{
    const auto duration = parseDuration(given.toStdString());
    if (!duration || *duration <= Duration{})
        return translate("audit", "--last needs a time such as 1h or 30min; it was %1").arg(given);
    query.since = WallTime{now.milliseconds - std::chrono::duration_cast<std::chrono::milliseconds>(*duration).count()};
    return std::nullopt;
}

/// The journal's own check of a file that nobody writes: also of what only the file knows, such as its noted end.
AuditProof proofOf(const Journal &journal)
{
    const auto verified = journal.verify([](Seq) { return true; });
    AuditProof proof;
    proof.state = verified ? ProofState::intact : ProofState::broken;
    if (verified) {
        proof.checked = verified->seq;
        proof.hash = verified->hash;
    } else {
        proof.bad = verified.error().seq;
        proof.what = verified.error().what;
    }
    return proof;
}

int tell(const AuditProof &proof, const Reply &reply)
{
    if (proof.state != ProofState::intact) {
        const QString what = words::text(proof.what);
        if (reply.json)
            reply.object({{u"intact"_s, false}, {u"firstBad"_s, static_cast<double>(proof.bad.value())}, {u"what"_s, what}});
        else
            reply.error(broken(proof.bad, proof.what));
        return exitBroken;
    }
    const QString hash = words::text(toHex(proof.hash));
    if (reply.json)
        reply.object({{u"intact"_s, true}, {u"records"_s, static_cast<double>(proof.checked.value())}, {u"head"_s, hash}});
    else
        reply.line(translate("file_commands", "intact: %1 records, head %2").arg(words::number(proof.checked.value()), hash));
    return exitDone;
}

} // namespace

Result<AuditQuery, QString> auditQueryOf(const Arguments &arguments, WallTime now)
{
    AuditQuery query;
    std::optional<QString> mistake;
    const auto read = [&](const char *option, const auto &reader) {
        const QString name = QString::fromLatin1(option);
        if (!mistake && arguments.has(name))
            mistake = reader(name, arguments.value(name));
    };
    read("from", [&](const QString &name, const QString &given) { return readNumber(name, given, query.from); });
    read("to", [&](const QString &name, const QString &given) { return readNumber(name, given, query.to); });
    read("last", [&](const QString &, const QString &given) { return readLast(given, now, query); });
    read("since", [&](const QString &name, const QString &given) { return readMoment(name, given, now, query.since); });
    read("until", [&](const QString &name, const QString &given) { return readMoment(name, given, now, query.until); });
    read("who", [&](const QString &, const QString &given) { return readWho(given, query); });
    read("kind", [&](const QString &, const QString &given) { return readKind(given, query); });
    read("about", [&](const QString &, const QString &given) { return readAbout(given, query); });
    query.text = arguments.value(u"text"_s).toStdString();
    if (mistake)
        return *mistake;
    return query;
}

AuditCommand::AuditCommand(const Arguments &arguments, JournalReader &reader, Reply reply)
    : m_desk(reader)
    , m_reply(std::move(reply))
{
    const auto query = auditQueryOf(arguments, {QDateTime::currentMSecsSinceEpoch()});
    if (!query) {
        m_reply.fail(query.error());
        m_reply.finish(exitUsage);
        return;
    }
    if (arguments.positional.first() == u"verify")
        m_errand = std::make_shared<ProofErrand>([this](const AuditProof &proof) { prove(proof); });
    else
        m_errand = std::make_shared<PrintErrand>(*query, m_reply);
    m_desk.send(m_errand);
}

AuditCommand::~AuditCommand()
{
    if (m_errand)
        m_errand->stop();
}

void AuditCommand::prove(const AuditProof &proof)
{
    if (proof.state == ProofState::running)
        return;
    if (proof.state != ProofState::unreadable)
        return m_reply.finish(tell(proof, m_reply));
    m_reply.fail(translate("audit", "the journal cannot be read now"));
    m_reply.finish(exitUnreadable);
}

int runAudit(const Arguments &arguments, const QStringList &words)
{
    Reply reply{printLine, printError, [](int code) { QMetaObject::invokeMethod(qApp, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection); },
                arguments.has(u"json"_s)};
    const auto fleet = fleetAsked(arguments);
    for (const QString &path : fleet ? socketsFor(arguments) : QStringList())
        if (const auto code = runRemotely(words, *fleet, path))
            return *code;
    if (arguments.has(u"lab"_s)) {
        reply.fail(translate("serve", "no lab is running: open one with siaga --lab"));
        return exitUnreadable;
    }
    const auto journal = openSqliteJournal({.path = journalPath(dataFolder(arguments)).toStdString(), .readOnly = true});
    if (!journal) {
        reply.fail(words::text(journal.error().detail));
        return exitUnreadable;
    }
    if (arguments.positional.first() == u"verify")
        return tell(proofOf(**journal), reply);
    InlineCommitter reader(**journal);
    const AuditCommand command(arguments, reader, reply);
    return QCoreApplication::exec();
}

} // namespace siaga

#include "moc_audit_command.cpp"
