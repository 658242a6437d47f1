// SPDX-License-Identifier: GPL-3.0-or-later
// What the user typed: options that work with every command, the command, and the command's own.
#pragma once

#include "core/base/secret.h"

#include <QString>
#include <QStringList>

#include <map>
#include <variant>

namespace siaga {

/// Exit codes, the same for every command.
enum ExitCode {
    exitDone = 0,       ///< It is done, or all is well.
    exitBroken = 1,     ///< What was looked at is broken: a journal, a fleet file, an unhealthy fleet.
    exitUsage = 2,      ///< The words of the call are off.
    exitRefused = 3,    ///< Siaga refused, and said why.
    exitUnreadable = 4, ///< A file or the running instance could not be read.
    exitHeld = 5,       ///< The plan is held where it stands, and waits for a person.
};

struct Arguments
{
    QString command;                   ///< Empty: the console.
    QStringList positional;            ///< After the command.
    std::map<QString, QString> options; ///< By long name; flags have an empty value.
    Secret secret = {};                ///< What came beside the words along the local socket; never from a command line.

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const;

    /// The options of this call that say where Siaga is (--fleet, --env, --data, --connect, --lab), to be repeated in another.
    QStringList places() const;
};

/// Text to print and how to exit, instead of running anything.
struct Explained
{
    QString text;
    int exitCode = exitUsage;
};

/// Reads the words after the program's name. `--help` and mistakes give a text; a mistake names the word.
std::variant<Arguments, Explained> readArguments(const QStringList &words);

} // namespace siaga
