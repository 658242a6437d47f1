// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/breaker_names.h"

#include <algorithm>
#include <set>

namespace siaga {

namespace {

std::string inSmallLetters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return small;
}

bool hasPort(std::string_view authority)
{
    const std::size_t colon = authority.rfind(':');
    const std::size_t bracket = authority.rfind(']'); // The colons of an IPv6 address stand before it.
    return colon != authority.npos && (bracket == authority.npos || colon > bracket);
}

BreakerId probeOf(std::string_view target)
{
    return BreakerId("probe:" + hostAndPortOf(target));
}

} // namespace

std::string hostAndPortOf(std::string_view target)
{
    const bool https = target.starts_with("https://");
    const bool http = target.starts_with("http://");
    if (!https && !http)
        return hasPort(target) && target.find('/') == target.npos ? inSmallLetters(target) : std::string();
    target.remove_prefix(https ? 8 : 7);
    const std::string authority = inSmallLetters(target.substr(0, std::min(target.find_first_of("/?"), target.size())));
    if (authority.empty() || hasPort(authority))
        return authority;
    return authority + (https ? ":443" : ":80");
}

BreakerId ownBreakerOf(const Check &check)
{
    return probeOf(check.target);
}

BreakerId ownBreakerOf(const Canary &canary)
{
    return probeOf(canary.target);
}

BreakerId ownBreakerOf(const Endpoint &endpoint)
{
    return BreakerId("edge:" + endpoint.id.text());
}

BreakerId ownBreakerOf(const MetricsSource &source)
{
    return BreakerId("metrics:" + source.id.text());
}

std::vector<BreakerId> ownBreakers(const Fleet &fleet)
{
    std::set<BreakerId> all;
    const auto addEach = [&all](const auto &targets) {
        for (const auto &target : targets)
            all.insert(ownBreakerOf(target));
    };
    addEach(fleet.checks);
    addEach(fleet.canaries);
    addEach(fleet.endpoints);
    addEach(fleet.metrics);
    return {all.begin(), all.end()};
}

BreakerId foreignBreakerOf(const MetricsId &source, const ForeignBreaker &published)
{
    return BreakerId("page:" + source.text() + ':' + published.program + ':' + published.name);
}

BreakerId foreignBreakerOf(const EndpointId &edge, std::string_view backend, std::string_view server)
{
    return BreakerId("server:" + edge.text() + ':' + std::string(backend) + '/' + std::string(server));
}

} // namespace siaga
