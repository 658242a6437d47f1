// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/runtime_events.h"
#include "core/words/board_words.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "core/words/state_words.h"

#include <QTest>

#include <set>

using namespace siaga;
using namespace std::chrono_literals;

namespace  {

const RegionId east{"us-east-1"};
const RegionId west{"us-west-2"};
const ServiceId web{"web"};
const EndpointId edge{"lb-1"};

/// Every value has a word of its own, and none shows the stored name where that is not a plain word.
template<class E, class Spoken = E>
void visitAll()
{
    const auto names = namesOf(E{});
    std::set<QString> spoken;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const QString said = words::word(static_cast<E>(i));
        const std::string stored(names[i]);
        QVERIFY2(!said.isEmpty(), stored.c_str());
        QVERIFY2(spoken.insert(said).second, qPrintable(said));
        const bool isPlain = stored == "half-open"; // The field writes it so.
        if (stored.find('-') != std::string::npos && !isPlain)
            QVERIFY2(!said.contains(QString::fromStdString(stored)), stored.c_str());
    }
}

template<std::size_t... I>
void visitReasons(std::index_sequence<I...>)
{
    const auto visit = [](const Reason &reason, std::string_view stored) {
        const QString said = words::sentence(reason);
        const std::string name(stored);
        QVERIFY2(said.size() > 2, name.c_str());
        QVERIFY2(!said.contains(QString::fromStdString(name)), name.c_str());
        QVERIFY2(!said.contains(QLatin1Char('%')) || said.contains(QStringLiteral(" %")), qPrintable(said));
        QVERIFY2(
            said.front().isUpper() || said.front() == QLatin1Char(' ') || !said.front().isLetter(), qPrintable(said));
        QVERIFY2(!said.endsWith(QLatin1Char('.')), qPrintable(said));
    };
    (visit(Reason{std::in_place_index<I>}, std::variant_alternative_t<I, Reason>::name), ...);
}

