// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_commands.h"

#include "app/paths.h"
#include "app/terminal.h"
#include "core/events/codec.h"
#include "core/fleet/read.h"
#include "core/journal/sqlite_journal.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace siaga {

namespace {

using words::translate;

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

QString mistakes(int count)
{
    return count == 1 ? translate("file_commands", "1 mistake") : translate("file_commands", "%n mistakes", nullptr, count);
}

int tellProblems(const std::vector<FleetProblem> &problems, bool json)
{
    QJsonArray rows;
    for (const FleetProblem &problem : problems) {
        if (!json)
            printError(text(toText(problem)));
        rows.append(QJsonObject{{QStringLiteral("file"), text(problem.file)}, {QStringLiteral("line"), problem.line},
                                {QStringLiteral("field"), text(problem.field)}, {QStringLiteral("found"), text(problem.found)},
                                {QStringLiteral("expected"), text(problem.expected)}});
    }
    if (json)
        printJson({{QStringLiteral("problems"), rows}});
    else
        printError(mistakes(static_cast<int>(problems.size())));
    return exitBroken;
}

void tellOrigins(const FleetReading &reading, bool json)
{
    QJsonArray rows;
    for (const FleetOrigin &origin : reading.origins) {
        const QString place = origin.file.empty() ? translate("file_commands", "default") : origin.line > 0 ? QStringLiteral("%1:%2").arg(text(origin.file)).arg(origin.line) : text(origin.file);
        if (!json)
            printLine(QStringLiteral("%1 = %2  (%3)").arg(text(origin.field), text(origin.value), place));
        rows.append(QJsonObject{{QStringLiteral("field"), text(origin.field)}, {QStringLiteral("value"), text(origin.value)},
                                {QStringLiteral("file"), text(origin.file)}, {QStringLiteral("line"), origin.line}});
    }
    if (json)
        printJson({{QStringLiteral("problems"), QJsonArray()}, {QStringLiteral("values"), rows}});
}

int verify(const Journal &journal, bool json)
{
    const auto verified = journal.verify([](Seq) { return true; });
    if (!verified) {
        const QString what = text(verified.error().what);
        if (json)
            printJson({{QStringLiteral("intact"), false}, {QStringLiteral("firstBad"), static_cast<double>(verified.error().seq.value())}, {QStringLiteral("what"), what}});
        else
            printError(translate("file_commands", "broken at record %1: %2").arg(words::number(verified.error().seq.value()), what));
        return exitBroken;
    }
    const QString hash = text(toHex(verified->hash));
    if (json)
        printJson({{QStringLiteral("intact"), true}, {QStringLiteral("records"), static_cast<double>(verified->seq.value())}, {QStringLiteral("head"), hash}});
    else
        printLine(translate("file_commands", "intact: %1 records, head %2").arg(words::number(verified->seq.value()), hash));
    return exitDone;
}

int exportAll(const Journal &journal, bool json)
{
    const auto read = journal.read(Seq(1), [json](const StoredRecord &stored) {
        const auto recorded = json ? Result<Recorded>(Error{}) : decode(stored.bytes);
        if (recorded)
            printLine(QStringLiteral("%1  %2  %3  %4").arg(stored.seq.value(), 8).arg(words::dateAndTime(stored.wall), words::actorOf(*recorded), words::describeEvent(*recorded)));
        else
            printLine(text(stored.bytes)); // The very bytes that the chain is made of.
        return true;
    });
    if (read)
        return exitDone;
    printFailure({translate("file_commands", "broken at record %1: %2").arg(words::number(read.error().seq.value()), text(read.error().what))}, json);
    return exitBroken;
}

} // namespace

int runCheck(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const auto source = loadFleetSource(arguments.positional.first().toStdString(), arguments.value(QStringLiteral("env")).toStdString());
    if (!source)
        return tellProblems(source.error(), json);
    const auto reading = readFleet(*source);
    if (!reading)
        return tellProblems(reading.error(), json);
    tellOrigins(*reading, json);
    return exitDone;
}

int runAudit(const Arguments &arguments)
{
    const QString what = arguments.positional.first();
    const bool json = arguments.has(QStringLiteral("json"));
    if (what != u"verify" && what != u"export") {
        printFailure({translate("file_commands", "audit takes verify or export")}, json);
        return exitUsage;
    }
    const QString folder = dataFolder(arguments);
    const auto journal = openSqliteJournal({.path = journalPath(folder).toStdString(), .readOnly = true});
    if (!journal) {
        printFailure({text(journal.error().detail)}, json);
        return exitUnreadable;
    }
    return what == u"verify" ? verify(**journal, json) : exportAll(**journal, json);
}

} // namespace siaga
