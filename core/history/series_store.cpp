// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/series_store.h"

#include "core/base/check.h"

#include <algorithm>
#include <cmath>

namespace siaga {

namespace {

// Takes samples in order and gives stretches of the least and greatest of each bucket.
class Decimator
{
public:
    Decimator(const RangeQuery &query, std::size_t buckets)
        : m_query(query)
        , m_buckets(buckets)
    {
    }

    void add(const Sample &sample)
    {
        const std::size_t bucket = bucketOf(sample.at);
        const bool sameBucket = m_any && bucket == m_bucket;
        const bool hole = m_any && sample.at - m_last > m_query.holeMin;
        // The bound on points allows for one hole in each bucket.
        const bool splits = hole && (!sameBucket || !m_splitHere);
        if (!sameBucket || splits)
            flush();
        if (!m_any || splits)
            m_stretches.emplace_back();
        m_splitHere = sameBucket && (m_splitHere || splits);
        if (!m_pending)
            m_least = m_greatest = sample;
        else if (sample.value < m_least.value)
            m_least = sample;
        else if (sample.value > m_greatest.value)
            m_greatest = sample;
        m_pending = m_any = true;
        m_bucket = bucket;
        m_last = sample.at;
    }

    std::vector<Stretch> finish() &&
    {
        flush();
        return std::move(m_stretches);
    }

private:
    std::size_t bucketOf(Instant at) const
    {
        // In floating point from the start: the range may be all of time.
        const auto nanoseconds = [](Instant instant) { return static_cast<double>(instant.time_since_epoch().count()); };
        const double share = (nanoseconds(at) - nanoseconds(m_query.from))
            / (nanoseconds(m_query.to) - nanoseconds(m_query.from) + 1);
        return std::min(m_buckets - 1, static_cast<std::size_t>(share * static_cast<double>(m_buckets)));
    }

    void flush()
    {
        if (!m_pending)
            return;
        const bool leastFirst = m_least.at <= m_greatest.at;
        m_stretches.back().push_back(leastFirst ? m_least : m_greatest);
        if (m_least.at != m_greatest.at)
            m_stretches.back().push_back(leastFirst ? m_greatest : m_least);
        m_pending = false;
    }

    const RangeQuery &m_query;
    std::size_t m_buckets;
    std::vector<Stretch> m_stretches;
    Sample m_least{};
    Sample m_greatest{};
    std::size_t m_bucket = 0;
    Instant m_last;
    bool m_pending = false;   // Samples wait in m_least and m_greatest.
    bool m_any = false;       // There was a sample before.
    bool m_splitHere = false; // The present bucket has had its hole.
};

} // namespace

SeriesStore::SeriesStore(const SeriesBounds &bounds)
    : m_bounds(bounds)
{
    SIAGA_CHECK(bounds.seriesMax > 0);
    SIAGA_CHECK(bounds.samplesMax > 0);
}

std::size_t SeriesStore::Series::firstAtOrAfter(Instant sought) const
{
    std::size_t low = 0;
    std::size_t high = ring.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).at < sought)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

SeriesStore::Series &SeriesStore::touch(std::string_view name)
{
    if (const auto known = m_byName.find(name); known != m_byName.end()) {
        m_order.splice(m_order.begin(), m_order, known->second);
        return m_order.front();
    }
    if (m_order.size() == m_bounds.seriesMax) {
        m_byName.erase(m_order.back().name);
        m_order.pop_back();
    }
    m_order.push_front({std::string(name), {}, 0});
    m_byName.emplace(m_order.front().name, m_order.begin());
    return m_order.front();
}

void SeriesStore::record(std::string_view name, Instant at, double value)
{
    if (!std::isfinite(value))
        return;
    Series &series = touch(name);
    const bool any = !series.ring.empty();
    if (any && at < series.newest().at)
        return;
    if (any && at == series.newest().at) {
        series.newest().value = value;
    } else if (series.ring.size() < m_bounds.samplesMax) {
        series.ring.push_back({at, value});
    } else {
        series.ring[series.oldest] = {at, value};
        series.oldest = (series.oldest + 1) % series.ring.size();
    }
}

std::vector<Stretch> SeriesStore::range(std::string_view name, const RangeQuery &query) const
{
    SIAGA_CHECK(query.pointsMax >= 4);
    SIAGA_CHECK(query.holeMin > Duration::zero());
    const auto known = m_byName.find(name);
    if (known == m_byName.end() || query.from > query.to)
        return {};
    const Series &series = *known->second;
    const std::size_t begin = series.firstAtOrAfter(query.from);
    const std::size_t end = query.to == Instant::max() ? series.ring.size() : series.firstAtOrAfter(query.to + Duration(1));
    if (end - begin > query.pointsMax) {
        Decimator decimator(query, query.pointsMax / 4);
        for (std::size_t i = begin; i < end; ++i)
            decimator.add(series.at(i));
        return std::move(decimator).finish();
    }
    std::vector<Stretch> stretches;
    for (std::size_t i = begin; i < end; ++i) {
        const Sample &sample = series.at(i);
        if (i == begin || sample.at - series.at(i - 1).at > query.holeMin)
            stretches.emplace_back();
        stretches.back().push_back(sample);
    }
    return stretches;
}

} // namespace siaga
