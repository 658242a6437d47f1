// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/boards.h"

#include "views/main_window/banners.h"
#include "views/main_window/inspection.h"

#include <QTest>

#include <algorithm>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace  {

bool tells(const Inspection &inspection, const char *text)
{
    const QString wanted = QString::fromUtf8(text);
    for (const InspectionSection &section : inspection.sections)
        for (const InspectionLine &line : section.lines)
            if ((line.name + u' ' + line.text + u' ' + line.behind).contains(wanted))
                return true;
    return false;
}

Inspection of(const NowBoard &board, const Selection &selection)
{
    return inspectionOf(board, selection, words::Zone::utc);
}

QStringList keysOf(const std::vector<BannerFace> &banners)
{
    QStringList keys;
    for (const BannerFace &face : banners)
        keys << face.key;
    return keys;
}

} // namespace

class TestInspection : public QObject
{
    Q_OBJECT

private slots:
    void aRegionSaysWhyWhatItAffectsAndWhoTakesOver()
    {
        const Inspection inspection = of(boards::incident(), boards::usEast);
        QCOMPARE(inspection.title, QStringLiteral("us-east-1"));
        QCOMPARE(inspection.state, QStringLiteral("down since 02:12:58 UTC · 47 s"));
        QVERIFY(tells(inspection, "HTTP check of web: failing"));
        QVERIFY(tells(inspection, "5 results in a row, threshold 3"));
        QVERIFY(tells(inspection, "3 vantage points agree"));
        QVERIFY(tells(inspection, "services web and checkout"));
        QVERIFY(tells(inspection, "34 % usually, 34 % now"));
        QVERIFY(tells(inspection, "us-west-2 ready · 52 % free"));
        QVERIFY(inspection.acknowledge && inspection.acknowledge->id == boards::incidentAlert);
        QCOMPARE(inspection.runbook, QStringLiteral("https://example.org/runbooks/us-east-1"));
        QCOMPARE(inspection.command, QStringLiteral("siaga evacuate us-east-1"));
    }

    void onlyHttpsLinksAreOffered()
    {
        NowBoard board = boards::incident();
        board.alerts[0].runbook = "file:///etc/passwd";
        QVERIFY(of(board, boards::usEast).runbook.isEmpty());
    }

    void leavingAStaleRegionIsOffered()
    {
        NowBoard board = boards::incident();
        board.regions[0].stale = true;
        board.regions[0].age = 1h;
        const Inspection inspection = of(board, boards::usEast);
        QVERIFY(inspection.evacuate && inspection.evacuate->whyNot.isEmpty());
        QCOMPARE(inspection.state, QStringLiteral("down, not seen for 1 h"));
    }

    void aRegionThatIsBeingLeftIsNotLeftTwice()
    {
        const Inspection inspection = of(boards::evacuating(), boards::usEast);
        QCOMPARE(inspection.evacuate->whyNot, QStringLiteral("Plan 41 is already doing that"));
        QVERIFY(!inspection.restore);
    }

    void aProposalIsReviewedInsteadOfDraftedAgain()
    {
        const Inspection inspection = of(boards::proposed(), boards::usEast);
        QVERIFY(inspection.review && !inspection.evacuate);
    }

    void aRegionOutOfTrafficCanBeRestored()
    {
        NowBoard board = boards::quiet();
        board.regions[0].decidedOut = true;
        board.regions[0].share = ShareSeen{none, none};
        const Inspection inspection = of(board, boards::usEast);
        QVERIFY(inspection.restore && inspection.restore->whyNot.isEmpty());
        QCOMPARE(inspection.evacuate->whyNot, QStringLiteral("It is out of traffic"));
        QCOMPARE(inspection.command, QStringLiteral("siaga restore us-east-1"));
    }

    void inReplayEveryActionIsDisabledWithTheReason()
    {
        NowBoard board = boards::proposed();
        board.mode = siaga::Mode::replay;
        const Inspection region = of(board, boards::usEast);
        QVERIFY(!region.review->whyNot.isEmpty() && !region.acknowledge->whyNot.isEmpty());
        const Inspection plan = of(board, boards::evacuation);
        QVERIFY(!plan.review->whyNot.isEmpty() && !plan.abort->whyNot.isEmpty());
    }

    void anAcknowledgedAlertSaysWhoHasIt()
    {
        const Inspection inspection = of(boards::evacuating(), boards::incidentAlert);
        QCOMPARE(inspection.acknowledge->whyNot, QStringLiteral("Acknowledged by rina"));
        QVERIFY(tells(inspection, "owner rina"));
        QVERIFY(tells(inspection, "2 further alerts behind it"));
    }

    void anAlertBehindAnotherOneExplainsItselfToo()
    {
        QCOMPARE(of(boards::incident(), AlertId(14)).title, QStringLiteral("Check web-http@us-east-1 fails"));
    }

    void aPlanOffersWhatItsStateAllows()
    {
        const Inspection running = of(boards::evacuating(), boards::evacuation);
        QVERIFY(running.hold && running.abort && !running.resume && !running.review);
        QVERIFY(tells(running, "at least 20 % of every service's capacity stays free"));
        QVERIFY(tells(running, "step 5 stays as it is"));
        const Inspection proposed = of(boards::proposed(), boards::evacuation);
        QVERIFY(proposed.review && !proposed.hold);
        QVERIFY(tells(proposed, "1 vantage point sees it"));
    }

    void whatIsGoneFallsBackToTheFleet()
    {
        QCOMPARE(of(boards::quiet(), AlertId(99)).title, QStringLiteral("MerajutASA.id"));
        QCOMPARE(of(boards::quiet(), {}).state, QStringLiteral("every region is healthy"));
        QVERIFY(of(boards::blind(), {}).status == Status::unknown);
    }

    void bannersComeWorstFirstAndGoWithTheirCause()
    {
        NowBoard board = boards::quiet();
        QVERIFY(bannersOf(board, 1s, {}, words::Zone::utc).empty());
        board.banners.plaintext = {EndpointId("lb-us")};
        board.banners.stop = StopBanner{"rina", "tests", board.wall};
        board.banners.journalFault = "disk full";
        board.banners.ownLinkBroken = true;
        board.banners.fleetProblems = {"fleet.yaml:3: no such region", "b", "c"};
        const auto banners = bannersOf(board, 12s, QStringLiteral("no"), words::Zone::utc);
        QCOMPARE(keysOf(banners),
            (QStringList{QStringLiteral("silence"), QStringLiteral("journal"), QStringLiteral("stop"),
                QStringLiteral("link"), QStringLiteral("refusal"), QStringLiteral("fleet"),
                QStringLiteral("plaintext")}));
        QCOMPARE(banners[2].text, QStringLiteral("Automation is stopped by rina since 2026-11-23 02:13:45 UTC: tests"));
        QVERIFY(banners[5].text.contains(QStringLiteral("2 more problems")));
    }

    void theStopStandsUnderReplayWithoutItsButton()
    {
        NowBoard board = boards::quiet();
        board.mode = siaga::Mode::replay;
        board.banners.stop = StopBanner{"rina", {}, board.wall};
        const auto banners = bannersOf(board, 1h, {}, words::Zone::utc);
        QCOMPARE(banners.size(), std::size_t(1)); // The past is silent by nature.
        QVERIFY(banners[0].action.isEmpty());
    }
};

QTEST_MAIN(TestInspection)
#include "tst_inspection.moc"
