// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to the instance itself, and what waits for the worst moment: drawn by lot, one stream each.
#pragma once

#include "core/lab/lab.h"
#include "core/lab/plan_ledger.h"

namespace siaga::lab {

/// Kills, failing appends and jumps of the wall clock. A dead or failed instance is opened again after a while.
class Mishaps
{
public:
    /// Both outlive it.
    Mishaps(Lab &lab, const PlanLedger &plans, Random random);

    /// Called after each step; `span` is the time that passed.
    void after(Duration span);
    /// Nothing more happens from now on; what is dead still comes back.
    void end() { m_killsAnHour = m_failuresAnHour = m_jumpsAnHour = 0; }

    int kills() const { return m_kills; }
    int failures() const { return m_failures; }

private:
    double draw(double high) { return m_random.chance(0.5) ? 0 : high * m_random.unit(); }
    double haste() const;
    void kill();

    Lab &m_lab;
    const PlanLedger &m_plans;
    Random m_random;
    double m_killsAnHour;
    double m_failuresAnHour;
    double m_jumpsAnHour;
    Instant m_reopen;
    int m_kills = 0;
    int m_failures = 0;
};

/// Faults that come just while a plan's call is under way: another region dies, an edge goes slow, an answer is lost.
class Spite
{
public:
    /// Both outlive it.
    Spite(World &world, const PlanLedger &plans, Random random);

    /// Called after each step; `span` is the time that passed.
    void after(Duration span);
    int injected() const { return m_injected; }

private:
    Fault draw();

    World &m_world;
    const PlanLedger &m_plans;
    Random m_random;
    double m_aSecond; ///< Chance in each second that a call is under way.
    int m_injected = 0;
};

} // namespace siaga::lab
