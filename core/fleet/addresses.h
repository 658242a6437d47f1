// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses of the fleet file: what may be probed and what may be talked to.
//
// Like a doorman with a list: only notations that every part of Siaga reads the same way get in. The catch: nothing is
// resolved here; a name that passes may still lead nowhere.
#pragma once

#include <string_view>

namespace siaga {

/// An http:// or https:// URL of printable ASCII, at most 2,048 bytes, without user, password or fragment.
bool isHttpUrl(std::string_view text);

/// HOST:PORT with a host name, an IPv4 address or an IPv6 address in brackets, and a port from 1 to 65535.
bool isHostAndPort(std::string_view text);

/// Whether HOST:PORT stays on this machine: localhost, 127.0.0.0/8 or [::1]. False for anything else.
bool isLoopback(std::string_view hostAndPort);

/// Whether what is sent to an http(s) URL cannot be read on the way: https, or http that stays on this machine.
bool keepsSecrets(std::string_view url);

/// unix: and an absolute path of at most 107 bytes (what a socket's address holds), or tcp: and HOST:PORT.
bool isHaproxyAddress(std::string_view text);

/// lab: and an identifier.
bool isLabAddress(std::string_view text);

} // namespace siaga
