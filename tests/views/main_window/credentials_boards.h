// SPDX-License-Identifier: GPL-3.0-or-later
// Boards of credentials made by hand: a keychain that is open, locked, silent or away.
#pragma once

#include "core/boards/credentials_board.h"

#include <memory>

namespace siaga::boards {

inline CredentialUse checkUse(const std::string &name, const std::string &check)
{
    return {.credential = {name, CredentialKind::bearer}, .check = CheckId(check), .target = "https://" + check + ".example/"};
}

inline CredentialUse pageUse(const std::string &name, const std::string &page)
{
    return {.credential = {name, CredentialKind::basic}, .metrics = MetricsId(page), .target = "https://" + page + ".example/metrics"};
}

/// Three that the fleet uses, of which one is kept, one is missing and one was refused; and one that nobody uses.
inline CredentialsBoard credentialsKept()
{
    CredentialsBoard board{.keychain = {CredentialState::known, "GNOME keyring", {}}, .wall = {1'767'225'600'000}};
    const auto kept = [&board](const std::string &name, std::int64_t daysAgo) {
        return CredentialSeen{.name = name, .state = CredentialState::known, .store = "GNOME keyring",
                              .setAt = WallTime{board.wall.milliseconds - daysAgo * 86'400'000}};
    };
    board.rows.push_back({.seen = kept("shop-monitor", 3), .uses = {checkUse("shop-monitor", "web-http@eu-west-1"), checkUse("shop-monitor", "web-http@us-east-1")}});
    board.rows.push_back({.seen = {.name = "payments-login", .state = CredentialState::absent}, .uses = {pageUse("payments-login", "payments-app")}});
    board.rows.push_back({.seen = kept("status-token", 400), .uses = {checkUse("status-token", "status@eu-west-1")}});
    board.rows.back().trials.push_back({.use = board.rows.back().uses[0], .end = TrialEnd::refused, .status = 403, .took = std::chrono::milliseconds(14)});
    board.rows.push_back({.seen = kept("old-token", 812)});
    return board;
}

/// The same while the keychain is in another state; what was known is not.
inline CredentialsBoard credentialsWhile(CredentialState state, const std::string &detail = {})
{
    CredentialsBoard board = credentialsKept();
    board.keychain = {state, state == CredentialState::unavailable ? std::string() : "GNOME keyring", detail};
    for (CredentialRow &row : board.rows) {
        row.seen.state = state;
        row.trials.clear();
    }
    return board;
}

/// No keychain; one was given by hand.
inline CredentialsBoard credentialsInMemory()
{
    CredentialsBoard board = credentialsWhile(CredentialState::unavailable, "there is no session bus");
    board.rows.erase(board.rows.begin() + 1, board.rows.end());
    board.rows[0].seen = {.name = "shop-monitor", .state = CredentialState::known, .inMemory = true, .setAt = board.wall};
    return board;
}

inline std::shared_ptr<const CredentialsBoard> shared(CredentialsBoard board)
{
    return std::make_shared<const CredentialsBoard>(std::move(board));
}

} // namespace siaga::boards
