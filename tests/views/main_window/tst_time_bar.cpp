// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back with real keys and a real pointer, in a window that is fed with the moments of a real lab day.
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/lab_day.h"
#include "tests/views/main_window/top_levels.h"

#include "core/words/time_words.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/question.h"
#include "views/main_window/clock_button.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/main_window/time_bar.h"
#include "views/main_window/time_track.h"
#include "views/now/now_page.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/tile.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;
using namespace std::chrono_literals;

class TestTimeBar : public QObject
{
    Q_OBJECT

    std::unique_ptr<labday::LabDay> m_day;
    std::unique_ptr<MainWindow> m_window;
    std::vector<Request> m_asked;
    std::vector<PastPlace> m_wanted;
    std::vector<std::optional<Seq>> m_shown;
    bool m_answers = true; ///< Moments come at once.

    TimeTrack *track() const { return m_window->findChild<TimeTrack *>(); }
    views::Mode frame() const { return m_window->findChild<ModeFrame *>()->mode(); }
    QString clock() const { return m_window->findChild<ClockButton *>()->accessibleName(); }
    QLineEdit *box() const { return m_window->findChild<TimeBar *>()->findChild<QLineEdit *>(); }
    NowBoard present() const { return m_day->present(); }
    void show(NowBoard board) { m_window->showBoard(std::make_shared<const NowBoard>(std::move(board))); }

    bool says(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    template<class D>
    D *dialog() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<D *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }

    /// A real pointer's move; QTest's own does not tell which button is held.
    void move(const QPoint &to, Qt::MouseButtons held = Qt::NoButton)
    {
        QMouseEvent event(QEvent::MouseMove, to, track()->mapToGlobal(to), Qt::NoButton, held, Qt::NoModifier);
        QApplication::sendEvent(track(), &event);
    }

    /// The middle of a part whose words contain this.
    QPoint placeOf(const QString &words) const
    {
        for (int i = 0; i < track()->partCount(); ++i)
            if (track()->part(i).value.contains(words))
                return track()->part(i).place.center();
        return {};
    }

    void goToIncident() { track()->seek(m_day->mark(MarkKind::alertOpened).seq); }

private slots:
    void initTestCase() { m_day = std::make_unique<labday::LabDay>(); }

