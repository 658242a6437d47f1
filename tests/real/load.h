// SPDX-License-Identifier: GPL-3.0-or-later
// Clients of one edge: some keep their connection, some make a new one for each request, and each failure is noted.
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace siaga {

class Load
{
public:
    /// Four threads that together ask about 260 times a second until the end.
    explicit Load(quint16 port);
    ~Load();

    struct Asked
    {
        std::int64_t wall = 0; ///< Milliseconds since 1970, when the answer came or failed.
        bool good = false;
    };
    /// All so far, in no particular order.
    std::vector<Asked> asked() const;

    std::size_t failedSince(std::int64_t wall) const;
    std::size_t askedSince(std::int64_t wall) const;

private:
    void run(bool keepsConnection);

    quint16 m_port;
    mutable std::mutex m_mutex;
    std::condition_variable m_end;
    bool m_stopping = false;
    std::vector<Asked> m_asked;
    std::vector<std::thread> m_threads;
};

/// Milliseconds since 1970, as the journal's wall times are.
std::int64_t wallNow();

} // namespace siaga
