// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/first_paint.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace siaga {

FirstPaint::FirstPaint(QWidget &window, std::function<void()> then)
    : QObject(&window)
    , m_then(std::move(then))
{
    window.installEventFilter(this);
}

bool FirstPaint::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // Queued, so that this paint reaches the screen first.
        if (auto then = std::exchange(m_then, {}))
            QMetaObject::invokeMethod(this, std::move(then), Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace siaga
