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

#include <optional>

class QHBoxLayout;

namespace siaga::views {

class ActionButton;
class ClockButton;
class ModeBadge;
class PlainLabel;
class SoundButton;

class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(Mode mode, QWidget *parent = nullptr);

    void showBoard(const NowBoard &board);
    /// `past`: with its day, because it may be long ago.
    void setTime(WallTime time, bool past = false);
    /// The way to the lab's faults; shown only in the lab, with how many hold.
    void showFaults(bool isLab, int active);
    /// The way to the credentials; shown only while there is something to say of them.
    void showCredentials(const QString &note, std::optional<Status> mark);
    ClockButton *clock() const { return m_clock; }
    /// Shown only where alerts may be heard.
    SoundButton *sound() const { return m_sound; }

signals:
    /// Stop, or lift the stop that holds.
    void stopPressed();
    void searchPressed();
    void credentialsPressed();
    void faultsPressed();
    /// From the built-in lab to servers of one's own.
    void ownServersPressed();

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
    PlainLabel *m_origin; ///< Which file the fleet comes from.
    Count m_emergency;
    Count m_critical;
    Count m_warning;
    ActionButton *m_ownServers;
    ActionButton *m_faults;
    ActionButton *m_credentials;
    SoundButton *m_sound;
    ActionButton *m_search;
    ActionButton *m_stop;
    ClockButton *m_clock;
};

} // namespace siaga::views
