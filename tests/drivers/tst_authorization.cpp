// SPDX-License-Identifier: GPL-3.0-or-later
// Who a check and a page of metrics say they are: to whom, to nobody else, and what is said when it is not known.
#include <QTest>

#include "core/drivers/exposition/http_metrics.h"
#include "core/drivers/filters/not_run.h"
#include "core/drivers/ports/authorization.h"
#include "core/drivers/probe/qt_prober.h"
#include "tests/drivers/contract.h"
#include "tests/drivers/event_loop_world.h"
#include "tests/support/certificates.h"
#include "tests/support/fixed_secrets.h"
#include "tests/support/http_server.h"

#include <QNetworkProxy>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const std::string token = "canary-0123456789";

/// Both drivers, and what they found.
class Knocker
{
public:
    ProbeResult probe(const std::string &url, const Credential &credential, Duration deadline = 5s, const std::string &caFile = {})
    {
        const Check check{.id = CheckId("c" + std::to_string(m_last.value())), .target = url, .caFile = caFile, .credential = credential};
        m_last = m_last.next();
        m_prober.start({.id = m_last, .what = ProbeCheck{check}, .deadline = deadline});
        const auto *seen = wait<CheckSeen>();
        return seen ? seen->result : ProbeResult{.detail = "no completion"};
    }
    MetricsSeen read(const std::string &url, const Credential &credential, Duration deadline = 5s, const std::string &caFile = {})
    {
        m_last = m_last.next();
        m_metrics.start({.id = m_last, .what = ReadMetrics{{.id = MetricsId("page"), .address = url, .caFile = caFile, .credential = credential}, {}},
                         .deadline = deadline});
        const auto *seen = wait<MetricsSeen>();
        return seen ? *seen : MetricsSeen{.detail = "no completion"};
    }
    FixedSecrets secrets;
    const Completion &last() const { return m_world.completions().back(); }

private:
    template<class Seen>
    const Seen *wait()
    {
        m_world.waitFor([this] { return countOf(m_world.completions(), m_last) > 0; }, 12s);
        return seenBy<Seen>(m_world.completions(), m_last);
    }

    EventLoopWorld m_world;
    CallId m_last;
    QtProber m_prober{m_world.sink(), m_world.clock(), &secrets};
    HttpMetrics m_metrics{m_world.sink(), m_world.clock(), &secrets};
};

bool holds(const HttpServer &server, const QByteArray &header)
{
    return server.lastRequest().contains("\r\nAuthorization: " + header + "\r\n");
}

bool holdsAny(const HttpServer &server)
{
    return server.lastRequest().toLower().contains("authorization");
}

} // namespace

