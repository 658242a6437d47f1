// SPDX-License-Identifier: GPL-3.0-or-later
// Carries durable intentions to the drivers, and their answers back as inputs.
#pragma once

#include "core/events/engine.h"
#include "core/runtime/ports.h"

#include <map>

namespace siaga {

class Executor
{
public:
    explicit Executor(Ports &ports)
        : m_ports(ports)
    {
    }

    /// Starts the call of a durable StepIntended of this epoch; anything else is left alone. `id` must be unused.
    void start(const Recorded &recorded, const Fleet &fleet, Epoch epoch, CallId id);

    /// Takes back the permits of plans that were held, suspended, aborted or ended: right away, durable or not.
    void withdraw(const Recorded &recorded);

    /// Takes back the permits of all calls: what is not sent by now must be decided anew. Their answers still come.
    void withdrawAll();

    /// Forgets all calls and takes back their permits: whoever follows finds them in doubt.
    void abandon();

    /// The answer as an input; nullopt when the call is none of ours.
    std::optional<StepCallEnded> ended(CallId id, const WriteAnswer &answer);

    /// Calls that could not even be handed to a driver since the last time this was asked.
    std::vector<StepCallEnded> takeUnstarted();

private:
    struct Started
    {
        PlanId plan;
        int step = 0;
        Leg leg = Leg::doing;
        int attempt = 1;
        Permit permit;
    };
    Ports &m_ports;
    std::map<CallId, Started> m_started;
    std::vector<StepCallEnded> m_unstarted;
};

} // namespace siaga
