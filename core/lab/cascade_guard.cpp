// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/cascade_guard.h"

#include "core/base/check.h"
#include "core/lab/peer_rules.h"
#include "core/resilience/protection.h"

namespace siaga::lab {

namespace {

using namespace std::chrono_literals;
using resilience::Deadline;

constexpr Duration patience = 1s; // The time-out that every kind starts from.

/// Waits 100, 200, 400 ms between four attempts.
class Hasty : public Guard
{
public:
    std::unique_ptr<GuardedCall> place(Deadline, std::uint64_t) override { return std::make_unique<Call>(); }
    bool hasFallback() const override { return false; }
    bool passesDeadlines() const override { return false; }

private:
    class Call : public GuardedCall
    {
    public:
        std::optional<Duration> begin(Instant) override { return patience; }
        void end(AttemptEnd, Instant) override { }
        std::optional<Duration> next(AttemptEnd, Instant) override
        {
            return m_retries < 3 ? std::optional<Duration>(100ms * (1 << m_retries++)) : std::nullopt;
        }

    private:
        int m_retries = 0;
    };
};

/// A peer's breaker and bulkhead; what they refuse counts as a failed attempt that is retried like any other, as there.
class Peer : public Guard
{
public:
    struct Defaults { int places = 0; int attempts = 1; Duration wait{}; };

    Peer(std::unique_ptr<TargetRule> rule, const Defaults &defaults)
        : m_rule(std::move(rule))
        , m_defaults(defaults)
        , m_bulkhead(defaults.places)
    {
    }
    std::unique_ptr<GuardedCall> place(Deadline, std::uint64_t) override { return std::make_unique<Call>(*this); }
    bool hasFallback() const override { return true; }
    bool passesDeadlines() const override { return false; }

private:
    class Call : public GuardedCall
    {
    public:
        explicit Call(Peer &peer)
            : m_peer(peer)
        {
        }
        std::optional<Duration> begin(Instant now) override
        {
            m_pass = m_peer.m_rule->ask(now);
            m_began = now;
            if (!m_pass.allowed)
                return std::nullopt;
            if (m_peer.m_bulkhead.enter())
                return patience;
            // The bulkhead stands inside the breaker, which counts its refusal as a failure.
            m_peer.m_rule->tell(now, m_pass, true, Duration{});
            return std::nullopt;
        }
        void end(AttemptEnd how, Instant now) override
        {
            m_peer.m_bulkhead.leave();
            m_peer.m_rule->tell(now, m_pass, how != AttemptEnd::answered, now - m_began);
        }
        std::optional<Duration> next(AttemptEnd, Instant) override
        {
            return ++m_made < m_peer.m_defaults.attempts ? std::optional(m_peer.m_defaults.wait) : std::nullopt;
        }

    private:
        Peer &m_peer;
        Pass m_pass;
        Instant m_began;
        int m_made = 0;
    };

    std::unique_ptr<TargetRule> m_rule;
    Defaults m_defaults;
    resilience::Bulkhead m_bulkhead;
};

class Ours : public Guard
{
public:
    explicit Ours(std::uint64_t seed)
        : m_target({.timeout = {.configured = patience}}, seed)
    {
    }
    std::unique_ptr<GuardedCall> place(Deadline deadline, std::uint64_t seed) override
    {
        return std::make_unique<Call>(m_target, deadline, seed);
    }
    bool hasFallback() const override { return true; }
    bool passesDeadlines() const override { return true; }

private:
    class Call : public GuardedCall
    {
    public:
        Call(resilience::Target &target, Deadline deadline, std::uint64_t seed)
            : m_target(target)
            , m_run(target.policy().retry, deadline, seed)
        {
        }
        std::optional<Duration> begin(Instant now) override
        {
            const auto kind = m_run.attempt() == 1 ? resilience::CallKind::first : resilience::CallKind::retry;
            m_passage = m_target.begin(now, m_run.deadline(), kind);
            return m_passage.free() ? std::optional(m_passage.timeout) : std::nullopt;
        }
        void end(AttemptEnd how, Instant now) override
        {
            m_target.end(m_passage, how == AttemptEnd::answered ? resilience::CallResult::success
                                                                : resilience::resultOf(failureOf(how)), now);
        }
        std::optional<Duration> next(AttemptEnd how, Instant now) override
        {
            const auto verdict = m_run.next(failureOf(how), std::nullopt, now, m_target.budget(), m_target.isDegraded());
            return verdict.goesOn() ? std::optional(verdict.wait) : std::nullopt;
        }

    private:
        static resilience::AttemptFailure failureOf(AttemptEnd how)
        {
            if (how == AttemptEnd::busy)
                return resilience::AttemptFailure::throttled;
            return how == AttemptEnd::refused ? resilience::AttemptFailure::ours : resilience::AttemptFailure::failed;
        }

        resilience::Target &m_target;
        resilience::RetryRun m_run;
        resilience::Passage m_passage;
    };

    resilience::Target m_target;
};

} // namespace

std::unique_ptr<Guard> makeGuard(Protection protection, std::uint64_t seed)
{
    switch (protection) {
    case Protection::none:
        return std::make_unique<Hasty>();
    case Protection::resilience4j:
        return std::make_unique<Peer>(makeResilience4j(seed), Peer::Defaults{.places = 25, .attempts = 3, .wait = 500ms});
    case Protection::hystrix:
        return std::make_unique<Peer>(makeHystrix(seed), Peer::Defaults{.places = 10});
    case Protection::siaga:
        return std::make_unique<Ours>(seed);
    }
    breakInvariant("a known protection", "cascade_guard.cpp", 0);
}

} // namespace siaga::lab
