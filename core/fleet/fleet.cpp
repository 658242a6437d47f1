// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/fleet.h"

#include <algorithm>

namespace siaga {

namespace {

template<class Items, class Key, class Projection>
auto find(const Items &items, const Key &key, Projection projection) -> const typename Items::value_type *
{
    const auto found = std::ranges::find(items, key, projection);
    return found == items.end() ? nullptr : &*found;
}

} // namespace

const Placement *Service::placement(const RegionId &region) const
{
    return find(placements, region, &Placement::region);
}

const Endpoint::Backend *Endpoint::backend(const ServiceId &service) const
{
    return find(backends, service, &Backend::service);
}

const Region *Fleet::region(const RegionId &id) const
{
    return find(regions, id, &Region::id);
}

const Service *Fleet::service(const ServiceId &id) const
{
    return find(services, id, &Service::id);
}

const MetricsSource *Fleet::metricsSource(const MetricsId &id) const
{
    return find(metrics, id, &MetricsSource::id);
}

const RegisteredBreaker *Fleet::breaker(const BreakerId &id) const
{
    return find(breakers, id, &RegisteredBreaker::id);
}

const Check *Fleet::check(const CheckId &id) const
{
    return find(checks, id, &Check::id);
}

const Endpoint *Fleet::endpoint(const EndpointId &id) const
{
    return find(endpoints, id, &Endpoint::id);
}

} // namespace siaga
