// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/fleet/fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;

namespace {

std::vector<FleetProblem> problemsOf(const FleetSource &source)
{
    const auto reading = readFleet(source);
    return reading ? std::vector<FleetProblem>() : reading.error();
}

std::vector<FleetProblem> problemsOf(const std::string &text, const std::string &environment = {})
{
    return problemsOf(FleetSource{{{"fleet.yaml", text}}, environment});
}

void addColumns()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("standsAt"); // The line that holds it is the problem's.
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("expected"); // A part of it.
    QTest::addColumn<QString>("meant");
}

/// `from` becomes `to` in the small fleet, and that is one mistake, on the line that holds `standsAt`.
void addRow(const char *name, const char *from, const char *to, const char *standsAt, const char *field, const char *found,
            const char *expected, const char *meant = "")
{
    const auto text = [](const char *bytes) { return QString::fromUtf8(bytes); };
    QTest::newRow(name) << text(from) << text(to) << text(standsAt) << text(field) << text(found) << text(expected)
                        << text(meant);
}

void compareRow()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, standsAt);
    QFETCH(QString, field);
    QFETCH(QString, found);
    QFETCH(QString, expected);
    QFETCH(QString, meant);
    const std::string text = changed(smallFleet, from.toStdString(), to.toStdString());
    const std::vector<FleetProblem> problems = problemsOf(text);
    QVERIFY2(problems.size() == 1, allOf(problems).c_str());
    const FleetProblem &problem = problems[0];
    QCOMPARE(QString::fromStdString(problem.field), field);
    QCOMPARE(QString::fromStdString(problem.found), found);
    QVERIFY2(problem.expected.find(expected.toStdString()) != std::string::npos, problem.expected.c_str());
    QCOMPARE(QString::fromStdString(problem.suggestion), meant);
    QCOMPARE(problem.line, standsAt.isEmpty() ? 0 : lineOf(text, standsAt.toStdString()));
    QCOMPARE(problem.file, std::string("fleet.yaml"));
}

} // namespace

