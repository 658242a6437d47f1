// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/inventory_reply.h"

#include "core/base/text.h"
#include "core/drivers/haproxy/replies.h"
#include "core/drivers/haproxy/stat_csv.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace siaga {
namespace {

constexpr std::size_t textMax = 120; // Of a name or a word; HAProxy's own are shorter.
constexpr std::string_view backendType = "1";
constexpr std::string_view serverType = "2";

std::string plain(std::string_view text)
{
    return plainText(text, textMax);
}

/// Zero for an empty field: HAProxy leaves out what does not apply.
std::optional<int> number(std::string_view text)
{
    int value = 0;
    if (text.empty())
        return value;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string lineAfter(std::string_view info, std::string_view key)
{
    const auto at = info.find(key);
    if (at == info.npos || (at > 0 && info[at - 1] != '\n'))
        return {};
    return plain(firstLine(info.substr(at + key.size())));
}

EdgeLevel levelOf(std::string_view reply)
{
    const std::string word = plain(firstLine(reply));
    const auto names = namesOf(EdgeLevel{});
    const auto found = std::ranges::find(names, std::string_view(word));
    return found == names.end() ? EdgeLevel::unknown : static_cast<EdgeLevel>(found - names.begin());
}

/// "10.0.0.7:8080", "[::1]:80"; empty without a port, as for a server on a Unix socket.
std::string addressOf(std::string_view host, std::string_view port)
{
    if (host.empty() || host == "-" || port.empty() || port == "0")
        return {};
    const bool isV6 = host.find(':') != host.npos;
    return plain((isV6 ? "[" + std::string(host) + "]" : std::string(host)) + ":" + std::string(port));
}

using Weights = std::map<std::pair<std::string, std::string>, const StatTable::Row *>;

std::optional<EdgeInventory::Server> serverOf(const StatTable &stat, const StatTable::Row &row, const StatTable &state,
                                              const Weights &states)
{
    const auto found = states.find({std::string(stat.field(row, "pxname")), std::string(stat.field(row, "svname"))});
    const auto most = number(stat.field(row, "rate_max"));
    if (found == states.end() || !most)
        return std::nullopt;
    const StatTable::Row &more = *found->second;
    const auto weight = number(state.field(more, "srv_iweight"));
    const auto now = number(state.field(more, "srv_uweight"));
    if (!weight || !now)
        return std::nullopt;
    const std::string_view port = state.field(more, "srv_agent_port");
    return EdgeInventory::Server{.name = plain(stat.field(row, "svname")),
                                 .address = addressOf(state.field(more, "srv_addr"), state.field(more, "srv_port")),
                                 .weight = *weight,
                                 .weightNow = *now,
                                 .status = plain(stat.field(row, "status")),
                                 .perSecondMax = *most,
                                 .hasAgent = !port.empty() && port != "0"};
}

/// The last backend of the list when its name is this one, else a new one behind it.
EdgeInventory::Backend &backendNamed(EdgeInventory &inventory, std::string_view name)
{
    const auto found = std::ranges::find(inventory.backends, plain(name), &EdgeInventory::Backend::name);
    return found != inventory.backends.end() ? *found : inventory.backends.emplace_back(EdgeInventory::Backend{.name = plain(name)});
}

} // namespace

CommandLine inventoryCommand()
{
    return {"show info; show stat; show servers state; show cli level", 4};
}

Result<EdgeInventory> readInventory(std::string_view reply)
{
    const std::vector<std::string_view> replies = splitReplies(reply);
    if (replies.size() != 4)
        return Error{"the reply was cut short or has another form"};
    EdgeInventory inventory{.version = lineAfter(replies[0], "Version: "), .level = levelOf(replies[3])};
    if (lineAfter(replies[0], "Name: ") != "HAProxy" || inventory.version.empty())
        return Error{"what answers does not call itself HAProxy"};
    const auto stat = StatTable::fromCsv(replies[1]);
    if (!stat)
        return Error{stat.error().message + ": " + plain(firstLine(replies[1]))};
    const auto state = StatTable::fromColumns(replies[2]);
    if (!state)
        return Error{state.error().message + ": " + plain(firstLine(replies[2]))};
    std::string missing = stat->missing({"pxname", "svname", "type", "status", "rate_max", "mode", "algo"});
    if (missing.empty())
        missing = state->missing({"be_name", "srv_name", "srv_addr", "srv_port", "srv_uweight", "srv_iweight"});
    if (!missing.empty())
        return Error{"the column " + missing + " is missing"};
    Weights states;
    for (const StatTable::Row &row : state->rows())
        states.emplace(std::pair(std::string(state->field(row, "be_name")), std::string(state->field(row, "srv_name"))), &row);
    for (const StatTable::Row &row : stat->rows()) {
        const std::string_view type = stat->field(row, "type");
        if (type != backendType && type != serverType)
            continue;
        EdgeInventory::Backend &backend = backendNamed(inventory, stat->field(row, "pxname"));
        if (type == backendType) {
            backend.mode = plain(stat->field(row, "mode"));
            backend.algorithm = plain(stat->field(row, "algo"));
        } else if (auto server = serverOf(*stat, row, *state, states)) {
            backend.servers.push_back(std::move(*server));
        } else {
            return Error{"the two tables do not agree about " + plain(stat->field(row, "pxname")) + "/" + plain(stat->field(row, "svname"))};
        }
    }
    return inventory;
}

} // namespace siaga
