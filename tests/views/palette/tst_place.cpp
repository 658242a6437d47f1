// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/place.h"

#include <QTest>

using namespace siaga::views;

class TestPlace : public QObject
{
    Q_OBJECT

private slots:
    void aLinkComesBackAsItWasWritten_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("link");
        const auto row = [](Place::Kind kind, const char *name, const char *link) {
            QTest::newRow(link) << static_cast<int>(kind) << QString::fromUtf8(name) << QString::fromLatin1(link);
        };
        row(Place::Kind::region, "lab-us-east-1", "siaga://region/lab-us-east-1");
        row(Place::Kind::service, "orders db", "siaga://service/orders%20db");
        row(Place::Kind::alert, "17", "siaga://alert/17");
        row(Place::Kind::plan, "41", "siaga://plan/41");
        row(Place::Kind::breaker, "probe:http://a/b?c#d@x", "siaga://breaker/probe%3Ahttp%3A%2F%2Fa%2Fb%3Fc%23d%40x");
        row(Place::Kind::breaker, "überlast", "siaga://breaker/%C3%BCberlast");
        row(Place::Kind::page, "protect", "siaga://page/protect");
        row(Place::Kind::record, "18446744073709551615", "siaga://record/18446744073709551615");
    }
    void aLinkComesBackAsItWasWritten()
    {
        QFETCH(int, kind);
        QFETCH(QString, name);
        QFETCH(QString, link);
        const Place place{static_cast<Place::Kind>(kind), name};
        QCOMPARE(linkTo(place), link);
        QVERIFY(placeFromLink(link) == place);
    }

    void whatIsNoLinkIsNotGuessedAt_data()
    {
        QTest::addColumn<QString>("link");
        for (const char *link : {"", "siaga:", "siaga://", "siaga://alert", "siaga://alert/", "siaga://alert/0", "siaga://alert/017",
                 "siaga://alert/-1", "siaga://alert/1x", "siaga://alert/18446744073709551616", "siaga://alert/17/18",
                 "siaga://alert/17?do=abort", "siaga://alert/17#x", "siaga://evil@alert/17", "siaga://alert:80/17",
                 "siaga://evacuate/us-east-1", "https://alert/17", "siaga:alert/17", "siaga://region/%00", "siaga://region/%0A",
                 "siaga://region/%E2%80%AEx", "siaga://region/%FF"})
            QTest::newRow(link) << QString::fromLatin1(link);
        QTest::newRow("too long") << QStringLiteral("siaga://region/") + QString(600, u'a');
    }
    void whatIsNoLinkIsNotGuessedAt()
    {
        QFETCH(QString, link);
        QVERIFY(!placeFromLink(link));
    }

    void aSelectionHasAPlace()
    {
        QVERIFY(!placeOf({}));
        QCOMPARE(linkTo(*placeOf(siaga::RegionId("eu"))), QStringLiteral("siaga://region/eu"));
        QCOMPARE(linkTo(*placeOf(siaga::AlertId(3))), QStringLiteral("siaga://alert/3"));
        QCOMPARE(linkTo(*placeOf(siaga::PlanId(4))), QStringLiteral("siaga://plan/4"));
        QCOMPARE(linkTo(*placeOf(siaga::BreakerId("b"))), QStringLiteral("siaga://breaker/b"));
    }
};

QTEST_APPLESS_MAIN(TestPlace)
#include "tst_place.moc"