template<class... Bodies>
void describeAll()
{
    const auto visit = [](const Event &event) {
        const QString said = words::describeEvent({.event = event});
        const std::string name(event.name());
        QVERIFY2(!said.isEmpty(), name.c_str());
        QVERIFY2(!said.contains(QString::fromStdString(name)), name.c_str());
        QVERIFY2(!said.contains(QStringLiteral("another version")), name.c_str());
        QVERIFY2(!said.contains(QStringLiteral("%n")) && !said.contains(QStringLiteral("%1")), qPrintable(said));
    };
    (visit(Event(Bodies{})), ...);
}

} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private slots:
    void everyValueOfEveryEnumerationHasItsOwnWord()
    {
        visitAll<RegionState>();
        visitAll<CheckState>();
        visitAll<EdgeState>();
        visitAll<ViewState>();
        visitAll<ProbeOutcome>();
        visitAll<ServerSeen::State>();
        visitAll<Severity>();
        visitAll<Standing>();
        visitAll<Mode>();
        visitAll<Autonomy>();
        visitAll<Diagnosis>();
        visitAll<DriftCause>();
        visitAll<AlertSubject::Kind>();
        visitAll<BreakerState>();
        visitAll<Aspect>();
        visitAll<CheckKind>();
        visitAll<PlanClass>();
        visitAll<PlanEnd>();
        visitAll<PlanStanding>();
        visitAll<StepStanding>();
        visitAll<WayBack>();
        visitAll<Reach>();
        visitAll<StepAnswered::Result>();
        visitAll<PurposeKind>();
    }

    void everyReasonIsASentenceWithoutItsStoredName()
    {
        visitReasons(std::make_index_sequence<std::variant_size_v<Reason>>{});
    }

    void everyEventHasItsLine()
    {
        describeAll<JournalOpened, FleetAdopted, FleetRefused, WallJumped, CheckTurned, ViewTurned, EdgeTurned,
            OwnLinkTurned, RegionTurned, AlertOpened, AlertSeverityChanged, AlertAcknowledged, AlertResolved, Diagnosed,
            DiagnosisEnded, Drifted, DriftEnded, FactsDropped, BreakerTurned, BreakerGone, BreakerHeld, BreakerReleased,
            BreakerReset>();
        describeAll<PlanProposed, ProposalRefused, PlanApproved, PlanWaiting, PlanAdmitted, PlanSuspended, PlanHeld,
            PlanResumed, PlanAborted, PlanEnded, StepIntended, StepAnswered, StepVerified, StepFailed, StepNotReached,
            StopOrdered, StopLifted>();
        describeAll<EvacuateRequested, RestoreRequested, ApproveRequested, HoldRequested, ResumeRequested,
            AbortRequested, StopRequested, LiftStopRequested, AcknowledgeRequested, BakeRequested,
            HoldBreakerRequested, ResetBreakerRequested, RequestGranted, RequestRefused>();
    }

    void anEventOfAnotherVersionIsShownByItsName()
    {
        const Recorded recorded{.event = Event(UnknownEvent{"MoonLanded", "{}"})};
        QVERIFY(words::describeEvent(recorded).contains(QStringLiteral("MoonLanded")));
    }

    void durationsShowTheirTwoLargestUnits_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << qint64(0) << "0 s";
        QTest::newRow("seconds") << qint64(47) << "47 s";
        QTest::newRow("minutes") << qint64(4 * 60 + 13) << "4 min 13 s";
        QTest::newRow("whole minutes") << qint64(300) << "5 min";
        QTest::newRow("hours") << qint64(2 * 3600 + 5 * 60 + 59) << "2 h 5 min";
        QTest::newRow("days") << qint64(3 * 86400 + 4 * 3600) << "3 d 4 h";
        QTest::newRow("below zero") << qint64(-12) << "-12 s";
    }

    void durationsShowTheirTwoLargestUnits()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, said);
        QCOMPARE(words::duration(std::chrono::seconds(seconds)), said);
    }

    void figuresCarryTheirUnits()
    {
        QCOMPARE(words::percent(Permille{340}), QStringLiteral("34 %"));
        QCOMPARE(words::percent(Permille{345}), QStringLiteral("34.5 %"));
        QCOMPARE(words::percent(Permille{-80}), QStringLiteral("-8 %"));
        QCOMPARE(words::rate(1240), QStringLiteral("1,240/s"));
        QCOMPARE(words::rate(2.5), QStringLiteral("2.5/s"));
        QCOMPARE(words::number(std::uint64_t(18231)), QStringLiteral("18,231"));
    }

    void availabilityIsNeverRoundedUp()
    {
        QCOMPARE(words::percent(0.99982, 3), QStringLiteral("99.982 %"));
        QCOMPARE(words::percent(0.9999999, 3), QStringLiteral("99.999 %"));
        QCOMPARE(words::percent(1.0, 3), QStringLiteral("100.000 %"));
    }

    void timesNameTheirZone()
    {
        const WallTime time{1795400025000}; // 2026-11-23 02:13:45 UTC
        QCOMPARE(words::timeOfDay(time), QStringLiteral("02:13:45 UTC"));
        QCOMPARE(words::dateAndTime(time), QStringLiteral("2026-11-23 02:13:45 UTC"));
        QVERIFY(words::timeOfDay(time, words::Zone::local).size() > 8);
    }

    void reasonsTellTheirNumbers_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const Reason &reason, const char *wanted) {
            QTest::newRow(name) << words::sentence(reason) << QString::fromUtf8(wanted);
        };
        row("headroom", HeadroomTooSmall{web, Permille{80}, Permille{200}},
            "web would keep 8 % of its capacity free; at least 20 % must stay free");
        row("overload", HeadroomTooSmall{web, Permille{-125}, Permille{200}},
            "web would be asked for 12.5 % more than its capacity; at least 20 % must stay free");
        row("one region at a time", RegionsOut{{west}, 1},
            "Out of traffic already: us-west-2; only 1 may be at a time");
        row("one check", TooFewChecks{1, 2}, "1 check fails; 2 must");
        row("no check", TooFewChecks{0, 2}, "0 checks fail; 2 must");
        row("claim", ClaimHeld{PlanId(41), {web, east, Aspect::traffic}},
            "Plan 41 holds the traffic of web in us-east-1");
        row("attempts", CallFailed{edge, "timed out after 5 s, %1 %n", 3},
            "lb-1 did not carry it out in 3 attempts: timed out after 5 s, %1 %n");
        row("nothing said", CallRefused{edge, ""}, "lb-1 refused");
        row("state by its stored name", NotInThatState{"Held"}, "That is not possible: the plan is held");
        row("state without a word", NotInThatState{"Xyz"}, "That is not possible in the state it is in");
    }

    void reasonsTellTheirNumbers()
    {
        QFETCH(QString, said);
        QFETCH(QString, wanted);
        QCOMPARE(said, wanted);
    }

    void eventsReadAsOneLine_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const Event &event, const char *wanted) {
            QTest::newRow(name) << words::describeEvent({.event = event}) << QString::fromUtf8(wanted);
        };
        const AlertSubject subject{.kind = AlertSubject::Kind::region, .region = east};
        row("alert", AlertOpened{AlertId(17), subject, Severity::critical, RegionState::down},
            "Alert 17 opened, critical: us-east-1 is down");
        const RegionEvidence evidence{.checksDown = 2, .agreeing = {ownVantage, VantageId{"lb-1"}, VantageId{"lb-2"}}};
        row("region", RegionTurned{east, RegionState::healthy, RegionState::down, evidence},
            "us-east-1 is down (2 of 2 checks fail · 3 vantage points agree)");
        row("intention",
            StepIntended{.plan = PlanId(3),
                .step = 1,
                .attempt = 2,
                .endpoint = edge,
                .service = web,
                .region = east,
                .share = Permille{500},
                .weight = 50},
            "Plan 3, step 2 tells lb-1: web in us-east-1 to 50 % (weight 50), attempt 2");
        row("undoing", StepVerified{.plan = PlanId(3), .step = 1, .leg = Leg::undoing},
            "Plan 3, undoing step 2 seen to be done");
        row("held", PlanHeld{PlanId(3), ByPerson{"on-call"}}, "Plan 3 held: By on-call");
        row("hold all", HoldRequested{}, "Asked: hold all running plans");
    }

    void eventsReadAsOneLine()
    {
        QFETCH(QString, said);
        QFETCH(QString, wanted);
        QCOMPARE(said, wanted);
    }

    void commandsAreQuotedForTheShell()
    {
        const Hash256 hash = sha256("x");
        const QString hex = QString::fromStdString(toHex(hash));
        PlanCard card{.id = PlanId(7), .purpose = {.kind = PurposeKind::evacuate, .region = east}, .rank = PlanClass::emergency, .hash = hash};
        QCOMPARE(words::commandToRun(card), QStringLiteral("siaga evacuate us-east-1 --confirm us-east-1 --hash ") + hex);
        QCOMPARE(words::commandToAsk({.kind = PurposeKind::restore, .region = RegionId{"it's; rm"}, .service = web}),
            QStringLiteral("siaga restore 'it'\\''s; rm' --service web"));
        QCOMPARE(words::commandToAsk({.region = RegionId{"-x"}}), QStringLiteral("siaga evacuate '-x'"));
        QCOMPARE(words::calledAt(QStringLiteral("siaga status"), {QStringLiteral("--data"), QStringLiteral("my data")}),
            QStringLiteral("siaga status --data 'my data'"));
    }

    void acceptancesAndTheShareStandInTheCommand()
    {
        PlanCard card{.id = PlanId(7),
            .purpose = {.kind = PurposeKind::evacuate, .region = east},
            .rank = PlanClass::emergency,
            .bounds = {.unknownDemandAccepted = true}};
        for (const int share : {500, 125}) {
            StepRow row;
            row.action = SetRegionShare{edge, web, east, Permille{share}};
            card.steps.push_back(row);
        }
        QVERIFY2(words::commandToRun(card).startsWith(QStringLiteral(
                     "siaga evacuate us-east-1 --to 12.5 --accept-unknown-demand --confirm us-east-1 --hash ")),
            qPrintable(words::commandToRun(card)));
        card.purpose.kind = PurposeKind::restore; // Its last step sets the whole, which needs no word.
        QVERIFY(!words::commandToRun(card).contains(QStringLiteral("--to")));
    }

    /// An engine's plan has another rank, so asking for it as a person would give another hash.
    void aPolicysPlanIsApprovedByItsNumber()
    {
        PlanCard card{.id = PlanId(7), .purpose = {.kind = PurposeKind::evacuate, .region = east}, .rank = PlanClass::recovery};
        QVERIFY(words::commandFor(card).startsWith(QStringLiteral("siaga approve 7 --hash ")));
        card.standing = PlanStanding::running;
        card.canHold = card.canAbort = true;
        QCOMPARE(words::commandFor(card), QStringLiteral("siaga hold 7"));
        card.canHold = false;
        card.canResume = true;
        QCOMPARE(words::commandFor(card), QStringLiteral("siaga resume 7"));
        card.canResume = false;
        QCOMPARE(words::commandFor(card), QStringLiteral("siaga abort 7"));
        card.canAbort = false;
        QVERIFY(words::commandFor(card).isEmpty());
    }

    void anIncidentSaysWhatIsBeingDone()
    {
        Incident incident {
            .region = east, .plan = PlanId(7), .step = 6, .steps = 9, .planStanding = PlanStanding::running};
        QCOMPARE(words::answer(incident), QStringLiteral("evacuating, step 7 of 9"));
        incident.planStanding = PlanStanding::proposed;
        incident.waitsForApproval = true;
        QCOMPARE(words::answer(incident), QStringLiteral("plan 7 waits for approval"));
        incident = {.region = east, .withheld = {LastHealthyRegion{east}}};
        QCOMPARE(words::answer(incident), QStringLiteral("nothing proposed: us-east-1 is the last healthy region"));
        incident.recoveryTimeLeft = -90s;
        QCOMPARE(words::recoveryTime(incident), QStringLiteral("over by 1 min 30 s"));
    }

    void aTargetIsReadyOnlyWhenItWasSeenWell()
    {
        RegionCard card{.id = west,
            .state = RegionState::healthy,
            .standing = Standing::healthy,
            .age = 3s,
            .headroom = Permille{440}};
        QCOMPARE(words::asTarget(card), QStringLiteral("ready · 44 % free"));
        card.stale = true;
        card.age = 40s;
        QCOMPARE(words::asTarget(card), QStringLiteral("not seen for 40 s"));
        QVERIFY(!words::isReady(card));
    }

    void aCheckThatFailsSaysHowAndHowOften()
    {
        RegionCard card{.id = east, .standing = Standing::critical};
        card.checks = {{.service = web,
            .state = CheckState::down,
            .outcome = ProbeOutcome::refused,
            .inARow = 5,
            .threshold = 3,
            .detail = "Connection refused",
            .age = 2s}};
        const auto lines = words::why(card);
        QCOMPARE(lines.size(), std::size_t(1));
        QCOMPARE(lines[0].found, QStringLiteral("HTTP check of web: failing"));
        QCOMPARE(
            lines[0].behind, QStringLiteral("connection refused · 5 results in a row, threshold 3 · seen 2 s ago"));
        QVERIFY(lines[0].weighs == Standing::critical);
    }
};

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
