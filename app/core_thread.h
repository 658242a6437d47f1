// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that an instance lives in beside a window. Nothing on the window's side ever waits for it but the start.
#pragma once

#include "app/instance.h"

#include <QThread>

#include <functional>

namespace siaga {

/// Finds out what to start with; it reads files, so it runs in the instance's thread and not in the window's.
using Launch = std::function<Result<InstanceOptions, StartFailure>()>;

class CoreThread : public QThread, public JournalReader
{
    Q_OBJECT

public:
    /// `socket`: where the command line finds an instance that keeps its journal; empty for nowhere.
    CoreThread(Launch launch, QString socket);
    /// Ends the instance and waits for it.
    ~CoreThread() override;

    /// From any thread; a job that comes while nothing runs is never run.
    void read(JournalJob job) override;

public slots:
    /// From any thread; the answer comes as a record.
    void request(const siaga::Event &body);
    /// Whether page Protect is shown: only then its boards are made.
    void wantProtection(bool wanted);

signals:
    /// The journal is folded and observing began. Not kept: the journal is in memory and ends with the program.
    void started(bool isKept);
    void failed(const siaga::StartFailure &failure);
    void boardReady(const std::shared_ptr<const siaga::NowBoard> &board);
    void protectionReady(const std::shared_ptr<const siaga::ProtectBoard> &board);
    void granted(const siaga::RequestGranted &granted);
    void refused(const siaga::RequestRefused &refused);

protected:
    void run() override;

private:
    void serve(Instance &instance, const InstanceOptions &options);
    void pass(const Recorded &record);

    Launch m_launch;
    QString m_socket;
    bool m_protectionWanted = false; ///< Only touched in this thread.
    QObject *m_mailbox; ///< Lives in this thread, so that requests are taken there.
    Instance *m_instance = nullptr;
};

} // namespace siaga
