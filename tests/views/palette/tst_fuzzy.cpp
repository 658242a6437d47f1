// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/fuzzy.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

using namespace siaga::views;

namespace {

/// The letters that were matched, in brackets: "[l]ab-[us]-[e]ast-1".
QString shown(const QString &text, const Match &match)
{
    QString marked;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto is = [&match](qsizetype at) { return std::ranges::find(match.lit, static_cast<int>(at)) != match.lit.end(); };
        marked += is(i) && !is(i - 1) ? QStringLiteral("[") : QString();
        marked += text[i];
        marked += is(i) && !is(i + 1) ? QStringLiteral("]") : QString();
    }
    return marked;
}

} // namespace

class TestFuzzy : public QObject
{
    Q_OBJECT

private slots:
    void lettersAreFoundInTheirOrder_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found"); // Empty: nothing.
        const auto row = [](const char *typed, const char *text, const char *found) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("", "lab-us-east-1", "lab-us-east-1");
        row("luse", "lab-us-east-1", "[l]ab-[us]-[e]ast-1");
        row("east", "lab-us-east-1", "lab-us-[east]-1");
        row("e1", "lab-us-east-1", "lab-us-[e]ast-[1]");
        row("tsae", "lab-us-east-1", "");
        row("LAB", "lab-us-east-1", "[lab]-us-east-1");
        row("sao", "São Paulo", "[São] Paulo");
        row("são", "Sao Paulo", "[Sao] Paulo");
        row("paulo sao", "São Paulo", "[São] [Paulo]"); // Words in any order.
        row("paulo rio", "São Paulo", "");              // All of them.
        row("om", "ownMetrics", "[o]wn[M]etrics");      // A hump begins a word.
        row("ab", "xaxb ab", "xaxb [ab]");              // A run at the beginning of a word, not the first letters.
        row("straße", "Strasse", "");                   // Folding is not transliterating.
        row("x", "", "");
    }
    void lettersAreFoundInTheirOrder()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(QString, found);
        const std::optional<Match> match = siaga::views::match(typed, folded(text));
        QCOMPARE(match ? shown(text, *match) : QString(), found);
    }

    void theBetterTextScoresHigher_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("a word's beginning before its middle") << "pay" << "payments" << "prepayed";
        QTest::newRow("together before apart") << "web" << "web" << "w-e-llb";
        QTest::newRow("near before far") << "us1" << "us-1" << "us-west-and-east-1";
        QTest::newRow("a name before a sentence about it") << "euw" << "eu-west-1" << "lb-eu no longer shows what was decided for eu-west-1";
        QTest::newRow("initials before letters within words") << "ue1" << "us-east-1" << "queue1x";
    }
    void theBetterTextScoresHigher()
    {
        QFETCH(QString, typed);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto one = siaga::views::match(typed, folded(better));
        const auto other = siaga::views::match(typed, folded(worse));
        QVERIFY(one && other);
        QVERIFY2(one->score > other->score, qPrintable(QStringLiteral("%1 %2").arg(one->score).arg(other->score)));
    }

    void longTextsAndQueriesHaveAnEnd()
    {
        const QString much(100'000, u'a');
        QCOMPARE(folded(much).text.size(), foldedMax);
        QVERIFY(siaga::views::match(much, folded(much)));
    }
};

QTEST_APPLESS_MAIN(TestFuzzy)
#include "tst_fuzzy.moc"