class TestMistakes : public QObject
{
    Q_OBJECT

private slots:
    void aWrongValueIsToldWithItsPlace_data()
    {
        addColumns();
        addRow("exponent", "capacity: 100", "capacity: 1e9", "1e9", "services.web.regions.eu.capacity", "1e9", "decimal digits");
        addRow("negative", "capacity: 100", "capacity: -1", "-1}", "services.web.regions.eu.capacity", "-1", "0.001 to");
        addRow("hexadecimal", "floor: 50", "floor: 0x10", "0x10", "services.web.floor", "0x10", "decimal digits");
        addRow("octal", "floor: 50", "floor: 010", "010", "services.web.floor", "010", "decimal digits");
        addRow("underscore", "floor: 50", "floor: 1_000", "1_000", "services.web.floor", "1_000", "decimal digits");
        addRow("not a number", "floor: 50", "floor: .NaN", ".NaN", "services.web.floor", ".NaN", "decimal digits");
        addRow("infinite", "floor: 50", "floor: .inf", ".inf", "services.web.floor", ".inf", "decimal digits");
        addRow("minus zero", "floor: 50", "floor: -0", "-0", "services.web.floor", "-0", "decimal digits");
        addRow("too large", "floor: 50", "floor: 1e400", "1e400", "services.web.floor", "1e400",
               "a number of requests a second, 0 to 10000000");
        addRow("quoted number", "floor: 50", "floor: '50'", "'50'", "services.web.floor", "50", "without quotes");
        addRow("nothing", "floor: 50", "floor:", "floor:", "services.web.floor", "nothing", "a number");
        addRow("a list", "floor: 50", "floor: [50]", "[50]", "services.web.floor", "a list", "a number");
        addRow("weight of zero", "capacity: 100", "capacity: 100, weight: 0", "weight: 0", "services.web.regions.eu.weight", "0",
               "1 to 256");
        addRow("no instead of false", "environment: production", "environment: production\nlab: no", "lab: no", "lab", "no",
               "yes, no, on and off are not truth values");
        addRow("True with a capital", "environment: production", "environment: production\nlab: True", "lab: True", "lab", "True",
               "small letters", "true");
        addRow("duration without unit", "interval: 20s", "interval: 20", "interval: 20", "checks.web-http.interval", "20",
               "a duration with its unit (500ms, 3s, 10 min, 1h), 100ms to 1h");
        addRow("duration out of range", "interval: 20s", "interval: 2h", "interval: 2h", "checks.web-http.interval", "2h", "to 1h");
        addRow("unknown word", "kind: tcp", "kind: tpc", "kind: tpc", "checks.db-tcp.kind", "tpc", "one of http, tcp", "tcp");
        addRow("autonomy", "autonomy: ask", "autonomy: yes", "autonomy: yes", "policies.evacuation.autonomy", "yes",
               "one of watch, ask, act");
        addRow("latitude", "latitude: 50", "latitude: 91", "latitude: 91", "regions.eu.place.latitude", "91", "-90 to 90");
        addRow("share without %", "autonomy: ask", "headroom_min: 20", "headroom_min", "policies.evacuation.headroom_min", "20",
               "a share such as 50%, 0% to 100%");
        addRow("share over 100 %", "autonomy: ask", "headroom_min: 120%", "headroom_min", "policies.evacuation.headroom_min",
               "120%", "0% to 100%");
        addRow("a step on a line of its own", "autonomy: ask", "steps:\n      - 50%\n      - half\n", "- half",
               "policies.evacuation.steps", "half", "a list of shares");
        addRow("no steps", "autonomy: ask", "steps: []", "steps", "policies.evacuation.steps", "a list", "a list of shares");
        addRow("a text with a hidden character", "fleet: Shop", "fleet: \"Sh\\u202Eop\"", "Sh", "fleet", "Sh\uFFFDop",
               "without hidden characters");
        addRow("user and password", "https://web.eu.example/", "https://me:pw@web.eu.example/", "me:pw",
               "checks.web-http.targets.eu", "https://me:pw@web.eu.example/", "without user and password");
        addRow("runbook", "interval: 20s", "runbook: javascript:alert(1)", "runbook", "checks.web-http.runbook",
               "javascript:alert(1)", "https://");
        addRow("certificate in the working folder", "interval: 20s", "ca_file: ca.pem", "ca_file", "checks.web-http.ca_file",
               "ca.pem", "a path from the root");
        addRow("server that breaks out", "us: s2}", "us: s2; shutdown}", "shutdown", "endpoints.edge.backends.web.servers.us",
               "s2; shutdown", "letters");
        addRow("an unknown driver", "driver: haproxy", "driver: haprxy", "driver: haprxy", "endpoints.edge.driver", "haprxy",
               "one of haproxy, lab", "haproxy");
        addRow("an address of no kind", "unix:/run/haproxy.sock", "http://edge/", "http://edge/", "endpoints.edge.address",
               "http://edge/", "unix:/path");
        addRow("a scalar for a section", "policies:\n  evacuation:\n    autonomy: ask", "policies: none", "policies: none",
               "policies", "none", "a section");
    }
    void aWrongValueIsToldWithItsPlace() { compareRow(); }

    void aWrongNameIsToldWithItsPlace_data()
    {
        addColumns();
        addRow("a letter too few", "floor: 50", "flor: 50", "flor:", "services.web.flor", "unknown field",
               "one of regions, floor, depends_on", "floor");
        addRow("letters swapped", "interval: 20s", "intreval: 20s", "intreval", "checks.web-http.intreval", "unknown field", "one of",
               "interval");
        addRow("as in another language", "depends_on: [db]", "dependsOn: [db]", "dependsOn", "services.web.dependsOn",
               "unknown field", "one of", "depends_on");
        addRow("at the top", "canaries:", "canarys:", "canarys", "canarys", "unknown field", "one of fleet", "canaries");
        addRow("nothing like it", "interval: 20s", "colour: red", "colour", "checks.web-http.colour", "unknown field", "one of");
        addRow("a merge key", "floor: 50", "floor: 50\n    <<: {floor: 1}", "<<", "services.web.<<", "unknown field", "one of");
        addRow("a path as a name", "  out:", "  ../../etc/passwd:", "../", "canaries.../../etc/passwd", "../../etc/passwd",
               "small letters");
        addRow("bidirectional override", "  out:", "  \"o\\u202Eut\":", "202E", "canaries.o\uFFFDut", "o\uFFFDut", "small letters");
        addRow("zero width", "  out:", "  \"o\\u200But\":", "200B", "canaries.o\uFFFDut", "o\uFFFDut", "small letters");
        addRow("homoglyph", "  out:", "  оut:", "оut", "canaries.оut", "оut", "small letters");
        addRow("capitals", "  out:", "  Out:", "Out", "canaries.Out", "Out", "small letters");
        addRow("a key twice", "floor: 50", "floor: 50\n    floor: 0", "floor: 0", "services.web.floor", "the key a second time",
               "the first is on line 13");
    }
    void aWrongNameIsToldWithItsPlace() { compareRow(); }

