// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/world.h"
#include "tests/lab/four_regions.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

const RegionId east("lab-us-east-1");
const RegionId west("lab-us-west-2");
const RegionId europe("lab-eu-west-1");
const EndpointId eastEdge("edge-lab-us-east-1");
const EndpointId westEdge("edge-lab-us-west-2");
const ServiceId web("web");
const ServiceId db("db");

struct Lab
{
    explicit Lab(WorldOptions options = {})
        : world(fourRegions(), options)
    {
    }
    void run(Duration duration) { world.advanceTo(world.now() + duration); }
    FaultId breakIt(const char *text) { return world.inject(*faultFromText(text, world.now())); }

    /// Requests a second and the share of failed ones that an edge counts for a region over the next `span`.
    std::pair<double, double> rate(const EndpointId &edge, const RegionId &region, Duration span = 10s)
    {
        const ServerSeen before = world.look(edge, world.now()).servers.at({web, region});
        run(span);
        const ServerSeen after = world.look(edge, world.now()).servers.at({web, region});
        const double requests = static_cast<double>(after.requests - before.requests);
        const double failures = static_cast<double>(after.failures - before.failures);
        return {requests / inSeconds(span), requests > 0 ? failures / requests : 0};
    }
    double servedShare(Duration span)
    {
        const Totals before = world.totals().at(web);
        run(span);
        const Totals after = world.totals().at(web);
        return (after.served - before.served) / (after.wanted - before.wanted);
    }

    World world;
};

/// Sum over all edges of the requests a second to a region.
double toRegion(Lab &lab, const RegionId &region)
{
    double sum = 0;
    std::map<EndpointId, std::uint64_t> before;
    for (const Endpoint &edge : lab.world.fleet().endpoints)
        before[edge.id] = lab.world.look(edge.id, lab.world.now()).servers.at({web, region}).requests;
    lab.run(10s);
    for (const Endpoint &edge : lab.world.fleet().endpoints)
        sum += static_cast<double>(lab.world.look(edge.id, lab.world.now()).servers.at({web, region}).requests - before[edge.id]);
    return sum / 10;
}

} // namespace

class TestLabWorld : public QObject
{
    Q_OBJECT

private slots:
    void cuesRunInOrderAlsoThoseWrittenMeanwhile()
    {
        Timetable timetable{Instant{}};
        std::string told;
        timetable.at(Instant{} + 2s, [&] { told += "b"; });
        timetable.at(Instant{} + 1s, [&] {
            told += "a";
            timetable.at(Instant{} + 2s, [&] { told += "c"; });
            timetable.at(Instant{}, [&] { told += "!"; }); // Too late to be on time: now.
        });
        timetable.advanceTo(Instant{} + 2s);
        QCOMPARE(told, std::string("a!bc"));
        QVERIFY(!timetable.next());
        timetable.advanceTo(Instant{});
        QVERIFY(timetable.now() == Instant{} + 2s);
    }

    void aHealthyWorldServesEverybody()
    {
        Lab lab;
        QVERIFY(lab.servedShare(5min) > 0.9999);
        for (const Endpoint &edge : lab.world.fleet().endpoints) {
            const auto [requests, failed] = lab.rate(edge.id, east);
            QVERIFY(requests > 10);
            QCOMPARE(failed, 0.0);
        }
    }

    void demandFollowsTheClockOfEachRegion()
    {
        // 1970-01-01 20:00 UTC is the afternoon in Virginia and deep night in Singapore.
        Lab lab({.wall = {20 * 3600 * 1000}});
        const auto [afternoon, a] = lab.rate(eastEdge, east);
        const auto [night, b] = lab.rate(EndpointId("edge-lab-ap-southeast-1"), east);
        QVERIFY(afternoon > 1.5 * night);
        lab.run(12h);
        const auto [later, c] = lab.rate(eastEdge, east);
        QVERIFY(later < 0.7 * afternoon);
    }

