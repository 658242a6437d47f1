// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/protect_feed.h"

namespace siaga {

namespace {

// Ages are shown in seconds; a little less than one, so that the tenth tick is never just too early.
constexpr Duration unchangedFor = std::chrono::milliseconds(950);

} // namespace

ProtectFeed::ProtectFeed(ShowingSource showing, Project project, Send send)
    : m_showing(std::move(showing))
    , m_project(std::move(project))
    , m_send(std::move(send))
{
}

void ProtectFeed::want(bool wanted)
{
    m_wanted = wanted;
    m_sent.reset();
    m_due = false;
    due();
}

void ProtectFeed::due()
{
    const Showing showing = m_showing();
    if (!m_wanted || showing.isFaulty())
        return; // After a fault the last board stays, and page Now's banner says why.
    m_due = true;
    if (showing.isDurable)
        make();
}

void ProtectFeed::durable()
{
    if (m_due)
        make();
}

void ProtectFeed::make()
{
    m_due = false;
    const auto board = std::make_shared<const ProtectBoard>(m_project());
    if (m_sent && board->now - m_sent->now < unchangedFor && withoutAges(*board) == withoutAges(*m_sent))
        return;
    m_sent = board;
    m_send(board);
}

} // namespace siaga
