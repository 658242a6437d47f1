// SPDX-License-Identifier: GPL-3.0-or-later
// Who watches a lab run: told of everything that happens, in order, and may change nothing.
#pragma once

#include "core/drivers/ports/call.h"
#include "core/drivers/ports/notifier.h"
#include "core/events/event.h"
#include "core/lab/world.h"

namespace siaga::lab {

class Watcher
{
public:
    virtual ~Watcher() = default;

    /// A record became durable. Those that a killed instance wrote but never heard of are told at the next opening.
    virtual void onRecorded(const Recorded &) { }
    /// A call is handed to a driver; `durable` is the journal's last record on disk at that moment.
    virtual void onCallStarted(const Call &, Seq /*durable*/) { }
    /// A call got through to its driver.
    virtual void onCallSent(const Call &) { }
    virtual void onCompleted(const Completion &) { }
    /// A notice is handed to whoever tells people; `durable` as above.
    virtual void onNoticeStarted(const NoticeCall &, Seq /*durable*/) { }
    /// One of the instance's own breakers turned.
    virtual void onBreakerTurned(const OwnBreakerSeen &) { }
    virtual void onEffect(const Effect &) { }
    /// A fault began to hold, or ended.
    virtual void onFault(const Fault &, bool /*began*/) { }
    virtual void onKilled() { }
    virtual void onOpened() { }
    /// Everything due at this moment is done.
    virtual void onRest() { }
};

} // namespace siaga::lab
