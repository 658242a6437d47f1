// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/base/random.h"
#include "core/history/series_store.h"

#include <QTest>

#include <limits>

using namespace siaga;
using std::chrono::seconds;

namespace {

Instant second(int number)
{
    return Instant(seconds(number));
}

// "1:5 2:6 | 9:3": samples at their second, holes as bars.
QString picture(const std::vector<Stretch> &stretches)
{
    QStringList parts;
    for (const Stretch &stretch : stretches) {
        if (!parts.isEmpty())
            parts << QStringLiteral("|");
        for (const Sample &sample : stretch) {
            const auto at = std::chrono::duration_cast<seconds>(sample.at.time_since_epoch()).count();
            parts << QStringLiteral("%1:%2").arg(at).arg(sample.value);
        }
    }
    return parts.join(u' ');
}

// Writes "1:5 2:6" into the series.
void write(SeriesStore &store, std::string_view series, const QString &samples)
{
    for (const QString &sample : samples.split(u' ', Qt::SkipEmptyParts)) {
        const QStringList parts = sample.split(u':');
        store.record(series, second(parts[0].toInt()), parts[1].toDouble());
    }
}

std::size_t pointsOf(const std::vector<Stretch> &stretches)
{
    std::size_t count = 0;
    for (const Stretch &stretch : stretches)
        count += stretch.size();
    return count;
}

} // namespace

