// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/command_list.h"

#include "core/base/check.h"
#include "core/words/translate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

// The numbers of the pages are those of their keys.
constexpr int now = 1;
constexpr int protect = 5;
constexpr int audit = 8;

std::vector<CommandEntry> everywhere()
{
    return {
        {Command::search, "search", QT_TRANSLATE_NOOP("Commands", "Find a region, service, alert, plan, breaker, page or command"),
            Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P, 0, false, false},
        {Command::holdAll, "hold-all", QT_TRANSLATE_NOOP("Commands", "Hold all running plans, from anywhere"),
            Qt::CTRL | Qt::SHIFT | Qt::Key_X},
        {Command::stop, "stop", QT_TRANSLATE_NOOP("Commands", "Stop automation…")},
        {Command::lift, "lift", QT_TRANSLATE_NOOP("Commands", "Lift the stop…")},
        {Command::earlier, "earlier", QT_TRANSLATE_NOOP("Commands", "Look back: to the event before"), QKeySequence(Qt::Key_BracketLeft)},
        {Command::later, "later", QT_TRANSLATE_NOOP("Commands", "In the past: to the next event, and back to live"),
            QKeySequence(Qt::Key_BracketRight)},
        {Command::goToTime, "go-to-time", QT_TRANSLATE_NOOP("Commands", "Go to a time: 02:13, -15min, or record #812"),
            Qt::CTRL | Qt::Key_G},
        {Command::present, "live", QT_TRANSLATE_NOOP("Commands", "Back from the past to live")},
        {Command::pageNow, "now", QT_TRANSLATE_NOOP("Commands", "Page Now"), Qt::ALT | Qt::Key_1, {}, 0, false, true, false, 1},
        {Command::pageProtect, "protect", QT_TRANSLATE_NOOP("Commands", "Page Protect"), Qt::ALT | Qt::Key_5, {}, 0, false, true, false, 5},
        {Command::pageAudit, "audit", QT_TRANSLATE_NOOP("Commands", "Page Audit"), Qt::ALT | Qt::Key_8, {}, 0, false, true, false, 8},
    };
}

std::vector<CommandEntry> ofWhatIsSelected()
{
    std::vector<CommandEntry> entries{
        {Command::acknowledge, "acknowledge", QT_TRANSLATE_NOOP("Commands", "Acknowledge the selected alert"), QKeySequence(Qt::Key_A)},
        {Command::review, "review", QT_TRANSLATE_NOOP("Commands", "Review and approve the proposed plan…"), QKeySequence(Qt::Key_E)},
        {Command::evacuate, "evacuate", QT_TRANSLATE_NOOP("Commands", "Take the selected region out of traffic…"), QKeySequence(Qt::Key_E)},
        {Command::restore, "restore", QT_TRANSLATE_NOOP("Commands", "Restore the selected region…"), QKeySequence(Qt::Key_T)},
        {Command::hold, "hold", QT_TRANSLATE_NOOP("Commands", "Hold the selected plan")},
        {Command::resume, "resume", QT_TRANSLATE_NOOP("Commands", "Resume the selected plan")},
        {Command::abort, "abort", QT_TRANSLATE_NOOP("Commands", "Abort the selected plan…")},
        {Command::forceOpen, "force-open", QT_TRANSLATE_NOOP("Commands", "Force the selected breaker open…"),
            QKeySequence(Qt::Key_F), {}, protect},
        {Command::disable, "hold-closed", QT_TRANSLATE_NOOP("Commands", "Hold the selected breaker closed…"),
            QKeySequence(Qt::Key_C), {}, protect},
        {Command::reset, "reset", QT_TRANSLATE_NOOP("Commands", "Reset the selected breaker…"),
            QKeySequence(Qt::Key_R), {}, protect},
        {Command::runbook, "runbook", QT_TRANSLATE_NOOP("Commands", "Open the runbook"), QKeySequence(Qt::Key_R), {}, now},
        {Command::history, "history", QT_TRANSLATE_NOOP("Commands", "Show the history of what is selected"), QKeySequence(Qt::Key_H)},
        {Command::copyCommand, "copy-command", QT_TRANSLATE_NOOP("Commands", "Copy as a command line"), Qt::ALT | Qt::Key_C},
        {Command::copyJson, "copy-json", QT_TRANSLATE_NOOP("Commands", "Copy as JSON"), Qt::ALT | Qt::Key_J},
        {Command::copyLink, "copy-link", QT_TRANSLATE_NOOP("Commands", "Copy as a link"), Qt::ALT | Qt::Key_L},
    };
    for (CommandEntry &entry : entries)
        entry.onSelection = true;
    return entries;
}

