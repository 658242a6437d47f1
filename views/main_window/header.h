// SPDX-License-Identifier: GPL-3.0-or-later
// The top line of the window: which world this is, what we run, what is open, how to stop the automation, what time it
// is.
//
// Like the head of a patient's sheet. The catch: the mode is a word here, never only the colour of the frame.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/theme/status.h"

#include <QWidget>

class QHBoxLayout;

namespace siaga::views {

class ActionButton;
class ClockButton;
class ModeBadge;
class PlainLabel;

class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(Mode mode, QWidget *parent = nullptr);

    void showBoard(const NowBoard &board);
    void setTime(WallTime time);
    ClockButton *clock() const { return m_clock; }

signals:
    /// Stop, or lift the stop that holds.
    void stopPressed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Count
    {
        QWidget *widget = nullptr;
        QWidget *mark = nullptr;
        PlainLabel *figure = nullptr;
    };

    Count makeCount(Status status, QHBoxLayout &row);
    static void showCount(const Count &count, Status status, int open);

    ModeBadge *m_badge;
    PlainLabel *m_fleet;
    PlainLabel *m_environment;
    Count m_emergency;
    Count m_critical;
    Count m_warning;
    ActionButton *m_stop;
    ClockButton *m_clock;
};

} // namespace siaga::views
