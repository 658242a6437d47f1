// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/desktop_notices/desktop_notices.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/drivers/desktop_notices/notification_bus.h"

#include <QThread>

namespace siaga {

namespace {

constexpr std::size_t detailMax = 200;
constexpr unsigned long endMax = 1000; // Milliseconds that the end of the program waits for a bus that hangs.

} // namespace

DesktopNotices::DesktopNotices(NoticeSink sink, NoticeChoiceSink chosen, QObject *parent)
    : QObject(parent)
    , m_sink(std::move(sink))
    , m_chosen(std::move(chosen))
    , m_thread(new QThread)
    , m_bus(new NotificationBus)
{
    m_bus->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_bus, &QObject::deleteLater);
    connect(m_bus, &NotificationBus::answered, this, [this](quint64 id, int outcome, const QString &detail) {
        answer(CallId(id), static_cast<NoticeOutcome>(outcome), detail.toStdString());
    });
    connect(m_bus, &NotificationBus::chosen, this, [this](const NoticeChoice &choice) {
        if (m_chosen)
            m_chosen(choice);
    });
    m_thread->start();
}

DesktopNotices::~DesktopNotices()
{
    m_bus->disconnect(this);
    m_thread->quit();
    if (m_thread->wait(endMax))
        delete m_thread;
    // Else libdbus waits for a bus that hangs; the thread is left to the end of the process, which is near.
}

void DesktopNotices::start(const NoticeCall &call)
{
    SIAGA_CHECK(!m_waiting.contains(call.id));
    auto timer = std::make_unique<QTimer>();
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    connect(timer.get(), &QTimer::timeout, this,
            [this, id = call.id] { answer(id, NoticeOutcome::failed, "the desktop did not answer in time"); });
    timer->start(std::chrono::ceil<std::chrono::milliseconds>(call.deadline));
    m_waiting[call.id] = std::move(timer);
    QMetaObject::invokeMethod(m_bus, [bus = m_bus, call] { bus->show(call); });
}

void DesktopNotices::cancel(CallId id)
{
    m_waiting.erase(id);
}

void DesktopNotices::withdraw(const ChannelId &, const std::string &key)
{
    QMetaObject::invokeMethod(m_bus, [bus = m_bus, key] { bus->close(key); });
}

void DesktopNotices::answer(CallId id, NoticeOutcome outcome, const std::string &detail)
{
    const auto waiting = m_waiting.find(id);
    if (waiting == m_waiting.end())
        return; // Answered already, or cancelled.
    waiting->second.release()->deleteLater(); // We may be called by it.
    m_waiting.erase(waiting);
    m_sink({id, outcome, plainText(detail, detailMax)});
}

} // namespace siaga
