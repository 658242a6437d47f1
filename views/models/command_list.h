// SPDX-License-Identifier: GPL-3.0-or-later
// Everything the window can be told to do, in one table: its name, its words, its key, and where it works.
//
// Like the one plan of a house from which doors, keys and the sign in the hall are made: the palette, the list of keys
// and the key handling all read it. The catch: a key that a widget answers by itself stands here too, and a test
// presses each of them; whether a command can run at the moment is not here but with who runs it.
#pragma once

#include <QKeySequence>
#include <QString>

#include <vector>

namespace siaga::views {

enum class Command {
    search, keys, holdAll, stop, lift,
    earlier, later, goToTime, present,
    pageNow, pageProtect, pageAudit,
    acknowledge, review, evacuate, restore, hold, resume, abort, forceOpen, disable, reset, runbook, history,
    copyCommand, copyJson, copyLink,
    filter, filterRecords, verify, exportRecords, bringIn, unselect, tables,
    faults, heal, guide, newFleet, credentials,
    zone, mute, fullScreen, quit,
};

struct CommandEntry
{
    Command id = Command::search;
    const char *name = "";      ///< For settings and links; never translated, never changed.
    const char *words = "";     ///< What it does, untranslated; see wordsOf().
    QKeySequence key = {};      ///< Empty: only by the palette or a button.
    QKeySequence otherKey = {}; ///< Does the same.
    int page = 0;               ///< The only page that it works on; 0: on every page.
    bool labOnly = false;
    bool listed = true;         ///< In the palette; the others make no sense there.
    bool onSelection = false;   ///< Works on whatever is selected.
    int opensPage = 0;          ///< The number of the page that it goes to; 0: it is no way to a page.
};

/// All commands, in the order in which they are listed.
const std::vector<CommandEntry> &commandList();

const CommandEntry &entryOf(Command command);
/// nullptr when no command has that name.
const CommandEntry *commandNamed(const QString &name);
QKeySequence keyOf(Command command);

/// "Acknowledge the selected alert", in the reader's language.
QString wordsOf(const CommandEntry &entry);
/// "Ctrl+K"; both keys where there are two; empty without any.
QString keysOf(const CommandEntry &entry);

} // namespace siaga::views
