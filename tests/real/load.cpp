// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/real/load.h"

#include <QDateTime>

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace siaga {

namespace {

constexpr std::chrono::milliseconds pace{15}; // Between one client's requests.

int connectTo(quint16 port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    timeval limit{2, 0};
    setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return fd;
    close(fd);
    return -1;
}

/// One request and its whole answer; true for a 200 with the body that the regions give.
bool ask(int fd, bool keepsConnection)
{
    const std::string request = std::string("GET / HTTP/1.1\r\nHost: shop\r\nConnection: ") + (keepsConnection ? "keep-alive" : "close") + "\r\n\r\n";
    if (send(fd, request.data(), request.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(request.size()))
        return false;
    std::string answer;
    char buffer[4096];
    while (answer.find("\r\n\r\nok\n") == std::string::npos) {
        const ssize_t got = recv(fd, buffer, sizeof buffer, 0);
        if (got <= 0)
            return false;
        answer.append(buffer, static_cast<std::size_t>(got));
        if (answer.size() > 12 && answer.compare(9, 3, "200") != 0)
            return false;
    }
    return true;
}

} // namespace

std::int64_t wallNow()
{
    return QDateTime::currentMSecsSinceEpoch();
}

Load::Load(quint16 port)
    : m_port(port)
{
    for (const bool keeps : {true, true, false, false})
        m_threads.emplace_back([this, keeps] { run(keeps); });
}

Load::~Load()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_end.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

void Load::run(bool keepsConnection)
{
    int fd = -1;
    auto next = std::chrono::steady_clock::now();
    for (bool stopping = false; !stopping;) {
        if (fd < 0)
            fd = connectTo(m_port);
        const bool good = fd >= 0 && ask(fd, keepsConnection);
        if (fd >= 0 && (!good || !keepsConnection)) {
            close(fd);
            fd = -1;
        }
        next += pace;
        std::unique_lock lock(m_mutex);
        m_asked.push_back({wallNow(), good});
        stopping = m_end.wait_until(lock, next, [this] { return m_stopping; });
    }
    if (fd >= 0)
        close(fd);
}

std::vector<Load::Asked> Load::asked() const
{
    const std::lock_guard lock(m_mutex);
    return m_asked;
}

std::size_t Load::failedSince(std::int64_t wall) const
{
    const auto all = asked();
    return static_cast<std::size_t>(std::ranges::count_if(all, [wall](const Asked &one) { return one.wall >= wall && !one.good; }));
}

std::size_t Load::askedSince(std::int64_t wall) const
{
    const auto all = asked();
    return static_cast<std::size_t>(std::ranges::count_if(all, [wall](const Asked &one) { return one.wall >= wall; }));
}

} // namespace siaga
