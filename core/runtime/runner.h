// SPDX-License-Identifier: GPL-3.0-or-later
// One running instance: the queue, the loop, the journal and the drivers put together. The same for the live program,
// the lab and the tests; only the clock, the committer and the drivers differ.
#pragma once

#include "core/fleet/read.h"
#include "core/runtime/clock.h"
#include "core/runtime/committer.h"
#include "core/runtime/executor.h"
#include "core/runtime/loop.h"
#include "core/runtime/notice_dispatcher.h"
#include "core/runtime/observer.h"

#include <deque>
#include <functional>
#include <variant>

namespace siaga {

/// What a journal was folded to when it was opened.
struct Opened
{
    State state;
    std::uint64_t folded = 0; ///< Records read after the keyframe.
};

/// Folds the journal, from the newest keyframe that fits. Damage, or a record that cannot be decoded, is an error.
Result<Opened, Damage> openState(const Journal &journal);

/// The state after the last record at or before `at`, for replay; within one keyframe's distance of work.
Result<Opened, Damage> stateAt(const Journal &journal, Seq seq);

struct RunnerOptions
{
    std::string instance = "siaga"; ///< Host and process, for people.
    std::uint64_t keyframeEvery = 5000; ///< Records between keyframes.
    std::size_t queueMax = 50'000; ///< Observations beyond it are dropped, oldest first, and counted.
    Role role = Role::acting; ///< An observing one starts no call that writes; give it a committer that forgets.
};

class Runner
{
public:
    /// All arguments live longer than the runner.
    Runner(RunnerOptions options, State state, Clock &clock, Committer &committer, Ports ports);

    /// Records the opening under a new epoch and begins to observe. Call once, before anything else.
    void open();

    /// Wakes the owner (which then calls pump()) when a commit ended on another thread; may be called from any thread.
    void onWake(std::function<void()> wake) { m_wake = std::move(wake); }

    /// Called for each record once it is durable, in order, on the pumping thread.
    void onRecorded(std::function<void(const Recorded &)> hear) { m_hear = std::move(hear); }

    /// Called for each observation that is taken in, in order, on the pumping thread: the same that seen() then holds. What
    /// follows from it is not durable yet.
    void onSeen(std::function<void(const Observation &)> hear) { m_hearSeen = std::move(hear); }

    /// Called after each commit while the state is the fold of durable records and nothing else: under a steady stream
    /// this is the only such moment. Not called any more after a fault.
    void onDurable(std::function<void()> show) { m_show = std::move(show); }

    /// Something a person asks for. Overtakes observations. The body is one of core/events/request_events.h.
    void request(Event body, std::string person);

    /// A fleet that was loaded from files: adopted if it reads without a problem and takes away nothing that an open
    /// plan needs, else refused; either way an event says so. Equal bytes change nothing.
    void offerFleet(FleetSource source);

    /// Files that could not even be loaded; told once for the same problems.
    void refuseFleet(std::vector<std::string> problems);

    /// A driver's completion; only enqueues. Call on the pumping thread.
    void completed(Completion completion);

    /// What became of a notice; only enqueues. Call on the pumping thread.
    void noticeAnswered(NoticeAnswer answer);

    /// How notices are worded; called on the pumping thread, when state() is durable.
    void wordNotices(NoticeWording wording) { m_notices.setWording(std::move(wording)); }

    /// Takes all that is due and queued. Returns at once while a commit is under way on another thread.
    void pump();

    /// Something seen that no call asked for; only enqueues. Call on the pumping thread.
    void observed(Observation observation) { completed({CallId(), std::move(observation)}); }

    /// When pump() should be called next if nothing else happens.
    Instant nextDeadline() const;

    const State &state() const { return m_loop.state(); }
    const Seen &seen() const { return m_loop.seen(); }

    /// True when nothing of the state is still on its way to the disk: only then, and without a fault, may it be shown.
    bool isDurable() const { return !m_committing && m_turns.empty(); }

    /// Why nothing is done any more; empty while all is well. The journal's fault in the system's words, or ours.
    const std::string &journalFault() const { return m_journalFault; }
    const std::string &loopFault() const { return m_loopFault; }
    bool isFaulty() const { return !m_journalFault.empty() || !m_loopFault.empty(); }

    std::uint64_t droppedObservations() const { return m_dropped; }

private:
    void takeQueued();
    void take(const Input &input);
    void takeFleet(const std::variant<FleetSource, FleetRefused> &offered);
    void noteWallJump();
    void noteSleep();
    void hear(const Completion &completion, const Observation &observation);
    void keep(Turn turn);
    void commit();
    void hearCommitter();
    void committed(std::optional<AppendFailure> failure);
    void throwAway();
    void refolded(Result<State, Damage> read);
    void startCall(const Recorded &recorded);
    void release();
    void dispatchNotices();
    void keepKeyframe();

    RunnerOptions m_options;
    Clock &m_clock;
    Committer &m_committer;
    Ports m_ports;
    Loop m_loop;
    Executor m_executor;
    Observer m_observer;
    NoticeDispatcher m_notices;
    std::function<void()> m_wake;
    std::function<void(const Recorded &)> m_hear;
    std::function<void(const Observation &)> m_hearSeen;
    std::function<void()> m_show;

    struct Asked
    {
        Event body;
        std::string person;
    };
    std::deque<Asked> m_requests;
    std::deque<std::variant<FleetSource, FleetRefused>> m_fleets;
    std::deque<NoticeSent> m_noticesSent;
    std::deque<Completion> m_completions;
    std::vector<Turn> m_turns;          // Of the group that is being made, or under way.
    std::shared_ptr<struct CommitBox> m_box; // Where another thread leaves the end of a commit.
    bool m_committing = false;
    int m_refused = 0;                  // Groups in a row, because the head had moved.
    CallId m_nextCall{1};
    Instant m_tickedAt;
    std::optional<Instant> m_awakeAt;   // When pump() was called last.
    Instant m_wokeAt;                   // What began to be looked at before is not taken for now.
    Duration m_wallAhead{};             // Wall time minus fleet time, to notice jumps.
    std::uint64_t m_keyframeAt = 0;
    std::uint64_t m_dropped = 0;
    std::string m_journalFault;
    std::string m_loopFault;
};

} // namespace siaga
