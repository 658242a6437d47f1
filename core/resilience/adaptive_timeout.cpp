// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/resilience/adaptive_timeout.h"

#include "core/base/check.h"

#include <algorithm>
#include <bit>

namespace siaga::resilience {

namespace {

constexpr int firstOctave = 14; // Below 2^14 ns (16 us) all is one bucket.

} // namespace

std::size_t LatencyDigest::bucketOf(Duration took)
{
    const auto nanoseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(1, took.count()));
    const int octave = std::bit_width(nanoseconds) - 1;
    if (octave < firstOctave)
        return 0;
    const auto eighth = (nanoseconds >> (octave - 3)) & 7;
    return std::min<std::size_t>(std::size_t(octave - firstOctave) * 8 + eighth, buckets - 1);
}

Duration LatencyDigest::endOf(std::size_t bucket)
{
    const auto octave = static_cast<int>(bucket / 8) + firstOctave;
    return Duration(std::int64_t(9 + bucket % 8) << (octave - 3));
}

Duration LatencyDigest::quantile(Permille share) const
{
    const std::uint64_t rank = (count() * std::uint64_t(std::clamp(share.value, 0, 1000)) + 999) / 1000;
    std::uint64_t passed = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        passed += m_buckets[bucket].load(std::memory_order_relaxed);
        if (passed > 0 && passed >= rank)
            return endOf(bucket);
    }
    return Duration{};
}

std::uint64_t LatencyDigest::count() const
{
    std::uint64_t count = 0;
    for (const auto &bucket : m_buckets)
        count += bucket.load(std::memory_order_relaxed);
    return count;
}

void LatencyDigest::fade()
{
    // Takes the half away instead of storing it, so that what is added meanwhile is not lost.
    for (auto &bucket : m_buckets)
        bucket.fetch_sub((bucket.load(std::memory_order_relaxed) + 1) / 2, std::memory_order_relaxed);
}

AdaptiveTimeout::AdaptiveTimeout(const AdaptiveTimeoutPolicy &policy)
    : m_policy(policy)
    , m_current(policy.configured.count())
{
    SIAGA_CHECK(policy.configured > Duration{});
    SIAGA_CHECK(policy.floor > Duration{});
    SIAGA_CHECK(policy.floor <= policy.ceiling);
    SIAGA_CHECK(policy.least.value > 0);
    SIAGA_CHECK(policy.least <= policy.most);
    SIAGA_CHECK(policy.memory > Duration{});
    SIAGA_CHECK(policy.refresh > Duration{});
}

void AdaptiveTimeout::refresh(Instant now)
{
    const std::int64_t moment = now.time_since_epoch().count();
    std::int64_t due = m_refreshAt.load(std::memory_order_relaxed);
    if (moment < due || !m_refreshAt.compare_exchange_strong(due, moment + m_policy.refresh.count(), std::memory_order_relaxed))
        return;
    const std::int64_t fadeAt = m_fadeAt.load(std::memory_order_relaxed);
    if (moment >= fadeAt) {
        m_fadeAt.store(moment + m_policy.memory.count() / 2, std::memory_order_relaxed);
        if (fadeAt != 0)
            m_digest.fade();
    }
    if (m_digest.count() < std::uint64_t(m_policy.samplesMin))
        return;
    const auto part = [](Duration of, Permille share) { return Duration(of.count() / 1000 * share.value); };
    const Duration near = std::clamp(part(m_digest.quantile(m_policy.quantile), m_policy.factor),
                                     part(m_policy.configured, m_policy.least), part(m_policy.configured, m_policy.most));
    m_current.store(std::clamp(near, m_policy.floor, m_policy.ceiling).count(), std::memory_order_relaxed);
}

} // namespace siaga::resilience