    void weightsDivideWhatComesToAnEdge()
    {
        Lab lab;
        QVERIFY(lab.world.write(eastEdge, {web, west}, 50, "k") == WriteEffect::applied);
        const auto [full, f] = lab.rate(eastEdge, east);
        Lab other;
        other.world.write(eastEdge, {web, west}, 50, "k");
        const auto [half, h] = other.rate(eastEdge, west);
        QVERIFY(std::abs(half / full - 0.5) < 0.01);
        other.world.write(eastEdge, {web, west}, 0, "k");
        const auto [nothing, n] = other.rate(eastEdge, west);
        QCOMPARE(nothing, 0.0);
        QVERIFY(other.world.look(eastEdge, other.world.now()).servers.at({web, west}).state == ServerSeen::State::drain);
    }

    void aDeadRegionFailsWhatIsSentThere()
    {
        Lab lab;
        lab.breakIt("regionCrash lab-us-east-1");
        const auto [requests, failed] = lab.rate(westEdge, east);
        QVERIFY(requests > 10);
        QVERIFY(failed > 0.999);
        // A quarter of what the other edges get still goes there.
        lab.run(20s);
        const double served = lab.servedShare(30s);
        QVERIFY2(served > 0.70 && served < 0.80, qPrintable(QString::number(served)));
    }

    void peopleFindAnotherEdgeAfterAWhile()
    {
        Lab lab;
        const auto [before, b] = lab.rate(westEdge, west);
        lab.breakIt("edgeCrash edge=edge-lab-us-east-1");
        QVERIFY(lab.servedShare(2s) < 0.9);
        lab.run(10s);
        const auto [after, a] = lab.rate(westEdge, west);
        QVERIFY(after > 1.5 * before);
        QVERIFY(lab.servedShare(10s) > 0.999);
    }

    void anEdgeThatComesBackHasForgottenItsWeights()
    {
        Lab lab;
        std::vector<Effect> effects;
        lab.world.onEffect([&](const Effect &effect) { effects.push_back(effect); });
        lab.world.write(eastEdge, {web, west}, 0, "plan 1");
        lab.run(10s);
        const FaultId crash = lab.breakIt("edgeCrash edge=edge-lab-us-east-1");
        QVERIFY(lab.world.write(eastEdge, {web, west}, 3, "lost") == WriteEffect::lost);
        lab.run(5s);
        lab.world.heal(crash);
        lab.run(1s);
        const EdgeSeen seen = lab.world.look(eastEdge, lab.world.now());
        QCOMPARE(seen.servers.at({web, west}).weight, 100);
        QVERIFY(seen.uptime == 1s);
        QVERIFY(seen.servers.at({web, east}).requests < 1000);
        QCOMPARE(effects.size(), std::size_t(2));
        QVERIFY(effects[0].writer == Effect::Writer::siaga && effects[0].key == "plan 1");
        QVERIFY(effects[1].writer == Effect::Writer::restart && effects[1].weightBefore == 0);
    }

    void instancesComeBackSlowly()
    {
        Lab lab;
        const FaultId crash = lab.breakIt("serviceCrash lab-us-east-1 web");
        lab.run(10s);
        lab.world.heal(crash);
        QVERIFY(!lab.world.site(web, east)->isListening(lab.world.now()));
        lab.run(26s);
        QVERIFY(lab.world.site(web, east)->isListening(lab.world.now()));
        QVERIFY(lab.world.site(web, east)->readyCapacity(lab.world.now()) < 1000);
        lab.run(21s);
        QCOMPARE(lab.world.site(web, east)->readyCapacity(lab.world.now()), 1000.0);
    }

    void aDependencyThatIsDownFailsWhoNeedsIt()
    {
        Lab lab;
        QCOMPARE(lab.world.failing(web, east), 0.0);
        lab.breakIt("serviceCrash lab-us-east-1 db");
        QCOMPARE(lab.world.failing(web, east), 1.0);
        QCOMPARE(lab.world.failing(web, west), 0.0);
    }

