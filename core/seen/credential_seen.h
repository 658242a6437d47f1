// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of credentials and of the keychain that holds them: names and states, never a value.
//
// Like the porter's list of which keys hang on the board. The catch: a locked board shows no keys, and that is not the same
// as a key that is missing.
#pragma once

#include "core/base/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace siaga {

enum class CredentialState {
    notAsked,    ///< Nobody has needed it yet, or the window is not shown yet.
    known,
    absent,      ///< The keychain is open and has no entry of that name.
    locked,      ///< The keychain is locked, so that nobody can say whether it has it.
    waiting,     ///< The keychain was asked and has not answered in time; an answer may still come.
    unavailable, ///< There is no keychain in this session, or it fails.
    otherStore,  ///< It was kept in another store than the one that answers now; what that says is not taken.
};
constexpr auto namesOf(CredentialState)
{
    return std::array<std::string_view, 7>{"not-asked", "known", "absent", "locked", "waiting", "unavailable", "other-store"};
}

/// One credential.
struct CredentialSeen
{
    std::string name;
    CredentialState state = CredentialState::notAsked;
    std::string store;  ///< Where its value is, or was kept: "GNOME keyring"; empty when that is not known.
    bool inMemory = false; ///< Known: it lives in the memory of this run, and nowhere else.
    std::optional<WallTime> setAt; ///< When Siaga was given it; none when something else put it into the keychain.
    std::string detail; ///< The system's own words, plain text of at most 200 bytes.
    bool operator==(const CredentialSeen &) const = default;
};

/// The keychain itself, as it last answered.
struct KeychainSeen
{
    CredentialState state = CredentialState::notAsked; ///< `known` means that it is open.
    std::string store;  ///< "GNOME keyring", "KWallet", "KeePassXC", "Secret Service"; empty when nobody answered yet.
    std::string detail; ///< As above.
    bool operator==(const KeychainSeen &) const = default;
};

} // namespace siaga
