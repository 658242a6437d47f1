// SPDX-License-Identifier: GPL-3.0-or-later
// The time bar: the track with what stands around it, steps to and fro, a box to type a time into, and the way back to
// the present.
//
// Like the strip below a film. The catch: while one looks back the present goes on; what is new there and critical is
// told on the button that leads back.
#pragma once

#include "core/boards/timeline.h"
#include "core/words/figures.h"

#include <QWidget>

#include <set>

class QAbstractButton;
class QLineEdit;

namespace siaga::views {

class ActionButton;
class TimeTrack;

class TimeBar : public QWidget
{
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    TimeTrack *track() const { return m_track; }
    /// The present as core tells it, also while one looks back.
    void showPresent(const NowBoard &board);
    /// The moment that the console shows; nullptr: the present.
    void showMoment(const Moment *moment);
    void setZone(words::Zone zone);
    void focusBox();

signals:
    void placeWanted(const siaga::PastPlace &place);
    void presentWanted();
    /// What was typed is no time; a sentence that says what is.
    void notUnderstood(const QString &words);

private:
    QAbstractButton *makeStep(bool forward);
    void goToTyped();
    void dress();

    TimeTrack *m_track;
    QLineEdit *m_box;
    ActionButton *m_back;
    words::Zone m_zone = words::Zone::utc;
    WallTime m_present;
    bool m_past = false;
    std::set<AlertId> m_critical; ///< Open and critical at the present ...
    std::set<AlertId> m_known;    ///< ... and when one began to look back.
    bool m_emergency = false;     ///< A new one is an emergency.
    bool m_lost = false;          ///< Nothing comes from the present.
};

} // namespace siaga::views
