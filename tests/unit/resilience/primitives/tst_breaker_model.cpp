// SPDX-License-Identifier: GPL-3.0-or-later
// The breaker's state machine, exhaustively: every edge that there should be is taken and no other one is, by all short
// stories of one caller and by all interleavings of two.
#include "core/resilience/breaker_orders.h"
#include "tests/unit/resilience/primitives/stepping.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

using enum BreakerState;
using Edge = std::pair<BreakerState, BreakerState>;

// Written down a second time, on purpose: the code has its own idea (gate.h).
const std::set<Edge> ownEdges{{closed, degraded}, {closed, open}, {degraded, closed}, {degraded, open}, {open, halfOpen},
                              {halfOpen, open}, {halfOpen, ramping}, {ramping, ramping}, {ramping, closed},
                              {ramping, degraded}, {ramping, open}};
std::set<Edge> personsEdges()
{
    std::set<Edge> edges{{forcedOpen, halfOpen}};
    for (const BreakerState from : {closed, degraded, open, halfOpen, ramping, forcedOpen, disabled})
        for (const BreakerState to : {forcedOpen, disabled, closed})
            if (from != to)
                edges.insert({from, to});
    return edges;
}

bool isPersons(BreakerRule rule)
{
    return rule == BreakerRule::person || rule == BreakerRule::expired;
}

BreakerPolicy shortPolicy()
{
    BreakerPolicy policy;
    policy.windowCalls = 2;
    policy.callsMin = 1;
    policy.slowCall = 1s;
    policy.slowOpenRate = Permille{1001};
    policy.openJitter = siaga::none;
    policy.openMax = 1s;
    policy.probesMax = 1;
    policy.probesNeeded = 1;
    policy.rampStep = 1s;
    policy.rampShares = {Permille{1000}, Permille{1000}, Permille{1000}, Permille{1000}};
    policy.rampRepeats = 0;
    policy.degradedMin = 1s;
    policy.sequential.on = false;
    return policy;
}

// One caller's story. Letters: s, f, w a call that succeeds, fails, succeeds slowly; S, F, W the same a second later;
// o, d, l, z a person forces open, disables, releases, resets.
class Story
{
public:
    explicit Story(const std::string &letters)
        : m_breaker(shortPolicy())
    {
        for (const char letter : letters)
            tell(letter);
    }
    std::vector<BreakerChange> changes;
    std::string fault; ///< Empty when all was well.

private:
    void tell(char letter)
    {
        const BreakerState before = m_breaker.state();
        const std::size_t told = changes.size();
        switch (letter) {
        case 'o': return person(m_breaker.force(forcedOpen, m_now));
        case 'd': return person(m_breaker.force(disabled, m_now));
        case 'l': return person(m_breaker.release(m_now));
        case 'z': return person(m_breaker.reset(m_now));
        default: break;
        }
        if (letter < 'a')
            m_now += 1s;
        BreakerChange change;
        const Admission admission = m_breaker.allow(m_now, &change);
        if (admission.turned)
            changes.push_back(change);
        const bool fails = letter == 'f' || letter == 'F', slow = letter == 'w' || letter == 'W';
        const CallResult result = fails ? CallResult::failure : CallResult::success;
        if (const auto turned = m_breaker.record(admission, result, slow ? 1s : 1ms, m_now))
            changes.push_back(*turned);
        if (before == open && admission.allowed && !admission.isProbe)
            fault = "a call passed an open breaker";
        if (before == forcedOpen && admission.allowed)
            fault = "a call passed a breaker that is forced open";
        checkChain(before, told);
    }
    void person(const std::optional<BreakerChange> &change)
    {
        if (change)
            changes.push_back(*change);
    }
    // Each change begins where the last one ended, and the last one ends where the breaker is.
    void checkChain(BreakerState state, std::size_t first)
    {
        for (std::size_t at = first; at < changes.size(); state = changes[at++].to)
            if (changes[at].from != state)
                fault = "a change was not told";
        if (state != m_breaker.state())
            fault = "the last change was not told";
    }

    Breaker m_breaker;
    Instant m_now{1h};
};

