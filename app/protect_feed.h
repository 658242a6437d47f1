// SPDX-License-Identifier: GPL-3.0-or-later
// The boards of page Protect, made only while somebody looks at that page.
//
// Like a lamp that is lit when the cupboard is opened. The catch: the same rule as for every board; it shows durable
// state or waits for the moment at which the state is durable.
#pragma once

#include "app/board_feed.h"
#include "core/boards/protect_board.h"

#include <functional>
#include <memory>

namespace siaga {

class ProtectFeed
{
public:
    using Project = std::function<ProtectBoard()>;
    using Send = std::function<void(const std::shared_ptr<const ProtectBoard> &)>;

    ProtectFeed(ShowingSource showing, Project project, Send send);

    /// From now on boards are wanted, or not any more.
    void want(bool wanted);

    /// A board is due; call it ten times a second.
    void due();

    /// The state is durable at this very moment (Runner::onDurable).
    void durable();

private:
    void make();

    ShowingSource m_showing;
    Project m_project;
    Send m_send;
    std::shared_ptr<const ProtectBoard> m_sent; ///< What was sent last; nullptr: nothing since it is wanted.
    bool m_wanted = false;
    bool m_due = false;
};

} // namespace siaga
