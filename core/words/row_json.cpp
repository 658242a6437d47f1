// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/row_json.h"

#include "core/words/board_words.h"
#include "core/words/figures.h"
#include "core/words/plan_words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace siaga::words {

namespace {

QString stored(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QJsonValue permille(const std::optional<Permille> &share)
{
    return share ? QJsonValue(share->value) : QJsonValue();
}

QJsonValue seconds(const std::optional<Duration> &duration)
{
    return duration ? QJsonValue(inSeconds(*duration)) : QJsonValue();
}

template<class Tag>
double figure(Number<Tag> number)
{
    return static_cast<double>(number.value());
}

QJsonObject ownJson(const TargetFigures &own)
{
    return {{u"inFlight"_s, own.inFlight}, {u"limit"_s, own.limit}, {u"queued"_s, own.queued}, {u"queueMax"_s, own.queueMax},
        {u"retryBudgetPermille"_s, own.retryBudgetPermille}, {u"timeoutSeconds"_s, inSeconds(own.timeout)},
        {u"refused"_s, static_cast<double>(own.refused)}, {u"calls"_s, static_cast<double>(own.calls)}};
}

QJsonObject noticeJson(const NoticeRow &notice)
{
    return {{u"channel"_s, text(notice.channel)}, {u"outcome"_s, notice.outcome ? QJsonValue(stored(nameOf(*notice.outcome))) : QJsonValue()},
        {u"severity"_s, stored(nameOf(notice.severity))}, {u"at"_s, notice.outcome ? QJsonValue(dateAndTime(notice.at)) : QJsonValue()},
        {u"attempts"_s, notice.attempts}, {u"tryingAgain"_s, notice.tryingAgain}, {u"detail"_s, text(notice.detail)}};
}

} // namespace

QJsonObject toJson(const RegionCard &region)
{
    return {{u"region"_s, text(region.id)}, {u"state"_s, stored(nameOf(region.state))},
        {u"seconds"_s, inSeconds(region.lasted)}, {u"stale"_s, region.stale},
        {u"trafficPermille"_s, permille(region.traffic)}, {u"outOfTraffic"_s, region.decidedOut}};
}

QJsonObject toJson(const AlertRow &alert)
{
    QJsonArray notices;
    for (const NoticeRow &notice : alert.notices)
        notices.append(noticeJson(notice));
    return {{u"alert"_s, figure(alert.id)}, {u"severity"_s, stored(nameOf(alert.severity))}, {u"headline"_s, headline(alert)},
        {u"seconds"_s, inSeconds(alert.lasted)}, {u"acknowledgedBy"_s, text(alert.acknowledgedBy)},
        {u"secondsUntilEmergency"_s, seconds(alert.escalatesIn)}, {u"notices"_s, notices}};
}

QJsonObject toJson(const PlanCard &plan)
{
    return {{u"plan"_s, figure(plan.id)}, {u"purpose"_s, title(plan.purpose)},
        {u"standing"_s, stored(nameOf(plan.standing))}, {u"hash"_s, text(toHex(plan.hash))}};
}

QJsonObject toJson(const BreakerCard &card)
{
    QJsonObject object{{u"breaker"_s, text(card.id)}, {u"kind"_s, stored(nameOf(card.kind))},
        {u"state"_s, stored(nameOf(card.state))}, {u"standing"_s, stored(nameOf(card.standing))},
        {u"seconds"_s, seconds(card.lasted)}, {u"calls"_s, card.figures.calls}, {u"failures"_s, card.figures.failures},
        {u"inARow"_s, card.figures.inARow}, {u"score"_s, card.figures.score}, {u"scoreAlarm"_s, card.figures.scoreAlarm},
        {u"failedPermille"_s, permille(card.failed)}, {u"slowPermille"_s, permille(card.slow)},
        {u"admittedPermille"_s, card.admitted.value}, {u"stale"_s, card.stale}, {u"ageSeconds"_s, seconds(card.age)},
        {u"secondsUntilProbe"_s, seconds(card.untilProbe)}};
    if (card.kind == BreakerKind::registered) {
        object.insert(u"service"_s, text(card.service));
        object.insert(u"region"_s, text(card.region));
        object.insert(u"effect"_s, stored(nameOf(card.effect)));
    }
    if (card.held)
        object.insert(u"held"_s, QJsonObject{{u"hold"_s, stored(nameOf(card.held->hold))}, {u"by"_s, text(card.held->by)},
            {u"reason"_s, text(card.held->reason)}, {u"secondsLeft"_s, inSeconds(card.held->left)}});
    if (card.plan)
        object.insert(u"plan"_s, figure(card.plan->id));
    if (card.own)
        object.insert(u"own"_s, ownJson(*card.own));
    return object;
}

} // namespace siaga::words
