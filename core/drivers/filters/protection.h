// SPDX-License-Identifier: GPL-3.0-or-later
// The one filter around every driver: a breaker, places, a budget and a time-out for each target of our own calls.
//
// It is like the switchboard of a ward: every call goes through it, the emergency line rings through whatever else is
// busy, and a patient who rings all day doesn't keep the others from being heard. Composition, from the outside in:
//
//     deadline ( held by a person ( breaker ( place ( budget ( time-out ( driver ))))))
//
// - Lane::rescue, and every write: passes at once, always; what becomes of it is counted.
// - Lane::round: passes, also through an open breaker, whose probe it is; only one that a person holds open refuses it. It
//   waits for a place for half of its deadline at most, as the answer would say nothing after that.
// - Lane::recheck: needs the breaker's word, a place, and a grant of the budget; it never waits. An open breaker keeps it
//   back only when it comes again and again (GuardedTarget::mayConfirm).
//
// What is not run is answered as such and says nothing: checks become unknown by staleness, edges were not asked. The
// catch: it has no clock and no thread; whoever owns it lets it catch up by advanceTo(), where all that it answers by
// itself is handed out and those who waited are started.
#pragma once

#include "core/drivers/filters/guarded_target.h"
#include "core/drivers/ports/breaker_control.h"
#include "core/drivers/ports/metrics.h"
#include "core/drivers/ports/prober.h"
#include "core/drivers/ports/traffic.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace siaga {

class Protection : public BreakerControl
{
public:
    /// What it sees by itself: breakers that turned. Only ever enqueues.
    using Told = std::function<void(Observation)>;

    Protection(CompletionSink sink, InstantSource now, Told told);
    ~Protection() override;

    /// Where the drivers complete; valid for as long as this lives.
    CompletionSink sink();

    /// The same port with protection, owned by this; the driver must live as long as calls are made.
    Prober &around(Prober &driver);
    Traffic &around(Traffic &driver);
    Metrics &around(Metrics &driver);

    void watch(const Fleet &fleet) override;
    void holdOpen(const BreakerId &breaker) override;
    void disable(const BreakerId &breaker) override;
    void release(const BreakerId &breaker) override;
    void reset(const BreakerId &breaker) override;

    void advanceTo(Instant now);
    /// When advanceTo() should be called next; nullopt when nothing waits.
    std::optional<Instant> next() const;

    /// All targets, in the order of their names.
    std::vector<TargetFigures> figures(Instant now) const;

private:
    template<class Port>
    class Around;

    /// A call on its way through.
    struct Passing
    {
        std::shared_ptr<GuardedTarget> target;
        Driver *driver = nullptr;
        Call call;
        Instant asked; ///< When it was started here.
        Instant began; ///< When it was started at the driver.
        resilience::Admission admission;
        bool isRescue = false;
        bool cancelled = false;
    };

    void start(Driver &driver, const Call &call);
    void cancel(CallId id);
    void startRecheck(Passing passing, Instant now);
    void wait(Passing passing, Instant now);
    void launch(Passing passing, Instant now);
    void completed(Completion completion);
    void refuse(const Passing &passing, const std::string &why, Instant now);
    void beginWaiting(GuardedTarget &target, Instant now);
    resilience::Admission admit(GuardedTarget &target, Instant now);
    void hold(const BreakerId &breaker, BreakerState state);
    void tell(const GuardedTarget &target, const resilience::BreakerChange &change, Instant now);
    std::shared_ptr<GuardedTarget> targetFor(const Call &call);
    std::shared_ptr<GuardedTarget> added(const BreakerId &id, const TargetShape &shape);

    CompletionSink m_sink;
    InstantSource m_now;
    Told m_told;
    std::map<BreakerId, std::shared_ptr<GuardedTarget>> m_targets;
    std::map<BreakerId, BreakerState> m_held;  ///< By people: forced open or disabled.
    std::map<CallId, Passing> m_inFlight;
    std::map<CallId, Passing> m_waiting;       ///< For a place.
    std::deque<Completion> m_answers;          ///< Ours, to be handed out.
    std::optional<Instant> m_freed;            ///< Since when a place is free that somebody waits for.
    std::vector<std::unique_ptr<Driver>> m_around;
};

} // namespace siaga
