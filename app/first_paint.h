// SPDX-License-Identifier: GPL-3.0-or-later
// Tells when the window has been painted for the first time, for what must not come before it.
//
// Like the bell that rings when the doors are open. The catch: it tells of the paint, not of what the eye has seen of it.
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace siaga {

/// Calls `then` once, when the window has been painted for the first time. Belongs to the window.
class FirstPaint : public QObject
{
public:
    FirstPaint(QWidget &window, std::function<void()> then);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_then;
};

} // namespace siaga
