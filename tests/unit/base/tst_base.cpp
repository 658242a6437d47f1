// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/base/random.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QTest>

using namespace siaga;

class TestBase : public QObject
{
    Q_OBJECT

private slots:
    void sha256MatchesTheStandardsVectors()
    {
        // FIPS 180-4, example B.1, and the empty message.
        QCOMPARE(toHex(sha256("abc")), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(toHex(sha256("")), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QVERIFY(sha256("a", "bc") == sha256("abc"));
    }

    void hexReadsOnlyWholeHashes()
    {
        Hash256 read;
        QVERIFY(fromHex(toHex(sha256("x")), read));
        QVERIFY(read == sha256("x"));
        QVERIFY(!fromHex("12", read));
        QVERIFY(!fromHex(std::string(63, '0') + "g", read));
        QVERIFY(read == sha256("x"));
    }

    void theSameSeedGivesTheSameNumbers()
    {
        Random a(4711), b(4711), other(4712);
        const auto first = a.next();
        QCOMPARE(first, b.next());
        QVERIFY(first != other.next());
        // Drawing from one stream must not shift another.
        Random left = Random(1).stream(1);
        Random base(1);
        base.next();
        QCOMPARE(base.stream(1).next(), left.next());
    }

    void belowCoversItsRangeAndNothingElse()
    {
        Random random(7);
        std::map<std::uint64_t, int> seen;
        for (int i = 0; i < 6000; ++i)
            ++seen[random.below(6)];
        QCOMPARE(seen.size(), std::size_t(6));
        for (const auto &[value, count] : seen)
            QVERIFY(count > 850 && count < 1150);
    }

    void textFromOutsideIsMadeHarmless_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("plain") << QByteArray("eu-west-1 é 日本") << QByteArray("eu-west-1 é 日本");
        QTest::newRow("terminal escape") << QByteArray("\x1b[31mred") << QByteArray("\uFFFD[31mred");
        QTest::newRow("C1") << QByteArray("a\xC2\x9B" "b") << QByteArray("a\uFFFD" "b");
        QTest::newRow("bidi override") << QByteArray("a\u202E" "b") << QByteArray("a\uFFFD" "b");
        QTest::newRow("zero width") << QByteArray("us\u200B-east") << QByteArray("us\uFFFD-east");
        QTest::newRow("invalid UTF-8") << QByteArray("\xC3\x28") << QByteArray("\uFFFD(");
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << QByteArray("a\uFFFD" "b");
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << QByteArray("<b>x</b>");
    }

    void textFromOutsideIsMadeHarmless()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, plain);
        QCOMPARE(QByteArray::fromStdString(plainText({text.constData(), std::size_t(text.size())})), plain);
    }

    void plainTextIsCutBetweenCharacters()
    {
        QCOMPARE(plainText("ééé", 5), std::string("éé"));
    }

    void aBrokenInvariantNamesItsPlace()
    {
        try {
            SIAGA_CHECK(1 == 2);
            QFAIL("SIAGA_CHECK let a broken invariant pass");
        } catch (const BrokenInvariant &broken) {
            QVERIFY(std::string(broken.what()).find("tst_base.cpp") != std::string::npos);
            QVERIFY(std::string(broken.what()).find("1 == 2") != std::string::npos);
        }
    }
};

QTEST_APPLESS_MAIN(TestBase)
#include "tst_base.moc"
