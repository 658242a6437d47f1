// SPDX-License-Identifier: GPL-3.0-or-later
// The lab's drivers: the same ports as the real ones, onto the simulated world.
//
// They are like extras on a film set who never step out of their role: what they report is what a real probe or a
// real balancer would have answered, late, lost or refused. The catch: a write that is on its way reaches the edge
// even when the driver that sent it is gone; only the answer is not heard any more.
#pragma once

#include "core/drivers/ports/prober.h"
#include "core/drivers/ports/traffic.h"
#include "core/lab/world.h"

#include <memory>

namespace siaga::lab {

/// Judges health endpoints by what is true in the world. The world must outlive it.
class LabProber : public Prober
{
public:
    /// `sink` is told from inside World::advanceTo() only.
    LabProber(World &world, CompletionSink sink, const Random &random);
    ~LabProber() override;

    void start(const Call &call) override;
    void cancel(CallId id) override;

private:
    class Probes;
    std::shared_ptr<Probes> m_probes;
};

/// Talks to the world's edges, one call after another at each. The world must outlive it.
class LabTraffic : public Traffic
{
public:
    /// `sink` is told from inside World::advanceTo() only.
    LabTraffic(World &world, CompletionSink sink, const Random &random);
    ~LabTraffic() override;

    void start(const Call &call) override;
    void cancel(CallId id) override;

private:
    class Lines;
    std::shared_ptr<Lines> m_lines;
};

} // namespace siaga::lab
