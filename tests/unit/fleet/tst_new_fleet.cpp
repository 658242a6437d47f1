// SPDX-License-Identifier: GPL-3.0-or-later
// Answers and what was read become a fleet, and whose word each value is stands beside it.
#include "core/fleet/known_places.h"
#include "core/fleet/new_fleet.h"
#include "core/fleet/proposals.h"
#include "core/fleet/reference.h"
#include "core/fleet/schema.h"
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;

namespace {

EdgeInventory inventory()
{
    EdgeInventory::Backend web{.name = "bk_web", .mode = "http", .algorithm = "roundrobin"};
    web.servers = {{.name = "s1", .address = "10.0.0.1:8080", .weight = 25, .weightNow = 0, .perSecondMax = 340},
                   {.name = "s2", .address = "[fd00::2]:8080", .weight = 50, .weightNow = 50}};
    return {.version = "2.6.12", .level = EdgeLevel::everything, .backends = {web}};
}

NewFleet shop()
{
    NewFleet made{.name = "Shop", .environment = "production"};
    made.regions = {{.id = "eu", .title = "Frankfurt", .latitude = 50.11, .longitude = 8.68}, {.id = "us", .latitude = 39, .longitude = -77}};
    made.services = {{.id = "web", .backend = "bk_web", .servers = {{"eu", "s1"}, {"us", "s2"}}, .targets = {{"eu", "http://10.0.0.1:8080/"}}}};
    made.edges = {{.id = "edge", .address = "unix:/run/haproxy/admin.sock", .inventory = inventory()}};
    made.canaries = {"https://example.org/", "https://example.org/other", "example.net:443"};
    return made;
}

Fleet readBack(const NewFleet &made)
{
    const auto reading = readText(textOf(made));
    if (!reading)
        throw std::runtime_error(allOf(reading.error()) + textOf(made));
    return reading->fleet;
}

} // namespace

class TestNewFleet : public QObject
{
    Q_OBJECT

private slots:
    void itIsAFleetThatOnlyWatches()
    {
        QVERIFY(problemsOf(shop()).empty());
        const Fleet fleet = readBack(shop());
        QCOMPARE(fleet.name, std::string("Shop"));
        QVERIFY(fleet.policies.evacuation.autonomy == Autonomy::watch && fleet.policies.restore.autonomy == Autonomy::watch
                && fleet.policies.drift.autonomy == Autonomy::watch);
        QCOMPARE(fleet.region(RegionId("eu"))->title, std::string("Frankfurt"));
        QCOMPARE(fleet.check(CheckId("web-http@eu"))->target, std::string("http://10.0.0.1:8080/"));
        QCOMPARE(fleet.endpoints.at(0).backend(ServiceId("web"))->servers.at(RegionId("us")), std::string("s2"));
        QCOMPARE(fleet.canaries.size(), std::size_t(3));
        QCOMPARE(fleet.policies.evacuation.checksMin, 1); // With two wanted and one there, it could never be down.
    }

    void measuredAnsweredAndAssumedAreToldApart()
    {
        NewFleet made = shop();
        const Service web = readBack(made).services.at(0);
        QCOMPARE(web.placement(RegionId("eu"))->weight, 25);
        QCOMPARE(web.placement(RegionId("eu"))->capacity, 340.0);
        QCOMPARE(web.placement(RegionId("us"))->capacity, capacityAssumed);
        std::string text = textOf(made);
        QVERIFY2(text.find("capacity measured") != text.npos && text.find("capacity assumed") != text.npos, text.c_str());
        QVERIFY(text.find("# address read from HAProxy") != text.npos && text.find("# read: HAProxy 2.6.12, level admin") != text.npos);
        made.services[0].capacity = 500;
        made.services[0].targets["eu"] = "https://elsewhere.example/";
        made.edges[0].inventory.reset();
        text = textOf(made);
        QVERIFY2(text.find("# capacity as answered") != text.npos && text.find("# as answered") != text.npos, text.c_str());
        QVERIFY(text.find("read from HAProxy") == text.npos && text.find("# not reached when this was written") != text.npos);
    }

    void anEdgeHasOnlyTheBackendsThatItSaysItHas()
    {
        NewFleet made = shop();
        made.services.push_back({.id = "api", .backend = "bk_api", .servers = {{"eu", "a1"}}});
        QCOMPARE(readBack(made).endpoints.at(0).backends.size(), std::size_t(1));
        made.edges[0].inventory.reset();
        QCOMPARE(readBack(made).endpoints.at(0).backends.size(), std::size_t(2));
    }

