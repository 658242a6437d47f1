// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/dialog.h"

#include "views/theme/plain_text.h"
#include "views/widgets/action_button.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/plain_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int edge = 3 * grid;

} // namespace

Dialog::Dialog(const QString &title, Mode mode, QWidget *parent)
    : QDialog(parent)
    , m_badge(new ModeBadge(mode))
    , m_title(new PlainLabel({}, Type::title, Tone::text, QFont::DemiBold))
    , m_subtitle(new PlainLabel({}, Type::body, Tone::muted))
    , m_body(new QVBoxLayout)
    , m_foot(new QHBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *content = new QWidget;
    m_frame = new ModeFrame(content, mode, this);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(2 * grid);
    auto *head = new QHBoxLayout;
    head->setSpacing(2 * grid);
    head->addWidget(m_badge, 0, Qt::AlignVCenter);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_subtitle->setWordWrap(true);
    column->addWidget(m_subtitle);
    m_subtitle->hide();
    m_body->setSpacing(grid);
    column->addLayout(m_body, 1);
    m_foot->setSpacing(grid);
    column->addLayout(m_foot);
    setTitle(title);
}

void Dialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(u"%1 · %2 · Siaga"_s.arg(word(m_frame->mode()), plain(title)));
}

bool Dialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return done;
}

void Dialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

void Dialog::fit()
{
    const int needed = layout()->totalHeightForWidth(std::max(width(), minimumWidth()));
    setMinimumHeight(std::clamp(needed, 0, screen()->availableGeometry().height()));
}

void Dialog::setSubtitle(const QString &text)
{
    m_subtitle->setText(text);
    m_subtitle->setVisible(!text.isEmpty());
}

ActionButton *Dialog::addButton(const QString &text)
{
    auto *button = new ActionButton(text, {}, this);
    m_foot->addWidget(button);
    return button;
}

void Dialog::addToFoot(QWidget *widget)
{
    m_foot->insertWidget(0, widget, 1);
}

PlainLabel *Dialog::line(const QString &text, bool quiet)
{
    auto *label = new PlainLabel(text, Type::body, quiet ? Tone::muted : Tone::text);
    label->setWordWrap(true);
    return label;
}

} // namespace siaga::views

#include "moc_dialog.cpp"
