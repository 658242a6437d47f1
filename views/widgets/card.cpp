// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/card.h"

#include "views/widgets/spoken.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int headHeight = 48;

} // namespace

void paintCardSurface(QWidget &widget, const QColor &border)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, 1));
    painter.setBrush(Theme::of(&widget).tokens().surface);
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), cardRadius, cardRadius);
}

Card::Card(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_head(new QWidget(this))
    , m_title(new PlainLabel({}, Type::body, Tone::text, QFont::DemiBold, m_head))
    , m_subtitle(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_head))
    , m_note(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_head))
    , m_row(new QHBoxLayout(m_head))
    , m_body(new QVBoxLayout)
{
    setRole(*this, QAccessible::Grouping);
    m_head->setFixedHeight(headHeight);
    m_row->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    m_row->setSpacing(grid);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_row->addWidget(m_title);
    m_row->addWidget(m_subtitle, 1);
    m_row->addWidget(m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(0);
    column->addLayout(m_body, 1);
    m_note->hide();
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    m_head->setHidden(title.isEmpty());
    setAccessibleName(m_title->text());
}

void Card::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
}

void Card::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setHidden(text.isEmpty());
}

void Card::addToTitle(QWidget *widget)
{
    m_row->addWidget(widget);
}

void Card::paintEvent(QPaintEvent *)
{
    const QColor border = Theme::of(this).tokens().border;
    paintCardSurface(*this, border);
    if (!m_head->isHidden())
        QPainter(this).fillRect(QRect(1, m_head->geometry().bottom(), width() - 2, 1), border);
}

} // namespace siaga::views

#include "moc_card.cpp"
