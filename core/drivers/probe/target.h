// SPDX-License-Identifier: GPL-3.0-or-later
// Where a probe goes: the text of a check's target, taken apart once.
//
// Like reading an address off an envelope before calling the courier. The catch: an address that carries a password is
// not read at all, for a probe never hands one on.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/fleet/fleet.h"

#include <cstdint>
#include <string>

namespace siaga {

struct Target
{
    bool http = false;       ///< False: the connection alone is the probe.
    bool tls = false;
    std::string host;        ///< A name in ASCII, or an address without brackets.
    std::uint16_t port = 0;
    std::string hostHeader;  ///< http: what stands in the Host field.
    std::string path;        ///< http: what is asked for, percent-encoded, at least "/".
};

/// An http(s) URL for CheckKind::http, HOST:PORT or [ADDRESS]:PORT for tcp; the error says what is wrong with it.
Result<Target> parseTarget(CheckKind kind, const std::string &text);

/// The kind that a canary's target implies, which has no field for it.
CheckKind kindOfCanary(const std::string &target);

/// The bytes that ask for the target, once, on a connection of their own. `authorization`: what stands in the header of
/// that name; empty for no such header.
Secret requestFor(const Target &target, const Secret &authorization);

} // namespace siaga
