// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/addresses.h"
#include "core/fleet/credential_use.h"
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;

namespace {

const std::string web = "    interval: 20s\n";
const std::string page = "address: http://127.0.0.1:8080/metrics\n";

/// "field: found" of each mistake, joined by '|'; empty when there is none.
std::string mistakesIn(const std::string &text)
{
    const auto reading = readText(text);
    std::string mistakes;
    for (const FleetProblem &problem : reading ? std::vector<FleetProblem>() : reading.error())
        mistakes += (mistakes.empty() ? "" : "|") + problem.field + ": " + problem.found;
    return mistakes;
}

/// The one mistake's `expected`.
std::string expectedIn(const std::string &text)
{
    const auto reading = readText(text);
    return !reading && reading.error().size() == 1 ? reading.error()[0].expected : mistakesIn(text);
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private slots:
    void checksAndPagesNameOne()
    {
        std::string text = changed(smallFleet, web, web + "    credential: web-token\n");
        text = changed(text, page, page + "    credential: app-login\n    credential_kind: basic\n");
        text = changed(text, "  us:\n    place: {latitude: 39, longitude: -77}\n",
                       "  us:\n    place: {latitude: 39, longitude: -77}\n    overrides:\n      checks:\n"
                       "        web-http: {credential: us-login, credential_kind: basic}\n");
        QCOMPARE(mistakesIn(text), std::string());
        const Fleet fleet = readText(text)->fleet;
        const std::vector<CredentialUse> uses = credentialUses(fleet);
        QCOMPARE(uses.size(), std::size_t(3));
        QVERIFY(uses[0].check == CheckId("web-http@eu") && uses[0].credential == (Credential{"web-token", CredentialKind::bearer}));
        QVERIFY(uses[1].check == CheckId("web-http@us") && uses[1].credential == (Credential{"us-login", CredentialKind::basic}));
        QVERIFY(uses[2].metrics == MetricsId("app") && uses[2].credential == (Credential{"app-login", CredentialKind::basic}));
        QCOMPARE(uses[2].target, std::string("http://127.0.0.1:8080/metrics"));
        QVERIFY(credentialUses(readText(smallFleet)->fleet).empty());
    }

    void noneCrossesANetworkUnencrypted()
    {
        const std::string named = changed(smallFleet, web, web + "    credential: web-token\n");
        const std::string open = changed(named, "https://web.us.example/", "http://web.us.example/");
        QCOMPARE(mistakesIn(open), std::string("checks.web-http.credential: web-token"));
        QVERIFY2(expectedIn(open).find("no credential for http://web.us.example/, or https://") == 0, expectedIn(open).c_str());
        QCOMPARE(mistakesIn(changed(named, "https://web.us.example/", "http://127.0.0.1:8080/")), std::string());
        const std::string far = changed(changed(smallFleet, page, page + "    credential: app\n"), "127.0.0.1", "10.0.0.1");
        QCOMPARE(mistakesIn(far), std::string("metrics.app.credential: app"));
    }

    void whatNobodyWouldUseIsTold()
    {
        QCOMPARE(mistakesIn(changed(smallFleet, "kind: tcp\n", "kind: tcp\n    credential: db\n")),
                 std::string("checks.db-tcp.credential: a field of http checks"));
        QCOMPARE(mistakesIn(changed(smallFleet, web, web + "    credential_kind: basic\n")),
                 std::string("checks.web-http.credential_kind: basic"));
        QCOMPARE(mistakesIn(changed(smallFleet, page, page + "    credential_kind: basic\n")),
                 std::string("metrics.app.credential_kind: basic"));
        // HAProxy's runtime API has no passwords: an endpoint has no such field.
        QCOMPARE(mistakesIn(changed(smallFleet, "    region: eu\n", "    region: eu\n    credential: edge\n")),
                 std::string("endpoints.edge.credential: unknown field"));
        QCOMPARE(mistakesIn(changed(smallFleet, web, web + "    credential: ../x\n")), std::string("checks.web-http.credential: ../x"));
    }

    void secretsAreKeptByHttpsAndByThisMachine()
    {
        for (const char *kept : {"https://a.example/", "https://10.0.0.1:8443/x?y", "http://localhost/", "http://127.0.0.1:80/x",
                                 "http://127.1.2.3", "http://[::1]:9/", "http://[::1]/"})
            QVERIFY2(keepsSecrets(kept), kept);
        for (const char *open : {"http://a.example/", "http://10.0.0.1/", "http://localhost.example/", "http://127.0.0.1.example/",
                                 "http://[::2]/", "ftp://localhost/", "http://127.0.0.1@a.example/", "", "localhost"})
            QVERIFY2(!keepsSecrets(open), open);
    }
};

QTEST_APPLESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
