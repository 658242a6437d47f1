// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/timeline.h"

#include "core/events/plan_events.h"
#include "core/events/request_events.h"
#include "core/events/runtime_events.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::string_view asking = "Requested"; // How the names of all requests end.

Standing standingOf(Severity severity)
{
    return severity == Severity::emergency ? Standing::emergency
        : severity == Severity::critical   ? Standing::critical
                                           : Standing::warning;
}

Standing standingOf(PlanEnd end)
{
    return end == PlanEnd::failed ? Standing::critical : end == PlanEnd::aborted ? Standing::warning : Standing::healthy;
}

/// What the event itself tells; the record's place is filled in by the caller.
std::optional<TimeMark> told(const Event &event)
{
    TimeMark mark;
    if (const auto *opened = event.as<AlertOpened>()) {
        mark.kind = MarkKind::alertOpened;
        mark.standing = standingOf(opened->severity);
        mark.number = opened->alert.value();
    } else if (const auto *changed = event.as<AlertSeverityChanged>()) {
        if (changed->to <= changed->from)
            return std::nullopt;
        mark.kind = MarkKind::alertRaised;
        mark.standing = standingOf(changed->to);
        mark.number = changed->alert.value();
    } else if (const auto *admitted = event.as<PlanAdmitted>()) {
        mark.kind = MarkKind::planRan;
        mark.number = admitted->id.value();
    } else if (const auto *held = event.as<PlanHeld>()) {
        mark.kind = MarkKind::planHeld;
        mark.standing = Standing::warning;
        mark.number = held->id.value();
    } else if (const auto *aborted = event.as<PlanAborted>()) {
        mark.kind = MarkKind::planAborted;
        mark.standing = Standing::warning;
        mark.number = aborted->id.value();
    } else if (const auto *ended = event.as<PlanEnded>()) {
        // A proposal that nobody took is no news.
        if (ended->end == PlanEnd::expired || ended->end == PlanEnd::watched)
            return std::nullopt;
        mark.kind = MarkKind::planEnded;
        mark.standing = standingOf(ended->end);
        mark.number = ended->id.value();
        mark.end = ended->end;
    } else if (event.as<FleetAdopted>()) {
        mark.kind = MarkKind::fleetAdopted;
    } else if (event.as<JournalOpened>()) {
        mark.kind = MarkKind::opened;
    } else {
        return std::nullopt;
    }
    return mark;
}

bool isAsked(const Recorded &recorded)
{
    return recorded.actor.kind == Actor::Kind::person && recorded.event.name().ends_with(asking)
        && !recorded.event.as<UnknownEvent>();
}

} // namespace

bool mayMark(std::string_view type)
{
    return type.ends_with(asking) || type == AlertOpened::name || type == AlertSeverityChanged::name
        || type == PlanAdmitted::name || type == PlanHeld::name || type == PlanAborted::name || type == PlanEnded::name
        || type == FleetAdopted::name || type == JournalOpened::name;
}

std::optional<TimeMark> markOf(const Recorded &recorded)
{
    std::optional<TimeMark> mark = told(recorded.event);
    if (!mark && isAsked(recorded)) {
        mark = TimeMark{.kind = MarkKind::order};
        mark->asked = recorded.event.name();
        mark->by = recorded.actor.name;
    }
    if (mark) {
        mark->seq = recorded.seq;
        mark->at = recorded.at;
        mark->wall = recorded.wall;
    }
    return mark;
}

void Timeline::take(const TimelinePart &part)
{
    if (!part.first.seq)
        return;
    if (isEmpty()) {
        m_first = part.first;
        m_last = {Seq(part.first.seq.value() - 1), {}, {}};
        m_markedFrom = part.first.seq;
    }
    if (part.first.seq == m_last.seq.next()) {
        m_last = part.last;
        m_marks.insert(m_marks.end(), part.marks.begin(), part.marks.end());
        m_anchors.insert(m_anchors.end(), part.anchors.begin(), part.anchors.end());
    } else if (part.last.seq.next() == m_first.seq) {
        const bool listed = m_markedFrom == m_first.seq && m_marks.size() + part.marks.size() <= marksKeptMax;
        m_first = part.first;
        if (listed) {
            m_marks.insert(m_marks.begin(), part.marks.begin(), part.marks.end());
            m_markedFrom = m_first.seq;
        }
        m_anchors.insert(m_anchors.begin(), part.anchors.begin(), part.anchors.end());
    }
    while (m_marks.size() > marksKeptMax) {
        m_marks.pop_front();
        m_markedFrom = m_marks.front().seq;
    }
}

std::vector<TimeGap> Timeline::gaps() const
{
    std::vector<TimeGap> gaps;
    for (const TimeAnchor &anchor : m_anchors) {
        if (!anchor.opened || !anchor.before)
            continue;
        const std::int64_t silent = anchor.point.wall.milliseconds - anchor.before->wall.milliseconds;
        if (std::chrono::milliseconds(silent) >= gapMin)
            gaps.push_back({anchor.before->wall, anchor.point.wall, anchor.before->seq});
    }
    return gaps;
}

Instant Timeline::instantAt(WallTime wall) const
{
    // From the newest stretch back, so that a wall time that came twice means the later one.
    Instant end = m_last.at;
    for (auto anchor = m_anchors.rbegin(); anchor != m_anchors.rend(); ++anchor) {
        const TimePoint &point = anchor->point;
        if (point.wall <= wall)
            return std::min(end, point.at + std::chrono::milliseconds(wall.milliseconds - point.wall.milliseconds));
        if (anchor->before)
            end = anchor->before->at;
    }
    if (wall <= m_first.wall)
        return m_first.at;
    return std::min(end, m_first.at + std::chrono::milliseconds(wall.milliseconds - m_first.wall.milliseconds));
}

const TimeMark *Timeline::after(Seq seq, const Cares &cares) const
{
    auto mark = std::ranges::upper_bound(m_marks, seq, {}, &TimeMark::seq);
    mark = std::find_if(mark, m_marks.end(), cares);
    return mark == m_marks.end() ? nullptr : &*mark;
}

const TimeMark *Timeline::before(Seq seq, const Cares &cares) const
{
    auto mark = std::ranges::lower_bound(m_marks, seq, {}, &TimeMark::seq);
    while (mark != m_marks.begin())
        if (--mark; cares(*mark))
            return &*mark;
    return nullptr;
}

} // namespace siaga
