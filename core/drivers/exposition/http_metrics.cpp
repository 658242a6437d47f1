// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/http_metrics.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/drivers/exposition/fetch.h"
#include "core/drivers/exposition/page.h"

#include <QCoroFuture>
#include <QCoroSignal>
#include <QCoroTask>
#include <QFile>
#include <QFuture>
#include <QNetworkProxy>
#include <QPromise>
#include <QSslCertificate>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <utility>

namespace siaga {

namespace {

constexpr std::size_t detailMax = 200;
constexpr qint64 authoritiesMax = 4 * 1024 * 1024;

/// The answer of another thread: for what may wait for a disk, or take long.
template<class Work>
auto inBackground(Work work) -> QFuture<decltype(work())>
{
    const auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return promise->future();
}

QFuture<QByteArray> fileRead(const std::string &path)
{
    return inBackground([path] {
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.read(authoritiesMax) : QByteArray();
    });
}

QFuture<PageReport> pageRead(QByteArray page, std::vector<std::string> wanted)
{
    return inBackground([page = std::move(page), wanted = std::move(wanted)] {
        return readPage({page.constData(), std::size_t(page.size())}, wanted);
    });
}

QSslConfiguration tlsWith(const QList<QSslCertificate> &authorities)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!authorities.isEmpty())
        tls.setCaCertificates(authorities);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

std::string wordsFor(const PageReport &report)
{
    return report.skipped == 0 ? std::string() : std::to_string(report.skipped) + " lines were not understood or said twice";
}

} // namespace

/// All that is under way.
class HttpMetrics::Desk : public std::enable_shared_from_this<Desk>
{
public:
    Desk(CompletionSink sink, InstantSource now)
        : m_sink(std::move(sink))
        , m_now(std::move(now))
    {
    }

    void start(const Call &call);
    void finish(CallId id, MetricsSeen seen, const std::string &detail);
    void close();

private:
    struct Reading
    {
        Call call;
        Instant began;
        std::unique_ptr<QTimer> deadline;
        std::unique_ptr<Fetch> fetch; ///< Null before it is begun.
    };
    /// What one file of authorities, or the system's own, leads to.
    struct Identity
    {
        QByteArray authorities;
        QSslConfiguration tls;
        std::unique_ptr<QNetworkAccessManager> manager;
    };

    static QCoro::Task<> read(std::shared_ptr<Desk> desk, CallId id, MetricsSource source, std::vector<std::string> wanted);
    bool isOpen(CallId id) const { return m_readings.contains(id); }
    Identity *identity(const std::string &caFile, const QByteArray &authorities);
    Fetch *begin(CallId id, const MetricsSource &source, Identity &identity);

    CompletionSink m_sink;
    InstantSource m_now;
    std::map<std::string, Identity> m_identities; ///< By file; empty: the system's.
    std::map<CallId, Reading> m_readings;
};

void HttpMetrics::Desk::start(const Call &call)
{
    const auto *what = std::get_if<ReadMetrics>(&call.what);
    SIAGA_CHECK(what);
    SIAGA_CHECK(!isOpen(call.id));
    Reading &reading = m_readings[call.id];
    reading.call = call;
    reading.began = m_now();
    reading.deadline = std::make_unique<QTimer>();
    reading.deadline->setSingleShot(true);
    reading.deadline->setTimerType(Qt::PreciseTimer);
    QObject::connect(reading.deadline.get(), &QTimer::timeout, [this, id = call.id] { finish(id, {}, "no answer in time"); });
    reading.deadline->start(std::chrono::ceil<std::chrono::milliseconds>(std::max(call.deadline, Duration::zero())));
    // Not from within start(): what ends at once would complete there.
    QTimer::singleShot(0, reading.deadline.get(), [desk = shared_from_this(), id = call.id, source = what->source, wanted = what->wanted] {
        read(desk, id, source, wanted);
    });
}

// After each wait the call may be over; then the desk knows it no more, and nothing of the driver is touched.
QCoro::Task<> HttpMetrics::Desk::read(std::shared_ptr<Desk> desk, CallId id, MetricsSource source, std::vector<std::string> wanted)
{
    QByteArray authorities;
    if (!source.caFile.empty()) {
        const QFuture<QByteArray> file = fileRead(source.caFile);
        authorities = co_await file;
        if (!desk->isOpen(id))
            co_return;
    }
    Identity *const identity = desk->identity(source.caFile, authorities);
    if (!identity)
        co_return desk->finish(id, {}, "no certificate can be read from " + source.caFile);
    if (!desk->m_readings.at(id).call.permit.granted())
        co_return desk->finish(id, {}, "the permit was withdrawn");
    Fetch *const fetch = desk->begin(id, source, *identity);
    if (!fetch->isOver())
        co_await qCoro(fetch, &Fetch::over);
    if (!desk->isOpen(id))
        co_return;
    if (!fetch->fault().empty())
        co_return desk->finish(id, {}, fetch->fault());
    const QFuture<PageReport> page = pageRead(fetch->takePage(), std::move(wanted));
    const PageReport report = co_await page;
    MetricsSeen seen;
    seen.reached = true;
    seen.values = report.values;
    seen.breakers = report.breakers;
    desk->finish(id, std::move(seen), wordsFor(report));
}

HttpMetrics::Desk::Identity *HttpMetrics::Desk::identity(const std::string &caFile, const QByteArray &authorities)
{
    const auto known = m_identities.find(caFile);
    if (known != m_identities.end() && known->second.authorities == authorities)
        return &known->second;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(authorities, QSsl::Pem);
    if (!caFile.empty() && certificates.isEmpty())
        return nullptr;
    Identity &identity = m_identities[caFile];
    if (identity.manager)
        identity.manager.release()->deleteLater(); // The file has changed; its connections are of the old one.
    identity.authorities = authorities;
    identity.tls = tlsWith(certificates);
    identity.manager = std::make_unique<QNetworkAccessManager>();
    identity.manager->setProxy(QNetworkProxy::NoProxy);
    return &identity;
}

Fetch *HttpMetrics::Desk::begin(CallId id, const MetricsSource &source, Identity &identity)
{
    Reading &reading = m_readings.at(id);
    reading.fetch = std::make_unique<Fetch>(*identity.manager, QUrl(QString::fromStdString(source.address)), identity.tls, nullptr);
    return reading.fetch.get();
}

void HttpMetrics::Desk::finish(CallId id, MetricsSeen seen, const std::string &detail)
{
    auto node = m_readings.extract(id);
    if (node.empty())
        return;
    Reading &reading = node.mapped();
    seen.source = std::get<ReadMetrics>(reading.call.what).source.id;
    seen.began = reading.began;
    seen.ended = m_now();
    seen.detail = plainText(detail, detailMax);
    // Both may be calling us at this very moment.
    reading.deadline->stop();
    reading.deadline.release()->deleteLater();
    if (reading.fetch) {
        reading.fetch->stop();
        reading.fetch.release()->deleteLater();
    }
    m_sink({.id = id, .answer = Observation(std::move(seen))});
}

void HttpMetrics::Desk::close()
{
    m_sink = [](Completion) {};
    while (!m_readings.empty())
        finish(m_readings.begin()->first, {}, "closed");
    m_identities.clear();
}

HttpMetrics::HttpMetrics(CompletionSink sink, InstantSource now, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(std::move(sink), std::move(now)))
{
}

HttpMetrics::~HttpMetrics()
{
    m_desk->close();
}

void HttpMetrics::start(const Call &call)
{
    m_desk->start(call);
}

void HttpMetrics::cancel(CallId id)
{
    m_desk->finish(id, {}, "cancelled");
}

} // namespace siaga
