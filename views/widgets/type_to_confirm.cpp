// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/type_to_confirm.h"

#include "views/theme/icons.h"
#include "views/theme/plain_text.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace siaga::views {

TypeToConfirm::TypeToConfirm(const QString &expected, QWidget *parent)
    : QLineEdit(parent)
{
    setAcceptDrops(false);
    setContextMenuPolicy(Qt::NoContextMenu);
    setTextMargins(halfGrid, 0, 3 * grid, 0);
    connect(this, &QLineEdit::textChanged, this, &TypeToConfirm::judge);
    setExpected(expected);
}

void TypeToConfirm::setExpected(const QString &expected)
{
    m_expected = plain(expected);
    clear();
    setPlaceholderText(tr("type %1").arg(m_expected));
    updateGeometry();
    setAccessibleName(tr("Type %1 to confirm").arg(m_expected));
    judge();
}

QSize TypeToConfirm::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    const QMargins margins = textMargins();
    return QSize(words + margins.left() + margins.right() + 3 * grid, QLineEdit::sizeHint().height());
}

QSize TypeToConfirm::minimumSizeHint() const
{
    return sizeHint();
}

bool TypeToConfirm::isMatched() const
{
    return !m_expected.isEmpty() && text() == m_expected;
}

void TypeToConfirm::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        event->accept();
        // A key held down repeats; one that was held since before must not confirm.
        if (isMatched() && !event->isAutoRepeat()) {
            emit confirmed();
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void TypeToConfirm::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::MiddleButton) {
        QLineEdit::mousePressEvent(event);
    }
}

void TypeToConfirm::mouseReleaseEvent(QMouseEvent *event)
{
    // On X11 the middle button pastes the selection.
    if (event->button() != Qt::MiddleButton) {
        QLineEdit::mouseReleaseEvent(event);
    }
}

void TypeToConfirm::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (isMatched()) {
        QPainter painter(this);
        const int size = 2 * grid;
        const QRectF place(width() - size - grid, (height() - size) / 2.0, size, size);
        paintIcon(painter, place, Icon::check, Theme::of(this).tokens().accent);
    }
}

void TypeToConfirm::judge()
{
    const bool matched = isMatched();
    if (matched != m_matched) {
        m_matched = matched;
        emit matchedChanged(matched);
    }
}

} // namespace siaga::views

#include "moc_type_to_confirm.cpp"
