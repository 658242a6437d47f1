// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the desktop's wish for dark or light from the settings portal (org.freedesktop.appearance color-scheme).
//
// Like asking at the reception and going on with your work. The catch: many desktops have no portal; then nothing is
// ever emitted, which is not an error.
#pragma once

#include <QObject>
#include <QVariant>

#include <optional>

class QDBusVariant;

namespace siaga::views {

class Portal : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks once and listens from then on; returns at once. Does nothing without a session bus.
    void start();

    /// 1 is dark, 2 is light, anything else no preference. Takes the value bare or wrapped in D-Bus variants.
    static std::optional<bool> darkFrom(QVariant value);

signals:
    void colorSchemeRead(std::optional<bool> dark);

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

} // namespace siaga::views
