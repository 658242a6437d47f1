// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/mishaps.h"

#include <cmath>

namespace siaga::lab {

Mishaps::Mishaps(Lab &lab, const PlanLedger &plans, Random random)
    : m_lab(lab)
    , m_plans(plans)
    , m_random(random)
    , m_killsAnHour(draw(30))
    , m_failuresAnHour(draw(8))
    , m_jumpsAnHour(draw(4))
{
}

/// A journal that is just being written and a call under way are the best moments to die.
double Mishaps::haste() const
{
    return (m_lab.runner()->isDurable() ? 1 : 20) * (m_plans.hasOpenCall() ? 50 : 1);
}

void Mishaps::after(Duration span)
{
    if (!m_lab.isAlive()) {
        if (m_lab.now() >= m_reopen)
            m_lab.open();
        return;
    }
    const double hours = inSeconds(span) / 3600;
    if (!m_lab.runner()->journalFault().empty()) {
        kill();
    } else if (m_random.chance(m_killsAnHour * haste() * hours)) {
        kill();
    } else if (m_random.chance(m_failuresAnHour * haste() * hours)) {
        m_lab.failNextAppend(m_random.below(3));
        ++m_failures;
    } else if (m_random.chance(m_jumpsAnHour * hours)) {
        m_lab.jumpWall(std::chrono::seconds(static_cast<int>(m_random.below(7200)) - 3600));
    }
}

void Mishaps::kill()
{
    m_lab.kill();
    ++m_kills;
    // From ten milliseconds to fifty seconds, each order of magnitude equally likely.
    m_reopen = m_lab.now() + std::chrono::milliseconds(static_cast<std::int64_t>(std::pow(10, 1 + 3.7 * m_random.unit())));
    m_lab.world().timetable().at(m_reopen, [] {}); // A still world must not jump over it.
}

Spite::Spite(World &world, const PlanLedger &plans, Random random)
    : m_world(world)
    , m_plans(plans)
    , m_random(random)
    , m_aSecond(m_random.chance(0.5) ? 0 : 2.0 * m_random.unit())
{
}

void Spite::after(Duration span)
{
    if (!m_plans.hasOpenCall() || !m_random.chance(m_aSecond * inSeconds(span)))
        return;
    m_world.inject(draw());
    ++m_injected;
}

Fault Spite::draw()
{
    const Fleet &fleet = m_world.fleet();
    Fault fault{.from = m_world.now() + std::chrono::milliseconds(m_random.below(4000))};
    fault.until = fault.from + std::chrono::seconds(5 + m_random.below(180));
    const RegionId region = fleet.regions[m_random.below(fleet.regions.size())].id;
    const EndpointId edge = fleet.endpoints[m_random.below(fleet.endpoints.size())].id;
    const std::uint64_t kind = m_random.below(10);
    if (kind < 4) {
        fault.kind = FaultKind::regionCrash;
        fault.region = region;
    } else if (kind < 7) {
        fault.kind = FaultKind::edgeLagging;
        fault.endpoint = edge;
        fault.magnitude = 1 + static_cast<double>(m_random.below(9));
    } else if (kind < 9) {
        fault.kind = FaultKind::replyLost;
        fault.endpoint = edge;
    } else {
        fault.kind = FaultKind::ownLinkCut;
    }
    return fault;
}

} // namespace siaga::lab
