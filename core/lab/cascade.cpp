// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/cascade.h"

#include "core/base/check.h"
#include "core/base/random.h"
#include "core/lab/timetable.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <functional>
#include <map>

namespace siaga::lab {

namespace {

using namespace std::chrono_literals;
using resilience::Deadline;

constexpr Instant start{1h};
constexpr Duration usersWait = 3s;   // Nobody looks at an answer that comes later.
constexpr double failing = 0.0005;   // What every service fails anyway.
constexpr double goesOn = 0.5;       // The share of requests that need the next service, or the tenth.

enum class Reply { full, fallback, failed, busy };

/// What a service is asked: how far the request goes, and whom to tell.
struct Job
{
    std::size_t last = 0; ///< Chain: the last service it needs. Fan-out: the last of the ten.
    Deadline deadline;
    std::function<void(Reply)> tell;
};
using SharedJob = std::shared_ptr<Job>;

struct Service
{
    std::string name;
    double users = 0;         ///< Requests a second of its own users.
    std::size_t workers = 40; ///< Each is taken until its request is answered.
    std::size_t queueMax = 100;
    Duration median = 10ms;   ///< Of its own work.
    std::size_t busy = 0;
    std::deque<SharedJob> queue = {};
};

std::vector<Service> servicesOf(CascadeShape shape)
{
    if (shape == CascadeShape::chain)
        return {{"A", 100}, {"B", 100}, {"C", 100}, {"D", 0, 4, 100, 20ms}};
    std::vector<Service> services{{"front", 150}};
    for (int i = 1; i <= 10; ++i)
        services.push_back({"leaf " + std::to_string(i), 30, i == 10 ? std::size_t(4) : std::size_t(8), 100, 20ms});
    return services;
}

/// A call on its way from one service to another.
struct Underway
{
    Guard *guard = nullptr;
    std::unique_ptr<GuardedCall> call;
    std::size_t to = 0;
    SharedJob job;
    std::function<void(Reply)> done;
};

/// Several calls of one request that go on at the same time.
struct Gathering
{
    std::size_t left = 0;
    Reply worst = Reply::full;
};

class Cascade
{
public:
    explicit Cascade(const CascadeSetup &setup)
        : m_setup(setup)
        , m_services(servicesOf(setup.shape))
        , m_sick(m_services.size() - 1)
        , m_from(start + setup.quietBefore)
        , m_until(m_from + setup.faultFor)
        , m_end(m_until + setup.quietAfter)
        , m_timetable(start)
        , m_users(Random(setup.seed).stream(1))
        , m_work(Random(setup.seed).stream(2))
        , m_guards(Random(setup.seed).stream(3))
        , m_seconds(static_cast<std::size_t>(setup.quietAfter / 1s))
    {
        SIAGA_CHECK(setup.quietAfter >= 5s);
        m_passDeadlines = makeGuard(setup.protection, 0)->passesDeadlines();
        for (std::size_t i = 0; i < m_sick; ++i)
            m_outcome.healthy.push_back({.service = m_services[i].name});
        for (std::size_t i = 0; i < m_services.size(); ++i)
            if (m_services[i].users > 0)
                nextUser(i);
    }

    CascadeOutcome run()
    {
        m_timetable.advanceTo(m_end + usersWait);
        m_outcome.backAfter = backAfter();
        return std::move(m_outcome);
    }

private:
    struct Second { int wanted = 0; int lost = 0; };

    Instant now() const { return m_timetable.now(); }
    bool isSick(std::size_t service) const { return service == m_sick && now() >= m_from && now() < m_until; }
    bool isDuringFault(Instant when) const { return when >= m_from && when < m_until; }

    /// Judged over five seconds, so that three unlucky requests are no outage.
    std::optional<Duration> backAfter() const
    {
        constexpr std::size_t span = 5;
        const auto isBad = [this](std::size_t first, std::size_t count) {
            Second sum;
            for (std::size_t i = first; i < first + count; ++i)
                sum = {sum.wanted + m_seconds[i].wanted, sum.lost + m_seconds[i].lost};
            return sum.lost * 100 > sum.wanted;
        };
        std::size_t first = m_seconds.size() - span + 1;
        while (first > 0 && !isBad(first - 1, span))
            --first;
        if (first == 0)
            return Duration{};
        if (first == m_seconds.size() - span + 1)
            return std::nullopt;
        std::size_t last = first + span - 1; // One past the end of the last bad window.
        while (!isBad(last - 1, 1))
            --last;
        return last * Duration(1s);
    }

