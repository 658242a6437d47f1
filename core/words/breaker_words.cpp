// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/breaker_words.h"

#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace {

const QString dot = QStringLiteral(" · ");

QString holder(BreakerHold hold, const QString &who)
{
    return hold == BreakerHold::open ? translate("words", "forced open by %1").arg(who)
                                     : translate("words", "disabled by %1").arg(who);
}

QString ofCalls(int some, int all)
{
    return all == 1 ? translate("words", "%1 of 1 call failed").arg(number(some))
                    : translate("words", "%1 of %2 calls failed").arg(number(some), number(all));
}

} // namespace

QString shortTime(Duration time)
{
    const double seconds = inSeconds(time);
    if (seconds >= 10)
        return duration(time);
    if (seconds >= 1)
        return translate("words", "%1 s", "seconds").arg(percentFigure(seconds / 100, 1));
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    return translate("words", "%1 ms", "milliseconds").arg(whole);
}

QString title(const BreakerGroup &group)
{
    switch (group.kind) {
    case BreakerGroupKind::registered:
        return text(group.name);
    case BreakerGroupKind::edges:
        return translate("words", "Siaga's own calls: edges");
    case BreakerGroupKind::probes:
        return translate("words", "Siaga's own calls: what is probed");
    case BreakerGroupKind::metrics:
        return translate("words", "Siaga's own calls: pages of metrics");
    case BreakerGroupKind::published:
        return translate("words", "Published by %1").arg(text(group.name));
    case BreakerGroupKind::servers:
        return translate("words", "Servers that %1 checks").arg(text(group.name));
    }
    return {};
}

QString number(const BreakerGroup &group)
{
    return group.calm == 0 ? number(group.all)
        : group.calm == group.all
        ? translate("words", "%1, all calm", "breakers").arg(number(group.all))
        : translate("words", "%1, %2 calm", "breakers").arg(number(group.all), number(group.calm));
}

QString failures(const BreakerCard &card)
{
    if (card.figures.calls > 0)
        return ofCalls(card.figures.failures, card.figures.calls);
    if (card.failed)
        return translate("words", "%1 of calls failed").arg(percent(*card.failed));
    if (card.kind == BreakerKind::foreign)
        return translate("words", "its calls are not told");
    if (card.past)
        return translate("words", "its calls are not kept");
    if (!card.age)
        return translate("words", "nothing seen yet");
    return card.limits ? translate("words", "no call in the last %1").arg(shortTime(card.limits->window))
                       : translate("words", "no call lately");
}

QString opensAt(const BreakerCard &card)
{
    if (!card.limits)
        return {};
    const BreakerLimits &limits = *card.limits;
    const QString rate = translate("words", "opens at %1 of at least %2 calls")
                             .arg(percent(limits.failureRate), number(limits.callsMin));
    return limits.inARow == 0 ? rate : translate("words", "%1, or at %2 failures in a row").arg(rate, number(limits.inARow));
}

QString score(const BreakerFigures &figures)
{
    if (figures.scoreAlarm <= 0)
        return {};
    return translate("words", "score %1 of %2", "sequential test")
        .arg(percentFigure(figures.score / 100, 1), percentFigure(figures.scoreAlarm / 100, 0));
}

QString next(const BreakerCard &card)
{
    if (card.held)
        return translate("words", "%1, %2 left", "forced open by somebody, time")
            .arg(holder(card.held->hold, text(card.held->by)), duration(card.held->left));
    switch (card.state) {
    case BreakerState::open:
        return !card.untilProbe                ? translate("words", "nothing passes")
            : *card.untilProbe > Duration{}    ? translate("words", "looks again in %1").arg(duration(*card.untilProbe))
                                               : translate("words", "looks again now");
    case BreakerState::halfOpen:
        return translate("words", "a few calls try whether it is well again");
    case BreakerState::ramping:
        return translate("words", "%1 of calls let through").arg(percent(card.admitted));
    case BreakerState::degraded:
        return card.admitted < whole ? translate("words", "%1 of calls let through").arg(percent(card.admitted))
                                     : translate("words", "everything passes, fewer retries");
    case BreakerState::forcedOpen:
        return translate("words", "nothing passes");
    case BreakerState::disabled:
        return translate("words", "everything passes, whatever fails");
    case BreakerState::closed:
        break;
    }
    if (!card.limits)
        return translate("words", "everything passes");
    return card.limits->inARow == 0
        ? translate("words", "opens at %1").arg(percent(card.limits->failureRate))
        : translate("words", "opens at %1, or %2 in a row")
              .arg(percent(card.limits->failureRate), number(card.limits->inARow));
}

QString policy(const BreakerLimits &limits)
{
    const QString open = limits.backoff == Backoff::exponential
        ? translate("words", "stays open for %1, longer each time").arg(shortTime(limits.reset))
        : translate("words", "stays open for %1").arg(shortTime(limits.reset));
    const QString looks = limits.retries == 1
        ? translate("words", "then has 1 look to be well again")
        : translate("words", "then has %n looks to be well again", nullptr, limits.retries);
    return translate("words", "%1, %2", "policy").arg(open, looks);
}