    void whatIsMissingIsTold_data()
    {
        addColumns();
        addRow("name", "fleet: Shop\n", "", "", "fleet", "nothing", "text");
        addRow("environment", "environment: production\n", "", "", "environment", "nothing", "a name");
        addRow("latitude", "latitude: 50, ", "", "place: {longitude: 8.5}", "regions.eu.place.latitude", "nothing", "degrees");
        addRow("place", "    place: {latitude: 39, longitude: -77}\n", "    place: {latitude: 39}\n", "latitude: 39",
               "regions.us.place.longitude", "nothing", "degrees");
        addRow("capacity", "eu: {capacity: 10}", "eu: {weight: 10}", "eu: {weight", "services.db.regions.eu.capacity", "nothing",
               "requests a second");
        addRow("service", "    service: web\n", "", "web-http:", "checks.web-http.service", "nothing", "a name");
        addRow("targets", "targets: {eu: \"db.eu.example:5432\"}", "interval: 9s", "db-tcp:", "checks.db-tcp.targets", "nothing",
               "at least one region");
        addRow("driver", "    driver: haproxy\n", "", "edge:", "endpoints.edge.driver", "nothing", "one of haproxy, lab");
        addRow("backend's name", "        name: bk_web\n", "", "      web:\n        servers", "endpoints.edge.backends.web.name",
               "nothing", "a name");
        addRow("canary's target", "    target: https://example.org/\n", "    interval: 9s\n", "out:", "canaries.out.target", "nothing",
               "URL");
    }
    void whatIsMissingIsTold() { compareRow(); }

    void whatDoesNotFitTogetherIsTold_data()
    {
        addColumns();
        addRow("unknown region of a service", "      us: {capacity: 200}", "      us: {capacity: 200}\n      uss: {capacity: 1}",
               "uss:", "services.web.regions.uss", "uss", "a region of this fleet", "us");
        addRow("unknown service", "service: db\n", "service: dbb\n", "service: dbb", "checks.db-tcp.service", "dbb",
               "a service of this fleet", "db");
        addRow("check without placement", "{eu: \"db.eu", "{us: \"db.eu", "{us: \"db", "checks.db-tcp.targets.us", "us",
               "a region in which db stands");
        addRow("check in an unknown region", "us: https://web.us", "usa: https://web.us", "usa:", "checks.web-http.targets.usa", "usa",
               "a region of this fleet", "us");
        addRow("URL for tcp", "\"db.eu.example:5432\"", "http://db/", "http://db/", "checks.db-tcp.targets.eu", "http://db/",
               "HOST:PORT");
        addRow("HOST:PORT for http", "https://web.us.example/", "web.us.example:443", "web.us.example:443",
               "checks.web-http.targets.us", "web.us.example:443", "URL");
        addRow("status for tcp", "kind: tcp\n", "kind: tcp\n    status: 200-299\n", "status:", "checks.db-tcp.status",
               "a field of http checks", "nothing, as the kind is tcp");
        addRow("certificate for http", "https://web.us.example/\n", "http://web.us.example/\n    ca_file: /ca.pem\n", "ca_file",
               "checks.web-http.ca_file", "/ca.pem", "https:// targets");
        addRow("timeout", "interval: 20s", "timeout: 10s", "timeout: 10s", "checks.web-http.timeout", "10s",
               "less than the interval, 10s");
        addRow("interval below the built-in timeout", "interval: 20s", "interval: 2s", "interval: 2s", "checks.web-http.interval",
               "2s", "more than the timeout, 3s");
        addRow("canary's timeout", "https://example.org/", "https://example.org/\n    timeout: 11s", "timeout: 11s",
               "canaries.out.timeout", "11s", "less than the interval, 10s");
        addRow("unknown dependency", "depends_on: [db]", "depends_on: [bd]", "depends_on", "services.web.depends_on", "bd",
               "a service of this fleet", "db");
        addRow("dependency on itself", "depends_on: [db]", "depends_on: [web]", "depends_on", "services.web.depends_on", "web → web",
               "in a circle");
        addRow("circle", "eu: {capacity: 10}", "eu: {capacity: 10}\n    depends_on: [web]", "depends_on: [web]",
               "services.db.depends_on", "db → web → db", "in a circle");
        addRow("floor", "floor: 50", "floor: 300.5", "floor: 300.5", "services.web.floor", "300.5", "at most 300, the sum");
        addRow("service without regions", "    regions:\n      eu: {capacity: 10}\n", "    floor: 0\n", "  db:\n    floor",
               "services.db.regions", "nothing", "at least one region");
    }
    void whatDoesNotFitTogetherIsTold() { compareRow(); }

