// SPDX-License-Identifier: GPL-3.0-or-later
// The port that reaches people: a notice on the desktop, a command of the user's that pages somebody.
//
// It is like handing a telegram to a messenger: he says whether it was taken, not whether it was read. People are no
// target of plans, so a notice is no Call: it has no lane and no fence, and nothing is looked at afterwards. The catch:
// what was handed over cannot be un-said; taking it back only clears what can be cleared.
#pragma once

#include "core/drivers/ports/call.h"
#include "core/seen/notice_outcome.h"

#include <vector>

namespace siaga {

/// What a notice says, ready to be shown. Plain text: whoever shows it where markup is read must escape it.
struct NoticeText
{
    std::string title;       ///< With the mode's word: "LIVE · critical: us-east-1 is down".
    std::string body;        ///< Lines.
    std::string acknowledge; ///< What the button says that takes the alerts; empty: not offered.
    std::string open;        ///< The same of the one that shows them; empty: there is no window to open.
};

/// One alert of a notice, as facts for programs; what it is not about is empty.
struct NoticeAlert
{
    AlertId id;
    Severity severity = Severity::warning;
    std::string kind;        ///< "region", "check", "edge", …
    std::string region;
    std::string service;
    std::string check;
    std::string endpoint;
    std::string breaker;
    std::string state;       ///< Of a region.
    WallTime opened;
};

struct NoticeCall
{
    CallId id;
    ChannelId channel;
    std::vector<std::string> command; ///< Of a hook; empty for the desktop.
    Duration deadline = std::chrono::seconds(3); ///< From start() to the answer, all included.
    std::string key;         ///< A later notice with the same key replaces this one where that is possible.
    std::string mode;        ///< "live", "lab", "drill".
    std::string fleet;
    std::string environment;
    Severity severity = Severity::warning; ///< Of the worst alert.
    int attempt = 1;
    std::vector<NoticeAlert> alerts; ///< Worst first.
    NoticeText text;
    Permit permit;           ///< Read right before anything leaves; once withdrawn, nothing does.
};

struct NoticeAnswer
{
    CallId id;
    NoticeOutcome outcome = NoticeOutcome::failed;
    std::string detail; ///< Plain text of at most 200 bytes.
};

/// Only ever enqueues; may be called from inside start().
using NoticeSink = std::function<void(NoticeAnswer)>;

/// What somebody chose on a notice.
struct NoticeChoice
{
    enum class Kind { acknowledge, open };
    Kind kind = Kind::open;
    std::vector<AlertId> alerts;
    std::string activation; ///< The desktop's leave to raise a window; empty where it gives none.
};
using NoticeChoiceSink = std::function<void(NoticeChoice)>;

/// Contract for every way to people:
/// - start() returns at once. Exactly one answer for each call, at its deadline at the latest, unless it is cancelled.
/// - `delivered` only after the other side said so. A permit withdrawn before anything left is `failed`.
/// - Nobody there (no desktop, no such program) is `unavailable` or `failed` with a sentence, never an error of ours, and
///   the next call tries anew.
/// - A stuck notice delays no other channel.
/// - withdraw() clears what still shows, without an answer; for what shows nothing, or no more, it does nothing.
class Notifier
{
public:
    virtual ~Notifier() = default;

    virtual void start(const NoticeCall &call) = 0;
    virtual void cancel(CallId id) = 0;
    virtual void withdraw(const ChannelId &channel, const std::string &key) = 0;
};

} // namespace siaga