    void whatIsTooMuchForOneRegionFails()
    {
        Lab lab;
        for (const Endpoint &edge : lab.world.fleet().endpoints)
            for (const Region &region : lab.world.fleet().regions)
                lab.world.write(edge.id, {web, region.id}, region.id == east ? 100 : 0, "k");
        QVERIFY(toRegion(lab, east) > 1100);
        const auto [requests, failed] = lab.rate(westEdge, east);
        QVERIFY(failed > 0.15);
    }

    void overlappingFaultsHealOneByOne()
    {
        Lab lab;
        const FaultId crash = lab.breakIt("regionCrash lab-us-east-1");
        lab.breakIt("serviceCrash lab-us-east-1 web for=30s");
        lab.run(10s);
        lab.world.heal(crash);
        lab.run(10s);
        QVERIFY(lab.world.failing(web, east) == 1.0); // The other one still holds.
        lab.run(70s);
        QCOMPARE(lab.world.failing(web, east), 0.0);
        QVERIFY(lab.world.faults().empty());
    }

    void flappingComesAndGoes()
    {
        Lab lab({.site = {.startMin = 1s, .startMax = 1s}});
        const FaultId id = lab.breakIt("flapping lab-us-east-1 web period=20s");
        int turns = 0;
        bool down = true;
        for (int i = 0; i < 100; ++i) {
            lab.run(1s);
            const bool downNow = !lab.world.site(web, east)->isListening(lab.world.now());
            turns += downNow != down;
            down = downNow;
        }
        QVERIFY(turns >= 9 && turns <= 11);
        lab.world.heal(id);
        lab.run(60s);
        QCOMPARE(lab.world.failing(web, east), 0.0);
    }

    void aPartitionIsSeenByOneEdgeOnly()
    {
        Lab lab;
        lab.breakIt("partition edge=edge-lab-us-west-2 region=lab-us-east-1");
        QVERIFY(lab.rate(westEdge, east).second > 0.999);
        QCOMPARE(lab.rate(eastEdge, east).second, 0.0);
    }

    void aForeignWriteHappensOnceAndIsToldSo()
    {
        Lab lab;
        std::vector<Effect> effects;
        lab.world.onEffect([&](const Effect &effect) { effects.push_back(effect); });
        lab.breakIt("foreignWrite lab-us-east-1 web edge-lab-us-west-2 weight=7");
        QCOMPARE(lab.world.edge(westEdge)->server({web, east})->weight, 7);
        QCOMPARE(effects.size(), std::size_t(1));
        QVERIFY(effects[0].writer == Effect::Writer::foreign);
        QVERIFY(lab.world.faults().empty());
    }

    void theSameSeedGivesTheSameWorld()
    {
        const auto run = [](std::uint64_t seed, Duration stride) {
            Lab lab({.seed = seed});
            lab.world.inject(*faultFromText("regionCrash lab-us-east-1 for=40s", Instant{} + 20s));
            lab.world.inject(*faultFromText("slow lab-eu-west-1 web magnitude=30 for=60s", Instant{} + 30s));
            while (lab.world.now() < Instant{} + 5min)
                lab.run(std::min<Duration>(stride, Instant{} + 5min - lab.world.now()));
            const Totals totals = lab.world.totals().at(web);
            return std::pair(totals.wanted, totals.served);
        };
        QCOMPARE(run(1, 1s), run(1, 1s));
        QVERIFY(run(1, 1s) != run(2, 1s));
        // How often somebody looks makes no difference but rounding.
        QVERIFY(std::abs(run(1, 1s).second - run(1, 70ms).second) < 1);
    }

    void oneHourPassesQuickly()
    {
        Lab lab;
        QElapsedTimer timer;
        timer.start();
        lab.run(1h);
        lab.world.totals();
        QVERIFY2(timer.elapsed() < 3600, "slower than 1,000 times real time");
    }
};

QTEST_APPLESS_MAIN(TestLabWorld)
#include "tst_lab_world.moc"
