// SPDX-License-Identifier: GPL-3.0-or-later
// The alert feed, and the incident line that stands above everything.
#include "core/boards/projection.h"
#include "core/resilience/state.h"

#include <algorithm>
#include <unordered_map>

namespace siaga::projection {

namespace  {

using Kind = AlertSubject::Kind;

/// A check, a breaker or an edge's view failing in a region that is itself alerted for says nothing new.
bool isExplainedBy(const health::Alert &alert, const health::Alert &region)
{
    const Kind kind = alert.subject.kind;
    return (kind == Kind::check || kind == Kind::view || kind == Kind::breaker)
        && region.subject.kind == Kind::region && alert.subject.region == region.subject.region
        && !alert.subject.region.empty();
}

void addBreaker(const resilience::State &state, const BreakerId &id, AlertRow &row)
{
    const auto breaker = state.breakers.find(id);
    if (breaker == state.breakers.end())
        return;
    row.breaker = breaker->second.state;
    row.rule = breaker->second.rule;
    row.calls = breaker->second.figures.calls;
    row.failures = breaker->second.figures.failures;
}

void addEvidence(const BoardInput &input, AlertRow &row)
{
    const AlertSubject &subject = row.subject;
    const health::State &health = input.health;
    if (subject.kind == Kind::region) {
        if (const auto region = health.regions.find(subject.region); region != health.regions.end())
            row.evidence = region->second.evidence;
    } else if (subject.kind == Kind::check) {
        if (const auto check = health.checks.find(subject.check); check != health.checks.end()) {
            row.outcome = check->second.outcome;
            row.inARow = check->second.inARow;
            row.threshold = check->second.threshold;
            row.detail = check->second.detail;
        }
    } else if (subject.kind == Kind::edge) {
        if (const auto edge = health.edges.find(subject.endpoint); edge != health.edges.end())
            row.detail = edge->second.detail;
    } else if (subject.kind == Kind::view) {
        const auto view = health.views.find({subject.endpoint, subject.service, subject.region});
        if (view != health.views.end()) {
            row.failed = view->second.failed;
            row.requests = view->second.requests;
        }
    } else if (subject.kind == Kind::ownLink) {
        row.canariesFailed = health.ownLink.canariesFailed;
        row.canaries = health.ownLink.canaries;
        row.regionsFailed = health.ownLink.regionsFailed;
        row.regions = health.ownLink.regions;
    } else if (subject.kind == Kind::breaker) {
        addBreaker(input.resilience, subject.breaker, row);
    } else if (subject.kind == Kind::drift) {
        const recovery::ServerKey key{subject.endpoint, subject.service, subject.region};
        if (const auto drift = input.recovery.drifts.find(key); drift != input.recovery.drifts.end()) {
            row.drift = drift->second.cause;
            row.weightSeen = drift->second.weightSeen;
        }
        const Service *service = input.fleet.service(subject.service);
        const Placement *placement = service ? service->placement(subject.region) : nullptr;
        const auto decided = input.recovery.decided.find(key);
        if (placement && decided != input.recovery.decided.end())
            row.weightDecided = balancerWeight(placement->weight, decided->second.share, whole);
    }
}

/// Checks by name. A fleet looks through all of its checks for each question; an alert storm asks hundreds.
class CheckIndex
{
public:
    explicit CheckIndex(const Fleet &fleet)
        : m_fleet(fleet)
    {
    }

