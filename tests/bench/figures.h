// SPDX-License-Identifier: GPL-3.0-or-later
// Durations that were measured, beside the bar that they are to keep.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace siaga::bench {

struct Bar
{
    std::optional<double> p50; ///< Milliseconds, each of them.
    std::optional<double> p99;
    std::optional<double> max;
};

class Figures
{
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    std::size_t count() const { return m_values.size(); }

    /// One line; true when every bar is kept.
    bool print(const char *name, const Bar &bar)
    {
        std::ranges::sort(m_values);
        const bool kept = isKept(bar.p50, at(0.5)) && isKept(bar.p99, at(0.99)) && isKept(bar.max, at(1));
        std::printf("%-58s %5zu  p50 %8.2f  p99 %8.2f  max %8.2f ms  bar%s%s%s  %s\n", name, count(), at(0.5), at(0.99), at(1),
                    text(" p50", bar.p50).c_str(), text(" p99", bar.p99).c_str(), text(" max", bar.max).c_str(), kept ? "kept" : "MISSED");
        std::fflush(stdout);
        return kept;
    }

private:
    double at(double part) const
    {
        if (m_values.empty())
            return NAN;
        const auto index = static_cast<std::size_t>(std::ceil(part * static_cast<double>(count())));
        return m_values[std::min(index > 0 ? index - 1 : 0, count() - 1)];
    }
    static bool isKept(std::optional<double> most, double value) { return !most || value < *most; }
    static std::string text(const char *name, std::optional<double> most)
    {
        return most ? std::string(name) + " < " + std::to_string(static_cast<int>(*most)) : std::string();
    }

    std::vector<double> m_values;
};

} // namespace siaga::bench
