// SPDX-License-Identifier: GPL-3.0-or-later
// How page Audit asks for records, takes them in, and keeps what is read where it is.
#include "views/audit/audit_page.h"

#include "views/audit/audit_filters.h"
#include "views/audit/progress_line.h"
#include "views/audit/proof_card.h"
#include "views/audit/record_pane.h"
#include "views/models/audit_rows.h"
#include "views/widgets/action_button.h"
#include "views/widgets/card.h"
#include "views/widgets/table.h"

#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

namespace siaga::views {

namespace {

constexpr int rowsEach = 200;       // Asked for at a time.
constexpr int rowsMax = 3000;       // Kept; what is further away is fetched again.
constexpr std::size_t waitingMax = 1000; // New ones kept at the door; with more the list is made anew.

double partOf(const words::AuditFound &found)
{
    return found.total > 0 ? static_cast<double>(found.walked) / static_cast<double>(found.total) : 0;
}

} // namespace

Seq AuditPage::end() const
{
    return m_moment ? *m_moment : m_head;
}

void AuditPage::showBoard(const NowBoard &board)
{
    m_wall = board.wall;
    if (board.mode != siaga::Mode::replay)
        m_head = board.journalSeq;
    m_proof->setHead(m_head);
    if (!isVisible())
        return;
    if (m_isLost && m_errand == Errand::none)
        reload();
    else
        fetchTail();
}

void AuditPage::ask(Errand errand, const AuditQuery &query, bool older, Seq start)
{
    m_errand = errand;
    m_progress = {};
    m_stopped = false;
    m_asked.start();
    m_tick->start();
    emit asked({.ticket = ++m_ticket, .query = query, .older = older, .start = start, .rowsMax = rowsEach});
    if (errand == Errand::reload || errand == Errand::oldest) {
        m_query = query;
        m_fresh = true;
        m_topDropped = errand == Errand::oldest;
        m_olderNext = {};
        m_waiting.clear();
        m_seenUpTo = end();
        sayWaiting();
    }
    sayFoot();
}

void AuditPage::reload()
{
    m_wanted.reset();
    ask(Errand::reload, query(), true, end());
}

void AuditPage::fetchOlder()
{
    if (m_errand == Errand::none && m_olderNext)
        ask(Errand::older, m_query, true, m_olderNext);
}

void AuditPage::fetchNewer()
{
    if (m_errand == Errand::none && m_topDropped)
        ask(Errand::newer, m_query, false, m_rows->newest().next());
}

void AuditPage::fetchTail()
{
    if (m_errand != Errand::none || m_moment || m_head <= m_seenUpTo || m_fresh || m_stopped)
        return;
    AuditQuery query = m_query;
    if (query.to && query.to <= m_seenUpTo)
        return;
    m_tailTo = m_head;
    query.to = query.to ? std::min(query.to, m_tailTo) : m_tailTo;
    ask(Errand::tail, query, false, m_seenUpTo.next());
}

void AuditPage::showFound(const words::AuditFound &found)
{
    if (found.ticket != m_ticket || m_errand == Errand::none)
        return;
    std::vector<Actor> actors;
    for (const words::AuditLine &line : found.lines)
        if (std::ranges::find(actors, line.row.actor) == actors.end())
            actors.push_back(line.row.actor);
    m_filters->addActors(actors);
    m_isLost = found.isLost;
    take(found);
    m_progress = found;
    m_progress.lines.clear();
    if (found.isOver) {
        m_errand = Errand::none;
        m_tick->stop();
    }
    sayEmpty();
    sayWaiting();
    sayFoot();
    if (found.isOver && !found.isLost) {
        scrolled(); // What was brought may not fill the page.
        fetchTail();
    }
}

void AuditPage::take(const words::AuditFound &found)
{
    if (m_fresh) {
        m_fresh = false;
        m_moving = true;
        m_rows->clear();
        m_moving = false;
    }
    switch (m_errand) {
    case Errand::reload:
    case Errand::older:
        takeOlder(found.lines);
        if (found.isOver)
            m_olderNext = found.next;
        return;
    case Errand::oldest:
        takeNewer(found.lines);
        if (found.isOver && !found.next)
            m_topDropped = false;
        m_table->scrollToBottom();
        return;
    case Errand::newer:
        takeNewer(found.lines);
        if (found.isOver && !found.next)
            m_topDropped = false;
        return;
    case Errand::tail:
        m_waiting.insert(m_waiting.end(), found.lines.begin(), found.lines.end());
        if (found.isOver && !found.isLost)
            m_seenUpTo = found.next ? Seq(found.next.value() - 1) : m_tailTo;
        if (found.isOver && !isHeld() && isAtTop())
            letIn();
        return;
    case Errand::none:
        return;
    }
}

void AuditPage::takeOlder(std::vector<words::AuditLine> lines)
{
    if (!lines.empty() && m_seenUpTo < lines.front().row.seq)
        m_seenUpTo = lines.front().row.seq;
    m_rows->append(std::move(lines));
    if (m_errand == Errand::older) {
        m_moving = true;
        const int gone = m_rows->dropTop(rowsMax);
        keepPlace(-gone);
        m_topDropped = m_topDropped || gone > 0;
        m_moving = false;
    }
    const int row = m_wanted ? m_rows->rowOf(*m_wanted) : -1;
    if (row >= 0) {
        m_wanted.reset();
        m_table->setCurrentIndex(m_rows->index(row, 0));
    }
}

void AuditPage::takeNewer(const std::vector<words::AuditLine> &lines)
{
    m_moving = true;
    keepPlace(m_rows->prepend(lines));
    if (m_rows->dropBottom(rowsMax) > 0 || m_errand == Errand::oldest)
        m_olderNext = m_errand == Errand::oldest ? Seq() : Seq(m_rows->oldest().value() - 1);
    m_moving = false;
}

/// What waits at the door goes on top, and the reader with it.
void AuditPage::letIn()
{
    if (m_topDropped || m_waiting.size() > waitingMax)
        return reload();
    m_moving = true;
    m_rows->prepend(m_waiting);
    if (m_rows->dropBottom(rowsMax) > 0)
        m_olderNext = Seq(m_rows->oldest().value() - 1);
    m_moving = false;
    m_waiting.clear();
    m_table->scrollToTop();
    sayEmpty();
    sayWaiting();
    sayFoot();
}

bool AuditPage::isAtTop() const
{
    return m_table->verticalScrollBar()->value() == 0;
}

/// Rows that came or went on top must not move what is read.
void AuditPage::keepPlace(int rows)
{
    QScrollBar *bar = m_table->verticalScrollBar();
    const int value = bar->value() + rows * m_table->verticalHeader()->defaultSectionSize();
    m_table->doItemsLayout(); // Else the bar does not know its new length yet.
    bar->setValue(std::max(value, 0));
}

void AuditPage::scrolled()
{
    if (m_moving || m_fresh || !isVisible())
        return;
    const QScrollBar *bar = m_table->verticalScrollBar();
    const int near = 2 * m_table->viewport()->height();
    if (bar->value() > bar->maximum() - near)
        fetchOlder();
    if (bar->value() < near)
        fetchNewer();
}

void AuditPage::chosen()
{
    const QModelIndex index = m_table->currentIndex();
    if (m_moving || !index.isValid())
        return;
    const Seq seq = m_rows->at(index.row()).row.seq;
    if (seq == m_pane->seq())
        return;
    m_pane->expect(seq);
    emit recordAsked(seq);
}

bool AuditPage::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_N:
        letIn();
        return true;
    case Qt::Key_Home:
        if (m_topDropped)
            reload();
        else
            letIn();
        if (!m_rows->isEmpty())
            m_table->setCurrentIndex(m_rows->index(0, 0));
        return true;
    case Qt::Key_End:
        if (m_olderNext)
            ask(Errand::oldest, m_query, false, {});
        else if (!m_rows->isEmpty())
            m_table->setCurrentIndex(m_rows->index(m_rows->rowCount() - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_pane->focusActions();
        return true;
    default:
        return false;
    }
}

bool AuditPage::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
        m_pointed = true;
        break;
    case QEvent::Leave:
        m_pointed = false;
        break;
    case QEvent::FocusIn:
        m_focused = true;
        break;
    case QEvent::FocusOut:
        m_focused = static_cast<QFocusEvent *>(event)->reason() == Qt::PopupFocusReason;
        break;
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    default:
        return QWidget::eventFilter(watched, event);
    }
    if (!isHeld() && isAtTop() && !m_waiting.empty())
        letIn();
    return false;
}

