// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace siaga {

QString dataFolder(const Arguments &arguments)
{
    const QString named = arguments.value(QStringLiteral("data"));
    const QString folder = !named.isEmpty() ? QFileInfo(named).absoluteFilePath()
                                            : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/siaga");
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
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const std::string name = shortHex(sha256(QFileInfo(folder).canonicalFilePath().toStdString()));
    const QString base = runtime.isEmpty() ? QDir::tempPath() : runtime;
    return QStringLiteral("%1/siaga-%2.%3").arg(base, QString::number(getuid()), QString::fromStdString(name));
}

std::string accountName()
{
    const passwd *entry = getpwuid(getuid());
    return entry ? plainText(entry->pw_name, 64) : std::to_string(getuid());
}

} // namespace siaga
