// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/exercise.h"

#include "core/lab/mishaps.h"
#include "core/lab/people.h"

namespace siaga::lab {

namespace {

enum Domain : std::uint64_t {
    policyDomain = 20,
    mishapDomain = 21,
    peopleDomain = 22,
    faultDomain = 23,
    spiteDomain = 24,
    breakerDomain = 25,
    noticeDomain = 26,
};

/// Before this nothing is broken: a clean run must stay silent.
constexpr Duration quietStart = std::chrono::seconds(40);

Autonomy drawAutonomy(Random &random)
{
    const std::uint64_t draw = random.below(10);
    return draw < 6 ? Autonomy::act : draw < 9 ? Autonomy::ask : Autonomy::watch;
}

/// One fleet in three has breakers, whose plans compete with those of the regions.
std::string drawBreakers(Random random)
{
    if (random.below(3) != 0)
        return {};
    const auto number = [&random](std::uint64_t from, std::uint64_t to) { return std::to_string(from + random.below(to - from + 1)); };
    const std::string effect = std::array{"show", "propose-drain", "drain"}[random.below(3)];
    const std::string pace = ", reset: " + number(5, 60) + "s, retries: " + number(1, 4)
        + ", backoff: " + (random.below(2) ? "constant" : "exponential");
    return "  calls: {service: web, signal: edge, window: " + number(5, 20) + "s, failure_rate: " + number(20, 70)
        + "%, effect: " + effect + pace + "}\n  asked: {service: web, signal: check, check: web, failure_threshold: " + number(2, 6)
        + ", effect: " + effect + pace + "}\n";
}

/// Most fleets wake people, by one way or two, and with more or less patience.
std::string drawNotify(Random random)
{
    if (random.below(5) == 0)
        return {};
    const auto number = [&random](std::uint64_t from, std::uint64_t to) { return std::to_string(from + random.below(to - from + 1)); };
    const std::string from = std::array{"warning", "critical", "emergency"}[random.below(3)];
    std::string text = "  from: " + from + "\n  per_minute_max: " + number(1, 8) + "\n  attempts_max: " + number(1, 5)
        + "\n  retry_after: " + number(1, 4) + "s\n";
    if (random.below(2))
        text += "  desktop: always\n";
    return text + "  hooks:\n    pager: {command: [/bin/page, \"42\"], timeout: " + number(1, 5) + "s}\n";
}

PostWeather drawWeather(Random random)
{
    const auto share = [&random] { return random.chance(0.5) ? 0 : 0.3 * random.unit(); };
    return {.fails = share(), .hangs = share(), .losesAnswer = share(), .nobodyThere = share() / 3};
}

LabPolicies drawPolicies(Random random, std::string breakers, std::string notify)
{
    LabPolicies policies;
    policies.breakers = std::move(breakers);
    policies.notify = std::move(notify);
    policies.evacuation = drawAutonomy(random);
    policies.restore = drawAutonomy(random);
    policies.drift = drawAutonomy(random);
    policies.evacuateAfter = std::chrono::seconds(random.below(40));
    policies.restoreAfter = std::chrono::seconds(10 + random.below(60));
    policies.coolDown = std::chrono::seconds(random.below(180));
    policies.floor = std::array{1500, 2500, 3000}[random.below(3)];
    policies.headroomMin = static_cast<int>(random.below(3) * 5);
    return policies;
}

WorldOptions drawWorld(std::uint64_t seed, Random random)
{
    WorldOptions options{.seed = seed};
    options.wall = {1'767'225'600'000 + static_cast<std::int64_t>(random.below(86'400'000))};
    options.clients.demandShare = 0.25 + 0.35 * random.unit();
    return options;
}

class Exercise
{
public:
    explicit Exercise(const ExerciseOptions &options)
        : m_options(options)
        , m_base(options.seed)
        , m_lab(labFleet(drawPolicies(m_base.stream(policyDomain), drawBreakers(m_base.stream(breakerDomain)),
                                      drawNotify(m_base.stream(noticeDomain)))),
                drawWorld(options.seed, m_base.stream(policyDomain + 100)))
        , m_invariants(m_lab)
        , m_mishaps(m_lab, m_invariants.plans(), m_base.stream(mishapDomain))
        , m_spite(m_lab.world(), m_invariants.plans(), m_base.stream(spiteDomain))
        , m_people(m_lab, m_invariants.plans(), m_base.stream(peopleDomain))
    {
        m_lab.setWeather(drawWeather(m_base.stream(noticeDomain + 100)));
        m_lab.watch(m_invariants);
        if (options.listener)
            m_lab.watch(*options.listener);
    }

    ExerciseReport run()
    {
        const Instant start = m_lab.now();
        const Instant healed = start + m_options.trouble;
        FaultSchedule schedule = drawFaults(m_lab.world().fleet(), m_base.stream(faultDomain).next(), start + quietStart, healed);
        m_report.profile = schedule.profile;
        m_report.faults = static_cast<int>(schedule.faults.size());
        m_lab.open();
        runUntil(start + quietStart, false);
        for (const Fault &fault : schedule.faults)
            m_lab.world().inject(fault);
        runUntil(healed, true);
        m_lab.world().healAll();
        m_mishaps.end();
        m_people.calmDown();
        runUntil(healed + m_options.calm, false);
        if (!isOver())
            m_invariants.end();
        return report();
    }

private:
    bool isOver() const
    {
        return m_invariants.violation() || (m_options.stopAt && m_lab.durable() >= *m_options.stopAt);
    }
    void runUntil(Instant until, bool troubled)
    {
        while (!isOver() && m_lab.now() < until) {
            const Instant before = m_lab.now();
            m_lab.step(until);
            const Duration span = m_lab.now() - before;
            m_mishaps.after(span);
            m_people.after(span, troubled);
            if (troubled)
                m_spite.after(span);
        }
    }
    ExerciseReport report()
    {
        m_report.seed = m_options.seed;
        m_report.violation = m_invariants.violation();
        m_report.trace = m_lab.trace();
        m_report.records = m_lab.durable().value();
        m_report.faults += m_spite.injected();
        m_report.kills = m_mishaps.kills();
        m_report.failedAppends = m_mishaps.failures();
        m_report.requests = m_people.asked();
        for (const auto &[id, plan] : m_invariants.plans().plans()) {
            m_report.plansRun += plan.admitted ? 1 : 0;
            m_report.plansDone += plan.admitted && plan.ended == PlanEnd::done ? 1 : 0;
        }
        Totals sum;
        for (const auto &[service, totals] : m_lab.world().totals()) {
            sum.wanted += totals.wanted;
            sum.served += totals.served;
        }
        m_report.served = sum.wanted > 0 ? sum.served / sum.wanted : 1;
        m_report.evaluations = m_invariants.evaluations();
        return m_report;
    }

    ExerciseOptions m_options;
    Random m_base;
    Lab m_lab;
    Invariants m_invariants;
    Mishaps m_mishaps;
    Spite m_spite;
    People m_people;
    ExerciseReport m_report;
};

} // namespace

ExerciseReport runExercise(const ExerciseOptions &options)
{
    return Exercise(options).run();
}

} // namespace siaga::lab