void AuditPage::sayWaiting()
{
    const int fresh = static_cast<int>(m_waiting.size());
    m_door->setVisible(fresh > 0);
    m_door->setText(tr("%1 new ↑").arg(words::number(fresh)));
    m_door->setAccessibleName(tr("New records: %1. Key N shows them.").arg(words::number(fresh)));
    m_card->setNote(fresh > 0 ? QString() : m_moment ? tr("newest first, up to record %1").arg(words::number(m_moment->value()))
                                                     : tr("newest first"));
}

void AuditPage::sayFoot()
{
    const bool searching = m_errand != Errand::none && m_errand != Errand::tail;
    const bool slow = searching && m_asked.elapsed() >= 300; // What is there at once needs no progress.
    m_line->setPart(slow ? partOf(m_progress) : -1);
    m_stop->setVisible(slow);
    const QString rows = words::number(m_rows->rowCount());
    if (slow)
        m_foot->setText(tr("searching: %1 of %2 records looked at, %3 found, %4")
                            .arg(words::number(m_progress.walked), words::number(m_progress.total), rows,
                                words::duration(std::chrono::milliseconds(m_asked.elapsed()))));
    else if (searching)
        m_foot->setText(m_foot->text());
    else if (m_stopped)
        m_foot->setText(tr("stopped after %1 of %2 records: %3 shown, there may be more")
                            .arg(words::number(m_progress.walked), words::number(m_progress.total), rows));
    else if (m_rows->isEmpty())
        m_foot->setText({});
    else
        m_foot->setText(m_olderNext || m_topDropped ? tr("%1 records at hand; scrolling brings more, Home the newest, End the oldest").arg(rows)
                                                    : tr("all %1 records that match").arg(rows));
}

