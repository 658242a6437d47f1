// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/page.h"

#include "core/drivers/exposition/published_breakers.h"
#include "core/drivers/exposition/sample.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace siaga {

namespace {

class Reader
{
public:
    explicit Reader(const std::vector<std::string> &wanted)
        : m_wanted(wanted.begin(), wanted.end())
    {
    }

    void take(std::string_view line)
    {
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (isRemark(line))
            return;
        const auto sample = readSample(line);
        if (!sample) {
            ++m_report.skipped;
            return;
        }
        const bool bySeries = m_wanted.contains(sample->series);
        const bool byName = m_wanted.contains(sample->name);
        if (!bySeries && !byName && !PublishedBreakers::isOne(sample->name))
            return;
        if (!m_read.insert(sample->series).second) {
            ++m_report.skipped;
            return;
        }
        m_breakers.take(*sample);
        if (bySeries)
            add(sample->series, sample->value);
        if (byName && sample->name != sample->series)
            add(sample->name, sample->value);
    }

    PageReport take()
    {
        // A sum that left the finite numbers is none.
        std::erase_if(m_report.values, [](const auto &entry) { return !std::isfinite(entry.second); });
        m_report.breakers = m_breakers.all();
        return std::move(m_report);
    }

private:
    void add(std::string_view key, std::optional<double> value)
    {
        if (value)
            m_report.values[std::string(key)] += *value;
    }

    std::set<std::string, std::less<>> m_wanted;
    std::set<std::string_view> m_read; ///< Series that were taken in.
    PublishedBreakers m_breakers;
    PageReport m_report;
};

} // namespace

PageReport readPage(std::string_view page, const std::vector<std::string> &wanted)
{
    Reader reader(wanted);
    while (!page.empty()) {
        const std::size_t end = std::min(page.find('\n'), page.size());
        reader.take(page.substr(0, end));
        page.remove_prefix(std::min(end + 1, page.size()));
    }
    return reader.take();
}

} // namespace siaga
