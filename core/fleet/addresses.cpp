// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"

#include "core/fleet/values.h"

#include <algorithm>
#include <string>

#include <arpa/inet.h>

namespace siaga {

namespace {

bool isIp(int family, std::string_view text)
{
    in6_addr address;
    return inet_pton(family, std::string(text).c_str(), &address) == 1;
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isLabel(std::string_view label)
{
    const bool sized = !label.empty() && label.size() <= 63;
    return sized && label.front() != '-' && label.back() != '-'
        && std::ranges::all_of(label, [](char c) { return isLetterOrDigit(c) || c == '-'; });
}

bool isHostName(std::string_view host)
{
    if (host.empty() || host.size() > 253)
        return false;
    // A last label that starts with a digit makes a number of it ("127.1", "0x7f.1") for some readers and not for others.
    const std::size_t lastDot = host.rfind('.');
    if (std::string_view("0123456789").find(host[lastDot == host.npos ? 0 : std::min(lastDot + 1, host.size() - 1)])
        != std::string_view::npos)
        return false;
    while (!host.empty()) {
        const std::size_t end = std::min(host.find('.'), host.size());
        if (!isLabel(host.substr(0, end)) || end + 1 == host.size())
            return false;
        host.remove_prefix(std::min(end + 1, host.size()));
    }
    return true;
}

bool isHost(std::string_view host)
{
    if (host.starts_with('[') && host.ends_with(']'))
        return isIp(AF_INET6, host.substr(1, host.size() - 2));
    return isIp(AF_INET, host) || isHostName(host);
}

bool isPort(std::string_view text)
{
    const auto port = parseInteger(text);
    return port && *port >= 1 && *port <= 65535;
}

std::string_view hostOf(std::string_view hostAndPort)
{
    const std::size_t colon = hostAndPort.rfind(':');
    return colon == hostAndPort.npos ? std::string_view() : hostAndPort.substr(0, colon);
}

/// HOST or HOST:PORT of an http(s) URL; empty for anything else.
std::string_view authorityOf(std::string_view url)
{
    const std::size_t scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : url.size();
    const std::string_view rest = url.substr(scheme);
    return rest.substr(0, std::min(rest.find_first_of("/?"), rest.size()));
}

bool isUrlCharacter(char c)
{
    return c > 0x20 && c < 0x7F && std::string_view("\"<>\\^`{|}#").find(c) == std::string_view::npos;
}

} // namespace

bool isHttpUrl(std::string_view text)
{
    if (text.size() > 2048 || !std::ranges::all_of(text, isUrlCharacter))
        return false;
    const std::string_view authority = authorityOf(text);
    return isHost(authority) || isHostAndPort(authority);
}

bool keepsSecrets(std::string_view url)
{
    if (!isHttpUrl(url))
        return false;
    const std::string_view authority = authorityOf(url);
    return url.starts_with("https://") || isLoopback(isHostAndPort(authority) ? std::string(authority) : std::string(authority) + ":80");
}

bool isHostAndPort(std::string_view text)
{
    const std::string_view host = hostOf(text);
    return !host.empty() && isHost(host) && isPort(text.substr(host.size() + 1));
}

bool isLoopback(std::string_view hostAndPort)
{
    const std::string_view host = hostOf(hostAndPort);
    return host == "localhost" || host == "[::1]" || (host.starts_with("127.") && isIp(AF_INET, host));
}

bool isHaproxyAddress(std::string_view text)
{
    if (text.starts_with("unix:"))
        return isAbsolutePath(text.substr(5)) && text.size() - 5 <= 107;
    return text.starts_with("tcp:") && isHostAndPort(text.substr(4));
}

bool isLabAddress(std::string_view text)
{
    return text.starts_with("lab:") && isIdentifier(text.substr(4));
}

} // namespace siaga
