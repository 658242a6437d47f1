// SPDX-License-Identifier: GPL-3.0-or-later
// The port that reads checks and canary targets.
#pragma once

#include "core/drivers/ports/driver.h"

namespace siaga {

/// Takes ProbeCheck and ProbeCanary calls; anything else is a broken invariant.
///
/// - One attempt a call: a new connection, no retry, no redirect followed (a redirect is its status).
/// - http: a status in [statusMin, statusMax] passes, if `bodyContains` stands in the first 64 KiB. No more than
///   64 KiB of a body and 32 KiB of headers are ever read; a longer body is fine, a longer header is `malformed`.
/// - https: TLS 1.2 or newer, the certificate must be valid for the host and signed by `caFile` alone when one is
///   named, else by the system's authorities. There is no way to ignore an error.
/// - tcp: passes once the connection is accepted.
/// - No cookies, no proxy, HTTP/1.1. A check's credential is sent in the header Authorization, over https or to this
///   machine only; one that is not known leaves the check `notRun`, for that says nothing about its target. A 401 or 403
///   that is not accepted says "the credential NAME was refused".
class Prober : public Driver
{
};

} // namespace siaga
