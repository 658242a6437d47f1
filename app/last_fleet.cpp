// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/last_fleet.h"

#include "core/base/sha256.h"

#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace siaga {

namespace {

QString settingsFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/siaga");
}

/// A path would make groups of its own at each slash.
QString groupOf(const QString &dataFolder)
{
    const std::string name = QFileInfo(dataFolder).canonicalFilePath().toStdString();
    return QStringLiteral("fleet-") + QString::fromStdString(shortHex(sha256(name)));
}

} // namespace

LastFleet lastFleet(const QString &dataFolder)
{
    QSettings settings(settingsFolder() + QStringLiteral("/siaga.ini"), QSettings::IniFormat);
    settings.beginGroup(groupOf(dataFolder));
    return {settings.value(QStringLiteral("file")).toString(), settings.value(QStringLiteral("environment")).toString()};
}

void rememberFleet(const QString &dataFolder, const LastFleet &last)
{
    if (lastFleet(dataFolder) == last)
        return;
    QSettings settings(settingsFolder() + QStringLiteral("/siaga.ini"), QSettings::IniFormat);
    settings.beginGroup(groupOf(dataFolder));
    settings.setValue(QStringLiteral("data"), dataFolder); // For people who read it.
    settings.setValue(QStringLiteral("file"), last.file);
    settings.setValue(QStringLiteral("environment"), last.environment);
}

QString configuredFleet()
{
    return settingsFolder() + QStringLiteral("/fleet.yaml");
}

} // namespace siaga
