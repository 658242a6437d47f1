// SPDX-License-Identifier: GPL-3.0-or-later
// All protection around one target for calls that are coroutines: resilience::protect() for QCoro::Task.
//
// The same way into the same bank, for whoever does something else while he waits. The order, from the outside in, is
// always
//
//     total deadline ( retry ( breaker ( bulkhead ( budget ( time-out ( call ))))))
//
// The catch: a coroutine may wait longer than the object lives that began it. So everything is taken by value, the target
// is shared, and `wait` says whether to go on at all; whoever ends says so there, and waits until no task is left.
#pragma once

#include "core/resilience/protection.h"

#include <QCoroTask>

#include <functional>
#include <memory>

namespace siaga {

/// How a coroutine reads the clock, waits, and hears of breakers that turn.
struct TaskSurroundings
{
    std::function<Instant()> now;
    std::function<QCoro::Task<bool>(Duration)> wait; ///< False: it was woken because all is to end.
    std::function<void(const resilience::BreakerChange &)> tell;
};

/// One attempt. It ends by itself within `attempt.timeout`; the attempt lives as long as the task.
template<class T>
using AttemptTask = std::function<QCoro::Task<resilience::Tried<T>>(const resilience::Attempt &)>;

/// Gives a place back, whatever happens to the attempt that took it.
class TakenPlace
{
public:
    TakenPlace(resilience::Target &target, const resilience::Passage &passage, const TaskSurroundings &around)
        : m_target(target)
        , m_passage(passage)
        , m_around(around)
    {
    }
    ~TakenPlace()
    {
        if (m_taken)
            m_target.abandon(m_passage, m_around.now());
    }
    TakenPlace(const TakenPlace &) = delete;
    TakenPlace &operator=(const TakenPlace &) = delete;

    std::optional<resilience::BreakerChange> end(resilience::CallResult result, Instant now)
    {
        m_taken = false;
        return m_target.end(m_passage, result, now);
    }

private:
    resilience::Target &m_target;
    const resilience::Passage &m_passage;
    const TaskSurroundings &m_around;
    bool m_taken = true;
};

template<class T>
QCoro::Task<resilience::Protected<T>> protectTask(std::shared_ptr<resilience::Target> target, resilience::RetryRun run,
                                                  TaskSurroundings around, AttemptTask<T> call)
{
    using namespace resilience;
    Protected<T> result;
    for (CallKind kind = CallKind::first;; kind = CallKind::retry) {
        BreakerChange change;
        const Passage passage = target->begin(around.now(), run.deadline(), kind, &change);
        if (passage.admission.turned)
            around.tell(change);
        if (!passage.free()) {
            result.obstacle = passage.obstacle;
            co_return result;
        }
        TakenPlace place(*target, passage, around);
        ++result.attempts;
        const Attempt attempt{run.attempt(), run.key(), passage.timeout, run.deadline().within(passage.began, passage.timeout)};
        Tried<T> tried = co_await call(attempt);
        const Instant ended = around.now();
        if (const auto turned = place.end(tried.value ? CallResult::success : resultOf(tried.failure), ended))
            around.tell(*turned);
        if (tried.value) {
            result.answer = Answer<T>{std::move(*tried.value)};
            co_return result;
        }
        const RetryVerdict verdict = run.next(tried.failure, tried.retryAfter, ended, target->budget(), target->isDegraded());
        result.stop = verdict.stop;
        if (!verdict.goesOn())
            co_return result;
        const bool goesOn = co_await around.wait(verdict.wait);
        if (!goesOn) {
            result.stop = RetryStop::ours;
            co_return result;
        }
    }
}

} // namespace siaga
