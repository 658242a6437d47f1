// SPDX-License-Identifier: GPL-3.0-or-later
// A SQLite file system that asks before it writes: for failing disks, and for noting what a disk was told.
//
// It sits between SQLite and the real disk like a customs officer between two countries: everything passes his desk, and
// he may let it through, send it back, or let half of it through. The catch: reads pass unseen.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

struct sqlite3_vfs;

namespace siaga::samples {

enum class DiskCallKind { write, sync, truncate, remove };

struct DiskCall
{
    DiskCallKind kind;
    std::string file;        ///< The last part of its path.
    std::int64_t offset = 0; ///< Of a write; the new size for a truncation.
    std::string bytes = {};  ///< Of a write.
};

/// What becomes of a call.
struct DiskAnswer
{
    int code = 0;         ///< Zero: passed on. Else the SQLite code that is answered instead.
    bool half = false;    ///< Of a refused write, the first half reaches the disk all the same.
};

/// Registered under its name while it lives; no connection may outlive it.
class FaultVfs
{
public:
    using Ask = std::function<DiskAnswer(const DiskCall &)>;

    /// `syncs` false: the real disk is never synced, for tests that only look at what was told to it.
    FaultVfs(Ask ask, bool syncs);
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    const std::string &name() const { return m_name; }

    // For the callbacks that SQLite calls.
    DiskAnswer ask(const DiskCall &call) const { return m_ask ? m_ask(call) : DiskAnswer{}; }
    bool syncs() const { return m_syncs; }
    sqlite3_vfs *real() const { return m_real; }

private:
    std::string m_name;
    Ask m_ask;
    bool m_syncs;
    sqlite3_vfs *m_real;
    sqlite3_vfs *m_shim;
};

} // namespace siaga::samples