class TestAuthorization : public QObject
{
    Q_OBJECT

private slots:
    void headersAreAsTheStandardsWriteThem()
    {
        const auto header = [](CredentialKind kind, std::string_view value) {
            const auto made = authorizationFor({"n", kind}, Secret(value));
            return made ? std::string(made->reveal()) : made.error().message;
        };
        QCOMPARE(header(CredentialKind::bearer, "abc"), std::string("Bearer abc"));
        QCOMPARE(header(CredentialKind::basic, "Aladdin:open sesame"), std::string("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        QCOMPARE(header(CredentialKind::basic, "a:"), std::string("Basic YTo="));
        QCOMPARE(header(CredentialKind::basic, "a:b"), std::string("Basic YTpi"));
        for (const auto &[kind, value] : {std::pair(CredentialKind::bearer, "a b"), {CredentialKind::bearer, "\xC3\xA4"},
                                          {CredentialKind::basic, "nobody"}, {CredentialKind::bearer, "x\r\nHost: y"}, {CredentialKind::basic, ""}}) {
            const auto made = authorizationFor({"n", kind}, Secret(value));
            QVERIFY(!made && made.error().message.find("the credential n ") == 0);
            QVERIFY(std::string_view(value).size() < 2 || made.error().message.find(value) == std::string::npos);
        }
        QVERIFY(whyNoSecret(std::string(secretMax, 'x')).empty() && !whyNoSecret(std::string(secretMax + 1, 'x')).empty());
    }

    void aSecretIsWipedWithItsLastCopy()
    {
        std::string bytes = token;
        const char *const place = bytes.data();
        wipe(bytes);
        QVERIFY(bytes.empty() && std::string_view(place, token.size()).find_first_not_of('\0') == std::string_view::npos);
        Secret copy;
        {
            const Secret secret(token);
            copy = secret;
            QVERIFY(copy.reveal().data() == secret.reveal().data()); // One place in memory for both.
        }
        QCOMPARE(copy.reveal(), std::string_view(token));
        QVERIFY(Secret().empty() && Secret(token) == copy);
    }

    void itIsSentToWhomItIsFor()
    {
        HttpServer server;
        Knocker knocker;
        knocker.secrets.know("web", token);
        knocker.secrets.know("login", "siaga:canary");
        QVERIFY(knocker.probe(server.url(), {"web", CredentialKind::bearer}).outcome == ProbeOutcome::passed);
        QVERIFY(holds(server, "Bearer " + QByteArray::fromStdString(token)));
        QVERIFY(knocker.probe(server.url(), {"login", CredentialKind::basic}).outcome == ProbeOutcome::passed);
        QVERIFY(holds(server, "Basic c2lhZ2E6Y2FuYXJ5"));
        QVERIFY(knocker.probe(server.url(), {}).outcome == ProbeOutcome::passed);
        QVERIFY(!holdsAny(server));
        QVERIFY(knocker.read(server.url(), {"web", CredentialKind::bearer}).reached);
        QVERIFY(holds(server, "Bearer " + QByteArray::fromStdString(token)));
        // A kept connection must not make one identity of two.
        QVERIFY(knocker.read(server.url(), {"login", CredentialKind::basic}).reached);
        QVERIFY(holds(server, "Basic c2lhZ2E6Y2FuYXJ5"));
        QVERIFY(knocker.read(server.url(), {}).reached);
        QVERIFY(!holdsAny(server));
        knocker.secrets.know("web", "another");
        QVERIFY(knocker.read(server.url(), {"web", CredentialKind::bearer}).reached);
        QVERIFY(holds(server, "Bearer another"));
    }

    void aRedirectCarriesItNowhere()
    {
        HttpServer elsewhere, server;
        server.behave({.status = 302, .headers = "Location: " + QByteArray::fromStdString(elsewhere.url("/", "localhost")) + "\r\n"});
        Knocker knocker;
        knocker.secrets.know("web", token);
        const ProbeResult result = knocker.probe(server.url(), {"web"});
        QVERIFY(result.outcome == ProbeOutcome::passed && result.status == 302); // A redirect is its status.
        QVERIFY(holdsAny(server));
        QVERIFY(!knocker.read(server.url(), {"web"}).reached);
        QCOMPARE(elsewhere.connections(), 0);
    }

    void overPlainHttpItLeavesThisMachineNever()
    {
        Knocker knocker;
        knocker.secrets.know("web", token);
        const ProbeResult result = knocker.probe("http://192.0.2.1/", {"web"});
        QVERIFY(result.outcome == ProbeOutcome::notRun && result.detail.find("only sent over https") != std::string::npos);
        const MetricsSeen seen = knocker.read("http://192.0.2.1/", {"web"});
        QVERIFY(!seen.reached && !seen.asked && seen.detail.find("only sent over https") != std::string::npos);
        QCOMPARE(knocker.secrets.questions(), 0); // It was not even fetched.
    }

    void overTlsItIsSentOnlyToWhoProvesToBeTheHost()
    {
        Certificates certificates;
        const std::string ca = certificates.authority(u"ca"_s).toStdString();
        HttpServer good(certificates.issue({.name = u"good"_s, .authority = u"ca"_s}));
        HttpServer wrong(certificates.issue({.name = u"host"_s, .authority = u"ca"_s, .host = u"DNS:elsewhere.example"_s}));
        QVERIFY2(certificates.failure().isEmpty(), qPrintable(certificates.failure()));
        Knocker knocker;
        knocker.secrets.know("web", token);
        QVERIFY(knocker.probe(good.url(), {"web"}, 5s, ca).outcome == ProbeOutcome::passed);
        QVERIFY(holdsAny(good));
        QVERIFY(knocker.read(good.url(), {"web"}, 5s, ca).reached);
        QVERIFY(knocker.probe(wrong.url(), {"web"}, 5s, ca).outcome == ProbeOutcome::tlsFailed);
        QVERIFY(!knocker.read(wrong.url(), {"web"}, 5s, ca).reached);
        QCOMPARE(wrong.requests(), 0);
    }

    void whatIsNotKnownSaysNothingOfTheTarget_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("said");
        QTest::newRow("absent") << int(CredentialState::absent) << u"the credential web is not known"_s;
        QTest::newRow("locked") << int(CredentialState::locked) << u"the credential web is not known: the keychain is locked"_s;
        QTest::newRow("silent") << int(CredentialState::waiting) << u"the credential web is not known yet: the keychain has not answered"_s;
        QTest::newRow("no keychain") << int(CredentialState::unavailable) << u"the credential web is not known: there is no keychain"_s;
    }
    void whatIsNotKnownSaysNothingOfTheTarget()
    {
        QFETCH(int, state);
        QFETCH(QString, said);
        HttpServer server;
        Knocker knocker;
        knocker.secrets.lack("web", CredentialState(state));
        const ProbeResult result = knocker.probe(server.url(), {"web"});
        QVERIFY(result.outcome == ProbeOutcome::notRun);
        QCOMPARE(QString::fromStdString(result.detail), said);
        QVERIFY(resultOf(knocker.last(), false) == resilience::CallResult::ignored);
        const MetricsSeen seen = knocker.read(server.url(), {"web"});
        QVERIFY(!seen.reached && !seen.asked);
        QCOMPARE(QString::fromStdString(seen.detail), said);
        QVERIFY(resultOf(knocker.last(), false) == resilience::CallResult::ignored);
        QCOMPARE(server.connections(), 0);
    }

    void aSilentKeychainEndsByTheCheckAndNotByTheTarget()
    {
        HttpServer server;
        Knocker knocker;
        knocker.secrets.fallSilent();
        const ProbeResult result = knocker.probe(server.url(), {"web"}, 200ms);
        QVERIFY(result.outcome == ProbeOutcome::notRun);
        QCOMPARE(result.detail, std::string("waiting for the credential web"));
        const MetricsSeen seen = knocker.read(server.url(), {"web"}, 200ms);
        QVERIFY(!seen.reached && !seen.asked && seen.detail == "waiting for the credential web");
        QCOMPARE(server.connections(), 0);
    }

    void aRefusalIsSaidToBeOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("401") << 401;
        QTest::newRow("403") << 403;
    }
    void aRefusalIsSaidToBeOne()
    {
        QFETCH(int, status);
        HttpServer server;
        server.behave({.status = status, .headers = "WWW-Authenticate: Basic realm=\"x\"\r\n"});
        Knocker knocker;
        knocker.secrets.know("web", token);
        const ProbeResult result = knocker.probe(server.url(), {"web"});
        QVERIFY(result.outcome == ProbeOutcome::badStatus && result.status == status);
        QCOMPARE(result.detail, std::string("the credential web was refused"));
        const MetricsSeen seen = knocker.read(server.url(), {"web"});
        QVERIFY(!seen.reached && seen.asked);
        QCOMPARE(seen.detail, std::string("the credential web was refused"));
        QCOMPARE(knocker.secrets.refusals(), 2);
        // Without a credential it is a status like any other.
        QVERIFY(knocker.probe(server.url(), {}).detail.empty());
        QCOMPARE(knocker.read(server.url(), {}).detail, "status " + std::to_string(status));
    }
};

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
