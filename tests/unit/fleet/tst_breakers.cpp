// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/values.h"
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

/// A breaker called "pay" with these fields, beside that of the small fleet.
std::string withBreaker(const std::string &fields)
{
    return changed(smallFleet, "breakers:\n", "breakers:\n  pay: {" + fields + "}\n");
}

FleetReading valid(const std::string &text)
{
    auto reading = readText(text);
    if (!reading)
        throw std::runtime_error(allOf(reading.error()));
    return *reading;
}

std::vector<FleetProblem> problemsOf(const std::string &text)
{
    const auto reading = readText(text);
    return reading ? std::vector<FleetProblem>() : reading.error();
}

void row(const char *name, const char *fields, const char *field, const char *found, const char *expected, const char *meant = "")
{
    const auto text = [](const char *bytes) { return QString::fromUtf8(bytes); };
    QTest::newRow(name) << text(fields) << QLatin1String("breakers.pay.") + text(field) << text(found) << text(expected) << text(meant);
}

} // namespace

class TestBreakers : public QObject
{
    Q_OBJECT

private slots:
    void aBreakerStandsOnceForEachRegionOfItsService()
    {
        const Fleet fleet = valid(withBreaker("service: web, signal: check, check: web-http")).fleet;
        QCOMPARE(fleet.breakers.size(), std::size_t(3));
        const RegisteredBreaker &us = *fleet.breaker(BreakerId("pay@us"));
        QVERIFY(us.region == RegionId("us") && us.service == ServiceId("web") && us.check == CheckId("web-http@us"));
        QVERIFY(fleet.breaker(BreakerId("pay@eu"))->check == CheckId("web-http@eu"));
        const Fleet one = valid(withBreaker("service: web, signal: check, check: web-http, regions: [us]")).fleet;
        QVERIFY(one.breaker(BreakerId("pay@us")) && !one.breaker(BreakerId("pay@eu")));
    }

    void everyFieldArrives()
    {
        const Fleet fleet = valid(withBreaker("service: web, signal: edge, failure_threshold: 7, failure_rate: 25%, window: 40s, "
                                              "calls_min: 50, reset: 90s, retries: 4, backoff: constant, effect: drain, "
                                              "severity: warning")).fleet;
        const RegisteredBreaker &pay = *fleet.breaker(BreakerId("pay@eu"));
        QVERIFY(pay.signal == BreakerSignal::edge && pay.effect == BreakerEffect::drain && pay.backoff == Backoff::constant);
        QVERIFY(pay.failureThreshold == 7 && pay.failureRate == Permille{250} && pay.window == 40s && pay.callsMin == 50);
        QVERIFY(pay.reset == 90s && pay.retries == 4 && pay.severity == Severity::warning);
        const RegisteredBreaker &pool = *fleet.breaker(BreakerId("pool@eu"));
        QVERIFY(pool.signal == BreakerSignal::metric && pool.source == MetricsId("app"));
        QCOMPARE(pool.totalSeries, std::string("calls_total"));
        QCOMPARE(pool.failedSeries, std::string("calls_total{outcome=\"failed\"}"));
        QCOMPARE(fleet.metrics.at(0).address, std::string("http://127.0.0.1:8080/metrics"));
    }

    void theExampleOfTheIssueIsUnderstood()
    {
        const Fleet fleet = valid(withBreaker("service: web, signal: check, check: web-http, failure_threshold: 5, timeout: 30s, "
                                              "reset: 60s, retries: 3, backoff: exponential")).fleet;
        const RegisteredBreaker &pay = *fleet.breaker(BreakerId("pay@us"));
        QVERIFY(pay.failureThreshold == 5 && pay.timeout == 30s && pay.reset == 60s && pay.retries == 3);
    }