    void anEndpointThatDoesNotFitIsTold_data()
    {
        addColumns();
        addRow("unknown region of an endpoint", "region: eu\n", "region: ue\n", "region: ue", "endpoints.edge.region", "ue",
               "a region of this fleet", "eu");
        addRow("backend of an unknown service", "      web:\n        name", "      wbe:\n        name", "wbe:",
               "endpoints.edge.backends.wbe", "wbe", "a service of this fleet", "web");
        addRow("no server for a region", "servers: {eu: s1, us: s2}", "servers: {eu: s1}", "servers: {eu",
               "endpoints.edge.backends.web.servers", "no server for us", "one for each region");
        addRow("one server for two regions", "us: s2}", "us: s1}", "us: s1}", "endpoints.edge.backends.web.servers.us", "s1",
               "one region and service only");
        addRow("a server where the service is not", "us: s2}", "us: s2, cn: s3}", "cn: s3", "endpoints.edge.backends.web.servers.cn",
               "cn", "a region in which web stands");
        addRow("lab address for haproxy", "unix:/run/haproxy.sock", "lab:edge", "lab:edge", "endpoints.edge.address", "lab:edge",
               "as the driver is haproxy");
        addRow("plaintext across a network", "unix:/run/haproxy.sock", "tcp:10.0.0.1:9999", "tcp:10", "endpoints.edge.address",
               "tcp:10.0.0.1:9999", "plaintext: accepted");
        addRow("two endpoints at one address", "  edge:\n",
               "  first:\n    driver: haproxy\n    address: unix:/run/haproxy.sock\n  edge:\n", "sock\n    region", "endpoints.edge.address",
               "unix:/run/haproxy.sock", "first has this one");
    }
    void anEndpointThatDoesNotFitIsTold() { compareRow(); }

