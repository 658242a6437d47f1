// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/traffic_dialog.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/type_to_confirm.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace  {

/// The dialog with what it asked for; requests are numbered from 1.
struct Case
{
    std::vector<Request> asked;
    QPointer<TrafficDialog> dialog;

    explicit Case(NowBoard board, PurposeKind kind = PurposeKind::evacuate)
    {
        auto ids = [next = std::uint64_t{0}]() mutable { return RequestId(++next); };
        dialog = new TrafficDialog(
            {.kind = kind, .region = boards::usEast}, std::nullopt, boards::shared(std::move(board)), ids, nullptr);
        QObject::connect(
            dialog, &TrafficDialog::requested, dialog, [this](const Request &request) { asked.push_back(request); });
        dialog->open();
        dialog->begin();
    }
    ~Case() { delete dialog; }

    TypeToConfirm *field() const { return dialog->findChild<TypeToConfirm *>(); }
    ActionButton *button(const char *text) const
    {
        for (ActionButton *one : dialog->findChildren<ActionButton *>())
            if (one->text() == QString::fromUtf8(text))
                return one;
        return nullptr;
    }
    bool says(const char *text) const
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisibleTo(dialog) && label->text().contains(QString::fromUtf8(text)))
                return true;
        return false;
    }
    void type(const char *text) const { QTest::keyClicks(field(), QString::fromUtf8(text)); }
};

NowBoard proposedWith(const PlanCard &card)
{
    NowBoard board = boards::proposed();
    board.planCards = {card};
    return board;
}

} // namespace

class TestTrafficDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void asksForThePlanAndRunsExactlyWhatWasRead()
    {
        Case test(boards::incident());
        QCOMPARE(test.asked.size(), std::size_t(1));
        const auto *asked = test.asked[0].as<EvacuateRequested>();
        QVERIFY(asked && asked->region == boards::usEast && asked->share == none && !asked->unknownDemandAccepted);
        QVERIFY(!test.button("Run this plan")->isEnabled());

        test.dialog->showGranted({asked->id, boards::evacuation});
        test.dialog->showBoard(boards::shared(boards::proposed()));
        test.type("LIVE us-east-1");
        QVERIFY(test.button("Run this plan")->isEnabled());
        QTest::keyClick(test.field(), Qt::Key_Return);
        QCOMPARE(test.asked.size(), std::size_t(2));
        const auto *approved = test.asked[1].as<ApproveRequested>();
        QVERIFY(approved && approved->plan == boards::evacuation && approved->hash == boards::proposal().hash);
        QVERIFY(!test.button("Run this plan")->isEnabled()); // Once is enough.

        QSignalSpy accepted(test.dialog, &QDialog::accepted);
        test.dialog->showBoard(boards::shared(boards::evacuating()));
        QCOMPARE(accepted.size(), 1);
    }

    void aProposalThatIsOpenIsReadInsteadOfAskedForAgain()
    {
        Case test(boards::proposed());
        QVERIFY(test.asked.empty());
        QVERIFY(test.field()->isEnabled());
    }

    void outsideTheLabTheModeIsTypedToo_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("phrase");
        QTest::newRow("live") << int(siaga::Mode::live) << "LIVE us-east-1";
        QTest::newRow("drill") << int(siaga::Mode::drill) << "DRILL us-east-1";
        QTest::newRow("lab") << int(siaga::Mode::lab) << "us-east-1";
    }

    void outsideTheLabTheModeIsTypedToo()
    {
        QFETCH(int, mode);
        QFETCH(QString, phrase);
        NowBoard board = boards::proposed();
        board.mode = static_cast<siaga::Mode>(mode);
        Case test(board);
        QTest::keyClicks(test.field(), phrase.chopped(1));
        QVERIFY(!test.button("Run this plan")->isEnabled());
        QTest::keyClicks(test.field(), phrase.right(1));
        QVERIFY(test.button("Run this plan")->isEnabled());
    }

    void enterDoesNothingUntilTheNameIsRight()
    {
        Case test(boards::proposed());
        test.type("LIVE us-west-2");
        QTest::keyClick(test.field(), Qt::Key_Return);
        QVERIFY(test.asked.empty());
        QVERIFY(test.dialog->isVisible());
    }

    void aPlanThatChangedIsConfirmedAgain()
    {
        Case test(boards::proposed());
        test.type("LIVE us-east-1");
        QVERIFY(test.button("Run this plan")->isEnabled());
        const PlanCard changed = boards::proposal(Permille{100});
        test.dialog->showBoard(boards::shared(proposedWith(changed)));
        QVERIFY(!test.button("Run this plan")->isEnabled());
        QVERIFY(test.field()->text().isEmpty());
        QTRY_VERIFY(test.says("changed since you read it"));
        test.type("LIVE us-east-1");
        QTest::keyClick(test.field(), Qt::Key_Return);
        QVERIFY(test.asked.back().as<ApproveRequested>()->hash == changed.hash);
    }

    void aDeadRegionsStaleDataNeverKeepsAnybodyFromLeavingIt()
    {
        NowBoard board = boards::proposed();
        board.regions[0].stale = true;
        board.regions[0].age = 10min;
        board.regions[0].traffic.reset();
        for (StepRow &step : board.planCards[0].steps)
            step.before.reset();
        Case test(board);
        test.type("LIVE us-east-1");
        QVERIFY(test.button("Run this plan")->isEnabled());
    }

    void refusalsAreSentencesWithTheirNumbers()
    {
        Case test(boards::incident());
        test.dialog->showRefused({RequestId(1),
            {HeadroomTooSmall{ServiceId("web"), Permille{80}, Permille{200}}, LastHealthyRegion{boards::usEast}}});
        QTRY_VERIFY(test.says("web would keep 8 % of its capacity free; at least 20 % must stay free"));
        QTRY_VERIFY(test.says("us-east-1 is the last healthy region"));
        QVERIFY(!test.button("Run this plan")->isEnabled());
        test.button("Ask again")->click();
        QCOMPARE(test.asked.size(), std::size_t(2));
    }

    void onlyAnUnknownDemandCanBeAccepted()
    {
        const char *accept = "Accept that the traffic is not known, and ask again";
        Case test(boards::incident());
        test.dialog->showRefused({RequestId(1), {DemandUnknown{ServiceId("web")}, LastHealthyRegion{boards::usEast}}});
        QVERIFY(test.button(accept)->isHidden());
        test.button("Ask again")->click();
        test.dialog->showRefused({RequestId(2), {DemandUnknown{ServiceId("web")}}});
        QVERIFY(!test.button(accept)->isHidden());
        test.button(accept)->click();
        QVERIFY(test.asked.back().as<EvacuateRequested>()->unknownDemandAccepted);
    }

    void anAnswerToSomebodyElseIsNotOurs()
    {
        Case test(boards::incident());
        test.dialog->showRefused({RequestId(99), {LastHealthyRegion{boards::usEast}}});
        test.dialog->showGranted({RequestId(98), boards::evacuation});
        test.dialog->showBoard(boards::shared(boards::incident()));
        QTRY_VERIFY(test.says("Drafting the plan"));
    }

    void aPlanDraftedByAPolicyIsReadWhenOursIsRefusedForIt()
    {
        Case test(boards::incident());
        test.dialog->showBoard(boards::shared(boards::proposed()));
        test.dialog->showRefused({RequestId(1), {PurposeOpen{boards::evacuation}}});
        QVERIFY(test.field()->isEnabled());
    }

    void anExpiredProposalCannotBeRun()
    {
        Case test(boards::proposed());
        test.type("LIVE us-east-1");
        NowBoard board = boards::proposed();
        board.planCards[0].standing = PlanStanding::expired;
        board.planCards[0].ended = board.now;
        test.dialog->showBoard(boards::shared(board));
        QVERIFY(!test.button("Run this plan")->isEnabled());
        QTRY_VERIFY(test.says("expired"));
        QVERIFY(!test.button("Ask again")->isHidden());
    }

    void aRefusedApprovalSaysWhy()
    {
        Case test(boards::proposed());
        test.type("LIVE us-east-1");
        QTest::keyClick(test.field(), Qt::Key_Return);
        const RequestId id = test.asked[0].as<ApproveRequested>()->id;
        test.dialog->showRefused({id, {TargetNotHealthy{boards::euWest, RegionState::degraded}}});
        QTRY_VERIFY(test.says("eu-west-1 is not ready to take traffic: it is degraded"));
        QVERIFY(test.dialog->isVisible());
    }

    void silenceIsSaidNotHidden()
    {
        Case test(boards::incident());
        NowBoard later = boards::incident();
        later.now += 12s;
        test.dialog->showBoard(boards::shared(later));
        QTRY_VERIFY(test.says("no answer for 12 s yet"));
    }

    void thePlanIsCopiedAsACommand()
    {
        Case test(boards::proposed());
        QString copied;
        connect(test.dialog, &TrafficDialog::copyRequested, this, [&copied](const QString &command) { copied = command; });
        test.button("Copy as command")->click();
        const PlanCard proposal = boards::proposal();
        const QString hash = QString::fromStdString(toHex(proposal.hash));
        QCOMPARE(copied, QStringLiteral("siaga approve %1 --hash %2").arg(proposal.id.value()).arg(hash));
    }

    void nothingRunsWhileTheJournalCannotBeWritten()
    {
        NowBoard board = boards::proposed();
        board.banners.journalFault = "No space left on device";
        Case test(board);
        test.type("LIVE us-east-1");
        QVERIFY(!test.button("Run this plan")->isEnabled());
        QVERIFY(test.button("Run this plan")->accessibleDescription().contains(QStringLiteral("journal")));
    }

    void restoringAsksForARestore()
    {
        Case test(boards::quiet(), PurposeKind::restore);
        QVERIFY(test.asked[0].as<RestoreRequested>());
    }

    void everyControlHasAnAccessibleName()
    {
        Case test(boards::proposed());
        QCOMPARE(test.field()->accessibleName(), QStringLiteral("Type LIVE us-east-1 to confirm"));
        QVERIFY(test.dialog->windowTitle().startsWith(QStringLiteral("LIVE")));
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestTrafficDialog>(argc, argv);
}
#include "tst_traffic_dialog.moc"
