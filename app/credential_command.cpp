// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_command.h"

#include "core/words/credential_words.h"
#include "core/words/figures.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace siaga {

namespace {

template<class E>
QString named(E value)
{
    const std::string_view name = namesOf(E{})[static_cast<std::size_t>(value)];
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QJsonObject toJson(const CredentialUse &use)
{
    return {{QStringLiteral("check"), words::text(use.check)},
            {QStringLiteral("metrics"), words::text(use.metrics)},
            {QStringLiteral("kind"), named(use.credential.kind)},
            {QStringLiteral("target"), words::text(use.target)}};
}

QJsonObject toJson(const CredentialSeen &seen)
{
    QJsonObject object{{QStringLiteral("name"), words::text(seen.name)},
                       {QStringLiteral("state"), named(seen.state)},
                       {QStringLiteral("present"), seen.state == CredentialState::known},
                       {QStringLiteral("store"), seen.inMemory ? QStringLiteral("memory") : words::text(seen.store)},
                       {QStringLiteral("detail"), words::text(seen.detail)}};
    if (seen.setAt)
        object.insert(QStringLiteral("set"), words::dateAndTime(*seen.setAt));
    return object;
}

QString lineOf(const CredentialRow &row, WallTime now)
{
    QStringList parts{words::word(row.seen.state)};
    if (row.seen.inMemory || !row.seen.store.empty())
        parts << words::store(row.seen);
    if (const QString age = words::age(row.seen, now); !age.isEmpty())
        parts << age;
    return CredentialCommand::tr("%1: %2; used by %3").arg(words::text(row.seen.name), parts.join(QStringLiteral(", ")), words::uses(row.uses));
}

} // namespace

CredentialCommand::CredentialCommand(const Arguments &arguments, Instance &instance, Reply reply)
    : m_instance(instance)
    , m_secrets(instance.secrets())
    , m_reply(std::move(reply))
    , m_name(arguments.positional.value(1).toStdString())
    , m_trials(m_secrets, [&instance] { return instance.now(); })
{
    const QString what = arguments.positional.first();
    QMetaObject::invokeMethod(this, [this, what, value = arguments.secret] {
        if ((what == u"list") == !m_name.empty()) {
            m_reply.fail(tr("list takes no name; all others need one"));
            return m_reply.finish(exitUsage);
        }
        if (what == u"list")
            return list();
        if (what == u"test")
            return test();
        if (what == u"remove")
            return remove();
        if (what == u"set")
            return keepInMemory(value);
        m_secrets.readAgain(m_name);
        m_reply.finish(exitDone);
    }, Qt::QueuedConnection); // Not from within: a command that ends at once would end before it is known.
}

void CredentialCommand::list()
{
    m_tickets.push_back(m_secrets.remembered([this](const std::vector<CredentialSeen> &all) { askEach(all); }));
}

void CredentialCommand::askEach(const std::vector<CredentialSeen> &remembered)
{
    m_remembered = remembered;
    std::set<std::string> names;
    for (const CredentialUse &use : credentialUses(m_instance.runner().state().fleet))
        names.insert(use.credential.name);
    for (const CredentialSeen &seen : remembered)
        names.insert(seen.name);
    for (const CredentialSeen &seen : m_secrets.seen())
        if (seen.state == CredentialState::known)
            names.insert(seen.name);
    m_awaited = names.size();
    if (names.empty())
        return tellList();
    for (const std::string &name : names)
        m_tickets.push_back(m_secrets.ask(name, [this](const SecretAnswer &answer) {
            m_seen.push_back(answer.seen);
            if (m_seen.size() == m_awaited)
                tellList();
        }));
}

void CredentialCommand::tellList()
{
    const CredentialsBoard board = credentialsBoard({.fleet = m_instance.runner().state().fleet,
                                                     .seen = m_seen,
                                                     .remembered = m_remembered,
                                                     .keychain = m_secrets.keychain(),
                                                     .wall = m_instance.wall()});
    QJsonArray rows;
    for (const CredentialRow &row : board.rows) {
        QJsonObject object = toJson(row.seen);
        QJsonArray uses;
        for (const CredentialUse &use : row.uses)
            uses.append(toJson(use));
        object.insert(QStringLiteral("uses"), uses);
        rows.append(object);
        if (!m_reply.json)
            m_reply.line(lineOf(row, board.wall));
    }
    if (m_reply.json) {
        m_reply.object({{QStringLiteral("keychain"), QJsonObject{{QStringLiteral("state"), named(board.keychain.state)},
                                                                 {QStringLiteral("store"), words::text(board.keychain.store)},
                                                                 {QStringLiteral("detail"), words::text(board.keychain.detail)}}},
                        {QStringLiteral("credentials"), rows}});
    } else {
        if (board.rows.empty())
            m_reply.line(tr("nothing in this fleet names a credential, and none was kept"));
        else
            m_reply.line(words::sentence(board.keychain));
    }
    m_reply.finish(exitDone);
}

void CredentialCommand::test()
{
    m_trials.begin(m_instance.runner().state().fleet, m_name, [this](const CredentialTrials::Result &result) { tellTrials(result); });
}

void CredentialCommand::tellTrials(const CredentialTrials::Result &result)
{
    const bool isKnown = result.seen.state == CredentialState::known;
    const bool isAccepted = std::ranges::all_of(result.trials, [](const CredentialTrial &trial) { return trial.end == TrialEnd::accepted; });
    QJsonArray rows;
    for (const CredentialTrial &trial : result.trials) {
        QJsonObject object = toJson(trial.use);
        object.insert(QStringLiteral("end"), named(trial.end));
        object.insert(QStringLiteral("status"), trial.status);
        object.insert(QStringLiteral("detail"), words::text(trial.detail));
        object.insert(QStringLiteral("sentence"), words::trial(trial));
        rows.append(object);
    }
    if (m_reply.json) {
        m_reply.object({{QStringLiteral("credential"), toJson(result.seen)}, {QStringLiteral("trials"), rows}});
    } else if (!isKnown) {
        m_reply.fail(words::whyMissing(result.seen));
    } else {
        m_reply.line(tr("read back from %1").arg(words::store(result.seen)));
        for (const CredentialTrial &trial : result.trials)
            m_reply.line(words::trial(trial));
        if (result.trials.empty())
            m_reply.line(tr("nothing in this fleet uses it, so nobody was asked"));
    }
    m_reply.finish(isKnown && isAccepted ? exitDone : exitBroken);
}

void CredentialCommand::remove()
{
    m_tickets.push_back(m_secrets.remove(m_name, [this](const SecretAnswer &answer) {
        const bool isGone = answer.seen.state == CredentialState::absent;
        if (!isGone)
            m_reply.fail(words::whyNotDone({.kind = CredentialOrder::Kind::remove, .seen = answer.seen, .keychain = {}}));
        else if (m_reply.json)
            m_reply.object({{QStringLiteral("removed"), words::text(m_name)}});
        else
            m_reply.line(tr("%1 is neither in the keychain nor in the memory of this run any more").arg(words::text(m_name)));
        m_reply.finish(isGone ? exitDone : exitRefused);
    }));
}

void CredentialCommand::keepInMemory(const Secret &value)
{
    m_tickets.push_back(m_secrets.keep(m_name, value, SecretPlace::memory, [this](const SecretAnswer &answer) {
        const bool isKept = answer.seen.state == CredentialState::known;
        if (!isKept)
            m_reply.fail(words::whyNotDone({.kind = CredentialOrder::Kind::keepInMemory, .seen = answer.seen, .keychain = {}}));
        else if (m_reply.json)
            m_reply.object({{QStringLiteral("kept"), words::text(m_name)}, {QStringLiteral("store"), QStringLiteral("memory")}});
        else
            m_reply.line(tr("%1 is kept in the memory of the Siaga that runs, until that ends").arg(words::text(m_name)));
        m_reply.finish(isKept ? exitDone : exitRefused);
    }));
}

} // namespace siaga

#include "moc_credential_command.cpp"