    void aPolicyOrOverrideThatDoesNotFitIsTold_data()
    {
        addColumns();
        addRow("steps that do not fall", "autonomy: ask", "steps: [50%, 50%, 0%]", "steps", "policies.evacuation.steps",
               "50%, 50%, 0%", "fall with each step and end at 0%");
        addRow("steps that do not end", "autonomy: ask", "steps: [50%, 10%]", "steps", "policies.evacuation.steps", "50%, 10%",
               "end at 0%");
        addRow("restore that falls", "  evacuation:\n    autonomy: ask", "  restore:\n    steps: [50%, 25%, 100%]", "steps",
               "policies.restore.steps", "50%, 25%, 100%", "rise with each step and end at 100%");
        addRow("warning above critical", "  evacuation:\n    autonomy: ask", "  health:\n    error_share_warning: 30%", "30%",
               "policies.health.error_share_warning", "30%", "at most error_share_critical, 25%");
        addRow("override of nothing", "longitude: 8.5}\n", "longitude: 8.5}\n    overrides: {checks: {web: {timeout: 1s}}}\n",
               "overrides", "regions.eu.overrides.checks.web", "web", "a check with a target in eu");
        addRow("override of a service elsewhere", "longitude: -77}\n",
               "longitude: -77}\n    overrides: {services: {db: {capacity: 1}}}\n", "overrides", "regions.us.overrides.services.db",
               "db", "a service that stands in us", "db");
        addRow("override that breaks a check", "longitude: 8.5}\n",
               "longitude: 8.5}\n    overrides: {checks: {web-http: {timeout: 30s}}}\n", "timeout: 30s",
               "checks.web-http@eu.timeout", "30s", "less than the interval, 20s");
        addRow("what no region may override", "longitude: 8.5}\n",
               "longitude: 8.5}\n    overrides: {checks: {web-http: {service: db}}}\n", "overrides",
               "regions.eu.overrides.checks.web-http.service", "unknown field", "one of interval");
        addRow("unknown environment", "canaries:", "environments: {prodution: {}}\ncanaries:", "environment: production",
               "environment", "production", "under environments", "prodution");
        addRow("overlay that was not loaded", "canaries:", "overlays: [holiday.yaml]\ncanaries:", "overlays", "overlays",
               "holiday.yaml", "loaded along");
        addRow("overlay elsewhere", "canaries:", "overlays: [../x.yaml]\ncanaries:", "overlays", "overlays", "../x.yaml",
               "without /");
    }
    void aPolicyOrOverrideThatDoesNotFitIsTold() { compareRow(); }

    void aLabAndARealFleetDoNotMix()
    {
        const auto lab = problemsOf(changed(smallFleet, "environment: production", "environment: production\nlab: true"));
        QCOMPARE(lab.size(), std::size_t(3)); // Two regions and the driver.
        QCOMPARE(lab[0].field, std::string("regions.eu"));
        QVERIFY(lab[0].expected.find("starts with lab-") != std::string::npos);
        QCOMPARE(lab[2].field, std::string("endpoints.edge.driver"));
        const auto real = problemsOf("fleet: x\nenvironment: y\nregions: {lab-a: {place: {latitude: 0, longitude: 0}}}\n"
                                     "services: {w: {regions: {lab-a: {capacity: 1}}}}\n"
                                     "endpoints: {e: {driver: lab, address: 'lab:e'}}\n");
        QCOMPARE(real.size(), std::size_t(2));
        QCOMPARE(real[0].line, 3);
        QCOMPARE(real[1].field, std::string("endpoints.e.driver"));
    }

    void everyMistakeIsToldAtOnceInTheOrderOfFilesAndLines()
    {
        const std::string main = changed(changed(changed(smallFleet, "floor: 50", "flor: 50"), "interval: 20s", "interval: 20"),
                                         "depends_on: [db]", "depends_on: [nosuch]");
        const auto problems = problemsOf(FleetSource{
            {{"fleet.yaml", main}, {"a.yaml", "lab: maybe\nservices:\n  web: {floor: x}\noverlays: [b.yaml]\n"}}, {}});
        std::vector<std::pair<std::string, int>> places;
        for (const FleetProblem &problem : problems)
            places.emplace_back(problem.file, problem.line);
        const std::vector<std::pair<std::string, int>> expected{{"fleet.yaml", lineOf(main, "flor")},
                                                                {"fleet.yaml", lineOf(main, "nosuch")},
                                                                {"fleet.yaml", lineOf(main, "interval: 20")},
                                                                {"a.yaml", 1},
                                                                {"a.yaml", 3},
                                                                {"a.yaml", 4}};
        QVERIFY2(places == expected, allOf(problems).c_str());
        QCOMPARE(problems.back().expected, std::string("overlays only in the main file"));
    }