std::vector<CommandEntry> ofThePages()
{
    return {
        {Command::filter, "filter", QT_TRANSLATE_NOOP("Commands", "Filter the breakers"), QKeySequence(Qt::Key_Slash), {}, protect},
        {Command::filterRecords, "filter-records", QT_TRANSLATE_NOOP("Commands", "Filter the records"), QKeySequence(Qt::Key_Slash), {}, audit},
        {Command::verify, "verify", QT_TRANSLATE_NOOP("Commands", "Verify the whole journal"), QKeySequence(Qt::Key_V), {}, audit},
        {Command::exportRecords, "export", QT_TRANSLATE_NOOP("Commands", "Export records…"), QKeySequence(Qt::Key_X), {}, audit},
        {Command::bringIn, "bring-in", QT_TRANSLATE_NOOP("Commands", "Bring in the alerts that wait, in the list of alerts"),
            QKeySequence(Qt::Key_N), {}, now, false, false},
        {Command::unselect, "unselect", QT_TRANSLATE_NOOP("Commands", "Close what is open, and nothing happens; select nothing"),
            QKeySequence(Qt::Key_Escape), {}, 0, false, false},
    };
}

std::vector<CommandEntry> ofTheWindow()
{
    return {
        {Command::faults, "faults", QT_TRANSLATE_NOOP("Commands", "Break something in the lab…"), QKeySequence(Qt::Key_B), {}, 0, true},
        {Command::heal, "heal", QT_TRANSLATE_NOOP("Commands", "Heal everything in the lab"), {}, {}, 0, true},
        {Command::guide, "guide", QT_TRANSLATE_NOOP("Commands", "Guide: break a region and see what happens"), {}, {}, 0, true},
        {Command::newFleet, "own-servers", QT_TRANSLATE_NOOP("Commands", "Watch your own servers…")},
        {Command::credentials, "credentials", QT_TRANSLATE_NOOP("Commands", "Credentials: set, test or remove them…")},
        {Command::zone, "zone", QT_TRANSLATE_NOOP("Commands", "Times in UTC or local"), QKeySequence(Qt::Key_Z)},
        {Command::mute, "mute", QT_TRANSLATE_NOOP("Commands", "Mute sounds for 15 minutes, or end the mute")},
        {Command::fullScreen, "full-screen", QT_TRANSLATE_NOOP("Commands", "Full screen"), QKeySequence(Qt::Key_F11)},
        {Command::tables, "tables", QT_TRANSLATE_NOOP("Commands", "Show the page's charts as tables"), Qt::CTRL | Qt::Key_T},
        {Command::keys, "keys", QT_TRANSLATE_NOOP("Commands", "Show the keys"), QKeySequence(Qt::Key_Question)},
        {Command::quit, "quit", QT_TRANSLATE_NOOP("Commands", "Close Siaga"), Qt::CTRL | Qt::Key_Q},
    };
}

} // namespace

const std::vector<CommandEntry> &commandList()
{
    static const std::vector<CommandEntry> all = [] {
        std::vector<CommandEntry> entries;
        for (const auto &group : {everywhere(), ofWhatIsSelected(), ofThePages(), ofTheWindow()})
            entries.insert(entries.end(), group.begin(), group.end());
        return entries;
    }();
    return all;
}

const CommandEntry &entryOf(Command command)
{
    const auto found = std::ranges::find(commandList(), command, &CommandEntry::id);
    SIAGA_CHECK(found != commandList().end());
    return *found;
}

const CommandEntry *commandNamed(const QString &name)
{
    for (const CommandEntry &entry : commandList())
        if (QLatin1StringView(entry.name) == name)
            return &entry;
    return nullptr;
}

QKeySequence keyOf(Command command)
{
    return entryOf(command).key;
}

QString wordsOf(const CommandEntry &entry)
{
    return words::translate("Commands", entry.words);
}

QString keysOf(const CommandEntry &entry)
{
    const QString key = entry.key.toString(QKeySequence::NativeText);
    const QString other = entry.otherKey.toString(QKeySequence::NativeText);
    return other.isEmpty() ? key : key + u", "_s + other;
}

} // namespace siaga::views
