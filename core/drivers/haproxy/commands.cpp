// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/commands.h"

#include "core/base/check.h"

#include <algorithm>

namespace siaga {
namespace {

constexpr int weightMax = 256;
// Longer names are no names; keeps the line short.
constexpr std::size_t nameMax = 256;

/// The characters that HAProxy itself allows; none of them can end a command or begin another.
bool isName(const std::string &text)
{
    return !text.empty() && text.size() <= nameMax && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'
            || c == '.' || c == ':';
    });
}

} // namespace

Result<std::vector<CommandLine>> weightCommands(const SetServerWeight &write)
{
    SIAGA_CHECK(write.weight >= 0);
    SIAGA_CHECK(write.weight <= weightMax);
    const Endpoint::Backend *backend = write.endpoint.backend(write.service);
    if (!backend || !backend->servers.contains(write.region))
        return Error{"the endpoint names no server for this service in this region"};
    const std::string &server = backend->servers.at(write.region);
    if (!isName(backend->name) || !isName(server))
        return Error{"the backend or server has a name that HAProxy cannot have"};
    const std::string set = "set server " + backend->name + "/" + server;
    if (write.weight == 0)
        return std::vector{CommandLine{set + " state drain; " + set + " weight 0", 2}};
    return std::vector{CommandLine{set + " weight " + std::to_string(write.weight)}, CommandLine{set + " state ready"}};
}

CommandLine lookCommand()
{
    return {"show info; show stat; show servers state", 3};
}

} // namespace siaga
