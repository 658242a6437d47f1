// SPDX-License-Identifier: GPL-3.0-or-later
// Hands what people are owed to the ways that reach them, and turns the answers into events.
//
// It is like the night porter with the list of calls to make: he looks at the list whenever it changed, makes the calls,
// notes what came of each, and takes the note off the door when the doctor has come. The catch: what is under way he has
// in his head only; whoever follows him calls once more.
#pragma once

#include "core/drivers/ports/notifier.h"
#include "core/health/notices.h"
#include "core/runtime/state.h"

#include <functional>

namespace siaga {

/// Puts a notice into words; without it the facts alone go out.
using NoticeWording = std::function<NoticeText(const std::vector<NoticeFor> &)>;

class NoticeDispatcher
{
public:
    /// `notifier` is not owned and may be nullptr: then nobody is told.
    explicit NoticeDispatcher(Notifier *notifier)
        : m_notifier(notifier)
    {
    }

    void setWording(NoticeWording wording) { m_wording = std::move(wording); }

    /// A durable record: whether it may change what is owed.
    void hear(const Recorded &recorded);

    /// Starts what is owed and takes back what nobody need be told any more. The state must be durable, all of it.
    /// `next` numbers the calls.
    void dispatch(const State &state, Instant now, CallId &next);

    /// The answer as an event; nullopt when the call is none of ours.
    std::optional<NoticeSent> answered(const NoticeAnswer &answer);

    /// Calls whose driver gave no answer in time, as it should have.
    std::vector<NoticeSent> takeOverdue(Instant now);

    /// When dispatch() or takeOverdue() should be called next if nothing happens before.
    std::optional<Instant> nextDue() const;

private:
    struct Flying
    {
        NoticeSent sent; ///< But for how it ended.
        Permit permit;
        Instant until;
    };
    struct Shown
    {
        ChannelId channel;
        std::string key;
        std::vector<AlertId> alerts;
    };
    void start(const health::NoticeDue &due, const State &state, Instant now, CallId id);
    void takeBack(const State &state);
    NoticeSent ended(std::map<CallId, Flying>::iterator flying, NoticeOutcome outcome, std::string detail);
    health::UnderWay underWay() const;

    Notifier *m_notifier;
    NoticeWording m_wording;
    std::map<CallId, Flying> m_flying;
    std::vector<Shown> m_shown;      ///< Not taken back yet, in this run.
    std::optional<Instant> m_next = Instant(); ///< The first dispatch is due at once.
    Instant m_dispatched;
    bool m_changed = true;
};

} // namespace siaga