// Two callers. Letters: a asks; s, f, c ends the newest call with success, failure, or cancels it; o forces it open.
struct Caller
{
    std::string letters;
    std::vector<Admission> held;
    std::vector<BreakerChange> changes;
};

class Pair
{
public:
    using Modelled = BasicBreaker<SteppedAtomic>;

    Pair(const std::string &first, const std::string &second)
        : m_letters{first, second}
    {
    }

    void prepare(const std::string &before)
    {
        BreakerPolicy policy = shortPolicy();
        policy.consecutive = 2;
        policy.windowCalls = 4;
        policy.callsMin = 4;
        policy.probesNeeded = 2;
        m_breaker = std::make_unique<Modelled>(policy);
        m_now = Instant(1h);
        m_callers = {Caller{m_letters[0], {}, {}}, Caller{m_letters[1], {}, {}}};
        Caller alone;
        for (const char letter : before) {
            if (letter == ',')
                m_now += 1s;
            else
                act(alone, letter);
        }
        m_start = m_breaker->state();
    }
    void run(std::size_t which)
    {
        Caller &caller = m_callers[which];
        for (const char letter : caller.letters)
            act(caller, letter);
    }
    void check()
    {
        std::vector<BreakerChange> changes = m_callers[0].changes;
        changes.insert(changes.end(), m_callers[1].changes.begin(), m_callers[1].changes.end());
        if (!chains(changes, m_start))
            fault = "the changes told are no way from the first state to the last";
        for (const BreakerChange &change : changes) {
            seen.insert({change.from, change.to});
            if (!(isPersons(change.rule) ? personsEdges() : ownEdges).contains({change.from, change.to}))
                fault = "an edge that must not be";
        }
        // Whatever is still held comes back; no place may be lost then.
        for (Caller &caller : m_callers)
            for (const Admission &admission : caller.held)
                m_breaker->cancel(admission, m_now);
        if (m_breaker->state() == halfOpen && !m_breaker->allow(m_now).isProbe)
            fault = "a probe's place was lost";
    }

    std::string fault;
    std::set<Edge> seen;

private:
    void act(Caller &caller, char letter)
    {
        if (letter == 'o') {
            if (const auto change = m_breaker->force(forcedOpen, m_now))
                caller.changes.push_back(*change);
            return;
        }
        if (letter == 'a') {
            BreakerChange change;
            const Admission admission = m_breaker->allow(m_now, &change);
            if (admission.turned)
                caller.changes.push_back(change);
            caller.held.push_back(admission);
            checkProbes();
            return;
        }
        const Admission admission = caller.held.back();
        caller.held.pop_back();
        const CallResult result = letter == 's' ? CallResult::success : letter == 'f' ? CallResult::failure : CallResult::ignored;
        if (const auto change = m_breaker->record(admission, result, 1ms, m_now))
            caller.changes.push_back(*change);
    }
    void checkProbes()
    {
        std::map<std::uint32_t, int> probes;
        for (const Caller &caller : m_callers)
            for (const Admission &admission : caller.held)
                if (admission.isProbe && ++probes[admission.generation] > 1)
                    fault = "two probes at once";
    }
    // Whether some order of the changes leads from a state to where the breaker is.
    bool chains(std::vector<BreakerChange> &left, BreakerState state)
    {
        if (left.empty())
            return state == m_breaker->state();
        for (std::size_t at = 0; at < left.size(); ++at) {
            if (left[at].from != state)
                continue;
            const BreakerChange taken = left[at];
            left.erase(left.begin() + std::ptrdiff_t(at));
            const bool found = chains(left, taken.to);
            left.insert(left.begin() + std::ptrdiff_t(at), taken);
            if (found)
                return true;
        }
        return false;
    }

    std::array<std::string, 2> m_letters;
    std::unique_ptr<Modelled> m_breaker;
    std::array<Caller, 2> m_callers;
    BreakerState m_start = closed;
    Instant m_now;
};

} // namespace

