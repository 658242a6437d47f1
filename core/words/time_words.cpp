// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/time_words.h"

#include "core/events/request_events.h"
#include "core/words/audit_words.h"
#include "core/words/board_words.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <QDateTime>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace siaga::words {

namespace {

constexpr std::int64_t day = 86'400'000; // Milliseconds.

QString wordOf(Standing standing)
{
    return standing == Standing::emergency ? word(Severity::emergency)
        : standing == Standing::critical   ? word(Severity::critical)
                                           : word(Severity::warning);
}

QString askedFor(std::string_view request)
{
    const std::pair<std::string_view, QString> known[] = {
        {EvacuateRequested::name, translate("TimeBar", "asked to take a region out of traffic")},
        {RestoreRequested::name, translate("TimeBar", "asked to restore a region")},
        {ApproveRequested::name, translate("TimeBar", "approved a plan")},
        {HoldRequested::name, translate("TimeBar", "asked to hold")},
        {ResumeRequested::name, translate("TimeBar", "asked to resume a plan")},
        {AbortRequested::name, translate("TimeBar", "asked to abort a plan")},
        {StopRequested::name, translate("TimeBar", "stopped automation")},
        {LiftStopRequested::name, translate("TimeBar", "lifted the stop")},
        {AcknowledgeRequested::name, translate("TimeBar", "took an alert")},
        {HoldBreakerRequested::name, translate("TimeBar", "asked to hold a breaker")},
        {ResetBreakerRequested::name, translate("TimeBar", "asked to reset a breaker")},
    };
    for (const auto &[name, told] : known)
        if (name == request)
            return told;
    return translate("TimeBar", "asked for something");
}

/// How long ago "-1h 30min" is, in milliseconds; nullopt for anything else.
std::optional<std::int64_t> typedAgo(const QString &text)
{
    static const QRegularExpression whole(u"^[-\u2212]\\s*((\\d{1,6})\\s*(s|min|m|h|d)\\s*)+$"_s);
    static const QRegularExpression piece(u"(\\d{1,6})\\s*(s|min|m|h|d)"_s);
    if (!whole.match(text).hasMatch())
        return std::nullopt;
    std::int64_t ago = 0;
    for (auto pieces = piece.globalMatch(text); pieces.hasNext();) {
        const auto match = pieces.next();
        const QString unit = match.captured(2);
        const std::int64_t one = unit == u"s"_s ? 1000 : unit == u"h"_s ? 3'600'000 : unit == u"d"_s ? day : 60'000;
        ago += match.captured(1).toLongLong() * one;
    }
    return ago;
}

} // namespace

QString headline(const TimeMark &mark)
{
    const QString number = QString::number(mark.number);
    switch (mark.kind) {
    case MarkKind::alertOpened:
        return translate("TimeBar", "Alert %1 opened, %2", "number, severity").arg(number, wordOf(mark.standing));
    case MarkKind::alertRaised:
        return translate("TimeBar", "Alert %1 rose to %2", "number, severity").arg(number, wordOf(mark.standing));
    case MarkKind::planRan:
        return translate("TimeBar", "Plan %1 began to run").arg(number);
    case MarkKind::planHeld:
        return translate("TimeBar", "Plan %1 held").arg(number);
    case MarkKind::planAborted:
        return translate("TimeBar", "Plan %1 aborted").arg(number);
    case MarkKind::planEnded:
        return translate("TimeBar", "Plan %1 ended: %2", "number, how").arg(number, word(mark.end));
    case MarkKind::order:
        return translate("TimeBar", "%1 %2", "a person, what they asked for").arg(text(mark.by), askedFor(mark.asked));
    case MarkKind::fleetAdopted:
        return translate("TimeBar", "A fleet was adopted");
    case MarkKind::opened:
        return translate("TimeBar", "Siaga opened the journal");
    case MarkKind::damaged:
        return translate("TimeBar", "This record is damaged");
    }
    return {};
}

QString sentence(const TimeGap &gap, Zone zone)
{
    const bool sameDay = gap.until.milliseconds - gap.from.milliseconds < day;
    const QString from = sameDay ? timeOfDay(gap.from, zone) : dateAndTime(gap.from, zone);
    const QString until = sameDay ? timeOfDay(gap.until, zone) : dateAndTime(gap.until, zone);
    return translate("TimeBar", "Nothing is recorded from %1 until Siaga was started at %2").arg(from, until);
}

std::optional<TypedMoment> typedMoment(const QString &given, Zone zone, WallTime now)
{
    QString text = given.simplified().toLower();
    if (text.startsWith(u'#')) {
        bool isNumber = false;
        const std::uint64_t seq = text.mid(1).remove(u',').remove(u'.').toULongLong(&isNumber);
        return isNumber && seq > 0 ? std::optional<TypedMoment>(Seq(seq)) : std::nullopt;
    }
    if (const auto ago = typedAgo(text))
        return WallTime{now.milliseconds - *ago};
    std::int64_t back = 0;
    bool dayIsTold = text.contains(u'-');
    for (const QString &yesterday : {u"yesterday"_s, translate("TimeBar", "yesterday", "typed before a time").toLower()})
        if (text.startsWith(yesterday)) {
            text = text.mid(yesterday.size()).trimmed();
            back = day;
            dayIsTold = true;
            break;
        }
    const auto moment = momentFrom(text.isEmpty() && back > 0 ? u"00:00"_s : text.toUpper(), zone == Zone::utc, now);
    if (!moment)
        return std::nullopt;
    const bool isToCome = !dayIsTold && *moment > now;
    return WallTime{moment->milliseconds - back - (isToCome ? day : 0)};
}

} // namespace siaga::words
