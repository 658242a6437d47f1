// SPDX-License-Identifier: GPL-3.0-or-later
// The contract of core/drivers/ports/traffic.h as checks, for HAProxy's driver and the lab's alike.
//
// Use: derive a harness from TrafficHarness, and in a test class
//     void contract_data() { addContractRows(trafficContract()); }
//     void contract() { QFETCH(int, rule); MyHarness harness; trafficContract()[std::size_t(rule)].check(harness); }
// The catch: a fresh harness for each rule; rules leave calls and broken edges behind.
#pragma once

#include "core/base/text.h"
#include "core/drivers/ports/traffic.h"
#include "tests/drivers/contract.h"

#include <QElapsedTimer>

#include <functional>

namespace siaga {

/// What the suite needs of a world with two edges in it. Time may be virtual: only waitFor() lets it pass.
class TrafficHarness
{
public:
    enum class Trouble {
        well,      ///< The edge is well (again).
        hanging,   ///< It accepts calls and never answers.
        gone,      ///< There is nothing to connect to.
        losesReplies, ///< What is sent takes effect, but no reply comes back.
    };

    virtual ~TrafficHarness() = default;

    virtual Traffic &traffic() = 0;
    /// All completions since the harness was made, in their order.
    virtual const std::vector<Completion> &completions() const = 0;
    /// The clock that stamps `began` and `ended`.
    virtual Instant now() const = 0;
    /// Lets time pass until `done` holds, at most `limit`; true when it holds.
    virtual bool waitFor(const std::function<bool()> &done, Duration limit) = 0;
    /// How much later than its deadline a completion may come; zero in virtual time.
    virtual Duration slack() const = 0;

