// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/probe/attempt.h"

#include "core/drivers/ports/authorization.h"
#include "core/fleet/addresses.h"
#include "core/seen/acceptance.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>

#include <array>
#include <utility>

namespace siaga {
namespace {

// What the kernel and TLS may hand over before we have looked at it; keeps a flood out of our memory.
constexpr qint64 readBuffer = 16 * 1024;

ProbeOutcome outcomeOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return ProbeOutcome::notResolved;
    case QAbstractSocket::SocketTimeoutError:
        return ProbeOutcome::timedOut;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInternalError:
    case QAbstractSocket::SslInvalidUserDataError:
        return ProbeOutcome::tlsFailed;
    case QAbstractSocket::SocketResourceError:
    case QAbstractSocket::SocketAccessError:
    case QAbstractSocket::UnsupportedSocketOperationError:
        return ProbeOutcome::notRun;
    default:
        return ProbeOutcome::refused; // Refused, reset, or no route to it.
    }
}

QSslConfiguration configurationFor(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(authorities);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setAllowedNextProtocols({QSslConfiguration::NextProtocolHttp1_1});
    return configuration;
}

} // namespace

Attempt::Attempt(Options options, std::function<void(Verdict)> over, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_over(std::move(over))
    , m_answer(m_options.check.bodyContains)
{
}

Attempt::~Attempt()
{
    stop();
}

void Attempt::begin()
{
    if (!m_options.permit.granted())
        return settle(ProbeOutcome::notRun, "the permit was withdrawn");
    if (m_options.check.credential.name.empty())
        return connectNow();
    askForCredential();
}

void Attempt::askForCredential()
{
    const std::string &name = m_options.check.credential.name;
    // The fleet is checked for it; here it is made sure of.
    if (!keepsSecrets(m_options.check.target))
        return settle(ProbeOutcome::notRun, "the credential " + name + " is only sent over https, or to this machine");
    if (!m_options.secrets)
        return settle(ProbeOutcome::notRun, whyNotKnown({.name = name, .state = CredentialState::absent}));
    m_question = m_options.secrets->ask(name, [this](const SecretAnswer &answer) { setOut(answer); });
}

void Attempt::setOut(const SecretAnswer &answer)
{
    m_question.reset();
    if (!m_over)
        return;
    if (answer.seen.state != CredentialState::known)
        return settle(ProbeOutcome::notRun, whyNotKnown(answer.seen));
    const auto authorization = authorizationFor(m_options.check.credential, answer.value);
    if (!authorization)
        return settle(ProbeOutcome::notRun, authorization.error().message);
    m_authorization = *authorization;
    if (!m_options.permit.granted())
        return settle(ProbeOutcome::notRun, "the permit was withdrawn");
    connectNow();
}

void Attempt::connectNow()
{
    if (m_options.target.tls)
        m_options.authorities->read(m_options.check.caFile, this,
                                    [this](const Authorities::Read &read) { connectTls(read); });
    else
        connectTcp();
}

void Attempt::stop()
{
    m_over = nullptr;
    m_question.reset();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
}

std::string Attempt::phase() const
{
    if (isAtHome())
        return "waiting for the credential " + m_options.check.credential.name;
    if (!m_socket)
        return "reading the certificate authorities";
    if (m_asked)
        return m_answer.begun() ? "reading the answer" : "waiting for the answer";
    switch (m_socket->state()) {
    case QAbstractSocket::HostLookupState:
        return "looking up the name";
    case QAbstractSocket::ConnectedState:
        return "in the TLS handshake";
    default:
        return "connecting";
    }
}

void Attempt::connectTcp()
{
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->setProxy(QNetworkProxy::NoProxy);
    m_socket->setReadBufferSize(readBuffer);
    connect(m_socket.get(), &QTcpSocket::connected, this, &Attempt::ask);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Attempt::readMore);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Attempt::socketFailed);
    m_socket->connectToHost(QString::fromStdString(m_options.target.host), m_options.target.port);
}

void Attempt::connectTls(const Authorities::Read &read)
{
    if (!m_over)
        return;
    if (!read)
        return settle(ProbeOutcome::notRun, read.error().message);
    if (!m_options.permit.granted())
        return settle(ProbeOutcome::notRun, "the permit was withdrawn");
    auto socket = std::make_unique<QSslSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->setSslConfiguration(configurationFor(*read));
    socket->setReadBufferSize(readBuffer);
    connect(socket.get(), &QSslSocket::encrypted, this, &Attempt::ask);
    connect(socket.get(), &QSslSocket::readyRead, this, &Attempt::readMore);
    connect(socket.get(), &QSslSocket::errorOccurred, this, &Attempt::socketFailed);
    auto *encrypted = socket.get();
    m_socket = std::move(socket);
    encrypted->connectToHostEncrypted(QString::fromStdString(m_options.target.host), m_options.target.port);
}

void Attempt::ask()
{
    if (!m_options.permit.granted())
        return settle(ProbeOutcome::notRun, "the permit was withdrawn");
    if (!m_options.target.http)
        return settle(ProbeOutcome::passed);
    const Secret request = requestFor(m_options.target, m_authorization);
    m_asked = true;
    m_socket->write(request.reveal().data(), qint64(request.reveal().size()));
}

void Attempt::readMore()
{
    std::array<char, readBuffer> bytes;
    while (m_over && m_asked && !m_answer.over()) {
        const qint64 count = m_socket->read(bytes.data(), qint64(bytes.size()));
        if (count <= 0)
            return;
        m_answer.take({bytes.data(), std::size_t(count)});
        judge();
    }
}

void Attempt::judge()
{
    const int status = m_answer.status();
    if (m_answer.malformed()) {
        settle(m_answer.begun() ? ProbeOutcome::malformed : ProbeOutcome::refused, m_answer.fault());
    } else if (m_answer.headed() && !m_authorization.empty() && isRefusal(status) && !acceptsStatus(m_options.check, status)) {
        m_options.secrets->refused(m_options.check.credential.name);
        settle(ProbeOutcome::badStatus, wasRefused(m_options.check.credential));
    } else if (m_answer.over() || (m_answer.headed() && !acceptsStatus(m_options.check, status))) {
        settle(judgeAnswer(m_options.check, status, m_answer.found()));
    }
}

void Attempt::peerClosed()
{
    readMore();
    if (!m_over)
        return;
    m_answer.end();
    judge();
}

void Attempt::socketFailed(QAbstractSocket::SocketError error)
{
    const bool closed = error == QAbstractSocket::RemoteHostClosedError;
    if (closed && m_asked)
        return peerClosed();
    // The peer speaks TCP but hangs up on the handshake.
    if (closed && m_options.target.tls)
        return settle(ProbeOutcome::tlsFailed, m_socket->errorString().toStdString());
    std::string detail = m_socket->errorString().toStdString();
    if (auto *encrypted = qobject_cast<QSslSocket *>(m_socket.get())) {
        for (const QSslError &reason : encrypted->sslHandshakeErrors())
            detail = reason.errorString().toStdString();
    }
    settle(outcomeOf(error), std::move(detail));
}

void Attempt::settle(ProbeOutcome outcome, std::string detail)
{
    const auto over = std::exchange(m_over, nullptr);
    if (over)
        over({.outcome = outcome, .status = m_answer.status(), .detail = std::move(detail)});
}

} // namespace siaga
