// SPDX-License-Identifier: GPL-3.0-or-later
// Real HAProxy, real servers, real clients: a region dies together with its balancer.
#include "tests/real/load.h"
#include "tests/real/stage.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cstdio>

using namespace siaga;

namespace {

std::int64_t wallOf(const QJsonObject &record)
{
    return record.value(QStringLiteral("wall")).toString().toLongLong();
}

/// The wall time of the first record of a type whose body has the value; -1 when there is none.
std::int64_t firstAfter(const std::vector<QJsonObject> &records, std::int64_t from, const char *type, const char *field, const char *value)
{
    for (const QJsonObject &record : records) {
        const QJsonObject body = record.value(QStringLiteral("body")).toObject();
        if (wallOf(record) >= from && record.value(QStringLiteral("type")).toString() == QLatin1StringView(type)
            && body.value(QLatin1StringView(field)).toString() == QLatin1StringView(value))
            return wallOf(record);
    }
    return -1;
}

} // namespace

class TestRealEvacuation : public QObject
{
    Q_OBJECT

private slots:
    void withoutSiagaRequestsKeepFailing()
    {
        Stage stage;
        QVERIFY(stage.raiseAll());
        Load load(stage.livingFrontend());
        QTRY_VERIFY_WITH_TIMEOUT(load.asked().size() > 200, 10'000);
        QCOMPARE(load.failedSince(0), std::size_t(0));
        stage.killRegion();
        const std::int64_t dead = wallNow();
        QTRY_VERIFY_WITH_TIMEOUT(load.askedSince(dead) > 1500, 20'000);
        QVERIFY(load.failedSince(dead + 3000) > 100); // A quarter of all, and nobody does anything.
    }

    void aRegionThatDiesWithItsBalancerLeavesTrafficAndIsRestored()
    {
        Stage stage;
        QVERIFY(stage.raiseAll());
        Load load(stage.livingFrontend());
        QVERIFY(stage.startSiaga());
        QTRY_VERIFY_WITH_TIMEOUT(load.asked().size() > 1500, 20'000);
        QCOMPARE(load.failedSince(0), std::size_t(0));

        stage.killRegion();
        const std::int64_t dead = wallNow();
        QTRY_COMPARE_WITH_TIMEOUT(stage.weightAt(QStringLiteral("edge-eu")), 0, 20'000);
        const std::int64_t moved = wallNow();
        const std::size_t lost = load.failedSince(dead);
        QTRY_VERIFY_WITH_TIMEOUT(load.askedSince(moved + 500) > 800, 20'000);
        QCOMPARE(load.failedSince(moved + 500), std::size_t(0)); // 500 ms: what was under way, up to the load's clock.

        QVERIFY(stage.reviveRegion());
        const std::int64_t back = wallNow();
        QCOMPARE(stage.weightAt(QStringLiteral("edge-us")), 100); // It forgot.
        QTRY_COMPARE_WITH_TIMEOUT(stage.weightAt(QStringLiteral("edge-us")), 0, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.weightAt(QStringLiteral("edge-us")), 100, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.weightAt(QStringLiteral("edge-eu")), 100, 30'000);
        const std::int64_t restored = wallNow();
        QTRY_VERIFY_WITH_TIMEOUT(load.askedSince(restored) > 500, 20'000);
        QCOMPARE(load.failedSince(moved + 500), std::size_t(0));

        const auto status = QJsonDocument::fromJson(stage.run({QStringLiteral("--json"), QStringLiteral("status")}).out).object();
        QCOMPARE(status.value(QStringLiteral("mode")).toString(), QStringLiteral("live"));
        QVERIFY(stage.endSiaga());
        QCOMPARE(stage.run({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 0);
        tell(stage.records(), dead, moved, back, restored, lost, load.askedSince(dead));
    }

    /// "plan and its hash printed; runs with --confirm and --hash; refuses another hash", on real balancers.
    void aPersonEvacuatesFromTheCommandLine()
    {
        Stage stage;
        QVERIFY(stage.raiseAll());
        Load load(stage.livingFrontend());
        QVERIFY(stage.startSiaga());
        QTRY_VERIFY_WITH_TIMEOUT(load.asked().size() > 1000, 20'000);
        const QStringList draft{QStringLiteral("evacuate"), QStringLiteral("us-east-1"), QStringLiteral("--json")};
        QTRY_COMPARE_WITH_TIMEOUT(stage.run(draft).exitCode, 0, 20'000); // Refused until demand is measured.
        const QString hash = QJsonDocument::fromJson(stage.run(draft).out).object().value(QStringLiteral("hash")).toString();
        QCOMPARE(hash.size(), 64);
        const QStringList confirm{QStringLiteral("evacuate"), QStringLiteral("us-east-1"), QStringLiteral("--confirm"), QStringLiteral("us-east-1"), QStringLiteral("--hash")};
        QCOMPARE(stage.run(confirm + QStringList{QString(64, u'0')}).exitCode, 3);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-eu")), 100);
        QCOMPARE(stage.run(confirm + QStringList{hash}).exitCode, 0);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-eu")), 0);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-us")), 0);
        QCOMPARE(load.failedSince(0), std::size_t(0));
        QCOMPARE(stage.run({QStringLiteral("evacuate"), QStringLiteral("mars-1")}).exitCode, 3);
        QVERIFY(stage.endSiaga());
    }

    /// The policy may restore by itself, but not what a person took out: that waits for a person too.
    void aPersonRestoresFromTheCommandLine()
    {
        Stage stage;
        QVERIFY(stage.raiseAll());
        Load load(stage.livingFrontend());
        QVERIFY(stage.startSiaga());
        QTRY_VERIFY_WITH_TIMEOUT(load.asked().size() > 1000, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(stage.run(draftOf("evacuate")).exitCode, 0, 20'000);
        QCOMPARE(stage.run(confirmationOf("evacuate", hashOf(stage, "evacuate"))).exitCode, 0);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-eu")), 0);
        const std::size_t before = load.asked().size();
        QTRY_VERIFY_WITH_TIMEOUT(load.asked().size() > before + 1000, 20'000); // Longer than the policy waits.
        QCOMPARE(stage.weightAt(QStringLiteral("edge-eu")), 0);
        QCOMPARE(stage.run(confirmationOf("restore", QString(64, u'0'))).exitCode, 3);
        QCOMPARE(stage.run(confirmationOf("restore", hashOf(stage, "restore"))).exitCode, 0);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-eu")), 100);
        QCOMPARE(stage.weightAt(QStringLiteral("edge-us")), 100);
        QCOMPARE(load.failedSince(0), std::size_t(0));
        QVERIFY(stage.endSiaga());
        QCOMPARE(stage.run({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 0);
    }

private:
    static QStringList draftOf(const char *command)
    {
        return {QString::fromLatin1(command), QStringLiteral("us-east-1"), QStringLiteral("--json")};
    }

    static QString hashOf(const Stage &stage, const char *command)
    {
        return QJsonDocument::fromJson(stage.run(draftOf(command)).out).object().value(QStringLiteral("hash")).toString();
    }

    static QStringList confirmationOf(const char *command, const QString &hash)
    {
        return {QString::fromLatin1(command), QStringLiteral("us-east-1"), QStringLiteral("--confirm"), QStringLiteral("us-east-1"), QStringLiteral("--hash"), hash};
    }

    static void tell(const std::vector<QJsonObject> &records, std::int64_t dead, std::int64_t moved, std::int64_t back, std::int64_t restored, std::size_t lost, std::size_t asked)
    {
        const auto alert = firstAfter(records, dead, "RegionTurned", "to", "down");
        const auto decided = firstAfter(records, dead, "PlanProposed", "autonomy", "act");
        QVERIFY(alert > 0);
        QVERIFY(decided > 0);
        std::printf("detection %.2f s, decision %.2f s (policy waits 1 s), action %.2f s, total %.2f s; restored %.2f s after the repair; "
                    "%zu requests lost until the weights moved, none of the %zu asked since the death afterwards\n",
                    double(alert - dead) / 1000, double(decided - alert) / 1000, double(moved - decided) / 1000, double(moved - dead) / 1000,
                    double(restored - back) / 1000, lost, asked);
    }
};

QTEST_GUILESS_MAIN(TestRealEvacuation)
#include "tst_real_evacuation.moc"
