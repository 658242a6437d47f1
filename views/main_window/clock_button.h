// SPDX-License-Identifier: GPL-3.0-or-later
// The clock of the header: the time in the chosen zone, the other one quietly beside it; a press swaps them.
//
// Like two clocks on a wall with one lamp. The catch: it shows the time that the board was made at, carried on by the
// seconds since; if boards stop coming, the rest of the window says so, not the clock.
#pragma once

#include "core/base/instant.h"
#include "views/theme/theme.h"

#include <QAbstractButton>

namespace siaga::words {
enum class Zone;
}

namespace siaga::views {

class ClockButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ClockButton(QWidget *parent = nullptr);

    /// `withDay`: the day stands before it.
    void setTime(WallTime time, bool withDay = false);
    words::Zone zone() const { return m_zone; }
    void swapZones();

    QSize sizeHint() const override;

signals:
    void zoneChanged(siaga::words::Zone zone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    WallTime m_time;
    bool m_withDay = false;
    words::Zone m_zone{}; ///< UTC to begin with.
    QString m_loud;
    QString m_quiet;
};

} // namespace siaga::views
