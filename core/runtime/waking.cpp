// SPDX-License-Identifier: GPL-3.0-or-later
// The machine slept, or this process was stopped: what was known is old, and nothing may be done on it.
#include "core/runtime/runner.h"

namespace siaga {

namespace {

constexpr Duration sleepMin = std::chrono::seconds(30); // The owner pumps every second.

/// When a look was begun; nullopt for what no look told.
std::optional<Instant> beganAt(const Observation &observation)
{
    return std::visit(
        [](const auto &seen) -> std::optional<Instant> {
            if constexpr (requires { seen.result.began; })
                return seen.result.began;
            else if constexpr (requires { seen.began; })
                return seen.began;
            else
                return std::nullopt;
        },
        observation);
}

} // namespace

/// First of all, before a request, an answer or a deadline of before the sleep is taken: calls that no driver has sent
/// yet are taken back, and all that was not seen lately turns unknown, so that the guards know it.
void Runner::noteSleep()
{
    const Instant now = m_clock.now();
    const bool slept = m_awakeAt && now - *m_awakeAt > sleepMin;
    m_awakeAt = now;
    if (slept) {
        m_wokeAt = now;
        m_executor.withdrawAll();
    }
    if (m_wokeAt <= m_tickedAt || m_committing || isFaulty())
        return;
    m_tickedAt = now;
    try {
        keep(m_loop.wake(now, m_clock.wall()));
    } catch (const BrokenInvariant &broken) {
        m_loopFault = broken.what();
    }
}

void Runner::hear(const Completion &completion, const Observation &observation)
{
    m_observer.ended(completion.id, m_clock.now());
    if (const auto began = beganAt(observation); began && *began < m_wokeAt)
        return; // It answered while nobody listened; it is asked anew.
    if (m_hearSeen)
        m_hearSeen(observation);
    take(observation);
}

} // namespace siaga
