// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows and sounds of alerts that wake people: countdown, what was told, and a mute that has an end.
#include "tests/views/main_window/boards.h"
#include "views/main_window/header.h"
#include "views/main_window/inspection.h"
#include "views/main_window/main_window.h"
#include "views/main_window/sound_button.h"
#include "views/models/alarm.h"
#include "views/now/now_faces.h"
#include "views/widgets/alert_rows.h"
#include "views/widgets/incident_line.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Boards that follow one another: alerts by number and severity, and who took them.
struct Night
{
    Night() { board.sounds = true; }
    NowBoard board;
    Alarm alarm;

    AlertRow &alert(std::uint64_t id, Severity severity)
    {
        for (AlertRow &row : board.alerts)
            if (row.id == AlertId(id)) {
                row.severity = severity;
                return row;
            }
        board.alerts.push_back({.id = AlertId(id), .severity = severity});
        return board.alerts.back();
    }
    /// "critical", "" when nothing is heard; so many seconds after the board before.
    QByteArray after(Duration wait)
    {
        board.now += wait;
        const auto tone = alarm.hear(board);
        if (!tone)
            return {};
        const std::string_view name = namesOf(*tone)[static_cast<std::size_t>(*tone)];
        return QByteArray(name.data(), static_cast<qsizetype>(name.size()));
    }
};

RequestIdSource counting()
{
    return [next = std::uint64_t{0}]() mutable { return RequestId(++next); };
}

const InspectionSection *sectionIn(const Inspection &inspection, const QString &title)
{
    const auto found = std::ranges::find(inspection.sections, title, &InspectionSection::title);
    return found == inspection.sections.end() ? nullptr : &*found;
}

} // namespace

