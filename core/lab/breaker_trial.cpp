// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/breaker_trial.h"

#include <algorithm>
#include <cmath>

namespace siaga::lab {

namespace {

using namespace std::chrono_literals;

// Virtual time begins here, so that windows may look back.
constexpr Instant start{1h};

bool passesNothing(BreakerState state)
{
    return state == BreakerState::open || state == BreakerState::halfOpen;
}

class Trial
{
public:
    Trial(const TrialSetup &setup, TargetRule &rule)
        : m_rule(rule)
        , m_times{.from = start + setup.quietBefore, .until = start + setup.quietBefore + setup.faultFor}
        , m_end(m_times.until + setup.quietAfter)
        , m_target(setup.habits, setup.fault, m_times, setup.seed)
        , m_lost(static_cast<std::size_t>(setup.quietAfter / 1s) + 1)
    {
    }

    TrialOutcome run()
    {
        for (Instant next = m_target.nextCall(start); next < m_end; next = m_target.nextCall(next)) {
            endCallsUntil(next);
            arrive(next);
        }
        endCallsUntil(m_end);
        m_outcome.backAfter = backAfter();
        return std::move(m_outcome);
    }

private:
    struct Flying
    {
        Instant ends;
        std::uint64_t order = 0; ///< Calls that end at the same moment end as they began.
        Instant began;
        Pass pass;
        CallEnd end;
        bool operator<(const Flying &other) const
        {
            return ends != other.ends ? ends > other.ends : order > other.order; // The heap's top is what ends first.
        }
    };
    struct Second { int calls = 0; int lost = 0; };

    void endCallsUntil(Instant until)
    {
        while (!m_flying.empty() && m_flying.front().ends <= until) {
            std::pop_heap(m_flying.begin(), m_flying.end());
            const Flying flying = m_flying.back();
            m_flying.pop_back();
            m_rule.tell(flying.ends, flying.pass, flying.end.failed, flying.end.took);
            watch(flying.ends);
            if (!flying.end.failed && m_target.isFaulty(flying.began))
                ++m_outcome.good;
        }
    }

    void arrive(Instant now)
    {
        const CallLuck luck = m_target.draw();
        const bool faulty = m_target.isFaulty(now);
        if (faulty && !m_begun)
            beginFault(now);
        const Pass pass = m_rule.ask(now);
        watch(now);
        // Only where it matters: it costs as much as the call itself.
        const double worth = faulty || !pass.allowed ? m_target.worth(now, luck) : 0;
        if (faulty) {
            ++m_outcome.wanted;
            m_outcome.reached += pass.allowed ? 1 : 0;
            m_outcome.possible += worth;
        }
        bool lost = !pass.allowed && worth > 0;
        if (pass.allowed) {
            const CallEnd end = m_target.call(now, luck);
            m_flying.push_back({.ends = now + end.took, .order = m_order++, .began = now, .pass = pass, .end = end});
            std::push_heap(m_flying.begin(), m_flying.end());
            lost = end.byFault;
        }
        if (now >= m_times.until) {
            Second &second = m_lost[static_cast<std::size_t>((now - m_times.until) / 1s)];
            ++second.calls;
            second.lost += lost ? 1 : 0;
        }
    }

    void beginFault(Instant now)
    {
        m_begun = true;
        m_outcome.alreadyTurned = m_state != BreakerState::closed;
        watch(now);
    }

    void watch(Instant now)
    {
        const BreakerState state = m_rule.state();
        if (state == m_state)
            return;
        if (m_outcome.turns.size() < turnsMax)
            m_outcome.turns.push_back({.at = now - m_times.from, .to = state});
        const bool opened = passesNothing(state) && !passesNothing(m_state);
        if (now < m_times.from) {
            m_outcome.quietOpens += opened ? 1 : 0;
            m_outcome.quietDegradeds += state == BreakerState::degraded && m_state == BreakerState::closed ? 1 : 0;
        } else if (now < m_times.until) {
            if (!m_outcome.detectedAfter && state != BreakerState::closed)
                m_outcome.detectedAfter = now - m_times.from;
            if (!m_outcome.openedAfter && opened)
                m_outcome.openedAfter = now - m_times.from;
        }
        m_state = state;
    }

    std::optional<Duration> backAfter() const
    {
        std::size_t back = m_lost.size();
        while (back > 0 && m_lost[back - 1].lost * 100 <= m_lost[back - 1].calls)
            --back;
        if (passesNothing(m_state) || back + 1 >= m_lost.size())
            return back == 0 ? std::optional(Duration{}) : std::nullopt;
        return back * Duration(1s);
    }

    TargetRule &m_rule;
    FaultTimes m_times;
    Instant m_end;
    CalledTarget m_target;
    std::vector<Flying> m_flying; ///< A heap.
    std::uint64_t m_order = 0;
    bool m_begun = false;
    BreakerState m_state = BreakerState::closed;
    std::vector<Second> m_lost;
    TrialOutcome m_outcome;
};

} // namespace

TrialOutcome runTrial(const TrialSetup &setup, TargetRule &rule)
{
    return Trial(setup, rule).run();
}

} // namespace siaga::lab