    void init()
    {
        tests::failOnOtherWarnings();
        m_asked.clear();
        m_wanted.clear();
        m_shown.clear();
        m_answers = true;
        m_window = std::make_unique<MainWindow>(
            siaga::Mode::lab, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        m_window->resize(1440, 900);
        connect(m_window.get(), &MainWindow::requested, this, [this](const Request &request) { m_asked.push_back(request); });
        connect(m_window.get(), &MainWindow::momentShown, this, [this](std::optional<Seq> seq) { m_shown.push_back(seq); });
        connect(m_window.get(), &MainWindow::momentWanted, this, [this](const PastPlace &place) {
            m_wanted.push_back(place);
            if (m_answers)
                m_window->showMoment(m_day->moment(place));
        });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        show(present());
        m_window->showTimeline(m_day->timeline());
    }

    void cleanup()
    {
        m_window.reset();
        QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void bracketsStepFromEventToEventAndEscapeReturns()
    {
        QVERIFY(frame() == views::Mode::lab && track()->isLive());
        press(Qt::Key_BracketLeft);
        QTRY_VERIFY(frame() == views::Mode::replay);
        const Seq last = *m_shown.back();
        press(Qt::Key_BracketLeft);
        QTRY_VERIFY(*m_shown.back() < last);
        press(Qt::Key_BracketRight);
        QTRY_VERIFY(*m_shown.back() == last);
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("REPLAY")));
        press(Qt::Key_Escape);
        QVERIFY(frame() == views::Mode::lab && track()->isLive() && !m_shown.back());
        QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("LAB")));
    }

    void behindTheLastEventIsThePresent()
    {
        press(Qt::Key_BracketLeft);
        QTRY_VERIFY(m_window->isPast());
        press(Qt::Key_BracketRight);
        QTRY_VERIFY(!m_window->isPast());
    }

    void theArrowsOnTheBarDoTheSame()
    {
        track()->setFocus();
        press(Qt::Key_Left);
        QVERIFY(m_window->isPast());
        press(Qt::Key_Home);
        QVERIFY(*m_shown.back() == Seq(1));
        press(Qt::Key_Right, Qt::ShiftModifier); // The first thing that was critical.
        const TimelinePart part = m_day->timeline();
        const auto critical = std::ranges::find_if(part.marks, [](const TimeMark &mark) { return mark.standing >= Standing::critical; });
        QVERIFY(critical != part.marks.end() && *m_shown.back() == critical->seq);
        const auto before = m_wanted.size();
        press(Qt::Key_PageUp);
        QVERIFY(m_wanted.size() == before + 1 && std::holds_alternative<Instant>(m_wanted.back()));
        QVERIFY(*m_shown.back() < critical->seq);
        press(Qt::Key_End);
        QVERIFY(!m_window->isPast());
    }

    void draggingShowsEachMomentUnderThePointer()
    {
        const QRect bar = track()->rect();
        const auto at = [&bar](double part) { return QPoint(static_cast<int>(bar.width() * part), 19); };
        QTest::mousePress(track(), Qt::LeftButton, {}, at(0.9));
        QVERIFY(m_window->isPast());
        const Seq late = *m_shown.back();
        for (const double part : {0.8, 0.6, 0.4})
            move(at(part), Qt::LeftButton);
        QVERIFY(*m_shown.back() < late);
        QVERIFY(m_wanted.size() >= 4);
        move(at(1.0), Qt::LeftButton); // Over the end: that is the present again.
        QVERIFY(!m_window->isPast());
        QTest::mouseRelease(track(), Qt::LeftButton, {}, at(1.0));
        move(at(0.5)); // Nothing is held any more.
        QVERIFY(!m_window->isPast());
    }

    void aMarkIsHitExactlyAndSaysWhatItIs()
    {
        const TimeMark order = m_day->mark(MarkKind::order);
        const QPoint place = placeOf(QStringLiteral("ayu"));
        QVERIFY(!place.isNull());
        move(place);
        QVERIFY2(track()->toolTip().contains(QStringLiteral("ayu")), qPrintable(track()->toolTip()));
        QTest::mouseClick(track(), Qt::LeftButton, {}, place);
        QVERIFY(std::get<Seq>(m_wanted.back()) >= order.seq);
        QVERIFY(says(QStringLiteral("ayu")));
    }

    void aGapIsToldAndItsInsideIsTheMomentBefore()
    {
        const QPoint place = placeOf(QStringLiteral("Nothing is recorded"));
        QVERIFY(!place.isNull());
        move(place);
        QVERIFY(track()->toolTip().contains(QStringLiteral("Nothing is recorded")));
        QTest::mouseClick(track(), Qt::LeftButton, {}, place);
        Timeline timeline;
        timeline.take(m_day->timeline());
        QVERIFY(*m_shown.back() == timeline.gaps().front().before);
    }

    void typedTimesAndRecordsAreGoneTo()
    {
        press(Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(box()->hasFocus());
        QTest::keyClicks(box(), QStringLiteral("#5"));
        press(Qt::Key_Return);
        QVERIFY(std::get<Seq>(m_wanted.back()) == Seq(5) && *m_shown.back() == Seq(5));
        QVERIFY(clock().contains(QStringLiteral("UTC")) && clock().contains(u'-')); // With its day.
        box()->setFocus();
        QTest::keyClicks(box(), QStringLiteral("-3min"));
        press(Qt::Key_Return);
        const std::int64_t apart = present().wall.milliseconds - m_day->moment(m_wanted.back())->now.wall.milliseconds;
        QVERIFY2(apart > 179'000 && apart < 181'000, QByteArray::number(static_cast<qint64>(apart)).constData());
        box()->setFocus();
        QTest::keyClicks(box(), QStringLiteral("soon"));
        press(Qt::Key_Return);
        QTRY_VERIFY(says(QStringLiteral("“soon” is no time")));
        press(Qt::Key_Escape); // Also from the box.
        QVERIFY(!m_window->isPast());
    }

    void everyActionIsDisabledWithTheReason()
    {
        goToIncident();
        QVERIFY(m_window->isPast());
        const auto why = QStringLiteral("This is the past: Esc returns to live");
        ActionButton *stop = visibleButton(*m_window, "Stop automation…");
        QVERIFY(!stop->isEnabled() && stop->accessibleDescription().contains(why));
        for (const Key key : {Key{Qt::Key_A}, Key{Qt::Key_E}, Key{Qt::Key_T}})
            press(key);
        auto *page = m_window->findChild<NowPage *>();
        const AlertId alert(m_day->mark(MarkKind::alertOpened).number);
        emit page->acknowledgeRequested(alert);
        emit page->regionActivated(RegionId("lab-us-east-1"));
        emit page->holdRequested(PlanId(1));
        emit page->resumeRequested(PlanId(1));
        emit page->abortRequested(PlanId(1));
        emit page->reviewRequested(PlanId(1));
        QVERIFY(m_asked.empty());
        QTRY_VERIFY(says(why));
        for (QWidget *widget : QApplication::topLevelWidgets())
            QVERIFY(!widget->isVisible() || widget == m_window.get() || !qobject_cast<QDialog *>(widget));
        for (const Command command : {Command::stop, Command::acknowledge, Command::evacuate})
            QVERIFY2(!m_window->whyNot(command).isEmpty(), entryOf(command).name);
        press(Qt::Key_Escape);
        QVERIFY(!says(why));
        QVERIFY(visibleButton(*m_window, "Stop automation…")->isEnabled());
    }

    void theBrakeHoldsThePlansOfNowAndSaysSo()
    {
        NowBoard now = present();
        now.planCards = m_day->moment(m_day->mark(MarkKind::planRan).seq)->now.planCards;
        show(now);
        track()->seek(Seq(1)); // Then there was no plan.
        QVERIFY(m_window->isPast());
        press(Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_asked.size() == 1 && m_asked.back().as<HoldRequested>() && !m_asked.back().as<HoldRequested>()->plan);
        QTRY_VERIFY(dialog<HoldDialog>());
        QVERIFY(dialog<HoldDialog>()->findChild<ModeFrame *>()->mode() == views::Mode::lab);
        bool told = false;
        bool listed = false;
        for (const QLabel *label : dialog<HoldDialog>()->findChildren<QLabel *>()) {
            told = told || label->text().contains(QStringLiteral("plans of now"));
            listed = listed || label->text().contains(QStringLiteral("lab-us-east-1"));
        }
        QVERIFY(told && listed);
        QVERIFY(visibleButton(*dialog<HoldDialog>(), "Abort")->isEnabled());
    }

    void thePresentGoesOnAndItsCriticalAlertsAreTold()
    {
        goToIncident();
        const QString then = clock();
        NowBoard later = present();
        later.wall.milliseconds += 60'000;
        AlertRow row{.id = AlertId(900), .subject = {.kind = AlertSubject::Kind::region, .region = RegionId("lab-eu-west-1")}};
        row.severity = Severity::warning;
        later.alerts.push_back(row);
        show(later);
        QVERIFY(visibleButton(*m_window, "Back to live")); // A warning is no reason to call.
        later.alerts.back().severity = Severity::critical;
        show(later);
        QVERIFY(m_window->isPast() && clock() == then);
        ActionButton *back = visibleButton(*m_window, "live: 1 new");
        QVERIFY(back);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!m_window->isPast());
        QVERIFY(!visibleButton(*m_window, "live: 1 new"));
    }

    void aMomentThatComesTooLateIsNotShown()
    {
        m_answers = false;
        goToIncident();
        QVERIFY(frame() == views::Mode::lab); // Not there yet.
        press(Qt::Key_Escape);
        m_window->showMoment(m_day->moment(m_wanted.back()));
        QVERIFY(frame() == views::Mode::lab && !m_window->isPast());
    }

    void damageIsSaidAndNothingLooksLikeThePast()
    {
        m_answers = false;
        goToIncident();
        m_window->showPastFailure(Seq(7), QStringLiteral("hash does not match"));
        QVERIFY(!m_window->isPast() && track()->isLive());
        QVERIFY(says(QStringLiteral("record 7 is damaged")));
    }

    void whatWasNotKeptSaysSo()
    {
        goToIncident();
        int notKept = 0;
        for (const Tile *tile : m_window->findChildren<Tile *>())
            notKept += tile->face().detail == QStringLiteral("not kept") && tile->face().status == Status::unknown;
        QCOMPARE(notKept, 2);
        QVERIFY(says(QStringLiteral("is not kept")));
        QVERIFY(!says(QStringLiteral("not seen yet")));
    }

    void theBarIsReadable()
    {
        QVERIFY(track()->accessibleName().contains(QStringLiteral("live")));
        QVERIFY(track()->partCount() >= 4);
        for (int i = 0; i < track()->partCount(); ++i) {
            const PaintedPart part = track()->part(i);
            QVERIFY(!part.name.isEmpty() && !part.value.isEmpty() && part.place.isValid());
            QVERIFY(track()->rect().adjusted(-1, -1, 1, 1).contains(part.place.center()));
        }
        goToIncident();
        QVERIFY(track()->accessibleName().contains(QStringLiteral("UTC")));
        QCOMPARE(static_cast<int>(track()->table().rows.size()), track()->partCount());
    }

    void moreAndLessTimeComesInSight()
    {
        track()->setFocus();
        const int all = track()->partCount();
        goToIncident();
        for (int i = 0; i < 4; ++i)
            press(Qt::Key_Plus);
        bool inSight = false;
        for (int i = 0; i < track()->partCount(); ++i)
            inSight = inSight || track()->part(i).current;
        QVERIFY(inSight); // The cursor is never out of sight.
        for (int i = 0; i < 8; ++i)
            press(Qt::Key_Minus);
        QCOMPARE(track()->partCount(), all);
    }

private:
    using Key = Qt::Key;
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestTimeBar>(argc, argv);
}
#include "tst_time_bar.moc"
