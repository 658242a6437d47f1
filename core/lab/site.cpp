// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/site.h"

#include <algorithm>
#include <cmath>

namespace siaga::lab {

namespace {

/// Workers of an instance are enough for this factor on the latency; slower than that costs throughput.
constexpr double slowAbsorbed = 4;
/// An instance that has just begun to listen serves this part of its share.
constexpr double coldShare = 0.25;
/// Queueing makes a request at most this many times slower; beyond, requests fail instead.
constexpr double queueingMax = 20;

} // namespace

Site::Site(double capacity, const SiteOptions &options, const Random &random)
    : m_capacity(capacity)
    , m_options(options)
    , m_random(random)
    , m_instances(static_cast<std::size_t>(std::max(1, options.instances)), Instance{.listens = Instant::min()})
{
}

void Site::suffer(const SiteTrouble &trouble, Instant now)
{
    m_trouble = trouble;
    const auto dead = static_cast<std::size_t>(std::ceil(trouble.down * static_cast<double>(m_instances.size())));
    for (std::size_t i = 0; i < m_instances.size(); ++i) {
        Instance &instance = m_instances[i];
        const bool dies = i < dead;
        if (instance.dead && !dies) {
            const auto range = (m_options.startMax - m_options.startMin).count();
            const auto extra = static_cast<Duration::rep>(m_random.unit() * static_cast<double>(range));
            instance.listens = now + m_options.startMin + Duration(extra);
        }
        instance.dead = dies;
    }
}

double Site::readyShare(const Instance &instance, Instant now) const
{
    if (instance.dead || now < instance.listens)
        return 0;
    if (instance.listens == Instant::min() || now >= instance.listens + m_options.warmUp)
        return 1;
    return coldShare + (1 - coldShare) * inSeconds(now - instance.listens) / inSeconds(m_options.warmUp);
}

double Site::readyCapacity(Instant now) const
{
    double share = 0;
    for (const Instance &instance : m_instances)
        share += readyShare(instance, now);
    const double throughput = std::min(1.0, slowAbsorbed / std::max(1.0, m_trouble.slow));
    return m_capacity * throughput * share / static_cast<double>(m_instances.size());
}

bool Site::isListening(Instant now) const
{
    return std::ranges::any_of(m_instances, [this, now](const Instance &one) { return readyShare(one, now) > 0; });
}

double Site::failing(Instant now) const
{
    const double ready = readyCapacity(now);
    if (ready <= 0 || latency(now) > m_options.edgeTimeout)
        return 1;
    const double overload = m_load > ready ? 1 - ready / m_load : 0;
    return 1 - (1 - overload) * (1 - m_trouble.failing);
}

Duration Site::latency(Instant now) const
{
    const double ready = readyCapacity(now);
    const double used = ready > 0 ? m_load / ready : 1;
    const double queueing = std::min(queueingMax, 1 / std::max(1e-6, 1 - used));
    const double factor = m_trouble.slow * (used < 1 ? queueing : queueingMax);
    return Duration(static_cast<Duration::rep>(static_cast<double>(m_options.latency.count()) * factor));
}

} // namespace siaga::lab
