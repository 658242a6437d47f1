// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/record_table.h"

#include "views/theme/figures.h"
#include "views/theme/theme.h"

#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace siaga::views {

namespace {

constexpr int padding = 3 * grid; // Of a cell, both sides, and a bit.
constexpr int sentencePart = 62;  // Of a hundred that the sentence and its reason share.

} // namespace

void RecordTable::share(int room)
{
    const QFont letters = Theme::of(this).font(Type::body);
    const auto wide = [&letters](const QString &text) { return static_cast<int>(std::ceil(figuresWidth(letters, text))) + padding; };
    const int when = wide(QStringLiteral("2026-11-26 00:00:00 +00:00")); // As wide as any zone's name that is common.
    const int who = wide(QStringLiteral("engine orchestrator"));
    const int number = wide(QStringLiteral("1,000,000"));
    const int left = std::max(room - when - who - number, room / 3);
    const int what = left * sentencePart / 100;
    setShares({when, who, what, left - what, number});
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    share(viewport()->width());
    Table::resizeEvent(event);
}

void RecordTable::changeEvent(QEvent *event)
{
    Table::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        share(viewport()->width());
}

} // namespace siaga::views

#include "moc_record_table.cpp"
