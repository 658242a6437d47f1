// SPDX-License-Identifier: GPL-3.0-or-later
// The ports' contracts, held against the lab's drivers first.
#include "core/lab/lab_driver.h"
#include "tests/drivers/prober_suite.h"
#include "tests/drivers/traffic_suite.h"

#include <QTest>

using namespace siaga;
using namespace siaga::lab;
using namespace std::chrono_literals;

namespace {

Place jakarta{-6.2, 106.8};

/// Everything near the observer, nobody who wants anything, no waiting for instances.
WorldOptions quiet()
{
    WorldOptions options{.observer = jakarta};
    options.site = {.latency = 1ms, .startMin = 0s, .startMax = 0s};
    options.clients.demandShare = 0;
    return options;
}

bool letPass(World &world, const std::function<bool()> &done, Duration limit)
{
    const Instant end = world.now() + limit;
    while (!done()) {
        const auto next = world.next();
        if (!next || *next > end) {
            world.advanceTo(end);
            return done();
        }
        world.advanceTo(*next);
    }
    return true;
}

Fleet proberFleet()
{
    // Each check that a rule may make has a service of its own, so that it can be broken alone.
    Fleet fleet;
    fleet.regions = {{.id = RegionId("near"), .latitude = jakarta.latitude, .longitude = jakarta.longitude}};
    for (std::string name : {"web", "other", "dead", "stuck"})
        fleet.services.push_back({.id = ServiceId(name), .placements = {{.region = RegionId("near"), .capacity = 100}}});
    for (int i = 0; i < 12; ++i)
        for (const char *name : {"web", "stuck"})
            fleet.services.push_back({.id = ServiceId(name + std::to_string(i)),
                                      .placements = {{.region = RegionId("near"), .capacity = 100}}});
    return fleet;
}

class LabProberHarness : public ProberHarness
{
public:
    Prober &prober() override { return m_prober; }
    const std::vector<Completion> &completions() const override { return m_completions; }
    Instant now() const override { return m_world.now(); }
    bool waitFor(const std::function<bool()> &done, Duration limit) override { return letPass(m_world, done, limit); }
    Duration slack() const override { return Duration::zero(); }
    Check check(const std::string &name, Target target) override
    {
        SIAGA_CHECK(m_world.site(ServiceId(name), RegionId("near")));
        if (const auto fault = m_faults.find(name); fault != m_faults.end())
            m_world.heal(fault->second);
        const char *text[] = {"", "halfFailing near ", "serviceCrash near ", "slow near "};
        const char *magnitude[] = {"", "", "", " magnitude=100000"};
        if (target != Target::healthy) {
            const std::string fault = text[int(target)] + name + magnitude[int(target)];
            m_faults[name] = m_world.inject(*faultFromText(fault, m_world.now()));
        }
        return {.id = CheckId(name), .service = ServiceId(name), .region = RegionId("near"), .timeout = 10s};
    }
    Canary canary(const std::string &name, Target) override { return {.id = CanaryId(name), .timeout = 10s}; }

private:
    World m_world{proberFleet(), quiet()};
    std::vector<Completion> m_completions;
    std::map<std::string, FaultId> m_faults;
    LabProber m_prober{m_world, [this](Completion done) { m_completions.push_back(std::move(done)); }, Random(1)};
};

Fleet trafficFleet()
{
    Fleet fleet;
    for (std::string name : {"a", "b"})
        fleet.regions.push_back({.id = RegionId(name), .latitude = jakarta.latitude, .longitude = jakarta.longitude});
    Service web{.id = ServiceId("web")};
    for (const Region &region : fleet.regions)
        web.placements.push_back({.region = region.id, .capacity = 100});
    fleet.services = {web};
    for (std::string name : {"edge-0", "edge-1"}) {
        Endpoint edge{.id = EndpointId(name), .region = RegionId("a")};
        edge.backends = {{.service = ServiceId("web"), .name = "web"}};
        for (std::string region : {"a", "b", "nowhere"})
            edge.backends.front().servers[RegionId(region)] = region;
        fleet.endpoints.push_back(edge);
    }
    return fleet;
}

class LabTrafficHarness : public TrafficHarness
{
public:
    Traffic &traffic() override { return m_traffic; }
    const std::vector<Completion> &completions() const override { return m_completions; }
    Instant now() const override { return m_world.now(); }
    bool waitFor(const std::function<bool()> &done, Duration limit) override { return letPass(m_world, done, limit); }
    Duration slack() const override { return Duration::zero(); }
    Endpoint edge(int index) override { return m_world.fleet().endpoints[std::size_t(index)]; }
    void trouble(int edge, Trouble trouble) override
    {
        m_world.heal(m_faults[edge]);
        const char *text[] = {"", "edgeLagging magnitude=1000", "edgeCrash", "replyLost"};
        if (trouble != Trouble::well)
            m_faults[edge] = inject(text[int(trouble)], edge);
    }
    void restart(int edge) override { inject("edgeRestart", edge); }
    void serve(int edge, int requests) override { m_world.burst(this->edge(edge).id, ServiceId("web"), requests); }

