// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga notify test`: rings every bell once, and says which of them rang.
//
// Like the caretaker's walk through the house with a stopwatch. The catch: it rings in its own process, with the session
// and the account that it is called from; what a service of another session reaches may differ, so call it there.
#pragma once

#include "app/arguments.h"
#include "core/drivers/ports/notifier.h"

#include <QObject>

#include <functional>
#include <memory>

namespace siaga {

class NotifyTest : public QObject
{
    Q_OBJECT

public:
    struct Result
    {
        ChannelId channel;
        NoticeOutcome outcome = NoticeOutcome::failed;
        QString detail;
        int milliseconds = 0;
    };

    explicit NotifyTest(const Fleet &fleet, QObject *parent = nullptr);
    ~NotifyTest() override;

    /// A notice to the desktop, whatever the fleet says of it, and one to each hook.
    void begin();

signals:
    void rang(const siaga::NotifyTest::Result &result);
    void done();

private:
    void send(const ChannelId &channel, const NotifyHook *hook);
    void answered(const NoticeAnswer &answer);

    const Fleet m_fleet;
    std::unique_ptr<Notifier> m_notifier;
    std::map<CallId, std::pair<ChannelId, qint64>> m_waiting; ///< With the moment it was sent.
    std::uint64_t m_last = 0;
};

/// The whole command. Gives the exit code: exitBroken when a way failed.
int runNotifyTest(const Arguments &arguments);

} // namespace siaga
