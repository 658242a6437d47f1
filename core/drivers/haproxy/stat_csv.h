// SPDX-License-Identifier: GPL-3.0-or-later
// HAProxy's tables, read by the names of their columns, for every release adds some and moves others.
//
// Like reading a timetable by its headings instead of counting columns. The catch: a column that is missing is told
// apart from one that is empty; only the reader knows which of them it needs.
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

class StatTable
{
public:
    using Row = std::vector<std::string>;

    /// `show stat`: CSV whose first line begins with "# ", fields in quotes where needed, a comma at each line's end.
    static Result<StatTable> fromCsv(std::string_view text);
    /// `show servers state`: an optional line with the format's version, a line that begins with "# ", fields
    /// separated by spaces.
    static Result<StatTable> fromColumns(std::string_view text);

    const std::vector<Row> &rows() const { return m_rows; }
    bool has(std::string_view column) const { return m_columns.contains(column); }
    /// The first of the names that is no column of the table; empty when it has all.
    std::string missing(const std::vector<std::string_view> &names) const;
    /// Empty when the row is too short or the table has no such column.
    std::string_view field(const Row &row, std::string_view column) const;

private:
    void takeHeader(const Row &names);

    std::map<std::string, std::size_t, std::less<>> m_columns;
    std::vector<Row> m_rows;
};

} // namespace siaga
