// SPDX-License-Identifier: GPL-3.0-or-later
// How long to wait for an answer, learned from how long good answers take.
//
// It is like knowing how long your friend usually takes to answer the phone: you hang up somewhat later, not after a
// minute. The catch: a time-out that follows what it measures collapses or runs away when the network does; so it learns
// from successes only, slowly, stays near what was configured, and is frozen while the target is degraded.
#pragma once

#include "core/base/instant.h"
#include "core/fleet/fleet.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace siaga::resilience {

/// A histogram of durations with eight buckets to each doubling, from 16 us to 4 min: fixed in size, right within 12.5 %.
/// What is old weighs less: fade() halves everything. Any number of threads; nothing locks or allocates.
class LatencyDigest
{
public:
    void add(Duration took) { m_buckets[bucketOf(took)].fetch_add(1, std::memory_order_relaxed); }
    /// The duration that `share` (0 to 1000 permille) of all did not exceed: the upper end of its bucket. Zero when empty.
    Duration quantile(Permille share) const;
    std::uint64_t count() const;
    void fade();

    static constexpr int buckets = 24 * 8;
    static std::size_t bucketOf(Duration took);
    /// The first duration that no longer belongs to the bucket.
    static Duration endOf(std::size_t bucket);

private:
    std::array<std::atomic<std::uint32_t>, buckets> m_buckets{};
};

struct AdaptiveTimeoutPolicy
{
    Duration configured = std::chrono::seconds(5); ///< What it is until enough is known; above zero.
    bool adapts = true;            ///< false: always what is configured.
    Permille quantile{990};
    Permille factor{1500};         ///< The time-out is this many times the quantile.
    Permille least{500};           ///< Of what is configured ...
    Permille most{3000};
    Duration floor = std::chrono::milliseconds(20);  ///< ... and never below or above these.
    Duration ceiling = std::chrono::seconds(60);
    int samplesMin = 100;          ///< Fewer successes teach nothing.
    Duration memory = std::chrono::minutes(10); ///< Twice the time in which what was seen comes to weigh half.
    Duration refresh = std::chrono::seconds(1); ///< How often the time-out is worked out anew.
};

class AdaptiveTimeout
{
public:
    explicit AdaptiveTimeout(const AdaptiveTimeoutPolicy &policy = {});

    Duration current() const { return Duration(m_current.load(std::memory_order_relaxed)); }

    /// A success that took so long. `frozen` (the target is degraded, ramping or worse): nothing is learned.
    void succeeded(Duration took, bool frozen, Instant now)
    {
        if (frozen || !m_policy.adapts)
            return;
        m_digest.add(took);
        if (now.time_since_epoch().count() >= m_refreshAt.load(std::memory_order_relaxed)) [[unlikely]]
            refresh(now);
    }

private:
    void refresh(Instant now);

    const AdaptiveTimeoutPolicy m_policy;
    std::atomic<std::int64_t> m_current;
    std::atomic<std::int64_t> m_refreshAt{0};
    std::atomic<std::int64_t> m_fadeAt{0};
    alignas(64) LatencyDigest m_digest;
};

} // namespace siaga::resilience
