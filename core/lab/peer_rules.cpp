// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/peer_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <vector>

namespace siaga::lab {

namespace {

using namespace std::chrono_literals;

class Resilience4j : public TargetRule
{
public:
    Pass ask(Instant now) override
    {
        if (m_state == BreakerState::open && now >= m_openUntil)
            enter(BreakerState::halfOpen);
        if (m_state == BreakerState::halfOpen)
            return {.allowed = m_permits > 0 && m_permits-- > 0};
        return {.allowed = m_state == BreakerState::closed};
    }

    void tell(Instant now, const Pass &, bool failed, Duration) override
    {
        // Results of calls that were placed in another state count in the present one, as there.
        const std::size_t size = m_state == BreakerState::halfOpen ? probes : window;
        m_results.push_back(failed);
        m_failures += failed ? 1 : 0;
        if (m_results.size() > size) {
            m_failures -= m_results.front() ? 1 : 0;
            m_results.pop_front();
        }
        if (m_state == BreakerState::open || m_results.size() < size)
            return;
        if (m_failures * 2 >= size) {
            enter(BreakerState::open);
            m_openUntil = now + 60s;
        } else if (m_state == BreakerState::halfOpen) {
            enter(BreakerState::closed);
        }
    }

    BreakerState state() const override { return m_state; }

private:
    static constexpr std::size_t window = 100;
    static constexpr std::size_t probes = 10;

    void enter(BreakerState state)
    {
        m_state = state;
        m_permits = probes;
        m_results.clear();
        m_failures = 0;
    }

    BreakerState m_state = BreakerState::closed;
    Instant m_openUntil;
    std::size_t m_permits = 0;
    std::deque<bool> m_results;
    std::size_t m_failures = 0;
};

class Polly : public TargetRule
{
public:
    Pass ask(Instant now) override
    {
        if (m_state == BreakerState::open && now >= m_blockedUntil) {
            m_blockedUntil = now + breakFor;
            m_state = BreakerState::halfOpen;
            return {.allowed = true};
        }
        return {.allowed = m_state == BreakerState::closed};
    }

    void tell(Instant now, const Pass &, bool failed, Duration) override
    {
        if (m_state == BreakerState::halfOpen) {
            // Also for a call that was placed before the break: the first answer decides.
            failed ? breakOff(now) : close();
            return;
        }
        count(now, failed);
        const int calls = m_successes + m_failures;
        if (failed && m_state == BreakerState::closed && calls >= 100 && m_failures * 10 >= calls)
            breakOff(now);
    }

    BreakerState state() const override { return m_state; }

private:
    static constexpr Duration breakFor = 5s;
    static constexpr Duration sampling = 30s;
    struct Window { Instant started; int successes = 0; int failures = 0; };

    void breakOff(Instant now)
    {
        m_state = BreakerState::open;
        m_blockedUntil = now + breakFor;
    }

    void close()
    {
        m_state = BreakerState::closed;
        m_windows.clear();
        m_successes = m_failures = 0;
    }

    void count(Instant now, bool failed)
    {
        // A window begins with the first call after the last one's end.
        if (m_windows.empty() || now - m_windows.back().started >= sampling / 10)
            m_windows.push_back({.started = now});
        while (now - m_windows.front().started >= sampling) {
            m_successes -= m_windows.front().successes;
            m_failures -= m_windows.front().failures;
            m_windows.pop_front();
        }
        ++(failed ? m_failures : m_successes);
        ++(failed ? m_windows.back().failures : m_windows.back().successes);
    }

    BreakerState m_state = BreakerState::closed;
    Instant m_blockedUntil;
    std::deque<Window> m_windows;
    int m_successes = 0;
    int m_failures = 0;
};

class Hystrix : public TargetRule
{
public:
    Pass ask(Instant now) override
    {
        look(now);
        if (m_state == BreakerState::open && now >= m_openedAt + 5s) {
            m_state = BreakerState::halfOpen;
            return {.allowed = true, .token = probe};
        }
        return {.allowed = m_state == BreakerState::closed};
    }

    void tell(Instant now, const Pass &pass, bool failed, Duration) override
    {
        look(now);
        Bucket &bucket = bucketAt(now);
        ++bucket.calls;
        bucket.failures += failed ? 1 : 0;
        if (pass.token != probe || m_state != BreakerState::halfOpen)
            return;
        if (failed) {
            m_state = BreakerState::open;
            m_openedAt = now;
        } else {
            m_state = BreakerState::closed;
            m_buckets = {};
        }
    }

    BreakerState state() const override { return m_state; }

private:
    static constexpr std::uint64_t probe = 1;
    struct Bucket { std::int64_t second = -1; int calls = 0; int failures = 0; };

    Bucket &bucketAt(Instant now)
    {
        const std::int64_t second = now.time_since_epoch() / 1s;
        Bucket &bucket = m_buckets[static_cast<std::size_t>(second % 10)];
        if (bucket.second != second)
            bucket = {.second = second};
        return bucket;
    }

    /// The health snapshot: at most every 500 ms.
    void look(Instant now)
    {
        const std::int64_t half = now.time_since_epoch() / 500ms;
        if (half == m_looked)
            return;
        m_looked = half;
        int calls = 0;
        int failures = 0;
        for (const Bucket &bucket : m_buckets)
            if (bucket.second > now.time_since_epoch() / 1s - 10) {
                calls += bucket.calls;
                failures += bucket.failures;
            }
        if (m_state == BreakerState::closed && calls >= 20 && failures * 2 >= calls) {
            m_state = BreakerState::open;
            m_openedAt = now;
        }
    }