    /// Edge 0 or 1: service "web" in the regions "a" and "b", both ready, at weight 100, and never down; and a region
    /// "nowhere", whose server is named by the fleet but unknown to the edge.
    virtual Endpoint edge(int index) = 0;
    virtual void trouble(int edge, Trouble trouble) = 0;
    /// The edge's process starts anew with weight 100 everywhere, and its counters at zero.
    virtual void restart(int edge) = 0;
    /// Sends so many requests through the edge and waits for their answers, all of them good.
    virtual void serve(int edge, int requests) = 0;
};

namespace traffic_rules {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Harness = TrafficHarness;
using Trouble = TrafficHarness::Trouble;

inline constexpr Duration longDeadline = seconds(10);
inline constexpr Duration shortDeadline = milliseconds(300);
inline const ServiceId web{"web"};
inline const RegionId a{"a"};
inline const RegionId b{"b"};

struct Write
{
    int edge = 0;
    RegionId region = a;
    int weight = 0;
    Duration deadline = longDeadline;
    Permit permit;
    Lane lane = Lane::round;
};

inline CallId startCall(Harness &harness, Call call)
{
    static CallId last;
    call.id = last = last.next();
    harness.traffic().start(call);
    return last;
}

inline CallId startWrite(Harness &harness, const Write &write)
{
    return startCall(harness, {.what = SetServerWeight{harness.edge(write.edge), web, write.region, write.weight},
                               .lane = write.lane,
                               .deadline = write.deadline,
                               .key = "step",
                               .permit = write.permit});
}

inline CallId startLook(Harness &harness, int edge, Duration deadline = longDeadline)
{
    return startCall(harness, {.what = LookAtEdge{harness.edge(edge)}, .deadline = deadline});
}

inline bool waitForAnswer(Harness &harness, CallId id, Duration limit = longDeadline)
{
    return harness.waitFor([&] { return countOf(harness.completions(), id) > 0; }, limit);
}

/// The outcome's name, so that a failed test prints words; "none" when no answer came.
inline std::string outcomeOf(Harness &harness, CallId id)
{
    waitForAnswer(harness, id);
    const auto *answer = answerTo<WriteAnswer>(harness.completions(), id);
    if (!answer || answer->id != id)
        return "none";
    return std::string(namesOf(answer->outcome)[std::size_t(answer->outcome)]);
}

inline std::string write(Harness &harness, const Write &write)
{
    return outcomeOf(harness, startWrite(harness, write));
}

inline EdgeSeen look(Harness &harness, int edge)
{
    const CallId id = startLook(harness, edge);
    waitForAnswer(harness, id);
    const auto *seen = seenBy<EdgeSeen>(harness.completions(), id);
    return seen ? *seen : EdgeSeen{.detail = "no completion"};
}

/// "ready 100", "drain 0"; "unseen" when the look does not have it.
inline std::string server(const EdgeSeen &seen, const RegionId &region)
{
    const auto found = seen.servers.find({web, region});
    if (!seen.reached || found == seen.servers.end())
        return "unseen " + seen.detail;
    const ServerSeen &server = found->second;
    return std::string(namesOf(server.state)[std::size_t(server.state)]) + " " + std::to_string(server.weight);
}

inline std::uint64_t requests(const EdgeSeen &seen)
{
    std::uint64_t sum = 0;
    for (const auto &[names, server] : seen.servers)
        sum += server.requests;
    return sum;
}

inline void aLookShowsWhatTheFleetNames(Harness &harness)
{
    const Instant before = harness.now();
    const EdgeSeen seen = look(harness, 0);
    QVERIFY2(seen.reached, seen.detail.c_str());
    QCOMPARE(seen.endpoint.text(), harness.edge(0).id.text());
    QVERIFY(before <= seen.began && seen.began <= seen.ended && seen.ended <= harness.now());
    QCOMPARE(server(seen, a), std::string("ready 100"));
    QCOMPARE(server(seen, b), std::string("ready 100"));
    // What the edge does not have is left out, not made up.
    QCOMPARE(seen.servers.size(), std::size_t(2));
}

inline void aWriteIsExactAndSeenByTheNextLook(Harness &harness)
{
    for (const int weight : {1, 57, 256}) {
        QCOMPARE(write(harness, {.weight = weight}), std::string("done"));
        const EdgeSeen seen = look(harness, 0);
        QCOMPARE(server(seen, a), "ready " + std::to_string(weight));
        QCOMPARE(server(seen, b), std::string("ready 100"));
        QCOMPARE(server(look(harness, 1), a), std::string("ready 100"));
    }
}

inline void zeroDrainsAndAboveZeroIsReadyAgain(Harness &harness)
{
    QCOMPARE(write(harness, {.weight = 0}), std::string("done"));
    const EdgeSeen drained = look(harness, 0);
    QCOMPARE(server(drained, a), std::string("drain 0"));
    QCOMPARE(drained.servers.at({web, a}).weightInForce(), 0);
    QCOMPARE(write(harness, {.weight = 25}), std::string("done"));
    QCOMPARE(server(look(harness, 0), a), std::string("ready 25"));
}

inline void aDrainedServerGetsNoRequests(Harness &harness)
{
    QCOMPARE(write(harness, {.weight = 0}), std::string("done"));
    const EdgeSeen before = look(harness, 0);
    harness.serve(0, 10);
    const EdgeSeen after = look(harness, 0);
    QCOMPARE(after.servers.at({web, a}).requests, before.servers.at({web, a}).requests);
    QCOMPARE(after.servers.at({web, b}).requests, before.servers.at({web, b}).requests + 10);
}

inline void theSameWriteTwiceLeavesTheSameState(Harness &harness)
{
    for (const int weight : {40, 40, 0, 0}) {
        QCOMPARE(write(harness, {.weight = weight}), std::string("done"));
        QCOMPARE(server(look(harness, 0), a), weight ? "ready 40" : std::string("drain 0"));
    }
}

inline void callsToOneEdgeGoInOrder(Harness &harness)
{
    std::vector<CallId> ids;
    for (const int weight : {10, 0, 20, 30})
        ids.push_back(startWrite(harness, {.weight = weight}));
    const CallId last = startLook(harness, 0);
    ids.push_back(startWrite(harness, {.weight = 77}));
    for (const CallId id : ids)
        QVERIFY(waitForAnswer(harness, id));
    QCOMPARE(server(*seenBy<EdgeSeen>(harness.completions(), last), a), std::string("ready 30"));
    QCOMPARE(server(look(harness, 0), a), std::string("ready 77"));
}

inline void anEdgesOwnErrorIsRefused(Harness &harness)
{
    const CallId id = startWrite(harness, {.region = RegionId{"nowhere"}, .weight = 10});
    QCOMPARE(outcomeOf(harness, id), std::string("refused"));
    const std::string detail = answerTo<WriteAnswer>(harness.completions(), id)->detail;
    QVERIFY(!detail.empty() && detail.size() <= 200);
    QCOMPARE(detail, plainText(detail));
}

inline void aConnectionThatNeverCameAboutIsFailed(Harness &harness)
{
    harness.trouble(0, Trouble::gone);
    QCOMPARE(write(harness, {.weight = 10}), std::string("failed"));
    const EdgeSeen seen = look(harness, 0);
    QVERIFY(!seen.reached && seen.servers.empty() && !seen.detail.empty());
    QCOMPARE(seen.endpoint.text(), harness.edge(0).id.text());
    harness.trouble(0, Trouble::well);
    QCOMPARE(server(look(harness, 0), a), std::string("ready 100"));
}

inline void aLostReplyIsUnknownAndALookTellsTheTruth(Harness &harness)
{
    harness.trouble(0, Trouble::losesReplies);
    QCOMPARE(write(harness, {.weight = 0, .deadline = seconds(1)}), std::string("unknown"));
    harness.trouble(0, Trouble::well);
    QCOMPARE(server(look(harness, 0), a), std::string("drain 0"));
}

inline void aLateReplyIsUnknownAtTheDeadline(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    const Instant before = harness.now();
    QCOMPARE(write(harness, {.weight = 0, .deadline = shortDeadline}), std::string("unknown"));
    QVERIFY(harness.now() - before >= shortDeadline);
    QVERIFY(harness.now() - before <= shortDeadline + harness.slack());
    const CallId id = startLook(harness, 0, shortDeadline);
    QVERIFY(waitForAnswer(harness, id, shortDeadline + harness.slack()));
    QVERIFY(!seenBy<EdgeSeen>(harness.completions(), id)->reached);
}

inline void deadlinesRunFromTheStartAlsoInTheQueue(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    const CallId first = startWrite(harness, {.weight = 0, .deadline = longDeadline});
    const CallId second = startWrite(harness, {.weight = 50, .deadline = shortDeadline});
    const CallId third = startLook(harness, 0, shortDeadline);
    QVERIFY(waitForAnswer(harness, second, shortDeadline + harness.slack()));
    QVERIFY(waitForAnswer(harness, third, harness.slack()));
    QCOMPARE(outcomeOf(harness, second), std::string("failed"));
    QCOMPARE(countOf(harness.completions(), first), 0);
}

inline void aStuckEdgeDelaysNoOther(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    std::vector<CallId> stuck;
    for (int i = 0; i < 8; ++i)
        stuck.push_back(startWrite(harness, {.weight = 10, .deadline = longDeadline}));
    QCOMPARE(write(harness, {.edge = 1, .weight = 33}), std::string("done"));
    QCOMPARE(server(look(harness, 1), a), std::string("ready 33"));
    for (const CallId id : stuck)
        QCOMPARE(countOf(harness.completions(), id), 0);
}

inline void aLookThatHangsDelaysNoRescue(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    const CallId hanging = startLook(harness, 0);
    const CallId waiting = startLook(harness, 0);
    harness.waitFor([] { return false; }, milliseconds(50));
    harness.trouble(0, Trouble::well);
    const Instant before = harness.now();
    QCOMPARE(write(harness, {.weight = 40, .lane = Lane::rescue}), std::string("done"));
    QVERIFY(harness.now() - before <= seconds(1) + harness.slack());
    QCOMPARE(countOf(harness.completions(), hanging), 0);
    QCOMPARE(countOf(harness.completions(), waiting), 0);
}

inline void aLookBegunAfterARescueShowsIt(Harness &harness)
{
    const CallId before = startLook(harness, 0);
    const CallId first = startWrite(harness, {.weight = 30, .lane = Lane::rescue});
    const CallId second = startWrite(harness, {.weight = 40, .lane = Lane::rescue});
    const CallId after = startLook(harness, 0);
    QVERIFY(waitForAnswer(harness, before) && waitForAnswer(harness, after));
    QCOMPARE(outcomeOf(harness, first), std::string("done"));
    QCOMPARE(outcomeOf(harness, second), std::string("done"));
    QCOMPARE(server(*seenBy<EdgeSeen>(harness.completions(), after), a), std::string("ready 40"));
}

inline void startReturnsAtOnce(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    harness.trouble(1, Trouble::gone);
    QElapsedTimer timer;
    timer.start();
    startLook(harness, 0, shortDeadline);
    startLook(harness, 1, shortDeadline);
    QVERIFY(timer.elapsed() < 200);
}

inline void aWithdrawnPermitSendsNothing(Harness &harness)
{
    Write withdrawn{.weight = 0};
    withdrawn.permit.withdraw();
    QCOMPARE(write(harness, withdrawn), std::string("failed"));
    QCOMPARE(server(look(harness, 0), a), std::string("ready 100"));
}

inline void eachCallCompletesExactlyOnce(Harness &harness)
{
    harness.trouble(1, Trouble::hanging);
    std::vector<CallId> ids;
    for (int edge = 0; edge < 2; ++edge) {
        ids.push_back(startWrite(harness, {.edge = edge, .weight = 10, .deadline = shortDeadline}));
        ids.push_back(startLook(harness, edge, shortDeadline));
        ids.push_back(startWrite(harness, {.edge = edge, .weight = 20, .deadline = longDeadline}));
        harness.traffic().cancel(ids.back());
    }
    for (const CallId id : ids)
        QVERIFY(waitForAnswer(harness, id, shortDeadline + harness.slack()));
    for (const CallId id : ids)
        harness.traffic().cancel(id);
    harness.traffic().cancel(CallId(1'000'000'000));
    harness.waitFor([] { return false; }, shortDeadline);
    for (const CallId id : ids)
        QCOMPARE(countOf(harness.completions(), id), 1);
}

inline void aCancelledWriteIsNeverDone(Harness &harness)
{
    harness.trouble(0, Trouble::hanging);
    const CallId sent = startWrite(harness, {.weight = 0});
    const CallId waiting = startWrite(harness, {.weight = 0});
    harness.waitFor([] { return false; }, milliseconds(100));
    harness.traffic().cancel(waiting);
    harness.traffic().cancel(sent);
    QCOMPARE(outcomeOf(harness, waiting), std::string("failed"));
    QCOMPARE(outcomeOf(harness, sent), std::string("unknown"));
}

inline void aLookShowsWhatIsInForceNotWhatWasCommanded(Harness &harness)
{
    QCOMPARE(write(harness, {.weight = 0}), std::string("done"));
    harness.restart(0);
    QCOMPARE(server(look(harness, 0), a), std::string("ready 100"));
}

inline void countersGrowByTheRequestsServed(Harness &harness)
{
    const EdgeSeen before = look(harness, 0);
    harness.serve(0, 30);
    const EdgeSeen after = look(harness, 0);
    QCOMPARE(requests(after), requests(before) + 30);
    for (const auto &[names, server] : after.servers)
        QCOMPARE(server.failures, before.servers.at(names).failures);
    QVERIFY(after.uptime >= before.uptime);
}

} // namespace traffic_rules

/// All rules, in the order of the contract.
inline const std::vector<ContractRule<TrafficHarness>> &trafficContract()
{
    using namespace traffic_rules;
    static const std::vector<ContractRule<TrafficHarness>> rules{
        {"aLookShowsWhatTheFleetNames", aLookShowsWhatTheFleetNames},
        {"aWriteIsExactAndSeenByTheNextLook", aWriteIsExactAndSeenByTheNextLook},
        {"zeroDrainsAndAboveZeroIsReadyAgain", zeroDrainsAndAboveZeroIsReadyAgain},
        {"aDrainedServerGetsNoRequests", aDrainedServerGetsNoRequests},
        {"theSameWriteTwiceLeavesTheSameState", theSameWriteTwiceLeavesTheSameState},
        {"callsToOneEdgeGoInOrder", callsToOneEdgeGoInOrder},
        {"anEdgesOwnErrorIsRefused", anEdgesOwnErrorIsRefused},
        {"aConnectionThatNeverCameAboutIsFailed", aConnectionThatNeverCameAboutIsFailed},
        {"aLostReplyIsUnknownAndALookTellsTheTruth", aLostReplyIsUnknownAndALookTellsTheTruth},
        {"aLateReplyIsUnknownAtTheDeadline", aLateReplyIsUnknownAtTheDeadline},
        {"deadlinesRunFromTheStartAlsoInTheQueue", deadlinesRunFromTheStartAlsoInTheQueue},
        {"aStuckEdgeDelaysNoOther", aStuckEdgeDelaysNoOther},
        {"aLookThatHangsDelaysNoRescue", aLookThatHangsDelaysNoRescue},
        {"aLookBegunAfterARescueShowsIt", aLookBegunAfterARescueShowsIt},
        {"startReturnsAtOnce", startReturnsAtOnce},
        {"aWithdrawnPermitSendsNothing", aWithdrawnPermitSendsNothing},
        {"eachCallCompletesExactlyOnce", eachCallCompletesExactlyOnce},
        {"aCancelledWriteIsNeverDone", aCancelledWriteIsNeverDone},
        {"aLookShowsWhatIsInForceNotWhatWasCommanded", aLookShowsWhatIsInForceNotWhatWasCommanded},
        {"countersGrowByTheRequestsServed", countersGrowByTheRequestsServed},
    };
    return rules;
}

} // namespace siaga