    // Users

    void nextUser(std::size_t service)
    {
        const double wait = -std::log1p(-m_users.unit()) / m_services[service].users;
        m_timetable.at(now() + Duration(std::llround(wait * 1e9)), [this, service] {
            if (now() >= m_end)
                return;
            userComes(service);
            nextUser(service);
        });
    }

    std::size_t wayOf(std::size_t service)
    {
        if (m_setup.shape == CascadeShape::fanOut)
            return service > 0 ? service : m_users.chance(goesOn) ? m_sick : m_sick - 1;
        std::size_t last = service;
        while (last < m_sick && m_users.chance(goesOn))
            ++last;
        return last;
    }

    void userComes(std::size_t service)
    {
        const Instant came = now();
        const std::size_t last = wayOf(service);
        const bool touched = last == m_sick;
        const auto settled = std::make_shared<bool>(false);
        const auto settle = [this, service, came, touched, settled](Reply reply) {
            if (std::exchange(*settled, true))
                return;
            count(service, came, touched, reply);
        };
        if (isDuringFault(came) && touched)
            ++m_outcome.offered;
        m_timetable.at(came + usersWait, [settle] { settle(Reply::failed); });
        const Deadline deadline = m_passDeadlines ? Deadline::after(came, usersWait) : Deadline{};
        arrive(service, std::make_shared<Job>(Job{last, deadline, settle}));
    }

    void count(std::size_t service, Instant came, bool touched, Reply reply)
    {
        if (isDuringFault(came) && service != m_sick) {
            Goodput &goodput = m_outcome.healthy[service];
            ++goodput.wanted;
            goodput.full += reply == Reply::full;
            goodput.fallback += reply == Reply::fallback;
            goodput.untouched += !touched;
            goodput.untouchedGood += !touched && reply == Reply::full;
        }
        if (came >= m_until && came < m_end) {
            Second &second = m_seconds[static_cast<std::size_t>((came - m_until) / 1s)];
            ++second.wanted;
            second.lost += reply != Reply::full;
        }
    }

    // Services

    void arrive(std::size_t service, SharedJob job)
    {
        Service &at = m_services[service];
        if (isSick(service))
            ++m_outcome.reached;
        if (at.busy < at.workers) {
            ++at.busy;
            work(service, std::move(job));
        } else if (at.queue.size() < at.queueMax) {
            at.queue.push_back(std::move(job));
        } else if (!hangs(service)) {
            job->tell(Reply::busy);
        }
    }

    /// Whoever hangs does not even say that there is no place in the queue.
    bool hangs(std::size_t service) const { return isSick(service) && m_setup.fault.kind == TargetFaultKind::hang; }

    void work(std::size_t service, SharedJob job)
    {
        const double spread = std::sqrt(-2 * std::log1p(-m_work.unit())) * std::cos(2 * M_PI * m_work.unit());
        double seconds = inSeconds(m_services[service].median) * std::exp(0.5 * spread); // Log-normal, by Box and Muller.
        bool fails = m_work.chance(failing);
        const double luck = m_work.unit();
        Instant ends{};
        if (isSick(service)) {
            const TargetFault &fault = m_setup.fault;
            seconds *= fault.kind == TargetFaultKind::latency ? fault.size : 1;
            fails = fails || (fault.kind == TargetFaultKind::errors && luck < fault.size);
            fails = fails || (fault.kind == TargetFaultKind::flapping && (now() - m_from) / fault.period % 2 == 0);
            if (hangs(service))
                ends = m_until; // Its workers hang until somebody restarts it.
        }
        ends = std::max(ends, now() + Duration(std::llround((fails ? std::min(seconds, 0.005) : seconds) * 1e9)));
        m_timetable.at(ends, [this, service, job, fails] {
            fails ? answer(service, job, Reply::failed) : callOthers(service, job);
        });
    }

