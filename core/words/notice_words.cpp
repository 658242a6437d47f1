// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/notice_words.h"

#include "core/words/board_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <algorithm>

namespace siaga::words {

namespace {

QString place(const std::string &fleet, const std::string &environment)
{
    return environment.empty() ? text(fleet) : translate("words", "%1 / %2", "fleet / environment").arg(text(fleet), text(environment));
}

Telegram one(const AlertRow &row, const QString &mode, const QString &where)
{
    Telegram telegram;
    telegram.title = translate("words", "%1 · %2: %3", "mode · severity: headline").arg(mode, word(row.severity).toUpper(), headline(row));
    QStringList lines{detail(row), where, translate("words", "since %1").arg(timeOfDay(row.opened))};
    if (row.escalatesIn)
        lines << escalation(*row.escalatesIn);
    if (!row.runbook.empty())
        lines << text(row.runbook);
    lines.removeAll(QString());
    telegram.body = lines.join(QLatin1Char('\n'));
    return telegram;
}

} // namespace

QString channel(const ChannelId &channel)
{
    return channel == desktopChannel ? translate("words", "desktop", "where notices go")
                                     : translate("words", "hook %1").arg(text(channel));
}

QString notice(const NoticeRow &row, Zone zone)
{
    const QString where = channel(row.channel);
    if (!row.outcome)
        return translate("words", "telling %1", "a notice is on its way").arg(where);
    if (*row.outcome == NoticeOutcome::delivered)
        return row.tryingAgain ? translate("words", "delivered %1 to %2, telling it anew").arg(timeOfDay(row.at, zone), where)
                               : translate("words", "delivered %1 to %2").arg(timeOfDay(row.at, zone), where);
    const QString line = *row.outcome == NoticeOutcome::unavailable
        ? translate("words", "%1 unavailable: %2", "channel: why").arg(where, text(row.detail))
        : translate("words", "%1 failed: %2", "channel: why").arg(where, text(row.detail));
    return row.tryingAgain ? translate("words", "%1, trying again").arg(line) : line;
}

QString notices(const AlertRow &row, Zone zone)
{
    QStringList lines;
    for (const NoticeRow &one : row.notices)
        lines << notice(one, zone);
    return lines.join(QStringLiteral("; "));
}

bool isAnyNoticeLost(const AlertRow &row)
{
    return std::ranges::any_of(row.notices, [](const NoticeRow &one) { return one.outcome && *one.outcome != NoticeOutcome::delivered; });
}

QString escalation(Duration left)
{
    return translate("words", "emergency in %1").arg(duration(left));
}

Telegram telegram(const std::vector<AlertRow> &rows, int count, Mode mode, const std::string &fleet, const std::string &environment)
{
    const QString where = place(fleet, environment);
    if (count == 1 && rows.size() == 1)
        return one(rows.front(), word(mode), where);
    Telegram telegram;
    const QString worst = rows.empty() ? QString() : word(rows.front().severity).toUpper();
    telegram.title = translate("words", "%1 · %2: %n alerts at once", "mode · worst severity", count).arg(word(mode), worst);
    QStringList lines{where};
    for (const AlertRow &row : rows)
        lines << translate("words", "%1: %2", "severity: headline").arg(word(row.severity), headline(row));
    const int more = count - static_cast<int>(rows.size());
    if (more > 0)
        lines << translate("words", "and %n more", nullptr, more);
    telegram.body = lines.join(QLatin1Char('\n'));
    return telegram;
}

} // namespace siaga::words
