// SPDX-License-Identifier: GPL-3.0-or-later
// What the list of credentials shows: for each name who uses it, where it is kept, and what a trial said.
//
// Like the key board behind a porter's desk, with a tag at each hook. The catch: tags are all that there is; no key ever
// hangs here.
#pragma once

#include "core/base/secret.h"
#include "core/fleet/credential_use.h"
#include "core/seen/credential_seen.h"
#include "core/seen/observation.h"

#include <string>
#include <vector>

namespace siaga {

/// How one use of a credential ended when it was tried against its target.
enum class TrialEnd {
    accepted,   ///< The target answered as it should. It may do so without a credential too.
    refused,    ///< 401 or 403.
    notWell,    ///< It answered, but not as it should.
    notReached, ///< There was no answer to judge.
    notAsked,   ///< The value was not known, or is of the wrong form; nothing went out.
};
constexpr auto namesOf(TrialEnd)
{
    return std::array<std::string_view, 5>{"accepted", "refused", "not-well", "not-reached", "not-asked"};
}

struct CredentialTrial
{
    CredentialUse use;
    TrialEnd end = TrialEnd::notAsked;
    int status = 0;     ///< Of a check: the HTTP status; 0 when there was none, or it is not known.
    Duration took{};
    std::string detail; ///< Plain text.
};

/// What a look made for the trial says.
CredentialTrial judgeTrial(const CredentialUse &use, const Observation &seen);

struct CredentialRow
{
    CredentialSeen seen;
    std::vector<CredentialUse> uses;
    bool trying = false;                 ///< A trial is on its way.
    std::vector<CredentialTrial> trials; ///< Of the last trial, one for each use.
};

struct CredentialsBoard
{
    KeychainSeen keychain;
    std::vector<CredentialRow> rows; ///< Those that the fleet uses, in its order; then those that it does not, by name.
    bool isLab = false;
    WallTime wall;

    /// The row, or nullptr.
    const CredentialRow *row(const std::string &name) const;
    /// How many that the fleet uses are not known.
    int missing() const;
    /// How many live in the memory of this run.
    int inMemory() const;
};

struct CredentialsInput
{
    const Fleet &fleet;
    const std::vector<CredentialSeen> &seen;       ///< In this run.
    const std::vector<CredentialSeen> &remembered; ///< From earlier ones.
    KeychainSeen keychain;
    WallTime wall;
};

/// A pure projection; trials are added by who makes them.
CredentialsBoard credentialsBoard(const CredentialsInput &input);

/// What a person asks for in that list.
struct CredentialOrder
{
    enum class Kind {
        look,   ///< At all, to show them.
        keep,   ///< In the keychain.
        keepInMemory,
        remove,
        test,
        retry,  ///< Asks the keychain again, and lets it put its own question where it is locked.
    };
    Kind kind = Kind::look;
    std::string name;
    Secret value; ///< To keep.
};

/// What became of one that keeps or removes.
struct CredentialDone
{
    CredentialOrder::Kind kind = CredentialOrder::Kind::keep;
    CredentialSeen seen; ///< `known` or `absent` when it was done; else why not.
    KeychainSeen keychain;
};

} // namespace siaga
