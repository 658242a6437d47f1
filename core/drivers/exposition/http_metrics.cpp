// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/exposition/http_metrics.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/drivers/exposition/fetch.h"
#include "core/drivers/exposition/page.h"
#include "core/drivers/ports/authorization.h"
#include "core/fleet/addresses.h"

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
#include <tuple>
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

/// A question to whoever keeps the secrets. Dropped, it is answered too: a coroutine would trip over a future that never
/// has a result.
class Question
{
public:
    explicit Question(const std::string &name)
        : m_none{.seen = {.name = name}, .value = {}}
    {
        m_promise.start();
    }
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;
    ~Question() { answer(m_none); }

    QFuture<SecretAnswer> future() const { return m_promise.future(); }
    void answer(const SecretAnswer &answer)
    {
        if (std::exchange(m_answered, true))
            return;
        m_promise.addResult(answer);
        m_promise.finish();
    }

private:
    SecretAnswer m_none;
    bool m_answered = false;
    QPromise<SecretAnswer> m_promise;
};

std::string wordsFor(const PageReport &report)
{
    return report.skipped == 0 ? std::string() : std::to_string(report.skipped) + " lines were not understood or said twice";
}

} // namespace

/// All that is under way.
class HttpMetrics::Desk : public std::enable_shared_from_this<Desk>
{
public:
    Desk(CompletionSink sink, InstantSource now, Secrets *secrets)
        : m_sink(std::move(sink))
        , m_now(std::move(now))
        , m_secrets(secrets)
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
        SecretTicket question;        ///< Only while the credential is waited for.
        std::unique_ptr<Fetch> fetch; ///< Null before it is begun.
    };
    /// Who we are and whom we trust: what a file of authorities (empty: the system's own) and a credential lead to.
    using IdentityKey = std::tuple<std::string, std::string, CredentialKind>;
    struct Identity
    {
        QByteArray authorities;
        Secret authorization;
        QSslConfiguration tls;
        std::unique_ptr<QNetworkAccessManager> manager;
    };

    static QCoro::Task<> read(std::shared_ptr<Desk> desk, CallId id, MetricsSource source, std::vector<std::string> wanted);
    bool isOpen(CallId id) const { return m_readings.contains(id); }
    QFuture<SecretAnswer> credential(CallId id, const std::string &name);
    void timeOut(CallId id);
    void finishUnasked(CallId id, const std::string &why);
    Identity *identity(const MetricsSource &source, const QByteArray &authorities, const Secret &authorization);
    Fetch *begin(CallId id, const MetricsSource &source, Identity &identity);

    CompletionSink m_sink;
    InstantSource m_now;
    Secrets *m_secrets;
    std::map<IdentityKey, Identity> m_identities;
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
    QObject::connect(reading.deadline.get(), &QTimer::timeout, [this, id = call.id] { timeOut(id); });
    reading.deadline->start(std::chrono::ceil<std::chrono::milliseconds>(std::max(call.deadline, Duration::zero())));
    // Not from within start(): what ends at once would complete there.
    QTimer::singleShot(0, reading.deadline.get(), [desk = shared_from_this(), id = call.id, source = what->source, wanted = what->wanted] {
        read(desk, id, source, wanted);
    });
}

void HttpMetrics::Desk::timeOut(CallId id)
{
    const Reading &reading = m_readings.at(id);
    if (reading.question)
        return finishUnasked(id, "waiting for the credential " + std::get<ReadMetrics>(reading.call.what).source.credential.name);
    finish(id, {}, "no answer in time");
}

void HttpMetrics::Desk::finishUnasked(CallId id, const std::string &why)
{
    MetricsSeen seen;
    seen.asked = false;
    finish(id, std::move(seen), why);
}

QFuture<SecretAnswer> HttpMetrics::Desk::credential(CallId id, const std::string &name)
{
    const auto question = std::make_shared<Question>(name);
    m_readings.at(id).question = m_secrets->ask(name, [question](const SecretAnswer &answer) { question->answer(answer); });
    return question->future();
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
    Secret authorization;
    if (const std::string &name = source.credential.name; !name.empty()) {
        // The fleet is checked for it; here it is made sure of.
        if (!keepsSecrets(source.address))
            co_return desk->finishUnasked(id, "the credential " + name + " is only sent over https, or to this machine");
        if (!desk->m_secrets)
            co_return desk->finishUnasked(id, whyNotKnown({.name = name, .state = CredentialState::absent}));
        const QFuture<SecretAnswer> question = desk->credential(id, name);
        co_await question;
        if (!desk->isOpen(id))
            co_return;
        desk->m_readings.at(id).question.reset();
        const SecretAnswer answer = question.result();
        if (answer.seen.state != CredentialState::known)
            co_return desk->finishUnasked(id, whyNotKnown(answer.seen));
        const auto header = authorizationFor(source.credential, answer.value);
        if (!header)
            co_return desk->finishUnasked(id, header.error().message);
        authorization = *header;
    }
    Identity *const identity = desk->identity(source, authorities, authorization);
    if (!identity)
        co_return desk->finish(id, {}, "no certificate can be read from " + source.caFile);
    if (!desk->m_readings.at(id).call.permit.granted())
        co_return desk->finish(id, {}, "the permit was withdrawn");
    Fetch *const fetch = desk->begin(id, source, *identity);
    if (!fetch->isOver())
        co_await qCoro(fetch, &Fetch::over);
    if (!desk->isOpen(id))
        co_return;
    if (!authorization.empty() && isRefusal(fetch->status())) {
        desk->m_secrets->refused(source.credential.name);
        co_return desk->finish(id, {}, wasRefused(source.credential));
    }
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

HttpMetrics::Desk::Identity *HttpMetrics::Desk::identity(const MetricsSource &source, const QByteArray &authorities,
                                                        const Secret &authorization)
{
    const IdentityKey key(source.caFile, source.credential.name, source.credential.kind);
    const auto known = m_identities.find(key);
    if (known != m_identities.end() && known->second.authorities == authorities && known->second.authorization == authorization)
        return &known->second;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(authorities, QSsl::Pem);
    if (!source.caFile.empty() && certificates.isEmpty())
        return nullptr;
    Identity &identity = m_identities[key];
    if (identity.manager)
        identity.manager.release()->deleteLater(); // File or value has changed; its connections are of the old one.
    identity.authorities = authorities;
    identity.authorization = authorization;
    identity.tls = tlsWith(certificates);
    identity.manager = std::make_unique<QNetworkAccessManager>();
    identity.manager->setProxy(QNetworkProxy::NoProxy);
    return &identity;
}

Fetch *HttpMetrics::Desk::begin(CallId id, const MetricsSource &source, Identity &identity)
{
    Reading &reading = m_readings.at(id);
    reading.fetch = std::make_unique<Fetch>(*identity.manager, QUrl(QString::fromStdString(source.address)), identity.tls,
                                            identity.authorization, nullptr);
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

HttpMetrics::HttpMetrics(CompletionSink sink, InstantSource now, Secrets *secrets, QObject *parent)
    : QObject(parent)
    , m_desk(std::make_shared<Desk>(std::move(sink), std::move(now), secrets))
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
