// SPDX-License-Identifier: GPL-3.0-or-later
// Health: silence is unknown, one sample is nothing, our own broken link is nobody else's, a real fault is found.
#include "core/lab/invariants.h"

#include <algorithm>
#include <deque>

namespace siaga::lab {

namespace {

/// The results of each check as the drivers told them; those that say nothing are left out.
class Results
{
public:
    void take(const Completion &completion)
    {
        const auto *observation = std::get_if<Observation>(&completion.answer);
        const auto *seen = observation ? std::get_if<CheckSeen>(observation) : nullptr;
        if (!seen || seen->result.outcome == ProbeOutcome::notRun)
            return;
        std::deque<ProbeResult> &results = m_results[seen->check];
        results.push_back(seen->result);
        if (results.size() > kept)
            results.pop_front();
    }
    void clear() { m_results.clear(); }

    Instant last(const CheckId &check, Instant otherwise) const
    {
        const auto found = m_results.find(check);
        return found == m_results.end() ? otherwise : std::max(otherwise, found->second.back().ended);
    }
    /// So many in a row passed, or did not, at some moment not long ago.
    bool hadInARow(const CheckId &check, bool passed, int count) const
    {
        const auto found = m_results.find(check);
        int inARow = 0;
        if (found != m_results.end())
            for (const ProbeResult &result : found->second) {
                inARow = (result.outcome == ProbeOutcome::passed) == passed ? inARow + 1 : 0;
                if (inARow >= count)
                    return true;
            }
        return false;
    }

private:
    static constexpr std::size_t kept = 12; // Some more than any threshold: a commit may keep results waiting.
    std::map<CheckId, std::deque<ProbeResult>> m_results;
};

/// 33: missing data becomes unknown within the staleness limit, and unknown is neither healthy nor down.
class SilenceIsUnknown : public Invariant
{
public:
    explicit SilenceIsUnknown(Stage &stage)
        : Invariant(33, stage)
    {
    }
    void onCompleted(const Completion &completion) override { m_results.take(completion); }
    void onOpened() override
    {
        m_results.clear();
        m_opened = now();
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *turned = recorded.event.as<RegionTurned>();
        if (!turned)
            return;
        require(turned->to != RegionState::healthy || turned->evidence.checksUp > 0,
                [&] { return turned->region.text() + " healthy though no check says so"; });
        require(turned->to != RegionState::down || turned->evidence.checksDown > 0,
                [&] { return turned->region.text() + " down though no check says so"; });
    }
    void onRest() override
    {
        const Lab &lab = m_stage.lab;
        if (!lab.isAlive() || !lab.runner()->isDurable() || !lab.runner()->journalFault().empty() || lab.isDiskPoisoned())
            return;
        for (const Check &check : fleet().checks) {
            const Duration silent = now() - m_results.last(check.id, m_opened);
            if (silent <= staleAfter(check) + slack)
                continue;
            const auto known = lab.state().health.checks.find(check.id);
            const CheckState state = known == lab.state().health.checks.end() ? CheckState::unknown : known->second.state;
            require(state == CheckState::unknown, [&] { return check.id.text() + " is known though nothing was heard of it"; });
        }
    }

private:
    static constexpr Duration slack = std::chrono::seconds(2);
    Results m_results;
    Instant m_opened;
};

/// 34: one sample never changes a state that is known; the thresholds hold both ways.
class ThresholdsHold : public Invariant
{
public:
    explicit ThresholdsHold(Stage &stage)
        : Invariant(34, stage)
    {
    }
    void onCompleted(const Completion &completion) override { m_results.take(completion); }
    void onOpened() override { m_results.clear(); }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *turned = recorded.event.as<CheckTurned>();
        const Check *check = turned ? fleet().check(turned->check) : nullptr;
        if (!check)
            return;
        if (turned->to == CheckState::down)
            require(m_results.hadInARow(check->id, false, check->failuresToDown), [&] { return check->id.text() + " went down too early"; });
        if (turned->to == CheckState::up && turned->from == CheckState::down)
            require(m_results.hadInARow(check->id, true, check->successesToUp), [&] { return check->id.text() + " came up too early"; });
        if (turned->to == CheckState::up && turned->from == CheckState::unknown)
            require(m_results.hadInARow(check->id, true, 1), [&] { return check->id.text() + " came up from nothing"; });
    }

private:
    Results m_results;
};

/// 35: what is only our own network is never taken for the regions'; nothing is done about a region that was well.
class OwnNetworkIsOurs : public Invariant
{
public:
    explicit OwnNetworkIsOurs(Stage &stage)
        : Invariant(35, stage)
    {
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *approved = recorded.event.as<PlanApproved>();
        const PlanFacts *plan = approved ? m_stage.plans.plan(approved->id) : nullptr;
        if (!plan || !plan->byPolicy() || plan->proposed.plan.purpose.kind != PurposeKind::evacuate)
            return;
        const RegionId &region = plan->proposed.plan.purpose.region;
        require(m_stage.truth.wasIll(region, span + fleet().policies.evacuation.after),
                [&] { return region.text() + " is well and was left without a person's word"; });
    }
    /// A link that loses much may deceive a single witness; one that is cut deceives nobody for long.
    void onRest() override
    {
        const Lab &lab = m_stage.lab;
        if (world().network().ownLoss() < 1)
            m_connected = now();
        const bool judging = lab.isAlive() && lab.runner()->isDurable() && lab.runner()->journalFault().empty();
        if (!judging || now() - std::max(m_connected, m_opened) < noticed)
            return;
        for (const auto &[region, memory] : lab.state().health.regions)
            if (memory.state == RegionState::down)
                require(m_stage.truth.wasIll(region, now() - m_connected + span), [&] { return region.text() + " is well and is called down"; });
    }
    void onOpened() override { m_opened = now(); }

private:
    /// As long as a failure may still be in somebody's window after it is over.
    static constexpr Duration span = std::chrono::seconds(60);
    /// Three probes of the canaries with their time-outs, and some more.
    static constexpr Duration noticed = std::chrono::seconds(12);
    Instant m_connected;
    Instant m_opened;
};

/// 36: a real fault is found within the declared bound; where nothing was ever broken nothing is told.
class FaultsAreFound : public Invariant
{
public:
    explicit FaultsAreFound(Stage &stage)
        : Invariant(36, stage)
    {
    }
    void onOpened() override { m_opened = now(); }
    void onRecorded(const Recorded &recorded) override
    {
        if (recorded.event.as<AlertOpened>())
            require(!m_stage.truth.isUntouched(), [] { return "an alert in a world without a fault"; });
    }
    void onRest() override
    {
        const Lab &lab = m_stage.lab;
        if (m_stage.truth.isUntouched())
            require(true, [] { return ""; });
        for (const auto &[id, fault] : world().faults())
            if (!world().holds(id))
                m_watched.erase(id);
            else
                m_watched.emplace(id, now());
        std::erase_if(m_watched, [this](const auto &entry) { return !world().faults().contains(entry.first); });
        if (!lab.isAlive() || !lab.runner()->isDurable() || !lab.runner()->journalFault().empty() || lab.isDiskPoisoned())
            return;
        for (const auto &[id, since] : m_watched)
            judge(id, world().faults().at(id), std::max(since, m_opened));
    }

private:
    /// A round of probes, three failures with their time-outs, and what a busy disk adds.
    static constexpr Duration bound = std::chrono::seconds(12);

