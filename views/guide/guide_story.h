// SPDX-License-Identifier: GPL-3.0-or-later
// The first minutes in the lab, told from what really happens: a region is broken, seen, left, mended, restored.
//
// Like a guide who walks beside the visitor and speaks of what is in front of both, whichever way the visitor goes. The
// catch: it leads nobody anywhere. Each sentence is made from the last board and the faults of the lab; what has not
// happened is not told, and a time that was not measured is left out.
#pragma once

#include "core/boards/now_board.h"
#include "views/models/faults.h"

#include <QString>

namespace siaga::views {

/// What the guide's one button does.
enum class GuideAct { none, breakRegion, review, restore, heal, startAgain };

struct GuideTime
{
    QString what;   ///< "until the alert"
    QString figure; ///< "4 s"
    bool operator==(const GuideTime &) const = default;
};

struct GuideFace
{
    QString title;
    QString text;
    int step = 0;       ///< 1 to `guideSteps`; 0: not begun.
    GuideAct act = GuideAct::none;
    QString button;     ///< Word of the act.
    std::vector<GuideTime> times; ///< What was measured so far.
    bool isOver = false;
    bool operator==(const GuideFace &) const = default;
};

inline constexpr int guideSteps = 5; ///< Break, see, leave, mend, restore.

class GuideStory
{
public:
    /// What there is to tell now. `chosen`: the region that the person has selected, or empty.
    GuideFace tell(const NowBoard &board, const ActiveFaults &faults, const RegionId &chosen);

    /// Of which region it tells, or which it would break.
    const RegionId &region() const { return m_region; }
    /// The fault that it tells of; 0: none.
    std::uint64_t fault() const { return m_fault; }
    void startAgain() { *this = {}; }

private:
    void look(const NowBoard &board, const ActiveFaults &faults);
    void lookAtPlans(const NowBoard &board);
    bool begins(const NowBoard &board, const ActiveFaults &faults, const RegionId &chosen);
    GuideFace tellBroken(const NowBoard &board, const RegionCard &card) const;
    GuideFace tellMended(const NowBoard &board, const RegionCard &card) const;
    GuideFace tellPlan(const NowBoard &board, const PlanCard &plan) const;
    GuideFace tellEnd() const;
    std::vector<GuideTime> times() const;

    RegionId m_region;
    std::uint64_t m_fault = 0;
    QString m_title;                  ///< Of the fault, in words.
    std::optional<Instant> m_broken;
    std::optional<Instant> m_alerted;
    std::optional<Instant> m_proposed;
    std::optional<Instant> m_approved;
    std::optional<Instant> m_out;
    std::optional<Instant> m_mended;
    std::optional<Instant> m_asked;   ///< The restore was approved.
    std::optional<Instant> m_whole;
};

} // namespace siaga::views
