// SPDX-License-Identifier: GPL-3.0-or-later
// The bottom line of the window: the time bar, who leads, how far the journal is and whether it is whole, how old the newest sight
// is.
//
// Like the line under a microscope picture that says how it was taken. The catch: "whole" means that every record up to
// that number hangs together; it does not mean that nobody could have rewritten all of them.
#pragma once

#include "core/boards/now_board.h"

#include <QWidget>

namespace siaga::views {

class PlainLabel;
class StatusPill;
class TimeBar;

class StatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);

    /// `silence`: how long no board has come.
    void showBoard(const NowBoard &board, Duration silence);
    TimeBar *time() const { return m_time; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    TimeBar *m_time;
    PlainLabel *m_keys; ///< Only where there is room.
    StatusPill *m_state;
    PlainLabel *m_facts;
};

} // namespace siaga::views
