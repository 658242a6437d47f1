// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_thread.h"

#include "app/control_server.h"
#include "app/launch.h"
#include "app/paths.h"

namespace siaga {

CoreThread::CoreThread(Launch launch, QString socket)
    : m_launch(std::move(launch))
    , m_socket(std::move(socket))
    , m_mailbox(new QObject)
{
    qRegisterMetaType<std::shared_ptr<const NowBoard>>();
    qRegisterMetaType<std::shared_ptr<const ProtectBoard>>();
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

void CoreThread::read(JournalJob job)
{
    QMetaObject::invokeMethod(m_mailbox, [this, job = std::move(job)]() mutable {
        if (m_instance)
            m_instance->journal().read(std::move(job));
    });
}

void CoreThread::wantProtection(bool wanted)
{
    QMetaObject::invokeMethod(m_mailbox, [this, wanted] {
        m_protectionWanted = wanted;
        if (m_instance)
            m_instance->wantProtection(wanted);
    });
}

void CoreThread::run()
{
    const auto options = m_launch();
    if (!options) {
        emit failed(options.error());
        return;
    }
    auto opened = Instance::start(*options);
    if (!opened) {
        emit failed(opened.error());
        return;
    }
    rememberLaunch(*options);
    const std::unique_ptr<Instance> instance = std::move(opened).value();
    serve(*instance, *options);
}

void CoreThread::serve(Instance &instance, const InstanceOptions &options)
{
    m_instance = &instance;
    connect(m_instance, &Instance::boardReady, m_mailbox, [this](const auto &board) { emit boardReady(board); });
    connect(m_instance, &Instance::protectionReady, m_mailbox, [this](const auto &board) { emit protectionReady(board); });
    connect(m_instance, &Instance::recorded, m_mailbox, [this](const Recorded &record) { pass(record); });
    ControlServer server(instance);
    // The lab in memory has no data of its own, so it answers at a socket of its own, not at the data folder's. Without
    // a socket the console works all the same; only the command line cannot reach it.
    const bool isKept = !options.journalPath.empty();
    server.listen(isKept ? m_socket : labSocketPath());
    instance.wantProtection(m_protectionWanted);
    emit started(isKept);
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