void AuditPage::sayEmpty()
{
    const bool empty = m_rows->isEmpty();
    const bool hadFocus = hasFocus() || m_table->hasFocus();
    if (empty && hadFocus)
        setFocus(); // Else it would go to whatever comes next, such as a button.
    m_empty->setVisible(empty);
    m_table->setVisible(!empty);
    if (hadFocus)
        focusRows();
    if (!empty)
        return;
    if (m_isLost) {
        m_emptyTitle->setText(tr("The journal cannot be read now"));
        m_emptyHint->setText(tr("It is asked again as soon as the core says something."));
    } else if (m_errand != Errand::none || m_fresh || m_ticket == 0) {
        m_emptyTitle->setText(tr("Reading the journal"));
        m_emptyHint->setText({});
    } else if (m_stopped) {
        m_emptyTitle->setText(tr("Nothing found before the search was stopped"));
        m_emptyHint->setText(tr("There may be matching records further back."));
    } else if (m_filters->isNarrow()) {
        m_emptyTitle->setText(tr("No record matches"));
        m_emptyHint->setText(tr("All of them were looked at. Widen the time or the kind, or look for another text."));
    } else {
        m_emptyTitle->setText(tr("The journal is empty"));
        m_emptyHint->setText(tr("Whatever Siaga sees, decides and does is written there, and appears here."));
    }
}

} // namespace siaga::views
