// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/action_button.h"
#include "views/widgets/banner.h"
#include "views/widgets/incident_line.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/navigation_rail.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/plan_lanes.h"
#include "views/widgets/plan_preview.h"
#include "views/widgets/row_model.h"
#include "views/widgets/status_pill.h"
#include "views/widgets/table.h"
#include "views/widgets/tile.h"
#include "views/widgets/type_to_confirm.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace siaga::views;

namespace {

const QString hostile = u"<img src=x>\u202Egnp.exe"_s;
const QString harmless = u"<img src=x>\uFFFDgnp.exe"_s;

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void confirmingIsInertUntilTheTextMatchesToTheLetter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("confirms");
        QTest::addRow("nothing") << QString() << false;
        QTest::addRow("a part") << u"LIVE us-east"_s << false;
        QTest::addRow("another case") << u"live us-east-1"_s << false;
        QTest::addRow("a blank more") << u"LIVE us-east-1 "_s << false;
        QTest::addRow("another region") << u"LIVE us-east-2"_s << false;
        QTest::addRow("to the letter") << u"LIVE us-east-1"_s << true;
    }

    void confirmingIsInertUntilTheTextMatchesToTheLetter()
    {
        QFETCH(QString, typed);
        QFETCH(bool, confirms);
        QDialog dialog;
        QPushButton button(u"Run"_s, &dialog);
        button.setDefault(true);
        TypeToConfirm line(u"LIVE us-east-1"_s, &dialog);
        QSignalSpy confirmed(&line, &TypeToConfirm::confirmed);
        QSignalSpy clicked(&button, &QPushButton::clicked);
        QSignalSpy finished(&dialog, &QDialog::finished);
        QTest::keyClicks(&line, typed);
        QTest::keyClick(&line, Qt::Key_Return);
        QTest::keyClick(&line, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(confirmed.size(), confirms ? 2 : 0);
        QCOMPARE(clicked.size() + finished.size(), 0);
        QCOMPARE(line.isMatched(), confirms);
    }

    void confirmingCannotBePastedNorHeldDown()
    {
        TypeToConfirm line(u"LIVE us-east-1"_s);
        QApplication::clipboard()->setText(u"LIVE us-east-1"_s);
        QTest::keySequence(&line, QKeySequence::Paste);
        QTest::keyClick(&line, Qt::Key_Insert, Qt::ShiftModifier);
        QTest::mouseClick(&line, Qt::MiddleButton);
        QCOMPARE(line.text(), QString());
        QVERIFY(!line.acceptDrops());
        QSignalSpy confirmed(&line, &TypeToConfirm::confirmed);
        QTest::keyClicks(&line, u"LIVE us-east-1"_s);
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
        QApplication::sendEvent(&line, &held);
        QCOMPARE(confirmed.size(), 0);
    }

    void anotherExpectationEmptiesTheLineAndAnEmptyOneNeverMatches()
    {
        TypeToConfirm line(u"LAB lab-1"_s);
        QTest::keyClicks(&line, u"LAB lab-1"_s);
        QSignalSpy matched(&line, &TypeToConfirm::matchedChanged);
        line.setExpected({});
        QVERIFY(!line.isMatched());
        QCOMPARE(matched.last()[0].toBool(), false);
    }

    void textFromOutsideIsShownAsItIs()
    {
        PlainLabel label(hostile);
        QCOMPARE(label.text(), harmless);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        Tile tile;
        tile.setFace({.caption = hostile, .figure = u"1"_s, .detail = hostile});
        QCOMPARE(tile.accessibleName(), harmless);
        QVERIFY(!tile.toolTip().contains(u"<img"_s));
        StatusPill pill(Status::critical, hostile);
        QCOMPARE(pill.accessibleName(), u"critical: "_s + harmless);
        IncidentLine incident;
        incident.setFace({.what = hostile});
        QVERIFY(incident.accessibleName().contains(harmless));
        QVERIFY(!incident.toolTip().contains(u"<img"_s));
    }

    void aLabelThatIsCutSaysTheWholeInItsTip()
    {
        QWidget host;
        host.resize(300, 40);
        PlainLabel label(u"a <b>name</b> that is far too long"_s, Type::body, Tone::text, QFont::Normal, &host);
        label.setGeometry(0, 0, 60, 20);
        host.show();
        label.resize(61, 20);
        QCOMPARE(label.toolTip(), u"<span>a &lt;b&gt;name&lt;/b&gt; that is far too long</span>"_s);
        label.resize(290, 20);
        QCOMPARE(label.toolTip(), QString());
    }

    void aTileSaysNameValueUnitAndState()
    {
        Tile tile;
        tile.setFace({.caption = u"Headroom"_s, .figure = u"8"_s, .unit = u"%"_s, .detail = u"us-east-1 out"_s,
            .status = Status::warning});
        QCOMPARE(tile.accessibleName(), u"Headroom"_s);
        QCOMPARE(tile.accessibleDescription(), u"8 %, warning, us-east-1 out"_s);
        TileFace stale = tile.face();
        stale.stale = true;
        stale.age = u"47 s old"_s;
        tile.setFace(stale);
        QCOMPARE(tile.accessibleDescription(), u"8 %, stale, 47 s old, us-east-1 out"_s);
    }

    void aStaleTileLooksDifferentButKeepsItsNumber()
    {
        Tile tile;
        tile.resize(200, 112);
        TileFace face{.caption = u"Headroom"_s, .figure = u"8"_s};
        tile.setFace(face);
        const QImage fresh = tile.grab().toImage();
        face.stale = true;
        face.age = u"47 s old"_s;
        tile.setFace(face);
        QVERIFY(tile.grab().toImage() != fresh);
        QCOMPARE(tile.face().figure, u"8"_s);
    }

    void aTileIsOpenedByKeys()
    {
        Tile tile;
        QSignalSpy clicked(&tile, &QAbstractButton::clicked);
        QTest::keyClick(&tile, Qt::Key_Space);
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(tile.focusPolicy(), Qt::StrongFocus);
    }

    void theIncidentLineSaysAllEvenWhenNobodyHasIt()
    {
        IncidentLine line;
        line.setFace({Status::emergency, u"us-east-1 down"_s, u"since 02:12:58 UTC · 47 s"_s, {}, u"evacuating, step 7 of 9"_s,
            u"4 min 13 s"_s, {}, u"verify from outside"_s});
        QCOMPARE(line.accessibleName(),
            u"emergency, us-east-1 down, since 02:12:58 UTC · 47 s, owner nobody yet, evacuating, step 7 of 9, "
            "RTO left 4 min 13 s, next: verify from outside"_s);
    }

    void theRailGoesToItsPagesByKeyAndSaysTheWorst()
    {
        QWidget host;
        host.resize(100, 300);
        NavigationRail rail({{1, u"Now"_s, Icon::globe}, {6, u"Health"_s, Icon::heartPulse}}, &host);
        rail.resize(81, 300);
        host.show();
        host.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&host));
        QSignalSpy activated(&rail, &NavigationRail::activated);
        QTest::keyClick(&host, Qt::Key_6, Qt::AltModifier);
        QTest::keyClick(&host, Qt::Key_2, Qt::AltModifier);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toInt(), 6);
        rail.setWorst(6, Status::critical);
        const auto buttons = rail.findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons[1]->accessibleName(), u"Health, critical"_s);
        QVERIFY(buttons[1]->isChecked());
        rail.setCurrent(1);
        QVERIFY(buttons[0]->isChecked() && !buttons[1]->isChecked());
        QCOMPARE(activated.size(), 1);
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Down);
        QVERIFY(buttons[1]->hasFocus());
    }

    void theModeIsAWordAndNotOnlyAColour()
    {
        QSet<QString> words;
        for (const Mode mode : modes) {
            ModeFrame frame(new QWidget, mode);
            ModeBadge badge(mode);
            QCOMPARE(frame.accessibleName(), word(mode));
            QCOMPARE(badge.accessibleName(), word(mode));
            words.insert(word(mode));
        }
        QCOMPARE(words.size(), qsizetype(modes.size()));
    }

    void bannersStayUntilTheirCauseIsGone()
    {
        QWidget host;
        BannerStack stack(&host);
        QVERIFY(stack.isHidden());
        QSignalSpy triggered(&stack, &BannerStack::actionTriggered);
        stack.setBanners({{u"journal"_s, Status::emergency, u"The journal cannot be written"_s, u"Show"_s},
            {u"clear"_s, Status::warning, hostile, {}}});
        QVERIFY(!stack.isHidden());
        const auto buttons = stack.findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 1);
        buttons[0]->click();
        QCOMPARE(triggered[0][0].toString(), u"journal"_s);
        QCOMPARE(stack.findChildren<PlainLabel *>()[1]->text(), harmless);
        stack.setBanners({});
        QVERIFY(stack.isHidden());
    }

    void aDisabledActionSaysWhy()
    {
        PlanLanes lanes;
        lanes.setFace({.title = u"Evacuate"_s, .whyNotHold = u"already <b>held</b>"_s});
        ActionButton *hold = lanes.findChildren<ActionButton *>()[0];
        QVERIFY(!hold->isEnabled());
        QCOMPARE(hold->accessibleDescription(), u"already <b>held</b>"_s);
        QCOMPARE(hold->toolTip(), u"<span>already &lt;b&gt;held&lt;/b&gt;</span>"_s);
        lanes.setFace({.title = u"Evacuate"_s});
        QVERIFY(hold->isEnabled());
        QSignalSpy held(&lanes, &PlanLanes::holdRequested);
        hold->click();
        QCOMPARE(held.size(), 1);
    }

    void thePreviewListsEachStepWithItsWayBack()
    {
        PlanPreview preview;
        preview.setFace({.title = u"Evacuate us-east-1"_s,
            .steps = {{u"Share"_s, u"34 %"_s, u"14 %"_s, u"headroom at least 20 %"_s, u"put back to 34 %"_s},
                {u"Fence"_s, {}, u"read-only"_s, {}, u"hold"_s, true}},
            .notReady = {u"ap-southeast-1 not seen"_s}, .hash = u"7f3a c91e"_s});
        const QAbstractItemModel *model = preview.findChild<Table *>()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, 2).data().toString(), u"34 % → 14 %"_s);
        QCOMPARE(model->index(0, 4).data().toString(), u"put back to 34 %"_s);
        QCOMPARE(model->index(1, 4).data().toString(), u"no way back from here"_s);
        QCOMPARE(model->index(1, 4).data(statusRole).toInt(), static_cast<int>(Status::warning));
        QVERIFY(!model->index(0, 4).data(statusRole).isValid());
        QCOMPARE(preview.findChild<StatusPill *>()->accessibleName(), u"warning: not ready: ap-southeast-1 not seen"_s);
        bool hashShown = false;
        for (const PlainLabel *label : preview.findChildren<PlainLabel *>()) {
            hashShown |= label->text().contains(u"7f3a c91e"_s);
        }
        QVERIFY(hashShown);
    }

    void rowsBecomeAProperTable()
    {
        RowModel<QString> model({{.title = u"word"_s, .text = [](const QString &row) { return row; }},
            {.title = u"length"_s, .text = [](const QString &row) { return QString::number(row.size()); }, .quiet = true}});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        for (const int count : {0, 3, 3, 5, 2, 0}) {
            model.setRows(std::vector<QString>(static_cast<std::size_t>(count), hostile));
            QCOMPARE(model.rowCount(), count);
        }
        QCOMPARE(changed.size(), 3);
        model.setRows({hostile});
        QCOMPARE(model.index(0, 0).data().toString(), harmless);
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"_s));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), u"length"_s);
        QVERIFY(model.index(0, 1).data(quietRole).toBool());
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
