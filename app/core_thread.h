// SPDX-License-Identifier: GPL-3.0-or-later
// The thread that an instance lives in beside a window. Nothing on the window's side ever waits for it but the start.
#pragma once

#include "app/instance.h"

#include <QThread>

namespace siaga {

class CoreThread : public QThread
{
    Q_OBJECT

public:
    CoreThread(InstanceOptions options, QString socket);
    /// Ends the instance and waits for it.
    ~CoreThread() override;

public slots:
    /// From any thread; the answer comes as a record.
    void request(const siaga::Event &body);

signals:
    /// The journal is folded and observing began.
    void started(bool isLab);
    void failed(const siaga::StartFailure &failure);
    void boardReady(const std::shared_ptr<const siaga::NowBoard> &board);
    void granted(const siaga::RequestGranted &granted);
    void refused(const siaga::RequestRefused &refused);

protected:
    void run() override;

private:
    void pass(const Recorded &record);

    InstanceOptions m_options;
    QString m_socket;
    QObject *m_mailbox; ///< Lives in this thread, so that requests are taken there.
    Instance *m_instance = nullptr;
};

} // namespace siaga
