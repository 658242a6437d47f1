// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/audit_query.h"

#include "core/events/json.h"
#include "core/events/plan_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/events/runtime_events.h"

#include <algorithm>

namespace siaga {

namespace {

// With more names than these it is quicker to decode each record.
constexpr std::size_t needlesMax = 32;

template<class... Bodies>
std::map<std::string_view, AuditGroup> named(AuditGroup group)
{
    return {{Bodies::name, group}...};
}

std::map<std::string_view, AuditGroup> groups()
{
    std::map<std::string_view, AuditGroup> all = named<AlertOpened, AlertSeverityChanged, AlertAcknowledged, AlertResolved>(
        AuditGroup::alerts);
    all.merge(named<NoticeSent>(AuditGroup::notices));
    all.merge(named<CheckTurned, ViewTurned, EdgeTurned, OwnLinkTurned, RegionTurned>(AuditGroup::checks));
    all.merge(named<Diagnosed, DiagnosisEnded, Drifted, DriftEnded>(AuditGroup::diagnoses));
    all.merge(named<PlanProposed, ProposalRefused, PlanApproved, PlanWaiting, PlanAdmitted, PlanSuspended, PlanHeld,
                    PlanResumed, PlanAborted, PlanEnded, StepIntended, StepAnswered, StepVerified, StepFailed,
                    StepNotReached>(AuditGroup::plans));
    all.merge(named<StopOrdered, StopLifted, EvacuateRequested, RestoreRequested, ApproveRequested, HoldRequested,
                    ResumeRequested, AbortRequested, StopRequested, LiftStopRequested, AcknowledgeRequested, BakeRequested,
                    HoldBreakerRequested, ResetBreakerRequested, RequestGranted, RequestRefused>(AuditGroup::orders));
    all.merge(named<BreakerTurned, BreakerGone, BreakerHeld, BreakerReleased, BreakerReset>(AuditGroup::breakers));
    all.merge(named<FleetAdopted, FleetRefused, FactsDropped>(AuditGroup::fleet));
    all.merge(named<JournalOpened, WallJumped>(AuditGroup::runtime));
    return all;
}

std::string quoted(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

template<class Ids>
void addNumbers(std::vector<std::string> &needles, const Ids &ids)
{
    for (const auto &id : ids)
        needles.push_back(quoted(std::to_string(id.value())));
}

/// How the subject stands in a record; see the codec: numbers travel as strings.
std::string needleOf(const AuditSubject &subject)
{
    return std::visit(
        []<class Id>(const Id &id) -> std::string {
            if constexpr (requires { id.text(); })
                return quoted(id.text());
            else if constexpr (requires { id.value(); })
                return quoted(std::to_string(id.value()));
            else
                return {};
        },
        subject);
}

bool names(const Mentions &mentions, const AuditSubject &subject)
{
    if (const auto *region = std::get_if<RegionId>(&subject))
        return mentions.regions.contains(*region);
    if (const auto *alert = std::get_if<AlertId>(&subject))
        return mentions.alerts.contains(*alert);
    if (const auto *plan = std::get_if<PlanId>(&subject))
        return mentions.plans.contains(*plan);
    const auto *breaker = std::get_if<BreakerId>(&subject);
    return breaker && mentions.breakers.contains(*breaker);
}

template<class Id>
bool meet(const std::set<Id> &some, const std::set<Id> &others)
{
    return std::ranges::any_of(some, [&others](const Id &id) { return others.contains(id); });
}

/// A plan that leans on a region is not for it; one that is proposed because of a breaker is about that breaker.
bool isFor(const PlanProposed &proposed, const Mentions &mentions, const AuditSubject &subject)
{
    const auto *region = std::get_if<RegionId>(&subject);
    return region ? proposed.plan.purpose.region == *region : names(mentions, subject);
}

} // namespace

AuditGroup groupOf(std::string_view type)
{
    static const std::map<std::string_view, AuditGroup> all = groups();
    const auto found = all.find(type);
    return found == all.end() ? AuditGroup::other : found->second;
}

bool mayRelate(std::string_view type)
{
    return type == AlertOpened::name || type == PlanProposed::name || type == RequestGranted::name
        || type.ends_with("Requested");
}

void relate(AuditRelations &relations, const AuditSubject &subject, const Event &event)
{
    const Mentions mentions = mentionsOf(event);
    if (const auto *opened = event.as<AlertOpened>()) {
        if (!names(mentions, subject))
            return;
        relations.alerts.insert(opened->alert);
        if (opened->cause)
            relations.records.insert(opened->cause);
    } else if (const auto *proposed = event.as<PlanProposed>()) {
        if (isFor(*proposed, mentions, subject))
            relations.plans.insert(proposed->id);
    } else if (mayRelate(event.name()) && (names(mentions, subject) || meet(mentions.plans, relations.plans))) {
        relations.requests.insert(mentions.requests.begin(), mentions.requests.end());
    }
}

AuditFilter::AuditFilter(AuditQuery query, AuditRelations relations)
    : m_query(std::move(query))
    , m_relations(std::move(relations))
{
    if (!std::holds_alternative<std::monostate>(m_query.about)) {
        m_needles.push_back(needleOf(m_query.about));
        addNumbers(m_needles, m_relations.alerts);
        addNumbers(m_needles, m_relations.plans);
        addNumbers(m_needles, m_relations.requests);
        if (m_needles.size() > needlesMax)
            m_needles.clear();
    }
    // Behind the header stands the actor, as the codec writes it; a test holds the two together.
    if (m_query.whoKind)
        m_actor = R"(,"actor":{"kind":)" + quoted(nameOf(*m_query.whoKind)) + ",";
    if (!m_query.who.empty())
        m_actor += R"("name":)" + quoted(m_query.who) + "}";
}

bool AuditFilter::isInRange(Seq seq, WallTime wall) const
{
    return seq >= m_query.from && (!m_query.to || seq <= m_query.to) && (!m_query.since || wall >= *m_query.since)
        && (!m_query.until || wall < *m_query.until);
}

bool AuditFilter::mayMatch(const AuditGlance &record) const
{
    if (!isInRange(record.seq, record.wall) || (m_query.group && groupOf(record.type) != *m_query.group))
        return false;
    if (!m_actor.empty() && record.bytes.find(m_actor) == std::string_view::npos)
        return false;
    const auto stands = [&record](const std::string &needle) { return record.bytes.find(needle) != std::string_view::npos; };
    return m_needles.empty() || m_relations.records.contains(record.seq) || std::ranges::any_of(m_needles, stands);
}

bool AuditFilter::matches(const Recorded &recorded) const
{
    if (!isInRange(recorded.seq, recorded.wall) || (m_query.group && groupOf(recorded.event.name()) != *m_query.group))
        return false;
    if (m_query.whoKind && recorded.actor.kind != *m_query.whoKind)
        return false;
    return (m_query.who.empty() || recorded.actor.name == m_query.who) && isAbout(recorded);
}

bool AuditFilter::isAbout(const Recorded &recorded) const
{
    if (std::holds_alternative<std::monostate>(m_query.about) || m_relations.records.contains(recorded.seq))
        return true;
    const Mentions mentions = mentionsOf(recorded.event);
    return names(mentions, m_query.about) || meet(mentions.alerts, m_relations.alerts)
        || meet(mentions.plans, m_relations.plans) || meet(mentions.requests, m_relations.requests);
}

} // namespace siaga
