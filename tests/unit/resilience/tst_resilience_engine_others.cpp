// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/archive.h"
#include "core/events/codec.h"
#include "core/events/health_events.h"
#include "core/events/runtime_events.h"
#include "core/resilience/gate.h"
#include "tests/unit/resilience/resilience_timeline.h"

#include "core/base/random.h"

#include <QTest>

using namespace siaga;
using namespace siaga::resilience;
using namespace std::chrono_literals;

namespace {

MetricsSeen page(Timeline &line, std::vector<ForeignBreaker> breakers, bool reached = true)
{
    line.second += 1;
    return {.source = MetricsId("app"), .reached = reached, .began = at(line.second), .ended = at(line.second),
            .breakers = std::move(breakers)};
}

ForeignBreaker named(const std::string &name, BreakerState state)
{
    return {.name = name, .program = "resilience4j", .state = state};
}

} // namespace

// Breakers of other programs, and what holds for all breakers whatever happens.
class TestResilienceEngineOthers : public QObject
{
    Q_OBJECT

private slots:
    void whatAPageShowsIsTakenOver()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("charge", BreakerState::closed)}));
        QCOMPARE(line.told(), QByteArray("")); // Closed, and never seen otherwise.
        line.see(page(line, {named("charge", BreakerState::open)}));
        QCOMPARE(line.told(), QByteArray("2 page:app:resilience4j:charge open untold 0/0"));
        QCOMPARE(line.state.breakers.begin()->second.kind, BreakerKind::foreign);
        line.see(page(line, {named("charge", BreakerState::open)}));
        QCOMPARE(line.told(), QByteArray(""));
        line.see(page(line, {named("charge", BreakerState::halfOpen)}));
        line.see(page(line, {named("charge", BreakerState::closed)}));
        QCOMPARE(line.told(), QByteArray("4 page:app:resilience4j:charge half-open untold 0/0, "
                                         "5 page:app:resilience4j:charge closed untold 0/0"));
    }

    void itIsGoneWhenTwoPagesLackIt()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("a", BreakerState::open), named("b", BreakerState::open)}));
        line.told();
        line.see(page(line, {named("b", BreakerState::open)}));
        QCOMPARE(line.told(), QByteArray(""));
        line.see(page(line, {}, false)); // Not reached: says nothing.
        QCOMPARE(line.told(), QByteArray(""));
        line.see(page(line, {named("b", BreakerState::open)}));
        QCOMPARE(line.told(), QByteArray("4 page:app:resilience4j:a gone"));
        QCOMPARE(line.state.breakers.size(), std::size_t(1));
    }

    void aPageThatWasNotReachedIsNoneOfTheTwo()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("a", BreakerState::open)}));
        line.see(page(line, {}, false));
        line.told();
        line.see(page(line, {}));
        QCOMPARE(line.told(), QByteArray(""));
    }

    void theFirstPageAfterARestartIsNotEnoughToCallItGone()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("a", BreakerState::open)}));
        line.record(JournalOpened{});
        line.seen = Seen();
        line.told();
        line.see(page(line, {}));
        QCOMPARE(line.told(), QByteArray(""));
        line.see(page(line, {}));
        QCOMPARE(line.told(), QByteArray("3 page:app:resilience4j:a gone"));
    }

    void moreThanSoManyAreNotTakenIn()
    {
        Timeline line(BreakerSignal::check);
        for (int i = 0; i < 3; ++i) {
            std::vector<ForeignBreaker> breakers;
            for (int n = 0; n < 300; ++n)
                breakers.push_back(named("b" + std::to_string(i * 300 + n), BreakerState::open));
            line.fleet.metrics.push_back({.id = MetricsId("app" + std::to_string(i))});
            MetricsSeen seen = page(line, breakers);
            seen.source = line.fleet.metrics.back().id;
            line.see(seen);
        }
        QCOMPARE(line.state.breakers.size(), foreignBreakersMax);
    }

    void theSameNameTwiceOnAPageCountsOnce()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("a", BreakerState::open), named("a", BreakerState::closed)}));
        QCOMPARE(line.told(), QByteArray("1 page:app:resilience4j:a open untold 0/0"));
    }

    void pagesWithLikeNamesAreKeptApart()
    {
        Timeline line(BreakerSignal::check);
        line.fleet.metrics.push_back({.id = MetricsId("app.b")});
        MetricsSeen other = page(line, {named("x", BreakerState::open)});
        other.source = MetricsId("app.b");
        line.see(other);
        line.told();
        line.see(page(line, {}));
        line.see(page(line, {}));
        QCOMPARE(line.told(), QByteArray(""));
        line.fleet.metrics.pop_back();
        line.record(FleetAdopted{});
        QCOMPARE(line.told(), QByteArray("3 page:app.b:resilience4j:x gone"));
    }

    void aServerThatAnEdgeTakesOutIsOpen()
    {
        Timeline line(BreakerSignal::check);
        line.serves("e1", 0);
        line.serverIs("e1", ServerSeen::State::ready);
        line.run(2);
        QCOMPARE(line.told(), QByteArray(""));
        line.serverIs("e1", ServerSeen::State::down);
        line.run(4);
        QCOMPARE(line.told(), QByteArray("3 server:e1:bk/s1 open untold 0/0"));
        line.serverIs("e1", ServerSeen::State::ready);
        line.run(6);
        QCOMPARE(line.told(), QByteArray("5 server:e1:bk/s1 closed untold 0/0"));
        line.serverIs("e1", ServerSeen::State::maint); // Taken out by a person, not by its checks.
        line.run(8);
        QCOMPARE(line.told(), QByteArray("7 server:e1:bk/s1 gone"));
    }

    void foreignOnesSurviveARestart()
    {
        Timeline line(BreakerSignal::check);
        line.see(page(line, {named("a", BreakerState::open)}));
        line.record(JournalOpened{});
        QCOMPARE(line.stateOf("page:app:resilience4j:a"), BreakerState::open);
    }

    // Whatever is seen and asked for, in any order: only legal steps, `from` is where it was, and what is folded anew from
    // the journal is the same.
    void everyTurnIsLegal()
    {
        for (const BreakerSignal signal : {BreakerSignal::check, BreakerSignal::edge, BreakerSignal::metric})
            for (std::uint64_t seed = 1; seed <= 40; ++seed)
                playAtRandom(signal, seed);
    }

