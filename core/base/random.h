// SPDX-License-Identifier: GPL-3.0-or-later
// Seeded randomness: the same seed gives the same numbers on every machine. Nothing in core draws from elsewhere.
#pragma once

#include <cstdint>

namespace siaga {

/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64. Small, fast, and not for secrets.
class Random
{
public:
    explicit Random(std::uint64_t seed);

    /// Any 64 bits, equally likely.
    std::uint64_t next();

    /// A whole number in [0, bound), without modulo bias; bound must be above zero.
    std::uint64_t below(std::uint64_t bound);

    /// A number in [0, 1).
    double unit();

    /// True with the given probability in [0, 1].
    bool chance(double probability) { return unit() < probability; }

    /// An independent stream for a named domain, so that adding a fault kind does not shift the others.
    Random stream(std::uint64_t domain) const;

private:
    std::uint64_t m_seed;
    std::uint64_t m_state[4];
};

} // namespace siaga
