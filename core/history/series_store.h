// SPDX-License-Identifier: GPL-3.0-or-later
// What was seen, for charts: the last samples of each named series, in memory, bounded, and gone after a restart.
//
// It is like the paper drums of an old weather station: each pen writes on its own drum, and what is a turn old is
// written over. The catch: where a pen stood still there is a hole in the line, and nobody may draw across it.
#pragma once

#include "core/base/instant.h"

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace siaga {

struct Sample
{
    Instant at;
    double value; ///< Always finite.
    bool operator==(const Sample &) const = default;
};

/// Samples without a hole between them, in the order of time; never empty.
using Stretch = std::vector<Sample>;

struct SeriesBounds
{
    std::size_t seriesMax = 512;   ///< One more drops the series that was written longest ago.
    std::size_t samplesMax = 4096; ///< Of each series; 16 bytes each. One more drops its oldest.
};

struct RangeQuery
{
    Instant from;               ///< Included.
    Instant to;                 ///< Included.
    std::size_t pointsMax;      ///< At least 4.
    Duration holeMin;           ///< Two samples further apart than this have a hole between them; above zero.
};

/// Keeps samples of named series. One thread owns it.
class SeriesStore
{
public:
    /// Both bounds must be above zero.
    explicit SeriesStore(const SeriesBounds &bounds = {});

    /// Adds a sample. One that is not finite leaves a hole instead; one before the series' last is dropped, and one at
    /// the same moment replaces it.
    void record(std::string_view series, Instant at, double value);

    /// The samples in the range as unbroken stretches. More than pointsMax of them are decimated: the range is divided
    /// into equal buckets, and each gives the samples with its least and greatest value, so that no spike is lost and
    /// no value is invented. Each bucket keeps its first hole; further ones within the same bucket close. Empty when
    /// the series is unknown, or when the range is.
    std::vector<Stretch> range(std::string_view series, const RangeQuery &query) const;

    /// How many series are kept.
    std::size_t seriesCount() const { return m_order.size(); }

private:
    // A ring: grows to samplesMax, then the oldest is written over.
    struct Series
    {
        std::string name;
        std::vector<Sample> ring;
        std::size_t oldest = 0;

        const Sample &at(std::size_t index) const { return ring[(oldest + index) % ring.size()]; }
        Sample &newest() { return ring[(oldest + ring.size() - 1) % ring.size()]; }
        std::size_t firstAtOrAfter(Instant at) const;
    };

    Series &touch(std::string_view name);

    SeriesBounds m_bounds;
    std::list<Series> m_order; // The last written first.
    std::unordered_map<std::string_view, std::list<Series>::iterator> m_byName; // Keys point into the list's names.
};

} // namespace siaga
