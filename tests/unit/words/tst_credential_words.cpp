// SPDX-License-Identifier: GPL-3.0-or-later
// The board of credentials and its words.
#include "core/boards/now_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/recovery/state.h"
#include "core/resilience/state.h"
#include "core/words/board_words.h"
#include "core/words/credential_words.h"
#include "tests/unit/fleet/fixture.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

Fleet fleetWithTwo()
{
    std::string text = changed(smallFleet, "    interval: 20s\n", "    interval: 20s\n    credential: web-token\n");
    text = changed(text, "address: http://127.0.0.1:8080/metrics\n", "address: http://127.0.0.1:8080/metrics\n    credential: app\n");
    return readText(text)->fleet;
}

CredentialTrial trialOf(const ProbeResult &result)
{
    return judgeTrial({.credential = {"web-token"}, .check = CheckId("web@eu")}, CheckSeen{CheckId("web@eu"), result});
}

} // namespace

class TestCredentialWords : public QObject
{
    Q_OBJECT

private slots:
    void usedOnesComeFirstAndRemovedOnesGo()
    {
        const Fleet fleet = fleetWithTwo();
        const std::vector<CredentialSeen> remembered{{.name = "zebra", .store = "KWallet"}, {.name = "app", .store = "KWallet"}};
        const std::vector<CredentialSeen> seen{{.name = "app", .state = CredentialState::locked, .store = "KWallet"},
                                               {.name = "gone", .state = CredentialState::absent},
                                               {.name = "hand", .state = CredentialState::known, .inMemory = true}};
        const CredentialsBoard board = credentialsBoard({.fleet = fleet, .seen = seen, .remembered = remembered, .keychain = {}, .wall = {}});
        QStringList names;
        for (const CredentialRow &row : board.rows)
            names << QString::fromStdString(row.seen.name);
        QCOMPARE(names, (QStringList{u"web-token"_s, u"app"_s, u"hand"_s, u"zebra"_s}));
        QCOMPARE(board.rows[0].uses.size(), std::size_t(2));
        QVERIFY(board.row("app")->seen.state == CredentialState::locked && board.row("zebra")->uses.empty());
        QCOMPARE(board.missing(), 1); // web-token was not asked for yet.
        QCOMPARE(board.inMemory(), 1);
        QCOMPARE(words::uses(board.rows[0].uses), u"check web-http@eu, check web-http@us"_s);
        QCOMPARE(words::uses({}), u"nothing in this fleet"_s);
    }

    void aTrialIsJudgedByWhatCameBack()
    {
        QVERIFY(trialOf({.outcome = ProbeOutcome::passed, .status = 200}).end == TrialEnd::accepted);
        QVERIFY(trialOf({.outcome = ProbeOutcome::badStatus, .status = 401}).end == TrialEnd::refused);
        QVERIFY(trialOf({.outcome = ProbeOutcome::badStatus, .status = 503}).end == TrialEnd::notWell);
        QVERIFY(trialOf({.outcome = ProbeOutcome::timedOut}).end == TrialEnd::notReached);
        QVERIFY(trialOf({.outcome = ProbeOutcome::notRun}).end == TrialEnd::notAsked);
        const auto page = [](bool reached, bool asked, const char *detail) {
            return judgeTrial({.metrics = MetricsId("app")}, MetricsSeen{.reached = reached, .asked = asked, .detail = detail}).end;
        };
        QVERIFY(page(true, true, "") == TrialEnd::accepted && page(false, false, "") == TrialEnd::notAsked);
        QVERIFY(page(false, true, "the credential app was refused") == TrialEnd::refused);
        QVERIFY(page(false, true, "status 500") == TrialEnd::notWell && page(false, true, "no answer in time") == TrialEnd::notReached);
    }

    void aTrialIsSaidInWords()
    {
        QCOMPARE(words::trial(trialOf({.outcome = ProbeOutcome::passed, .took = 12ms, .status = 200})),
                 u"check web@eu: accepted, status 200 after 12 ms"_s);
        QCOMPARE(words::trial(trialOf({.outcome = ProbeOutcome::badStatus, .status = 403})), u"check web@eu: the target refused it, status 403"_s);
        QCOMPARE(words::trial(trialOf({.outcome = ProbeOutcome::refused, .detail = "Connection refused"})),
                 u"check web@eu: not reached, so nothing is known: Connection refused"_s);
        QCOMPARE(words::trial(trialOf({.outcome = ProbeOutcome::notRun})), u"check web@eu: not asked: its value is not known"_s);
    }

    void eachStateHasItsWordAndItsWayOn()
    {
        for (std::size_t i = 0; i < namesOf(CredentialState{}).size(); ++i) {
            const auto state = static_cast<CredentialState>(i);
            QVERIFY(!words::word(state).isEmpty());
            QCOMPARE(words::whyMissing({.name = "web", .state = state}).isEmpty(), state == CredentialState::known);
            QVERIFY(!words::sentence(KeychainSeen{.state = state}).isEmpty());
        }
        QCOMPARE(words::whyMissing({.name = "web", .state = CredentialState::otherStore, .store = "KWallet"}),
                 u"web was kept in KWallet, and another keychain answers now: what that has is not taken. Set it again."_s);
    }

    void theRegionSaysWhyItsCheckIsUnknown()
    {
        const Fleet fleet = fleetWithTwo();
        const CheckId check("web-http@eu");
        Seen seen;
        seen.take(CheckSeen{check, {.outcome = ProbeOutcome::notRun, .detail = "the credential web-token is not known", .began = Instant(59s), .ended = Instant(59s)}});
        health::State health;
        const recovery::State recovery;
        const orchestrator::State orchestrator;
        const resilience::State resilience;
        const AvailabilityCount availability;
        const NowBoard board = nowBoard({.fleet = fleet, .health = health, .recovery = recovery, .orchestrator = orchestrator,
                                         .resilience = resilience, .seen = seen, .availability = availability, .now = Instant(1min)});
        QString said;
        for (const words::Evidence &one : words::why(board.regions.at(0)))
            said += one.found + u'|' + one.behind + u'\n';
        QVERIFY2(said.contains(u"the credential web-token is not known"_s), qPrintable(said));
    }

    void ageAndStoreAreSaidWhereTheyAreKnown()
    {
        const CredentialSeen seen{.name = "web", .state = CredentialState::known, .store = "KWallet", .setAt = WallTime{1000}};
        QCOMPARE(words::age(seen, {1000 + 3 * 3'600'000}), u"set 3 h ago"_s);
        QCOMPARE(words::age(seen, {0}), u"set 0 s ago"_s); // The clock was set back.
        QCOMPARE(words::age({.name = "web"}, {0}), QString());
        QCOMPARE(words::store(seen), u"KWallet"_s);
        QCOMPARE(words::store({.name = "web", .inMemory = true}), u"memory of this run"_s);
    }
};

QTEST_APPLESS_MAIN(TestCredentialWords)
#include "tst_credential_words.moc"
