// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/runner.h"

#include "core/base/check.h"
#include "core/base/seed_bug.h"
#include "core/events/codec.h"
#include "core/events/resilience_events.h"
#include "core/runtime/adoption.h"

#include <algorithm>
#include <iterator>
#include <mutex>

namespace siaga {

namespace {

constexpr std::size_t turnsMax = 512; // Of one group; keeps the fsync's batch, and the wait for it, small.
constexpr int refusedMax = 8; // In a row; then somebody else keeps writing, and this instance must not.
constexpr Duration wallJumpMin = std::chrono::seconds(5);

Duration wallAhead(const Clock &clock)
{
    return std::chrono::milliseconds(clock.wall().milliseconds) - clock.now().time_since_epoch();
}

NewRecord toNewRecord(const Recorded &recorded)
{
    return {recorded.seq, recorded.at, recorded.wall, std::string(recorded.event.name()), encode(recorded)};
}

void hold(BreakerControl &breakers, const BreakerId &breaker, BreakerHold hold)
{
    if (hold == BreakerHold::open)
        breakers.holdOpen(breaker);
    else
        breakers.disable(breaker);
}

/// Lets the breakers of our own calls follow what people ordered.
void obey(BreakerControl &breakers, const Event &order)
{
    if (const auto *held = order.as<BreakerHeld>())
        hold(breakers, held->breaker, held->hold);
    else if (const auto *released = order.as<BreakerReleased>())
        breakers.release(released->breaker);
    else if (const auto *reset = order.as<BreakerReset>())
        breakers.reset(reset->breaker);
}

} // namespace

/// A mailbox for the end of a commit or of a refold: written by the committing thread, read by the pumping one.
struct CommitBox
{
    std::mutex mutex;
    bool ended = false;
    std::optional<AppendFailure> failure;
    std::optional<Result<State, Damage>> refolded;
};

Runner::Runner(RunnerOptions options, State state, Clock &clock, Committer &committer, Ports ports)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_committer(committer)
    , m_ports(std::move(ports))
    , m_loop(std::move(state), m_options.role)
    , m_executor(m_ports)
    , m_observer(m_ports)
    , m_notices(m_ports.notifier)
    , m_box(std::make_shared<CommitBox>())
    , m_wallAhead(wallAhead(clock))
{
}

void Runner::open()
{
    m_loop.setEpoch(state().epoch.next());
    m_keyframeAt = state().head.value();
    m_observer.watch(state().fleet, m_clock.now());
    if (m_ports.breakers) {
        m_ports.breakers->watch(state().fleet);
        for (const auto &[breaker, held] : state().resilience.held)
            hold(*m_ports.breakers, breaker, held.hold);
    }
    try {
        keep(m_loop.record(JournalOpened{m_options.instance, SIAGA_VERSION}, {Actor::Kind::runtime, "runner"}, m_clock.now(), m_clock.wall()));
    } catch (const BrokenInvariant &broken) {
        m_loopFault = broken.what();
        return;
    }
    commit();
}

void Runner::request(Event body, std::string person)
{
    m_requests.push_back({std::move(body), std::move(person)});
}

void Runner::offerFleet(FleetSource source)
{
    m_fleets.push_back(std::move(source));
}

void Runner::refuseFleet(std::vector<std::string> problems)
{
    m_fleets.push_back(FleetRefused{std::move(problems)});
}

void Runner::completed(Completion completion)
{
    m_completions.push_back(std::move(completion));
    // Answers to writes are never dropped; looks come again.
    if (m_completions.size() > m_options.queueMax && std::holds_alternative<Observation>(m_completions.front().answer)) {
        m_observer.ended(m_completions.front().id, m_clock.now());
        m_completions.pop_front();
        ++m_dropped;
    }
}

void Runner::noticeAnswered(NoticeAnswer answer)
{
    if (auto sent = m_notices.answered(answer))
        m_noticesSent.push_back(std::move(*sent));
}

void Runner::pump()
{
    hearCommitter();
    noteSleep();
    while (!m_committing) {
        takeQueued();
        if (m_turns.empty())
            break;
        commit();
    }
    dispatchNotices();
    m_observer.start(state().fleet, m_clock.now(), m_nextCall);
}

/// Right after a commit, so that nothing else is waited for, and when the time has come for another attempt.
void Runner::dispatchNotices()
{
    if (m_options.role == Role::observing || isFaulty())
        return;
    std::ranges::move(m_notices.takeOverdue(m_clock.now()), std::back_inserter(m_noticesSent));
    // An answer that is not folded yet would look like a call that was never made.
    if (isDurable() && (m_noticesSent.empty() || SIAGA_SEED_BUG_IS(21)))
        m_notices.dispatch(state(), m_clock.now(), m_nextCall);
}

void Runner::takeQueued()
{
    try {
        if (!isFaulty())
            for (const StepCallEnded &unstarted : m_executor.takeUnstarted())
                take(unstarted);
        noteWallJump();
        while (m_turns.size() < turnsMax && !isFaulty()) {
            if (!m_requests.empty()) {
                const Asked asked = std::move(m_requests.front());
                m_requests.pop_front();
                keep(m_loop.record(asked.body, {Actor::Kind::person, asked.person}, m_clock.now(), m_clock.wall()));
            } else if (!m_fleets.empty()) {
                takeFleet(m_fleets.front());
                m_fleets.pop_front();
            } else if (!m_noticesSent.empty()) {
                const NoticeSent sent = std::move(m_noticesSent.front());
                m_noticesSent.pop_front();
                keep(m_loop.record(sent, {Actor::Kind::runtime, "notices"}, m_clock.now(), m_clock.wall()));
            } else if (!m_completions.empty()) {
                const Completion completion = std::move(m_completions.front());
                m_completions.pop_front();
                if (const auto *answer = std::get_if<WriteAnswer>(&completion.answer)) {
                    if (const auto ended = m_executor.ended(completion.id, *answer))
                        take(*ended);
                } else {
                    hear(completion, std::get<Observation>(completion.answer));
                }
            } else if (const auto due = m_loop.nextDeadline(m_tickedAt); due && *due <= m_clock.now() && m_tickedAt < m_clock.now()) {
                m_tickedAt = m_clock.now();
                take(Tick{});
            } else {
                return;
            }
        }
    } catch (const BrokenInvariant &broken) {
        // Part of a turn may be folded: the state is not to be trusted, and nothing of the turn becomes durable.
        m_loopFault = broken.what();
    }
}

void Runner::take(const Input &input)
{
    keep(m_loop.take(input, m_clock.now(), m_clock.wall()));
}

void Runner::takeFleet(const std::variant<FleetSource, FleetRefused> &offered)
{
    const auto *refused = std::get_if<FleetRefused>(&offered);
    if (refused && refused->problems == state().fleetProblems)
        return;
    const auto event = refused ? std::optional(Event(*refused)) : judgeFleet(std::get<FleetSource>(offered), state());
    if (!event)
        return;
    keep(m_loop.record(*event, {Actor::Kind::runtime, "fleet"}, m_clock.now(), m_clock.wall()));
    m_observer.watch(state().fleet, m_clock.now());
    if (m_ports.breakers)
        m_ports.breakers->watch(state().fleet);
}

void Runner::noteWallJump()
{
    const Duration ahead = wallAhead(m_clock);
    const Duration by = ahead - m_wallAhead;
    m_wallAhead = ahead;
    if ((by > wallJumpMin || by < -wallJumpMin) && !isFaulty())
        keep(m_loop.record(WallJumped{by}, {Actor::Kind::runtime, "clock"}, m_clock.now(), m_clock.wall()));
}

void Runner::keep(Turn turn)
{
    for (const Recorded &recorded : turn.recorded)
        m_executor.withdraw(recorded);
    m_turns.push_back(std::move(turn));
}

void Runner::commit()
{
    std::vector<std::vector<NewRecord>> group;
    for (const Turn &turn : m_turns) {
        std::vector<NewRecord> batch;
        for (const Recorded &recorded : turn.recorded)
            batch.push_back(toNewRecord(recorded));
        if (!batch.empty())
            group.push_back(std::move(batch));
    }
    if (group.empty())
        return release();
    if (SIAGA_SEED_BUG_IS(1))
        for (const Turn &turn : m_turns)
            for (const Recorded &recorded : turn.recorded)
                startCall(recorded);
    m_committing = true;
    m_committer.commit(std::move(group), [box = m_box, wake = m_wake](std::optional<AppendFailure> failure) {
        {
            const std::lock_guard lock(box->mutex);
            box->ended = true;
            box->failure = std::move(failure);
        }
        if (wake)
            wake();
    });
    hearCommitter();
}

void Runner::hearCommitter()
{
    for (;;) {
        std::unique_lock lock(m_box->mutex);
        if (!std::exchange(m_box->ended, false))
            return;
        std::optional<AppendFailure> failure = std::exchange(m_box->failure, std::nullopt);
        std::optional<Result<State, Damage>> read = std::exchange(m_box->refolded, std::nullopt);
        lock.unlock();
        if (read)
            refolded(std::move(*read));
        else
            committed(std::move(failure));
    }
}

void Runner::committed(std::optional<AppendFailure> failure)
{
    m_committing = false;
    if (failure && failure->refusal == AppendRefusal::headMoved && ++m_refused <= refusedMax)
        return throwAway();
    if (failure) {
        m_journalFault = failure->detail.empty() ? "the journal moved on without this instance" : failure->detail;
        m_turns.clear();
        return;
    }
    m_refused = 0;
    release();
    keepKeyframe();
}

/// Nothing of the refused turns has left core. What people asked and what the files said is taken once more; what was
/// seen comes again, and calls whose answers were in there are in doubt after the next opening.
void Runner::throwAway()
{
    for (auto turn = m_turns.rbegin(); turn != m_turns.rend(); ++turn) {
        if (turn->recorded.empty())
            continue;
        const Recorded &first = turn->recorded.front();
        if (first.actor.kind == Actor::Kind::person)
            m_requests.push_front({first.event, first.actor.name});
        else if (const auto *adopted = first.event.as<FleetAdopted>())
            m_fleets.push_front(sourceOf(*adopted));
        else if (const auto *sent = first.event.as<NoticeSent>())
            m_noticesSent.push_front(*sent);
        else if (const auto *refused = first.event.as<FleetRefused>())
            m_fleets.push_front(*refused);
    }
    m_turns.clear();
    m_executor.abandon();
    m_committing = true;
    m_committer.refold([box = m_box, wake = m_wake](Result<State, Damage> read) {
        {
            const std::lock_guard lock(box->mutex);
            box->ended = true;
            box->refolded = std::move(read);
        }
        if (wake)
            wake();
    });
}

void Runner::refolded(Result<State, Damage> read)
{
    m_committing = false;
    if (!read) {
        m_journalFault = "the journal moved on without this instance, and " + read.error().what;
        return;
    }
    m_loop = Loop(std::move(read).value(), m_options.role);
    m_tickedAt = {};
    open();
}

void Runner::startCall(const Recorded &recorded)
{
    if (m_options.role == Role::observing)
        return;
    m_executor.start(recorded, state().fleet, state().epoch, m_nextCall);
    m_nextCall = m_nextCall.next();
}

void Runner::release()
{
    const std::vector<Turn> turns = std::exchange(m_turns, {});
    for (const Turn &turn : turns) {
        for (const Recorded &recorded : turn.recorded) {
            if (m_hear)
                m_hear(recorded);
            m_notices.hear(recorded);
            if (m_ports.breakers)
                obey(*m_ports.breakers, recorded.event);
            if (!SIAGA_SEED_BUG_IS(1))
                startCall(recorded);
        }
        for (const Look &look : turn.looks)
            m_observer.wish(look, m_clock.now());
    }
    dispatchNotices(); // Both before what follows folds records that are not durable yet.
    if (m_show && !isFaulty())
        m_show();
}

void Runner::keepKeyframe()
{
    const std::uint64_t head = state().head.value();
    if (head < m_keyframeAt + m_options.keyframeEvery)
        return;
    m_keyframeAt = head;
    m_committer.keep({state().head, keyframeFingerprint(), toKeyframe(state())});
}

Instant Runner::nextDeadline() const
{
    const bool anyQueued = !m_completions.empty() || !m_noticesSent.empty();
    if (anyQueued && !m_committing && !isFaulty())
        return m_clock.now(); // Seen while calls were started.
    Instant next = m_clock.now() + std::chrono::seconds(1);
    if (const auto due = m_observer.nextDue())
        next = std::min(next, *due);
    if (const auto due = m_loop.nextDeadline(m_tickedAt); due && *due > m_tickedAt)
        next = std::min(next, *due);
    if (const auto due = m_notices.nextDue(); due && !isFaulty() && m_options.role == Role::acting)
        next = std::min(next, *due);
    return next;
}

} // namespace siaga
