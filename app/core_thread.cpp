// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_thread.h"

#include "app/control_server.h"
#include "app/lab_desk.h"
#include "app/follower.h"
#include "app/launch.h"
#include "app/paths.h"

namespace siaga {

CoreThread::CoreThread(Launch launch, QString socket, Approach approach)
    : m_launch(std::move(launch))
    , m_socket(std::move(socket))
    , m_approach(std::move(approach))
    , m_mailbox(new QObject)
{
    qRegisterMetaType<std::shared_ptr<const NowBoard>>();
    qRegisterMetaType<std::shared_ptr<const ProtectBoard>>();
    qRegisterMetaType<std::shared_ptr<const CredentialsBoard>>();
    qRegisterMetaType<CredentialDone>();
    qRegisterMetaType<RequestGranted>();
    qRegisterMetaType<RequestRefused>();
    qRegisterMetaType<views::FaultCatalogue>();
    qRegisterMetaType<views::ActiveFaults>();
    qRegisterMetaType<StartFailure>();
    m_mailbox->moveToThread(this);
}

CoreThread::~CoreThread()
{
    m_ending = true;
    quit();
    wait();
    delete m_mailbox;
}

void CoreThread::request(const Event &body)
{
    QMetaObject::invokeMethod(m_mailbox, [this, body] {
        if (m_station)
            m_station->ask(body);
    });
}

void CoreThread::read(JournalJob job)
{
    QMetaObject::invokeMethod(m_mailbox, [this, job = std::move(job)]() mutable {
        if (m_station)
            m_station->journal().read(std::move(job));
    });
}

void CoreThread::wantProtection(bool wanted)
{
    QMetaObject::invokeMethod(m_mailbox, [this, wanted] {
        m_protectionWanted = wanted;
        if (m_station)
            m_station->wantProtection(wanted);
    });
}

void CoreThread::windowShown()
{
    QMetaObject::invokeMethod(m_mailbox, [this] {
        m_windowShown = true;
        if (m_credentials)
            m_credentials->begin();
    });
}

void CoreThread::takeCredentialOrder(const CredentialOrder &order)
{
    QMetaObject::invokeMethod(m_mailbox, [this, order] {
        if (m_credentials)
            m_credentials->take(order);
    });
}

void CoreThread::run()
{
    if (approach())
        return;
    const auto options = m_launch();
    if (!options) {
        emit failed(options.error());
        return;
    }
    InstanceOptions beside = *options;
    beside.hasWindow = true;
    auto opened = Instance::start(beside);
    if (!opened) {
        // Whoever has it may have come a moment after we knocked.
        if (!opened.error().isHeldByAnother || !followWhoHolds())
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
    host(instance);
    CredentialDesk credentials(instance);
    connect(&credentials, &CredentialDesk::boardReady, m_mailbox, [this](const auto &board) { emit credentialsReady(board); });
    connect(&credentials, &CredentialDesk::done, m_mailbox, [this](const CredentialDone &done) { emit credentialDone(done); });
    m_credentials = &credentials;
    if (m_windowShown)
        credentials.begin();
    ControlServer server(instance);
    // The lab in memory has no data of its own, so it answers at a socket of its own, not at the data folder's. Without
    // a socket the console works all the same; only the command line cannot reach it.
    const bool isKept = !options.journalPath.empty();
    server.listen(isKept ? m_socket : labSocketPath());
    instance.wantProtection(m_protectionWanted);
    connect(&instance, &Instance::linkAsked, m_mailbox, [this](const QString &link) { emit linkAsked(link); });
    connect(&instance, &Instance::openAsked, m_mailbox,
            [this](AlertId alert, const QString &activation) { emit openAsked(alert, activation); });
    emit started(isKept);
    openLabDesk(instance);
    exec();
    m_credentials = nullptr;
    m_labDesk.reset();
    m_station = nullptr;
    m_instance = nullptr;
}

void CoreThread::openLabDesk(Instance &instance)
{
    if (instance.mode() != Mode::lab)
        return;
    m_labDesk = std::make_unique<LabDesk>(instance);
    connect(m_labDesk.get(), &LabDesk::faultsReady, m_mailbox, [this](const auto &faults) { emit faultsReady(faults); });
    connect(m_labDesk.get(), &LabDesk::disturbed, m_mailbox,
            [this](bool isDone, const QString &words) { emit disturbed(isDone, words); });
    emit faultCatalogueReady(m_labDesk->catalogue());
    m_labDesk->begin();
}

void CoreThread::disturb(const QString &fault)
{
    QMetaObject::invokeMethod(m_mailbox, [this, fault] {
        if (m_labDesk)
            m_labDesk->disturb(fault);
        else
            emit disturbed(false, tr("this lab runs in another process; siaga lab fault reaches it"));
    });
}

void CoreThread::host(Station &station)
{
    m_station = &station;
    connect(m_station, &Station::boardReady, m_mailbox, [this](const auto &board) { emit boardReady(board); });
    connect(m_station, &Station::protectionReady, m_mailbox, [this](const auto &board) { emit protectionReady(board); });
    connect(m_station, &Station::recorded, m_mailbox, [this](const Recorded &record) { pass(record); });
    connect(m_station, &Station::refusedHere, m_mailbox, [this](const RequestRefused &no) { emit refused(no); });
}

/// True when there is nothing left to lead: somebody was followed, or it failed and said so, or the window is closed.
bool CoreThread::approach()
{
    if (m_approach.fleet && !m_approach.sockets.isEmpty()) {
        const auto fleet = m_approach.fleet();
        if (!fleet) {
            emit failed(fleet.error());
            return true;
        }
        m_fleet = *fleet;
    }
    for (const QString &socket : m_approach.sockets)
        if (follow(socket, m_fleet))
            return true;
    if (m_approach.mustFollow)
        emit failed(nobodyAnswers(m_approach.sockets.value(0)));
    return m_approach.mustFollow;
}

/// False when nobody listens there.
bool CoreThread::follow(const QString &socket, const QByteArray &fleet)
{
    bool foundNobody = false;
    {
        Follower follower({.path = socket, .fleet = fleet});
        const auto leave = [this, &foundNobody](bool nobody) {
            foundNobody = nobody;
            exit(0);
        };
        connect(&follower, &Follower::foundNobody, m_mailbox, [leave] { leave(true); });
        connect(&follower, &Follower::failedToBegin, m_mailbox, [this, leave](const StartFailure &failure) {
            emit failed(failure);
            leave(false);
        });
        connect(&follower, &Follower::began, m_mailbox, [this] { emit started(true); });
        host(follower);
        follower.wantProtection(m_protectionWanted);
        if (!m_ending)
            exec();
        m_station = nullptr;
    }
    return m_ending || !foundNobody;
}

/// It listens a moment after it has taken the journal.
bool CoreThread::followWhoHolds()
{
    constexpr int triesMax = 20;
    constexpr unsigned long betweenTries = 100; // Milliseconds.
    for (int i = 0; i < triesMax && !m_approach.sockets.isEmpty() && !m_ending; ++i) {
        if (follow(m_socket, m_fleet))
            return true;
        msleep(betweenTries);
    }
    return m_ending;
}

void CoreThread::pass(const Recorded &record)
{
    if (const auto *yes = record.event.as<RequestGranted>())
        emit granted(*yes);
    else if (const auto *no = record.event.as<RequestRefused>())
        emit refused(*no);
}

} // namespace siaga