    void aServiceWithoutAnEdgeStandsWhereItIsProbed()
    {
        NewFleet made = shop();
        made.edges.clear();
        made.services = {{.id = "web", .targets = {{"us", "web.example:443"}}}, {.id = "db"}};
        const Fleet fleet = readBack(made);
        QCOMPARE(fleet.services.at(0).placements.size(), std::size_t(1));
        QCOMPARE(fleet.services.at(1).placements.size(), std::size_t(2));
        QVERIFY(fleet.check(CheckId("web-tcp@us"))->kind == CheckKind::tcp);
    }

    void mistakesAreThoseOfTheFleetsOwnRules()
    {
        NewFleet made = shop();
        made.services[0].targets["eu"] = "ftp://x";
        QVERIFY(!problemsOf(made).empty());
        QVERIFY(mistakeInAnswer("regions.*", "eu-1").empty());
        for (const char *const bad : {"", "EU", "a b", "../x", "lab-eu"})
            QVERIFY2(!mistakeInAnswer("regions.*", bad).empty(), bad);
        QVERIFY(mistakeInAnswer("regions.*.place.latitude", "91").find("-90 to 90") != std::string::npos);
        QVERIFY(!mistakeInAnswer("checks.*.targets.*", "https://user:pw@x/").empty());
        QVERIFY(!mistakeInAnswer("endpoints.*.address", "/run/x").empty());
        QVERIFY(mistakeInAnswer("endpoints.*.address", "unix:/run/x").empty());
    }

    void namesOfOursAreMadeOfTheirs_data()
    {
        QTest::addColumn<QString>("name");
        const auto row = [](const char *theirs, const char *ours) { QTest::newRow(theirs) << QString::fromUtf8(ours); };
        row("bk_web", "web"), row("BE_Shop.API", "shop.api"), row("web", "web"), row("_x:1", "x-1"), row("bk_", "bk-"), row("...", "");
        row("backend-db", "db");
    }

    void namesOfOursAreMadeOfTheirs()
    {
        QFETCH(QString, name);
        QCOMPARE(nameFor(QTest::currentDataTag()), name.toStdString());
    }

    void targetsAreTheServersAddresses()
    {
        EdgeInventory::Backend backend = inventory().backends[0];
        QCOMPARE(targetFor(backend, "s2"), std::string("http://[fd00::2]:8080/"));
        backend.mode = "tcp";
        QCOMPARE(targetFor(backend, "s1"), std::string("10.0.0.1:8080"));
        QVERIFY(targetFor(backend, "none").empty());
    }

    void knownRegionsHaveAPlace()
    {
        QCOMPARE(knownPlace("eu-central-1")->title, std::string_view("Frankfurt"));
        QVERIFY(!knownPlace("nowhere-9"));
    }

    void proposalsAreMadeOfWhatTheEdgesSay()
    {
        EdgeInventory read = inventory();
        read.backends.push_back({.name = "be_api", .servers = {{.name = "north"}, {.name = "us"}, {.name = "lab-x"}}});
        read.backends.push_back({.name = "empty"});
        const std::vector<NewFleet::Edge> edges{{.id = "unread"}, {.id = "edge", .inventory = read}};
        QVERIFY((proposedRegions(edges) == std::vector<std::string>{"s1", "s2", "north", "us"}));
        QVERIFY((proposedServices(edges) == std::vector<std::pair<std::string, std::string>>{{"web", "bk_web"}, {"api", "be_api"}}));
        const EdgeInventory::Backend &api = *backendAt(edges, "be_api");
        NewFleet::Service service{.id = "api", .backend = "be_api"};
        QCOMPARE(proposedServer(api, service, {"us", "eu"}, 0), std::string("us"));     // Called alike.
        service.servers = {{"us", "us"}};
        QCOMPARE(proposedServer(api, service, {"us", "eu"}, 1), std::string());         // Taken.
        QCOMPARE(proposedServer(api, service, {"eu", "us"}, 0), std::string("north")); // In the same place.
        QVERIFY(!backendAt(edges, "none"));
    }

    void placesAreNumbersOrCities()
    {
        QCOMPARE(placeFrom("-6.21, 106.85")->longitude, 106.85);
        QCOMPARE(placeFrom("Jakarta")->title, std::string("Jakarta"));
        for (const char *const bad : {"", "91 0", "0 181", "1", "x y", "1 2 3", "1e1 2"})
            QVERIFY2(!placeFrom(bad), bad);
    }

    void theReferenceHasEveryRow()
    {
        const std::string page = fleetReference();
        for (const FieldSpec &spec : fieldTable()) {
            QVERIFY2(page.find("| `" + std::string(spec.path) + "` | " + expectation(spec)) != page.npos, std::string(spec.path).c_str());
            QVERIFY(page.find(std::string(spec.meaning)) != page.npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestNewFleet)
#include "tst_new_fleet.moc"
