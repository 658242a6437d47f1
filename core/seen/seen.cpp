// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/seen.h"

#include <set>

namespace siaga {

namespace {

template<class Kept>
void push(std::deque<Kept> &kept, const Kept &next, std::size_t keptMax)
{
    if (!kept.empty() && next.ended < kept.back().ended)
        return;
    kept.push_back(next);
    if (kept.size() > keptMax)
        kept.pop_front();
}

template<class Map>
const typename Map::mapped_type &findOrEmpty(const Map &map, const typename Map::key_type &key)
{
    static const typename Map::mapped_type empty;
    const auto found = map.find(key);
    return found == map.end() ? empty : found->second;
}

} // namespace

void Seen::take(const Observation &observation)
{
    if (const auto *check = std::get_if<CheckSeen>(&observation))
        push(m_checks[check->check], check->result, probesKept);
    else if (const auto *canary = std::get_if<CanarySeen>(&observation))
        push(m_canaries[canary->canary], canary->result, probesKept);
    else if (const auto *edge = std::get_if<EdgeSeen>(&observation); edge && edge->asked)
        push(m_edges[edge->endpoint], *edge, edgesKept);
    else if (const auto *page = std::get_if<MetricsSeen>(&observation))
        push(m_metrics[page->source], *page, metricsKept);
}

void Seen::keepOnly(const Fleet &fleet)
{
    std::set<CheckId> checks;
    for (const Check &check : fleet.checks)
        checks.insert(check.id);
    std::erase_if(m_checks, [&checks](const auto &entry) { return !checks.contains(entry.first); });
    std::erase_if(m_edges, [&fleet](const auto &entry) { return !fleet.endpoint(entry.first); });
    std::erase_if(m_metrics, [&fleet](const auto &entry) { return !fleet.metricsSource(entry.first); });
    std::erase_if(m_canaries, [&fleet](const auto &entry) {
        for (const Canary &canary : fleet.canaries)
            if (canary.id == entry.first)
                return false;
        return true;
    });
}

const std::deque<ProbeResult> &Seen::probes(const CheckId &check) const
{
    return findOrEmpty(m_checks, check);
}

const std::deque<ProbeResult> &Seen::probes(const CanaryId &canary) const
{
    return findOrEmpty(m_canaries, canary);
}

const std::deque<EdgeSeen> &Seen::looks(const EndpointId &endpoint) const
{
    return findOrEmpty(m_edges, endpoint);
}

const std::deque<MetricsSeen> &Seen::pages(const MetricsId &source) const
{
    return findOrEmpty(m_metrics, source);
}

const EdgeSeen *Seen::edge(const EndpointId &endpoint, Instant now, Duration age) const
{
    const std::deque<EdgeSeen> &kept = looks(endpoint);
    for (auto look = kept.rbegin(); look != kept.rend(); ++look)
        if (look->reached)
            return now - look->ended <= age ? &*look : nullptr;
    return nullptr;
}

Duration staleAfter(const Endpoint &endpoint)
{
    return 2 * endpoint.pollInterval + std::chrono::seconds(2);
}

Duration staleAfter(const MetricsSource &source)
{
    return 2 * source.interval + source.timeout;
}

Duration staleAfter(const Check &check)
{
    return 2 * check.interval + check.timeout;
}

} // namespace siaga
