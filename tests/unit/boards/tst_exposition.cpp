// SPDX-License-Identifier: GPL-3.0-or-later
// Siaga's own page of metrics, read back by its own reader.
#include "core/boards/exposition.h"
#include "core/drivers/exposition/page.h"
#include "core/drivers/exposition/sample.h"

#include <QTest>

#include <map>
#include <set>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

struct Pages
{
    std::string text() const { return exposition({.targets = targets, .resilience = state, .now = Instant(100s), .version = "1.2"}); }

    /// Every sample by its series, as the page writes it.
    std::map<std::string, double> samples() const
    {
        std::map<std::string, double> samples;
        const std::string page = text();
        std::string_view rest = page;
        while (!rest.empty()) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(line.size() + 1);
            if (isRemark(line))
                continue;
            const auto sample = readSample(line);
            if (!sample || !sample->value || !samples.emplace(std::string(sample->series), *sample->value).second)
                qFatal("%.*s", int(line.size()), line.data());
        }
        return samples;
    }

    std::vector<TargetFigures> targets;
    resilience::State state;
};

Pages sample()
{
    Pages pages;
    TargetFigures edge;
    edge.id = BreakerId("edge:lb-us");
    edge.state = BreakerState::open;
    edge.figures = {.calls = 10, .failures = 6, .slow = 2, .inARow = 4, .score = 1.25, .scoreAlarm = 25};
    edge.untilProbe = 1500ms;
    edge.admittedPermille = 0;
    edge.inFlight = 1;
    edge.limit = 4;
    edge.queued = 2;
    edge.queueMax = 4;
    edge.retryBudgetPermille = 250;
    edge.timeout = 2500ms;
    edge.refused = 7;
    edge.calls = 99;
    edge.failures = 12;
    pages.targets = {edge};
    resilience::BreakerMemory payment;
    payment.state = BreakerState::open;
    payment.since = Instant(90s);
    payment.openFor = 30s;
    payment.admitted = siaga::none;
    pages.state.breakers[BreakerId("payment@us")] = payment;
    resilience::BreakerMemory foreign;
    foreign.kind = BreakerKind::foreign;
    foreign.state = BreakerState::halfOpen;
    pages.state.breakers[BreakerId("page:app:resilience4j:say \"hi\"\\n\nthere")] = foreign;
    resilience::BreakerMemory remembered;
    remembered.kind = BreakerKind::own;
    pages.state.breakers[BreakerId("edge:lb-us")] = remembered;
    pages.state.held[BreakerId("payment@us")] = {.hold = BreakerHold::disabled, .by = "ayu"};
    return pages;
}

} // namespace

class TestExposition : public QObject
{
    Q_OBJECT

private slots:
    void eachBreakerIsInOneState()
    {
        const auto samples = sample().samples();
        QCOMPARE(samples.at("siaga_breaker_state{breaker=\"edge:lb-us\",kind=\"own\",state=\"open\"}"), 1.0);
        QCOMPARE(samples.at("siaga_breaker_state{breaker=\"edge:lb-us\",kind=\"own\",state=\"closed\"}"), 0.0);
        QCOMPARE(samples.at("siaga_breaker_state{breaker=\"payment@us\",kind=\"registered\",state=\"open\"}"), 1.0);
        std::map<std::string, double> inStates;
        for (const auto &[series, value] : samples)
            if (series.starts_with("siaga_breaker_state{"))
                inStates[series.substr(0, series.find(",state="))] += value;
        QCOMPARE(inStates.size(), std::size_t(3));
        for (const auto &[breaker, sum] : inStates)
            QCOMPARE(sum, 1.0);
    }

    void figuresStandInBaseUnits()
    {
        const auto samples = sample().samples();
        const auto own = [&samples](const std::string &name) { return samples.at("siaga_" + name + "{breaker=\"edge:lb-us\",kind=\"own\"}"); };
        QCOMPARE(own("breaker_window_calls"), 10.0);
        QCOMPARE(own("breaker_window_failures"), 6.0);
        QCOMPARE(own("breaker_sequential_score"), 1.25);
        QCOMPARE(own("breaker_probe_in_seconds"), 1.5);
        QCOMPARE(own("breaker_admitted_ratio"), 0.0);
        const auto target = [&samples](const std::string &name) { return samples.at("siaga_" + name + "{target=\"edge:lb-us\"}"); };
        QCOMPARE(target("bulkhead_in_flight"), 1.0);
        QCOMPARE(target("bulkhead_limit"), 4.0);
        QCOMPARE(target("bulkhead_queued"), 2.0);
        QCOMPARE(target("retry_budget_ratio"), 0.25);
        QCOMPARE(target("target_timeout_seconds"), 2.5);
        QCOMPARE(target("target_refused_total"), 7.0);
        QCOMPARE(target("target_calls_total"), 99.0);
        QCOMPARE(target("target_failures_total"), 12.0);
        QCOMPARE(samples.at("siaga_breaker_probe_in_seconds{breaker=\"payment@us\",kind=\"registered\"}"), 20.0);
        QCOMPARE(samples.at("siaga_breaker_held{breaker=\"payment@us\",hold=\"disabled\"}"), 1.0);
        QCOMPARE(samples.at("siaga_build_info{version=\"1.2\"}"), 1.0);
    }

    void anotherProgramsBreakerHasNoFigures()
    {
        for (const auto &[series, value] : sample().samples())
            if (series.starts_with("siaga_breaker_window"))
                QVERIFY(series.find("kind=\"foreign\"") == series.npos);
    }

    void namesAreEscaped()
    {
        const std::string text = sample().text();
        const std::string wanted = "breaker=\"page:app:resilience4j:say \\\"hi\\\"\\\\n\\nthere\"";
        QVERIFY2(text.find(wanted) != text.npos, text.c_str());
    }

    void eachFamilyStandsTogetherUnderItsHelpAndType()
    {
        std::string family;
        std::set<std::string> met;
        const std::string page = sample().text();
        for (const QString &line : QString::fromStdString(page).split(u'\n', Qt::SkipEmptyParts)) {
            if (line.startsWith(u"# HELP ")) {
                family = line.section(u' ', 2, 2).toStdString();
                QVERIFY(met.insert(family).second);
            } else if (line.startsWith(u"# TYPE ")) {
                QCOMPARE(line.section(u' ', 2, 2).toStdString(), family);
                QCOMPARE(line.endsWith(u" counter"), family.ends_with("_total"));
            } else {
                QVERIFY(line.startsWith(QString::fromStdString(family)));
            }
        }
        QVERIFY(page.ends_with('\n'));
    }

    void nothingKnownIsAPageAllTheSame()
    {
        QCOMPARE(Pages().samples().size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestExposition)
#include "tst_exposition.moc"