    /// Faults that every probe of the service must meet.
    static bool isPlain(const Fault &fault)
    {
        return fault.kind == FaultKind::regionCrash || fault.kind == FaultKind::errorPage
            || (fault.kind == FaultKind::serviceCrash && fault.magnitude >= 1);
    }
    void judge(FaultId id, const Fault &fault, Instant since)
    {
        if (!isPlain(fault) || m_found.contains(id) || now() - since < bound || world().isBlindTo(fault.region)
            || !m_stage.truth.ownLinkWasFine(now() - since))
            return;
        for (const Check &check : fleet().checks) {
            if (check.region != fault.region || (!fault.service.empty() && check.service != fault.service))
                continue;
            if (fault.kind == FaultKind::errorPage && check.bodyContains.empty())
                continue;
            const auto known = m_stage.lab.state().health.checks.find(check.id);
            const bool found = known != m_stage.lab.state().health.checks.end() && known->second.state != CheckState::up;
            require(found, [&] { return toText(fault) + " was not found by " + check.id.text(); });
        }
        m_found.insert(id);
    }
    Instant m_opened;
    std::map<FaultId, Instant> m_watched;
    std::set<FaultId> m_found;
};

} // namespace

void addHealthInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<SilenceIsUnknown>(stage));
    list.push_back(std::make_unique<ThresholdsHold>(stage));
    list.push_back(std::make_unique<OwnNetworkIsOurs>(stage));
    list.push_back(std::make_unique<FaultsAreFound>(stage));
}

} // namespace siaga::lab
