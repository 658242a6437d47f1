// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/reference.h"
#include "core/fleet/schema.h"
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

FleetReading valid(const FleetSource &source)
{
    auto reading = readFleet(source);
    if (!reading)
        throw std::runtime_error(allOf(reading.error()));
    return *reading;
}

FleetReading valid(const std::string &text, const std::string &environment = {})
{
    return valid(FleetSource{{{"fleet.yaml", text}}, environment});
}

FleetOrigin originOf(const FleetReading &reading, const std::string &field)
{
    const auto found = std::ranges::find(reading.origins, field, &FleetOrigin::field);
    if (found == reading.origins.end())
        throw std::runtime_error("no origin of " + field);
    return *found;
}

} // namespace

class TestFleet : public QObject
{
    Q_OBJECT

private slots:
    void aFileBecomesAFleet()
    {
        const Fleet fleet = valid(smallFleet).fleet;
        QCOMPARE(fleet.name, std::string("Shop"));
        QCOMPARE(fleet.environment, std::string("production"));
        QCOMPARE(fleet.regions.size(), std::size_t(2));
        QCOMPARE(fleet.region(RegionId("us"))->longitude, -77.0);
        QCOMPARE(fleet.region(RegionId("us"))->title, std::string("us"));
        const Service &web = *fleet.service(ServiceId("web"));
        QCOMPARE(web.placement(RegionId("us"))->capacity, 200.0);
        QCOMPARE(web.placement(RegionId("us"))->weight, 100);
        QCOMPARE(web.floor, 50.0);
        QVERIFY(web.dependsOn == std::vector{ServiceId("db")});
        const Endpoint &edge = fleet.endpoints.at(0);
        QVERIFY(edge.region == RegionId("eu"));
        QCOMPARE(edge.backend(ServiceId("web"))->servers.at(RegionId("us")), std::string("s2"));
        QCOMPARE(fleet.canaries.at(0).target, std::string("https://example.org/"));
    }

    void aCheckStandsOnceForEachTarget()
    {
        const Fleet fleet = valid(smallFleet).fleet;
        QCOMPARE(fleet.checks.size(), std::size_t(3));
        const Check &check = *fleet.check(CheckId("web-http@us"));
        QCOMPARE(check.target, std::string("https://web.us.example/"));
        QVERIFY(check.region == RegionId("us"));
        QVERIFY(check.service == ServiceId("web"));
        QVERIFY(check.interval == 20s);
        QVERIFY(fleet.check(CheckId("db-tcp@eu"))->kind == CheckKind::tcp);
    }

    // The table's defaults are text, the structs' are values: whoever changes one must change the other.
    void defaultsAreThoseOfTheStructs()
    {
        const Fleet fleet = valid(changed(changed(smallFleet, "    interval: 20s\n", ""), "    autonomy: ask\n", "")).fleet;
        const Check check = fleet.checks.at(0), checkDefault;
        QVERIFY(check.kind == checkDefault.kind && check.severity == checkDefault.severity);
        QVERIFY(check.interval == checkDefault.interval && check.timeout == checkDefault.timeout);
        QVERIFY(check.recheckInterval == checkDefault.recheckInterval);
        QCOMPARE(check.failuresToDown, checkDefault.failuresToDown);
        QCOMPARE(check.successesToUp, checkDefault.successesToUp);
        QCOMPARE(check.statusMin, checkDefault.statusMin);
        QCOMPARE(check.statusMax, checkDefault.statusMax);
        QVERIFY(check.bodyContains.empty() && check.caFile.empty() && check.runbook.empty());
        QVERIFY(check.credential == checkDefault.credential);
        const Endpoint endpoint = fleet.endpoints.at(0), endpointDefault;
        QVERIFY(endpoint.pollInterval == endpointDefault.pollInterval && endpoint.settle == endpointDefault.settle);
        QVERIFY(!endpoint.plaintextAccepted);
        const Canary canary = fleet.canaries.at(0), canaryDefault;
        QVERIFY(canary.interval == canaryDefault.interval && canary.timeout == canaryDefault.timeout);
        const Placement placementDefault;
        QCOMPARE(fleet.services.at(0).placements.at(0).weight, placementDefault.weight);
        QCOMPARE(fleet.services.at(1).floor, Service().floor);
        QVERIFY(!fleet.lab);
    }

    void policyDefaultsAreThoseOfTheStructs()
    {
        const Policies read = valid(changed(smallFleet, "    autonomy: ask\n", "")).fleet.policies, built;
        const auto fields = [](const Policies &all) {
            const auto &[autonomy, after, checks, vantage, degraded, steps, headroom, out, coolDown] = all.evacuation;
            return std::tuple(autonomy, after, checks, vantage, degraded, steps, headroom, out, coolDown,
                              all.restore.autonomy, all.restore.after, all.restore.steps, all.drift.autonomy);
        };
        QVERIFY(fields(read) == fields(built));
        const auto others = [](const Policies &all) {
            const auto &[warning, critical, requests, window, emergency] = all.health;
            const auto &[expiry, deadline, verify, attempts] = all.plans;
            return std::tuple(warning, critical, requests, window, emergency, expiry, deadline, verify, attempts);
        };
        QVERIFY(others(read) == others(built));
    }

