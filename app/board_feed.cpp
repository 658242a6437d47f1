// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/board_feed.h"

namespace siaga {

namespace {

// Ages are shown in seconds; a little less than one, so that the tenth tick is never just too early.
constexpr Duration unchangedFor = std::chrono::milliseconds(950);

} // namespace

ShowingSource showingOf(const Runner &runner)
{
    return [&runner] { return Showing{runner.isDurable(), runner.journalFault(), runner.loopFault()}; };
}

BoardFeed::BoardFeed(ShowingSource showing, const Clock &clock, Project project, Send send)
    : m_showing(std::move(showing))
    , m_clock(clock)
    , m_project(std::move(project))
    , m_send(std::move(send))
    , m_last(std::make_shared<const NowBoard>(m_project()))
{
}

void BoardFeed::due()
{
    const Showing showing = m_showing();
    if (showing.isFaulty())
        return send(withFault(showing));
    if (showing.isDurable)
        return make();
    if (!m_anySent)
        send(m_last); // The last known state need not wait for the disk.
    m_due = true;
}

void BoardFeed::durable()
{
    if (m_due)
        make();
}

void BoardFeed::make()
{
    m_due = false;
    m_last = std::make_shared<const NowBoard>(m_project());
    send(m_last);
}

void BoardFeed::send(std::shared_ptr<const NowBoard> board)
{
    NowBoard face = withoutAges(*board);
    if (m_anySent && face == m_sent && m_clock.now() - m_sentAt < unchangedFor)
        return;
    m_sent = std::move(face);
    m_sentAt = m_clock.now();
    m_anySent = true;
    m_send(board);
}

std::shared_ptr<const NowBoard> BoardFeed::present() const
{
    const Showing showing = m_showing();
    if (showing.isFaulty())
        return withFault(showing);
    return showing.isDurable ? std::make_shared<const NowBoard>(m_project()) : m_last;
}

std::shared_ptr<const NowBoard> BoardFeed::withFault(const Showing &showing) const
{
    auto board = std::make_shared<NowBoard>(*m_last);
    board->age += m_clock.now() - board->now;
    board->now = m_clock.now();
    board->wall = m_clock.wall();
    board->banners.journalFault = showing.journalFault;
    board->banners.loopFault = showing.loopFault;
    return board;
}

} // namespace siaga