class TestBreakerModel : public QObject
{
    Q_OBJECT

private slots:
    void theGateKeepsWhatIsPutIn()
    {
        for (int state = 0; state < 7; ++state)
            for (const std::uint32_t generation : {0u, 1u, 4095u})
                for (const std::uint32_t small : {0u, 7u, 15u})
                    for (const std::int64_t deadline : {std::int64_t(0), std::int64_t(1), (std::int64_t(1) << 41) - 1}) {
                        const Gate gate{BreakerState(state), generation, small, 15 - small, deadline};
                        QVERIFY(unpack(pack(gate)) == gate);
                    }
        QCOMPARE(msLeft(unpack(pack({.deadlineMs = 1000})), 400), std::int64_t(600));
        QCOMPARE(msLeft(unpack(pack({.deadlineMs = 1000})), 1600), std::int64_t(-600));
        QCOMPARE(msLeft(unpack(pack({.deadlineMs = (std::int64_t(1) << 41) + 5})), std::int64_t(1) << 41), std::int64_t(5));
    }

    void theCodesTableIsOurs()
    {
        for (int from = 0; from < 7; ++from)
            for (int to = 0; to < 7; ++to) {
                const Edge edge{BreakerState(from), BreakerState(to)};
                // Without a ramp, half-open closes at once; our policy has one.
                if (edge != Edge{halfOpen, closed})
                    QCOMPARE(isOwnEdge(edge.first, edge.second), ownEdges.contains(edge));
                if (from != to)
                    QCOMPARE(isPersonsEdge(edge.first, edge.second), personsEdges().contains(edge));
            }
    }

    // All stories of up to six letters: more than a million.
    void everyEdgeIsTakenAndNoOther()
    {
        const std::string letters = "sfwSFWodlz";
        std::set<Edge> own, persons;
        std::size_t stories = 1;
        for (int length = 0; length < 6; ++length)
            stories *= letters.size();
        for (std::size_t number = 0; number < stories; ++number) {
            std::string story;
            for (std::size_t rest = number, at = 0; at < 6; ++at, rest /= letters.size())
                story += letters[rest % letters.size()];
            const Story told(story);
            QVERIFY2(told.fault.empty(), (story + ": " + told.fault).c_str());
            for (const BreakerChange &change : told.changes) {
                const Edge edge{change.from, change.to};
                const bool person = isPersons(change.rule);
                QVERIFY2((person ? personsEdges() : ownEdges).contains(edge), story.c_str());
                (person ? persons : own).insert(edge);
            }
        }
        QCOMPARE(own, ownEdges);
        QCOMPARE(persons, personsEdges());
    }

    void allInterleavingsOfTwoByFour_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("closed, one failure from opening") << "af";
        QTest::newRow("closed, with three calls") << "asafas";
        QTest::newRow("open, and its time is over") << "afaf,";
        QTest::newRow("half-open") << "afaf,ac";
        QTest::newRow("half-open, one probe from the ramp") << "afaf,as";
        QTest::newRow("ramping, a step is due") << "afaf,asas,";
    }
    void allInterleavingsOfTwoByFour()
    {
#if defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
        QSKIP("The sanitizers cannot follow stacks that are switched by hand; the hammer is theirs");
#endif
        QFETCH(QString, before);
        const std::vector<std::string> programs{"asas", "asaf", "afas", "afaf", "aass", "aafs", "acaf", "aaca", "asoa"};
        // The gate and the count of failures in a row, made first: what is decided by. The window only adds up.
        constexpr std::uint64_t decisive = 2;
        Interleavings interleavings;
        std::set<Edge> seen;
        std::size_t runs = 0, ends = 0;
        for (std::size_t first = 0; first < programs.size(); ++first)
            for (std::size_t second = first; second < programs.size(); ++second) {
                Pair pair(programs[first], programs[second]);
                const bool whole = interleavings.explore([&] { pair.prepare(before.toStdString()); },
                                                         {[&] { pair.run(0); }, [&] { pair.run(1); }}, [&] { pair.check(); }, decisive);
                QVERIFY(whole);
                QVERIFY2(pair.fault.empty(), (programs[first] + " | " + programs[second] + ": " + pair.fault).c_str());
                seen.merge(pair.seen);
                runs += interleavings.runs();
                ends += interleavings.finished();
            }
        qInfo("%zu runs, %zu different ends, %zu edges", runs, ends, seen.size());
        QVERIFY(!seen.empty());
    }
};

QTEST_APPLESS_MAIN(TestBreakerModel)
#include "tst_breaker_model.moc"
