// SPDX-License-Identifier: GPL-3.0-or-later
// What is heard of the board, and the mute that has an end.
#include "views/main_window/header.h"
#include "views/main_window/main_window.h"
#include "views/main_window/sound_button.h"

namespace siaga::views {

void MainWindow::connectSound()
{
    SoundButton *sound = m_header->sound();
    connect(sound, &SoundButton::muteAsked, this, &MainWindow::mute);
    connect(sound, &SoundButton::unmuteAsked, this, [this] {
        m_alarm.unmute();
        showMute();
    });
    connect(sound, &SoundButton::toneAsked, this, &MainWindow::toneDue);
}

void MainWindow::mute(Duration lasts)
{
    if (m_present)
        m_alarm.mute(m_present->now + silence() + lasts);
    showMute();
}

/// By the palette: a quarter of an hour, or the end of whatever is left.
void MainWindow::swapMute()
{
    if (!m_present || !m_alarm.muteLeft(m_present->now + silence()))
        return mute(std::chrono::minutes(15));
    m_alarm.unmute();
    showMute();
}

void MainWindow::hear()
{
    if (const auto tone = m_alarm.hear(*m_present))
        emit toneDue(*tone);
}

void MainWindow::showMute()
{
    if (!m_present)
        return;
    const Duration passed = silence();
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(passed).count();
    m_header->sound()->show(m_alarm.muteLeft(m_present->now + passed), {m_present->wall.milliseconds + wall}, m_zone);
}

void MainWindow::setSoundTrouble(const QString &trouble)
{
    m_header->sound()->setTrouble(trouble);
}

} // namespace siaga::views
