// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/base/text.h"
#include "core/drivers/exposition/page.h"
#include "core/drivers/exposition/sample.h"

#include <QTest>

#include <cmath>

using namespace siaga;

namespace {

const std::vector<std::string> calls{"http_calls_total"};

std::optional<double> valueOf(const std::string &text)
{
    const auto sample = readSample("a " + text);
    return sample ? sample->value : std::optional(-12345.0); // Not understood at all.
}

std::string r4j(const std::string &name, const std::string &state, int value)
{
    return "resilience4j_circuitbreaker_state{name=\"" + name + "\",state=\"" + state + "\",} " + std::to_string(value) + ".0\n";
}

} // namespace

class TestExpositionParsing : public QObject
{
    Q_OBJECT

private slots:
    void aLineIsNameLabelsAndValue()
    {
        const std::string line = "http_calls_total{code=\"200\", path=\"/a b\\\\\\\"c\\n\"} 12.5 1700000000000";
        const auto sample = readSample(line);
        QVERIFY(sample.has_value());
        QVERIFY(sample->name == "http_calls_total");
        QVERIFY(sample->series == "http_calls_total{code=\"200\", path=\"/a b\\\\\\\"c\\n\"}");
        QVERIFY(sample->label("code") == "200");
        QVERIFY(sample->label("path") == "/a b\\\"c\n");
        QVERIFY(sample->label("none").empty());
        QCOMPARE(*sample->value, 12.5);
    }

