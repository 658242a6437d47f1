// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/status_text.h"

#include "core/words/board_words.h"
#include "core/words/figures.h"
#include "core/words/fleet_words.h"
#include "core/words/notice_words.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <algorithm>

namespace siaga {

namespace {

using words::text;
using words::translate;

} // namespace

QStringList table(const std::vector<QStringList> &rows)
{
    std::vector<int> widths;
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i) {
            widths.resize(std::max(widths.size(), static_cast<std::size_t>(row.size())));
            int &width = widths[static_cast<std::size_t>(i)];
            width = std::max(width, static_cast<int>(row[i].size()));
        }
    QStringList lines;
    for (const QStringList &row : rows) {
        QString line = QStringLiteral(" ");
        for (qsizetype i = 0; i < row.size(); ++i)
            line += u' ' + row[i].leftJustified(widths[static_cast<std::size_t>(i)] + 1);
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

QString shape(Standing standing)
{
    switch (standing) {
    case Standing::healthy:
        return QStringLiteral("●");
    case Standing::warning:
        return QStringLiteral("▲");
    case Standing::critical:
        return QStringLiteral("◆");
    case Standing::emergency:
        return QStringLiteral("■");
    case Standing::unknown:
        break;
    }
    return QStringLiteral("◌");
}

namespace {

QString shape(Severity severity)
{
    return severity == Severity::emergency ? shape(Standing::emergency)
        : severity == Severity::critical   ? shape(Standing::critical)
                                           : shape(Standing::warning);
}

QString ownerOf(const std::string &owner)
{
    return owner.empty() ? translate("status", "nobody has it yet") : translate("status", "%1 has it").arg(text(owner));
}

QStringList bannerLines(const Banners &banners)
{
    QStringList lines;
    if (banners.stop) {
        lines << translate("status", "STOPPED by %1: no automatic plan starts").arg(text(banners.stop->by));
        lines << QStringLiteral("  ") + text(banners.stop->reason);
    }
    if (!banners.journalFault.empty())
        lines << translate("status", "THE JOURNAL FAILED, nothing is done any more: %1").arg(text(banners.journalFault));
    if (!banners.loopFault.empty())
        lines << translate("status", "STOPPED BY A FAULT OF SIAGA: %1").arg(text(banners.loopFault));
    if (banners.ownLinkBroken)
        lines << translate("status", "our own network is not to be trusted");
    for (const std::string &problem : banners.fleetProblems)
        lines << translate("status", "the changed fleet file is not in force: %1").arg(text(problem));
    for (const EndpointId &endpoint : banners.plaintext)
        lines << translate("status", "%1 is spoken to in the clear").arg(text(endpoint.text()));
    return lines;
}

QStringList incidentLines(const NowBoard &board)
{
    if (!board.incident)
        return {};
    const Incident &incident = *board.incident;
    const QString what = words::headline({.region = incident.region}, incident.state);
    QStringList lines{translate("status", "%1 %2, for %3, since %4", "shape, what, how long, when")
                          .arg(shape(incident.standing), what, words::duration(incident.lasted), words::timeOfDay(incident.since))};
    lines << QStringLiteral("  %1 · %2 · %3").arg(words::answer(incident), ownerOf(incident.owner),
                                                  translate("status", "RTO left %1").arg(words::recoveryTime(incident)));
    if (incident.escalatesIn)
        lines.last() += QStringLiteral(" · ") + words::escalation(*incident.escalatesIn);
    return lines;
}

QString trafficOf(const RegionCard &region)
{
    if (!region.stale)
        return words::traffic(region);
    return region.age ? translate("status", "%1, not seen for %2").arg(words::traffic(region), words::duration(*region.age))
                      : words::traffic(region);
}

QStringList regionLines(const NowBoard &board)
{
    std::vector<QStringList> rows;
    for (const RegionCard &region : board.regions)
        rows.push_back({shape(region.standing), text(region.id.text()), words::word(region.state), words::duration(region.lasted), trafficOf(region)});
    return table(rows);
}

QStringList alertLines(const NowBoard &board, const QStringList &places)
{
    std::vector<QStringList> rows;
    std::vector<QStringList> details;
    const AlertRow *unowned = nullptr;
    for (const AlertRow &alert : board.alerts) {
        if (alert.resolved)
            continue;
        unowned = unowned || !alert.acknowledgedBy.empty() ? unowned : &alert;
        rows.push_back({shape(alert.severity), words::number(alert.id), words::word(alert.severity), words::headline(alert),
                        words::duration(alert.lasted), ownerOf(alert.acknowledgedBy)});
        QStringList more{words::detail(alert), alert.escalatesIn ? words::escalation(*alert.escalatesIn) : QString(), words::notices(alert)};
        more.removeAll(QString());
        details.push_back(more);
    }
    const QStringList heads = table(rows);
    QStringList lines;
    for (qsizetype i = 0; i < heads.size(); ++i) {
        lines << heads[i];
        for (const QString &detail : details[static_cast<std::size_t>(i)])
            lines << QStringLiteral("     ") + detail; // A line of its own: a terminal may be 80 columns wide.
    }
    if (unowned)
        lines << QStringLiteral("  → ") + words::calledAt(words::commandToAcknowledge(unowned->id), places);
    return lines;
}

QStringList planLines(const NowBoard &board, const QStringList &places)
{
    QStringList lines;
    for (const PlanCard &plan : board.planCards) {
        if (plan.ended)
            continue;
        lines << QStringLiteral("  %1  %2 · %3 · %4").arg(words::number(plan.id), words::title(plan.purpose), words::word(plan.standing), words::progress(plan));
        lines << QStringLiteral("  → ") + words::calledAt(words::commandFor(plan), places);
    }
    return lines;
}

/// A section with its title, or nothing.
QStringList section(const QString &title, const QStringList &lines)
{
    return lines.isEmpty() ? lines : QStringList{title} + lines;
}

} // namespace

QStringList statusLines(const NowBoard &board, const QStringList &places)
{
    QStringList lines{QStringLiteral("%1  %2 / %3  %4").arg(words::word(board.mode), text(board.fleet), text(board.environment), words::dateAndTime(board.wall))};
    lines += bannerLines(board.banners);
    lines += incidentLines(board);
    lines += section(translate("status", "Regions"), regionLines(board));
    const QStringList alerts = alertLines(board, places);
    lines += alerts.isEmpty() ? QStringList{translate("status", "No open alerts")} : section(translate("status", "Alerts"), alerts);
    lines += section(translate("status", "Plans"), planLines(board, places));
    lines << translate("status", "fleet: %1", "where it comes from").arg(words::fleetOrigin(board));
    lines << translate("status", "journal: %1 records").arg(words::number(board.journalSeq.value()));
    return lines;
}

} // namespace siaga
