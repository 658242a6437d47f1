// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/choice_popover.h"

#include "views/theme/theme.h"
#include "views/widgets/card.h"
#include "views/widgets/choice_list.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace {

constexpr int widthEms = 56;
constexpr int pageRows = 8;
constexpr int typedLengthMax = 64;
constexpr int top = 7 * grid; // Just below the window's header.

} // namespace

ChoicePopover::ChoicePopover(QWidget *window)
    : QWidget(window)
    , m_line(new QLineEdit(this))
    , m_list(new ChoiceList(this))
    , m_nothing(new QWidget(this))
    , m_nothingTitle(new PlainLabel({}, Type::body, Tone::text, QFont::Medium, m_nothing))
    , m_nothingHint(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_nothing))
    , m_foot(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
{
    hide();
    setRole(*this, QAccessible::PopupMenu);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, grid, 1, grid);
    column->setSpacing(grid);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(grid, 0, grid, 0);
    head->addWidget(m_line);
    column->addLayout(head);
    column->addWidget(m_list);
    auto *nothing = new QVBoxLayout(m_nothing);
    nothing->setContentsMargins(2 * grid, grid, 2 * grid, grid);
    nothing->setSpacing(halfGrid);
    nothing->addWidget(m_nothingTitle);
    nothing->addWidget(m_nothingHint);
    m_nothingHint->setWordWrap(true);
    column->addWidget(m_nothing);
    m_foot->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    column->addWidget(m_foot);
    m_line->setMaxLength(typedLengthMax);
    m_line->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_line->setMinimumHeight(controlHeight + grid);
    m_line->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) { typed(text); });
    connect(m_list, &ChoiceList::rowPressed, this, &ChoicePopover::choose);
    connect(m_list, &ChoiceList::currentMoved, this, &ChoicePopover::say);
}

void ChoicePopover::open()
{
    if (!isOpen())
        m_before = QApplication::focusWidget();
    const QSignalBlocker quiet(m_line);
    m_line->clear();
    typed({});
    place();
    show();
    raise();
    m_line->setFocus(Qt::PopupFocusReason);
    emit opened();
}

void ChoicePopover::close()
{
    if (!isOpen())
        return;
    const bool hadKeyboard = m_line->hasFocus();
    hide();
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    emit closed();
}

void ChoicePopover::setHint(const QString &placeholder)
{
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(placeholder);
}

void ChoicePopover::setFoot(const QString &text)
{
    m_foot->setText(text);
    m_foot->setVisible(!text.isEmpty());
}

void ChoicePopover::setNothing(const QString &title, const QString &hint)
{
    m_nothingTitle->setText(title);
    m_nothingHint->setText(hint);
}

void ChoicePopover::fit()
{
    const bool isEmpty = m_list->rows().empty();
    m_list->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    m_list->setFixedHeight(m_list->sizeHint().height());
    if (isEmpty)
        m_line->setAccessibleDescription(m_nothingTitle->text());
    place();
    say();
}

void ChoicePopover::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(widthEms * Theme::of(this).em(), window->width() - 4 * grid);
    const int rows = std::max(3, (window->height() - 2 * top - m_line->sizeHint().height()) / std::max(1, m_list->rowHeight()) - 2);
    m_list->setFixedHeight(std::min(m_list->sizeHint().height(), rows * m_list->rowHeight()));
    layout()->activate();
    setGeometry((window->width() - width) / 2, top, width, layout()->sizeHint().height());
}

bool ChoicePopover::goBack(bool)
{
    return false;
}

bool ChoicePopover::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isOpen())
            place();
        return false;
    }
    if (event->type() == QEvent::KeyPress)
        return keyPressed(static_cast<QKeyEvent *>(event)->key());
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            close();
    }
    return false;
}

bool ChoicePopover::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Escape:
        if (!goBack(true))
            close();
        return true;
    case Qt::Key_Backspace:
        return m_line->text().isEmpty() && goBack(false);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->current());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_list->step(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_list->step(-1);
        return true;
    case Qt::Key_PageDown:
        m_list->step(pageRows);
        return true;
    case Qt::Key_PageUp:
        m_list->step(-pageRows);
        return true;
    default:
        return false;
    }
}

/// A row that cannot be chosen stays where it is: its reason stands on it.
void ChoicePopover::choose(int row)
{
    const auto &rows = m_list->rows();
    if (row >= 0 && rows.at(static_cast<std::size_t>(row)).whyNot.isEmpty())
        chosen(row);
}

/// The keyboard stays in the line, so the row is told as if it had moved there.
void ChoicePopover::say()
{
    const QString spoken = m_list->spoken();
    if (spoken.isEmpty())
        return;
    m_line->setAccessibleDescription(spoken);
    if (!isOpen() || !QAccessible::isActive())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(m_list->current());
    QAccessible::updateAccessibility(&event);
}

void ChoicePopover::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Theme::of(this).tokens();
    paintCardSurface(*this, mixed(tokens.border, tokens.muted, 0.6));
}

} // namespace siaga::views

#include "moc_choice_popover.cpp"
