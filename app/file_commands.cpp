// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_commands.h"

#include "app/terminal.h"
#include "core/fleet/read.h"
#include "core/fleet/reference.h"
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

int printFleetReference()
{
    for (const QString &line : text(fleetReference()).trimmed().split(u'\n'))
        printLine(line);
    return exitDone;
}

} // namespace siaga
