// SPDX-License-Identifier: GPL-3.0-or-later
// How the window ends, and what it allows while core is silent.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/question.h"
#include "views/main_window/inspection.h"
#include "views/main_window/main_window.h"
#include "views/main_window/start_failure.h"
#include "views/models/plan_faces.h"
#include "views/models/standing.h"
#include "views/now/now_page.h"
#include "views/widgets/action_button.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;

namespace {

QString textOf(const QWidget &widget)
{
    QString text;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        if (label->isVisible())
            text += label->text() + u'\n';
    return text;
}

} // namespace

class TestMainWindowEnds : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;

    Question *question() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<Question *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_window = std::make_unique<MainWindow>(siaga::Mode::live, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        m_window->show();
    }

    void cleanup() { m_window.reset(); }

    void closingAsksWhilePlansRun()
    {
        m_window->showBoard(boards::shared(boards::evacuating()));
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(question());
        const QString said = textOf(*question());
        QVERIFY2(said.contains(QStringLiteral("only while it runs")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("goes on with it by itself")), qPrintable(said));
        question()->reject();
        QVERIFY(m_window->isVisible());
        m_window->close();
        emit question()->agreed({});
        QVERIFY(!m_window->isVisible());
    }

    void aLabInMemorySaysThatItEnds()
    {
        m_window->setKept(false);
        m_window->showBoard(boards::shared(boards::evacuating()));
        m_window->close();
        QVERIFY(question());
        QVERIFY(textOf(*question()).contains(QStringLiteral("in memory only")));
    }

    void closingDoesNotAskWhenNothingRuns()
    {
        m_window->showBoard(boards::shared(boards::incident()));
        QVERIFY(m_window->close());
    }

    void aFailedStartStandsInPlaceOfThePage()
    {
        m_window->showStartFailure({QStringLiteral("<b>held</b> by process 12")}, QStringLiteral("End that one."));
        const auto *page = m_window->findChild<StartFailurePage *>();
        QVERIFY(page && page->isVisible());
        QVERIFY(textOf(*page).contains(QStringLiteral("<b>held</b> by process 12"))); // As text, not as markup.
        QVERIFY(textOf(*page).contains(QStringLiteral("End that one.")));
        QVERIFY(!m_window->findChild<NowPage *>()->isVisible());
        QVERIFY(m_window->close());
    }

    void whileCoreIsSilentNothingIsSetGoingButEverythingHolds()
    {
        NowBoard board = boards::evacuating();
        QVERIFY(whyNotStart(board).isEmpty());
        board.banners.silent = true;
        QVERIFY(!whyNotStart(board).isEmpty());
        QVERIFY(whyReadOnly(board).isEmpty());
        const PlanCard *plan = planIn(board, boards::evacuation);
        QVERIFY(plan);
        QVERIFY(lanesFace(*plan, board).whyNotHold.isEmpty());
        QVERIFY(lanesFace(*plan, board).whyNotAbort.isEmpty());
        board.planCards.front().canResume = true;
        const Inspection inspection = inspectionOf(board, Selection(boards::evacuation), words::Zone::utc);
        QVERIFY(inspection.resume && !inspection.resume->whyNot.isEmpty());
        QVERIFY(inspection.abort && inspection.abort->whyNot.isEmpty());
    }

    /// Takes as long as the silence that it is about.
    void afterTenSecondsWithoutABoardTheWindowKnows()
    {
        NowBoard board = boards::evacuating();
        board.planCards.front().standing = PlanStanding::held;
        board.planCards.front().canResume = true;
        m_window->showBoard(boards::shared(std::move(board)));
        const auto resumes = [this] {
            for (const ActionButton *button : m_window->findChildren<ActionButton *>())
                if (button->isVisible() && button->text() == u"Resume")
                    return button->isEnabled();
            return false;
        };
        QVERIFY(resumes());
        QTRY_VERIFY_WITH_TIMEOUT(!resumes(), 20'000);
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestMainWindowEnds>(argc, argv);
}
#include "tst_main_window_ends.moc"
