// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/seen/breaker_names.h"

#include <QTest>

#include <algorithm>

using namespace siaga;

class TestBreakerNames : public QObject
{
    Q_OBJECT

private slots:
    void targetsLeadToAHostAndAPort_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *target, const char *place) { QTest::newRow(target) << target << place; };
        row("https://Pay.example/health?x=1:2", "pay.example:443");
        row("http://pay.example", "pay.example:80");
        row("http://10.0.0.1:8080/", "10.0.0.1:8080");
        row("https://[2001:DB8::1]/", "[2001:db8::1]:443");
        row("https://[::1]:8443", "[::1]:8443");
        row("https://pay.example?at=a:9", "pay.example:443");
        row("pay.example:443", "pay.example:443");
        row("[::1]:53", "[::1]:53");
        row("pay.example", "");
        row("ftp://pay.example:21", "");
        row("", "");
    }

    void targetsLeadToAHostAndAPort()
    {
        QFETCH(QString, target);
        QFETCH(QString, place);
        QCOMPARE(QString::fromStdString(hostAndPortOf(target.toStdString())), place);
    }

    void eachTargetOfTheFleetHasOneName()
    {
        Fleet fleet;
        fleet.checks = {Check{.id = CheckId("web@a"), .target = "https://pay.example/health"},
                        Check{.id = CheckId("tcp@a"), .kind = CheckKind::tcp, .target = "pay.example:443"}};
        fleet.canaries = {Canary{.id = CanaryId("out"), .target = "http://out.example/"}};
        fleet.endpoints = {Endpoint{.id = EndpointId("lb-us")}};
        fleet.metrics = {MetricsSource{.id = MetricsId("pay")}};
        const std::vector<BreakerId> expected{BreakerId("edge:lb-us"), BreakerId("metrics:pay"),
                                              BreakerId("probe:out.example:80"), BreakerId("probe:pay.example:443")};
        QCOMPARE(ownBreakers(fleet), expected);
    }

    void foreignNamesNeverMeet()
    {
        const BreakerId page = foreignBreakerOf(MetricsId("lb"), {.name = "web/us-1", .program = "haproxy"});
        const BreakerId server = foreignBreakerOf(EndpointId("lb"), "web", "us-1");
        QCOMPARE(page, BreakerId("page:lb:haproxy:web/us-1"));
        QCOMPARE(server, BreakerId("server:lb:web/us-1"));
    }
};

QTEST_APPLESS_MAIN(TestBreakerNames)
#include "tst_breaker_names.moc"
