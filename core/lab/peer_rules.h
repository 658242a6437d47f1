// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs' breakers do as they come, rule by rule, so that ours is measured beside them and not beside wishes.
//
// It is like the tracing of a competitor's drawing: only the lines that matter, but those exact. The catch: they are models
// of the defaults; whoever has tuned theirs has another rule, and Envoy's ejects hosts where ours judges targets.
//
// Sources (read in each project's own source): resilience4j CircuitBreakerConfig and CircuitBreakerStateMachine; Polly
// v8 AdvancedCircuitBehavior, RollingHealthMetrics, CircuitStateController; Hystrix HystrixCircuitBreaker and
// HystrixCommandProperties; Envoy outlier detection; bRPC circuit_breaker.cpp.
#pragma once

#include "core/lab/target_rule.h"

#include <vector>

namespace siaga::lab {

/// resilience4j: the last 100 calls, at least 100, half of them failed: open for 60 s, then 10 calls decide.
std::unique_ptr<TargetRule> makeResilience4j(std::uint64_t seed);
/// Polly v8: 30 s in ten windows, at least 100 calls, a tenth failed: open for 5 s, then one call decides.
std::unique_ptr<TargetRule> makePolly(std::uint64_t seed);
/// Hystrix: 10 s in ten buckets, at least 20 calls, half failed, looked at every 500 ms: open for 5 s, then one decides.
std::unique_ptr<TargetRule> makeHystrix(std::uint64_t seed);
/// Five failures in a row, as Envoy ejects and Finagle marks dead: out for 30 s times the ejections, at most 300 s.
std::unique_ptr<TargetRule> makeConsecutive(std::uint64_t seed);
/// bRPC: moving averages of what errors cost, over 1500 calls (10 %) and 3000 (5 %): out for 100 ms, doubling to 30 s.
std::unique_ptr<TargetRule> makeBrpc(std::uint64_t seed);
/// No rule: everything passes.
std::unique_ptr<TargetRule> makeUnprotected(std::uint64_t seed);

/// The five peers, by the names that tables show.
const std::vector<RuleKind> &peerRules();

} // namespace siaga::lab
