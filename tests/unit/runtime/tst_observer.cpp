// SPDX-License-Identifier: GPL-3.0-or-later
// When the observer looks, in which lane, and whose look gives way.
#include "core/runtime/observer.h"

#include <QTest>

#include <set>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

struct Edges : Traffic
{
    void start(const Call &call) override { started.push_back(call); }
    void cancel(CallId id) override { cancelled.insert(id); }
    std::vector<Call> started;
    std::set<CallId> cancelled;
};

const EndpointId lb("lb");

/// One edge with its first round under way.
struct Watching
{
    Watching()
    {
        fleet.endpoints = {{.id = lb, .pollInterval = 10s}};
        observer.watch(fleet, now);
        now = *observer.nextDue();
        start();
    }
    void start() { observer.start(fleet, now, next); }

    Fleet fleet;
    Edges edges;
    Ports ports{.traffic = [this](const Endpoint &) { return &edges; }};
    Observer observer{ports};
    Instant now = Instant(100s);
    CallId next{1};
};

} // namespace

class TestObserver : public QObject
{
    Q_OBJECT

private slots:
    void aVerifyingLookEndsTheRoundThatMayHang()
    {
        Watching watching;
        const Call round = watching.edges.started.at(0);
        QVERIFY(round.lane == Lane::round);
        watching.now += 100ms;
        watching.observer.wish({lb, watching.now, true}, watching.now);
        QVERIFY(watching.edges.cancelled.contains(round.id));
        watching.start();
        QCOMPARE(watching.edges.started.size(), std::size_t(1)); // Its answer comes first.
        QVERIFY(watching.observer.ended(round.id, watching.now));
        watching.start();
        QCOMPARE(watching.edges.started.size(), std::size_t(2));
        QVERIFY(watching.edges.started.at(1).lane == Lane::rescue);
        // One that verifies gives way to nobody.
        watching.observer.wish({lb, watching.now, true}, watching.now);
        QCOMPARE(watching.edges.cancelled.size(), std::size_t(1));
    }

    void aLookThatCanWaitEndsNothing()
    {
        Watching watching;
        watching.observer.wish({lb, watching.now}, watching.now);
        watching.observer.wish({lb, watching.now + 1s, true}, watching.now);
        QVERIFY(watching.edges.cancelled.empty());
        watching.observer.ended(CallId(1), watching.now);
        watching.start();
        QVERIFY(watching.edges.started.at(1).lane == Lane::rescue); // The more urgent of the two wishes.
    }

    void theRhythmIsThatOfTheRounds()
    {
        Watching watching;
        const Instant first = watching.now;
        watching.observer.ended(CallId(1), watching.now + 3s);
        QCOMPARE(*watching.observer.nextDue(), first + 10s);
    }
};

QTEST_GUILESS_MAIN(TestObserver)
#include "tst_observer.moc"
