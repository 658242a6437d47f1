// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/now_faces.h"

#include "core/words/board_words.h"
#include "core/words/notice_words.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

using words::translate;

const QString dash = u"—"_s;

/// "34 %" as figure and unit apart.
void setPercent(TileFace &face, Permille share)
{
    face.figure = words::percentFigure(share);
    face.unit = u"%"_s;
}

/// Of what is not in the journal.
TileFace notKept(TileFace face)
{
    face.status = Status::unknown;
    face.detail = translate("NowPage", "not kept");
    return face;
}

QString next(const Incident &incident)
{
    if (incident.waitsForApproval)
        return translate("NowPage", "your approval");
    if (incident.others == 1)
        return translate("NowPage", "1 more region");
    return incident.others > 1 ? translate("NowPage", "%n more regions", nullptr, incident.others) : QString();
}

QString stateOf(const RegionCard &card)
{
    if (!card.age && !card.past)
        return translate("NowPage", "not seen yet");
    if (card.stale)
        return translate("NowPage", "not seen for %1").arg(words::duration(*card.age));
    if (card.decidedOut && card.state == RegionState::healthy)
        return translate("NowPage", "healthy, out of traffic");
    return card.state == RegionState::healthy
        ? words::word(card.state)
        : translate("NowPage", "%1 · %2", "state, lasted").arg(words::word(card.state), words::duration(card.lasted));
}

QString trafficOf(const RegionCard &card)
{
    if (card.past)
        return translate("NowPage", "traffic not kept");
    if (!card.traffic)
        return translate("NowPage", "traffic not known");
    if (*card.traffic == none)
        return translate("NowPage", "no traffic");
    return translate("NowPage", "%1 of traffic").arg(words::percent(*card.traffic));
}

AlertItem alertItem(const AlertRow &row, words::Zone zone)
{
    AlertItem item{.id = words::number(row.id), .status = row.resolved ? Status::healthy : statusOf(row.severity)};
    item.title = row.resolved ? translate("NowPage", "Over: %1").arg(words::headline(row)) : words::headline(row);
    item.detail = words::detail(row);
    item.age = words::duration(row.lasted);
    item.note
        = row.acknowledgedBy.empty() ? words::timeOfDay(row.opened, zone) : u"✓ "_s + words::text(row.acknowledgedBy);
    item.acknowledged = !row.acknowledgedBy.empty();
    item.over = row.resolved;
    item.behind = row.behind;
    item.told = words::notices(row, zone);
    item.untold = words::isAnyNoticeLost(row);
    if (row.escalatesIn)
        item.escalation = words::escalation(*row.escalatesIn);
    for (const AlertRow &explained : row.explained)
        item.children.push_back(alertItem(explained, zone));
    return item;
}

} // namespace

IncidentFace incidentFace(const Incident &incident, words::Zone zone)
{
    const AlertSubject subject{.kind = AlertSubject::Kind::region, .region = incident.region};
    IncidentFace face{.status = statusOf(incident.standing), .what = words::headline(subject, incident.state)};
    face.since = translate("NowPage", "since %1 · %2")
                     .arg(words::timeOfDay(incident.since, zone), words::duration(incident.lasted));
    face.owner = words::text(incident.owner);
    face.running = words::answer(incident);
    face.timeLeft = incident.overForTraffic ? QString() : words::recoveryTime(incident);
    face.escalation = incident.escalatesIn ? words::escalation(*incident.escalatesIn) : QString();
    face.next = next(incident);
    return face;
}

TileFace availabilityFace(const AvailabilityTile &tile, bool past)
{
    TileFace face{.caption = translate("NowPage", "Availability"), .figure = dash};
    if (past)
        return notKept(std::move(face));
    if (!tile.ratio) {
        face.status = Status::unknown;
        face.detail = translate("NowPage", "no requests counted yet");
        return face;
    }
    face.figure = words::percentFigure(*tile.ratio, 3);
    face.unit = u"%"_s;
    face.detail
        = translate("NowPage", "%1 failed in %2").arg(words::number(tile.failures), words::duration(tile.measured));
    return face;
}

TileFace headroomFace(const HeadroomTile &tile, bool past)
{
    TileFace face{.caption = translate("NowPage", "Headroom"), .figure = dash};
    if (past)
        return notKept(std::move(face));
    if (!tile.now) {
        face.status = Status::unknown;
        face.detail = translate("NowPage", "demand not known yet");
        return face;
    }
    setPercent(face, *tile.now);
    face.fill = std::clamp(tile.now->value / 1000.0, 0.0, 1.0);
    if (tile.withoutWorst && tile.withoutWorst->value <= -1000)
        face.detail = translate("NowPage", "no region could take over");
    else if (tile.withoutWorst)
        face.detail
            = translate("NowPage", "%1 without %2").arg(words::percent(*tile.withoutWorst), words::text(tile.worst));
    else
        face.detail = translate("NowPage", "no region left in traffic");
    const bool safe = tile.withoutWorst && *tile.withoutWorst >= tile.wanted;
    face.status = *tile.now < tile.wanted ? Status::critical : safe ? Status::healthy : Status::warning;
    return face;
}

