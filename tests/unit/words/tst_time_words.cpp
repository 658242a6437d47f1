// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/time_words.h"

#include <QTest>

using namespace siaga;
using namespace siaga::words;

namespace {

// 2026-11-26 00:10:00 UTC.
constexpr WallTime now{1'795'651'800'000};
constexpr std::int64_t minute = 60'000;

} // namespace

class TestTimeWords : public QObject
{
    Q_OBJECT

private slots:
    void init() { qputenv("TZ", "Asia/Jakarta"); }

    void timesAreUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("ago"); // Minutes.
        QTest::newRow("today") << "00:05" << qint64(5);
        QTest::newRow("with seconds") << "00:05:30" << qint64(4);
        QTest::newRow("the last one that has been") << "23:50" << qint64(20);
        QTest::newRow("yesterday") << "yesterday 02:13" << qint64(22 * 60 - 3);
        QTest::newRow("yesterday, in capitals") << "Yesterday 00:10" << qint64(24 * 60);
        QTest::newRow("all of yesterday") << "yesterday" << qint64(24 * 60 + 10);
        QTest::newRow("a day") << "2026-11-25 23:10" << qint64(60);
        QTest::newRow("minutes ago") << "-15min" << qint64(15);
        QTest::newRow("with a blank") << " - 15 min " << qint64(15);
        QTest::newRow("a real minus") << QString::fromUtf8("−2h") << qint64(120);
        QTest::newRow("two units") << "-1h 30min" << qint64(90);
        QTest::newRow("days") << "-3d" << qint64(3 * 24 * 60);
        QTest::newRow("in UTC") << "23:50 UTC" << qint64(20);
    }
    void timesAreUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(qint64, ago);
        const auto typed = typedMoment(text, Zone::utc, now);
        QVERIFY(typed);
        const auto wall = std::get<WallTime>(*typed);
        QCOMPARE((now.milliseconds - wall.milliseconds) / minute, std::int64_t{ago});
    }

    void aTimeIsInTheZoneThatIsShown()
    {
        const auto local = typedMoment(QStringLiteral("07:05"), Zone::local, now); // It is 07:10 in Jakarta.
        QVERIFY(local && std::get<WallTime>(*local).milliseconds == now.milliseconds - 5 * minute);
    }

    void aRecordIsANumberWithItsSign()
    {
        QVERIFY(std::get<Seq>(*typedMoment(QStringLiteral("#18231"), Zone::utc, now)) == Seq(18231));
        QVERIFY(std::get<Seq>(*typedMoment(QStringLiteral("# 18,231"), Zone::utc, now)) == Seq(18231));
    }

    void anythingElseIsNoTime()
    {
        for (const char *text : {"", "soon", "#", "#0", "#x", "25:99", "18231", "-", "-15", "-15 parsecs", "yesterday noon", "-min"})
            QVERIFY2(!typedMoment(QString::fromUtf8(text), Zone::utc, now), text);
    }

    void marksAreToldInWords()
    {
        QCOMPARE(headline(TimeMark{.kind = MarkKind::alertOpened, .standing = Standing::critical, .number = 17}),
            QStringLiteral("Alert 17 opened, critical"));
        QCOMPARE(headline(TimeMark{.kind = MarkKind::planEnded, .number = 41, .end = PlanEnd::done}), QStringLiteral("Plan 41 ended: done"));
        QCOMPARE(headline(TimeMark{.kind = MarkKind::order, .asked = "StopRequested", .by = "rina"}), QStringLiteral("rina stopped automation"));
        for (int kind = 0; kind < static_cast<int>(namesOf(MarkKind()).size()); ++kind)
            QVERIFY(!headline(TimeMark{.kind = static_cast<MarkKind>(kind)}).isEmpty());
        QVERIFY(sentence(TimeGap{{0}, {60'000}, Seq(1)}, Zone::utc).contains(QStringLiteral("00:01:00 UTC")));
    }
};

QTEST_GUILESS_MAIN(TestTimeWords)
#include "tst_time_words.moc"
