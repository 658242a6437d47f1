// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resilience_text.h"

#include "app/status_text.h"
#include "core/words/breaker_words.h"
#include "core/words/row_json.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <QJsonArray>
#include <QJsonObject>

namespace siaga {

namespace {

using words::text;
using words::translate;

QString stored(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QStringList rowOf(const BreakerCard &card)
{
    const bool unknown = card.standing == Standing::unknown && card.state == BreakerState::closed;
    const QString state = unknown ? words::word(Standing::unknown) : words::word(card.state);
    const QString lasted = card.lasted && card.state != BreakerState::closed ? words::duration(*card.lasted) : QString();
    QString counted = words::failures(card);
    if (card.failed && card.figures.calls > 0)
        counted += QStringLiteral(", ") + words::percent(*card.failed);
    QString after = words::next(card);
    if (card.plan)
        after += QStringLiteral(" · ") + words::plan(*card.plan);
    if (card.stale)
        after += QStringLiteral(" · ") + words::seenAgo(card.age);
    return {shape(card.standing), text(card.id), state, lasted, counted, after};
}

} // namespace

QStringList resilienceLines(const ProtectBoard &board)
{
    if (board.totals.all == 0)
        return {translate("status", "no breaker is registered, and nothing was called yet")};
    QStringList lines{translate("status", "%1, of %2 (%3 registered)", "breakers")
            .arg(words::summary(board.totals), words::number(board.totals.all), words::number(board.totals.registered))};
    for (const BreakerGroup &group : board.groups) {
        std::vector<QStringList> rows;
        for (const BreakerCard &card : group.cards)
            if (group.kind == BreakerGroupKind::registered || card.standing != Standing::healthy)
                rows.push_back(rowOf(card));
        lines << QString() << QStringLiteral("%1  %2").arg(words::title(group), words::number(group));
        lines << table(rows);
    }
    return lines;
}

QJsonObject resilienceJson(const ProtectBoard &board)
{
    QJsonArray groups;
    for (const BreakerGroup &group : board.groups) {
        QJsonArray cards;
        for (const BreakerCard &card : group.cards)
            cards.append(words::toJson(card));
        groups.append(QJsonObject{{QStringLiteral("group"), stored(nameOf(group.kind))}, {QStringLiteral("name"), text(group.name)},
            {QStringLiteral("all"), group.all}, {QStringLiteral("calm"), group.calm}, {QStringLiteral("breakers"), cards}});
    }
    const BreakersTile &totals = board.totals;
    return {{QStringLiteral("mode"), stored(nameOf(board.mode))}, {QStringLiteral("open"), totals.open},
        {QStringLiteral("degraded"), totals.degraded}, {QStringLiteral("recovering"), totals.recovering},
        {QStringLiteral("held"), totals.held}, {QStringLiteral("unknown"), totals.unknown}, {QStringLiteral("all"), totals.all},
        {QStringLiteral("worst"), stored(nameOf(totals.worst))}, {QStringLiteral("groups"), groups}};
}

} // namespace siaga
