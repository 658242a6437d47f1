// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"
#include "core/fleet/suggest.h"
#include "core/fleet/values.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void durationsCarryTheirUnit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: refused.
        const auto row = [](const char *text, qint64 ms) { QTest::newRow(text) << QString::fromUtf8(text) << ms; };
        row("500ms", 500);
        row("3s", 3000);
        row("3 s", 3000);
        row("10 min", 600'000);
        row("1h", 3'600'000);
        row("0s", 0);
        for (const char *refused : {"3", "", "s", "-3s", "+3s", "03s", "1.5s", "3S", "3m", "3sec", "3  s", " 3s", "3s ",
                                    "0x3s", "1e3s", "3s4", "999999999h", "9999999999s"})
            row(refused, -1);
    }

    void durationsCarryTheirUnit()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto duration = parseDuration(text.toStdString());
        QCOMPARE(duration.has_value(), milliseconds >= 0);
        if (duration)
            QCOMPARE(duration->count(), milliseconds * 1'000'000);
    }

    void durationsAreWrittenAsTheyAreRead()
    {
        QCOMPARE(textOf(Duration(0)), std::string("0s"));
        for (const char *text : {"1ms", "1500ms", "90s", "10min", "25h"})
            QCOMPARE(textOf(*parseDuration(text)), std::string(text));
    }

    void sharesArePercentages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("permille"); // -1: refused.
        const auto row = [](const char *text, int permille) { QTest::newRow(text) << QString::fromUtf8(text) << permille; };
        row("0%", 0);
        row("50%", 500);
        row("12.5%", 125);
        row("100 %", 1000);
        row("120%", 1200); // In range or not is for the schema to say.
        for (const char *refused : {"50", "", "%", "-5%", "0.5", "12.55%", "05%", "5.%", "1e1%", "NaN%", "50%%"})
            row(refused, -1);
    }

    void sharesArePercentages()
    {
        QFETCH(QString, text);
        QFETCH(int, permille);
        QCOMPARE(parseShare(text.toStdString()).value_or(Permille{-1}).value, permille);
        if (permille >= 0)
            QCOMPARE(parseShare(textOf(Permille{permille}))->value, permille);
    }

    void numbersArePlainDecimal()
    {
        QCOMPARE(parseNumber("0"), std::optional(0.0));
        QCOMPARE(parseNumber("-77.45"), std::optional(-77.45));
        QCOMPARE(parseNumber("999999999"), std::optional(999999999.0));
        for (const char *refused : {"", "-", "-0", "-0.0", "1e9", "0x10", "010", "1_000", "1,5", ".5", "5.", "+1", "NaN", "nan",
                                    ".nan", "inf", ".inf", "1e400", "1000000000", "1 ", "1.0000000001", "٣"})
            QVERIFY2(!parseNumber(refused), refused);
    }

    void integersHaveNoFraction()
    {
        QCOMPARE(parseInteger("0"), std::optional(0));
        QCOMPARE(parseInteger("-12"), std::optional(-12));
        for (const char *refused : {"", "1.0", "-0", "0x10", "010", "1_000", "1e3", "9999999999", "--1"})
            QVERIFY2(!parseInteger(refused), refused);
    }

    void statusesAreARange()
    {
        QCOMPARE(parseStatusRange("200-399"), std::optional(std::pair(200, 399)));
        QCOMPARE(parseStatusRange("204"), std::optional(std::pair(204, 204)));
        for (const char *refused : {"", "20", "399-200", "200-", "-399", "200-600", "099-200", "200 - 399", "2xx", "200-3999"})
            QVERIFY2(!parseStatusRange(refused), refused);
    }

    void namesCannotHideOrLeadElsewhere()
    {
        for (const char *accepted : {"us-east-1", "a", "1", "orders-db", "v1.10", "web.eu"})
            QVERIFY2(isIdentifier(accepted), accepted);
        QVERIFY(isIdentifier(std::string(63, 'a')));
        QVERIFY(!isIdentifier(std::string(64, 'a')));
        for (const char *refused : {"", "NO", "-a", ".a", "../../etc/passwd", "a/b", "a b", "a_b", "us\u200B-east", "us\u202E",
                                    "us-eаst-1" /* Cyrillic а */, "é", "a@b", "a\n"})
            QVERIFY2(!isIdentifier(refused), refused);
    }

    void objectNamesCannotBreakOutOfACommand()
    {
        QVERIFY(isObjectName("bk_Web.1:a-b"));
        for (const char *refused : {"", "a b", "a;b", "a/b", "a\nb", "a\"", "a#1"})
            QVERIFY2(!isObjectName(refused), refused);
    }

    void filesStayInTheirFolder()
    {
        QVERIFY(isPlainFileName("holiday 2024.yaml"));
        for (const char *refused : {"", ".", "..", ".hidden", "a/b", "/etc/passwd", "../x", "a\u202Eb"})
            QVERIFY2(!isPlainFileName(refused), refused);
        QVERIFY(isAbsolutePath("/etc/ssl/ca.pem"));
        for (const char *refused : {"", "/", "ca.pem", "./ca.pem", "/etc/../x", "/etc/.."})
            QVERIFY2(!isAbsolutePath(refused), refused);
    }

    void urlsAreReadByAllTheSameWay()
    {
        for (const char *accepted : {"http://a", "https://web.example.com:8443/health?x=1&y=%20", "http://127.0.0.1/",
                                     "http://[::1]:80/", "https://a/b@c"})
            QVERIFY2(isHttpUrl(accepted), accepted);
        for (const char *refused : {"", "http://", "ftp://a", "HTTP://a", "//a", "http:///a", "https://user:pw@host/",
                                    "https://user@host", "http://a b", "http://a\\b", "http://a#b", "http://a:0/",
                                    "http://a:99999/", "http://-a", "http://a..b", "http://a.", "http://127.1/",
                                    "http://2130706433/", "http://0x7f.0.0.1/", "http://[::1", "http://é/", "http://a:b@c",
                                    "file:///etc/passwd"})
            QVERIFY2(!isHttpUrl(refused), refused);
        QVERIFY(!isHttpUrl("http://a/" + std::string(2048, 'x')));
    }

    void addressesSayHostAndPort()
    {
        for (const char *accepted : {"db:5432", "10.0.0.1:1", "[fe80::1]:65535", "web.lab-us-east-1.lab:443"})
            QVERIFY2(isHostAndPort(accepted), accepted);
        for (const char *refused : {"", "db", ":80", "db:", "db:0", "db:65536", "db:080", "::1:80", "a b:1", "user@db:1"})
            QVERIFY2(!isHostAndPort(refused), refused);
    }

    void onlyThisMachineIsLoopback()
    {
        for (const char *inside : {"127.0.0.1:1", "127.9.9.9:1", "localhost:1", "[::1]:1"})
            QVERIFY2(isLoopback(inside), inside);
        for (const char *outside : {"10.0.0.1:1", "0.0.0.0:1", "127.0.0.1.evil.example:1", "localhost.example:1", "[::]:1",
                                    "128.0.0.1:1", "127.evil:1"})
            QVERIFY2(!isLoopback(outside), outside);
    }

    void endpointsHaveAddressesOfTheirKind()
    {
        QVERIFY(isHaproxyAddress("unix:/run/haproxy.sock"));
        QVERIFY(isHaproxyAddress("tcp:10.0.0.1:9999"));
        QVERIFY(!isHaproxyAddress("unix:run/haproxy.sock"));
        QVERIFY(!isHaproxyAddress("unix:/" + std::string(107, 'x')));
        QVERIFY(!isHaproxyAddress("lab:edge"));
        QVERIFY(!isHaproxyAddress("10.0.0.1:9999"));
        QVERIFY(isLabAddress("lab:edge-1"));
        QVERIFY(!isLabAddress("lab:"));
        QVERIFY(!isLabAddress("unix:/x"));
    }

    void aSlipOfTheKeyboardFindsItsWord_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *word, const char *meant) {
            QTest::newRow(word) << QString::fromUtf8(word) << QString::fromUtf8(meant);
        };
        row("flor", "floor");
        row("flooor", "floor");
        row("folor", "floor");
        row("intervall", "interval");
        row("recheckInterval", "recheck_interval");
        row("Interval", "interval");
        row("depends-on", "depends_on");
        row("dpends_no", "depends_on");
        row("capacity", "");
        row("x", "");
        row("", "");
    }

    void aSlipOfTheKeyboardFindsItsWord()
    {
        QFETCH(QString, word);
        QFETCH(QString, meant);
        const std::vector<std::string> known{"floor", "interval", "recheck_interval", "depends_on"};
        QCOMPARE(nearest(word.toStdString(), known), meant.toStdString());
        QCOMPARE(nearest(std::string(1'000'000, 'a'), known), std::string());
    }
};

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