    void answer(std::size_t service, const SharedJob &job, Reply reply)
    {
        job->tell(reply);
        Service &at = m_services[service];
        --at.busy;
        while (at.busy < at.workers && !at.queue.empty()) {
            SharedJob next = std::move(at.queue.front());
            at.queue.pop_front();
            // Whoever was told the deadline does not work for nobody.
            if (next->deadline.passed(now()))
                continue;
            ++at.busy;
            work(service, std::move(next));
        }
    }

    void callOthers(std::size_t service, const SharedJob &job)
    {
        std::vector<std::size_t> others;
        if (m_setup.shape == CascadeShape::chain && service < job->last)
            others.push_back(service + 1);
        else if (m_setup.shape == CascadeShape::fanOut && service == 0)
            for (std::size_t leaf = 1; leaf <= job->last; ++leaf)
                others.push_back(leaf);
        if (others.empty())
            return answer(service, job, Reply::full);
        const auto gathering = std::make_shared<Gathering>(Gathering{.left = others.size()});
        for (const std::size_t other : others)
            call(service, other, job, [this, service, job, gathering](Reply reply) {
                gathering->worst = std::max(gathering->worst, reply);
                if (--gathering->left == 0)
                    answer(service, job, gathering->worst);
            });
    }

    // Calls between services

    void call(std::size_t from, std::size_t to, const SharedJob &job, std::function<void(Reply)> done)
    {
        std::unique_ptr<Guard> &guard = m_guardOf[{from, to}];
        if (!guard)
            guard = makeGuard(m_setup.protection, m_guards.next());
        const auto underway = std::make_shared<Underway>(Underway{.guard = guard.get(), .call = guard->place(job->deadline, m_guards.next()),
                                                                  .to = to, .job = job, .done = std::move(done)});
        attempt(underway);
    }

    void attempt(const std::shared_ptr<Underway> &underway)
    {
        const auto timeout = underway->call->begin(now());
        if (!timeout)
            return unanswered(underway, AttemptEnd::refused);
        const auto settled = std::make_shared<bool>(false);
        const auto settle = [this, underway, settled](Reply reply, AttemptEnd how) {
            if (std::exchange(*settled, true))
                return;
            underway->call->end(how, now());
            how == AttemptEnd::answered ? underway->done(reply) : unanswered(underway, how);
        };
        m_timetable.at(now() + *timeout, [settle] { settle(Reply::failed, AttemptEnd::timedOut); });
        const Deadline deadline = m_passDeadlines ? underway->job->deadline.within(now(), *timeout) : Deadline{};
        arrive(underway->to, std::make_shared<Job>(Job{underway->job->last, deadline, [settle](Reply reply) {
            const bool good = reply == Reply::full || reply == Reply::fallback;
            settle(reply, good ? AttemptEnd::answered : reply == Reply::busy ? AttemptEnd::busy : AttemptEnd::failed);
        }}));
    }

    void unanswered(const std::shared_ptr<Underway> &underway, AttemptEnd how)
    {
        if (const auto wait = underway->call->next(how, now()))
            m_timetable.at(now() + *wait, [this, underway] { attempt(underway); });
        else
            underway->done(underway->guard->hasFallback() ? Reply::fallback : Reply::failed);
    }

    CascadeSetup m_setup;
    std::vector<Service> m_services;
    std::size_t m_sick;
    Instant m_from;
    Instant m_until;
    Instant m_end;
    Timetable m_timetable;
    Random m_users;
    Random m_work;
    Random m_guards;
    bool m_passDeadlines = false;
    std::map<std::pair<std::size_t, std::size_t>, std::unique_ptr<Guard>> m_guardOf;
    std::vector<Second> m_seconds;
    CascadeOutcome m_outcome;
};

template<class Figure>
double worstOf(const std::vector<Goodput> &healthy, Figure figure)
{
    double worst = 0;
    for (const Goodput &goodput : healthy)
        worst = std::max(worst, (goodput.*figure)());
    return worst;
}

} // namespace

double CascadeOutcome::worstUntouchedLost() const
{
    return worstOf(healthy, &Goodput::untouchedLost);
}

double CascadeOutcome::worstLost() const
{
    return worstOf(healthy, &Goodput::lost);
}

CascadeOutcome runCascade(const CascadeSetup &setup)
{
    return Cascade(setup).run();
}

} // namespace siaga::lab
