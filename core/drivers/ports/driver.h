// SPDX-License-Identifier: GPL-3.0-or-later
// An adapter to one real system. It runs at its own pace and answers through the queue; it never calls an engine.
#pragma once

#include "core/drivers/ports/call.h"

namespace siaga {

/// Contract for every driver:
/// - start() returns at once, without waiting for a disk, a name server or a peer.
/// - Exactly one completion for each call, at its deadline at the latest; a stuck target delays no other call.
/// - Looks (probes, edges) complete with an Observation, also when nothing could be read; writes with a WriteAnswer.
/// - The permit is read right before each socket write; withdrawn means the outcome `failed` if nothing was sent yet.
/// - Text from the target is cut and made plain before it is handed on.
/// - cancel() of a call that is over, or never was, does nothing.
class Driver
{
public:
    virtual ~Driver() = default;

    virtual void start(const Call &call) = 0;
    virtual void cancel(CallId id) = 0;
};

/// The fleet clock as drivers see it, to stamp `began` and `ended`.
using InstantSource = std::function<Instant()>;

} // namespace siaga
