// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask and order of breakers on the command line, of a lab that runs, over its socket.
#include "tests/app/siaga_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga::test;

namespace {

QJsonObject json(const Said &said)
{
    return QJsonDocument::fromJson(said.out).object();
}

/// Of the answer to `status resilience --json`.
QJsonObject breakerIn(const QJsonObject &all, const QString &name)
{
    for (const QJsonValue &group : all.value(QStringLiteral("groups")).toArray())
        for (const QJsonValue &breaker : group.toObject().value(QStringLiteral("breakers")).toArray())
            if (breaker.toObject().value(QStringLiteral("breaker")).toString() == name)
                return breaker.toObject();
    return {};
}

/// The first of Siaga's own calls to an edge: every lab has one.
QString anEdge(const QJsonObject &all)
{
    for (const QJsonValue &group : all.value(QStringLiteral("groups")).toArray())
        if (group.toObject().value(QStringLiteral("group")).toString() == QStringLiteral("edges"))
            return group.toObject().value(QStringLiteral("breakers")).toArray().first().toObject().value(QStringLiteral("breaker")).toString();
    return {};
}

} // namespace

class TestBreakerCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<Serving> m_lab;
    QString m_edge;

    QJsonObject all() const { return json(run(words("status resilience --json"))); }

private slots:
    void initTestCase()
    {
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        m_lab = std::make_unique<Serving>(words("--json"));
        QVERIFY(m_lab->hasStarted());
        QTRY_COMPARE_WITH_TIMEOUT(run(words("status")).exitCode, 0, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!(m_edge = anEdge(all())).isEmpty(), 30'000);
    }

    void cleanupTestCase() { m_lab.reset(); }

    void allOfThemAreListed()
    {
        const QJsonObject everything = all();
        QVERIFY(everything.value(QStringLiteral("running")).toBool());
        QVERIFY(everything.value(QStringLiteral("all")).toInt() > 0);
        QVERIFY(breakerIn(everything, m_edge).value(QStringLiteral("own")).toObject().contains(QStringLiteral("limit")));
        const Said text = run(words("status resilience"));
        QVERIFY2(text.out.contains("registered)"), text.out.constData());
    }

    void aHoldIsGrantedShownAndEndedByAReset()
    {
        const Said held = run({QStringLiteral("breaker"), QStringLiteral("open"), m_edge, QStringLiteral("--for"),
            QStringLiteral("30min"), QStringLiteral("--reason"), QStringLiteral("database upgrade")});
        QVERIFY2(held.exitCode == 0 && held.out.contains("forced open for 30 min"), (held.out + held.error).constData());
        QTRY_COMPARE(breakerIn(all(), m_edge).value(QStringLiteral("state")).toString(), QStringLiteral("forced-open"));
        const QJsonObject hold = breakerIn(all(), m_edge).value(QStringLiteral("held")).toObject();
        QCOMPARE(hold.value(QStringLiteral("reason")).toString(), QStringLiteral("database upgrade"));
        QVERIFY(hold.value(QStringLiteral("secondsLeft")).toDouble() > 1700);
        const Said text = run(words("status resilience"));
        QCOMPARE(text.exitCode, 1); // Somebody holds one: not all is well.
        QVERIFY2(text.out.contains("forced open by "), text.out.constData());
        const Said reset = run({QStringLiteral("breaker"), QStringLiteral("reset"), m_edge, QStringLiteral("--json")});
        QCOMPARE(json(reset).value(QStringLiteral("granted")).toString(), QStringLiteral("reset"));
        QTRY_VERIFY(!breakerIn(all(), m_edge).contains(QStringLiteral("held")));
    }

    void closingMeansHoldingItClosed()
    {
        const Said closed = run({QStringLiteral("breaker"), QStringLiteral("close"), m_edge, QStringLiteral("--for"),
            QStringLiteral("1h"), QStringLiteral("--reason"), QStringLiteral("noise")});
        QCOMPARE(closed.exitCode, 0);
        QTRY_COMPARE(breakerIn(all(), m_edge).value(QStringLiteral("state")).toString(), QStringLiteral("disabled"));
        QCOMPARE(run({QStringLiteral("breaker"), QStringLiteral("reset"), m_edge}).exitCode, 0);
    }

    void refusalsNameTheirReasons()
    {
        const Said bare = run({QStringLiteral("breaker"), QStringLiteral("open"), m_edge, QStringLiteral("--json")});
        QCOMPARE(bare.exitCode, 3);
        QStringList named;
        for (const QJsonValue &reason : json(bare).value(QStringLiteral("refused")).toArray())
            named << reason.toObject().value(QStringLiteral("reason")).toString();
        QCOMPARE(named, (QStringList{QStringLiteral("ReasonNeeded"), QStringLiteral("EndNeeded")}));
        const Said unknown = run(words("breaker reset no-such-breaker"));
        QCOMPARE(unknown.exitCode, 3);
        QVERIFY2(unknown.error.contains("no-such-breaker"), unknown.error.constData());
    }

    void wrongWordsAreNamed()
    {
        QCOMPARE(run(words("breaker opn x")).exitCode, 2);
        QCOMPARE(run(words("status resilence")).exitCode, 2);
        const Said time = run(words("breaker open x --for soon --reason y"));
        QCOMPARE(time.exitCode, 2);
        QVERIFY2(time.error.contains("soon"), time.error.constData());
    }
};

QTEST_GUILESS_MAIN(TestBreakerCommand)
#include "tst_breaker_command.moc"
