// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine_checks.h"

#include "app/paths.h"
#include "core/journal/sqlite_journal.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QFileInfo>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

namespace siaga {

namespace {

using words::translate;

constexpr std::uint64_t megabyte = 1024 * 1024;
constexpr std::uint64_t bytesMin = 100 * megabyte;      // Less is full within days of a bad week.
constexpr std::uint64_t bytesWanted = 1024 * megabyte;
constexpr Duration errorAccepted = std::chrono::seconds(1); // A journal read beside others' logs must fit to the second.

Finding diagnoseJournal(const QString &folder)
{
    const QString path = journalPath(folder);
    Finding found{.subject = translate("doctor", "journal"), .address = path};
    if (!QFileInfo::exists(path)) {
        found.found = translate("doctor", "there is none yet; it begins with the first start");
        return found;
    }
    const auto journal = openSqliteJournal({.path = path.toStdString(), .readOnly = true});
    if (journal) {
        found.found = translate("doctor", "it can be read; siaga audit verify proves it whole");
        return found;
    }
    found.found = words::text(journal.error().detail);
    if (journal.error().refusal == OpenRefusal::heldByAnother)
        return found; // By the Siaga that runs, as it should be.
    found.verdict = Verdict::wrong;
    found.remedy = translate("doctor", "keep the file, and name another folder with --data to go on without it");
    return found;
}

} // namespace

FolderState lookAtFolder(const QString &folder)
{
    FolderState state;
    const std::string path = folder.toStdString();
    struct stat found{};
    if (::stat(path.c_str(), &found) != 0 || !S_ISDIR(found.st_mode))
        return state;
    state.exists = true;
    state.mayWrite = ::access(path.c_str(), W_OK | X_OK) == 0;
    state.isOpenToOthers = (found.st_mode & (S_IRWXG | S_IRWXO)) != 0;
    struct statvfs disk{};
    if (::statvfs(path.c_str(), &disk) == 0)
        state.bytesFree = std::uint64_t(disk.f_bavail) * disk.f_frsize;
    return state;
}

Finding diagnoseFolder(const QString &folder, const FolderState &state)
{
    Finding found{.subject = translate("doctor", "data folder"), .address = folder};
    const QString free = translate("doctor", "%1 MB are free").arg(state.bytesFree / megabyte);
    if (!state.exists) {
        found.found = translate("doctor", "it is not there yet; it is made with the first start");
    } else if (!state.mayWrite) {
        found.verdict = Verdict::wrong;
        found.found = translate("doctor", "nothing can be written into it");
        found.remedy = translate("doctor", "correct its owner and mode, or name another one with --data");
    } else if (state.bytesFree < bytesMin) {
        found.verdict = Verdict::wrong;
        found.found = free;
        found.remedy = translate("doctor", "make room: a journal that cannot be written stops everything");
    } else if (state.isOpenToOthers || state.bytesFree < bytesWanted) {
        found.verdict = Verdict::doubtful;
        found.found = state.isOpenToOthers ? translate("doctor", "others than its owner may look into it") : free;
        found.remedy = state.isOpenToOthers ? translate("doctor", "chmod 700 %1").arg(folder) : translate("doctor", "make room soon");
    } else {
        found.found = free;
    }
    return found;
}

Finding diagnoseClock(bool isKept, Duration errorMax)
{
    Finding found{.subject = translate("doctor", "clock")};
    const bool isWell = isKept && errorMax <= errorAccepted;
    found.verdict = isWell ? Verdict::well : Verdict::doubtful;
    found.found = !isKept ? translate("doctor", "nothing keeps this machine's clock in step with others")
                          : translate("doctor", "kept in step, within %1").arg(words::duration(errorMax));
    found.remedy = isWell ? QString() : translate("doctor", "let chrony or systemd-timesyncd keep it: times in the journal and of certificates hang on it");
    return found;
}

Findings checkMachine(const QString &dataFolder)
{
    timex state{};
    const int kept = ::adjtimex(&state);
    const bool isKept = kept >= 0 && kept != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
    return {diagnoseClock(isKept, std::chrono::microseconds(state.maxerror)), diagnoseFolder(dataFolder, lookAtFolder(dataFolder)), diagnoseJournal(dataFolder)};
}

} // namespace siaga
