// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boards/exposition.h"

#include <array>
#include <charconv>
#include <utility>

namespace siaga {

namespace {

using Labels = std::vector<std::pair<std::string_view, std::string_view>>;

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"')
            out += '\\';
        if (c == '\n')
            out += "\\n";
        else
            out += c;
    }
    return out;
}

/// The shortest text that reads back as the same number, in no language.
std::string number(double value)
{
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

double inSeconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

class Page
{
public:
    void family(std::string_view name, std::string_view type, std::string_view help)
    {
        m_name = name;
        m_text += "# HELP " + m_name + ' ' + std::string(help) + "\n# TYPE " + m_name + ' ' + std::string(type) + '\n';
    }
    void sample(const Labels &labels, double value)
    {
        m_text += m_name;
        char before = '{';
        for (const auto &[label, text] : labels) {
            m_text += std::exchange(before, ',');
            m_text += std::string(label) + "=\"" + escaped(text) + '"';
        }
        m_text += (labels.empty() ? " " : "} ") + number(value) + '\n';
    }
    std::string take() { return std::move(m_text); }

private:
    std::string m_name;
    std::string m_text;
};

/// One breaker, whoever judges it.
struct Row
{
    std::string_view breaker;
    BreakerKind kind = BreakerKind::own;
    BreakerState state = BreakerState::closed;
    const BreakerFigures *figures = nullptr; ///< nullptr: another program's, which does not tell.
    double admitted = 1;
    Duration untilProbe{};
};

std::string_view nameOf(BreakerKind kind)
{
    return namesOf(kind)[static_cast<std::size_t>(kind)];
}

std::vector<Row> rowsOf(const ExpositionInput &input)
{
    std::vector<Row> rows;
    for (const TargetFigures &target : input.targets)
        rows.push_back({target.id.text(), BreakerKind::own, target.state, &target.figures, target.admittedPermille / 1000.0, target.untilProbe});
    // Our own stand above, as they are now; what is remembered of them is only their last turn.
    for (const auto &[id, memory] : input.resilience.breakers) {
        if (memory.kind == BreakerKind::own)
            continue;
        const Duration left = memory.state == BreakerState::open ? memory.since + memory.openFor - input.now : Duration{};
        rows.push_back({id.text(), memory.kind, memory.state, memory.kind == BreakerKind::registered ? &memory.figures : nullptr,
                        memory.admitted.value / 1000.0, std::max(left, Duration{})});
    }
    return rows;
}

void addStates(Page &page, const std::vector<Row> &rows)
{
    page.family("siaga_breaker_state", "gauge", "1 for the state that the breaker is in, 0 for the others.");
    const auto states = namesOf(BreakerState{});
    for (const Row &row : rows)
        for (std::size_t i = 0; i < states.size(); ++i)
            page.sample({{"breaker", row.breaker}, {"kind", nameOf(row.kind)}, {"state", states[i]}},
                        static_cast<std::size_t>(row.state) == i);
    page.family("siaga_breaker_admitted_ratio", "gauge", "The share of calls that the breaker lets pass.");
    for (const Row &row : rows)
        page.sample({{"breaker", row.breaker}, {"kind", nameOf(row.kind)}}, row.admitted);
    page.family("siaga_breaker_probe_in_seconds", "gauge", "How long an open breaker waits until it looks again; 0 in any other state.");
    for (const Row &row : rows)
        page.sample({{"breaker", row.breaker}, {"kind", nameOf(row.kind)}}, inSeconds(row.untilProbe));
}

void addFigures(Page &page, const std::vector<Row> &rows)
{
    struct Figure
    {
        std::string_view name, help;
        double (*of)(const BreakerFigures &);
    };
    static constexpr std::array figures{
        Figure{"siaga_breaker_window_calls", "Calls in the window. Of registered breakers: when they turned last, as below.",
               [](const BreakerFigures &f) { return double(f.calls); }},
        Figure{"siaga_breaker_window_failures", "Failed calls in the window.", [](const BreakerFigures &f) { return double(f.failures); }},
        Figure{"siaga_breaker_window_slow", "Slow calls in the window, failed or not.", [](const BreakerFigures &f) { return double(f.slow); }},
        Figure{"siaga_breaker_failures_in_a_row", "The newest failures without a success between.",
               [](const BreakerFigures &f) { return double(f.inARow); }},
        Figure{"siaga_breaker_sequential_score", "The sequential test's sum, in nats.", [](const BreakerFigures &f) { return f.score; }},
        Figure{"siaga_breaker_sequential_alarm", "Where the sequential test alarms, in nats; 0 when it is off.",
               [](const BreakerFigures &f) { return f.scoreAlarm; }},
    };
    for (const Figure &figure : figures) {
        page.family(figure.name, "gauge", figure.help);
        for (const Row &row : rows)
            if (row.figures)
                page.sample({{"breaker", row.breaker}, {"kind", nameOf(row.kind)}}, figure.of(*row.figures));
    }
}

void addTargets(Page &page, const std::vector<TargetFigures> &targets)
{
    struct Figure
    {
        std::string_view name, type, help;
        double (*of)(const TargetFigures &);
    };
    static constexpr std::array figures{
        Figure{"siaga_bulkhead_in_flight", "gauge", "Calls to the target that are under way.", [](const TargetFigures &f) { return double(f.inFlight); }},
        Figure{"siaga_bulkhead_limit", "gauge", "The most that may be under way; rescues come on top.", [](const TargetFigures &f) { return double(f.limit); }},
        Figure{"siaga_bulkhead_queued", "gauge", "Calls that wait for a place.", [](const TargetFigures &f) { return double(f.queued); }},
        Figure{"siaga_bulkhead_queue_limit", "gauge", "The most that may wait.", [](const TargetFigures &f) { return double(f.queueMax); }},
        Figure{"siaga_retry_budget_ratio", "gauge", "What is left of the budget for calls on top of the rhythm.",
               [](const TargetFigures &f) { return f.retryBudgetPermille / 1000.0; }},
        Figure{"siaga_target_timeout_seconds", "gauge", "What the next look in the rhythm gets; 0 before there was one.",
               [](const TargetFigures &f) { return inSeconds(f.timeout); }},
        Figure{"siaga_target_calls_total", "counter", "Calls that were made.", [](const TargetFigures &f) { return double(f.calls); }},
        Figure{"siaga_target_failures_total", "counter", "Calls that were made and failed.", [](const TargetFigures &f) { return double(f.failures); }},
        Figure{"siaga_target_refused_total", "counter", "Calls that were not made: held, out of budget, no place.",
               [](const TargetFigures &f) { return double(f.refused); }},
    };
    for (const Figure &figure : figures) {
        page.family(figure.name, figure.type, figure.help);
        for (const TargetFigures &target : targets)
            page.sample({{"target", target.id.text()}}, figure.of(target));
    }
}

} // namespace

std::string exposition(const ExpositionInput &input)
{
    Page page;
    page.family("siaga_build_info", "gauge", "1, with the version.");
    page.sample({{"version", input.version}}, 1);
    const std::vector<Row> rows = rowsOf(input);
    addStates(page, rows);
    addFigures(page, rows);
    page.family("siaga_breaker_held", "gauge", "1 for each breaker that a person holds.");
    for (const auto &[id, held] : input.resilience.held)
        page.sample({{"breaker", id.text()}, {"hold", namesOf(held.hold)[static_cast<std::size_t>(held.hold)]}}, 1);
    addTargets(page, input.targets);
    return page.take();
}

} // namespace siaga