    const Check *find(const CheckId &id)
    {
        if (m_checks.empty())
            for (const Check &check : m_fleet.checks)
                m_checks.emplace(check.id.text(), &check);
        const auto found = m_checks.find(id.text());
        return found == m_checks.end() ? nullptr : found->second;
    }

private:
    const Fleet &m_fleet;
    std::unordered_map<std::string_view, const Check *> m_checks;
};

/// The link for people that belongs to what the alert is about: a check's own, for a region that of a failing check.
std::string runbookOf(const BoardInput &input, CheckIndex &checks, const AlertSubject &subject)
{
    if (subject.kind == Kind::check) {
        const Check *check = checks.find(subject.check);
        return check ? check->runbook : std::string();
    }
    if (subject.kind == Kind::breaker) {
        const RegisteredBreaker *breaker = input.fleet.breaker(subject.breaker);
        const Check *check = breaker ? checks.find(breaker->check) : nullptr;
        return check ? check->runbook : std::string();
    }
    std::string any;
    for (const Check &check : input.fleet.checks) {
        if (subject.kind != Kind::region || check.region != subject.region || check.runbook.empty())
            continue;
        const auto known = input.health.checks.find(check.id);
        if (known != input.health.checks.end() && known->second.state == CheckState::down)
            return check.runbook;
        if (any.empty())
            any = check.runbook;
    }
    return any;
}

/// The time left until an alert that nobody takes becomes an emergency.
std::optional<Duration> escalatesIn(const BoardInput &input, const health::Alert &alert)
{
    if (alert.resolved)
        return std::nullopt;
    const auto at = health::escalatesAt(input.health, alert, input.fleet.policies.health);
    return at ? std::optional(std::max(*at - input.now, Duration::zero())) : std::nullopt;
}

/// What was told, and what is still owed. An alert that nobody need be woken for has no rows of what was never tried.
void addNotices(const Fleet &fleet, const health::Alert &alert, AlertRow &row)
{
    const bool calls = !alert.resolved && alert.acknowledgedBy.empty();
    for (const NoticeChannel &channel : fleet.noticeChannels()) {
        const auto known = alert.notices.find(channel.id);
        const bool isDone = known != alert.notices.end() && known->second.told && *known->second.told >= alert.severity;
        const bool isOwed = calls && alert.severity >= channel.from && !isDone;
        if (known == alert.notices.end() && !isOwed)
            continue;
        NoticeRow notice{.channel = channel.id, .severity = alert.severity};
        if (known != alert.notices.end()) {
            const health::NoticeMemory &memory = known->second;
            notice.outcome = memory.outcome;
            notice.severity = memory.severity;
            notice.at = memory.wall;
            notice.detail = memory.detail;
            notice.attempts = memory.attempts;
            notice.tryingAgain = isOwed && (memory.severity != alert.severity || memory.attempts < fleet.notify.attemptsMax);
        }
        row.notices.push_back(std::move(notice));
    }
}

AlertRow rowOf(const BoardInput &input, CheckIndex &checks, const health::Alert &alert)
{
    AlertRow row {
        .id = alert.id, .subject = alert.subject, .severity = alert.severity, .regionState = alert.regionState};
    row.lasted = (alert.resolved ? *alert.resolved : input.now) - alert.since;
    row.opened = alert.openedWall;
    row.acknowledgedBy = alert.acknowledgedBy;
    row.runbook = runbookOf(input, checks, alert.subject);
    row.resolved = alert.resolved.has_value();
    row.escalatesIn = escalatesIn(input, alert);
    addNotices(input.fleet, alert, row);
    addEvidence(input, row);
    return row;
}

void addResolved(const BoardInput &input, CheckIndex &checks, std::vector<AlertRow> &rows)
{
    const auto &resolved = input.health.resolved;
    std::size_t listed = 0;
    for (auto alert = resolved.rbegin(); alert != resolved.rend() && listed < resolvedListedMax; ++alert) {
        if (!alert->resolved || input.now - *alert->resolved > resolvedListed)
            break;
        const auto explains = [&](const health::Alert &other) { return isExplainedBy(*alert, other); };
        const auto explainsOpen = [&](const auto &entry) { return explains(entry.second); };
        if (std::ranges::any_of(resolved, explains) || std::ranges::any_of(input.health.open, explainsOpen))
            continue;
        rows.push_back(rowOf(input, checks, *alert));
        ++listed;
    }
}

/// The evacuation that answers the incident: the open one, else the last that was proposed since it began.
const orchestrator::PlanMemory *answerTo(const orchestrator::State &state, const health::Alert &alert)
{
    const auto answers = [&alert](const orchestrator::PlanMemory &memory) {
        return memory.plan.purpose.kind == PurposeKind::evacuate && memory.plan.purpose.region == alert.subject.region;
    };
    for (const auto &[id, memory] : state.plans)
        if (answers(memory))
            return &memory;
    for (auto memory = state.ended.rbegin(); memory != state.ended.rend(); ++memory)
        if (answers(*memory) && memory->proposed >= alert.since)
            return &*memory;
    return nullptr;
}

void addPlan(const BoardInput &input, const orchestrator::PlanMemory &memory, Incident &incident)
{
    const PlanCard card = planCard(memory, input.fleet, input.seen, input.now);
    incident.plan = card.id;
    incident.step = card.stepsEnded;
    incident.steps = static_cast<int>(card.steps.size());
    incident.planStanding = card.standing;
    incident.waitsForApproval = card.standing == PlanStanding::proposed && card.canApprove;
}

} // namespace

namespace  {

void sortWorstFirst(std::vector<const health::Alert *> &alerts)
{
    std::ranges::sort(alerts, [](const health::Alert *a, const health::Alert *b) {
        return a->severity != b->severity ? a->severity > b->severity
            : a->opened != b->opened      ? a->opened > b->opened
                                          : a->id > b->id;
    });
}

void addExplained(const BoardInput &input, CheckIndex &checks, std::vector<const health::Alert *> &behind, AlertRow &row)
{
    sortWorstFirst(behind);
    row.behind = static_cast<int>(behind.size());
    for (std::size_t i = 0; i < behind.size() && i < explainedListedMax; ++i)
        row.explained.push_back(rowOf(input, checks, *behind[i]));
}

} // namespace

void addAlerts(const BoardInput &input, NowBoard &board)
{
    CheckIndex checks(input.fleet);
    std::map<RegionId, const health::Alert *> regions;
    for (const auto &[id, alert] : input.health.open)
        if (alert.subject.kind == Kind::region)
            regions.emplace(alert.subject.region, &alert);
    std::map<RegionId, std::vector<const health::Alert *>> behind;
    std::vector<const health::Alert *> listed;
    for (const auto &[id, alert] : input.health.open) {
        const auto region = regions.find(alert.subject.region);
        if (region != regions.end() && isExplainedBy(alert, *region->second))
            behind[alert.subject.region].push_back(&alert);
        else
            listed.push_back(&alert);
    }
    sortWorstFirst(listed);
    board.alertsUnlisted = static_cast<int>(listed.size() - std::min(listed.size(), alertsListedMax));
    listed.resize(std::min(listed.size(), alertsListedMax));
    for (const health::Alert *alert : listed) {
        board.alerts.push_back(rowOf(input, checks, *alert));
        if (alert->subject.kind == Kind::region)
            addExplained(input, checks, behind[alert->subject.region], board.alerts.back());
    }
    addResolved(input, checks, board.alerts);
}

std::optional<Incident> incident(const BoardInput &input, const std::vector<RegionCard> &cards)
{
    const health::Alert *worst = nullptr;
    int open = 0;
    for (const auto &[id, alert] : input.health.open) {
        if (alert.subject.kind != Kind::region)
            continue;
        ++open;
        // Of two that are equally bad the one that lasts longer has less of its recovery time left.
        if (!worst || alert.severity > worst->severity
            || (alert.severity == worst->severity && alert.since < worst->since))
            worst = &alert;
    }
    if (!worst)
        return std::nullopt;
    Incident line{.alert = worst->id, .region = worst->subject.region, .state = worst->regionState};
    line.lasted = input.now - worst->since;
    line.since = wallOf(input, worst->since);
    line.owner = worst->acknowledgedBy;
    line.others = open - 1;
    line.recoveryTimeLeft = recoveryTimeObjective - line.lasted;
    line.escalatesIn = escalatesIn(input, *worst);
    for (const RegionCard &card : cards) {
        if (card.id != line.region)
            continue;
        line.standing = card.standing;
        line.withheld = card.withheld;
        // Seen counts; what was decided only stands in for it while nothing is seen.
        line.overForTraffic = card.share ? card.share->most == none : card.decidedOut;
    }
    if (const orchestrator::PlanMemory *memory = answerTo(input.orchestrator, *worst))
        addPlan(input, *memory, line);
    return line;
}

} // namespace siaga::projection

namespace siaga {

std::optional<AlertRow> alertRow(const BoardInput &input, AlertId id)
{
    projection::CheckIndex checks(input.fleet);
    const auto open = input.health.open.find(id);
    if (open != input.health.open.end())
        return projection::rowOf(input, checks, open->second);
    const auto over = std::ranges::find(input.health.resolved, id, &health::Alert::id);
    return over == input.health.resolved.end() ? std::nullopt : std::optional(projection::rowOf(input, checks, *over));
}

} // namespace siaga
