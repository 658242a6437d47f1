// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_thread.h"

#include "app/control_server.h"
#include "app/paths.h"

namespace siaga {

CoreThread::CoreThread(InstanceOptions options, QString socket)
    : m_options(std::move(options))
    , m_socket(std::move(socket))
    , m_mailbox(new QObject)
{
    qRegisterMetaType<std::shared_ptr<const NowBoard>>();
    qRegisterMetaType<RequestGranted>();
    qRegisterMetaType<RequestRefused>();
    qRegisterMetaType<StartFailure>();
    m_mailbox->moveToThread(this);
}

CoreThread::~CoreThread()
{
    quit();
    wait();
    delete m_mailbox;
}

void CoreThread::request(const Event &body)
{
    QMetaObject::invokeMethod(m_mailbox, [this, body] {
        if (m_instance)
            m_instance->request(body, accountName());
    });
}

void CoreThread::run()
{
    auto opened = Instance::start(m_options);
    if (!opened) {
        emit failed(opened.error());
        return;
    }
    const std::unique_ptr<Instance> instance = std::move(opened).value();
    m_instance = instance.get();
    connect(m_instance, &Instance::boardReady, m_mailbox, [this](const auto &board) { emit boardReady(board); });
    connect(m_instance, &Instance::recorded, m_mailbox, [this](const Recorded &record) { pass(record); });
    ControlServer server(*instance);
    if (!m_socket.isEmpty())
        server.listen(m_socket); // Without it the console works all the same; only the command line cannot reach it.
    emit started(instance->mode() == Mode::lab);
    exec();
    m_instance = nullptr;
}

void CoreThread::pass(const Recorded &record)
{
    if (const auto *yes = record.event.as<RequestGranted>())
        emit granted(*yes);
    else if (const auto *no = record.event.as<RequestRefused>())
        emit refused(*no);
}

} // namespace siaga