    void everyEffectiveValueHasAnOrigin()
    {
        const std::string text = changed(smallFleet, "policies:\n", "notify:\n  hooks:\n    pager: {command: [/usr/local/bin/page]}\npolicies:\n");
        const FleetReading reading = valid(text);
        const FleetOrigin given = originOf(reading, "policies.evacuation.autonomy");
        QCOMPARE(given.value, std::string("ask"));
        QCOMPARE(given.file, std::string("fleet.yaml"));
        QCOMPARE(given.line, lineOf(text, "autonomy: ask"));
        const FleetOrigin builtIn = originOf(reading, "policies.evacuation.steps");
        QCOMPARE(builtIn.value, std::string("50%, 0%"));
        QVERIFY(builtIn.file.empty());
        QCOMPARE(originOf(reading, "checks.web-http@eu.interval").value, std::string("20s"));
        QCOMPARE(originOf(reading, "services.web.regions.us.capacity").line, lineOf(text, "us: {capacity"));
        QCOMPARE(originOf(reading, "endpoints.edge.backends.web.servers.eu").value, std::string("s1"));
        // Each row of the table is in force somewhere; what is listed twice would be read twice.
        std::vector<std::string> fields;
        for (const FleetOrigin &origin : reading.origins)
            fields.push_back(origin.field);
        std::ranges::sort(fields);
        QVERIFY(std::ranges::adjacent_find(fields) == fields.end());
        for (const FieldSpec &spec : fieldTable()) {
            const std::string last(spec.path.substr(spec.path.rfind('.') + 1));
            const auto isOf = [&](const std::string &field) { return last == "*" || field == last || field.ends_with("." + last); };
            QVERIFY2(std::ranges::any_of(fields, isOf), std::string(spec.path).c_str());
        }
    }

    void aLaterOverlayWinsFieldByField()
    {
        FleetSource source{{{"fleet.yaml", "overlays: [a.yaml, b.yaml]\n" + smallFleet},
                            {"a.yaml", "services:\n  web:\n    floor: 60\n    regions: {us: {weight: 7}}\n"},
                            {"b.yaml", "services:\n  web:\n    floor: 70\n    depends_on: []\ncanaries:\n"}},
                           {}};
        const FleetReading reading = valid(source);
        const Service &web = reading.fleet.services.at(0);
        QCOMPARE(web.floor, 70.0);
        QCOMPARE(web.placement(RegionId("us"))->weight, 7);
        QCOMPARE(web.placement(RegionId("us"))->capacity, 200.0);
        QVERIFY(web.dependsOn.empty());
        QCOMPARE(reading.fleet.canaries.size(), std::size_t(1)); // An empty section changes nothing.
        QCOMPARE(originOf(reading, "services.web.floor").file, std::string("b.yaml"));
        QCOMPARE(originOf(reading, "services.web.floor").line, 3);
        QCOMPARE(originOf(reading, "services.web.regions.us.weight").file, std::string("a.yaml"));
        std::swap(source.layers[1], source.layers[2]);
        QCOMPARE(valid(source).fleet.services.at(0).floor, 60.0);
    }

