// SPDX-License-Identifier: GPL-3.0-or-later
// What was true in the lab's world, and for how long: what invariants measure Siaga's beliefs against.
#pragma once

#include "core/lab/watcher.h"

#include <map>
#include <set>

namespace siaga::lab {

class Truth : public Watcher
{
public:
    explicit Truth(World &world);

    void onEffect(const Effect &effect) override;
    void onKilled() override { m_touched = true; }
    void onRest() override;

    /// Anything at all was wrong with the region, as seen from anywhere, within the last `span`.
    bool wasIll(const RegionId &region, Duration span) const;
    /// The service has instances that answer in the region now.
    bool isReady(const ServerKey &server) const;
    /// The service had instances that answer in the region at some moment within the last `span`.
    bool wasReady(const ServiceId &service, const RegionId &region, Duration span) const;
    /// The observer's own link was without fault for the last `span`.
    bool ownLinkWasFine(Duration span) const;
    /// Nothing was ever broken, not even the instance itself.
    bool isUntouched() const { return !m_touched; }

    /// The weight in force was last set by somebody else's hand.
    bool isForeign(const EndpointId &edge, const ServerKey &server) const { return m_foreign.contains({edge, server}); }
    /// Somebody else wrote to the edge, or it was restarted, within the last `span`.
    bool wasTampered(const EndpointId &edge, Duration span) const;

    /// Regions that get nothing of a service from any living edge by Siaga's doing.
    std::set<RegionId> takenOut(const ServiceId &service) const;

private:
    bool isIll(const RegionId &region) const;

    World &m_world;
    std::map<RegionId, Instant> m_ill;      ///< When it was last seen ill.
    std::map<ServerKey, Instant> m_ready;   ///< When it was last seen ready.
    Instant m_ownLinkBad = Instant::min();
    bool m_touched = false;
    std::set<std::pair<EndpointId, ServerKey>> m_foreign;
    std::map<EndpointId, Instant> m_tampered;
};

} // namespace siaga::lab
