// SPDX-License-Identifier: GPL-3.0-or-later
// A small HTTP server inside the test program, with good manners or bad ones.
//
// Like an actor who plays any guest on demand. The catch: it lives in the test's own event loop, so whoever blocks
// that loop waits for ever.
#pragma once

#include "core/base/random.h"

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>

#include <chrono>
#include <memory>

namespace siaga {

/// How each request is answered.
struct Manner
{
    enum class Kind {
        answer,       ///< By the fields below; keeps the connection unless asked to close it.
        hang,         ///< Reads and says nothing.
        close,        ///< Hangs up without a word.
        reset,        ///< The same with a reset (RST).
        raw,          ///< Sends `raw`, then hangs up.
        rawThenHang,  ///< Sends `raw`, then nothing more.
        endlessBody,  ///< 200 without a length and a body that never ends.
        dripHeaders,  ///< 200 and then one header byte every 50 ms, for ever.
        floodHeaders, ///< 200 and then header lines for ever, as fast as they are read.
        floodLine,    ///< 200 and then one header line without an end.
    };
    Kind kind = Kind::answer;
    int status = 200;
    QByteArray headers;      ///< Further header lines, each with its CR LF.
    QByteArray body = "ok\n";
    QByteArray raw;
    std::chrono::milliseconds delay{0};
    int failPermille = 0;    ///< So many of a thousand answers are a 500 instead, by seeded chance.
    int failEvery = 0;       ///< Every n-th answer is a 500 instead; 0: none.
};

class HttpServer : public QObject
{
public:
    /// Listens on 127.0.0.1, on a free port when `port` is 0; check listening().
    explicit HttpServer(quint16 port = 0);
    /// The same with TLS.
    explicit HttpServer(const QSslConfiguration &tls);
    ~HttpServer() override;

    bool listening() const { return m_server->isListening(); }
    quint16 port() const { return m_port; }
    /// "http://127.0.0.1:PORT/path", or https with TLS.
    std::string url(const std::string &path = "/", const std::string &host = "127.0.0.1") const;

    void behave(Manner manner) { m_manner = std::move(manner); }
    /// Closes the port and all connections; later connections are refused.
    void stop();
    /// Listens again on the same port; false when somebody else took it.
    bool startAgain();

    int connections() const { return m_connections; }
    int requests() const { return m_requests; }
    /// The last request's line and headers.
    QByteArray lastRequest() const { return m_lastRequest; }
    /// Bytes handed to sockets so far.
    qint64 bytesSent() const { return m_bytesSent; }

private:
    void accept();
    void readRequests(QTcpSocket *socket);
    void respond(QTcpSocket *socket, bool close);
    void answer(QTcpSocket *socket, bool close);
    void send(QTcpSocket *socket, const QByteArray &bytes);
    void pump(QTcpSocket *socket, const QByteArray &piece);
    bool failsNow();

    std::unique_ptr<QTcpServer> m_server;
    bool m_tls = false;
    quint16 m_port = 0;
    Manner m_manner;
    Random m_random{4711};
    int m_connections = 0;
    int m_requests = 0;
    int m_answers = 0;
    qint64 m_bytesSent = 0;
    QByteArray m_lastRequest;
};

} // namespace siaga
