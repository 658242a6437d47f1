// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/alarm.h"

#include <algorithm>

namespace siaga::views {

namespace {

/// The wait until the same is heard again; nullopt: never.
std::optional<Duration> againAfter(Severity severity)
{
    switch (severity) {
    case Severity::emergency:
        return std::chrono::seconds(30);
    case Severity::critical:
        return std::chrono::minutes(2);
    case Severity::warning:
        break;
    }
    return std::nullopt;
}

} // namespace

std::optional<Duration> Alarm::muteLeft(Instant now) const
{
    return m_until && *m_until > now ? std::optional(*m_until - now) : std::nullopt;
}

std::optional<Severity> Alarm::hear(const NowBoard &board)
{
    if (!board.sounds || board.mode == Mode::replay || board.banners.lost)
        return std::nullopt;
    const bool isMuted = muteLeft(board.now).has_value();
    std::map<AlertId, Severity> open;
    std::optional<Severity> fresh;
    std::optional<Severity> worst;
    for (const AlertRow &row : board.alerts) {
        if (row.resolved || !row.acknowledgedBy.empty())
            continue;
        const auto heard = m_heard.find(row.id);
        const bool isNew = heard == m_heard.end() || heard->second < row.severity;
        worst = std::max(worst.value_or(row.severity), row.severity);
        if (isNew && (!isMuted || row.severity == Severity::emergency))
            fresh = std::max(fresh.value_or(row.severity), row.severity);
        // Muted away, it is still to be heard; only of an emergency the new and the old are told apart meanwhile.
        if (!isNew || !isMuted || row.severity == Severity::emergency)
            open.emplace(row.id, isNew ? row.severity : heard->second);
    }
    m_heard = std::move(open);
    const auto again = worst ? againAfter(*worst) : std::nullopt;
    const bool isDueAgain = !isMuted && again && m_last && board.now - *m_last >= *again;
    const auto tone = fresh ? fresh : isDueAgain ? worst : std::nullopt;
    if (tone)
        m_last = board.now;
    return tone;
}

} // namespace siaga::views
