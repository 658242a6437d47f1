// SPDX-License-Identifier: GPL-3.0-or-later
// What a notice says, and what became of it.
//
// Like the front and the back of a telegram. The catch: the front is read on a locked screen at three in the morning, so
// the mode and the severity come before everything else.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

/// "desktop", "hook pager".
QString channel(const ChannelId &channel);

/// "delivered 02:13:46 UTC to desktop", "hook pager failed: exit 1, trying again", "telling desktop".
QString notice(const NoticeRow &row, Zone zone = Zone::utc);

/// All of an alert's, as one line; empty when nobody was to be told.
QString notices(const AlertRow &row, Zone zone = Zone::utc);

/// True when somebody should have been told and was not: on one channel at least, the last attempt failed.
bool isAnyNoticeLost(const AlertRow &row);

/// "emergency in 4 min 12 s".
QString escalation(Duration left);

struct Telegram
{
    QString title;
    QString body;
};

inline constexpr std::size_t telegramListedMax = 6; ///< Alerts that a summary names; a desktop shows no more lines.

/// The notice of `count` alerts, of which the worst are given, worst first: one, or a summary of several.
Telegram telegram(const std::vector<AlertRow> &rows, int count, Mode mode, const std::string &fleet, const std::string &environment);

} // namespace siaga::words