QString signal(const BreakerCard &card)
{
    if (card.kind == BreakerKind::own)
        return translate("words", "Siaga's own calls");
    if (card.kind == BreakerKind::foreign)
        return translate("words", "told by %1", "a program").arg(text(card.source));
    switch (card.signal) {
    case BreakerSignal::check:
        return translate("words", "listens to check %1").arg(text(card.source));
    case BreakerSignal::metric:
        return translate("words", "listens to metrics of %1").arg(text(card.source));
    case BreakerSignal::edge:
        break;
    }
    return translate("words", "listens to what the edges count");
}

QString effect(const BreakerCard &card)
{
    if (card.kind != BreakerKind::registered)
        return {};
    switch (card.effect) {
    case BreakerEffect::show:
        return translate("words", "observing", "breaker");
    case BreakerEffect::proposeDrain:
        return translate("words", "proposes to drain", "breaker");
    case BreakerEffect::drain:
        return translate("words", "drains by itself", "breaker");
    }
    return {};
}

QString hold(const HoldRow &held, Zone zone)
{
    return translate("words", "%1 until %2: %3", "forced open by somebody, time, why")
        .arg(holder(held.hold, text(held.by)), timeOfDay(held.until, zone), text(held.reason));
}

QString turn(const TurnRow &turn)
{
    const QString rule = word(turn.rule);
    const QString said = rule.isEmpty() ? word(turn.to)
                                        : translate("words", "%1: %2", "state: why").arg(word(turn.to), rule);
    return turn.figures.calls == 0
        ? said
        : translate("words", "%1 (%2 of %3)", "state: why (failures of calls)")
              .arg(said, number(turn.figures.failures), number(turn.figures.calls));
}

QString plan(const CausedPlan &plan)
{
    return plan.standing == PlanStanding::proposed
        ? translate("words", "plan %1 waits for approval").arg(number(plan.id))
        : translate("words", "plan %1 is %2").arg(number(plan.id), word(plan.standing));
}

QStringList guards(const TargetFigures &own)
{
    QStringList lines{translate("words", "%1 of %2 in flight").arg(number(own.inFlight), number(own.limit)),
        translate("words", "%1 of %2 waiting").arg(number(own.queued), number(own.queueMax)),
        translate("words", "%1 of the retry budget left").arg(percent(Permille{own.retryBudgetPermille}))};
    if (own.timeout > Duration{})
        lines << translate("words", "time-out %1").arg(shortTime(own.timeout));
    if (own.refused > 0)
        lines << translate("words", "%1 calls not made").arg(number(own.refused));
    return lines;
}

QString summary(const BreakerCard &card)
{
    QStringList pieces{word(card.state)};
    if (card.lasted && (card.state != BreakerState::closed || card.held))
        pieces[0] = translate("words", "%1 for %2", "state, lasted").arg(pieces[0], duration(*card.lasted));
    if (card.stale)
        pieces << translate("words", "not seen for %1").arg(duration(card.age.value_or(Duration{})));
    else if (card.standing == Standing::unknown)
        pieces << word(Standing::unknown);
    pieces << failures(card);
    if (card.slow && *card.slow > none)
        pieces << translate("words", "%1 slow").arg(percent(*card.slow));
    pieces << next(card);
    return pieces.join(dot);
}

QString summary(const BreakersTile &tile)
{
    QStringList pieces;
    const auto add = [&pieces](int count, const QString &what) {
        if (count > 0)
            pieces << what.arg(number(count));
    };
    add(tile.open, translate("words", "%1 open", "breakers"));
    add(tile.degraded, translate("words", "%1 degraded", "breakers"));
    add(tile.recovering, translate("words", "%1 recovering", "breakers"));
    add(tile.held, translate("words", "%1 held", "breakers"));
    add(tile.unknown, translate("words", "%1 unknown", "breakers"));
    return pieces.isEmpty() ? translate("words", "all closed", "breakers") : pieces.join(dot);
}

QString whyNotOrdered(const BreakerCard &card)
{
    return card.kind == BreakerKind::foreign
        ? translate("words", "It belongs to %1; Siaga only shows it").arg(text(card.source))
        : QString();
}

QString commandToHold(const BreakerId &breaker, BreakerHold hold, const QString &lasts, const QString &reason)
{
    const QString verb = hold == BreakerHold::open ? QStringLiteral("open") : QStringLiteral("close");
    const QString why = reason.isEmpty() ? translate("words", "say why", "placeholder of a reason") : reason;
    return QStringList{QStringLiteral("siaga breaker"), verb, quoted(text(breaker)), QStringLiteral("--for"), lasts,
        QStringLiteral("--reason"), quoted(why)}
        .join(QLatin1Char(' '));
}

QString commandToReset(const BreakerId &breaker, const QString &reason)
{
    const QString call = QStringLiteral("siaga breaker reset ") + quoted(text(breaker));
    return reason.isEmpty() ? call : call + QStringLiteral(" --reason ") + quoted(reason);
}

QString commandFor(const BreakerCard &card)
{
    if (card.kind == BreakerKind::foreign)
        return QStringLiteral("siaga status resilience");
    return card.held || card.state != BreakerState::closed ? commandToReset(card.id, {})
                                                           : commandToHold(card.id, BreakerHold::open, QStringLiteral("1h"), {});
}

} // namespace siaga::words
