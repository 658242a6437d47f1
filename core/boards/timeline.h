// SPDX-License-Identifier: GPL-3.0-or-later
// What the time bar shows of the journal: where it begins and ends, what people care about in it, and when no Siaga ran;
// and a moment of it, with the boards of that moment.
//
// Like the chapters on the back of a record sleeve. The catch: the journal's own time stands still while nothing runs,
// wall time does not; between two anchors both go at the same pace, and only there one follows from the other.
#pragma once

#include "core/boards/protect_board.h"
#include "core/events/event.h"

#include <deque>
#include <functional>
#include <variant>

namespace siaga {

/// A place in the journal: a record, or the last one at or before an instant.
using PastPlace = std::variant<Seq, Instant>;

enum class MarkKind {
    alertOpened,
    alertRaised,  ///< To a worse severity.
    planRan,
    planHeld,
    planAborted,
    planEnded,
    order,        ///< A person asked for something.
    fleetAdopted,
    opened,       ///< A Siaga opened the journal; until then none ran.
    damaged,      ///< The record cannot be read.
};
constexpr auto namesOf(MarkKind)
{
    return std::array<std::string_view, 10>{"alert-opened", "alert-raised", "plan-ran", "plan-held",     "plan-aborted",
                                            "plan-ended",   "order",        "fleet-adopted", "opened", "damaged"};
}

/// One record that people care about.
struct TimeMark
{
    Seq seq;
    Instant at;
    WallTime wall;
    MarkKind kind = MarkKind::alertOpened;
    Standing standing = Standing::healthy; ///< How bad it is; healthy: not bad at all.
    std::uint64_t number = 0;              ///< Of the alert or plan; 0: none.
    PlanEnd end = PlanEnd::done;           ///< For planEnded.
    std::string_view asked;                ///< For an order: the request's stored name; it lives forever.
    std::string by;                        ///< For an order: who; plain text.
    bool operator==(const TimeMark &) const = default;
};

/// True for the names of events that may leave a mark, so that others need not be decoded.
bool mayMark(std::string_view type);

/// The mark that a record leaves; nullopt for most.
std::optional<TimeMark> markOf(const Recorded &recorded);

/// A record with its two times.
struct TimePoint
{
    Seq seq;
    Instant at;
    WallTime wall;
    bool operator==(const TimePoint &) const = default;
};

/// From this record on wall time and the journal's time go alike, until the next anchor.
struct TimeAnchor
{
    TimePoint point;
    std::optional<TimePoint> before; ///< The record before; none before the first.
    bool opened = false;             ///< A Siaga opened the journal here; else the wall clock jumped.
};

/// What was read of the journal in one go: all records from `first` to `last`.
struct TimelinePart
{
    TimePoint first;
    TimePoint last;
    std::vector<TimeMark> marks;     ///< By rising number.
    std::vector<TimeAnchor> anchors; ///< Likewise.
};

/// From when until when no Siaga is known to have run: between the last record of one and the first of the next. When in
/// it the earlier one ended, nobody wrote down.
struct TimeGap
{
    WallTime from;
    WallTime until;
    Seq before; ///< The last record in front of it.
    bool operator==(const TimeGap &) const = default;
};

inline constexpr std::size_t marksKeptMax = 200'000;               ///< The newest ones.
inline constexpr Duration gapMin = std::chrono::seconds(10);       ///< A shorter one is a restart that nobody misses.

class Timeline
{
public:
    /// Takes in what follows the last record that is known, or what comes before the first; anything else is left out.
    void take(const TimelinePart &part);

    bool isEmpty() const { return !m_first.seq; }
    const TimePoint &first() const { return m_first; }
    const TimePoint &last() const { return m_last; }

    /// By rising number.
    const std::deque<TimeMark> &marks() const { return m_marks; }
    /// The first record whose marks are listed; before it there may be others.
    Seq markedFrom() const { return m_markedFrom; }

    std::vector<TimeGap> gaps() const;

    /// Where to look for a wall time: inside a gap, the last record before it; outside of what is known, its nearest end.
    Instant instantAt(WallTime wall) const;

    using Cares = std::function<bool(const TimeMark &)>;
    /// The nearest mark behind, or before, a record, among those that `cares` wants; nullptr when there is none.
    const TimeMark *after(Seq seq, const Cares &cares) const;
    const TimeMark *before(Seq seq, const Cares &cares) const;

private:
    TimePoint m_first;
    TimePoint m_last;
    Seq m_markedFrom;
    std::deque<TimeMark> m_marks;
    std::deque<TimeAnchor> m_anchors;
};

/// The whole console at one moment of the past.
struct Moment
{
    Recorded record;    ///< The last one that had happened.
    Duration after{};   ///< How long ago it had.
    Seq head;           ///< The journal's last record when this was folded.
    NowBoard now;
    ProtectBoard protection;
};

} // namespace siaga
