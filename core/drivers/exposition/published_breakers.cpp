// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/published_breakers.h"

#include "core/base/text.h"
#include "core/drivers/exposition/page.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr std::size_t nameLengthMax = 120; // As ForeignBreaker::name promises.
constexpr std::string_view r4jState = "resilience4j_circuitbreaker_state";
constexpr std::string_view r4jFailureRate = "resilience4j_circuitbreaker_failure_rate";
constexpr std::string_view r4jSlowRate = "resilience4j_circuitbreaker_slow_call_rate";
constexpr std::string_view envoyLimits = "envoy_cluster_circuit_breakers_";
constexpr std::string_view envoyEjections = "envoy_cluster_outlier_detection_ejections_active";

bool isEnvoyLimit(std::string_view name)
{
    return name.starts_with(envoyLimits) && name.ends_with("_open");
}

std::optional<BreakerState> r4jStateOf(std::string_view word)
{
    if (word == "closed")
        return BreakerState::closed;
    if (word == "open")
        return BreakerState::open;
    if (word == "half_open")
        return BreakerState::halfOpen;
    if (word == "forced_open")
        return BreakerState::forcedOpen;
    if (word == "disabled" || word == "metrics_only") // The latter counts and lets everything pass.
        return BreakerState::disabled;
    return std::nullopt;
}

/// Percent as a share; below zero (too few calls) and beyond what a share can be: not told.
double shareOf(std::optional<double> percent)
{
    return percent && *percent >= 0 && *percent <= 100 ? *percent / 100 : -1;
}

} // namespace

bool PublishedBreakers::isOne(std::string_view name)
{
    return name == r4jState || name == r4jFailureRate || name == r4jSlowRate || isEnvoyLimit(name) || name == envoyEjections;
}

void PublishedBreakers::take(const Sample &sample)
{
    if (!isOne(sample.name))
        return;
    if (sample.name.starts_with("envoy_"))
        takeEnvoy(sample);
    else
        takeResilience4j(sample);
}

void PublishedBreakers::takeResilience4j(const Sample &sample)
{
    Found *const one = found("resilience4j", sample.label("name"));
    if (!one)
        return;
    if (sample.name == r4jFailureRate) {
        one->breaker.failureRate = shareOf(sample.value);
    } else if (sample.name == r4jSlowRate) {
        one->breaker.slowRate = shareOf(sample.value);
    } else if (const auto state = r4jStateOf(sample.label("state")); state && sample.value == 1.0) {
        one->breaker.state = *state;
        one->told = true;
    }
}

void PublishedBreakers::takeEnvoy(const Sample &sample)
{
    Found *const one = sample.value ? found("envoy", sample.label("envoy_cluster_name")) : nullptr;
    if (!one)
        return;
    const bool trouble = *sample.value > 0;
    if (trouble && isEnvoyLimit(sample.name))
        one->breaker.state = BreakerState::open;
    else if (trouble && one->breaker.state == BreakerState::closed)
        one->breaker.state = BreakerState::degraded;
    one->told = true;
}

PublishedBreakers::Found *PublishedBreakers::found(const std::string &program, std::string_view name)
{
    std::string plain = plainText(name, nameLengthMax);
    if (plain.empty())
        return nullptr;
    const auto [place, isNew] = m_places.try_emplace({program, plain}, m_found.size());
    if (isNew && m_found.size() == breakersMax) {
        m_places.erase(place);
        return nullptr;
    }
    if (isNew)
        m_found.push_back({.breaker = {.name = std::move(plain), .program = program}});
    return &m_found[place->second];
}

std::vector<ForeignBreaker> PublishedBreakers::all() const
{
    std::vector<ForeignBreaker> all;
    for (const Found &one : m_found)
        if (one.told)
            all.push_back(one.breaker);
    return all;
}

} // namespace siaga
