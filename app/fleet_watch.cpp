// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet_watch.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace siaga {

namespace {

constexpr std::chrono::milliseconds patience(200); // At the end; healthy disks take a few.

} // namespace

struct FleetWatch::Box
{
    std::mutex mutex;
    std::condition_variable ended;
    bool underWay = false;
    std::optional<Reading> reading;
};

FleetWatch::FleetWatch(std::function<Reading()> read)
    : m_read(std::move(read))
    , m_box(std::make_shared<Box>())
{
}

FleetWatch::~FleetWatch()
{
    std::unique_lock lock(m_box->mutex);
    m_box->ended.wait_for(lock, patience, [this] { return !m_box->underWay; });
}

void FleetWatch::begin()
{
    {
        const std::lock_guard lock(m_box->mutex);
        if (std::exchange(m_box->underWay, true))
            return;
    }
    // Detached: joining would wait for the very mount that hangs.
    std::thread([read = m_read, box = m_box] {
        Reading reading = read();
        const std::lock_guard lock(box->mutex);
        box->reading = std::move(reading);
        box->underWay = false;
        box->ended.notify_one();
    }).detach();
}

std::optional<FleetWatch::Reading> FleetWatch::take()
{
    const std::lock_guard lock(m_box->mutex);
    return std::exchange(m_box->reading, std::nullopt);
}

} // namespace siaga
