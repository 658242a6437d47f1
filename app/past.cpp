// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/past.h"

#include "core/runtime/replay.h"
#include "core/runtime/timeline_scan.h"

namespace siaga {

namespace {

constexpr std::uint64_t stretch = 1000; // Records that are skimmed at a time; the marks of one come at once.

} // namespace

/// Every trip brings the next records on the way to a moment. There is one of it, sent again and again.
class Past::SeekErrand : public Errand
{
public:
    explicit SeekErrand(Past &past)
        : m_past(past)
    {
    }

    void begin(const PastPlace &place) { m_wish = m_replay.toward(place); }

    void bring(const Journal &journal) override { m_excerpt = copyOut(journal, m_wish, Patience()); }

    bool take() override
    {
        if (!m_excerpt.target) {
            lost();
            return false;
        }
        const auto there = m_replay.take(m_excerpt);
        if (there && !*there) {
            m_wish = m_replay.onward();
            return true;
        }
        if (there)
            emit m_past.momentReady(std::make_shared<const Moment>(m_replay.moment()));
        else
            emit m_past.failed(there.error().seq, QString::fromStdString(there.error().what));
        m_past.ended();
        return false;
    }

    void lost() override
    {
        emit m_past.failed(Seq(), {});
        m_past.ended();
    }

private:
    Past &m_past;
    Replay m_replay;
    ReplayWish m_wish;
    Excerpt m_excerpt;
};

class Past::ScanErrand : public Errand
{
public:
    ScanErrand(Past &past, Seq first, Seq last)
        : m_past(past)
        , m_scan(first, last)
    {
    }

    void bring(const Journal &journal) override { m_scan.bring(journal, Patience()); }

    bool take() override
    {
        if (!m_scan.isOver())
            return true;
        m_past.scanned(m_scan.take());
        return false;
    }

    void lost() override { m_past.m_scanning = false; } // The next board asks again.

private:
    Past &m_past;
    TimelineScan m_scan;
};

Past::Past(JournalReader &reader)
    : m_desk(reader, this)
    , m_seek(std::make_shared<SeekErrand>(*this))
{
}

Past::~Past()
{
    m_seek->stop();
}

void Past::seek(const PastPlace &place)
{
    m_wanted = place;
    begin();
}

void Past::begin()
{
    if (m_seeking || !m_wanted)
        return;
    m_seek->begin(*std::exchange(m_wanted, std::nullopt));
    m_seeking = true;
    m_desk.send(m_seek);
}

/// Wishes that wait in the event queue are heard before the last one of them is begun.
void Past::ended()
{
    m_seeking = false;
    QMetaObject::invokeMethod(this, [this] {
        begin();
        scan();
    }, Qt::QueuedConnection);
}

void Past::follow(Seq head)
{
    m_head = std::max(m_head, head);
    scan();
}

/// A moment that somebody waits for goes first.
void Past::scan()
{
    if (m_scanning || m_seeking || !m_head)
        return;
    Seq first;
    Seq last;
    if (m_last < m_head) {
        const std::uint64_t newest = m_head.value() > stretch ? m_head.value() - stretch + 1 : 1;
        first = m_last ? m_last.next() : Seq(newest);
        last = std::min(m_head, Seq(first.value() + stretch - 1));
    } else if (m_first > Seq(1)) {
        last = Seq(m_first.value() - 1);
        first = Seq(last.value() > stretch ? last.value() - stretch + 1 : 1);
    } else {
        return;
    }
    m_scanning = true;
    m_desk.send(std::make_shared<ScanErrand>(*this, first, last));
}

void Past::scanned(const TimelinePart &part)
{
    m_scanning = false;
    m_first = m_first ? std::min(m_first, part.first.seq) : part.first.seq;
    m_last = std::max(m_last, part.last.seq);
    emit timelineGrew(part);
    scan();
}

PastThread::PastThread(JournalReader &reader)
    : m_past(new Past(reader))
{
    m_thread.setObjectName(QStringLiteral("past"));
    m_past->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_past, &QObject::deleteLater);
    connect(m_past, &Past::momentReady, this, &PastThread::momentReady);
    connect(m_past, &Past::failed, this, &PastThread::failed);
    connect(m_past, &Past::timelineGrew, this, &PastThread::timelineGrew);
    m_thread.start();
}

PastThread::~PastThread()
{
    m_thread.quit();
    m_thread.wait();
}

void PastThread::seek(const PastPlace &place)
{
    QMetaObject::invokeMethod(m_past, [past = m_past, place] { past->seek(place); }, Qt::QueuedConnection);
}

void PastThread::follow(Seq head)
{
    QMetaObject::invokeMethod(m_past, [past = m_past, head] { past->follow(head); }, Qt::QueuedConnection);
}

} // namespace siaga

#include "moc_past.cpp"
