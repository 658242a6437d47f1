// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/standing.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <algorithm>

namespace siaga::views {

Status statusOf(Standing standing)
{
    switch (standing) {
    case Standing::healthy:
        return Status::healthy;
    case Standing::unknown:
        return Status::unknown;
    case Standing::warning:
        return Status::warning;
    case Standing::critical:
        return Status::critical;
    case Standing::emergency:
        return Status::emergency;
    }
    return Status::unknown;
}

Status statusOf(Severity severity)
{
    switch (severity) {
    case Severity::warning:
        return Status::warning;
    case Severity::critical:
        return Status::critical;
    case Severity::emergency:
        return Status::emergency;
    }
    return Status::unknown;
}

Mode modeOf(siaga::Mode mode)
{
    switch (mode) {
    case siaga::Mode::live:
        return Mode::live;
    case siaga::Mode::lab:
        return Mode::lab;
    case siaga::Mode::drill:
        return Mode::drill;
    case siaga::Mode::replay:
        return Mode::replay;
    }
    return Mode::live;
}

Status statusOf(PlanStanding standing)
{
    switch (standing) {
    case PlanStanding::running:
    case PlanStanding::done:
    case PlanStanding::superseded:
    case PlanStanding::watched:
        return Status::healthy;
    case PlanStanding::failed:
        return Status::critical;
    case PlanStanding::proposed:
    case PlanStanding::waiting:
    case PlanStanding::held:
    case PlanStanding::suspended:
    case PlanStanding::aborting:
    case PlanStanding::aborted:
    case PlanStanding::expired:
        return Status::warning;
    }
    return Status::unknown;
}

Status worstOf(const AlertsTile &alerts)
{
    return alerts.emergency > 0 ? Status::emergency
        : alerts.critical > 0   ? Status::critical
        : alerts.warning > 0    ? Status::warning
                                : Status::healthy;
}

QString whyReadOnly(const NowBoard &board)
{
    if (board.mode == siaga::Mode::replay)
        return words::translate("Actions", "This is the past: Esc returns to live");
    if (board.banners.lost)
        return words::translate("Actions", "%1 is lost to this console: nothing can be asked until it is back")
            .arg(words::text(board.banners.lost->who));
    if (!board.banners.journalFault.empty())
        return words::translate("Actions", "The journal cannot be written, so nothing new is started");
    if (!board.banners.loopFault.empty())
        return words::translate("Actions", "Siaga stopped itself after a fault of its own");
    return {};
}

QString whyNotStart(const NowBoard &board)
{
    const QString readOnly = whyReadOnly(board);
    if (!readOnly.isEmpty() || !board.banners.silent)
        return readOnly;
    return words::translate("Actions", "Nothing new has come for a while; what stands here may be over");
}

QString confirmationFor(siaga::Mode mode, const QString &what)
{
    return mode == siaga::Mode::lab ? what : word(modeOf(mode)) + QLatin1Char(' ') + what;
}

const RegionCard *regionIn(const NowBoard &board, const RegionId &region)
{
    const auto found = std::ranges::find(board.regions, region, &RegionCard::id);
    return found == board.regions.end() ? nullptr : &*found;
}

const AlertRow *alertIn(const NowBoard &board, AlertId alert)
{
    for (const AlertRow &row : board.alerts) {
        if (row.id == alert)
            return &row;
        const auto found = std::ranges::find(row.explained, alert, &AlertRow::id);
        if (found != row.explained.end())
            return &*found;
    }
    return nullptr;
}

Selection placeOfService(const NowBoard &board, const ServiceId &service)
{
    const AlertRow *worst = nullptr;
    for (const AlertRow &row : board.alerts)
        if (!row.resolved && row.subject.service == service && (!worst || row.severity > worst->severity))
            worst = &row;
    if (worst)
        return worst->id;
    const RegionCard *region = nullptr;
    for (const RegionCard &card : board.regions) {
        const bool stands = std::ranges::find(card.services, service) != card.services.end();
        if (stands && (!region || card.standing > region->standing))
            region = &card;
    }
    return region ? Selection(region->id) : Selection();
}

const PlanCard *planIn(const NowBoard &board, PlanId plan)
{
    const auto found = std::ranges::find(board.planCards, plan, &PlanCard::id);
    return found == board.planCards.end() ? nullptr : &*found;
}

} // namespace siaga::views
