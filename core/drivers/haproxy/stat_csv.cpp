// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/stat_csv.h"

#include <algorithm>
#include <utility>

namespace siaga {
namespace {

/// One record from the front of `rest`. Quoted fields may hold commas, doubled quotes and line ends.
StatTable::Row takeCsvRecord(std::string_view &rest)
{
    StatTable::Row row;
    std::string field;
    bool quoted = false;
    std::size_t i = 0;
    for (; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quoted && c == '"' && i + 1 < rest.size() && rest[i + 1] == '"')
            field += rest[++i];
        else if (c == '"' && (quoted || field.empty()))
            quoted = !quoted;
        else if (quoted)
            field += c;
        else if (c == ',')
            row.push_back(std::exchange(field, {}));
        else if (c == '\n')
            break;
        else if (c != '\r')
            field += c;
    }
    rest.remove_prefix(std::min(rest.size(), i + 1));
    // The comma at the end of each line closes its last field.
    if (!field.empty())
        row.push_back(std::move(field));
    return row;
}

StatTable::Row takeSpacedLine(std::string_view &rest)
{
    const auto newline = rest.find('\n');
    std::string_view line = rest.substr(0, newline);
    rest.remove_prefix(newline == rest.npos ? rest.size() : newline + 1);
    StatTable::Row row;
    while (!line.empty()) {
        const auto end = std::min(line.find_first_of(" \r"), line.size());
        if (end > 0)
            row.emplace_back(line.substr(0, end));
        line.remove_prefix(std::min(line.size(), end + 1));
    }
    return row;
}

} // namespace

Result<StatTable> StatTable::fromCsv(std::string_view text)
{
    StatTable table;
    if (!text.starts_with("# "))
        return Error{"the statistics do not begin with a line of headings"};
    text.remove_prefix(2);
    table.takeHeader(takeCsvRecord(text));
    while (!text.empty()) {
        Row row = takeCsvRecord(text);
        if (!row.empty())
            table.m_rows.push_back(std::move(row));
    }
    return table;
}

Result<StatTable> StatTable::fromColumns(std::string_view text)
{
    StatTable table;
    const auto heading = text.starts_with("# ") ? 0 : text.find("\n# ");
    if (heading == text.npos)
        return Error{"the servers' state has no line of headings"};
    text.remove_prefix(text.find("# ", heading) + 2);
    table.takeHeader(takeSpacedLine(text));
    while (!text.empty()) {
        Row row = takeSpacedLine(text);
        if (!row.empty())
            table.m_rows.push_back(std::move(row));
    }
    return table;
}

std::string StatTable::missing(const std::vector<std::string_view> &names) const
{
    for (const std::string_view name : names) {
        if (!has(name))
            return std::string(name);
    }
    return {};
}

std::string_view StatTable::field(const Row &row, std::string_view column) const
{
    const auto found = m_columns.find(column);
    return found == m_columns.end() || found->second >= row.size() ? std::string_view() : row[found->second];
}

void StatTable::takeHeader(const Row &names)
{
    // The first of two columns with one name counts: HAProxy repeats "-" as a separator.
    for (std::size_t i = 0; i < names.size(); ++i)
        m_columns.emplace(names[i], i);
}

} // namespace siaga