    BreakerState m_state = BreakerState::closed;
    Instant m_openedAt;
    std::int64_t m_looked = -1;
    std::array<Bucket, 10> m_buckets{};
};

class Consecutive : public TargetRule
{
public:
    Pass ask(Instant now) override
    {
        sweep(now);
        return {.allowed = m_state == BreakerState::closed};
    }

    void tell(Instant now, const Pass &, bool failed, Duration) override
    {
        sweep(now);
        m_inARow = failed ? m_inARow + 1 : 0;
        if (m_inARow < 5 || m_state != BreakerState::closed)
            return;
        m_inARow = 0;
        ++m_times;
        m_state = BreakerState::open;
        m_outUntil = now + std::min<Duration>(30s * m_times, 300s);
    }

    BreakerState state() const override { return m_state; }

private:
    /// Every 10 s those whose time is over come back, and those that were well forget one ejection.
    void sweep(Instant now)
    {
        for (const std::int64_t turn = now.time_since_epoch() / 10s; m_swept < turn; ++m_swept) {
            const Instant moment{10s * (m_swept + 1)};
            if (m_state == BreakerState::closed)
                m_times = std::max(0, m_times - 1);
            else if (moment >= m_outUntil)
                m_state = BreakerState::closed;
        }
    }

    BreakerState m_state = BreakerState::closed;
    Instant m_outUntil;
    std::int64_t m_swept = 0;
    int m_inARow = 0;
    int m_times = 0;
};

/// One of bRPC's two moving averages (EmaErrorRecorder).
class ErrorCost
{
public:
    ErrorCost(int window, int percent)
        : m_window(window)
        , m_percent(percent)
        , m_smooth(std::pow(epsilon, 1.0 / window))
    {
    }

    /// Whether all is well.
    bool end(bool failed, double micros)
    {
        if (!failed)
            m_latency = m_latency == 0 ? micros : m_latency * m_smooth + micros * (1 - m_smooth);
        const bool healthy = failed ? add(micros) : (m_cost = m_cost < 500 ? 0 : m_cost * m_smooth, true);
        if (m_samples >= m_window)
            return healthy;
        // Until the first window is full it goes by the plain number of errors.
        ++m_samples;
        return !failed || m_errors++ < m_window * m_percent / 100;
    }

    void reset()
    {
        if (m_samples < m_window) {
            m_samples = m_errors = 0;
            m_latency = 0;
        }
        m_cost = 0;
    }

private:
    static constexpr double epsilon = 0.02;

    bool add(double micros)
    {
        m_cost += m_latency == 0 ? micros : std::min(m_latency * 2, micros);
        return m_cost <= m_latency * m_window * (m_percent / 100.0) * (1 + epsilon);
    }

    int m_window;
    int m_percent;
    double m_smooth;
    int m_samples = 0;
    int m_errors = 0;
    double m_cost = 0;
    double m_latency = 0;
};

class Brpc : public TargetRule
{
public:
    Pass ask(Instant now) override
    {
        if (m_state == BreakerState::open && now >= m_outUntil) {
            m_long.reset();
            m_short.reset();
            m_resetAt = now;
            m_state = BreakerState::closed;
        }
        return {.allowed = m_state == BreakerState::closed};
    }

    void tell(Instant now, const Pass &, bool failed, Duration took) override
    {
        const double micros = inSeconds(took) * 1e6;
        if (m_state != BreakerState::closed || (m_long.end(failed, micros) && m_short.end(failed, micros)))
            return;
        m_isolation = now - m_resetAt < 30s ? std::min<Duration>(m_isolation * 2, 30s) : Duration(100ms);
        m_state = BreakerState::open;
        m_outUntil = now + m_isolation;
    }

    BreakerState state() const override { return m_state; }

private:
    BreakerState m_state = BreakerState::closed;
    ErrorCost m_long{3000, 5};
    ErrorCost m_short{1500, 10};
    Duration m_isolation = 100ms;
    Instant m_outUntil;
    Instant m_resetAt;
};

class Unprotected : public TargetRule
{
public:
    Pass ask(Instant) override { return {.allowed = true}; }
    void tell(Instant, const Pass &, bool, Duration) override { }
    BreakerState state() const override { return BreakerState::closed; }
};

} // namespace

std::unique_ptr<TargetRule> makeResilience4j(std::uint64_t)
{
    return std::make_unique<Resilience4j>();
}

std::unique_ptr<TargetRule> makePolly(std::uint64_t)
{
    return std::make_unique<Polly>();
}

std::unique_ptr<TargetRule> makeHystrix(std::uint64_t)
{
    return std::make_unique<Hystrix>();
}

std::unique_ptr<TargetRule> makeConsecutive(std::uint64_t)
{
    return std::make_unique<Consecutive>();
}

std::unique_ptr<TargetRule> makeBrpc(std::uint64_t)
{
    return std::make_unique<Brpc>();
}

std::unique_ptr<TargetRule> makeUnprotected(std::uint64_t)
{
    return std::make_unique<Unprotected>();
}

const std::vector<RuleKind> &peerRules()
{
    static const std::vector<RuleKind> rules{{"resilience4j", makeResilience4j},
                                             {"Polly", makePolly},
                                             {"Hystrix", makeHystrix},
                                             {"5 in a row", makeConsecutive},
                                             {"bRPC", makeBrpc}};
    return rules;
}

} // namespace siaga::lab
