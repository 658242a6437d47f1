// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace siaga {

namespace {

JournalOpenFailure systemFailure(const std::string &path, const char *did)
{
    return {OpenRefusal::failed, std::string("cannot ") + did + ' ' + path + ": " + std::strerror(errno), {}};
}

int openLock(const std::string &path, bool readOnly)
{
    constexpr int common = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | common, 0600);
    if (descriptor < 0 && readOnly && (errno == EACCES || errno == EROFS))
        return open(path.c_str(), O_RDONLY | common);
    return descriptor;
}

JournalOpenFailure heldBy(int descriptor, const std::string &path)
{
    std::array<char, 16> digits{};
    long long pid = 0;
    if (pread(descriptor, digits.data(), digits.size() - 1, 0) > 0)
        pid = std::atoll(digits.data());
    const std::string who = pid <= 0 ? "another process"
                            : pid == getpid() ? "this process (" + std::to_string(pid) + ")"
                                              : "process " + std::to_string(pid);
    return {OpenRefusal::heldByAnother, path + " is held by " + who, {}};
}

std::optional<JournalOpenFailure> distrust(const std::string &path, const struct stat &status)
{
    if (status.st_uid != geteuid())
        return JournalOpenFailure{OpenRefusal::wrongOwner, path + " belongs to user " + std::to_string(status.st_uid), {}};
    if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0)
        return JournalOpenFailure{OpenRefusal::openToOthers, path + " can be written by group or others", {}};
    // The mode counts, also for root, who may write anyway: somebody closed this journal on purpose.
    if ((status.st_mode & S_IWUSR) == 0 || access(path.c_str(), W_OK) != 0)
        return JournalOpenFailure{OpenRefusal::readOnlyFile, path + " is read-only", {}};
    return std::nullopt;
}

} // namespace

Result<LockFile, JournalOpenFailure> LockFile::take(const std::string &path, bool readOnly)
{
    const std::string lockPath = path + ".lock";
    const int descriptor = openLock(lockPath, readOnly);
    LockFile lock(descriptor);
    if (descriptor < 0) {
        // A writer always leaves a lock file, so where there is none and none can be made, nobody writes.
        if (readOnly && (errno == ENOENT || errno == EACCES || errno == EROFS))
            return lock;
        return systemFailure(lockPath, "open");
    }
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return errno == EWOULDBLOCK ? heldBy(descriptor, path) : systemFailure(lockPath, "lock");
    // For the message above only: failing to note it (a full disk) hurts nobody.
    const std::string pid = std::to_string(getpid()) + '\n';
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, pid.data(), pid.size(), 0) < 0)
        errno = 0;
    return lock;
}

LockFile::LockFile(LockFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

LockFile::~LockFile()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

Result<Found, JournalOpenFailure> inspect(const SqliteJournalOptions &options)
{
    const std::string &path = options.path;
    const std::string walPath = path + "-wal";
    struct stat status;
    struct stat wal;
    const bool hasWal = lstat(walPath.c_str(), &wal) == 0;
    if (lstat(path.c_str(), &status) != 0) {
        if (errno != ENOENT)
            return systemFailure(path, "look at");
        if (hasWal)
            return JournalOpenFailure{OpenRefusal::walWithoutDatabase, path + " is gone, but " + walPath + " is there", {}};
        if (options.readOnly)
            return JournalOpenFailure{OpenRefusal::missing, path + " does not exist", {}};
        return Found::nothing;
    }
    if (!S_ISREG(status.st_mode) || (hasWal && !S_ISREG(wal.st_mode)))
        return JournalOpenFailure{OpenRefusal::notAFile, path + " or its -wal is not a plain file", {}};
    if (status.st_size == 0)
        return JournalOpenFailure{OpenRefusal::empty, path + " has no bytes", {}};
    const bool needsWal = hasWal && wal.st_size > 0;
    // Reading what is only in the -wal needs a lock that a read-only handle can't take.
    if (options.readOnly && needsWal && access(path.c_str(), W_OK) != 0)
        return JournalOpenFailure{OpenRefusal::readOnlyFile, path + " was not closed; copy it with its -wal to where you may write", {}};
    if (!options.readOnly) {
        if (auto reason = distrust(path, status))
            return *reason;
        if (auto reason = hasWal ? distrust(walPath, wal) : std::nullopt)
            return *reason;
        struct statfs place;
        if (statfs(path.c_str(), &place) == 0 && isNetworkFileSystem(static_cast<std::int64_t>(place.f_type)))
            return JournalOpenFailure{OpenRefusal::networkFileSystem, path + " is on a network file system", {}};
    }
    return needsWal ? Found::journalWithWal : Found::journal;
}

Result<Done, JournalOpenFailure> makeEmptyFile(const std::string &path)
{
    for (const char *const suffix : {"", "-wal", "-journal"})
        unlink((path + suffix).c_str());
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return systemFailure(path, "create");
    struct statfs place;
    const bool remote = fstatfs(descriptor, &place) == 0 && isNetworkFileSystem(static_cast<std::int64_t>(place.f_type));
    close(descriptor);
    if (remote) {
        unlink(path.c_str());
        return JournalOpenFailure{OpenRefusal::networkFileSystem, path + " is on a network file system", {}};
    }
    return Done{};
}

Result<Done, JournalOpenFailure> putInPlace(const std::string &draft, const std::string &path)
{
    if (std::rename(draft.c_str(), path.c_str()) != 0)
        return systemFailure(path, "create");
    const std::size_t slash = path.rfind('/');
    const std::string directory = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const int descriptor = open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(directory, "open");
    const bool synced = fsync(descriptor) == 0;
    const auto failure = synced ? std::nullopt : std::optional(systemFailure(directory, "sync"));
    close(descriptor);
    if (failure)
        return *failure;
    return Done{};
}

bool isNetworkFileSystem(std::int64_t type)
{
    // NFS, SMB, CIFS, SMB2, AFS, kAFS, Coda, Ceph, 9P: from linux/magic.h and statfs(2).
    constexpr std::array<std::int64_t, 9> types = {0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x5346414F, 0x6B414653,
        0x73757245, 0x00C36400, 0x01021997};
    // Only 32 bits are the type; where f_type is signed, the SMB ones arrive negative.
    return std::ranges::find(types, type & 0xFFFFFFFF) != types.end();
}

} // namespace siaga
