// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deployment/rank_test.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace siaga::deployment {

namespace {

/// P(Z >= z) of the standard normal distribution.
double upperTail(double z)
{
    return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

struct Ranked
{
    double value = 0;
    bool isTested = false;
};

/// The tested side's rank sum, ties sharing their mean rank, and the sum of t³ - t over groups of ties.
struct RankSum
{
    double tested = 0;
    double ties = 0;
};

RankSum rankSumOf(std::span<const double> tested, std::span<const double> baseline)
{
    std::vector<Ranked> all;
    all.reserve(tested.size() + baseline.size());
    for (const double value : tested)
        all.push_back({value, true});
    for (const double value : baseline)
        all.push_back({value, false});
    std::ranges::sort(all, {}, &Ranked::value);
    RankSum sum;
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from;
        std::size_t testedTied = 0;
        while (to < all.size() && all[to].value == all[from].value)
            testedTied += all[to++].isTested;
        const double size = static_cast<double>(to - from);
        sum.tested += static_cast<double>(testedTied) * (static_cast<double>(from + to + 1) / 2);
        sum.ties += size * size * size - size;
        from = to;
    }
    return sum;
}

double shiftOf(std::span<const double> tested, std::span<const double> baseline)
{
    std::vector<double> differences;
    differences.reserve(tested.size() * baseline.size());
    for (const double a : tested)
        for (const double b : baseline)
            differences.push_back(a - b);
    return median(differences);
}

} // namespace

double median(std::span<const double> values)
{
    if (values.empty())
        return 0;
    std::vector<double> sorted(values.begin(), values.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::ranges::nth_element(sorted, middle);
    if (sorted.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(sorted.begin(), middle)) / 2;
}

RankTest rankTest(std::span<const double> tested, std::span<const double> baseline)
{
    tested = tested.first(std::min(tested.size(), rankSamplesMax));
    baseline = baseline.first(std::min(baseline.size(), rankSamplesMax));
    if (tested.empty() || baseline.empty())
        return {};
    const double n = static_cast<double>(tested.size());
    const double m = static_cast<double>(baseline.size());
    const RankSum sum = rankSumOf(tested, baseline);
    const double pairs = sum.tested - n * (n + 1) / 2; // In which the tested side is larger, ties counted half.
    const double variance = n * m / 12 * ((n + m + 1) - sum.ties / ((n + m) * (n + m - 1)));
    RankTest test{.shift = shiftOf(tested, baseline), .precedence = pairs / (n * m)};
    if (variance <= 0)
        return test;
    const double off = pairs - n * m / 2;
    test.larger = std::min(1.0, upperTail((off - 0.5) / std::sqrt(variance)));
    test.smaller = std::min(1.0, upperTail((-off - 0.5) / std::sqrt(variance)));
    return test;
}

} // namespace siaga::deployment
