// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/virtual_instance.h"

#include <QCoreApplication>

namespace siaga::test {

VirtualInstance::VirtualInstance()
    : VirtualInstance(*loadFleetSource(SIAGA_FLEETS "/lab.yaml", {}))
{
}

VirtualInstance::VirtualInstance(const FleetSource &fleet)
{
    InstanceOptions options;
    options.fleet = fleet;
    options.clock = [this](Instant) { return std::make_unique<SharedClock>(m_clock); };
    m_instance = std::move(Instance::start(options)).value();
    open();
}

void VirtualInstance::open()
{
    m_server = std::make_unique<ControlServer>(*m_instance);
    const QString failure = m_server->listen(socket());
    SIAGA_CHECK(failure.isEmpty());
}

void VirtualInstance::pass(Duration time)
{
    constexpr Duration step = std::chrono::milliseconds(100);
    for (Duration left = time; left > Duration::zero(); left -= step) {
        m_clock.advanceTo(m_clock.now() + std::min(step, left));
        m_instance->wake();
        QCoreApplication::processEvents();
    }
}

void VirtualInstance::sleep(Duration time)
{
    m_clock.advanceTo(m_clock.now() + time);
    m_instance->wake();
}

} // namespace siaga::test
