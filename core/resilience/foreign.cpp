// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/foreign.h"

#include "core/resilience/turns.h"
#include "core/seen/breaker_names.h"

#include <algorithm>
#include <set>

namespace siaga::resilience {

namespace {

std::string pagePrefix(const MetricsId &source)
{
    return foreignBreakerOf(source, {}).text().substr(0, sizeof("page:") + source.text().size());
}

/// Takes turns in, as long as there is room.
class Turns
{
public:
    explicit Turns(const State &state)
        : m_state(state)
        , m_known(static_cast<std::size_t>(std::ranges::count_if(state.breakers, [](const auto &entry) {
            return entry.second.kind == BreakerKind::foreign;
        })))
    {
    }

    void show(const BreakerId &id, BreakerState to)
    {
        const auto known = m_state.breakers.find(id);
        const bool isNew = known == m_state.breakers.end();
        const BreakerState from = isNew ? BreakerState::closed : known->second.state;
        if (from == to || (isNew && m_known++ >= foreignBreakersMax))
            return;
        outputs.push_back(Event(BreakerTurned{.breaker = id, .kind = BreakerKind::foreign, .from = from, .to = to, .admitted = whole}));
    }

    void gone(const BreakerId &id)
    {
        if (m_state.breakers.contains(id))
            outputs.push_back(Event(BreakerGone{id}));
    }

    Outputs outputs;

private:
    const State &m_state;
    std::size_t m_known;
};

std::set<BreakerId> shownBy(const MetricsSeen &page)
{
    std::set<BreakerId> ids;
    for (const ForeignBreaker &breaker : page.breakers)
        ids.insert(foreignBreakerOf(page.source, breaker));
    return ids;
}

/// What the newest page that was reached, and the one before it, show; empty when there are no two.
std::vector<std::set<BreakerId>> lastTwo(const std::deque<MetricsSeen> &pages)
{
    std::vector<std::set<BreakerId>> shown;
    for (auto page = pages.rbegin(); page != pages.rend() && shown.size() < 2; ++page)
        if (page->reached)
            shown.push_back(shownBy(*page));
    return shown;
}

} // namespace

Outputs published(const State &state, const MetricsSeen &page, const Context &context)
{
    if (!page.reached || !context.fleet.metricsSource(page.source))
        return {};
    Turns turns(state);
    std::set<BreakerId> told; // A name twice on a page: the first one counts.
    for (const ForeignBreaker &breaker : page.breakers)
        if (const BreakerId id = foreignBreakerOf(page.source, breaker); told.insert(id).second)
            turns.show(id, breaker.state);
    const auto shown = lastTwo(context.seen.pages(page.source));
    const std::string prefix = pagePrefix(page.source);
    for (auto known = state.breakers.lower_bound(BreakerId(prefix)); known != state.breakers.end(); ++known) {
        if (!known->first.text().starts_with(prefix))
            break;
        if (shown.size() == 2 && std::ranges::none_of(shown, [&](const auto &ids) { return ids.contains(known->first); }))
            turns.gone(known->first);
    }
    return std::move(turns.outputs);
}

Outputs serversTurned(const State &state, const EdgeSeen &look, const Context &context)
{
    const Endpoint *endpoint = look.reached ? context.fleet.endpoint(look.endpoint) : nullptr;
    if (!endpoint)
        return {};
    Turns turns(state);
    for (const auto &[key, server] : look.servers) {
        const Endpoint::Backend *backend = endpoint->backend(key.first);
        if (!backend || !backend->servers.contains(key.second))
            continue;
        const BreakerId id = foreignBreakerOf(look.endpoint, backend->name, backend->servers.at(key.second));
        if (server.state == ServerSeen::State::down)
            turns.show(id, BreakerState::open);
        else if (server.state == ServerSeen::State::ready)
            turns.show(id, BreakerState::closed);
        else
            turns.gone(id);
    }
    return std::move(turns.outputs);
}

Outputs foreignWithoutSource(const State &state, const Fleet &fleet)
{
    std::set<BreakerId> servers;
    for (const Endpoint &endpoint : fleet.endpoints)
        for (const Endpoint::Backend &backend : endpoint.backends)
            for (const auto &[region, server] : backend.servers)
                servers.insert(foreignBreakerOf(endpoint.id, backend.name, server));
    Outputs outputs;
    for (const auto &[id, memory] : state.breakers) {
        const auto isOf = [&](const MetricsSource &source) { return id.text().starts_with(pagePrefix(source.id)); };
        if (memory.kind == BreakerKind::foreign && !servers.contains(id) && std::ranges::none_of(fleet.metrics, isOf))
            outputs.push_back(Event(BreakerGone{id}));
    }
    return outputs;
}

} // namespace siaga::resilience