TileFace alertsFace(const AlertsTile &tile, bool anySeen)
{
    const int open = tile.warning + tile.critical + tile.emergency;
    TileFace face{.caption = translate("NowPage", "Alerts"),
        .figure = words::number(open),
        .unit = translate("NowPage", "open", "alerts")};
    face.status = worstOf(tile);
    if (open == 0 && !anySeen) {
        face.status = Status::unknown; // Nobody has looked: that is not the same as nothing wrong.
        face.detail = translate("NowPage", "no check has answered yet");
        return face;
    }
    face.detail = open == 0 ? translate("NowPage", "nothing is wrong")
        : tile.unacknowledged == 0
        ? translate("NowPage", "all acknowledged")
        : translate("NowPage", "%1 not acknowledged").arg(words::number(tile.unacknowledged));
    return face;
}

TileFace plansFace(const PlansTile &tile)
{
    TileFace face{.caption = translate("NowPage", "Plans"),
        .figure = words::number(tile.running),
        .unit = translate("NowPage", "running", "plans")};
    if (tile.waiting > 0) {
        face.status = Status::warning;
        face.detail = tile.waiting == 1 ? translate("NowPage", "1 waits for approval")
                                        : translate("NowPage", "%n wait for approval", nullptr, tile.waiting);
    } else if (tile.held > 0) {
        face.status = Status::warning;
        face.detail = translate("NowPage", "%1 held").arg(words::number(tile.held));
    } else {
        face.detail = tile.endedToday == 0
            ? translate("NowPage", "none ended in 24 h")
            : translate("NowPage", "%1 ended in 24 h").arg(words::number(tile.endedToday));
    }
    return face;
}

TileFace breakersFace(const BreakersTile &tile, bool anySeen, bool past)
{
    TileFace face{.caption = translate("NowPage", "Breakers"),
        .figure = words::number(tile.open),
        .unit = translate("NowPage", "open", "breakers")};
    face.status = tile.worst > Standing::unknown ? statusOf(tile.worst) : Status::healthy;
    if (past && tile.registered == 0) {
        face.detail = translate("NowPage", "of how many is not kept", "breakers");
        return face;
    }
    if (!anySeen || tile.all == 0) {
        face.figure = tile.all == 0 ? dash : face.figure;
        face.unit = tile.all == 0 ? QString() : face.unit;
        face.status = std::max(face.status, Status::unknown);
        face.detail = tile.all == 0 ? translate("NowPage", "none is known yet") : translate("NowPage", "no call has ended yet");
        return face;
    }
    if (tile.worst == Standing::unknown)
        face.status = Status::unknown;
    QStringList detail{translate("NowPage", "of %1", "breakers").arg(words::number(tile.all))};
    if (tile.degraded > 0)
        detail << translate("NowPage", "%1 degraded", "breakers").arg(words::number(tile.degraded));
    if (tile.recovering > 0)
        detail << translate("NowPage", "%1 recovering", "breakers").arg(words::number(tile.recovering));
    if (tile.held > 0)
        detail << translate("NowPage", "%1 held", "breakers").arg(words::number(tile.held));
    if (tile.unknown > 0)
        detail << translate("NowPage", "%1 unknown", "breakers").arg(words::number(tile.unknown));
    face.detail = detail.join(u" · "_s);
    return face;
}

std::vector<RegionMark> regionMarks(const NowBoard &board)
{
    std::vector<RegionMark> marks;
    for (const RegionCard &card : board.regions) {
        RegionMark mark{.id = words::text(card.id), .title = words::text(card.id)};
        mark.latitude = card.latitude;
        mark.longitude = card.longitude;
        mark.status = card.stale ? std::max(Status::unknown, statusOf(card.standing)) : statusOf(card.standing);
        mark.state = stateOf(card);
        if (card.traffic)
            mark.permille = card.traffic->value;
        mark.detail = trafficOf(card);
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<TrafficMove> trafficMoves(const NowBoard &board)
{
    std::vector<TrafficMove> moves;
    for (const PlanCard &plan : board.planCards) {
        const RegionCard *subject = regionIn(board, plan.purpose.region);
        const bool evacuates = plan.purpose.kind == PurposeKind::evacuate;
        if (plan.standing != PlanStanding::running || !subject
            || (!evacuates && plan.purpose.kind != PurposeKind::restore))
            continue;
        for (const RegionId &taker : subject->takers) {
            const RegionCard *target = regionIn(board, taker);
            if (!target || !words::isReady(*target))
                continue;
            const QString from = words::text(subject->id);
            const QString to = words::text(taker);
            moves.push_back(evacuates ? TrafficMove{from, to} : TrafficMove{to, from});
        }
    }
    return moves;
}

std::vector<AlertItem> alertItems(const NowBoard &board, words::Zone zone)
{
    std::vector<AlertItem> items;
    for (const AlertRow &row : board.alerts)
        items.push_back(alertItem(row, zone));
    return items;
}

} // namespace siaga::views
