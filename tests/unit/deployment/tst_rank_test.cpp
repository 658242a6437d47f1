// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/deployment/rank_test.h"

#include <QTest>

#include <cmath>

using namespace siaga::deployment;

namespace {

using Values = std::vector<double>;

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestRankTest : public QObject
{
    Q_OBJECT

private slots:
    /// The expected figures are those of SciPy 1.x: mannwhitneyu(method="asymptotic", use_continuity=True).
    void figures_data()
    {
        QTest::addColumn<QList<double>>("tested");
        QTest::addColumn<QList<double>>("baseline");
        QTest::addColumn<QList<double>>("expected"); // larger, smaller, shift, precedence
        QTest::newRow("two lower") << QList<double>{1, 2, 3, 4, 5, 6, 7, 8} << QList<double>{3, 4, 5, 6, 7, 8, 9, 10}
                                   << QList<double>{0.9369381071885968, 0.07721162689004334, -2, 0.28125};
        QTest::newRow("five higher") << QList<double>{12, 15, 11, 18, 14, 13, 20, 17} << QList<double>{10, 9, 12, 8, 11, 10, 13, 7}
                                     << QList<double>{0.0022279435929639605, 0.9984073995441677, 5, 0.9296875};
        QTest::newRow("many ties") << QList<double>{1, 1, 2, 2, 3, 3, 4, 4} << QList<double>{1, 2, 2, 3, 3, 3, 4, 5}
                                   << QList<double>{0.7238992065418255, 0.3133489145596384, 0, 0.421875};
        QTest::newRow("zero baseline") << QList<double>{0, 0, 0, 0, 0, 0, 0, 1} << QList<double>{0, 0, 0, 0, 0, 0, 0, 0}
                                       << QList<double>{0.19078695285251068, 0.8697054828631912, 0, 0.5625};
    }

    void figures()
    {
        QFETCH(QList<double>, tested);
        QFETCH(QList<double>, baseline);
        QFETCH(QList<double>, expected);
        const RankTest test = rankTest(Values(tested.begin(), tested.end()), Values(baseline.begin(), baseline.end()));
        QVERIFY2(isNear(test.larger, expected[0]), qPrintable(QString::number(test.larger, 'g', 17)));
        QVERIFY2(isNear(test.smaller, expected[1]), qPrintable(QString::number(test.smaller, 'g', 17)));
        QCOMPARE(test.shift, expected[2]);
        QCOMPARE(test.precedence, expected[3]);
    }

    void nothingToCompareIsNoEvidence()
    {
        for (const auto &[a, b] : {std::pair<Values, Values>{{}, {}}, {{1, 2}, {}}, {{}, {1, 2}}, {{3, 3, 3}, {3, 3, 3}}}) {
            const RankTest test = rankTest(a, b);
            QCOMPARE(test.larger, 1.0);
            QCOMPARE(test.smaller, 1.0);
            QCOMPARE(test.shift, 0.0);
        }
    }

    void onlyTheFirstFiveHundredCount()
    {
        Values tested(rankSamplesMax, 1);
        const Values baseline{1, 1, 1, 1, 1, 1, 1, 1};
        tested.insert(tested.end(), 10'000, 9);
        QCOMPARE(rankTest(tested, baseline).precedence, 0.5);
    }

    void chanceIsFoundAsOftenAsItSays()
    {
        siaga::Random random(7);
        int found = 0;
        constexpr int runs = 4000;
        for (int run = 0; run < runs; ++run) {
            Values a;
            Values b;
            for (int i = 0; i < 30; ++i) {
                a.push_back(-std::log(1 - random.unit())); // Skewed like latencies.
                b.push_back(-std::log(1 - random.unit()));
            }
            found += rankTest(a, b).larger < 0.05;
        }
        QVERIFY2(found > runs * 0.035 && found < runs * 0.065, qPrintable(QString::number(found)));
    }

    void middles()
    {
        QCOMPARE(median(Values{}), 0.0);
        QCOMPARE(median(Values{4}), 4.0);
        QCOMPARE(median(Values{9, 1, 5}), 5.0);
        QCOMPARE(median(Values{9, 1, 5, 7}), 6.0);
    }
};

QTEST_APPLESS_MAIN(TestRankTest)
#include "tst_rank_test.moc"
