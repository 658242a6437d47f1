// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that an instance lives in beside a window, or the sight of one that leads already. Nothing on the window's
// side ever waits for it but the start.
#pragma once

#include "app/approach.h"
#include "app/credential_desk.h"
#include "app/instance.h"
#include "views/models/faults.h"

#include <QThread>

#include <atomic>
#include <functional>

namespace siaga {

class LabDesk;

/// Finds out what to start with; it reads files, so it runs in the instance's thread and not in the window's.
using Launch = std::function<Result<InstanceOptions, StartFailure>()>;

class CoreThread : public QThread, public JournalReader
{
    Q_OBJECT

public:
    /// `socket`: where the command line finds an instance that keeps its journal; empty for nowhere. `approach`: where
    /// one may lead already, which is followed then.
    CoreThread(Launch launch, QString socket, Approach approach = {});
    /// Ends the instance and waits for it.
    ~CoreThread() override;

    /// From any thread; a job that comes while nothing runs is never run.
    void read(JournalJob job) override;

public slots:
    /// From any thread; the answer comes as a record.
    void request(const siaga::Event &body);
    /// Whether page Protect is shown: only then its boards are made.
    void wantProtection(bool wanted);
    /// The window is shown: only from now on the keychain is asked.
    void windowShown();
    void takeCredentialOrder(const siaga::CredentialOrder &order);
    /// Breaks or heals something in the lab; answered by disturbed().
    void disturb(const QString &fault);

signals:
    /// Credentials, when something about them changed; only where the instance leads.
    void credentialsReady(const std::shared_ptr<const siaga::CredentialsBoard> &board);
    void credentialDone(const siaga::CredentialDone &done);
    // Only where the lab runs in this process.
    void faultCatalogueReady(const siaga::views::FaultCatalogue &catalogue);
    void faultsReady(const siaga::views::ActiveFaults &faults);
    void disturbed(bool isDone, const QString &words);
    /// Somebody wants the window to go there, such as the browser with a siaga:// link.
    void linkAsked(const QString &link);
    /// As Instance's.
    void openAsked(siaga::AlertId alert, const QString &activation);
    /// The journal is folded and observing began, or all is known that another one knows. Not kept: the journal is in
    /// memory and ends with the program.
    void started(bool isKept);
    void failed(const siaga::StartFailure &failure);
    void boardReady(const std::shared_ptr<const siaga::NowBoard> &board);
    void protectionReady(const std::shared_ptr<const siaga::ProtectBoard> &board);
    void granted(const siaga::RequestGranted &granted);
    void refused(const siaga::RequestRefused &refused);

protected:
    void run() override;

private:
    bool approach();
    bool follow(const QString &socket, const QByteArray &fleet);
    bool followWhoHolds();
    void serve(Instance &instance, const InstanceOptions &options);
    void host(Station &station);
    void openLabDesk(Instance &instance);
    void pass(const Recorded &record);

    Launch m_launch;
    QString m_socket;
    Approach m_approach;
    QByteArray m_fleet; ///< What the approach says of it.
    std::atomic<bool> m_ending = false;
    bool m_protectionWanted = false; ///< Only touched in this thread.
    QObject *m_mailbox; ///< Lives in this thread, so that requests are taken there.
    Station *m_station = nullptr;   ///< What stands behind the window; nullptr before and after.
    Instance *m_instance = nullptr; ///< The same when it leads.
    bool m_windowShown = false;     ///< Only touched in this thread.
    CredentialDesk *m_credentials = nullptr; ///< While an instance leads.
    std::unique_ptr<LabDesk> m_labDesk; ///< While it leads a lab.
};

} // namespace siaga
