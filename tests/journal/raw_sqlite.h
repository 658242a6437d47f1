// SPDX-License-Identifier: GPL-3.0-or-later
// Tampering with a journal's file behind the journal's back, as somebody with the sqlite3 program would.
//
// A burglar's tool, for tests only. The catch: the journal must be closed, or SQLite refuses.
#pragma once

#include <QByteArray>
#include <QString>

namespace siaga::samples {

/// Runs the statements on the closed journal; dies when they fail, for then the test tests nothing.
void tamper(const QString &path, const QByteArray &sql);

/// A file's bytes; none when it can't be read.
QByteArray contentOf(const QString &path);

/// Replaces a file's bytes; dies when that fails.
void overwrite(const QString &path, const QByteArray &content);

} // namespace siaga::samples
