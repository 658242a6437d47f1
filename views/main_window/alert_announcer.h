// SPDX-License-Identifier: GPL-3.0-or-later
// Says alerts that became critical or an emergency to screen readers, wherever the keyboard is.
//
// Like the loudspeaker of a station: short, and not more often than one can listen to. The catch: nothing of it is
// seen; what it says stands in the list of alerts too.
#pragma once

#include "core/boards/now_board.h"

#include <QTimer>
#include <QWidget>

#include <map>

namespace siaga::views {

class AlertAnnouncer : public QWidget
{
    Q_OBJECT

public:
    explicit AlertAnnouncer(QWidget *parent);

    /// The worst of what is new is said, with how many came with it. What comes within two seconds after is said
    /// together.
    void showAlerts(const std::vector<AlertRow> &alerts);

private:
    void say();

    std::map<AlertId, Severity> m_known; ///< As they were said.
    QString m_worst;     ///< Waits to be said; empty: nothing does.
    Severity m_severity = Severity::warning;
    int m_count = 0;
    QTimer m_pause;
};

} // namespace siaga::views
