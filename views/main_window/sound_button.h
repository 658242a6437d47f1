// SPDX-License-Identifier: GPL-3.0-or-later
// The header's button for sounds: on, or muted with the time that is left; its menu mutes, ends that, and tries the tones.
//
// Like the mute key of a monitor that has a timer and no off. The catch: there is no mute without an end; whoever wants
// none of it says so in the fleet.
#pragma once

#include "views/widgets/action_button.h" // First: moc cannot read <concepts> without a larger header before it.

#include "core/words/figures.h"

#include <optional>

class QMenu;

namespace siaga::views {

class SoundButton : public ActionButton
{
    Q_OBJECT

public:
    explicit SoundButton(QWidget *parent = nullptr);

    /// What is left of the mute; none: sounds are on. `now` is the wall time, for the ends that are offered.
    void show(std::optional<Duration> muteLeft, WallTime now, words::Zone zone);
    /// Why nothing is heard all the same, as the machine says it; empty: nothing is known to be wrong.
    void setTrouble(const QString &trouble);

    /// What can be chosen now; made anew each time it is opened.
    QMenu *menuFor(QWidget *parent);

signals:
    void muteAsked(siaga::Duration lasts);
    void unmuteAsked();
    void toneAsked(siaga::Severity severity);

private:
    void dress();

    std::optional<Duration> m_left;
    QString m_trouble;
    WallTime m_now;
    words::Zone m_zone = words::Zone::utc;
};

/// From now to the next time that the local clock shows this hour; more than half an hour away.
Duration untilHour(WallTime now, int hour, words::Zone zone);

} // namespace siaga::views
