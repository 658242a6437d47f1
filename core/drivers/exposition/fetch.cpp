// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/fetch.h"

#include <QNetworkRequest>

namespace siaga {

namespace {

constexpr int statusOk = 200;

QNetworkRequest requestFor(const QUrl &url, const QSslConfiguration &tls, const Secret &authorization)
{
    QNetworkRequest request(url);
    request.setSslConfiguration(tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setRawHeader("Accept", "text/plain;version=0.0.4");
    request.setRawHeader("Accept-Encoding", "identity"); // So that what is counted is what comes.
    if (!authorization.empty())
        request.setRawHeader("Authorization", QByteArray(authorization.reveal().data(), qsizetype(authorization.reveal().size())));
    return request;
}

} // namespace

Fetch::Fetch(QNetworkAccessManager &manager, const QUrl &url, const QSslConfiguration &tls, const Secret &authorization,
             QObject *parent)
    : QObject(parent)
    , m_reply(manager.get(requestFor(url, tls, authorization)))
{
    m_reply->setReadBufferSize(bytesMax + 1);
    connect(m_reply, &QNetworkReply::readyRead, this, &Fetch::readMore);
    connect(m_reply, &QNetworkReply::finished, this, &Fetch::replied);
}

Fetch::~Fetch()
{
    stop();
}

void Fetch::stop()
{
    end("stopped");
}

void Fetch::readMore()
{
    m_page += m_reply->readAll();
    if (m_page.size() > bytesMax)
        end("the page is longer than 8 MiB");
}

void Fetch::replied()
{
    if (m_over)
        return;
    if (m_reply->isReadable())
        readMore();
    if (m_over)
        return;
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_status != 0 && m_status != statusOk)
        end("status " + std::to_string(m_status));
    else if (m_reply->error() != QNetworkReply::NoError)
        end(m_reply->errorString().toStdString());
    else
        end({});
}

void Fetch::end(std::string fault)
{
    if (std::exchange(m_over, true))
        return;
    m_fault = std::move(fault);
    if (!m_fault.empty())
        m_page.clear();
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    emit over();
}

} // namespace siaga

#include "moc_fetch.cpp"
