// SPDX-License-Identifier: GPL-3.0-or-later
// How faults act on the world: whatever holds is applied afresh on every change, so that overlapping ones never leave
// anything broken behind.
#include "core/lab/world.h"

#include "core/base/check.h"

#include <algorithm>

namespace siaga::lab {

FaultId World::inject(const Fault &fault)
{
    SIAGA_CHECK(fault.magnitude >= 0);
    SIAGA_CHECK(fault.period > Duration::zero());
    m_lastFault = m_lastFault.next();
    const FaultId id = m_lastFault;
    m_faults.emplace(id, fault);
    if (fault.until)
        m_timetable.at(std::max(*fault.until, fault.from), [this, id] { heal(id); });
    if (fault.from <= now())
        begin(id);
    else
        m_timetable.at(fault.from, [this, id] { begin(id); });
    return id;
}

void World::begin(FaultId id)
{
    const auto fault = m_faults.find(id);
    if (fault == m_faults.end())
        return; // Healed before it began.
    m_flow.advanceTo(now());
    if (m_onFault)
        m_onFault(fault->second, true);
    if (isMomentary(fault->second.kind)) {
        const Fault momentary = fault->second;
        m_faults.erase(fault);
        happen(momentary);
        return;
    }
    if (fault->second.kind == FaultKind::flapping) {
        flap(id, true);
        return;
    }
    m_holding.insert(id);
    reapply();
}

void World::flap(FaultId id, bool down)
{
    const auto fault = m_faults.find(id);
    if (fault == m_faults.end())
        return;
    if (down)
        m_holding.insert(id);
    else
        m_holding.erase(id);
    reapply();
    const Duration half = std::max<Duration>(fault->second.period / 2, std::chrono::milliseconds(100));
    m_timetable.at(now() + half, [this, id, down] { flap(id, !down); });
}

void World::heal(FaultId id)
{
    const auto fault = m_faults.extract(id);
    const bool held = m_holding.erase(id) > 0;
    if (!fault.empty() && m_onFault && (held || fault.mapped().from <= now()))
        m_onFault(fault.mapped(), false);
    if (held)
        reapply();
}

void World::healAll()
{
    while (!m_faults.empty())
        heal(m_faults.begin()->first);
}

void World::happen(const Fault &fault)
{
    if (fault.kind == FaultKind::foreignWrite) {
        const Edge *known = edge(fault.endpoint);
        if (known && known->isAlive())
            setWeight(fault.endpoint, {fault.service, fault.region}, std::clamp(fault.weight, 0, 256), Effect::Writer::foreign, {});
        return;
    }
    for (std::size_t i = 0; i < m_edges.size(); ++i)
        if (m_fleet.endpoints[i].id == fault.endpoint && m_edges[i].isAlive())
            restartEdge(i);
}

void World::restartEdge(std::size_t index)
{
    const EndpointId &id = m_fleet.endpoints[index].id;
    // Told one by one as effects first, then the counters start anew.
    for (const auto &[key, server] : std::map(m_edges[index].servers()))
        if (server.weight != server.configured)
            setWeight(id, key, server.configured, Effect::Writer::restart, {});
    m_edges[index].restart(now());
    m_flow.disturb();
}

void World::reapply()
{
    m_flow.advanceTo(now());
    m_deadRegions.clear();
    m_blindTo.clear();
    for (const Fault *fault : holding()) {
        if (fault->kind == FaultKind::regionCrash)
            m_deadRegions.insert(fault->region);
        if (fault->kind == FaultKind::probesNotRun)
            m_blindTo.insert(fault->region);
    }
    breakSites();
    breakEdges();
    breakLinks();
    m_flow.disturb();
}

std::vector<const Fault *> World::holding() const
{
    std::vector<const Fault *> faults;
    for (const FaultId id : m_holding)
        faults.push_back(&m_faults.at(id));
    return faults;
}

void World::breakSites()
{
    std::map<ServerKey, SiteTrouble> troubles;
    for (const Fault *fault : holding()) {
        SiteTrouble &trouble = troubles[{fault->service, fault->region}];
        const double share = std::min(1.0, fault->magnitude);
        if (fault->kind == FaultKind::serviceCrash || fault->kind == FaultKind::flapping)
            trouble.down = std::max(trouble.down, share);
        if (fault->kind == FaultKind::slow)
            trouble.slow = std::max({trouble.slow, fault->magnitude, 1.0});
        if (fault->kind == FaultKind::halfFailing || fault->kind == FaultKind::lyingHealthCheck)
            trouble.failing = std::max(trouble.failing, share);
        trouble.lying = trouble.lying || fault->kind == FaultKind::lyingHealthCheck;
        trouble.errorPage = trouble.errorPage || fault->kind == FaultKind::errorPage;
    }
    for (auto &[key, site] : m_sites) {
        SiteTrouble trouble = troubles[key];
        if (isRegionDead(key.second))
            trouble.down = 1;
        if (trouble != site.trouble())
            site.suffer(trouble, now());
    }
}

void World::breakEdges()
{
    bool changed = false;
    for (std::size_t i = 0; i < m_edges.size(); ++i) {
        const Endpoint &endpoint = m_fleet.endpoints[i];
        EdgeTrouble trouble{.hostDead = endpoint.region && isRegionDead(*endpoint.region)};
        for (const Fault *fault : holding()) {
            if (fault->endpoint != endpoint.id)
                continue;
            trouble.dead = trouble.dead || fault->kind == FaultKind::edgeCrash;
            trouble.refuses = trouble.refuses || fault->kind == FaultKind::edgeRefusesWrites;
            if (fault->kind == FaultKind::replyLost)
                trouble.replyLost = std::max(trouble.replyLost, std::min(1.0, fault->magnitude));
            if (fault->kind == FaultKind::edgeLagging)
                trouble.lag = std::max(trouble.lag, Duration(static_cast<Duration::rep>(fault->magnitude * 1e9)));
        }
        const bool wasAlive = m_edges[i].isAlive();
        const bool lives = !trouble.dead && !trouble.hostDead;
        if (!wasAlive && lives)
            restartEdge(i);
        m_edges[i].suffer(trouble);
        changed = changed || wasAlive != lives;
    }
    if (changed)
        resolveLater();
}

void World::breakLinks()
{
    m_network.clear();
    for (const Fault *fault : holding()) {
        const double share = std::min(1.0, fault->magnitude);
        if (fault->kind == FaultKind::partition)
            m_network.losePair(fault->endpoint, fault->region, share);
        if (fault->kind == FaultKind::observerRegionCut)
            m_network.loseRegion(fault->region, share);
        if (fault->kind == FaultKind::observerEdgeCut)
            m_network.loseEdge(fault->endpoint, share);
        if (fault->kind == FaultKind::ownLinkCut)
            m_network.loseOwn(1);
        if (fault->kind == FaultKind::ownLinkFlaky)
            m_network.loseOwn(share);
    }
}

} // namespace siaga::lab