    World &world() { return m_world; }

private:
    FaultId inject(const std::string &text, int edge)
    {
        return m_world.inject(*faultFromText(text + " edge-" + std::to_string(edge), m_world.now()));
    }
    World m_world{trafficFleet(), quiet()};
    std::vector<Completion> m_completions;
    std::map<int, FaultId> m_faults;
    LabTraffic m_traffic{m_world, [this](Completion done) { m_completions.push_back(std::move(done)); }, Random(1)};
};

} // namespace

class TestLabDriver : public QObject
{
    Q_OBJECT

private slots:
    void prober_data() { addContractRows(proberContract()); }
    void prober()
    {
        QFETCH(int, rule);
        LabProberHarness harness;
        proberContract()[std::size_t(rule)].check(harness);
    }

    void traffic_data() { addContractRows(trafficContract()); }
    void traffic()
    {
        QFETCH(int, rule);
        LabTrafficHarness harness;
        trafficContract()[std::size_t(rule)].check(harness);
    }

    void aWriteOnItsWayArrivesThoughItsDriverIsGone()
    {
        World world(trafficFleet(), quiet());
        int answers = 0;
        const EndpointId edge("edge-0");
        {
            LabTraffic traffic(world, [&](Completion) { ++answers; }, Random(1));
            traffic.start({.id = CallId(1),
                           .what = SetServerWeight{world.fleet().endpoints[0], ServiceId("web"), RegionId("a"), 7},
                           .key = "k"});
            // Connected and sent, but not arrived yet: three of the four one-way trips of about 2 ms.
            world.advanceTo(world.now() + 5ms);
        }
        QCOMPARE(world.edge(edge)->server({ServiceId("web"), RegionId("a")})->weight, 100);
        world.advanceTo(world.now() + 1min);
        QCOMPARE(world.edge(edge)->server({ServiceId("web"), RegionId("a")})->weight, 7);
        QCOMPARE(answers, 0);
    }

    void aLateWriteTakesEffectPastItsDeadlineButWithinTheSettleTime()
    {
        LabTrafficHarness harness;
        std::vector<Effect> effects;
        harness.world().onEffect([&](const Effect &effect) { effects.push_back(effect); });
        harness.trouble(0, TrafficHarness::Trouble::hanging);
        const Endpoint edge = harness.edge(0);
        harness.traffic().start({.id = CallId(1),
                                 .what = SetServerWeight{edge, ServiceId("web"), RegionId("a"), 7},
                                 .deadline = 2s,
                                 .key = "k"});
        harness.waitFor([] { return false; }, 1h);
        QCOMPARE(effects.size(), std::size_t(1));
        QVERIFY(effects[0].at > Instant{} + 2s);
        QVERIFY(effects[0].at < Instant{} + 2s + edge.settle);
        QVERIFY(effects[0].key == "k");
    }

    void aFlakyOwnLinkLosesAboutItsShareOfProbes()
    {
        World world(proberFleet(), quiet());
        world.inject(*faultFromText("ownLinkFlaky magnitude=0.3", Instant{}));
        std::map<ProbeOutcome, int> outcomes;
        LabProber prober(world, [&](Completion done) {
            ++outcomes[std::get<CheckSeen>(std::get<Observation>(done.answer)).result.outcome];
        }, Random(1));
        const Check check{.id = CheckId("c"), .service = ServiceId("web"), .region = RegionId("near"), .timeout = 1s};
        for (std::uint64_t i = 1; i <= 2000; ++i) {
            prober.start({.id = CallId(i), .what = ProbeCheck{check}});
            world.advanceTo(world.now() + 2s);
        }
        // Each of the two ways loses 30 %, so that 49 % of the probes pass.
        QVERIFY(outcomes[ProbeOutcome::passed] > 900 && outcomes[ProbeOutcome::passed] < 1060);
        QCOMPARE(outcomes[ProbeOutcome::passed] + outcomes[ProbeOutcome::timedOut], 2000);
    }

    void aLyingHealthCheckPassesWhileRequestsFail()
    {
        World world(trafficFleet(), quiet());
        world.inject(*faultFromText("lyingHealthCheck a web magnitude=0.8", Instant{}));
        std::vector<ProbeOutcome> outcomes;
        LabProber prober(world, [&](Completion done) {
            outcomes.push_back(std::get<CheckSeen>(std::get<Observation>(done.answer)).result.outcome);
        }, Random(1));
        const Check check{.id = CheckId("c"), .service = ServiceId("web"), .region = RegionId("a")};
        prober.start({.id = CallId(1), .what = ProbeCheck{check}});
        world.advanceTo(world.now() + 2s);
        QVERIFY(outcomes == std::vector{ProbeOutcome::passed});
        QCOMPARE(world.failing(ServiceId("web"), RegionId("a")), 0.8);
    }
};

QTEST_APPLESS_MAIN(TestLabDriver)
#include "tst_lab_driver.moc"
