// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of core/drivers/ports/prober.h as checks, for the real prober and the lab's alike.
//
// Use: derive a harness from ProberHarness, and in a test class
//     void contract_data() { addContractRows(proberContract()); }
//     void contract() { QFETCH(int, rule); MyHarness harness; proberContract()[std::size_t(rule)].check(harness); }
// The catch: a fresh harness for each rule; rules leave calls and broken targets behind.
#pragma once

#include "core/base/text.h"
#include "core/drivers/ports/prober.h"
#include "tests/drivers/contract.h"

#include <QElapsedTimer>

#include <functional>
#include <string>

namespace siaga {

/// What the suite needs of a world with a prober in it. Time may be virtual: only waitFor() lets it pass.
class ProberHarness
{
public:
    enum class Target {
        healthy, ///< Answers 200 at once.
        failing, ///< Answers 503 at once.
        refusing, ///< Nobody listens.
        hanging, ///< Accepts and never answers.
    };

    virtual ~ProberHarness() = default;

    virtual Prober &prober() = 0;
    /// All completions since the harness was made, in their order.
    virtual const std::vector<Completion> &completions() const = 0;
    /// The clock that stamps `began` and `ended`.
    virtual Instant now() const = 0;
    /// Lets time pass until `done` holds, at most `limit`; true when it holds.
    virtual bool waitFor(const std::function<bool()> &done, Duration limit) = 0;
    /// How much later than its deadline a completion may come; zero in virtual time.
    virtual Duration slack() const = 0;

