// SPDX-License-Identifier: GPL-3.0-or-later
// Real time for harnesses: completions gathered from a driver, a steady clock, and waiting in Qt's event loop.
//
// Like a stopwatch and a letter box. The catch: real time passes, so deadlines have a slack here.
#pragma once

#include "core/drivers/ports/driver.h"

#include <QElapsedTimer>
#include <QTest>

#include <functional>
#include <vector>

namespace siaga {

/// What calls go through before they reach the driver.
enum class Through { nothing, protection };

class EventLoopWorld
{
public:
    EventLoopWorld() { m_timer.start(); }

    /// Both refer to this world, which must outlive the driver.
    CompletionSink sink()
    {
        return [this](Completion completion) { m_completions.push_back(std::move(completion)); };
    }
    InstantSource clock() const
    {
        return [this] { return now(); };
    }
    Instant now() const { return Instant(Duration(m_timer.nsecsElapsed())); }
    const std::vector<Completion> &completions() const { return m_completions; }

    bool waitFor(const std::function<bool()> &done, Duration limit) const
    {
        return QTest::qWaitFor(done, int(std::chrono::ceil<std::chrono::milliseconds>(limit).count()));
    }

    /// Two busy cores may keep a timer waiting; what the rules tell apart lies seconds from each other.
    static constexpr Duration slack = std::chrono::seconds(2);

private:
    QElapsedTimer m_timer;
    std::vector<Completion> m_completions;
};

} // namespace siaga
