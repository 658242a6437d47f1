// SPDX-License-Identifier: GPL-3.0-or-later
// Decides which boards leave core, and when: only such as show durable state, when something changed, and one a second
// all the same, so that ages go on.
//
// It is like a newsreader who may only read what is printed: between two editions nothing is said. The catch: under a
// steady stream there is no quiet moment, so a board that is due is made right when a commit has ended.
#pragma once

#include "core/boards/now_board.h"
#include "core/runtime/runner.h"

#include <functional>
#include <memory>

namespace siaga {

/// Whether the state may be shown at this moment, and why it never will be again.
struct Showing
{
    bool isDurable = true;
    std::string journalFault = {};
    std::string loopFault = {};
    bool isFaulty() const { return !journalFault.empty() || !loopFault.empty(); }
};
using ShowingSource = std::function<Showing()>;

/// Of a runner, which outlives it.
ShowingSource showingOf(const Runner &runner);

class BoardFeed
{
public:
    using Project = std::function<NowBoard()>;
    using Send = std::function<void(const std::shared_ptr<const NowBoard> &)>;

    /// `clock` outlives it. The state must be durable now: the first board is made of it.
    BoardFeed(ShowingSource showing, const Clock &clock, Project project, Send send);

    /// A board is due; call it ten times a second.
    void due();

    /// The state is durable at this very moment (Runner::onDurable).
    void durable();

    /// What may be shown now: the present board when it is durable, else the last that was, with the fault if there
    /// is one.
    std::shared_ptr<const NowBoard> present() const;

private:
    void make();
    void send(std::shared_ptr<const NowBoard> board);
    std::shared_ptr<const NowBoard> withFault(const Showing &showing) const;

    ShowingSource m_showing;
    const Clock &m_clock;
    Project m_project;
    Send m_send;
    std::shared_ptr<const NowBoard> m_last; ///< Of durable state; never nullptr.
    NowBoard m_sent;                        ///< What was sent last, without ages.
    Instant m_sentAt;
    bool m_anySent = false;
    bool m_due = false;
};

} // namespace siaga
