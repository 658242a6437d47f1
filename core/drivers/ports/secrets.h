// SPDX-License-Identifier: GPL-3.0-or-later
// The port to whoever keeps credentials: the keychain of this session, and beside it the memory of this run.
#pragma once

#include "core/base/secret.h"
#include "core/seen/credential_seen.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace siaga {

/// What became of a question or an order. `value` only with the state `known`, and only for questions.
struct SecretAnswer
{
    CredentialSeen seen;
    Secret value;
};

/// As long as it is held the answer comes; letting go of it withdraws the question.
using SecretTicket = std::shared_ptr<void>;

enum class SecretPlace {
    keychain,
    memory, ///< Of this run: gone when the process ends, never written anywhere.
};

/// Contract:
/// - Nothing here waits: each answer comes later, exactly once, in the thread that asked, never from within the call.
/// - A question is answered within the driver's patience, with `waiting` when the keychain is silent; the keychain goes on
///   being waited for, and its late answer counts for the next question. A value that a person gives meanwhile counts at once.
/// - `locked` and `unavailable` are never taken for `absent`. Nobody is asked to unlock anything unless by unlock().
/// - Before begin() the keychain is not touched; questions wait for it.
/// - A value comes from the store that it was kept in, or not at all (`otherStore`). Which store that was is remembered by
///   name; no value is ever written to a file.
/// - What was read once is kept in memory, so that a keychain that goes away blinds no check.
class Secrets
{
public:
    using Answer = std::function<void(const SecretAnswer &)>;
    virtual ~Secrets() = default;

    /// From now on the keychain may be asked.
    virtual void begin() = 0;

    [[nodiscard]] virtual SecretTicket ask(const std::string &name, Answer then) = 0;
    /// The same from the keychain itself, whatever is remembered of it: to try out what it holds.
    [[nodiscard]] virtual SecretTicket askAnew(const std::string &name, Answer then) = 0;
    /// A target refused it: what was read more than a minute ago is read again, for somebody may have changed it.
    virtual void refused(const std::string &name) = 0;

    /// The answer's state is `known` once it is kept; else it says why not, and nothing has changed. The value obeys
    /// whyNoSecret(). In the keychain it replaces one in memory.
    [[nodiscard]] virtual SecretTicket keep(const std::string &name, Secret value, SecretPlace where, Answer then) = 0;
    /// From memory and keychain; `absent` once it is gone.
    [[nodiscard]] virtual SecretTicket remove(const std::string &name, Answer then) = 0;

    /// Asks the keychain anew about this name, or about all when it is empty. What lives in the memory of this run stays,
    /// and so does what was known, if the keychain cannot say.
    virtual void readAgain(const std::string &name) = 0;
    /// Lets the keychain put its own question to the person; then all is read again.
    virtual void unlock() = 0;

    /// All that was asked for or kept in this run, by name.
    virtual std::vector<CredentialSeen> seen() const = 0;
    virtual KeychainSeen keychain() const = 0;
    /// The names that this account has ever kept through Siaga on this machine, with their stores; read from disk.
    [[nodiscard]] virtual SecretTicket remembered(std::function<void(const std::vector<CredentialSeen> &)> then) = 0;
    /// Called after anything of the two above changed.
    virtual void onChanged(std::function<void()> changed) = 0;
};

} // namespace siaga
