// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/haproxy/address.h"

#include <QHostAddress>
#include <QString>

#include <charconv>

namespace siaga {
namespace {

// sockaddr_un holds 108 bytes, the last of them zero.
constexpr std::size_t pathMax = 107;

Result<SocketAddress> unixAddress(std::string path)
{
    if (path.empty() || path.front() != '/' || path.find('\0') != std::string::npos)
        return Error{"the socket's path is not absolute"};
    if (path.size() > pathMax)
        return Error{"the socket's path is longer than 107 bytes"};
    return SocketAddress{.path = std::move(path)};
}

Result<SocketAddress> tcpAddress(const std::string &text, bool plaintextAccepted)
{
    const auto colon = text.rfind(':');
    SocketAddress address;
    if (colon == std::string::npos)
        return Error{"the address is not tcp:HOST:PORT"};
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, address.port);
    if (error != std::errc{} || stop != end || address.port == 0)
        return Error{"the address has no usable port"};
    address.host = text.substr(0, colon);
    if (address.host.size() > 2 && address.host.front() == '[' && address.host.back() == ']')
        address.host = address.host.substr(1, address.host.size() - 2);
    // Never looked up, so that nobody can point it elsewhere.
    if (address.host == "localhost")
        address.host = "127.0.0.1";
    if (address.host.empty() || address.host.find_first_of(" \t\r\n/@[]") != std::string::npos)
        return Error{"the address has no usable host"};
    if (!plaintextAccepted && !QHostAddress(QString::fromStdString(address.host)).isLoopback())
        return Error{"the address leaves this machine in plaintext, which this endpoint does not accept"};
    return address;
}

} // namespace

Result<SocketAddress> socketAddress(const Endpoint &endpoint)
{
    const std::string &text = endpoint.address;
    if (text.starts_with("unix:"))
        return unixAddress(text.substr(5));
    if (text.starts_with("tcp:"))
        return tcpAddress(text.substr(4), endpoint.plaintextAccepted);
    return Error{"the address begins neither with unix: nor with tcp:"};
}

} // namespace siaga