    /// An http check named `name` (statuses 200 to 399, no wanted text) whose target behaves so from now on. Called
    /// again with the same name it changes the target's behaviour and gives the same check.
    virtual Check check(const std::string &name, Target target) = 0;
    /// The same for a canary.
    virtual Canary canary(const std::string &name, Target target) = 0;
};

namespace prober_rules {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Harness = ProberHarness;
using Target = ProberHarness::Target;

inline constexpr Duration longDeadline = seconds(10);
inline constexpr Duration shortDeadline = milliseconds(300);

inline CallId nextId()
{
    static CallId last;
    return last = last.next();
}

inline CallId startProbe(Harness &harness, std::variant<ProbeCheck, ProbeCanary> what, Duration deadline,
                         Permit permit = {})
{
    Call call{.id = nextId(), .deadline = deadline, .permit = permit};
    std::visit([&](auto &probe) { call.what = std::move(probe); }, what);
    harness.prober().start(call);
    return call.id;
}

inline bool waitForAnswer(Harness &harness, CallId id, Duration limit = longDeadline)
{
    return harness.waitFor([&] { return countOf(harness.completions(), id) > 0; }, limit);
}

/// Probes once and gives the result; notRun with "no completion" when none came.
inline ProbeResult probe(Harness &harness, const Check &check, Duration deadline = longDeadline)
{
    const CallId id = startProbe(harness, ProbeCheck{check}, deadline);
    waitForAnswer(harness, id, deadline + harness.slack());
    const auto *seen = seenBy<CheckSeen>(harness.completions(), id);
    return seen && seen->check == check.id ? seen->result : ProbeResult{.detail = "no completion"};
}

inline void aHealthyTargetPasses(Harness &harness)
{
    const Instant before = harness.now();
    const ProbeResult result = probe(harness, harness.check("web", Target::healthy));
    QCOMPARE(result.outcome, ProbeOutcome::passed);
    QCOMPARE(result.status, 200);
    QVERIFY(before <= result.began && result.began <= result.ended && result.ended <= harness.now());
    QVERIFY(result.took >= Duration::zero() && result.took <= result.ended - result.began);
}

inline void aCanaryAnswersUnderItsOwnName(Harness &harness)
{
    const Canary canary = harness.canary("outside", Target::healthy);
    const CallId id = startProbe(harness, ProbeCanary{canary}, longDeadline);
    QVERIFY(waitForAnswer(harness, id));
    const auto *seen = seenBy<CanarySeen>(harness.completions(), id);
    QVERIFY(seen);
    QCOMPARE(seen->canary.text(), canary.id.text());
    QCOMPARE(seen->result.outcome, ProbeOutcome::passed);
}

inline void aRefusedConnectionIsRefused(Harness &harness)
{
    const ProbeResult result = probe(harness, harness.check("web", Target::refusing));
    QCOMPARE(result.outcome, ProbeOutcome::refused);
    QCOMPARE(result.status, 0);
    QVERIFY(result.detail.size() <= 200 && isUtf8(result.detail));
}

inline void aStatusOutsideTheRangeIsBad(Harness &harness)
{
    const ProbeResult result = probe(harness, harness.check("web", Target::failing));
    QCOMPARE(result.outcome, ProbeOutcome::badStatus);
    QCOMPARE(result.status, 503);
}

inline void theChecksOwnRangeDecides(Harness &harness)
{
    Check check = harness.check("web", Target::failing);
    check.statusMin = check.statusMax = 503;
    QCOMPARE(probe(harness, check).outcome, ProbeOutcome::passed);
    check = harness.check("other", Target::healthy);
    check.statusMin = 204;
    QCOMPARE(probe(harness, check).outcome, ProbeOutcome::badStatus);
}

inline void aHangingTargetTimesOutAtTheDeadline(Harness &harness)
{
    const ProbeResult result = probe(harness, harness.check("web", Target::hanging), shortDeadline);
    QCOMPARE(result.outcome, ProbeOutcome::timedOut);
    QVERIFY(result.ended - result.began >= shortDeadline);
    QVERIFY(result.ended - result.began <= shortDeadline + harness.slack());
}

inline void stuckTargetsDelayNoOther(Harness &harness)
{
    std::vector<CallId> stuck;
    for (int i = 0; i < 12; ++i)
        stuck.push_back(startProbe(harness, ProbeCheck{harness.check("stuck" + std::to_string(i), Target::hanging)},
                                   longDeadline));
    QCOMPARE(probe(harness, harness.check("web", Target::healthy), seconds(5)).outcome, ProbeOutcome::passed);
    for (const CallId id : stuck)
        QCOMPARE(countOf(harness.completions(), id), 0);
}

inline void startReturnsAtOnce(Harness &harness)
{
    const Check hanging = harness.check("stuck", Target::hanging);
    const Check refusing = harness.check("dead", Target::refusing);
    QElapsedTimer timer;
    timer.start();
    startProbe(harness, ProbeCheck{hanging}, shortDeadline);
    startProbe(harness, ProbeCheck{refusing}, shortDeadline);
    QVERIFY(timer.elapsed() < 200);
}

inline void eachCallCompletesExactlyOnce(Harness &harness)
{
    std::vector<CallId> ids;
    for (const Target target : {Target::healthy, Target::failing, Target::refusing, Target::hanging}) {
        const Check check = harness.check("web" + std::to_string(int(target)), target);
        // Twice at once, so that a second call of one check is not swallowed by the first.
        ids.push_back(startProbe(harness, ProbeCheck{check}, shortDeadline));
        ids.push_back(startProbe(harness, ProbeCheck{check}, shortDeadline));
    }
    harness.prober().cancel(ids.back());
    for (const CallId id : ids)
        QVERIFY(waitForAnswer(harness, id, shortDeadline + harness.slack()));
    harness.waitFor([] { return false; }, shortDeadline);
    for (const CallId id : ids)
        QCOMPARE(countOf(harness.completions(), id), 1);
}

inline void aCancelledProbeSaysNothingOfItsTarget(Harness &harness)
{
    const Check check = harness.check("web", Target::hanging);
    const CallId id = startProbe(harness, ProbeCheck{check}, longDeadline);
    harness.waitFor([] { return false; }, milliseconds(50));
    harness.prober().cancel(id);
    QVERIFY(waitForAnswer(harness, id, harness.slack()));
    QCOMPARE(seenBy<CheckSeen>(harness.completions(), id)->result.outcome, ProbeOutcome::notRun);
}

inline void cancellingWhatIsOverDoesNothing(Harness &harness)
{
    harness.prober().cancel(nextId());
    const CallId id = startProbe(harness, ProbeCheck{harness.check("web", Target::healthy)}, longDeadline);
    QVERIFY(waitForAnswer(harness, id));
    const std::size_t before = harness.completions().size();
    harness.prober().cancel(id);
    harness.prober().cancel(id);
    harness.waitFor([] { return false; }, milliseconds(50));
    QCOMPARE(harness.completions().size(), before);
}

inline void aWithdrawnPermitKeepsTheProbeHome(Harness &harness)
{
    Permit permit;
    permit.withdraw();
    const Check check = harness.check("web", Target::healthy);
    const CallId id = startProbe(harness, ProbeCheck{check}, longDeadline, permit);
    QVERIFY(waitForAnswer(harness, id));
    QCOMPARE(seenBy<CheckSeen>(harness.completions(), id)->result.outcome, ProbeOutcome::notRun);
}

inline void aTargetThatRecoversPassesAgain(Harness &harness)
{
    QCOMPARE(probe(harness, harness.check("web", Target::healthy)).outcome, ProbeOutcome::passed);
    QCOMPARE(probe(harness, harness.check("web", Target::refusing)).outcome, ProbeOutcome::refused);
    QCOMPARE(probe(harness, harness.check("web", Target::hanging), shortDeadline).outcome, ProbeOutcome::timedOut);
    QCOMPARE(probe(harness, harness.check("web", Target::healthy)).outcome, ProbeOutcome::passed);
}

} // namespace prober_rules

/// All rules, in the order of the contract.
inline const std::vector<ContractRule<ProberHarness>> &proberContract()
{
    using namespace prober_rules;
    static const std::vector<ContractRule<ProberHarness>> rules{
        {"aHealthyTargetPasses", aHealthyTargetPasses},
        {"aCanaryAnswersUnderItsOwnName", aCanaryAnswersUnderItsOwnName},
        {"aRefusedConnectionIsRefused", aRefusedConnectionIsRefused},
        {"aStatusOutsideTheRangeIsBad", aStatusOutsideTheRangeIsBad},
        {"theChecksOwnRangeDecides", theChecksOwnRangeDecides},
        {"aHangingTargetTimesOutAtTheDeadline", aHangingTargetTimesOutAtTheDeadline},
        {"stuckTargetsDelayNoOther", stuckTargetsDelayNoOther},
        {"startReturnsAtOnce", startReturnsAtOnce},
        {"eachCallCompletesExactlyOnce", eachCallCompletesExactlyOnce},
        {"aCancelledProbeSaysNothingOfItsTarget", aCancelledProbeSaysNothingOfItsTarget},
        {"cancellingWhatIsOverDoesNothing", cancellingWhatIsOverDoesNothing},
        {"aWithdrawnPermitKeepsTheProbeHome", aWithdrawnPermitKeepsTheProbeHome},
        {"aTargetThatRecoversPassesAgain", aTargetThatRecoversPassesAgain},
    };
    return rules;
}

} // namespace siaga
