// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/fault_vfs.h"

#include <sqlite3.h>

#include <memory>

namespace siaga::samples {

namespace {

// SQLite gives us szOsFile bytes: this, and behind it the real file system's own.
struct ShimFile
{
    sqlite3_file base;
    FaultVfs *vfs;
    std::string *name; // SQLite moves no file, but constructs none either.
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

ShimFile *shim(sqlite3_file *file)
{
    return reinterpret_cast<ShimFile *>(file);
}

FaultVfs *owner(sqlite3_vfs *vfs)
{
    return static_cast<FaultVfs *>(vfs->pAppData);
}

std::string lastPart(const char *path)
{
    const std::string text = path ? path : "";
    return text.substr(text.rfind('/') + 1);
}

int closeFile(sqlite3_file *file)
{
    sqlite3_file *const real = shim(file)->real();
    const int code = real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
    delete shim(file)->name;
    return code;
}

int readFile(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    return shim(file)->real()->pMethods->xRead(shim(file)->real(), bytes, size, offset);
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    const std::string copy(static_cast<const char *>(bytes), std::size_t(size));
    sqlite3_file *const real = shim(file)->real();
    const DiskAnswer answer = shim(file)->vfs->ask({DiskCallKind::write, *shim(file)->name, offset, copy});
    if (answer.half)
        real->pMethods->xWrite(real, bytes, size / 2, offset);
    return answer.code != SQLITE_OK ? answer.code : real->pMethods->xWrite(real, bytes, size, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const DiskAnswer answer = shim(file)->vfs->ask({DiskCallKind::truncate, *shim(file)->name, size});
    sqlite3_file *const real = shim(file)->real();
    return answer.code != SQLITE_OK ? answer.code : real->pMethods->xTruncate(real, size);
}

int syncFile(sqlite3_file *file, int flags)
{
    const DiskAnswer answer = shim(file)->vfs->ask({DiskCallKind::sync, *shim(file)->name});
    if (answer.code != SQLITE_OK || !shim(file)->vfs->syncs())
        return answer.code;
    return shim(file)->real()->pMethods->xSync(shim(file)->real(), flags);
}

int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return shim(file)->real()->pMethods->xFileSize(shim(file)->real(), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return shim(file)->real()->pMethods->xLock(shim(file)->real(), level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return shim(file)->real()->pMethods->xUnlock(shim(file)->real(), level);
}

int isReserved(sqlite3_file *file, int *reserved)
{
    return shim(file)->real()->pMethods->xCheckReservedLock(shim(file)->real(), reserved);
}

int controlFile(sqlite3_file *file, int operation, void *argument)
{
    return shim(file)->real()->pMethods->xFileControl(shim(file)->real(), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return shim(file)->real()->pMethods->xSectorSize(shim(file)->real());
}

int characteristics(sqlite3_file *file)
{
    return shim(file)->real()->pMethods->xDeviceCharacteristics(shim(file)->real());
}

// Version 1: no shared memory, which the journal must not need.
constexpr sqlite3_io_methods methods = {1, closeFile, readFile, writeFile, truncateFile, syncFile, sizeOfFile, lockFile,
    unlockFile, isReserved, controlFile, sectorSize, characteristics};

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *flagsOut)
{
    ShimFile *const opened = shim(file);
    sqlite3_vfs *const real = owner(vfs)->real();
    opened->base.pMethods = nullptr;
    opened->vfs = owner(vfs);
    const int code = real->xOpen(real, path, opened->real(), flags, flagsOut);
    if (code == SQLITE_OK) {
        opened->name = new std::string(lastPart(path));
        opened->base.pMethods = &methods;
    }
    return code;
}

int removeFile(sqlite3_vfs *vfs, const char *path, int syncsDirectory)
{
    const DiskAnswer answer = owner(vfs)->ask({DiskCallKind::remove, lastPart(path)});
    sqlite3_vfs *const real = owner(vfs)->real();
    return answer.code != SQLITE_OK ? answer.code : real->xDelete(real, path, syncsDirectory);
}

} // namespace

FaultVfs::FaultVfs(Ask ask, bool syncs)
    : m_name("siaga-fault")
    , m_ask(std::move(ask))
    , m_syncs(syncs)
    , m_real(sqlite3_vfs_find(nullptr))
    , m_shim(new sqlite3_vfs(*m_real))
{
    // All but these two go straight to the real one, which finds nothing of its own in pAppData but its finder of
    // locking styles; that is asked through the real one's own open.
    m_shim->szOsFile += int(sizeof(ShimFile));
    m_shim->zName = m_name.c_str();
    m_shim->pAppData = this;
    m_shim->pNext = nullptr;
    m_shim->xOpen = openFile;
    m_shim->xDelete = removeFile;
    sqlite3_vfs_register(m_shim, 0);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(m_shim);
    delete m_shim;
}

} // namespace siaga::samples
