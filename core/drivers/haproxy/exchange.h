// SPDX-License-Identifier: GPL-3.0-or-later
// One line to HAProxy's runtime API and all that comes back until it closes, on a connection of its own.
//
// Like one telegram and its answer. The catch: from the moment the line is handed to the socket it may have been read,
// so sent() is true from then on, whatever happens to the connection. It has no clock; its owner stops it.
#pragma once

#include "core/drivers/haproxy/address.h"
#include "core/drivers/ports/call.h"

#include <QLocalSocket>
#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>

namespace siaga {

class Exchange : public QObject
{
public:
    /// Five thousand servers fill about 3 MB; more than this is no table of ours.
    static constexpr std::size_t replyMax = 16 * 1024 * 1024;

    struct Result
    {
        bool sent = false;   ///< False: nothing went out; `detail` says why.
        std::string reply;   ///< All bytes that came; perhaps cut short.
        std::string detail;
    };

    /// `over` is called at most once, possibly from within begin().
    Exchange(SocketAddress address, std::string line, Permit permit, std::function<void(Result)> over, QObject *parent);
    ~Exchange() override;

    void begin();
    /// Closes the connection; `over` is never called afterwards.
    void stop();
    bool sent() const { return m_sent; }

private:
    void connectUnix();
    void connectTcp();
    void send();
    void readMore();
    void closed();
    void finish(std::string detail);

    SocketAddress m_address;
    std::string m_line;
    Permit m_permit;
    std::function<void(Result)> m_over; ///< Empty once called or stopped.
    bool m_sent = false;
    std::string m_reply;
    QTimer m_retry;
    std::unique_ptr<QLocalSocket> m_local;
    std::unique_ptr<QTcpSocket> m_tcp;
    QIODevice *m_socket = nullptr; ///< One of the two, once there is a connection to be had.
};

} // namespace siaga
