// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the header Authorization.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/seen/credential_seen.h"
#include "core/fleet/fleet.h"

namespace siaga {

inline constexpr std::size_t secretMax = 4096; ///< Bytes; servers take no longer header lines.

/// Why this cannot be kept as a secret, in plain words that do not hold it; empty when it can: 1 to secretMax bytes of
/// UTF-8 without control characters, so that it is one line wherever it goes.
std::string whyNoSecret(std::string_view value);

/// "the credential NAME is not known", and why, for the detail of a look that was not made.
std::string whyNotKnown(const CredentialSeen &seen);

/// "the credential NAME was refused": what a target's 401 or 403 means.
std::string wasRefused(const Credential &credential);
bool isRefusal(int status);

/// "Bearer TOKEN" or "Basic BASE64"; the error says, without the value, why it is neither.
Result<Secret> authorizationFor(const Credential &credential, const Secret &value);

} // namespace siaga
