// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/hold_chord.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace siaga::views {

HoldChord::HoldChord(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool HoldChord::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_X
        || (key->modifiers() & ~Qt::KeypadModifier) != (Qt::ControlModifier | Qt::ShiftModifier))
        return QObject::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
        emit pressed();
    return true;
}

} // namespace siaga::views

#include "moc_hold_chord.cpp"