class TestSeriesStore : public QObject
{
    Q_OBJECT

private slots:
    void aRangeGivesWhatWasSeenInIt_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<QString>("seen");
        const auto row = [](const char *name, const char *written, int from, int to, const char *seen) {
            QTest::newRow(name) << QString::fromLatin1(written) << from << to << QString::fromLatin1(seen);
        };
        row("nothing", "", 0, 100, "");
        row("one", "5:1", 0, 100, "5:1");
        row("both ends included", "1:1 2:2 3:3 4:4", 2, 3, "2:2 3:3");
        row("before the first", "5:1", 0, 4, "");
        row("after the last", "5:1", 6, 9, "");
        row("backwards range", "5:1", 9, 1, "");
        row("a pause of the limit is no hole", "1:1 4:2", 0, 9, "1:1 4:2");
        row("a longer one is", "1:1 5:2", 0, 9, "1:1 | 5:2");
        row("two holes", "1:1 2:1 9:2 20:3 21:3", 0, 99, "1:1 2:1 | 9:2 | 20:3 21:3");
        row("the same moment replaces", "1:1 2:2 2:7", 0, 9, "1:1 2:7");
        row("the past is not rewritten", "1:1 3:3 2:9 4:4", 0, 9, "1:1 3:3 4:4");
        row("not a number leaves a hole", "1:1 3:nan 5:5", 0, 9, "1:1 | 5:5");
        row("infinity leaves a hole", "1:1 3:inf 4:-inf 5:5", 0, 9, "1:1 | 5:5");
        row("the oldest are written over", "1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10", 0, 99, "3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10");
        row("a range within a turned ring", "1:1 2:2 3:3 4:4 5:5 6:6 7:7 8:8 9:9 10:10 11:11", 6, 9, "6:6 7:7 8:8 9:9");
    }

    void aRangeGivesWhatWasSeenInIt()
    {
        QFETCH(QString, written);
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(QString, seen);
        SeriesStore store({.seriesMax = 2, .samplesMax = 8});
        write(store, "latency", written);
        const auto range = store.range("latency", {second(from), second(to), 8, seconds(3)});
        QCOMPARE(picture(range), seen);
        QVERIFY(store.range("other", {second(from), second(to), 8, seconds(3)}).empty());
    }

    void theSeriesWrittenLongestAgoIsDropped()
    {
        SeriesStore store({.seriesMax = 2, .samplesMax = 8});
        write(store, "a", QStringLiteral("1:1"));
        write(store, "b", QStringLiteral("2:2"));
        write(store, "a", QStringLiteral("3:3"));
        write(store, "c", QStringLiteral("4:4"));
        QCOMPARE(store.seriesCount(), std::size_t(2));
        const RangeQuery all{second(0), second(9), 8, seconds(3)};
        QCOMPARE(picture(store.range("a", all)), QStringLiteral("1:1 3:3"));
        QVERIFY(store.range("b", all).empty());
        QCOMPARE(picture(store.range("c", all)), QStringLiteral("4:4"));
    }

    void decimationKeepsTheExtremesOfEachBucket()
    {
        SeriesStore store;
        for (int i = 0; i < 1000; ++i)
            store.record("s", second(i), i % 10);
        store.record("s", second(1000), 5);
        store.record("s", second(1001), -77);
        store.record("s", second(1002), 99);
        const auto range = store.range("s", {second(0), second(1199), 48, seconds(3)});
        // Twelve buckets of a hundred seconds; the last one is empty.
        QCOMPARE(range.size(), std::size_t(1));
        QCOMPARE(picture(range).section(u' ', 0, 3), QStringLiteral("0:0 9:9 100:0 109:9"));
        QVERIFY(picture(range).endsWith(QStringLiteral("900:0 909:9 1001:-77 1002:99")));
    }

    void decimationKeepsHoles()
    {
        SeriesStore store;
        for (int i = 0; i < 1000; ++i) {
            if (i < 310 || i >= 370) // Within one bucket of a hundred seconds.
                store.record("s", second(i), i);
        }
        const auto range = store.range("s", {second(0), second(999), 40, seconds(5)});
        QCOMPARE(picture(range), QStringLiteral("0:0 99:99 100:100 199:199 200:200 299:299 300:300 309:309 | 370:370 399:399 "
                                                "400:400 499:499 500:500 599:599 600:600 699:699 700:700 799:799 800:800 "
                                                "899:899 900:900 999:999"));
    }

    void aBucketOfOneSampleGivesOnePoint()
    {
        SeriesStore store;
        for (int i = 0; i < 9; ++i)
            store.record("s", second(i < 8 ? i : 90), 1);
        // All in the first bucket but one, with equal values: the first of them stands for all.
        QCOMPARE(picture(store.range("s", {second(0), second(99), 8, seconds(10)})), QStringLiteral("0:1 | 90:1"));
    }

    void anyDecimationIsBoundedAndInventsNothing()
    {
        for (std::uint64_t seed = 1; seed <= 200; ++seed) {
            Random random(seed);
            SeriesStore store({.seriesMax = 1, .samplesMax = 500});
            std::map<Instant, double> written;
            Instant at{};
            for (int i = 0; i < 700; ++i) {
                at += Duration(1 + random.below(random.chance(0.1) ? 50 : 5));
                written[at] = double(random.below(1000));
                store.record("s", at, written[at]);
            }
            const RangeQuery query{Instant(Duration(random.below(600))), Instant(Duration(random.below(6000))),
                std::size_t(4 + random.below(300)), Duration(1 + random.below(20))};
            const auto range = store.range("s", query);
            QVERIFY(pointsOf(range) <= query.pointsMax);
            Instant last = Instant::min();
            for (const Stretch &stretch : range) {
                QVERIFY(!stretch.empty());
                for (const Sample &sample : stretch) {
                    QVERIFY(sample.at > last && sample.at >= query.from && sample.at <= query.to);
                    QCOMPARE(sample.value, written.at(sample.at));
                    last = sample.at;
                }
            }
        }
    }

    void theWholeOfTimeIsARangeToo()
    {
        SeriesStore store({.seriesMax = 1, .samplesMax = 100});
        for (int i = 0; i < 100; ++i)
            store.record("s", second(i), i);
        const auto range = store.range("s", {Instant{}, Instant::max(), 4, seconds(3)});
        QCOMPARE(picture(range), QStringLiteral("0:0 99:99"));
        QCOMPARE(store.range("s", {Instant::min(), Instant::max(), 4, seconds(3)}), range);
    }

    void boundsOfZeroAreABrokenInvariant()
    {
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, SeriesStore({.seriesMax = 0, .samplesMax = 1}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, SeriesStore({.seriesMax = 1, .samplesMax = 0}));
    }
};

QTEST_APPLESS_MAIN(TestSeriesStore)
#include "tst_series_store.moc"
