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

const NotifyHook *Fleet::hook(const ChannelId &id) const
{
    return find(notify.hooks, id, &NotifyHook::id);
}

bool Fleet::happens(Occasion occasion) const
{
    return occasion == Occasion::always || (occasion == Occasion::live && !lab);
}

std::vector<NoticeChannel> Fleet::noticeChannels() const
{
    std::vector<NoticeChannel> channels;
    if (happens(notify.desktop))
        channels.push_back({desktopChannel, notify.from});
    for (const NotifyHook &hook : notify.hooks)
        channels.push_back({hook.id, hook.from});
    return channels;
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