    // The table's defaults are text, the struct's are values: whoever changes one must change the other.
    void defaultsAreThoseOfTheStructs()
    {
        const Fleet fleet = valid(withBreaker("service: web")).fleet;
        const RegisteredBreaker read = *fleet.breaker(BreakerId("pay@eu")), built;
        const auto fields = [](const RegisteredBreaker &b) {
            return std::tuple(b.signal, b.failureThreshold, b.failureRate, b.window, b.callsMin, b.timeout, b.reset, b.retries,
                              b.backoff, b.effect, b.severity, b.check, b.source, b.totalSeries, b.failedSeries);
        };
        QVERIFY(fields(read) == fields(built));
        const MetricsSource source = fleet.metrics.at(0), sourceDefault;
        QVERIFY(source.interval == sourceDefault.interval && source.timeout == sourceDefault.timeout);
    }

    void theRegionsInForceAreShown()
    {
        const FleetReading reading = valid(withBreaker("service: web"));
        const auto origin = std::ranges::find(reading.origins, "breakers.pay.regions", &FleetOrigin::field);
        QVERIFY(origin != reading.origins.end());
        QCOMPARE(origin->value, std::string("eu, us"));
        QVERIFY(origin->file.empty());
    }

    void whatDoesNotFitIsTold_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("expected"); // A part of it.
        QTest::addColumn<QString>("meant");
        row("no service", "signal: edge", "service", "nothing", "a name");
        row("unknown service", "service: wbe", "service", "wbe", "a service of this fleet", "web");
        row("unknown field", "service: web, failure_treshold: 5", "failure_treshold", "unknown field", "one of service",
            "failure_threshold");
        row("unknown signal", "service: web, signal: egde", "signal", "egde", "one of check, edge, metric", "edge");
        row("unknown effect", "service: web, effect: drian", "effect", "drian", "one of show, propose-drain, drain", "drain");
        row("no unit", "service: web, reset: 60", "reset", "60", "a duration with its unit");
        row("retries without end", "service: web, retries: 1000", "retries", "1000", "1 to 100");
        row("unknown region", "service: web, regions: [uss]", "regions", "uss", "a region of this fleet", "us");
        row("region without the service", "service: db, signal: metric, source: app, total: a, failed: b, regions: [us]", "regions",
            "us", "a region in which db stands");
        row("no region", "service: web, regions: []", "regions", "an empty list", "at least one region");
        row("no check", "service: web, signal: check", "check", "nothing", "as the signal is check");
        row("unknown check", "service: web, signal: check, check: web-htp", "check", "web-htp", "a check of this fleet", "web-http");
        row("another service's check", "service: web, signal: check, check: db-tcp, regions: [eu]", "check", "db-tcp",
            "a check of web; this one is of db");
        row("timeout of edges", "service: web, timeout: 3s", "timeout", "a field of breakers with the signal check",
            "as the signal is edge");
        row("check of edges", "service: web, check: web-http", "check", "a field of breakers with the signal check",
            "as the signal is edge");
        row("series of checks", "service: web, signal: check, check: web-http, total: a", "total",
            "a field of breakers with the signal metric", "as the signal is check");
        row("no series", "service: db, signal: metric, source: app, total: a", "failed", "nothing", "the counter of failed calls");
        row("not a series", "service: db, signal: metric, source: app, total: a, failed: 'b{c}'", "failed", "b{c}", "a metric's name");
        row("unknown page", "service: db, signal: metric, source: ap, total: a, failed: b", "source", "ap", "a page under metrics",
            "app");
        row("window of less than two looks", "service: web, window: 9s", "window", "9s", "at least 10s, two looks at edge");
        row("window of more looks than are kept", "service: web, window: 6min", "window", "6min", "at most 5min");
        row("window of a page", "service: db, signal: metric, source: app, total: a, failed: b, window: 20s", "window", "20s",
            "at least 30s, two looks at app");
        row("a rate that is never judged", "service: web, signal: check, check: web-http, failure_rate: 20%", "failure_rate", "20%",
            "gives 1 results in the window of 30s");
        row("calls that never come", "service: web, signal: check, check: web-http, window: 2min, calls_min: 7", "calls_min", "7",
            "at most 6, as web-http@eu gives 6 results in the window of 2min");
        row("nothing that is judged", "service: web, signal: check, check: web-http, failure_threshold: 0", "failure_threshold", "0",
            "at least 1");
        row("no edge to count", "service: db", "signal", "no endpoint with a server for db in eu", "another signal");
        row("no edge to drain", "service: db, signal: check, check: db-tcp, effect: drain", "effect",
            "no endpoint with a server for db in eu", "show, or an endpoint");
    }

    void whatDoesNotFitIsTold()
    {
        QFETCH(QString, fields);
        QFETCH(QString, field);
        QFETCH(QString, found);
        QFETCH(QString, expected);
        QFETCH(QString, meant);
        const std::string text = withBreaker(fields.toStdString());
        const auto problems = problemsOf(text);
        QVERIFY2(problems.size() == 1, allOf(problems).c_str());
        QCOMPARE(QString::fromStdString(problems[0].field), field);
        QCOMPARE(QString::fromStdString(problems[0].found), found);
        QVERIFY2(problems[0].expected.find(expected.toStdString()) != std::string::npos, problems[0].expected.c_str());
        QCOMPARE(QString::fromStdString(problems[0].suggestion), meant);
        QCOMPARE(problems[0].line, lineOf(text, "  pay: {"));
    }

    void aCheckWithoutATargetInThatRegionIsTold()
    {
        const std::string text = changed(withBreaker("service: web, signal: check, check: web-http"),
                                         "      us: https://web.us.example/\n", "");
        const auto problems = problemsOf(text);
        QVERIFY2(problems.size() == 1, allOf(problems).c_str());
        QCOMPARE(problems[0].field, std::string("breakers.pay.check"));
        QVERIFY(problems[0].expected.find("a check with a target in us") != std::string::npos);
        QVERIFY(problemsOf(changed(text, "check: web-http}", "check: web-http, regions: [eu]}")).empty());
    }

    void severalMistakesAreToldAtOnce()
    {
        const auto problems = problemsOf(withBreaker("service: web, window: 1s, timeout: 3s, reset: x, effect: y, regions: [su]"));
        QVERIFY2(problems.size() == 4, allOf(problems).c_str()); // The window is compared once there is a region.
    }

    void anotherMistakeCausesNoneHere()
    {
        for (const auto &[from, to] : {std::pair("      web:\n        name", "      wbe:\n        name"), {"capacity: 200", "capacity: x"},
                                       {"    interval: 20s", "    interval: x"}, {"poll_interval: 2s", "poll_interval: x"},
                                       {"      us: https://web.us", "      us: ftp://web.us"}}) {
            std::string text = withBreaker("service: web}\n  second: {service: web, signal: check, check: web-http");
            text = changed(changed(text, "    region: eu\n", "    region: eu\n    poll_interval: 2s\n"), from, to);
            QVERIFY2(problemsOf(text).size() == 1, allOf(problemsOf(text)).c_str());
        }
    }

    void aPageIsCheckedLikeACheck()
    {
        const auto one = [](const char *to) {
            const auto problems = problemsOf(changed(smallFleet, "http://127.0.0.1:8080/metrics", to));
            return problems.size() == 1 ? problems[0].field + ": " + problems[0].found : allOf(problems);
        };
        QCOMPARE(one("ftp://x/"), std::string("metrics.app.address: ftp://x/"));
        QCOMPARE(one("http://x/\n    ca_file: /ca.pem"), std::string("metrics.app.ca_file: /ca.pem"));
        QCOMPARE(one("http://x/\n    timeout: 15s"), std::string("metrics.app.timeout: 15s"));
    }

    void seriesAreNamesWithLabels()
    {
        for (const char *good : {"a", "_a:b_1", "a{b=\"c\"}", "a{b=\"c\",d=\"e f\"}", "a{b=\"\"}", "a{b=\"\\\"}\"}"})
            QVERIFY2(isSeries(good), good);
        for (const char *bad : {"", "1a", "a b", "a{", "a{}", "a{b}", "a{b=c}", "a{b=\"c\"", "a{b=\"c\"} 1", "a{b=\"c\",}", "a{b=\"c}",
                                "a-b", "ä", "a{b=\"c\"}}", "a{b=\"c\\"})
            QVERIFY2(!isSeries(bad), bad);
    }
};

QTEST_APPLESS_MAIN(TestBreakers)
#include "tst_breakers.moc"
