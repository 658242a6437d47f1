// SPDX-License-Identifier: GPL-3.0-or-later
// Where an edge's runtime API listens, and whether we may speak there at all.
//
// HAProxy's admin socket is like an unlocked control room: whoever reaches the door may turn every wheel. So only doors
// inside this machine count. The catch: a tunnel ends on loopback too, and what lies behind it is the operator's word.
#pragma once

#include "core/base/result.h"
#include "core/fleet/fleet.h"

#include <cstdint>
#include <string>

namespace siaga {

struct SocketAddress
{
    std::string path;        ///< Of a Unix socket, absolute; empty for tcp.
    std::string host;        ///< For tcp; an address, or a name where plaintext was accepted.
    std::uint16_t port = 0;
};

/// "unix:/absolute/path" or "tcp:HOST:PORT". HOST must be 127.…, [::1] or localhost, unless the endpoint accepts
/// plaintext. The error says what is wrong.
Result<SocketAddress> socketAddress(const Endpoint &endpoint);

} // namespace siaga
