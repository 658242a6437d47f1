// SPDX-License-Identifier: GPL-3.0-or-later
// An instance of the lab, with its socket, on a clock that is moved by hand: ten minutes in a second or two.
//
// Like a film of a control room that one may run at any speed. The catch: what goes through a socket goes at its own
// pace, so a test looks at both ends only once nothing is on its way any more.
#pragma once

#include "app/control_server.h"

#include <QTemporaryDir>

#include <memory>

namespace siaga::test {

/// The one clock of a test, for whoever wants to own one.
class SharedClock : public Clock
{
public:
    explicit SharedClock(const Clock &clock)
        : m_clock(clock)
    {
    }
    Instant now() const override { return m_clock.now(); }
    WallTime wall() const override { return m_clock.wall(); }

private:
    const Clock &m_clock;
};

class VirtualInstance
{
public:
    /// The built-in lab, or another one.
    VirtualInstance();
    explicit VirtualInstance(const FleetSource &fleet);

    /// Time passes, in steps of a tenth of a second; what is due is done, and what is in sockets is read.
    void pass(Duration time);
    /// Nobody looks for so long, and then somebody does.
    void sleep(Duration time);

    /// The socket is closed, with all connections; or opened again.
    void close() { m_server.reset(); }
    void open();

    /// Breaks something in the lab; it must be known there.
    bool disturb(const std::string &fault) { return bool(m_instance->disturb(fault)); }

    Instance &leader() { return *m_instance; }
    const VirtualClock &clock() const { return m_clock; }
    QString socket() const { return m_dir.filePath(QStringLiteral("s")); }

private:
    QTemporaryDir m_dir;
    VirtualClock m_clock{Instant(std::chrono::hours(1))};
    std::unique_ptr<Instance> m_instance;
    std::unique_ptr<ControlServer> m_server;
};

} // namespace siaga::test
