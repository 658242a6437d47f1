// SPDX-License-Identifier: GPL-3.0-or-later
// The commands and their options as data: what --help prints, what is accepted, and what a command needs around it.
//
// Like the index of a timetable: a new command is one more entry here, and one more line in startCommand(). The catch:
// an option stands anywhere in the call, so whether it takes a value must be the same for every command.
#pragma once

#include <QString>

#include <vector>

namespace siaga {

struct OptionEntry
{
    const char *name;
    const char *value; ///< What stands behind it in the help; nullptr for a flag.
    const char *text;
    bool isNeeded = false;
};

/// What a command does where no Siaga runs on the data.
enum class Alone {
    looksAround, ///< It becomes an instance for a while, the lab if need be, and looks around first.
    actsAtOnce,  ///< The same, but on a journal only, and without looking around: nothing it does depends on the world.
    looksAtOnce, ///< It becomes an instance that only observes, at once.
    looksFirst,  ///< On a journal only, and it looks around first.
    cannot,      ///< It speaks to a running Siaga or to nobody.
};

struct CommandEntry
{
    const char *name;
    const char *positional; ///< As in the help.
    int least;
    int most;
    const char *text;
    std::vector<OptionEntry> options;
    Alone alone = Alone::looksAround;
};

/// Options that work with every command.
const std::vector<OptionEntry> &commonOptions();

/// All commands, in the order of the help; the first has no name and opens the console.
const std::vector<CommandEntry> &commandTable();

/// nullptr when there is none.
const CommandEntry *commandEntry(const QString &name);
const OptionEntry *optionEntry(const QString &name, const CommandEntry &command);

} // namespace siaga
