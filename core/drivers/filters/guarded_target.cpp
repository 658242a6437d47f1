// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/filters/guarded_target.h"

#include "core/seen/breaker_names.h"

#include <algorithm>

namespace siaga {

using namespace std::chrono_literals;
using namespace resilience;

namespace {

// Places: a probed target may be a gateway with many checks behind it. Sixty-four that hang for three seconds are two
// hundred checks in the usual rhythm, and a quarter of what the prober can have under way, so that one such target never
// takes the places of others. An edge answers one call after another, a page is read by one look at a time.
constexpr int placesOf(TargetKind kind)
{
    return kind == TargetKind::probe ? 64 : kind == TargetKind::edge ? 4 : 2;
}

constexpr std::size_t lineOf(TargetKind kind)
{
    return kind == TargetKind::probe ? 64 : 4;
}

// Looks on top of the rhythm that edges and pages get at once; a check brings its own.
constexpr int usualConfirmations = 3;
// What an edge or a canary needs, with one to spare.
constexpr int usualLooksToBelieve = 3;
constexpr Duration leastDeadline = 1s;

/// The purse holds what one outage of all checks and their return take, also while degraded, when all costs twice as
/// much. What fails and comes back all the time soon lives on what it earns.
RetryBudgetPolicy budgetFor(const TargetShape &shape)
{
    return {.burst = std::clamp(2 * shape.confirmations, 2 * usualConfirmations, 1000)};
}

AdaptiveTimeoutPolicy timeoutFor(TargetKind kind)
{
    return {.configured = kind == TargetKind::metrics ? 3s : 5s, .adapts = kind != TargetKind::probe};
}

/// Chance of its own for each target, so that those which opened together don't look again together.
std::uint64_t seedOf(const BreakerId &id)
{
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : id.text())
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

} // namespace

BreakerPolicy breakerPolicyFor(TargetKind kind)
{
    BreakerPolicy policy;
    policy.window = 60s;
    policy.callsMin = 6;
    policy.slowOpenRate = Permille{1001};
    policy.probesNeeded = 2;
    policy.openFirst = 10s;
    policy.openMax = 2min;
    if (kind == TargetKind::probe)
        policy.slowRate = Permille{1001};
    return policy;
}

std::map<BreakerId, TargetShape> targetsOf(const Fleet &fleet)
{
    std::map<BreakerId, TargetShape> targets;
    const auto add = [&targets](const BreakerId &id, TargetKind kind, int confirmations) {
        TargetShape &shape = targets[id];
        shape.kind = kind;
        shape.confirmations += confirmations;
    };
    for (const Check &check : fleet.checks)
        add(ownBreakerOf(check), TargetKind::probe, check.failuresToDown + check.successesToUp);
    for (const Canary &canary : fleet.canaries)
        add(ownBreakerOf(canary), TargetKind::probe, usualConfirmations);
    for (const Endpoint &endpoint : fleet.endpoints)
        add(ownBreakerOf(endpoint), TargetKind::edge, usualConfirmations);
    for (const MetricsSource &source : fleet.metrics)
        add(ownBreakerOf(source), TargetKind::metrics, usualConfirmations);
    return targets;
}

Subject subjectOf(const Call &call)
{
    if (const auto *probe = std::get_if<ProbeCheck>(&call.what))
        return {"check " + probe->check.id.text(), std::max(probe->check.failuresToDown, probe->check.successesToUp)};
    if (const auto *canary = std::get_if<ProbeCanary>(&call.what))
        return {"canary " + canary->canary.id.text(), usualLooksToBelieve};
    return {"look", usualLooksToBelieve};
}

BreakerId targetOf(const Call &call)
{
    if (const auto *probe = std::get_if<ProbeCheck>(&call.what))
        return ownBreakerOf(probe->check);
    if (const auto *canary = std::get_if<ProbeCanary>(&call.what))
        return ownBreakerOf(canary->canary);
    if (const auto *look = std::get_if<LookAtEdge>(&call.what))
        return ownBreakerOf(look->endpoint);
    if (const auto *write = std::get_if<SetServerWeight>(&call.what))
        return ownBreakerOf(write->endpoint);
    return ownBreakerOf(std::get<ReadMetrics>(call.what).source);
}

TargetKind kindOf(const Call &call)
{
    if (std::holds_alternative<ReadMetrics>(call.what))
        return TargetKind::metrics;
    const bool probes = std::holds_alternative<ProbeCheck>(call.what) || std::holds_alternative<ProbeCanary>(call.what);
    return probes ? TargetKind::probe : TargetKind::edge;
}

GuardedTarget::GuardedTarget(BreakerId id, const TargetShape &shape)
    : breaker(breakerPolicyFor(shape.kind), seedOf(id))
    , places(placesOf(shape.kind))
    , line(lineOf(shape.kind))
    , m_id(std::move(id))
    , m_shape(shape)
    , m_budget(std::make_unique<RetryBudget>(budgetFor(shape)))
    , m_timeout(timeoutFor(shape.kind))
{
}

void GuardedTarget::reshape(const TargetShape &shape)
{
    if (shape == m_shape)
        return;
    m_shape = shape;
    m_budget = std::make_unique<RetryBudget>(budgetFor(shape));
}

bool GuardedTarget::mayConfirm(const Subject &subject) const
{
    const auto passed = m_rechecks.find(subject.name);
    return passed == m_rechecks.end() || passed->second < subject.looksToBelieve;
}

bool GuardedTarget::isWell() const
{
    const BreakerState state = breaker.state();
    return state == BreakerState::closed || state == BreakerState::disabled;
}

Duration GuardedTarget::deadlineFor(Duration asked) const
{
    if (m_shape.kind == TargetKind::probe)
        return asked;
    return std::min(asked, std::max({m_timeout.current(), asked / 2, leastDeadline}));
}

std::optional<BreakerChange> GuardedTarget::ended(const Admission &admission, CallResult result, Duration took, Instant now)
{
    failures += result == CallResult::failure;
    if (result == CallResult::success) {
        m_timeout.succeeded(took, !isWell(), now);
        m_budget->earn();
    }
    return breaker.record(admission, result, took, now);
}

TargetFigures GuardedTarget::figures(Instant now) const
{
    return {.id = m_id,
            .state = breaker.state(),
            .figures = breaker.figures(now),
            .untilProbe = breaker.untilProbe(now).value_or(Duration{}),
            .admittedPermille = breaker.admittedShare().value,
            .inFlight = places.inside() + rescues,
            .limit = places.limit(),
            .queued = static_cast<int>(line.size()),
            .queueMax = static_cast<int>(line.most()),
            .retryBudgetPermille = m_budget->left().value,
            .timeout = m_asked > Duration{} ? deadlineFor(m_asked) : Duration{},
            .refused = refused,
            .calls = calls,
            .failures = failures};
}

} // namespace siaga