    void valuesAreNumbersOrNone_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<double>("value");
        const double none = std::nan("");
        const double wrong = -12345;
        const auto row = [](const char *text, double value) { QTest::newRow(text) << std::string(text) << value; };
        row("0", 0);
        row("-0", 0);
        row("1e3", 1000);
        row("+7", 7);
        row("12 1700000000", 12);
        row("12 # {trace=\"a\"} 0.5", 12);
        row("NaN", none);
        row("nan", none);
        row("+Inf", none);
        row("-Inf", none);
        row("1e400", none);
        row("-1e400", none);
        row("1e-400", 0);
        row("9007199254740993", 9007199254740992.0);
        row("", wrong);
        row("++7", wrong);
        row("12a", wrong);
        row("12 soon", wrong);
        row("0x", wrong);
        row("one", wrong);
    }
    void valuesAreNumbersOrNone()
    {
        QFETCH(std::string, text);
        QFETCH(double, value);
        const auto read = valueOf(text);
        QCOMPARE(read.has_value(), !std::isnan(value));
        if (read)
            QCOMPARE(*read, value);
    }

    void whatDoesNotFollowTheFormIsNoSample_data()
    {
        QTest::addColumn<std::string>("line");
        for (const char *line : {"", "a", "1a 5", "{a=\"b\"} 5", "a{b} 5", "a{b=c} 5", "a{b=\"c} 5", "a{b=\"c\" 5", "a{b=\"c\\", "a{b=\"c\"x=\"d\"} 5",
                                 "a{=\"c\"} 5", "a{b=\"c\"}} 5", "\xff\xfe 5", "a{b=\"c\"}"})
            QTest::newRow(line) << std::string(line);
        QTest::newRow("huge") << "a{b=\"" + std::string(lineLengthMax, 'x') + "\"} 1";
        QTest::newRow("a NUL") << std::string("a\0b 1", 5);
    }
    void whatDoesNotFollowTheFormIsNoSample()
    {
        QFETCH(std::string, line);
        QVERIFY(!readSample(line));
    }

    void aWantedNameIsTheSumAndAWantedSeriesIsThatOne()
    {
        const PageReport report = readPage("# HELP http_calls_total calls\r\n# TYPE http_calls_total counter\r\n"
                                           "http_calls_total{code=\"200\"} 40\r\nhttp_calls_total{code=\"500\"} 2\r\n"
                                           "http_calls_total_other 7\r\n"
                                           "up 1", // No newline at the end.
                                           {"http_calls_total", "http_calls_total{code=\"500\"}", "up", "absent"});
        QCOMPARE(report.values.size(), std::size_t(3));
        QCOMPARE(report.values.at("http_calls_total"), 42.0);
        QCOMPARE(report.values.at("http_calls_total{code=\"500\"}"), 2.0);
        QCOMPARE(report.values.at("up"), 1.0);
        QCOMPARE(report.skipped, 0);
    }

    void whatIsSaidTwiceCountsOnce()
    {
        const PageReport report = readPage("http_calls_total 40\nhttp_calls_total 41\nnonsense\n", calls);
        QCOMPARE(report.values.at("http_calls_total"), 40.0);
        QCOMPARE(report.skipped, 2);
    }

    void whatIsNoFiniteNumberIsAbsent()
    {
        QVERIFY(readPage("http_calls_total NaN\n", calls).values.empty());
        QVERIFY(readPage("http_calls_total +Inf\n", calls).values.empty());
        QVERIFY(readPage("http_calls_total{a=\"1\"} 1e308\nhttp_calls_total{a=\"2\"} 1e308\n", calls).values.empty());
        const PageReport some = readPage("http_calls_total{a=\"1\"} NaN\nhttp_calls_total{a=\"2\"} 3\n", calls);
        QCOMPARE(some.values.at("http_calls_total"), 3.0);
    }

    void resilience4jHasOneGaugeForEachState()
    {
        std::string page;
        for (const char *state : {"closed", "disabled", "forced_open", "half_open", "metrics_only", "open"})
            page += r4j("charge", state, std::string(state) == "half_open") + r4j("refund", state, std::string(state) == "open");
        page += "resilience4j_circuitbreaker_failure_rate{name=\"charge\",} 12.5\n"
                "resilience4j_circuitbreaker_slow_call_rate{name=\"charge\",} -1.0\n"
                "resilience4j_circuitbreaker_failure_rate{name=\"nobody\",} 3\n";
        const std::vector<ForeignBreaker> breakers = readPage(page, {}).breakers;
        QCOMPARE(breakers.size(), std::size_t(2)); // A rate alone is none.
        QVERIFY((breakers[0] == ForeignBreaker{"charge", "resilience4j", BreakerState::halfOpen, 0.125, -1}));
        QVERIFY((breakers[1] == ForeignBreaker{"refund", "resilience4j", BreakerState::open, -1, -1}));
    }

    void envoyIsOpenAtALimitAndDegradedWhenItEjects()
    {
        const PageReport report = readPage("envoy_cluster_circuit_breakers_default_cx_open{envoy_cluster_name=\"a\"} 0\n"
                                           "envoy_cluster_circuit_breakers_default_rq_pending_open{envoy_cluster_name=\"b\"} 1\n"
                                           "envoy_cluster_circuit_breakers_default_rq_open{envoy_cluster_name=\"b\"} 0\n"
                                           "envoy_cluster_outlier_detection_ejections_active{envoy_cluster_name=\"c\"} 2\n"
                                           "envoy_cluster_outlier_detection_ejections_active{envoy_cluster_name=\"b\"} 1\n"
                                           "envoy_cluster_circuit_breakers_default_remaining_cx{envoy_cluster_name=\"d\"} 9\n",
                                           {});
        QCOMPARE(report.breakers.size(), std::size_t(3));
        QVERIFY((report.breakers[0] == ForeignBreaker{"a", "envoy", BreakerState::closed}));
        QVERIFY((report.breakers[1] == ForeignBreaker{"b", "envoy", BreakerState::open}));
        QVERIFY((report.breakers[2] == ForeignBreaker{"c", "envoy", BreakerState::degraded}));
    }

    void namesFromOutsideArePlainAndTheirNumberIsBounded()
    {
        std::string page = r4j("<b>\\n\x1b[31m" + std::string(300, 'x'), "open", 1);
        for (int i = 0; i < 2000; ++i)
            page += r4j("b" + std::to_string(i), "closed", 1);
        const std::vector<ForeignBreaker> breakers = readPage(page, {}).breakers;
        QCOMPARE(breakers.size(), breakersMax);
        QVERIFY(breakers[0].name.size() <= 120);
        QCOMPARE(QByteArray::fromStdString(breakers[0].name), QByteArray::fromStdString(plainText(breakers[0].name)));
    }

    void noBytesBreakIt()
    {
        const std::string good = "# TYPE a counter\n" + r4j("charge", "open", 1) + "http_calls_total{code=\"200\"} 40 17\nup NaN\n"
            "envoy_cluster_outlier_detection_ejections_active{envoy_cluster_name=\"c\"} 2\n";
        Random random(20'26);
        for (int round = 0; round < 20'000; ++round) {
            std::string page = good;
            for (std::uint64_t i = random.below(6); i > 0 && !page.empty(); --i) {
                const std::size_t at = random.below(page.size());
                switch (random.below(4)) {
                case 0:
                    page[at] = static_cast<char>(random.below(256));
                    break;
                case 1:
                    page.erase(at, random.below(20));
                    break;
                case 2:
                    page.insert(at, page.substr(random.below(page.size()), random.below(30)));
                    break;
                default:
                    page.resize(at + 1);
                }
            }
            const PageReport report = readPage(page, {"http_calls_total", "up"});
            for (const auto &[series, value] : report.values)
                QVERIFY(std::isfinite(value));
            for (const ForeignBreaker &breaker : report.breakers)
                QVERIFY(isUtf8(breaker.name) && breaker.name.size() <= 120 && breaker.failureRate <= 1);
        }
        readPage(good.substr(0, good.size() - 1) + std::string(8 * 1024 * 1024, '{'), calls);
    }
};

QTEST_GUILESS_MAIN(TestExpositionParsing)
#include "tst_exposition_parsing.moc"
