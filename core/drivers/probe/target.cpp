// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/probe/target.h"

#include <QString>
#include <QUrl>

#include <charconv>

namespace siaga {
namespace {

bool parsePort(std::string_view text, std::uint16_t &port)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc{} && end == text.data() + text.size() && port != 0;
}

Result<Target> parseHostPort(const std::string &text)
{
    const auto colon = text.rfind(':');
    Target target;
    if (colon == std::string::npos || !parsePort(std::string_view(text).substr(colon + 1), target.port))
        return Error{"the target is not HOST:PORT"};
    target.host = text.substr(0, colon);
    const bool bracketed = target.host.size() > 2 && target.host.front() == '[' && target.host.back() == ']';
    if (bracketed)
        target.host = target.host.substr(1, target.host.size() - 2);
    else if (target.host.find(':') != std::string::npos)
        return Error{"an IPv6 address needs brackets: [ADDRESS]:PORT"};
    if (target.host.empty() || target.host.find_first_of("/@[] \t\r\n") != std::string::npos)
        return Error{"the target has no usable host"};
    return target;
}

Result<Target> parseUrl(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    const bool https = url.scheme() == QLatin1String("https");
    if (!url.isValid() || (!https && url.scheme() != QLatin1String("http")) || url.host().isEmpty())
        return Error{"the target is not an http or https URL"};
    if (!url.userInfo().isEmpty())
        return Error{"the target carries credentials, which a probe never sends"};
    Target target{.http = true, .tls = https};
    target.host = url.host(QUrl::FullyEncoded).toStdString();
    const int standardPort = https ? 443 : 80;
    const int port = url.port(standardPort);
    if (port == 0)
        return Error{"the target's port is 0"};
    target.port = std::uint16_t(port);
    target.hostHeader = target.host.find(':') == std::string::npos ? target.host : "[" + target.host + "]";
    if (port != standardPort)
        target.hostHeader += ":" + std::to_string(port);
    target.path = url.path(QUrl::FullyEncoded).toStdString();
    if (target.path.empty())
        target.path = "/";
    if (url.hasQuery())
        target.path += "?" + url.query(QUrl::FullyEncoded).toStdString();
    return target;
}

} // namespace

Result<Target> parseTarget(CheckKind kind, const std::string &text)
{
    return kind == CheckKind::http ? parseUrl(text) : parseHostPort(text);
}

CheckKind kindOfCanary(const std::string &target)
{
    return target.find("://") != std::string::npos ? CheckKind::http : CheckKind::tcp;
}

Secret requestFor(const Target &target, const Secret &authorization)
{
    // No Accept-Encoding: nothing that comes back has to be unpacked, so nothing can blow up while unpacking.
    std::string bytes = "GET " + target.path + " HTTP/1.1\r\nHost: " + target.hostHeader
        + "\r\nUser-Agent: siaga/" SIAGA_VERSION "\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
          "Connection: close\r\n";
    constexpr std::string_view header = "Authorization: ";
    constexpr std::string_view end = "\r\n\r\n";
    bytes.reserve(bytes.size() + header.size() + authorization.reveal().size() + end.size()); // No copy is left behind.
    if (!authorization.empty())
        bytes.append(header).append(authorization.reveal()).append("\r\n");
    bytes.append("\r\n");
    const Secret request(bytes);
    wipe(bytes);
    return request;
}

} // namespace siaga
