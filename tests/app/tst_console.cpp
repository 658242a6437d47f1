// SPDX-License-Identifier: GPL-3.0-or-later
// The real console, window and core, on the offscreen platform.
#include "app/console.h"
#include "app/core_thread.h"
#include "app/launch.h"
#include "tests/views/main_window/top_levels.h"
#include "views/main_window/main_window.h"
#include "views/main_window/start_failure.h"
#include "views/main_window/time_track.h"
#include "views/widgets/action_button.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace siaga;

namespace {

bool shows(const QWidget &window, const QString &text)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

bool hasButton(const QWidget &window, const QString &text)
{
    const auto buttons = window.findChildren<views::ActionButton *>();
    return std::ranges::any_of(buttons, [&text](const views::ActionButton *button) { return button->isVisible() && button->text() == text; });
}

} // namespace

class TestConsole : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_folders = 0;
    std::shared_ptr<const NowBoard> m_board;

    Arguments lab()
    {
        Arguments arguments;
        arguments.options[QStringLiteral("fleet")] = QStringLiteral(SIAGA_FLEETS "/lab.yaml");
        arguments.options[QStringLiteral("data")] = m_dir.filePath(QStringLiteral("d%1").arg(++m_folders));
        return arguments;
    }

    const PlanCard *onlyPlan() const { return m_board && !m_board->planCards.empty() ? &m_board->planCards.front() : nullptr; }
    bool planIs(PlanStanding standing) const { return onlyPlan() && onlyPlan()->standing == standing; }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_board.reset();
    }

    void theFirstBoardIsShownAndARequestGoesRound()
    {
        Console console(lab());
        views::MainWindow &window = console.window();
        window.show();
        QVERIFY(window.windowTitle().startsWith(QStringLiteral("LIVE"))); // Until it is known, nothing looks harmless.
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle().startsWith(QStringLiteral("LAB · Siaga Lab")), 10'000);
        QVERIFY(hasButton(window, QStringLiteral("Stop automation…")));
        emit window.requested(StopRequested{RequestId(7), "exercise"});
        QTRY_VERIFY_WITH_TIMEOUT(hasButton(window, QStringLiteral("Lift the stop…")), 10'000);
        QCOMPARE(console.exitCode(), int(exitDone));
    }

    void theRealJournalIsLookedBackInto()
    {
        Console console(lab());
        views::MainWindow &window = console.window();
        window.show();
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle().startsWith(QStringLiteral("LAB · Siaga Lab")), 10'000);
        auto *track = window.findChild<views::TimeTrack *>();
        QTRY_VERIFY_WITH_TIMEOUT(!track->timeline().isEmpty() && track->timeline().first().seq == Seq(1), 10'000);
        track->seek(Seq(1));
        QTRY_VERIFY_WITH_TIMEOUT(window.windowTitle().startsWith(QStringLiteral("REPLAY")), 10'000);
        QVERIFY(shows(window, QStringLiteral("record 1: Journal opened")));
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(window.windowTitle().startsWith(QStringLiteral("LAB · Siaga Lab")));
    }

    void aStartThatFailsSaysWhyInTheWindow()
    {
        const Arguments arguments = lab();
        const QString folder = arguments.value(QStringLiteral("data"));
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + QStringLiteral("/journal.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("this is a letter, not a journal") > 0);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        Console console(arguments);
        console.window().show();
        QTRY_VERIFY_WITH_TIMEOUT(console.window().findChild<views::StartFailurePage *>(), 10'000);
        QVERIFY(shows(console.window(), QStringLiteral("journal.sqlite")));
        QVERIFY(shows(console.window(), QStringLiteral("--data")));
        QVERIFY(console.window().isVisible());
        QCOMPARE(console.exitCode(), int(exitUnreadable));
    }

    /// From the request to the board that shows it, in the window's thread. The best of three, as others use the machine.
    void runningPlansHoldWithin200Milliseconds()
    {
        const Arguments arguments = lab();
        CoreThread core([arguments] { return launchOptions(arguments); }, m_dir.filePath(QStringLiteral("socket")));
        connect(&core, &CoreThread::boardReady, this, [this](const auto &board) { m_board = board; });
        std::uint64_t number = 0;
        core.start();
        QTRY_VERIFY_WITH_TIMEOUT(m_board && m_board->headroom.now, 20'000); // Demand is measured.
        core.request(EvacuateRequested{RequestId(++number), RegionId("lab-eu-west-1"), std::nullopt, Permille{0}, true});
        QTRY_VERIFY_WITH_TIMEOUT(onlyPlan(), 10'000);
        core.request(ApproveRequested{RequestId(++number), onlyPlan()->id, onlyPlan()->hash});
        qint64 best = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY_WITH_TIMEOUT(planIs(PlanStanding::running), 10'000);
            QElapsedTimer timer;
            timer.start();
            core.request(HoldRequested{RequestId(++number), PlanId()});
            while (!planIs(PlanStanding::held) && timer.elapsed() < 10'000)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
            best = std::min(best, timer.elapsed());
            QVERIFY(planIs(PlanStanding::held));
            core.request(ResumeRequested{RequestId(++number), onlyPlan()->id});
        }
        QVERIFY2(best < 200, QByteArray::number(best).constData());
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestConsole>(argc, argv);
}
#include "tst_console.moc"