class TestWoken : public QObject
{
    Q_OBJECT

private slots:
    void theRowSaysWhatWasToldAndWhatComesNext()
    {
        const NowBoard board = boards::woken();
        const std::vector<AlertItem> items = alertItems(board, words::Zone::utc);
        QCOMPARE(items[1].told, u"delivered 02:12:59 UTC to desktop; hook pager failed: exit 1: no route to host, trying again"_s);
        QVERIFY(items[1].untold);
        QCOMPARE(items[1].escalation, u"emergency in 4 min 13 s"_s);
        QCOMPARE(items[0].told, u"desktop unavailable: no notification server on this desktop; delivered 02:09:46 UTC to hook pager"_s);
        AlertRows rows;
        rows.show(items, false);
        const QString spoken = rows.data(rows.index(1, 0), Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"emergency in 4 min 13 s"_s) && spoken.contains(u"trying again"_s), qPrintable(spoken));
    }

    void theIncidentLineCountsDown()
    {
        const IncidentFace face = incidentFace(*boards::woken().incident, words::Zone::utc);
        QCOMPARE(face.escalation, u"emergency in 4 min 13 s"_s);
        IncidentLine line;
        line.setFace(face);
        QVERIFY2(line.accessibleName().contains(face.escalation), qPrintable(line.accessibleName()));
        QVERIFY(incidentFace(*boards::evacuating().incident, words::Zone::utc).escalation.isEmpty()); // Somebody has it.
    }

    void theInspectorTellsEachWay()
    {
        const NowBoard board = boards::woken();
        const Inspection inspection = inspectionOf(board, boards::incidentAlert, words::Zone::utc);
        const InspectionSection *told = sectionIn(inspection, u"Who was told"_s);
        QVERIFY(told);
        QCOMPARE(told->lines.size(), std::size_t(2));
        QVERIFY(told->lines[0].mark == views::Status::healthy && told->lines[1].mark == views::Status::warning);
        QCOMPARE(told->lines[1].behind, u"attempt 4"_s);
        const InspectionSection *about = sectionIn(inspection, u"About it"_s);
        QVERIFY(about && about->lines.back().text == u"emergency in 4 min 13 s"_s);
    }

    void eachNewAlertIsHeardOnce()
    {
        Night night;
        QCOMPARE(night.after(1s), "");
        night.alert(1, Severity::warning);
        QCOMPARE(night.after(1s), "warning");
        QCOMPARE(night.after(1h), ""); // A warning is never heard again.
        night.alert(2, Severity::critical);
        QCOMPARE(night.after(1s), "critical");
        QCOMPARE(night.after(1s), "");
        night.alert(2, Severity::emergency);
        QCOMPARE(night.after(1s), "emergency");
    }

    void nobodyComesSoItIsHeardAgain()
    {
        Night night;
        night.alert(1, Severity::critical);
        QCOMPARE(night.after(1s), "critical");
        QCOMPARE(night.after(119s), "");
        QCOMPARE(night.after(1s), "critical");
        night.alert(1, Severity::emergency);
        QCOMPARE(night.after(1s), "emergency");
        QCOMPARE(night.after(29s), "");
        QCOMPARE(night.after(1s), "emergency");
        night.alert(1, Severity::emergency).acknowledgedBy = "ayu";
        QCOMPARE(night.after(1h), "");
    }

    void theMuteHasAnEnd()
    {
        Night night;
        night.alert(1, Severity::critical);
        QCOMPARE(night.after(1s), "critical");
        night.alarm.mute(night.board.now + 15min);
        QVERIFY(night.alarm.muteLeft(night.board.now) == 15min);
        night.alert(2, Severity::critical);
        QCOMPARE(night.after(14min), "");
        QCOMPARE(night.after(1min), "critical"); // What opened meanwhile is not forgotten.
        QVERIFY(!night.alarm.muteLeft(night.board.now));
    }

    void aNewEmergencyIsHeardInTheMuteOnce()
    {
        Night night;
        night.alert(1, Severity::emergency);
        QCOMPARE(night.after(1s), "emergency");
        night.alarm.mute(night.board.now + 1h);
        QCOMPARE(night.after(5min), ""); // The one that was there when it was muted.
        night.alert(2, Severity::critical);
        QCOMPARE(night.after(1s), "");
        night.alert(2, Severity::emergency);
        QCOMPARE(night.after(1s), "emergency");
        QCOMPARE(night.after(5min), ""); // And the mute goes on.
        QVERIFY(night.alarm.muteLeft(night.board.now));
    }

    void nothingIsHeardWhereNothingMayBe_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("the fleet wants no sound") << 0;
        QTest::newRow("the past") << 1;
        QTest::newRow("lost sight") << 2;
    }

    void nothingIsHeardWhereNothingMayBe()
    {
        QFETCH(int, which);
        Night night;
        night.alert(1, Severity::emergency);
        if (which == 0)
            night.board.sounds = false;
        if (which == 1)
            night.board.mode = siaga::Mode::replay;
        if (which == 2)
            night.board.banners.lost = LostBanner{};
        QCOMPARE(night.after(1s), "");
    }

    void theHeaderMutesAndCountsDown()
    {
        MainWindow window(siaga::Mode::live, counting());
        QSignalSpy tones(&window, &MainWindow::toneDue);
        window.showBoard(boards::shared(boards::woken()));
        QCOMPARE(tones.count(), 1);
        QVERIFY(tones.at(0).at(0).value<Severity>() == Severity::emergency);
        auto *sound = window.findChild<SoundButton *>();
        QVERIFY(sound && !sound->isHidden());
        QCOMPARE(sound->text(), u"Sound"_s);
        QMenu *menu = sound->menuFor(&window);
        menu->actions().at(0)->trigger();
        QCOMPARE(sound->text(), u"Muted 15 min"_s);
        QCOMPARE(sound->accessibleName(), u"Sounds are muted, 15 min left"_s);
        QCOMPARE(tones.count(), 1);
        menu = sound->menuFor(&window);
        QCOMPARE(menu->actions().at(0)->text(), u"Sound on again"_s);
        menu->actions().at(0)->trigger();
        QCOMPARE(sound->text(), u"Sound"_s);
        menu->actions().constLast()->trigger();
        QCOMPARE(tones.count(), 2);
        window.run(Command::mute);
        QCOMPARE(sound->text(), u"Muted 15 min"_s);
        window.run(Command::mute);
        QCOMPARE(sound->text(), u"Sound"_s);
        window.setSoundTrouble(u"Connection refused"_s);
        QCOMPARE(sound->text(), u"No sound"_s);
        QVERIFY(sound->accessibleName().contains(u"Connection refused"_s));
        window.showBoard(boards::shared(boards::incident())); // Where sounds are off there is nothing to mute.
        QVERIFY(sound->isHidden());
    }

    void untilMorningIsUntilMorning()
    {
        constexpr std::int64_t midnight = 1'795'392'000'000; // 2026-11-23 00:00 UTC
        QVERIFY(untilHour({midnight}, 7, words::Zone::utc) == 7h);
        QVERIFY(untilHour({midnight + 3'600'000 * 6}, 7, words::Zone::utc) == 1h);
        QVERIFY(untilHour({midnight + 3'600'000 * 7 - 600'000}, 7, words::Zone::utc) == 24h + 10min);
        QVERIFY(untilHour({midnight + 3'600'000 * 20}, 7, words::Zone::utc) == 11h);
    }
};

QTEST_MAIN(TestWoken)
#include "tst_woken.moc"
