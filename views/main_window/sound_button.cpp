// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/sound_button.h"

#include "core/words/state_words.h"

#include <QDateTime>
#include <QMenu>

namespace siaga::views {

namespace {

constexpr int morning = 7; // When whoever is on call by day has come.

QDateTime localOf(WallTime time, words::Zone zone)
{
    return QDateTime::fromMSecsSinceEpoch(time.milliseconds, zone == words::Zone::utc ? Qt::UTC : Qt::LocalTime);
}

} // namespace

Duration untilHour(WallTime now, int hour, words::Zone zone)
{
    const QDateTime from = localOf(now, zone);
    QDateTime to = from;
    to.setTime(QTime(hour, 0));
    while (from.secsTo(to) <= 30 * 60)
        to = to.addDays(1);
    return std::chrono::seconds(from.secsTo(to));
}

SoundButton::SoundButton(QWidget *parent)
    : ActionButton({}, {}, parent)
{
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QAbstractButton::clicked, this, [this] {
        QMenu *menu = menuFor(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(mapToGlobal(QPoint(0, height())));
    });
    dress();
}

void SoundButton::show(std::optional<Duration> muteLeft, WallTime now, words::Zone zone)
{
    m_now = now;
    m_zone = zone;
    if (m_left == muteLeft)
        return;
    m_left = muteLeft;
    dress();
}

void SoundButton::setTrouble(const QString &trouble)
{
    m_trouble = trouble;
    dress();
}

void SoundButton::dress()
{
    // Rounded up, so that it never says "0 s" while it still holds.
    const QString left = m_left ? words::duration(std::chrono::ceil<std::chrono::seconds>(*m_left)) : QString();
    setText(m_left ? tr("Muted %1").arg(left) : m_trouble.isEmpty() ? tr("Sound") : tr("No sound"));
    setMark(m_left || !m_trouble.isEmpty() ? std::optional(Status::warning) : std::nullopt);
    setAccessibleName(m_left ? tr("Sounds are muted, %1 left").arg(left)
            : m_trouble.isEmpty() ? tr("Sounds are on")
                                  : tr("Sounds are on, but nothing is heard: %1").arg(m_trouble));
    setAccessibleDescription(tr("Mutes sounds for a while, or tries them"));
}

QMenu *SoundButton::menuFor(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    const auto offer = [this, menu](const QString &text, Duration lasts) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, lasts] { emit muteAsked(lasts); });
    };
    if (m_left)
        connect(menu->addAction(tr("Sound on again")), &QAction::triggered, this, &SoundButton::unmuteAsked);
    offer(tr("Mute for 15 minutes"), std::chrono::minutes(15));
    offer(tr("Mute for 1 hour"), std::chrono::hours(1));
    const Duration night = untilHour(m_now, morning, m_zone);
    const WallTime end{m_now.milliseconds + std::chrono::duration_cast<std::chrono::milliseconds>(night).count()};
    offer(tr("Mute until %1").arg(words::timeOfDay(end, m_zone)), night);
    menu->addSeparator();
    for (const Severity severity : {Severity::warning, Severity::critical, Severity::emergency})
        connect(menu->addAction(tr("Try the tone: %1").arg(words::word(severity))), &QAction::triggered, this,
                [this, severity] { emit toneAsked(severity); });
    return menu;
}

} // namespace siaga::views

#include "moc_sound_button.cpp"
