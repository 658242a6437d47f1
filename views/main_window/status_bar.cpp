// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/status_bar.h"

#include "core/words/figures.h"
#include "views/main_window/time_bar.h"
#include "views/models/standing.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

constexpr int barHeight = 52;
constexpr int roomForKeys = 240 * grid;
constexpr Duration oldAfter = std::chrono::seconds(30); // Slower than any round of checks that a fleet has by default.

} // namespace

StatusBar::StatusBar(QWidget *parent)
    : QWidget(parent)
    , m_time(new TimeBar(this))
    , m_keys(new PlainLabel(
          tr("Siaga watches only while it runs · Ctrl+Shift+X holds all plans · ? shows the keys"), Type::small, Tone::muted, QFont::Normal, this))
    , m_state(new StatusPill(Status::unknown, tr("starting"), this))
    , m_facts(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
{
    setRole(*this, QAccessible::StatusBar);
    setAccessibleName(tr("Data, leader and journal"));
    setFixedHeight(barHeight);
    m_keys->hide(); // Else the window could never become too narrow for them.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 1, 2 * grid, 0);
    row->setSpacing(2 * grid);
    row->addWidget(m_time, 1);
    row->addWidget(m_keys);
    row->addWidget(m_state);
    row->addWidget(m_facts);
}

void StatusBar::showBoard(const NowBoard &board, Duration silence)
{
    const Duration age = board.age + silence;
    // Under a pointer that drags, the track must not change its width.
    const bool past = board.mode == siaga::Mode::replay;
    m_state->setMinimumWidth(past ? m_state->width() : 0);
    m_facts->setMinimumWidth(past ? m_facts->width() : 0);
    if (past)
        m_state->setStatus(Status::unknown, tr("the past"));
    else if (!board.anySeen)
        m_state->setStatus(Status::unknown, tr("nothing seen yet"));
    else if (age > oldAfter || board.banners.lost)
        m_state->setStatus(Status::warning, tr("data %1 old").arg(words::duration(age)));
    else
        m_state->setStatus(Status::healthy, tr("data %1 old").arg(words::duration(age)));
    if (past) {
        m_facts->setText(tr("record %1").arg(words::number(board.journalSeq.value())));
        m_facts->setAccessibleName(m_facts->text());
        return;
    }
    const QString leader
        = board.leader.empty() ? tr("leader: this console") : tr("leader: %1").arg(words::text(board.leader));
    const QString journal = board.banners.journalFault.empty()
        ? tr("journal %1 ✓").arg(words::number(board.journalSeq.value()))
        : tr("journal %1, not written any more").arg(words::number(board.journalSeq.value()));
    m_facts->setText(leader + u" · "_s + journal);
    m_facts->setAccessibleName(m_facts->text());
}

void StatusBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_keys->setVisible(width() >= roomForKeys);
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
}

} // namespace siaga::views

#include "moc_status_bar.cpp"