    void theChosenEnvironmentWinsOverTheFiles()
    {
        const std::string text = smallFleet + R"(environments:
  production: {}
  staging:
    services: {web: {floor: 5}}
    canaries:
      second: {target: "b.example:80"}
)";
        QCOMPARE(valid(text).fleet.services.at(0).floor, 50.0);
        const FleetReading staging = valid(text, "staging");
        QCOMPARE(staging.fleet.environment, std::string("staging"));
        QCOMPARE(staging.fleet.services.at(0).floor, 5.0);
        QCOMPARE(staging.fleet.canaries.size(), std::size_t(2));
        QCOMPARE(originOf(staging, "environment").file, std::string("--env"));
        QCOMPARE(originOf(staging, "services.web.floor").line, lineOf(text, "floor: 5}"));
        // Also over an overlay file, and an overlay may add to an environment.
        const FleetSource layered{{{"fleet.yaml", text},
                                   {"a.yaml", "services: {web: {floor: 60}}\nenvironments:\n  staging:\n    lab: false\n"}},
                                  "staging"};
        QCOMPARE(valid(layered).fleet.services.at(0).floor, 5.0);
        QCOMPARE(originOf(valid(layered), "lab").file, std::string("a.yaml"));
    }

    void aRegionsOverridesWinForItAlone()
    {
        const std::string text = changed(smallFleet, "longitude: 8.5}\n", R"(longitude: 8.5}
    overrides:
      checks: {web-http: {timeout: 9s, severity: warning}}
      services: {web: {capacity: 111, weight: 3}}
)");
        const FleetReading reading = valid(text);
        QVERIFY(reading.fleet.check(CheckId("web-http@eu"))->timeout == 9s);
        QVERIFY(reading.fleet.check(CheckId("web-http@eu"))->interval == 20s);
        QVERIFY(reading.fleet.check(CheckId("web-http@eu"))->severity == Severity::warning);
        QVERIFY(reading.fleet.check(CheckId("web-http@us"))->timeout == 3s);
        QCOMPARE(reading.fleet.services.at(0).placements.at(0).capacity, 111.0);
        QCOMPARE(reading.fleet.services.at(0).placements.at(1).capacity, 200.0);
        QCOMPARE(originOf(reading, "checks.web-http@eu.timeout").line, lineOf(text, "timeout: 9s"));
        QCOMPARE(originOf(reading, "services.web.regions.eu.weight").line, lineOf(text, "weight: 3"));
        // An environment's overrides for a region join those of the file.
        const FleetReading staging = valid(text + "environments:\n  staging:\n    regions:\n      eu:\n        overrides:\n"
                                                  "          checks: {web-http: {timeout: 8s}}\n", "staging");
        QVERIFY(staging.fleet.check(CheckId("web-http@eu"))->timeout == 8s);
        QVERIFY(staging.fleet.check(CheckId("web-http@eu"))->severity == Severity::warning);
    }

    void textStaysText()
    {
        const std::string text = changed(smallFleet, "  eu:\n", "  eu:\n    title: NO\n    provider: 1.10\n    residency: 0x10\n");
        const Region region = valid(text).fleet.regions.at(0);
        QCOMPARE(region.title, std::string("NO"));
        QCOMPARE(region.provider, std::string("1.10"));
        QCOMPARE(region.residency, std::string("0x10"));
    }

    void aRemoteEndpointNeedsAnExplicitWord()
    {
        const std::string text = changed(smallFleet, "unix:/run/haproxy.sock",
                                         "tcp:10.0.0.1:9999\n    plaintext: accepted");
        QVERIFY(valid(text).fleet.endpoints.at(0).plaintextAccepted);
        QVERIFY(!valid(changed(smallFleet, "unix:/run/haproxy.sock", "tcp:[::1]:9999")).fleet.endpoints.at(0).plaintextAccepted);
    }

    void theSameBytesGiveTheSameReading()
    {
        const FleetReading a = valid(smallFleet), b = valid("\xEF\xBB\xBF" + smallFleet);
        QCOMPARE(a.origins.size(), b.origins.size());
        for (std::size_t i = 0; i < a.origins.size(); ++i) {
            QCOMPARE(a.origins[i].field, b.origins[i].field);
            QCOMPARE(a.origins[i].value, b.origins[i].value);
            QCOMPARE(a.origins[i].line, b.origins[i].line);
        }
    }

    void theFleetsThatComeWithSiagaAreValid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("lab");
        QTest::newRow("lab") << QString::fromUtf8(SIAGA_LAB_FLEET) << true;
        QTest::newRow("example") << QString::fromUtf8(SIAGA_EXAMPLE_FLEET) << false;
    }

    void theFleetsThatComeWithSiagaAreValid()
    {
        QFETCH(QString, path);
        QFETCH(bool, lab);
        const auto source = loadFleetSource(path.toStdString(), "");
        QVERIFY(bool(source));
        const auto reading = readFleet(*source);
        QVERIFY2(bool(reading), reading ? "" : allOf(reading.error()).c_str());
        QCOMPARE(reading->fleet.lab, lab);
    }

    // What the lab promises: any one region may go, and those that take over keep more than 20 % free at 1,000 a second.
    void theLabSurvivesTheLossOfAnyOneRegion()
    {
        const Fleet fleet = valid(*loadFleetSource(SIAGA_LAB_FLEET, "")).fleet;
        QCOMPARE(fleet.regions.size(), std::size_t(4));
        const std::vector<Placement> &web = fleet.service(ServiceId("web"))->placements;
        QCOMPARE(web.size(), std::size_t(4));
        for (const Placement &lost : web) {
            int weights = 0;
            for (const Placement &one : web)
                weights += one.region == lost.region ? 0 : one.weight;
            for (const Placement &one : web) {
                const double load = 1000.0 * one.weight / weights;
                QVERIFY(one.region == lost.region || load / one.capacity < 0.8);
            }
        }
        for (const Region &region : fleet.regions)
            QVERIFY(fleet.endpoint(EndpointId("edge-" + region.id.text())) != nullptr);
    }

    void theReferenceNamesEveryField()
    {
        const std::string page = fleetReference();
        for (const FieldSpec &spec : fieldTable()) {
            QVERIFY(page.find("| `" + std::string(spec.path) + "` | ") != std::string::npos);
            QVERIFY2(spec.meaning.ends_with('.'), std::string(spec.path).c_str());
            QVERIFY(!expectation(spec).empty());
        }
        QVERIFY(page.find("a number of requests a second, 0 to 10000000 | `0` |") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestFleet)
#include "tst_fleet.moc"
