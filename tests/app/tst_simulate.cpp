// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga breaker simulate` as people call it.
#include "tests/app/siaga_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga::test;

namespace {

Said simulate(const QString &fault, const char *more = "")
{
    return run(words("breaker simulate") + QStringList{QStringLiteral("--fault"), fault} + words(more));
}

QJsonArray breakersOf(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object().value(QStringLiteral("breakers")).toArray();
}

} // namespace

class TestSimulate : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("XDG_DATA_HOME", m_data.path().toUtf8()); }

    void saysWhoNoticesAndWhatItCosts()
    {
        const Said said = simulate(QStringLiteral("errors 10%"), "--rate 20 --duration 60s");
        QCOMPARE(said.exitCode, 0);
        QVERIFY2(said.out.startsWith("errors 10% for "), said.out.constData());
        QVERIFY2(said.out.contains("Noticed by Siaga after "), said.out.constData());
        QVERIFY2(said.out.contains("Not noticed, or less than every other time, by resilience4j"), said.out.constData());
        QVERIFY2(said.out.contains("degraded"), said.out.constData());
        for (const char *peer : {"Polly", "Hystrix", "5 in a row", "bRPC"})
            QVERIFY2(said.out.contains(peer), peer);
    }

    void looksInVainAreCountedNotListed()
    {
        const Said said = simulate(QStringLiteral("hang"), "--lab --policy web-calls");
        QVERIFY2(said.out.contains(" times in vain\n"), said.out.constData());
        QVERIFY2(said.out.contains("ramping back (the fault is over)"), said.out.constData());
        QVERIFY2(said.out.contains("refuses no call"), said.out.constData());
    }

    void theSameSeedPrintsTheSame()
    {
        const Said once = simulate(QStringLiteral("hang"), "--seed 7");
        QCOMPARE(simulate(QStringLiteral("hang"), "--seed 7").out, once.out);
        QVERIFY(simulate(QStringLiteral("hang"), "--seed 8").out != once.out);
    }

    void figuresAreJsonWhereJsonIsAskedFor()
    {
        const QJsonArray breakers = breakersOf(simulate(QStringLiteral("errors 100%"), "--json"));
        QCOMPARE(breakers.size(), 6);
        const QJsonObject own = breakers.first().toObject();
        QCOMPARE(own.value(QStringLiteral("name")).toString(), QStringLiteral("Siaga"));
        QCOMPARE(own.value(QStringLiteral("opened")).toDouble(), 1.0);
        QVERIFY(own.value(QStringLiteral("medianSeconds")).toDouble() < 6);
        QVERIFY(own.value(QStringLiteral("goodKept")).isNull()); // Nothing could be answered well.
        QVERIFY(!own.value(QStringLiteral("timeline")).toArray().isEmpty());
    }

    void aPolicyOfTheFleetStandsBesideTheDefaults()
    {
        const Said said = simulate(QStringLiteral("errors 100%"), "--lab --json --policy web-calls");
        QCOMPARE(said.exitCode, 0);
        const QJsonArray breakers = breakersOf(said);
        QCOMPARE(breakers.size(), 7);
        const QJsonObject policy = breakers.at(1).toObject();
        QVERIFY(policy.value(QStringLiteral("name")).toString().startsWith(QStringLiteral("web-calls@")));
        QCOMPARE(policy.value(QStringLiteral("opened")).toDouble(), 1.0);
        QCOMPARE(policy.value(QStringLiteral("letThrough")).toDouble(), 1.0); // It stands in nobody's way.
        const Said file = simulate(QStringLiteral("errors 100%"), "--json --policy web-calls --fleet " SIAGA_FLEETS "/example.yaml");
        QCOMPARE(breakersOf(file).size(), 7);
    }

    void mistakesAreOneSentenceWithWhatWasExpected_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("fault") << QStringLiteral("errrors 10%") << QByteArray() << QByteArray("--fault is \"errrors 10%\"; expected one such as errors 10%, latency x10");
        QTest::newRow("size") << QStringLiteral("errors 0%") << QByteArray() << QByteArray("expected one such as");
        QTest::newRow("rate") << QStringLiteral("hang") << QByteArray("--rate 0") << QByteArray("--rate is 0; expected calls a second");
        QTest::newRow("no rate") << QStringLiteral("hang") << QByteArray("--rate nan") << QByteArray("--rate is nan");
        QTest::newRow("duration") << QStringLiteral("hang") << QByteArray("--duration 60") << QByteArray("--duration is 60; expected 1s to 1h");
        QTest::newRow("seed") << QStringLiteral("hang") << QByteArray("--seed -1") << QByteArray("--seed is -1; expected a whole number");
        QTest::newRow("too many") << QStringLiteral("hang") << QByteArray("--rate 5000 --duration 1h") << QByteArray("expected two million");
        QTest::newRow("policy") << QStringLiteral("hang") << QByteArray("--lab --policy nobody") << QByteArray("no breaker nobody; expected defaults, ");
    }
    void mistakesAreOneSentenceWithWhatWasExpected()
    {
        QFETCH(QString, fault);
        QFETCH(QByteArray, more);
        QFETCH(QByteArray, expected);
        const Said said = simulate(fault, more.constData());
        QCOMPARE(said.exitCode, 2);
        QVERIFY2(said.error.contains(expected), said.error.constData());
        QCOMPARE(said.error.count('\n'), 1);
        QVERIFY(said.out.isEmpty());
    }

    void explainsItself()
    {
        const Said said = run(words("breaker --help"));
        QCOMPARE(said.exitCode, 0);
        QVERIFY2(said.out.contains("--fault TEXT"), said.out.constData());
        QVERIFY(said.out.contains("overload x1.5"));
    }

private:
    QTemporaryDir m_data;
};

QTEST_GUILESS_MAIN(TestSimulate)
#include "tst_simulate.moc"
