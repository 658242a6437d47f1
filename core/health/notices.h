// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to be told of which alert now: obligations that follow from the state, so that a crash can lose none.
//
// It is like the board in a duty room that lists the calls still to be made: whoever comes in, also after a night
// without anybody, reads off it what is owed. The catch: a call whose answer was not written down yet is owed again, so
// that somebody may be told twice, but never not at all.
//
// An alert is owed to a channel while it is open, as severe as the channel asks for, taken by nobody, and not explained
// by its region's alert; and while that severity was neither delivered nor tried as often as the fleet allows. At most
// `per_minute_max` notices a minute go out on a channel. What comes beyond them is told in a summary: at once as the
// last one of the minute, then every ten seconds, every two with an emergency among them.
#pragma once

#include "core/events/engine.h"
#include "core/health/state.h"

#include <set>

namespace siaga::health {

inline constexpr std::size_t noticeAlertsMax = 500; ///< Alerts told by one summary; the others follow with the next.
inline constexpr Duration noticeRetryMax = std::chrono::minutes(1);
/// Checks of a region that fails whole turn one after another. The first waits so long for the region to speak for all.
inline constexpr Duration regionMayFollow = std::chrono::seconds(2);

/// What is on its way and not answered yet, by channel.
struct NoticesUnderWay
{
    std::map<AlertId, Severity> alerts;
    int calls = 0;
};
using UnderWay = std::map<ChannelId, NoticesUnderWay>;

/// One notice that is to go out now.
struct NoticeDue
{
    ChannelId channel;
    std::vector<NoticeFor> alerts; ///< Worst first; more than one: a summary.
    int attempt = 1;               ///< Of the first.
    bool operator==(const NoticeDue &) const = default;
};

struct NoticesOwed
{
    std::vector<NoticeDue> now;
    std::optional<Instant> next; ///< When to ask again if nothing happens before.
};

/// What is owed at this moment. Linear in the open alerts.
NoticesOwed noticesOwed(const State &state, const Fleet &fleet, const UnderWay &underWay, Instant now);

/// The alerts that still ask for somebody on a channel with this threshold; whatever shows another one takes it back.
std::set<AlertId> alertsThatCall(const State &state, Severity from);

/// The wait after so many failed attempts.
Duration noticeRetryAfter(const NotifyPolicy &policy, int attempts);

} // namespace siaga::health
