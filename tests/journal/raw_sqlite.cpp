// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/raw_sqlite.h"

#include <QFile>

#include <sqlite3.h>

namespace siaga::samples {

void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *connection = nullptr;
    char *error = nullptr;
    if (sqlite3_open(path.toUtf8().constData(), &connection) != SQLITE_OK
        || sqlite3_exec(connection, "PRAGMA synchronous=OFF", nullptr, nullptr, nullptr) != SQLITE_OK
        || sqlite3_exec(connection, sql.constData(), nullptr, nullptr, &error) != SQLITE_OK)
        qFatal("tampering failed: %s", error ? error : "cannot open");
    sqlite3_close(connection);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &content)
{
    // Not by truncating: ext4 would write the file out each time.
    QFile file(path);
    const bool written = file.open(QIODevice::ReadWrite) && file.write(content) == content.size() && file.flush();
    if (!written || (file.size() != content.size() && !file.resize(content.size())))
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace siaga::samples
