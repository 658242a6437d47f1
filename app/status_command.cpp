// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_command.h"

#include "app/paths.h"
#include "app/status_text.h"
#include "core/words/board_words.h"
#include "core/words/figures.h"
#include "core/words/row_json.h"
#include "core/words/state_words.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace siaga {

namespace {

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

QString stored(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

int codeOf(const NowBoard &board)
{
    const bool well = std::ranges::all_of(board.regions, [](const RegionCard &region) { return region.standing == Standing::healthy; });
    const bool faulty = !board.banners.journalFault.empty() || !board.banners.loopFault.empty();
    return well && !faulty ? exitDone : exitBroken;
}

/// Where the command line and other consoles reach it.
QString socketOf(const Instance &instance)
{
    const QString journal = text(instance.journalPath());
    return journal.isEmpty() ? labSocketPath() : socketPath(QFileInfo(journal).path());
}

void finishWith(const Reply &reply, const QJsonObject &object, int code)
{
    reply.object(object);
    reply.finish(code);
}

/// What a fresh look without a running Siaga is worth.
void printAlone(const Reply &reply)
{
    reply.line(StatusCommand::tr("no Siaga is running on this data: nobody watches. This was looked at just now; plans "
                                 "and alerts are as the journal left them, and nothing was recorded or done."));
}

QJsonObject toJson(const NowBoard &board)
{
    QJsonArray regions;
    for (const RegionCard &region : board.regions)
        regions.append(words::toJson(region));
    QJsonArray alerts;
    for (const AlertRow &alert : board.alerts)
        if (!alert.resolved)
            alerts.append(words::toJson(alert));
    QJsonArray plans;
    for (const PlanCard &plan : board.planCards)
        plans.append(words::toJson(plan));
    return {{QStringLiteral("mode"), stored(nameOf(board.mode))},
            {QStringLiteral("fleet"), text(board.fleet)},
            {QStringLiteral("environment"), text(board.environment)},
            {QStringLiteral("fleetFrom"), stored(nameOf(board.fleetFrom))},
            {QStringLiteral("fleetFile"), text(board.fleetFile)},
            {QStringLiteral("regions"), regions},
            {QStringLiteral("alerts"), alerts},
            {QStringLiteral("plans"), plans},
            {QStringLiteral("stopped"), board.banners.stop.has_value()},
            {QStringLiteral("journalFault"), text(board.banners.journalFault)},
            {QStringLiteral("records"), static_cast<double>(board.journalSeq.value())}};
}

struct CheckLine
{
    const Check &check;
    health::CheckMemory memory;
    const ProbeResult *last = nullptr;
};

std::vector<CheckLine> checkLines(const Runner &runner)
{
    std::vector<CheckLine> lines;
    const State &state = runner.state();
    for (const Check &check : state.fleet.checks) {
        const auto known = state.health.checks.find(check.id);
        const auto &probes = runner.seen().probes(check.id);
        lines.push_back({check, known == state.health.checks.end() ? health::CheckMemory{} : known->second, probes.empty() ? nullptr : &probes.back()});
    }
    return lines;
}

} // namespace

StatusCommand::StatusCommand(const Arguments &arguments, Instance &instance, const Reply &reply)
{
    QTimer::singleShot(0, this, [json = reply.json, places = arguments.places(), &instance, reply] {
        const NowBoard board = instance.board();
        if (!json && !instance.isActing())
            printAlone(reply);
        QJsonObject status = toJson(board);
        status.insert(QStringLiteral("running"), instance.isActing());
        const QString socket = instance.isActing() ? socketOf(instance) : QString();
        status.insert(QStringLiteral("socket"), socket);
        if (json)
            return finishWith(reply, status, codeOf(board));
        for (const QString &line : statusLines(board, places))
            reply.line(line);
        if (!socket.isEmpty())
            reply.line(tr("socket: %1", "where consoles and commands reach it").arg(socket));
        reply.finish(codeOf(board));
    });
}

HealthCommand::HealthCommand(const Arguments &arguments, Instance &instance, const Reply &reply)
{
    QTimer::singleShot(0, this, [json = arguments.has(QStringLiteral("json")), &instance, reply] {
        QJsonArray rows;
        bool well = true;
        if (!json && !instance.isActing())
            printAlone(reply);
        for (const CheckLine &line : checkLines(instance.runner())) {
            const QString took = line.last ? words::duration(line.last->took) : QStringLiteral("-");
            const QString outcome = line.last ? words::word(line.last->outcome) : tr("nothing seen yet");
            well = well && line.memory.state == CheckState::up;
            rows.append(QJsonObject{{QStringLiteral("check"), text(line.check.id.text())},
                                    {QStringLiteral("state"), stored(nameOf(line.memory.state))},
                                    {QStringLiteral("last"), line.last ? stored(nameOf(line.last->outcome)) : QString()},
                                    {QStringLiteral("detail"), text(line.last ? line.last->detail : std::string())}});
            // What is well needs no words; "the credential web-token is not known" does.
            const QString why = line.last && line.last->outcome != ProbeOutcome::passed ? text(line.last->detail) : QString();
            if (!json)
                reply.line(QStringLiteral("%1 %2 %3 %4  %5").arg(text(line.check.id.text()), -36).arg(words::word(line.memory.state), -8)
                               .arg(outcome, -20).arg(took, why).trimmed());
        }
        if (json)
            reply.object({{QStringLiteral("running"), instance.isActing()}, {QStringLiteral("checks"), rows}});
        reply.finish(well ? exitDone : exitBroken);
    });
}

} // namespace siaga
