// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/event_words.h"

#include "core/events/recovery_events.h"
#include "core/events/runtime_events.h"
#include "core/words/board_words.h"
#include "core/words/event_lines.h"
#include "core/words/figures.h"
#include "core/words/notice_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace  {

QString say(const JournalOpened &e)
{
    return translate("words", "Journal opened by %1, version %2").arg(text(e.instance), text(e.version));
}

QString say(const FleetAdopted &e)
{
    if (e.environment.empty()) // Then it is the file's own.
        return translate("words", "Fleet adopted: %1").arg(shortHash(e.hash));
    return translate("words", "Fleet adopted for %1: %2").arg(text(e.environment), shortHash(e.hash));
}

QString say(const FleetRefused &e)
{
    const QString first = e.problems.empty() ? QString() : text(e.problems.front());
    const int count = static_cast<int>(e.problems.size());
    return count == 1
        ? translate("words", "Changed fleet refused, 1 problem: %1").arg(first)
        : translate("words", "Changed fleet refused, %n problems, the first: %1", nullptr, count).arg(first);
}

QString say(const WallJumped &e)
{
    return translate("words", "The wall clock jumped by %1").arg(duration(e.by));
}

QString say(const CheckTurned &e)
{
    return e.to == CheckState::unknown
        ? translate("words", "Check %1 gives no result any more").arg(text(e.check))
        : translate("words", "Check %1 is %2 now (%3, %4 in a row)")
              .arg(text(e.check), word(e.to), e.detail.empty() ? word(e.outcome) : text(e.detail), number(e.inARow));
}

QString say(const ViewTurned &e)
{
    return translate("words", "%1 sees %2 in %3 %4 (%5 of %6 requests failed)")
        .arg(text(e.endpoint), text(e.service), text(e.region), word(e.to), percent(e.failed), number(e.requests));
}

QString say(const EdgeTurned &e)
{
    const QString line = translate("words", "Edge %1 is %2").arg(text(e.endpoint), word(e.to));
    if (e.restarted)
        return translate("words", "%1; it was restarted").arg(line);
    return e.detail.empty() ? line : translate("words", "%1: %2", "sentence: detail").arg(line, text(e.detail));
}

QString say(const OwnLinkTurned &e)
{
    const QString counted
        = translate("words", "%1 of %2 canary targets and %3 of %4 regions fail")
              .arg(number(e.canariesFailed), number(e.canaries), number(e.regionsFailed), number(e.regions));
    return e.trusted ? translate("words", "This console's own network is trusted again (%1)").arg(counted)
                     : translate("words", "This console's own network is not to be trusted (%1)").arg(counted);
}

QString say(const RegionTurned &e)
{
    const AlertSubject region{.kind = AlertSubject::Kind::region, .region = e.region};
    return translate("words", "%1 (%2)", "sentence (evidence)").arg(headline(region, e.to), summary(e.evidence));
}

QString say(const AlertOpened &e)
{
    return translate("words", "Alert %1 opened, %2: %3")
        .arg(number(e.alert), word(e.severity), headline(e.subject, e.regionState));
}

QString say(const AlertSeverityChanged &e)
{
    const QString line
        = translate("words", "Alert %1 is %2 now, was %3").arg(number(e.alert), word(e.to), word(e.from));
    return e.unacknowledged ? translate("words", "%1: nobody acknowledged it in time").arg(line) : line;
}

QString say(const AlertAcknowledged &e)
{
    const QString line = translate("words", "Alert %1 acknowledged by %2").arg(number(e.alert), text(e.by));
    return e.note.empty() ? line : translate("words", "%1: %2", "sentence: detail").arg(line, text(e.note));
}

QString say(const AlertResolved &e)
{
    return translate("words", "Alert %1 resolved").arg(number(e.alert));
}

QString say(const NoticeSent &e)
{
    QStringList alerts;
    for (const NoticeFor &one : e.alerts)
        alerts << number(one.alert);
    const QString line = alerts.size() == 1 ? translate("words", "Notice of alert %1").arg(alerts.front())
                                            : translate("words", "Notice of alerts %1").arg(listed(alerts));
    const QString where = channel(e.channel);
    if (e.outcome == NoticeOutcome::delivered)
        return translate("words", "%1 delivered to %2").arg(line, where);
    return translate("words", "%1 not delivered to %2, attempt %3: %4").arg(line, where, number(e.attempt), text(e.detail));
}

QString say(const Diagnosed &e)
{
    return translate("words", "Diagnosis for %1: %2 (%3)").arg(text(e.region), word(e.diagnosis), summary(e.evidence));
}

QString say(const DiagnosisEnded &e)
{
    return translate("words", "Diagnosis for %1 over: %2").arg(text(e.region), word(e.diagnosis));
}

QString say(const Drifted &e)
{
    return translate("words", "%1 shows weight %2 for %3 in %4 where %5 was decided: %6")
        .arg(text(e.endpoint), number(e.weightSeen), text(e.service), text(e.region), number(e.weightDecided),
            word(e.cause));
}

QString say(const DriftEnded &e)
{
    return translate("words", "%1 shows what was decided for %2 in %3 again")
        .arg(text(e.endpoint), text(e.service), text(e.region));
}

QString say(const FactsDropped &e)
{
    QStringList left;
    for (const RegionId &region : e.regions)
        left << text(region);
    for (const EndpointId &endpoint : e.endpoints)
        left << text(endpoint);
    for (const ServerPlace &server : e.servers)
        left << translate("words", "%1 in %2 at %3", "service in region at edge").arg(text(server.service), text(server.region), text(server.endpoint));
    for (const RegionId &region : e.unsteered)
        left << text(region);
    return translate("words", "No longer in the fleet, forgotten: %1").arg(listed(left));
}

std::optional<QString> ownLine(const Event &event)
{
    return lineAmong<JournalOpened, FleetAdopted, FleetRefused, WallJumped, CheckTurned, ViewTurned, EdgeTurned,
        OwnLinkTurned, RegionTurned, AlertOpened, AlertSeverityChanged, AlertAcknowledged, AlertResolved, NoticeSent, Diagnosed,
        DiagnosisEnded, Drifted, DriftEnded, FactsDropped>(event, [](const auto &body) { return say(body); });
}

} // namespace

QString describeEvent(const Recorded &recorded)
{
    for (const auto line : {ownLine, breakerLine, planLine, requestLine})
        if (const auto told = line(recorded.event))
            return *told;
    return translate("words", "Unknown record, written by another version: %1")
        .arg(text(std::string(recorded.event.name())));
}

QString actorOf(const Recorded &recorded)
{
    const QString name = text(recorded.actor.name);
    switch (recorded.actor.kind) {
    case Actor::Kind::person:
        return name;
    case Actor::Kind::engine:
        return translate("words", "engine %1").arg(name);
    case Actor::Kind::runtime:
        break;
    }
    return QStringLiteral("Siaga");
}

} // namespace siaga::words
