// SPDX-License-Identifier: GPL-3.0-or-later
// Notices on the desktop, through org.freedesktop.Notifications on the session bus.
//
// Like the note that is slipped under the door: whoever lives there decides how to show it, and may be out. So the
// server is asked what it can do before it is given anything; what it cannot do is left away, not sent in hope. The
// catch: a bus may hang, and libdbus waits for it; all that touches the bus is on a thread of its own, and the deadline
// is kept here.
//
// - One notification for each key: a later notice replaces it, taking it back closes it.
// - Urgency as the severity; critical and above stay until somebody sends them away.
// - Title and body are plain text: where the server reads markup, it is escaped.
// - Buttons only where the server has them. What was chosen is told once, for notifications of this run only.
// - A server that is gone, dies or comes back is asked anew at the next notice.
#pragma once

#include "core/drivers/ports/notifier.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace siaga {

class NotificationBus;

/// Lives in one thread with an event loop; its functions are called there, and so are both sinks.
class DesktopNotices : public QObject, public Notifier
{
public:
    DesktopNotices(NoticeSink sink, NoticeChoiceSink chosen, QObject *parent = nullptr);
    /// Waits for the bus for a moment at most. What is shown stays.
    ~DesktopNotices() override;

    void start(const NoticeCall &call) override;
    void cancel(CallId id) override;
    void withdraw(const ChannelId &channel, const std::string &key) override;

private:
    void answer(CallId id, NoticeOutcome outcome, const std::string &detail);

    NoticeSink m_sink;
    NoticeChoiceSink m_chosen;
    QThread *m_thread;
    NotificationBus *m_bus; ///< Lives in that thread.
    std::map<CallId, std::unique_ptr<QTimer>> m_waiting;
};

} // namespace siaga
