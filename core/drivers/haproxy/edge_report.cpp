// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/edge_report.h"

#include "core/drivers/haproxy/replies.h"
#include "core/drivers/haproxy/stat_csv.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

namespace siaga {
namespace {

// The bits of srv_admin_state and the values of srv_op_state, from HAProxy's management guide and server-t.h.
constexpr std::uint64_t maintBits = 0x01 | 0x02 | 0x04 | 0x20 | 0x40;
constexpr std::uint64_t drainBits = 0x08 | 0x10;
constexpr std::uint64_t stopped = 0;
constexpr std::uint64_t stopping = 3;

using Names = std::pair<std::string, std::string>; // Backend, server.
using Rows = std::map<Names, const StatTable::Row *>;

/// HAProxy leaves out what does not apply, such as HTTP statuses in mode tcp: that is zero.
std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    if (text.empty())
        return value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

/// All numbers of the named columns, or the name of the first that holds something else.
Result<std::vector<std::uint64_t>> numbers(const StatTable &table, const StatTable::Row &row,
                                           const std::vector<std::string_view> &columns)
{
    std::vector<std::uint64_t> values;
    for (const std::string_view column : columns) {
        const auto value = number(table.field(row, column));
        if (!value)
            return Error{"the column " + std::string(column) + " does not hold a number"};
        values.push_back(*value);
    }
    return values;
}

Rows rowsByName(const StatTable &table, std::string_view backend, std::string_view server)
{
    Rows rows;
    for (const StatTable::Row &row : table.rows())
        rows.emplace(Names(table.field(row, backend), table.field(row, server)), &row);
    return rows;
}

ServerSeen::State stateOf(std::uint64_t operation, std::uint64_t admin)
{
    if (admin & maintBits)
        return ServerSeen::State::maint;
    if (admin & drainBits)
        return ServerSeen::State::drain;
    if (operation == stopped)
        return ServerSeen::State::down;
    // Shutting down by a 404 of its check: no new clients, as in drain.
    return operation == stopping ? ServerSeen::State::drain : ServerSeen::State::ready;
}

Result<Duration> uptimeOf(std::string_view info)
{
    constexpr std::string_view key = "Uptime_sec: ";
    const auto at = info.find(key);
    if (at == info.npos || (at > 0 && info[at - 1] != '\n'))
        return Error{"the process's uptime is missing"};
    const std::string_view text = firstLine(info.substr(at + key.size()));
    const auto seconds = number(text);
    // A century: more would not fit into a Duration, and is no uptime.
    if (text.empty() || !seconds || *seconds > 3'200'000'000)
        return Error{"the process's uptime is not a number of seconds"};
    return Duration(std::chrono::seconds(*seconds));
}

/// The two tables of a look, and their rows by backend and server.
struct Tables
{
    StatTable stat;
    StatTable state;
    Rows counters = {};
    Rows states = {};
};

Result<ServerSeen> readServer(const Tables &tables, const StatTable::Row &counters, const StatTable::Row &state)
{
    const auto counted = numbers(tables.stat, counters, {"stot", "econ", "eresp", "wretr", "hrsp_5xx"});
    if (!counted)
        return counted.error();
    const auto admin = numbers(tables.state, state, {"srv_op_state", "srv_admin_state", "srv_uweight"});
    if (!admin)
        return admin.error();
    const std::vector<std::uint64_t> &counts = *counted;
    constexpr std::uint64_t weightMax = 256;
    if ((*admin)[2] > weightMax)
        return Error{"a weight is above 256"};
    return ServerSeen{.state = stateOf((*admin)[0], (*admin)[1]),
                      .weight = int((*admin)[2]),
                      .requests = counts[0],
                      .failures = std::min(counts[0], counts[1] + counts[2] + counts[3] + counts[4])};
}

Result<Tables> readTables(std::string_view stat, std::string_view state)
{
    const auto statTable = StatTable::fromCsv(stat);
    if (!statTable)
        return Error{statTable.error().message + ": " + std::string(firstLine(stat))};
    const auto stateTable = StatTable::fromColumns(state);
    if (!stateTable)
        return Error{stateTable.error().message + ": " + std::string(firstLine(state))};
    std::string missing = statTable->missing({"pxname", "svname", "stot", "econ", "eresp", "wretr", "hrsp_5xx"});
    if (missing.empty())
        missing = stateTable->missing({"be_name", "srv_name", "srv_op_state", "srv_admin_state", "srv_uweight"});
    if (!missing.empty())
        return Error{"the column " + missing + " is missing"};
    return Tables{*statTable, *stateTable};
}

} // namespace

Result<EdgeReport> readEdge(std::string_view reply, const Endpoint &endpoint)
{
    const std::vector<std::string_view> replies = splitReplies(reply);
    if (replies.size() != 3)
        return Error{"the reply was cut short or has another form"};
    const auto uptime = uptimeOf(replies[0]);
    if (!uptime)
        return uptime.error();
    const auto read = readTables(replies[1], replies[2]);
    if (!read)
        return read.error();
    Tables tables = *read;
    tables.counters = rowsByName(tables.stat, "pxname", "svname");
    tables.states = rowsByName(tables.state, "be_name", "srv_name");

    EdgeReport report{.uptime = *uptime};
    for (const Endpoint::Backend &backend : endpoint.backends) {
        for (const auto &[region, server] : backend.servers) {
            const auto counters = tables.counters.find({backend.name, server});
            const auto state = tables.states.find({backend.name, server});
            if (counters == tables.counters.end() || state == tables.states.end()) {
                report.absent += (report.absent.empty() ? "" : ", ") + backend.name + "/" + server;
                continue;
            }
            const auto seen = readServer(tables, *counters->second, *state->second);
            if (!seen)
                return seen.error();
            report.servers[{backend.service, region}] = *seen;
        }
    }
    return report;
}

} // namespace siaga
