// SPDX-License-Identifier: GPL-3.0-or-later
// One probe under way: one connection, one question, one verdict. It has no clock; its owner ends it at the deadline.
//
// Like one phone call by a clerk who hangs up as soon as the answer is clear. The catch: the verdict may come from
// within a socket's signal, so the owner deletes the attempt later, never on the spot.
#pragma once

#include "core/drivers/ports/call.h"
#include "core/drivers/ports/secrets.h"
#include "core/drivers/probe/authorities.h"
#include "core/drivers/probe/http_answer.h"
#include "core/drivers/probe/target.h"

#include <QObject>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <string>

namespace siaga {

class Attempt : public QObject
{
public:
    struct Verdict
    {
        ProbeOutcome outcome = ProbeOutcome::notRun;
        int status = 0;
        std::string detail; ///< As the system or the reader words it; not made plain yet.
    };
    struct Options
    {
        Target target;
        Check check; ///< For the accepted statuses, the wanted text and the authorities' file.
        Permit permit;
        Authorities *authorities = nullptr; ///< Outlives the attempt.
        Secrets *secrets = nullptr;         ///< Outlives it too; nullptr: no credential is known.
    };

    /// `over` is called at most once, possibly from within begin().
    Attempt(Options options, std::function<void(Verdict)> over, QObject *parent);
    ~Attempt() override;

    void begin();
    /// Closes the connection; `over` is never called afterwards.
    void stop();
    /// What it is waiting for, in plain words, for whoever ends it at the deadline.
    std::string phase() const;
    /// True while nothing was asked of the target, as our own credential is waited for.
    bool isAtHome() const { return m_question != nullptr; }

private:
    void askForCredential();
    void setOut(const SecretAnswer &answer);
    void connectNow();
    void connectTcp();
    void connectTls(const Authorities::Read &read);
    void ask();
    void readMore();
    void judge();
    void peerClosed();
    void socketFailed(QAbstractSocket::SocketError error);
    void settle(ProbeOutcome outcome, std::string detail = {});

    Options m_options;
    std::function<void(Verdict)> m_over; ///< Empty once called or stopped.
    HttpAnswer m_answer;
    SecretTicket m_question; ///< Only while the credential is waited for.
    Secret m_authorization;
    bool m_asked = false;
    std::unique_ptr<QTcpSocket> m_socket;
};

} // namespace siaga
