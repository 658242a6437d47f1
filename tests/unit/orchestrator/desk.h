// SPDX-License-Identifier: GPL-3.0-or-later
// The orchestrator alone on a table: hand-made plans, an edge for each region, and time that passes when told to.
//
// As in the loop each event is folded at once and then becomes an input. The catch: no other engine listens, so what
// they would tell is told by hand.
#pragma once

#include "core/events/health_events.h"
#include "core/orchestrator/engine.h"

#include <QByteArray>

#include <functional>
#include <set>

namespace siaga::orchestrator {

class Desk
{
public:
    /// Regions us, eu, ap, all healthy, with an edge each; "web" stands in all of them at weight 100.
    Desk();

    /// Records what others tell, and lets the orchestrator answer until it is at rest.
    void happens(Event event, Actor actor = {Actor::Kind::engine, "recovery"});
    void asks(Event request, const std::string &who = "ayu") { happens(std::move(request), {Actor::Kind::person, who}); }

    PlanId propose(Plan plan, Autonomy autonomy = Autonomy::ask);
    void approve(PlanId plan) { asks(ApproveRequested{RequestId(1), plan, state.plan(plan)->hash}); }
    void abort(PlanId plan) { asks(AbortRequested{RequestId(1), plan}); }
    void turn(const char *region, RegionState to) { happens(RegionTurned{.region = RegionId(region), .to = to}); }
    /// Proposed, approved; it runs at once where nothing stands in its way.
    PlanId start(Plan plan);

    /// Calls are answered after 100 ms, edges looked at every 500 ms.
    void run(Duration lasts);
    bool runUntil(const std::function<bool()> &condition, Duration most = std::chrono::minutes(5));

    /// What the orchestrator told of the plan since it was last asked: "admitted, do 0=50, seen 0, ended done".
    QByteArray story(PlanId plan);
    /// "Running", "Held" ..., or how it ended.
    QByteArray standing(PlanId plan) const;

    Fleet fleet;
    Seen seen;
    State state;
    Instant now{std::chrono::seconds(100)};

    std::map<std::pair<std::string, std::string>, int> weights; ///< (edge, region); all 100 at first.
    std::set<std::string> dark;          ///< Edges that cannot be looked at.
    std::vector<StepAnswered::Result> answers; ///< Of the next calls; done when empty.
    bool answering = true;               ///< False: calls stay under way.

private:
    struct Call
    {
        StepIntended intended;
        Instant due;
    };
    Context context() const { return {fleet, seen, now, m_head}; }
    void put(const Input &input);
    void record(Event event, Actor actor);
    void settle();
    void answerDue();
    void look();
    static QByteArray word(const Event &event, PlanId plan);

    Seq m_head;
    PlanId m_lastPlan;
    std::vector<Recorded> m_told;
    std::size_t m_put = 0; // Of the records, how many were put to the engine.
    std::size_t m_read = 0;
    std::vector<Call> m_calls;
    Instant m_looked;
};

/// One edge's share of `us`, the step's way back, and what it comes after.
Step share(const char *edge, int permille, WayBack onAbort = WayBack::hold, std::vector<int> after = {});
/// Waits, holding the traffic of `us`.
Step bake(Duration lasts, std::vector<int> after = {});
/// A plan about `us`; by default one that ranks lowest.
Plan planOf(std::vector<Step> steps, PlanClass rank = PlanClass::drill, PurposeKind kind = PurposeKind::bake);

} // namespace siaga::orchestrator
