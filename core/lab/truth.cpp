// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/truth.h"

#include <algorithm>

namespace siaga::lab {

namespace {

template<class Key>
bool within(const std::map<Key, Instant> &moments, const Key &key, Instant now, Duration span)
{
    const auto moment = moments.find(key);
    return moment != moments.end() && now - moment->second <= span;
}

} // namespace

Truth::Truth(World &world)
    : m_world(world)
{
    for (const Service &service : world.fleet().services)
        for (const Placement &placement : service.placements)
            m_ready[{service.id, placement.region}] = world.now();
}

void Truth::onEffect(const Effect &effect)
{
    const std::pair cell{effect.endpoint, ServerKey{effect.service, effect.region}};
    if (effect.writer == Effect::Writer::foreign)
        m_foreign.insert(cell);
    else
        m_foreign.erase(cell);
    if (effect.writer == Effect::Writer::siaga)
        return;
    m_tampered[effect.endpoint] = effect.at;
    m_touched = true;
}

void Truth::onRest()
{
    const Instant now = m_world.now();
    m_touched = m_touched || !m_world.faults().empty();
    if (m_world.network().ownLoss() > 0)
        m_ownLinkBad = now;
    for (const Region &region : m_world.fleet().regions)
        if (isIll(region.id))
            m_ill[region.id] = now;
    for (auto &[server, moment] : m_ready)
        if (isReady(server))
            moment = now;
}

bool Truth::isReady(const ServerKey &server) const
{
    const Site *site = m_world.site(server.first, server.second);
    return site && !m_world.isRegionDead(server.second) && site->isListening(m_world.now());
}

bool Truth::isIll(const RegionId &region) const
{
    const bool cut = std::ranges::any_of(m_world.faults(), [&](const auto &entry) {
        const FaultKind kind = entry.second.kind;
        const bool link = kind == FaultKind::partition || kind == FaultKind::observerRegionCut || kind == FaultKind::probesNotRun;
        return link && entry.second.region == region && m_world.holds(entry.first);
    });
    if (cut || m_world.isRegionDead(region))
        return true;
    return std::ranges::any_of(m_world.fleet().services, [&](const Service &service) {
        const Site *site = m_world.site(service.id, region);
        return site && (site->trouble() != SiteTrouble{} || m_world.failing(service.id, region) > 0.01);
    });
}

bool Truth::wasIll(const RegionId &region, Duration span) const
{
    return isIll(region) || within(m_ill, region, m_world.now(), span);
}

bool Truth::wasReady(const ServiceId &service, const RegionId &region, Duration span) const
{
    return within(m_ready, ServerKey{service, region}, m_world.now(), span);
}

bool Truth::ownLinkWasFine(Duration span) const
{
    return m_ownLinkBad == Instant::min() || m_world.now() - m_ownLinkBad > span;
}

bool Truth::wasTampered(const EndpointId &edge, Duration span) const
{
    return within(m_tampered, edge, m_world.now(), span);
}

std::set<RegionId> Truth::takenOut(const ServiceId &service) const
{
    std::set<RegionId> out;
    for (const Region &region : m_world.fleet().regions) {
        const ServerKey server{service, region.id};
        int living = 0;
        const bool served = std::ranges::any_of(m_world.fleet().endpoints, [&](const Endpoint &endpoint) {
            const Edge *edge = m_world.edge(endpoint.id);
            if (!edge->isAlive() || !edge->server(server))
                return false;
            ++living;
            return edge->server(server)->weight > 0 || isForeign(endpoint.id, server);
        });
        if (living > 0 && !served)
            out.insert(region.id);
    }
    return out;
}

} // namespace siaga::lab
