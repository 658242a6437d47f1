// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/reason_words.h"

#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <algorithm>

namespace siaga::words {

namespace  {

QString say(const TargetNotHealthy &r)
{
    return translate("words", "%1 is not ready to take traffic: it is %2").arg(text(r.region), word(r.state));
}

QString say(const HeadroomTooSmall &r)
{
    if (r.headroom.value < 0)
        return translate("words", "%1 would be asked for %2 more than its capacity; at least %3 must stay free")
            .arg(text(r.service), percent(Permille{-r.headroom.value}), percent(r.headroomMin));
    return translate("words", "%1 would keep %2 of its capacity free; at least %3 must stay free")
        .arg(text(r.service), percent(r.headroom), percent(r.headroomMin));
}

QString say(const DemandUnknown &r)
{
    return translate("words", "How much traffic %1 carries is not known: its edges have not been seen twice yet")
        .arg(text(r.service));
}

QString say(const BelowFloor &r)
{
    return translate("words", "%1 would be left with a capacity of %2; its floor is %3")
        .arg(text(r.service), rate(r.capacity), rate(r.floor));
}

QString say(const LastHealthyRegion &r)
{
    return translate("words", "%1 is the last healthy region").arg(text(r.region));
}

QString say(const RegionsOut &r)
{
    const QString allowed = r.outMax == 1
        ? translate("words", "only 1 may be at a time", "regions out of traffic")
        : translate("words", "only %n may be at a time", "regions out of traffic", r.outMax);
    return translate("words", "Out of traffic already: %1; %2").arg(listed(r.regions), allowed);
}

QString say(const CoolingDown &r)
{
    return translate("words", "The last evacuation ended a short time ago; the cool-down lasts another %1")
        .arg(duration(r.left));
}

QString say(const NotLongEnough &r)
{
    return translate("words", "It has lasted %1; %2 is needed").arg(duration(r.lasted), duration(r.needed));
}

QString say(const TooFewChecks &r)
{
    return r.down == 1 ? translate("words", "1 check fails; %1 must").arg(r.needed)
                       : translate("words", "%n checks fail; %1 must", nullptr, r.down).arg(r.needed);
}

QString say(const NothingToDo &r)
{
    return translate("words", "%1 is already as asked; there is nothing to do").arg(text(r.region));
}

QString say(const ShareOutOfRange &r)
{
    return translate("words", "%1 cannot be left of a region: from 0 % up to, but not including, 100 %").arg(percent(r.share));
}

QString say(const NotInFleet &r)
{
    return translate("words", "“%1” is not in the fleet").arg(text(r.what));
}

QString say(const NoEdgeReachable &r)
{
    return translate("words", "No edge of %1 can be reached").arg(text(r.service));
}

QString say(const AutomationStopped &)
{
    return translate("words", "Automation is stopped; only a person can lift that");
}

QString say(const ClaimHeld &r)
{
    return translate("words", "Plan %1 holds the %2 of %3 in %4")
        .arg(number(r.by), word(r.claim.aspect), text(r.claim.service), text(r.claim.region));
}

QString say(const PurposeOpen &r)
{
    return translate("words", "Plan %1 is already open for this").arg(number(r.by));
}

QString say(const HashDiffers &r)
{
    return translate("words", "The plan is not the one that was confirmed: confirmed %1, now %2")
        .arg(shortHash(r.asked), shortHash(r.actual));
}

QString say(const NoSuchPlan &r)
{
    return translate("words", "There is no open plan %1").arg(number(r.plan));
}

/// The states' stored names differ from those of the standings only in their first letter.
QString say(const NotInThatState &r)
{
    std::string stored = r.state;
    if (!stored.empty() && stored[0] >= 'A' && stored[0] <= 'Z')
        stored[0] = static_cast<char>(stored[0] - 'A' + 'a');
    const auto names = namesOf(PlanStanding{});
    const auto found = std::ranges::find(names, stored);
    if (found == names.end())
        return translate("words", "That is not possible in the state it is in");
    const auto standing = static_cast<PlanStanding>(found - names.begin());
    return translate("words", "That is not possible: the plan is %1").arg(word(standing));
}

QString say(const TooFewVantagePoints &r)
{
    return r.agreeing == 1
        ? translate("words", "1 vantage point sees it; %1 are needed to act without asking").arg(r.needed)
        : translate("words", "%n vantage points see it; %1 are needed to act without asking", nullptr, r.agreeing)
              .arg(r.needed);
}

QString say(const WallClockJumped &r)
{
    return translate(
        "words", "The wall clock jumped by %1; nothing acts without asking until a person has given an order")
        .arg(duration(r.by));
}

QString say(const ForeignWrite &r)
{
    return translate("words", "Somebody else wrote to %1").arg(text(r.endpoint));
}

QString say(const CannotObserve &r)
{
    return translate("words", "%1 cannot be observed, so nobody knows whether the step took effect").arg(text(r.who));
}

QString say(const Contradicted &r)
{
    return translate("words", "%1 shows weight %2 where %3 was set")
        .arg(text(r.endpoint))
        .arg(r.weightSeen)
        .arg(r.weightWanted);
}

/// The sentence with what the other side said, where it said anything.
QString withDetail(const QString &said, const std::string &detail)
{
    return detail.empty() ? said : translate("words", "%1: %2", "sentence: detail").arg(said, text(detail));
}

QString say(const CallFailed &r)
{
    const QString said = r.attempts == 1
        ? translate("words", "%1 did not carry it out in 1 attempt")
        : translate("words", "%1 did not carry it out in %n attempts", nullptr, r.attempts);
    return withDetail(said.arg(text(r.endpoint)), r.detail);
}

QString say(const CallRefused &r)
{
    return withDetail(translate("words", "%1 refused").arg(text(r.endpoint)), r.detail);
}

QString say(const StillServing &r)
{
    return translate("words", "%1 still got new requests between the last two looks: %2")
        .arg(text(r.region), number(r.requests));
}

QString say(const ByPerson &r)
{
    return translate("words", "By %1", "a person").arg(text(r.who));
}

QString say(const ByPolicy &)
{
    return translate("words", "By policy");
}

QString say(const ByPlan &r)
{
    return translate("words", "By plan %1").arg(number(r.plan));
}

QString say(const Restarted &)
{
    return translate("words", "Siaga was restarted while the plan ran");
}

QString say(const FleetUnusable &r)
{
    return translate("words", "The fleet's field “%1” does not allow it").arg(text(r.field));
}

QString say(const BreakerIsOpen &r)
{
    return translate("words", "The breaker %1 is open: %2 of %3 calls failed")
        .arg(text(r.breaker), number(std::uint64_t(r.failures)), number(std::uint64_t(r.calls)));
}

QString say(const LeaderLost &r)
{
    return r.perhapsTaken
        ? translate("words", "The connection to %1 was lost before it answered: look whether it was done once it is back").arg(text(r.who))
        : translate("words", "The connection to %1 is lost: this was not even asked").arg(text(r.who));
}

QString say(const ReasonNeeded &)
{
    return translate("words", "A reason is needed");
}

QString say(const EndNeeded &r)
{
    return translate("words", "An end is needed, within %1").arg(duration(r.longest));
}

} // namespace

QString sentence(const Reason &reason)
{
    return std::visit([](const auto &named) { return say(named); }, reason);
}

QStringList sentences(const std::vector<Reason> &reasons)
{
    QStringList lines;
    for (const Reason &reason : reasons)
        lines << sentence(reason);
    return lines;
}

QString inOneLine(const std::vector<Reason> &reasons)
{
    return sentences(reasons).join(QStringLiteral("; "));
}

} // namespace siaga::words
