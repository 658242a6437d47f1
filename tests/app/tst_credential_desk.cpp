// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials beside a window: asked for once it is shown, given by hand where there is no keychain, tried for real.
#include "app/core_thread.h"
#include "tests/support/http_server.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using namespace Qt::StringLiterals;
using Kind = CredentialOrder::Kind;

namespace {

constexpr int patience = 20'000; // Milliseconds.

std::string fleetFor(const HttpServer &server)
{
    return "fleet: Shop\nenvironment: production\nregions: {eu: {place: {latitude: 50, longitude: 8}}}\n"
           "services: {web: {regions: {eu: {capacity: 100}}}}\n"
           "checks: {web-http: {service: web, targets: {eu: \"" + server.url("/health")
        + "\"}, interval: 400ms, timeout: 300ms, credential: web-token}}\n";
}

/// A core on that fleet, with its journal in memory, and the last board of its credentials.
class Core
{
public:
    explicit Core(const HttpServer &server)
        : m_core([text = fleetFor(server)] { return InstanceOptions{.fleet = FleetSource{{{"fleet.yaml", text}}, {}}}; }, {})
    {
        QObject::connect(&m_core, &CoreThread::credentialsReady, &m_core, [this](const auto &board) {
            QMetaObject::invokeMethod(&m_here, [this, board] { last = board; });
        }, Qt::DirectConnection);
        QObject::connect(&m_core, &CoreThread::credentialDone, &m_core, [this](const CredentialDone &answer) {
            QMetaObject::invokeMethod(&m_here, [this, answer] { done.push_back(answer); });
        }, Qt::DirectConnection);
        m_core.start();
    }
    const CredentialRow *row() const { return last ? last->row("web-token") : nullptr; }
    CoreThread &thread() { return m_core; }
    void order(Kind kind, std::string_view value = {}) { m_core.takeCredentialOrder({.kind = kind, .name = "web-token", .value = Secret(value)}); }

    std::shared_ptr<const CredentialsBoard> last;
    std::vector<CredentialDone> done;

private:
    QObject m_here;
    CoreThread m_core; ///< Goes first.
};

} // namespace

class TestCredentialDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // No keychain of this machine's user is ever touched.
        QVERIFY(m_folder.isValid());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qputenv("XDG_RUNTIME_DIR", m_folder.path().toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toLocal8Bit());
    }

    void beforeTheWindowIsShownTheKeychainIsNotAsked()
    {
        HttpServer server;
        Core core(server);
        QSignalSpy boards(&core.thread(), &CoreThread::boardReady);
        QTRY_VERIFY_WITH_TIMEOUT(boards.size() > 5, patience); // Its check has been due for a while.
        QVERIFY(!core.last || core.last->keychain.state == CredentialState::notAsked);
        QCOMPARE(server.connections(), 0);
        core.thread().windowShown();
        QTRY_VERIFY_WITH_TIMEOUT(core.row() && core.row()->seen.state == CredentialState::unavailable, patience);
        QVERIFY(core.last->keychain.state == CredentialState::unavailable && core.last->missing() == 1);
        QCOMPARE(server.connections(), 0); // The check is not run; its target is not said to fail.
    }

    void whatIsGivenByHandWorksAndIsTriedForReal()
    {
        HttpServer server;
        Core core(server);
        core.thread().windowShown();
        QTRY_VERIFY_WITH_TIMEOUT(core.row() && core.row()->seen.state == CredentialState::unavailable, patience);
        core.order(Kind::keep, "canary");
        QTRY_COMPARE_WITH_TIMEOUT(core.done.size(), std::size_t(1), patience);
        QVERIFY(core.done[0].kind == Kind::keep && core.done[0].seen.state == CredentialState::unavailable);
        core.order(Kind::keepInMemory, "canary");
        QTRY_COMPARE_WITH_TIMEOUT(core.done.size(), std::size_t(2), patience);
        QVERIFY(core.done[1].seen.state == CredentialState::known && core.done[1].seen.inMemory);
        QTRY_VERIFY_WITH_TIMEOUT(core.row()->seen.inMemory && core.last->missing() == 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(server.lastRequest().contains("\r\nAuthorization: Bearer canary\r\n"), patience);
        core.order(Kind::test);
        QTRY_VERIFY_WITH_TIMEOUT(core.row()->trials.size() == 1, patience);
        QVERIFY(core.row()->trials[0].end == TrialEnd::accepted && core.row()->trials[0].status == 200);
        server.behave({.status = 401});
        core.order(Kind::test);
        QTRY_VERIFY_WITH_TIMEOUT(core.row()->trials.size() == 1 && core.row()->trials[0].end == TrialEnd::refused, patience);
        core.order(Kind::remove);
        QTRY_COMPARE_WITH_TIMEOUT(core.done.size(), std::size_t(3), patience);
        QVERIFY(core.done[2].seen.state == CredentialState::absent);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCredentialDesk)
#include "tst_credential_desk.moc"
