// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_settings.h"

#include <QStandardPaths>

#include <algorithm>

namespace siaga {

namespace {

const QString recentsKey = QStringLiteral("palette/recent");
const QString guideKey = QStringLiteral("guide/seen");
constexpr qsizetype recentsKept = 8;
constexpr qsizetype nameLengthMax = 512;

} // namespace

QString ConsoleSettings::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/siaga/console.ini");
}

ConsoleSettings::ConsoleSettings(const QString &path)
    : m_file(path, QSettings::IniFormat)
{
}

/// The file may have been written by anybody.
QStringList ConsoleSettings::recents() const
{
    QStringList names = m_file.value(recentsKey).toStringList();
    names.removeIf([](const QString &name) { return name.isEmpty() || name.size() > nameLengthMax; });
    return names.first(std::min(names.size(), recentsKept));
}

void ConsoleSettings::setRecents(const QStringList &recents)
{
    m_file.setValue(recentsKey, recents.first(std::min(recents.size(), recentsKept)));
}

bool ConsoleSettings::isGuideSeen() const
{
    return m_file.value(guideKey, false).toBool();
}

void ConsoleSettings::setGuideSeen()
{
    m_file.setValue(guideKey, true);
}

} // namespace siaga
