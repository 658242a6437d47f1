// SPDX-License-Identifier: GPL-3.0-or-later
// One page on its way: a GET, at most so many bytes, and one end.
//
// Like a bucket under a tap that somebody shuts when it is full. The catch: it has no clock; its owner stops it at the
// deadline, and deletes it later, never on the spot.
#pragma once

#include "core/base/secret.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>

#include <string>

namespace siaga {

class Fetch : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 bytesMax = 8 * 1024 * 1024;

    /// Begins at once, without waiting. `manager` is only used here.
    /// `authorization`: what stands in the header of that name; empty for no such header.
    Fetch(QNetworkAccessManager &manager, const QUrl &url, const QSslConfiguration &tls, const Secret &authorization, QObject *parent);
    ~Fetch() override;

    /// Ends it; what has come so far is no page.
    void stop();

    bool isOver() const { return m_over; }
    /// Why there is no page, in the system's words; empty when there is one.
    const std::string &fault() const { return m_fault; }
    /// 0 when there was none.
    int status() const { return m_status; }
    QByteArray takePage() { return std::move(m_page); }

signals:
    /// Once, whatever happens.
    void over();

private:
    void readMore();
    void replied();
    void end(std::string fault);

    QPointer<QNetworkReply> m_reply;
    QByteArray m_page;
    std::string m_fault;
    int m_status = 0;
    bool m_over = false;
};

} // namespace siaga
