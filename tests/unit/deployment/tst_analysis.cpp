// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deployment/analysis.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace siaga;
using namespace siaga::deployment;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

AnalysisRules rules()
{
    return {.failures = {.limit = Permille{20}, .callsMin = 200}, .values = {{.metric = "latency", .samplesMin = 8}}};
}

ValueSamples latency(double canary, double baseline, std::size_t count = 12)
{
    ValueSamples samples{.metric = "latency"};
    for (std::size_t i = 0; i < count; ++i) {
        samples.canary.push_back(canary + 0.001 * static_cast<double>(i % 5));
        samples.baseline.push_back(baseline + 0.001 * static_cast<double>(i % 4));
    }
    return samples;
}

/// A step in which everything is well.
AnalysisInput good()
{
    return {.share = Permille{500}, .slices = std::vector<CallSlice>(30, {{20, 0}, {20, 0}}), .values = {latency(0.1, 0.1)}};
}

template<class T>
bool tells(const std::optional<Verdict> &verdict)
{
    return verdict && std::ranges::any_of(verdict->findings, [](const Finding &one) { return std::holds_alternative<T>(one); });
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT

private slots:
    /// Each row spoils a good step in one way.
    void verdicts_data()
    {
        QTest::addColumn<AnalysisInput>("input");
        QTest::addColumn<VerdictKind>("kind");
        QTest::addColumn<bool>("atOnce"); // Told before the step is over.
        const auto row = [](const char *name, VerdictKind kind, bool atOnce, const auto &spoil) {
            AnalysisInput input = good();
            spoil(input);
            QTest::newRow(name) << input << kind << atOnce;
        };
        using enum VerdictKind;
        row("all is well", pass, false, [](auto &) {});
        row("no samples at all", inconclusive, false, [](auto &in) { in = {.share = Permille{500}}; });
        row("twelve calls", inconclusive, false, [](auto &in) { in.slices = {{{12, 0}, {12, 0}}}; });
        row("one error beside none", pass, false, [](auto &in) { in.slices[3].canary.failures = 1; });
        row("one error beside none, too few calls", inconclusive, false, [](auto &in) { in.slices = {{{12, 1}, {12, 0}}}; });
        row("no value of the metric", inconclusive, false, [](auto &in) { in.values.clear(); });
        row("values that are none", inconclusive, false, [](auto &in) { in.values[0].canary.assign(40, notANumber); });
        row("the baseline is silent", inconclusive, false, [](auto &in) { in.values[0].baseline.clear(); });
        row("the source fails", error, false, [](auto &in) { in.values[0].error = "503"; });
        row("the source of calls fails", error, false, [](auto &in) { in.callsError = "refused"; });
        row("the source fails, and the canary too", fail, true, [](auto &in) {
            in.callsError = "refused";
            in.slices.assign(30, {{20, 3}, {20, 0}});
        });
        row("5 % of errors", fail, true, [](auto &in) { in.slices.assign(30, {{20, 1}, {20, 0}}); });
        row("errors on both sides, above the limit", fail, true, [](auto &in) { in.slices.assign(30, {{20, 3}, {20, 3}}); });
        row("slower", fail, false, [](auto &in) { in.values = {latency(0.2, 0.1)}; });
        row("slower by what is tolerated", pass, false, [](auto &in) { in.values = {latency(0.12, 0.1)}; });
        row("faster", pass, false, [](auto &in) { in.values = {latency(0.05, 0.1)}; });
        row("restarts again and again", fail, true, [](auto &in) { in.restarts = 2; });
        row("restarted once", pass, false, [](auto &in) { in.restarts = 1; });
        row("ejected by a proxy", fail, true, [](auto &in) { in.ejected = true; });
        row("hardly any call is routed there", inconclusive, true, [](auto &in) { in.slices.assign(30, {{1, 0}, {39, 0}}); });
        row("traffic stops midway", inconclusive, false, [](auto &in) {
            in.slices.assign(5, {{20, 0}, {20, 0}});
            in.slices.resize(30);
        });
    }

    void verdicts()
    {
        QFETCH(AnalysisInput, input);
        QFETCH(VerdictKind, kind);
        QFETCH(bool, atOnce);
        const auto verdict = judge(rules(), input, true);
        QVERIFY(verdict);
        QCOMPARE(std::string(namesOf(VerdictKind{})[static_cast<std::size_t>(verdict->kind)]),
                 std::string(namesOf(VerdictKind{})[static_cast<std::size_t>(kind)]));
        QCOMPARE(verdict->findings.empty(), kind == VerdictKind::pass);
        const auto early = judge(rules(), input, false);
        QCOMPARE(early.has_value(), atOnce);
        if (early)
            QVERIFY(early->kind == kind);
        QVERIFY(judge(rules(), input, true) == verdict);
    }

    void aSuspectRoutingIsSaidWithItsNumbers()
    {
        AnalysisInput input = good();
        input.slices.assign(30, {{1, 0}, {39, 0}});
        const auto verdict = judge(rules(), input, false);
        QVERIFY(tells<RoutingSuspect>(verdict));
        const auto &routing = std::get<RoutingSuspect>(verdict->findings.front());
        QCOMPARE(routing.calls, 30U);
        QCOMPARE(routing.predicted, 600U);
        input.share = Permille{25}; // Then it is just what was to be expected.
        QVERIFY(!tells<RoutingSuspect>(judge(rules(), input, true)));
    }

    void aZeroBaselineHasAToleranceOfItsOwn()
    {
        AnalysisRules some = rules();
        some.values = {{.metric = "queue", .toleratedLeast = 2, .samplesMin = 8}};
        AnalysisInput input = good();
        input.values = {{.metric = "queue", .canary = std::vector<double>(12, 1), .baseline = std::vector<double>(12, 0)}};
        QVERIFY(judge(some, input, true)->kind == VerdictKind::pass);
        input.values[0].canary.assign(12, 3);
        QVERIFY(tells<ValueWorse>(judge(some, input, true)));
    }

    void worseMayMeanSmaller()
    {
        AnalysisRules some = rules();
        some.values = {{.metric = "throughput", .worse = Worse::smaller, .limit = 50, .samplesMin = 8}};
        AnalysisInput input = good();
        input.values = {{.metric = "throughput", .canary = std::vector<double>(12, 60), .baseline = std::vector<double>(12, 100)}};
        QVERIFY(tells<ValueWorse>(judge(some, input, true)));
        QVERIFY(!tells<ValueBeyond>(judge(some, input, true)));
        input.values[0].canary.assign(12, 40);
        QVERIFY(tells<ValueBeyond>(judge(some, input, true)));
    }
};

QTEST_APPLESS_MAIN(TestAnalysis)
#include "tst_analysis.moc"
