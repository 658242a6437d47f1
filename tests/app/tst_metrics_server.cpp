// SPDX-License-Identifier: GPL-3.0-or-later
// Siaga's own page of metrics, fetched as a Prometheus does.
#include "app/metrics_server.h"
#include "core/drivers/exposition/page.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QProcess>
#include <QTest>

using namespace siaga;

namespace {

struct Fetched
{
    int status = 0;
    QByteArray type;
    QByteArray body;
};

Fetched get(quint16 port, const QString &path, const QByteArray &verb = "GET")
{
    QNetworkAccessManager manager;
    const std::unique_ptr<QNetworkReply> reply(
        manager.sendCustomRequest(QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port).arg(path))), verb));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->rawHeader("Content-Type"), reply->readAll()};
}

std::unique_ptr<Instance> labInstance()
{
    auto started = Instance::start({.fleet = *loadFleetSource(SIAGA_FLEETS "/lab.yaml", {})});
    return started ? std::move(started).value() : nullptr;
}

} // namespace

class TestMetricsServer : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        const auto row = [](const char *text, const char *host, int port) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(host) << port;
        };
        row("9464", "127.0.0.1", 9464);
        row("localhost:9464", "127.0.0.1", 9464);
        row("0.0.0.0:80", "0.0.0.0", 80);
        row("[::1]:9464", "::1", 9464);
        row("", "", -1);
        row("localhost", "", -1);
        row("localhost:", "", -1);
        row("::1:9464", "", -1);
        row("example.org:9464", "", -1);
        row("127.0.0.1:65536", "", -1);
        row("127.0.0.1:-1", "", -1);
        row(":9464", "", -1);
    }
    void addressesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(QString, host);
        QFETCH(int, port);
        const auto address = readListenAddress(text);
        QCOMPARE(address.has_value(), port >= 0);
        if (address) {
            QCOMPARE(address->host, QHostAddress(host));
            QCOMPARE(int(address->port), port);
        }
    }

    void thePageTellsOfEveryTarget()
    {
        const auto instance = labInstance();
        QVERIFY(instance);
        QTRY_VERIFY_WITH_TIMEOUT(!instance->targetFigures().empty() && instance->targetFigures().front().calls > 0, 10'000);
        MetricsServer server(*instance);
        QCOMPARE(server.listen({}), QString());
        const Fetched page = get(server.port(), QStringLiteral("/metrics"));
        QCOMPARE(page.status, 200);
        QVERIFY2(page.type.startsWith("text/plain; version=0.0.4"), page.type.constData());
        const PageReport report = readPage({page.body.constData(), std::size_t(page.body.size())}, {"siaga_breaker_state", "siaga_target_calls_total"});
        QCOMPARE(report.skipped, 0);
        QVERIFY(report.values.at("siaga_breaker_state") >= 16); // One for each breaker.
        QVERIFY(report.values.at("siaga_target_calls_total") > 0);
        tellPromtool(page.body);
    }

    void thereIsNothingElse()
    {
        const auto instance = labInstance();
        QVERIFY(instance);
        MetricsServer server(*instance);
        QCOMPARE(server.listen({}), QString());
        QCOMPARE(get(server.port(), QStringLiteral("/")).status, 404);
        QVERIFY(get(server.port(), QStringLiteral("/metrics"), "POST").status >= 400);
        MetricsServer second(*instance);
        QVERIFY(!second.listen({.port = server.port()}).isEmpty());
    }

private:
    /// Prometheus' own judge, where it is installed.
    static void tellPromtool(const QByteArray &page)
    {
        const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
        if (promtool.isEmpty())
            return;
        QProcess process;
        process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
        process.write(page);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.readAllStandardError() + process.readAllStandardOutput(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestMetricsServer)
#include "tst_metrics_server.moc"
