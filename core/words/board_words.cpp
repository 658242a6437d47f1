// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/board_words.h"

#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <algorithm>

namespace siaga::words {

namespace  {

using Kind = AlertSubject::Kind;

QString dotted(const QStringList &pieces)
{
    return pieces.join(QStringLiteral(" · "));
}

QString regionSentence(const RegionId &region, RegionState state)
{
    switch (state) {
    case RegionState::down:
        return translate("words", "%1 is down").arg(text(region));
    case RegionState::degraded:
        return translate("words", "%1 is degraded").arg(text(region));
    case RegionState::unreachable:
        return translate("words", "%1 is unreachable from here").arg(text(region));
    case RegionState::healthy:
        return translate("words", "%1 is healthy").arg(text(region));
    case RegionState::unknown:
        break;
    }
    return translate("words", "%1: state unknown").arg(text(region));
}

QString agreeing(const std::vector<VantageId> &who)
{
    const int count = static_cast<int>(who.size());
    return count == 1 ? translate("words", "1 vantage point agrees")
                      : translate("words", "%n vantage points agree", nullptr, count);
}

QString disagreeing(const std::vector<VantageId> &who)
{
    const int count = static_cast<int>(who.size());
    return count == 1 ? translate("words", "1 vantage point sees it serve")
                      : translate("words", "%n vantage points see it serve", nullptr, count);
}

QString checksFailing(const RegionEvidence &evidence)
{
    const int all = evidence.checksDown + evidence.checksUp + evidence.checksUnknown;
    if (evidence.checksDown == 0 && evidence.checksUnknown > 0)
        return all == 1 ? translate("words", "%1 of 1 check says nothing").arg(evidence.checksUnknown)
                        : translate("words", "%1 of %n checks say nothing", nullptr, all).arg(evidence.checksUnknown);
    return all == 1 ? translate("words", "%1 of 1 check fails").arg(evidence.checksDown)
                    : translate("words", "%1 of %n checks fail", nullptr, all).arg(evidence.checksDown);
}

QString requestsFail(Permille failed)
{
    return translate("words", "%1 of requests fail").arg(percent(failed));
}

QString requestsSeen(std::uint64_t requests)
{
    return requests == 1 ? translate("words", "of 1 request")
                         : translate("words", "of %1 requests").arg(number(requests));
}

QString weights(const AlertRow &row)
{
    return translate("words", "weight %1 decided, %2 seen").arg(row.weightDecided).arg(row.weightSeen);
}

QString inARow(int results, int threshold)
{
    if (results == 0)
        return translate("words", "no result any more");
    const QString said = results == 1 ? translate("words", "1 result in a row")
                                      : translate("words", "%n results in a row", nullptr, results);
    return translate("words", "%1, threshold %2", "results in a row").arg(said).arg(threshold);
}

/// The system's own word is left out where ours says the same.
QString outcome(ProbeOutcome outcome, const std::string &detail)
{
    const QString ours = word(outcome);
    const QString theirs = text(detail);
    return theirs.isEmpty() || theirs.compare(ours, Qt::CaseInsensitive) == 0
        ? ours
        : translate("words", "%1: %2", "outcome: detail").arg(ours, theirs);
}

QString ownLink(const AlertRow &row)
{
    const QString canaries = translate("words", "%1 of %2 canary targets outside all regions fail")
                                 .arg(row.canariesFailed)
                                 .arg(row.canaries);
    const QString regions = translate("words", "%1 of %2 regions fail at once").arg(row.regionsFailed).arg(row.regions);
    return dotted({canaries, regions});
}

/// Other programs tell neither why nor how many.
QString breakerFigures(const AlertRow &row)
{
    QStringList pieces;
    if (row.calls > 0)
        pieces << (row.calls == 1 ? translate("words", "%1 of 1 call failed").arg(number(row.failures))
                                  : translate("words", "%1 of %2 calls failed").arg(number(row.failures), number(row.calls)));
    if (row.rule != BreakerRule::untold)
        pieces << word(row.rule);
    return dotted(pieces);
}

Standing standingOf(Severity severity)
{
    return severity == Severity::emergency ? Standing::emergency
        : severity == Severity::critical   ? Standing::critical
                                           : Standing::warning;
}

} // namespace

QString headline(const AlertSubject &subject, RegionState state)
{
    switch (subject.kind) {
    case Kind::region:
        return regionSentence(subject.region, state == RegionState::unknown ? RegionState::unknown : state);
    case Kind::check:
        return translate("words", "Check %1 fails").arg(text(subject.check));
    case Kind::edge:
        return translate("words", "Edge %1 cannot be reached").arg(text(subject.endpoint));
    case Kind::ownLink:
        return translate("words", "This console's own network is broken");
    case Kind::view:
        return translate("words", "%1 sees %2 failing in %3", "edge, service, region")
            .arg(text(subject.endpoint), text(subject.service), text(subject.region));
    case Kind::drift:
        return translate("words", "%1 no longer shows what was decided for %2", "edge, region")
            .arg(text(subject.endpoint), text(subject.region));
    case Kind::breaker:
        return translate("words", "The breaker %1 is not closed").arg(text(subject.breaker));
    }
    return {};
}

QString headline(const AlertRow &row)
{
    if (row.subject.kind == Kind::breaker)
        return row.resolved              ? translate("words", "The breaker %1 is closed again").arg(text(row.subject.breaker))
            : row.breaker == BreakerState::open ? translate("words", "The breaker %1 has opened").arg(text(row.subject.breaker))
                                                : translate("words", "The breaker %1 is %2", "name, state")
                                                      .arg(text(row.subject.breaker), word(row.breaker));
    return headline(row.subject, row.regionState);
}

QString detail(const AlertRow &row)
{
    switch (row.subject.kind) {
    case Kind::region:
        return summary(row.evidence);
    case Kind::check:
        return dotted({outcome(row.outcome, row.detail), inARow(row.inARow, row.threshold)});
    case Kind::edge:
        return row.detail.empty() ? translate("words", "Weights there can be neither read nor set") : text(row.detail);
    case Kind::ownLink:
        return ownLink(row);
    case Kind::view:
        return dotted({requestsFail(row.failed), requestsSeen(row.requests)});
    case Kind::drift:
        return dotted({weights(row), word(row.drift)});
    case Kind::breaker:
        return breakerFigures(row);
    }
    return {};
}

QString behind(int alerts)
{
    return alerts == 0 ? QString()
        : alerts == 1  ? translate("words", "1 further alert behind it")
                       : translate("words", "%n further alerts behind it", nullptr, alerts);
}

QString summary(const RegionEvidence &evidence)
{
    QStringList pieces;
    if (evidence.checksDown + evidence.checksUp + evidence.checksUnknown > 0)
        pieces << checksFailing(evidence);
    if (!evidence.agreeing.empty())
        pieces << agreeing(evidence.agreeing);
    if (!evidence.disagreeing.empty())
        pieces << disagreeing(evidence.disagreeing);
    if (evidence.failed > none)
        pieces << requestsFail(evidence.failed);
    return pieces.isEmpty() ? translate("words", "nothing seen yet") : dotted(pieces);
}

namespace  {

Standing weightOf(CheckState state)
{
    return state == CheckState::down ? Standing::critical
        : state == CheckState::up    ? Standing::healthy
                                     : Standing::unknown;
}

Evidence evidenceOf(const CheckRow &row, bool past)
{
    const QString subject
        = translate("words", "%1 check of %2", "kind, service").arg(word(row.kind), text(row.service));
    const QString found = translate("words", "%1: %2", "subject: state").arg(subject, word(row.state));
    if (row.state == CheckState::up)
        return {weightOf(row.state), found, past ? QString() : seenAgo(row.age)};
    QStringList behind;
    const bool wasKept = row.state == CheckState::unknown && row.outcome == ProbeOutcome::notRun && !row.detail.empty();
    if (wasKept || (row.outcome != ProbeOutcome::notRun && row.state == CheckState::down))
        behind << outcome(row.outcome, row.detail);
    if (row.state == CheckState::down)
        behind << inARow(row.inARow, row.threshold);
    if (!past)
        behind << seenAgo(row.age);
    return {weightOf(row.state), found, dotted(behind)};
}

Evidence evidenceOf(const ViewRow &row)
{
    const QString subject
        = translate("words", "%1's view of %2", "edge, service").arg(text(row.endpoint), text(row.service));
    const Standing weighs = row.state == ViewState::failed ? Standing::critical
        : row.state == ViewState::failing                  ? Standing::warning
        : row.state == ViewState::good                     ? Standing::healthy
                                                           : Standing::unknown;
    const QString found = translate("words", "%1: %2", "subject: state").arg(subject, word(row.state));
    return {weighs, found,
        row.requests == 0 ? QString()
                          : translate("words", "%1 %2", "share of requests fail, of so many")
                                .arg(requestsFail(row.failed), requestsSeen(row.requests))};
}

Evidence vantageEvidence(const RegionEvidence &evidence, Standing weighs)
{
    QStringList behind;
    if (!evidence.agreeing.empty())
        behind << listed(evidence.agreeing);
    if (!evidence.disagreeing.empty())
        behind << disagreeing(evidence.disagreeing) + QStringLiteral(": ") + listed(evidence.disagreeing);
    return {weighs, agreeing(evidence.agreeing), dotted(behind)};
}

} // namespace

std::vector<Evidence> why(const RegionCard &card)
{
    std::vector<Evidence> lines;
    for (const CheckRow &row : card.checks)
        lines.push_back(evidenceOf(row, card.past));
    if (card.checksUnlisted > 0) // None of them is worse than the last that is listed.
        lines.push_back({weightOf(card.checks.back().state),
            card.checksUnlisted == 1 ? translate("words", "1 more check")
                                     : translate("words", "%n more checks", nullptr, card.checksUnlisted), {}});
    if (!card.evidence.agreeing.empty())
        lines.push_back(vantageEvidence(card.evidence, card.standing));
    // One edge's numbers are enough; which edges agree stands above.
    const auto worst = std::ranges::max_element(card.views, {}, &ViewRow::failed);
    if (worst != card.views.end() && (worst->state == ViewState::failed || worst->state == ViewState::failing))
        lines.push_back(evidenceOf(*worst));
    if (lines.empty())
        lines.push_back({Standing::unknown, translate("words", "Nothing was seen of it yet"), {}});
    return lines;
}

std::vector<Evidence> why(const AlertRow &row)
{
    const Standing weighs = row.resolved ? Standing::healthy : standingOf(row.severity);
    switch (row.subject.kind) {
    case Kind::region:
        if (!row.evidence.agreeing.empty())
            return {{weighs, checksFailing(row.evidence), {}}, vantageEvidence(row.evidence, weighs)};
        return {{weighs, summary(row.evidence), {}}};
    case Kind::check:
        return {{weighs, outcome(row.outcome, row.detail), inARow(row.inARow, row.threshold)}};
    case Kind::view:
        return {{weighs, requestsFail(row.failed), requestsSeen(row.requests)}};
    case Kind::drift:
        return {{weighs, weights(row), word(row.drift)}};
    case Kind::edge:
    case Kind::ownLink:
    case Kind::breaker:
        break;
    }
    return {{weighs, detail(row), {}}};
}

QString seenAgo(const std::optional<Duration> &age)
{
    return age ? translate("words", "seen %1 ago").arg(duration(*age)) : translate("words", "not seen yet");
}

QString traffic(const RegionCard &card)
{
    const QString now = card.past ? translate("words", "then not kept", "traffic")
        : !card.traffic           ? translate("words", "not known now", "traffic")
        : *card.traffic == none       ? translate("words", "none now", "traffic")
                                      : translate("words", "%1 now", "traffic").arg(percent(*card.traffic));
    return card.usual ? translate("words", "%1 usually, %2", "traffic").arg(percent(*card.usual), now) : now;
}

bool isReady(const RegionCard &card)
{
    return card.state == RegionState::healthy && card.standing == Standing::healthy && !card.stale && !card.decidedOut;
}

QString asTarget(const RegionCard &card)
{
    if (card.decidedOut)
        return translate("words", "out of traffic");
    if (card.stale)
        return translate("words", "not seen for %1").arg(duration(card.age.value_or(Duration{})));
    const QString state = isReady(card) ? translate("words", "ready", "target") : word(card.state);
    if (!isReady(card))
        return state;
    if (card.past)
        return word(card.state);
    return card.headroom
        ? translate("words", "%1 · %2 free", "state, share of its capacity").arg(state, percent(*card.headroom))
        : translate("words", "%1 · headroom not known", "state").arg(state);
}

QString answer(const Incident &incident)
{
    if (incident.waitsForApproval)
        return translate("words", "plan %1 waits for approval").arg(number(*incident.plan));
    if (incident.plan && incident.planStanding == PlanStanding::running)
        return translate("words", "evacuating, step %1 of %2")
            .arg(std::min(incident.step + 1, incident.steps))
            .arg(incident.steps);
    if (incident.overForTraffic)
        return translate("words", "out of traffic");
    if (incident.plan)
        return translate("words", "plan %1 is %2").arg(number(*incident.plan), word(incident.planStanding));
    if (!incident.withheld.empty())
        return translate("words", "nothing proposed: %1").arg(sentence(incident.withheld.front()));
    return translate("words", "nothing proposed yet");
}

QString recoveryTime(const Incident &incident)
{
    return incident.recoveryTimeLeft >= Duration{}
        ? duration(incident.recoveryTimeLeft)
        : translate("words", "over by %1").arg(duration(-incident.recoveryTimeLeft));
}

} // namespace siaga::words
