// SPDX-License-Identifier: GPL-3.0-or-later
// The only loop: one input in, all that follows from it out, as one batch.
//
// It is a chain of dominoes: the input pushes the engines, what they tell is written down and pushes them again, until
// nothing more falls. The catch: nothing of it may leave core before the batch is durable.
#pragma once

#include "core/events/engine.h"
#include "core/runtime/state.h"

namespace siaga {

/// What one input led to. Either all of `recorded` becomes durable, or the loop's state is thrown away.
struct Turn
{
    std::vector<Recorded> recorded;
    std::vector<Look> looks;
};

/// Which engines decide. An observing loop judges health, and neither proposes nor runs anything: plans stand where the
/// journal left them.
enum class Role { acting, observing };

class Loop
{
public:
    explicit Loop(State state, Role role = Role::acting)
        : m_state(std::move(state))
        , m_role(role)
    {
    }

    /// Takes an observation, an answer or a tick. `now` must not lie before the last record.
    /// Throws BrokenInvariant when the engines do not come to rest; the loop must not be used afterwards.
    Turn take(const Input &input, Instant now, WallTime wall);

    /// Nobody looked for a while: health first turns all that was not seen lately, to its last consequence, and only then
    /// do the others hear of it and of the time. As a tick otherwise.
    Turn wake(Instant now, WallTime wall);

    /// Records an event that comes from outside the engines (a request, a fleet), and what follows from it.
    Turn record(Event event, Actor actor, Instant now, WallTime wall);

    /// The next moment at which an engine wants to be ticked.
    std::optional<Instant> nextDeadline(Instant now) const;

    const State &state() const { return m_state; }
    const Seen &seen() const { return m_seen; }

    /// All records of later turns carry this epoch.
    void setEpoch(Epoch epoch) { m_state.epoch = epoch; }

private:
    struct Running;
    void settle(Running &running);
    void decideAll(const Input &input, int depth, Running &running);
    void decideHealth(const Input &input, int depth, Running &running);
    void decideOthers(const Input &input, int depth, Running &running);
    void keep(Outputs outputs, const char *engine, int depth, Running &running);
    const Recorded &write(Event event, Actor actor, Running &running);
    Context context(Instant now) const;

    State m_state;
    Role m_role;
    Seen m_seen;
};

} // namespace siaga
