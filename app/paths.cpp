// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include "app/last_fleet.h"
#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace siaga {

namespace {

QString defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/siaga");
}

/// In the runtime folder, which is this user's alone; the hash keeps it short wherever the folder is.
QString socketNamed(const QString &folder, const QString &ending)
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const std::string name = shortHex(sha256(folder.toStdString()));
    const QString base = runtime.isEmpty() ? QDir::tempPath() : runtime;
    return QStringLiteral("%1/siaga-%2.%3%4").arg(base, QString::number(getuid()), QString::fromStdString(name), ending);
}

} // namespace

QString dataFolder(const Arguments &arguments)
{
    const QString named = arguments.value(QStringLiteral("data"));
    const QString folder = !named.isEmpty() ? QFileInfo(named).absoluteFilePath() : defaultFolder();
    if (QFileInfo::exists(folder))
        return folder;
    if (!QDir().mkpath(folder))
        return {};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

QString journalPath(const QString &folder)
{
    return folder + QStringLiteral("/journal.sqlite");
}

QString socketPath(const QString &folder)
{
    return socketNamed(QFileInfo(folder).canonicalFilePath(), {});
}

QString labSocketPath()
{
    return socketNamed(defaultFolder(), QStringLiteral(".lab"));
}

QStringList socketsFor(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("connect")))
        return {QFileInfo(arguments.value(QStringLiteral("connect"))).absoluteFilePath()};
    if (arguments.has(QStringLiteral("lab")))
        return {labSocketPath()};
    const QString folder = dataFolder(arguments);
    const bool isNamed = arguments.has(QStringLiteral("data")) || arguments.has(QStringLiteral("fleet"));
    if (isNamed || QFileInfo::exists(journalPath(folder)) || QFileInfo::exists(configuredFleet()))
        return {socketPath(folder)};
    return {socketPath(folder), labSocketPath()};
}

QStringList absolutePlaces(const Arguments &arguments)
{
    QStringList words = arguments.places();
    for (qsizetype i = 1; i < words.size(); ++i)
        if (words[i - 1] == u"--fleet" || words[i - 1] == u"--data" || words[i - 1] == u"--connect")
            words[i] = QFileInfo(words[i]).absoluteFilePath();
    return words;
}

std::string accountName()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? plainText(entry->pw_name, 64) : std::to_string(getuid());
}

} // namespace siaga
