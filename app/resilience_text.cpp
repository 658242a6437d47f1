// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resilience_text.h"

#include "app/status_text.h"
#include "core/words/breaker_words.h"
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

QJsonValue share(const std::optional<Permille> &permille)
{
    return permille ? QJsonValue(permille->value) : QJsonValue();
}

QJsonObject ownJson(const TargetFigures &own)
{
    return {{QStringLiteral("inFlight"), own.inFlight}, {QStringLiteral("limit"), own.limit}, {QStringLiteral("queued"), own.queued},
        {QStringLiteral("queueMax"), own.queueMax}, {QStringLiteral("retryBudgetPermille"), own.retryBudgetPermille},
        {QStringLiteral("timeoutSeconds"), inSeconds(own.timeout)}, {QStringLiteral("refused"), static_cast<double>(own.refused)},
        {QStringLiteral("calls"), static_cast<double>(own.calls)}};
}

QJsonObject cardJson(const BreakerCard &card)
{
    QJsonObject object{{QStringLiteral("breaker"), text(card.id)}, {QStringLiteral("kind"), stored(nameOf(card.kind))},
        {QStringLiteral("state"), stored(nameOf(card.state))}, {QStringLiteral("standing"), stored(nameOf(card.standing))},
        {QStringLiteral("seconds"), card.lasted ? QJsonValue(inSeconds(*card.lasted)) : QJsonValue()},
        {QStringLiteral("calls"), card.figures.calls}, {QStringLiteral("failures"), card.figures.failures},
        {QStringLiteral("inARow"), card.figures.inARow}, {QStringLiteral("score"), card.figures.score},
        {QStringLiteral("scoreAlarm"), card.figures.scoreAlarm}, {QStringLiteral("failedPermille"), share(card.failed)},
        {QStringLiteral("slowPermille"), share(card.slow)}, {QStringLiteral("admittedPermille"), card.admitted.value},
        {QStringLiteral("stale"), card.stale},
        {QStringLiteral("ageSeconds"), card.age ? QJsonValue(inSeconds(*card.age)) : QJsonValue()},
        {QStringLiteral("secondsUntilProbe"), card.untilProbe ? QJsonValue(inSeconds(*card.untilProbe)) : QJsonValue()}};
    if (card.kind == BreakerKind::registered) {
        object.insert(QStringLiteral("service"), text(card.service));
        object.insert(QStringLiteral("region"), text(card.region));
        object.insert(QStringLiteral("effect"), stored(nameOf(card.effect)));
    }
    if (card.held)
        object.insert(QStringLiteral("held"), QJsonObject{{QStringLiteral("hold"), stored(nameOf(card.held->hold))},
            {QStringLiteral("by"), text(card.held->by)}, {QStringLiteral("reason"), text(card.held->reason)},
            {QStringLiteral("secondsLeft"), inSeconds(card.held->left)}});
    if (card.plan)
        object.insert(QStringLiteral("plan"), static_cast<double>(card.plan->id.value()));
    if (card.own)
        object.insert(QStringLiteral("own"), ownJson(*card.own));
    return object;
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
            cards.append(cardJson(card));
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
