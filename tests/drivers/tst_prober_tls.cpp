// SPDX-License-Identifier: GPL-3.0-or-later
// Bad inputs 37 and 38: certificates and handshakes that must not be accepted, and the one that must.
#include <QTest>

#include "tests/drivers/real_prober.h"
#include "tests/support/certificates.h"
#include "tests/support/free_port.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSslCertificate>

using namespace siaga;
using namespace Qt::StringLiterals;
using prober_rules::probe;

Q_DECLARE_METATYPE(siaga::Certificates::Wish)

class TestProberTls : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_certificates = std::make_unique<Certificates>();
        m_ca = m_certificates->authority(u"ca"_s).toStdString();
        m_certificates->authority(u"other"_s);
        QVERIFY2(m_certificates->failure().isEmpty(), qPrintable(m_certificates->failure()));
    }

    void onlyAValidCertificatePasses_data()
    {
        QTest::addColumn<Certificates::Wish>("wish");
        QTest::addColumn<ProbeOutcome>("outcome");
        const QString ca = u"ca"_s;
        QTest::newRow("good") << Certificates::Wish{.name = u"good"_s, .authority = ca} << ProbeOutcome::passed;
        QTest::newRow("self-signed") << Certificates::Wish{.name = u"self"_s} << ProbeOutcome::tlsFailed;
        QTest::newRow("other authority")
            << Certificates::Wish{.name = u"foreign"_s, .authority = u"other"_s} << ProbeOutcome::tlsFailed;
        QTest::newRow("wrong host")
            << Certificates::Wish{.name = u"host"_s, .authority = ca, .host = u"DNS:elsewhere.example"_s}
            << ProbeOutcome::tlsFailed;
        QTest::newRow("expired") << Certificates::Wish{.name = u"old"_s, .authority = ca, .notAfter = u"20210101000000Z"_s}
                                 << ProbeOutcome::tlsFailed;
        QTest::newRow("not yet valid")
            << Certificates::Wish{.name = u"new"_s, .authority = ca, .notBefore = u"20470101000000Z"_s}
            << ProbeOutcome::tlsFailed;
    }

    void onlyAValidCertificatePasses()
    {
        QFETCH(Certificates::Wish, wish);
        QFETCH(ProbeOutcome, outcome);
        HttpServer server(m_certificates->issue(wish));
        QVERIFY2(m_certificates->failure().isEmpty(), qPrintable(m_certificates->failure()));
        RealProber harness;
        const ProbeResult result = probe(harness, check(server));
        QVERIFY2(result.outcome == outcome, result.detail.c_str());
        QCOMPARE(result.detail.empty(), outcome == ProbeOutcome::passed);
        QCOMPARE(server.requests(), outcome == ProbeOutcome::passed ? 1 : 0);
    }

    void anAuthorityOfTheSystemDoesNotCountBesideAPinnedOne()
    {
        // CVE-2023-34410: the system's authorities must not slip in beside the one that is named.
        HttpServer server(m_certificates->issue({.name = u"system"_s, .authority = u"other"_s}));
        const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration wider = before;
        wider.addCaCertificates(m_certificates->certificateFile(u"other"_s));
        QSslConfiguration::setDefaultConfiguration(wider);
        RealProber harness;
        const ProbeResult result = probe(harness, check(server));
        QSslConfiguration::setDefaultConfiguration(before);
        QCOMPARE(result.outcome, ProbeOutcome::tlsFailed);
    }

    void anAuthorityPlantedInTheCurrentFolderDoesNotCount()
    {
        // CVE-2025-14575: neither as a relative name nor as a hashed file that is picked up by itself.
        QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        QProcess openssl;
        openssl.start(u"openssl"_s, {u"x509"_s, u"-hash"_s, u"-noout"_s, u"-in"_s, QString::fromStdString(m_ca)});
        QVERIFY(openssl.waitForFinished());
        const QString hash = QString::fromLatin1(openssl.readAll().trimmed());
        QVERIFY(QFile::copy(QString::fromStdString(m_ca), hash + u".0"_s));
        QVERIFY(QFile::copy(QString::fromStdString(m_ca), u"ca.pem"_s));

        HttpServer server(m_certificates->issue({.name = u"planted"_s, .authority = u"ca"_s}));
        RealProber harness;
        Check target = check(server);
        target.caFile.clear();
        const ProbeOutcome unnamed = probe(harness, target).outcome;
        target.caFile = "ca.pem";
        const ProbeOutcome relative = probe(harness, target).outcome;
        QVERIFY(QDir::setCurrent(before));
        // A machine without any authorities cannot even try.
        QVERIFY(unnamed == ProbeOutcome::tlsFailed || unnamed == ProbeOutcome::notRun);
        QCOMPARE(relative, ProbeOutcome::notRun);
        QCOMPARE(server.requests(), 0);
    }

    void authoritiesThatCannotBeReadAreNotRun_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("missing") << u"/nowhere/ca.pem"_s;
        QTest::newRow("folder") << u"/tmp"_s;
        QTest::newRow("device") << u"/dev/zero"_s;
        QTest::newRow("no certificate in it") << u"/etc/hostname"_s;
    }

    void authoritiesThatCannotBeReadAreNotRun()
    {
        QFETCH(QString, file);
        HttpServer server(m_certificates->issue({.name = u"unread"_s, .authority = u"ca"_s}));
        RealProber harness;
        Check target = check(server);
        target.caFile = file.toStdString();
        const ProbeResult result = probe(harness, target);
        QCOMPARE(result.outcome, ProbeOutcome::notRun);
        QVERIFY(!result.detail.empty());
        QCOMPARE(server.connections(), 0);
    }

    void aCertificateFromTheFileIsReadAnewForEachProbe()
    {
        HttpServer server(m_certificates->issue({.name = u"rotated"_s, .authority = u"other"_s}));
        QTemporaryDir folder;
        const QString file = folder.filePath(u"ca.pem"_s);
        QVERIFY(QFile::copy(QString::fromStdString(m_ca), file));
        RealProber harness;
        Check target = check(server);
        target.caFile = file.toStdString();
        QCOMPARE(probe(harness, target).outcome, ProbeOutcome::tlsFailed);
        QVERIFY(QFile::remove(file) && QFile::copy(m_certificates->certificateFile(u"other"_s), file));
        QCOMPARE(probe(harness, target).outcome, ProbeOutcome::passed);
    }

    void handshakesThatAreNotAcceptable_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<ProbeOutcome>("outcome");
        // The control: the same server without a flaw, which also closes without close_notify or a length.
        QTest::newRow("plain") << QStringList{} << ProbeOutcome::passed;
        QTest::newRow("TLS 1.2") << QStringList{u"-tls1_2"_s} << ProbeOutcome::passed;
        QTest::newRow("TLS 1.0 only") << QStringList{u"-tls1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}
                                      << ProbeOutcome::tlsFailed;
        QTest::newRow("TLS 1.1 only") << QStringList{u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s}
                                      << ProbeOutcome::tlsFailed;
        QTest::newRow("demands a client certificate, TLS 1.2")
            << QStringList{u"-tls1_2"_s, u"-Verify"_s, u"1"_s} << ProbeOutcome::tlsFailed;
        QTest::newRow("demands a client certificate, TLS 1.3")
            << QStringList{u"-tls1_3"_s, u"-Verify"_s, u"1"_s} << ProbeOutcome::tlsFailed;
    }

    void handshakesThatAreNotAcceptable()
    {
        QFETCH(QStringList, options);
        QFETCH(ProbeOutcome, outcome);
        m_certificates->issue({.name = u"s_server"_s, .authority = u"ca"_s});
        const quint16 port = freePort();
        QProcess server;
        server.setProcessChannelMode(QProcess::MergedChannels);
        server.start(u"openssl"_s, QStringList{u"s_server"_s, u"-www"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s,
                                               m_certificates->certificateFile(u"s_server"_s), u"-key"_s,
                                               m_certificates->keyFile(u"s_server"_s)} + options);
        QByteArray said;
        QTRY_VERIFY2((said += server.readAll()).contains("ACCEPT"), said.constData());
        RealProber harness;
        const ProbeResult result = probe(harness, {.id = CheckId("web"),
                                                   .target = "https://127.0.0.1:" + std::to_string(port) + "/",
                                                   .bodyContains = outcome == ProbeOutcome::passed ? "s_server" : "",
                                                   .caFile = m_ca});
        server.kill();
        server.waitForFinished();
        QVERIFY2(result.outcome == outcome, result.detail.c_str());
    }

    void aServerWithoutTlsFailsTheHandshake_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("greets in plaintext") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("hangs up") << QByteArray();
    }

    void aServerWithoutTlsFailsTheHandshake()
    {
        QFETCH(QByteArray, greeting);
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *socket = server.nextPendingConnection();
            socket->write(greeting);
            socket->disconnectFromHost();
        });
        RealProber harness;
        const Check target{.id = CheckId("web"),
                           .target = "https://127.0.0.1:" + std::to_string(server.serverPort()) + "/",
                           .caFile = m_ca};
        const ProbeResult result = probe(harness, target);
        QCOMPARE(result.outcome, ProbeOutcome::tlsFailed);
        QVERIFY(!result.detail.empty());
    }

    void theHandshakeCountsForTheDeadline()
    {
        // A listener that never accepts: TCP connects, TLS waits for ever.
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        RealProber harness;
        const Check target{.id = CheckId("web"),
                           .target = "https://127.0.0.1:" + std::to_string(silent.serverPort()) + "/",
                           .caFile = m_ca};
        const ProbeResult result = probe(harness, target, std::chrono::milliseconds(300));
        QCOMPARE(result.outcome, ProbeOutcome::timedOut);
        QCOMPARE(result.detail, std::string("in the TLS handshake"));
    }

    void endlessBodiesAreBoundedUnderTlsToo()
    {
        HttpServer server(m_certificates->issue({.name = u"endless"_s, .authority = u"ca"_s}));
        server.behave({.kind = Manner::Kind::endlessBody});
        RealProber harness;
        Check target = check(server);
        target.bodyContains = "login";
        QCOMPARE(probe(harness, target).outcome, ProbeOutcome::badBody);
        QVERIFY(server.bytesSent() < 12'000'000);
    }

private:
    Check check(const HttpServer &server) const
    {
        return Check{.id = CheckId("web"), .target = server.url(), .caFile = m_ca};
    }

    std::unique_ptr<Certificates> m_certificates;
    std::string m_ca;
};

QTEST_GUILESS_MAIN(TestProberTls)
#include "tst_prober_tls.moc"
