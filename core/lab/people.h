// SPDX-License-Identifier: GPL-3.0-or-later
// The people in front of the console, drawn by lot: they ask, confirm, hold, resume, abort, stop, and err.
#pragma once

#include "core/lab/lab.h"
#include "core/lab/plan_ledger.h"

namespace siaga::lab {

class People
{
public:
    /// `plans` tells what they see on the page; both outlive this.
    People(Lab &lab, const PlanLedger &plans, Random random);

    /// Called after each step; `span` is the time that passed. Without trouble nobody asks for anything new.
    void after(Duration span, bool troubled);

    /// They tidy up from now on: lift the Stop, resume or abort what is held, until nothing is open.
    void calmDown();

    int asked() const { return m_asked; }

private:
    void askAnything();
    void askAboutPlan();
    void draftDrill();
    void takeAnAlert();
    void confirm(const PlanFacts &plan);
    void tidyUp();
    void ask(Event request);
    RequestId nextId() { return m_lastRequest = m_lastRequest.next(); }
    RegionId anyRegion();
    const PlanFacts *anyOpenPlan();

    Lab &m_lab;
    const PlanLedger &m_plans;
    Random m_random;
    Random m_drillRandom; ///< Of its own, so that what else they do stays what it was.
    Random m_alertRandom; ///< As above.
    double m_takesAMinute = 0;
    double m_drillsAnHour = 0;
    std::uint64_t m_drills = 0;
    double m_actsAnHour = 0;
    double m_confirmShare = 0; ///< Of their acts, how many are about a plan rather than a new wish.
    double m_secondThoughts = 0; ///< A second, while a call is under way.
    int m_asked = 0;
    RequestId m_lastRequest;
    std::optional<Instant> m_calm;
    Instant m_tidied;
};

} // namespace siaga::lab
