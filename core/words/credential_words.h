// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials and the keychain in words: who keeps them, who uses them, what a trial said.
//
// Like the porter who says "that one is in the cellar, and nobody has asked for it since March". The catch: he says where
// and whose, never what.
#pragma once

#include "core/boards/credentials_board.h"

#include <QString>

namespace siaga::words {

/// "known", "not in the keychain", "keychain locked", "waiting for the keychain", ...
QString word(CredentialState state);

/// Where its value is: "GNOME keyring", "memory of this run", "—".
QString store(const CredentialSeen &seen);

/// "set 3 d 4 h ago"; empty when that is not known.
QString age(const CredentialSeen &seen, WallTime now);

/// "check web-http@us", "page of metrics app".
QString use(const CredentialUse &use);
/// All of them, or "nothing in this fleet".
QString uses(const std::vector<CredentialUse> &uses);

/// Why it is not known, as a sentence, with what to do; empty for one that is.
QString whyMissing(const CredentialSeen &seen);

/// What the keychain says of itself, as a sentence.
QString sentence(const KeychainSeen &keychain);

/// "check web-http@us: accepted, status 200 after 12 ms", and so on.
QString trial(const CredentialTrial &trial);

/// Why something was not kept or not removed, as a sentence, with what to do.
QString whyNotDone(const CredentialDone &done);

} // namespace siaga::words