    void aMistakeIsToldOnceAndCausesNoOthers()
    {
        // A wrong capacity must not make the floor look wrong, nor a wrong region's name everything that stands in it.
        QCOMPARE(problemsOf(changed(smallFleet, "capacity: 200", "capacity: lots")).size(), std::size_t(1));
        std::string renamed = smallFleet;
        for (std::size_t at = 0; (at = renamed.find("eu: ", at)) != std::string::npos; at += 4)
            renamed.replace(at, 4, "EU: ");
        renamed = changed(changed(renamed, "  eu:\n", "  EU:\n"), "region: eu", "region: us");
        for (const FleetProblem &problem : problemsOf(renamed))
            QVERIFY2(problem.expected.find("small letters") != std::string::npos, allOf(problemsOf(renamed)).c_str());
        // Two targets share the check's fields, and one missing service.
        QCOMPARE(problemsOf(changed(smallFleet, "service: web\n", "service: nosuch\n")).size(), std::size_t(1));
        // Bytes that cannot be read hide the rest of the fleet, which is then not called missing.
        QCOMPARE(problemsOf(FleetSource{{{"fleet.yaml", smallFleet}, {"a.yaml", "a: ["}}, {}}).size(), std::size_t(1));
    }

    void mistakesInEnvironmentsThatAreNotChosenAreToldToo()
    {
        const std::string text = smallFleet + "environments:\n  production: {}\n  staging:\n    services: {web: {flor: 1}}\n"
                                              "    environment: x\n";
        const auto problems = problemsOf(text);
        QCOMPARE(problems.size(), std::size_t(2));
        QCOMPARE(problems[0].field, std::string("environments.staging.services.web.flor"));
        QCOMPARE(problems[0].suggestion, std::string("floor"));
        QCOMPARE(problems[1].field, std::string("environments.staging.environment"));
    }

    void anEnvironmentThatNobodyDescribesIsRefused()
    {
        QCOMPARE(problemsOf(smallFleet, "production").size(), std::size_t(0));
        const auto unknown = problemsOf(smallFleet, "prodction");
        QCOMPARE(unknown.size(), std::size_t(1));
        QCOMPARE(unknown[0].file, std::string("--env"));
        QCOMPARE(unknown[0].suggestion, std::string("production"));
        const auto hostile = problemsOf(smallFleet, "../\x1B[31m");
        QCOMPARE(hostile.size(), std::size_t(1));
        QVERIFY(hostile[0].found.find('\x1B') == std::string::npos);
    }

    void atMostAHundredAreTold()
    {
        std::string text = smallFleet;
        for (int i = 0; i < 15'000; ++i)
            text += "    unknown-" + std::to_string(i) + ": 1\n";
        QElapsedTimer timer;
        timer.start();
        const auto problems = problemsOf(text);
        QCOMPARE(problems.size(), std::size_t(100));
        QVERIFY(timer.elapsed() < 10'000);
        QCOMPARE(problems[0].line, lineOf(text, "unknown-0:"));
    }

    void nothingAtAllIsRefused()
    {
        QCOMPARE(problemsOf(FleetSource{}).size(), std::size_t(1));
        QCOMPARE(problemsOf(std::string()).size(), std::size_t(1));
        QCOMPARE(problemsOf("just text\n").size(), std::size_t(1));
        QCOMPARE(problemsOf("[1, 2]\n").size(), std::size_t(1));
        const auto bare = problemsOf("{}\n"); // Each missing thing by its name.
        QCOMPARE(bare.size(), std::size_t(4));
        QCOMPARE(bare[0].field, std::string("fleet"));
    }

    void problemsReadAsOneLine()
    {
        const FleetProblem unknown{"fleet.yaml", 12, "services.web.flor", "unknown field", "one of floor", "floor"};
        QCOMPARE(toText(unknown), std::string("fleet.yaml:12: services.web.flor: unknown field; did you mean “floor”?"));
        const FleetProblem value{"fleet.yaml", 3, "lab", "no", "true or false", ""};
        QCOMPARE(toText(value), std::string("fleet.yaml:3: lab: found no, expected true or false"));
        const FleetProblem wholeFile{"a\x1B.yaml", 0, "", "an empty file", "a fleet", ""};
        QCOMPARE(toText(wholeFile), std::string("a\uFFFD.yaml: found an empty file, expected a fleet"));
    }
};

QTEST_APPLESS_MAIN(TestMistakes)
#include "tst_mistakes.moc"