private:
    static void actAtRandom(Timeline &line, Random &random)
    {
        const double failing = std::array{0.0, 0.0, 1.0, 5.0, 10.0}[random.below(5)];
        switch (random.below(12)) {
        case 0:
            return line.hold("b@us", random.below(2) ? BreakerHold::open : BreakerHold::disabled, 1 + double(random.below(60)));
        case 1:
            return line.reset("b@us");
        case 2:
            return line.record(JournalOpened{});
        case 3:
            return line.record(OwnLinkTurned{.trusted = random.below(2) == 0});
        case 4:
            line.breaker().effect = random.below(2) ? BreakerEffect::drain : BreakerEffect::show;
            return line.record(FleetAdopted{});
        case 5:
            return line.silent();
        default:
            line.answers(failing > 4 ? ProbeOutcome::refused : ProbeOutcome::passed);
            line.serves("e1", 10, failing);
            line.serves("e2", 10, failing > 4 ? failing : 0);
            line.publishes(10, failing);
        }
    }

    static void playAtRandom(BreakerSignal signal, std::uint64_t seed)
    {
        Timeline line(signal);
        Random random(seed);
        for (int step = 1; step <= 40; ++step) {
            actAtRandom(line, random);
            line.run(step * 20);
        }
        BreakerState before = BreakerState::closed;
        State folded;
        for (const Recorded &recorded : line.journal) {
            fold(folded, recorded);
            const auto *turned = recorded.event.as<BreakerTurned>();
            if (!turned || turned->breaker != BreakerId("b@us"))
                continue;
            const bool byPerson = turned->rule == BreakerRule::person || turned->rule == BreakerRule::expired;
            const auto says = [&] { return qPrintable(QString::fromStdString("seed " + std::to_string(seed))); };
            QVERIFY2(turned->from == before, says());
            QVERIFY2(byPerson ? isPersonsEdge(turned->from, turned->to) : isOwnEdge(turned->from, turned->to), says());
            before = turned->to;
        }
        QCOMPARE(toJson(folded), toJson(line.state));
    }
};

QTEST_APPLESS_MAIN(TestResilienceEngineOthers)
#include "tst_resilience_engine_others.moc"
