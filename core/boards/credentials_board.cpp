// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/credentials_board.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr int unauthorized = 401;
constexpr int forbidden = 403;

TrialEnd endOf(const ProbeResult &result)
{
    switch (result.outcome) {
    case ProbeOutcome::passed:
        return TrialEnd::accepted;
    case ProbeOutcome::badStatus:
        return result.status == unauthorized || result.status == forbidden ? TrialEnd::refused : TrialEnd::notWell;
    case ProbeOutcome::badBody:
    case ProbeOutcome::malformed:
        return TrialEnd::notWell;
    case ProbeOutcome::notRun:
        return TrialEnd::notAsked;
    case ProbeOutcome::refused:
    case ProbeOutcome::timedOut:
    case ProbeOutcome::tlsFailed:
    case ProbeOutcome::notResolved:
        break;
    }
    return TrialEnd::notReached;
}

TrialEnd endOf(const MetricsSeen &seen)
{
    if (seen.reached)
        return TrialEnd::accepted;
    if (!seen.asked)
        return TrialEnd::notAsked;
    if (seen.detail.ends_with("was refused"))
        return TrialEnd::refused;
    return seen.detail.starts_with("status ") ? TrialEnd::notWell : TrialEnd::notReached;
}

CredentialRow &rowOf(CredentialsBoard &board, const std::string &name)
{
    const auto found = std::ranges::find_if(board.rows, [&name](const CredentialRow &row) { return row.seen.name == name; });
    if (found != board.rows.end())
        return *found;
    return board.rows.emplace_back(CredentialRow{.seen = {.name = name}});
}

} // namespace

CredentialTrial judgeTrial(const CredentialUse &use, const Observation &seen)
{
    CredentialTrial trial{.use = use};
    if (const auto *check = std::get_if<CheckSeen>(&seen)) {
        trial.end = endOf(check->result);
        trial.status = check->result.status;
        trial.took = check->result.took;
        trial.detail = check->result.detail;
    } else if (const auto *page = std::get_if<MetricsSeen>(&seen)) {
        trial.end = endOf(*page);
        trial.took = page->ended - page->began;
        trial.detail = page->detail;
    }
    return trial;
}

const CredentialRow *CredentialsBoard::row(const std::string &name) const
{
    const auto found = std::ranges::find_if(rows, [&name](const CredentialRow &one) { return one.seen.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

int CredentialsBoard::missing() const
{
    return static_cast<int>(std::ranges::count_if(rows, [](const CredentialRow &row) {
        return !row.uses.empty() && row.seen.state != CredentialState::known && row.seen.state != CredentialState::notAsked;
    }));
}

int CredentialsBoard::inMemory() const
{
    return static_cast<int>(std::ranges::count_if(rows, [](const CredentialRow &row) { return row.seen.inMemory; }));
}

CredentialsBoard credentialsBoard(const CredentialsInput &input)
{
    CredentialsBoard board{.keychain = input.keychain, .isLab = input.fleet.lab, .wall = input.wall};
    for (const CredentialUse &use : credentialUses(input.fleet))
        rowOf(board, use.credential.name).uses.push_back(use);
    const auto used = static_cast<std::ptrdiff_t>(board.rows.size());
    for (const CredentialSeen &before : input.remembered)
        rowOf(board, before.name).seen = before;
    for (const CredentialSeen &now : input.seen) {
        // One that was removed, and that nobody uses, is no row any more.
        if (board.row(now.name) || now.state != CredentialState::absent)
            rowOf(board, now.name).seen = now;
    }
    std::sort(board.rows.begin() + used, board.rows.end(),
              [](const CredentialRow &a, const CredentialRow &b) { return a.seen.name < b.seen.name; });
    return board;
}

} // namespace siaga
