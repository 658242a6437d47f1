// SPDX-License-Identifier: GPL-3.0-or-later
// That whoever does not see the window can use it: every widget that paints or takes the keyboard, on every page and
// dialog, has a name and a role; every painted part a value; what can be done can be done by a reader of the screen too.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/listener.h"
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/scenes.h"
#include "tests/views/main_window/top_levels.h"
#include "tests/views/main_window/painted_text.h"

#include "views/dialogs/table_dialog.h"
#include "views/main_window/alert_announcer.h"
#include "views/main_window/main_window.h"
#include "views/protect/breaker_cards.h"
#include "views/widgets/painted_parts.h"
#include "views/widgets/region_map.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace siaga;

namespace {

constexpr QSize notebook(1280, 800);

/// What Qt's own widgets are made of; their owner speaks for them.
bool isInside(const QWidget &widget)
{
    static const QSet<QByteArray> parts{"QScrollBar", "QHeaderView", "QTableCornerButton", "QLineEditIconButton",
        "QScrollAreaCornerButton", "QAbstractScrollAreaScrollBarContainer"};
    return widget.objectName() == "qt_scrollarea_viewport"_L1 || parts.contains(widget.metaObject()->className());
}

QString nameOf(const QWidget &widget)
{
    QStringList chain;
    for (const QWidget *at = &widget; at; at = at->parentWidget())
        chain.prepend(QString::fromLatin1(at->metaObject()->className()).remove(u"siaga::views::"_s));
    return chain.join(u" > "_s);
}

bool hasRole(const QAccessibleInterface &face)
{
    return face.role() != QAccessible::NoRole && face.role() != QAccessible::Client;
}

QStringList complaintsOfParts(QAccessibleInterface &whole, const QWidget &widget)
{
    QStringList complaints;
    const auto &parts = dynamic_cast<const views::PaintedParts &>(widget);
    const views::PartTable table = parts.table();
    if (whole.childCount() != parts.partCount())
        complaints << u"has other children than parts"_s;
    if (table.title.isEmpty() || table.columns.size() != table.shares.size())
        complaints << u"has a table without title or shares"_s;
    for (const views::PartTable::Row &row : table.rows)
        if (row.cells.size() != table.columns.size())
            complaints << u"has a row of another length than its columns"_s;
    for (int index = 0; index < whole.childCount(); ++index) {
        QAccessibleInterface *part = whole.child(index);
        const QString name = part->text(QAccessible::Name);
        if (name.isEmpty() || part->text(QAccessible::Value).isEmpty() || part->text(QAccessible::Description).isEmpty())
            complaints << u"part %1 “%2” has no name or no value"_s.arg(index).arg(name);
        if (!hasRole(*part) || !part->rect().isValid() || part->parent() != &whole)
            complaints << u"part %1 “%2” has no role, place or parent"_s.arg(index).arg(name);
        const QStringList actions = part->actionInterface()->actionNames();
        if (part->state().focusable != actions.contains(QAccessibleActionInterface::setFocusAction()))
            complaints << u"part %1 “%2” cannot be gone to"_s.arg(index).arg(name);
    }
    return complaints;
}

QStringList complaintsOfRows(const QAbstractItemView &view)
{
    QStringList complaints;
    const QAbstractItemModel *model = view.model();
    for (int row = 0; model && row < model->rowCount(); ++row) {
        QString said;
        for (int column = 0; column < model->columnCount(); ++column) {
            const QModelIndex index = model->index(row, column);
            const QVariant spoken = index.data(Qt::AccessibleTextRole);
            said += spoken.isValid() ? spoken.toString() : index.data(Qt::DisplayRole).toString();
        }
        if (said.isEmpty())
            complaints << u"row %1 says nothing"_s.arg(row);
    }
    return complaints;
}

QStringList complaintsOf(QWidget &widget)
{
    const bool focusable = widget.isEnabled() && widget.focusPolicy() != Qt::NoFocus;
    const bool painted = siaga::tests::paintingOf(widget).any;
    if (!focusable && !painted)
        return {};
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(&widget);
    if (!face)
        return {u"is unknown to screen readers"_s};
    QStringList complaints;
    if (!hasRole(*face))
        complaints << u"has no role"_s;
    if (face->text(QAccessible::Name).trimmed().isEmpty())
        complaints << u"has no name"_s;
    if (face->text(QAccessible::Description).contains(u"<span>"_s))
        complaints << u"has the HTML of its tooltip for a description"_s; // Qt's choice where no other is set.
    if (focusable && qobject_cast<QAbstractButton *>(&widget)
        && !(face->actionInterface() && face->actionInterface()->actionNames().size() > 1))
        complaints << u"is a button that cannot be pressed"_s;
    if (dynamic_cast<views::PaintedParts *>(&widget))
        complaints << complaintsOfParts(*face, widget);
    if (const auto *view = qobject_cast<QAbstractItemView *>(&widget))
        complaints << complaintsOfRows(*view);
    return complaints;
}

/// Of everything that can be seen or reached below it.
QStringList walk(QWidget &top)
{
    QStringList all;
    QList<QWidget *> widgets = top.findChildren<QWidget *>();
    widgets.prepend(&top);
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || isInside(*widget))
            continue;
        for (const QString &complaint : complaintsOf(*widget))
            all << nameOf(*widget) + u": "_s + complaint;
    }
    return all;
}

using siaga::tests::heard;

bool wasTold(QAccessible::Event kind, const QObject *object, int child = -1)
{
    return std::ranges::any_of(heard(), [=](const siaga::tests::Heard &one) {
        return one.kind == kind && one.object == object && (child < 0 || one.child == child);
    });
}

AlertRow alertOf(std::uint64_t number, Severity severity)
{
    AlertRow row{.id = AlertId(number), .severity = severity};
    row.subject = {.kind = AlertSubject::Kind::check, .region = boards::euWest, .check = CheckId("web@eu-west-1")};
    return row;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        siaga::tests::failOnOtherWarnings();
        heard().clear();
    }

    void everythingOfTheWindowHasNameAndRole_data()
    {
        QTest::addColumn<int>("scene");
        for (int at = 0; at < siaga::tests::scenes().size(); ++at)
            QTest::newRow(siaga::tests::scenes()[at].name) << at;
    }

    void everythingOfTheWindowHasNameAndRole()
    {
        QFETCH(int, scene);
        const auto top = siaga::tests::shown(siaga::tests::scenes()[scene], notebook);
        const QStringList complaints = walk(*top);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    /// Else the walk above would prove nothing.
    void aPaintedWidgetWithoutNameOrRoleIsFound()
    {
        class Mute : public QWidget
        {
        public:
            using QWidget::QWidget;
            void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Qt::red); }
        };
        QWidget top;
        top.setWindowTitle(u"top"_s);
        auto *mute = new Mute(&top);
        top.show();
        QCOMPARE(walk(top).size(), 2);
        mute->setAccessibleName(u"mute"_s);
        QCOMPARE(walk(top).size(), 1);
        mute->setFocusPolicy(Qt::StrongFocus);
        auto *button = new QPushButton(&top);
        button->show();
        QCOMPARE(walk(top).filter(u"QPushButton: has no name"_s).size(), 1);
    }

    void aRegionCanBeReachedAndPressedByAScreenReader()
    {
        views::MainWindow window(siaga::Mode::live, [] { return RequestId(1); });
        window.showBoard(boards::shared(boards::incident()));
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *map = window.findChild<views::RegionMap *>();
        QAccessibleInterface *east = nullptr;
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(map);
        for (int at = 0; at < whole->childCount(); ++at)
            if (whole->child(at)->text(QAccessible::Name) == u"us-east-1"_s)
                east = whole->child(at);
        QVERIFY(east);
        QCOMPARE(east->role(), QAccessible::Button);
        QSignalSpy pressed(map, &views::RegionMap::regionActivated);
        east->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(map->hasFocus());
        QCOMPARE(map->selected(), u"us-east-1"_s);
        QCOMPARE(pressed.size(), 0);
        QVERIFY(wasTold(QAccessible::Focus, map));
        east->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(pressed[0][0].toString(), u"us-east-1"_s);
    }

    void aFoldedGroupSaysSoAndUnfolds()
    {
        views::MainWindow window(siaga::Mode::live, [] { return RequestId(1); });
        window.showBoard(boards::shared(boards::quiet()));
        window.showPage(views::protectPage);
        window.showProtection(boards::shared(boards::openAndRamping()));
        window.show();
        auto *cards = window.findChild<views::BreakerCards *>();
        QAccessibleInterface *whole = QAccessible::queryAccessibleInterface(cards);
        QAccessibleInterface *fold = nullptr;
        for (int at = 0; at < whole->childCount(); ++at)
            if (whole->child(at)->state().expandable)
                fold = whole->child(at);
        QVERIFY(fold);
        QVERIFY(fold->state().collapsed);
        const int before = whole->childCount();
        fold->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(whole->childCount() > before);
    }

    void aRegionThatFailsIsToldThoughTheKeyboardIsElsewhere()
    {
        views::RegionMap map;
        map.resize(800, 400);
        std::vector<views::RegionMark> marks{{u"a"_s, u"a"_s, 10, 10, views::Status::healthy, {}, 500, u"50 %"_s},
            {u"b"_s, u"b"_s, 20, 40, views::Status::healthy, {}, 500, u"50 %"_s}};
        map.setRegions(marks);
        QVERIFY(QAccessible::queryAccessibleInterface(&map)); // From now on somebody listens.
        map.setRegions({});
        map.setRegions(marks);
        heard().clear();
        marks[0].detail = u"49 %"_s; // Goes on all the time; whoever wants it goes there.
        marks[1].status = views::Status::critical;
        marks[1].state = u"down"_s;
        map.setRegions(marks);
        QVERIFY(wasTold(QAccessible::DescriptionChanged, &map, 1));
        QVERIFY(!wasTold(QAccessible::DescriptionChanged, &map, 0));
        map.setSelected(u"a"_s);
        map.setRegions(marks);
        heard().clear();
        marks[0].detail = u"40 %"_s;
        map.setRegions(marks);
        QVERIFY(wasTold(QAccessible::DescriptionChanged, &map, 0));
        marks.pop_back();
        map.setRegions(marks);
        QVERIFY(wasTold(QAccessible::ObjectReorder, &map));
    }

    void aNewCriticalAlertIsSaidOnceAndAStormTogether()
    {
        QWidget top;
        views::AlertAnnouncer announcer(&top);
        announcer.showAlerts({alertOf(1, Severity::warning)});
        QVERIFY(!wasTold(QAccessible::Alert, &announcer));
        announcer.showAlerts({alertOf(2, Severity::critical), alertOf(1, Severity::warning)});
        QVERIFY(wasTold(QAccessible::Alert, &announcer));
        QVERIFY(wasTold(QAccessible::ObjectShow, &announcer));
        QVERIFY2(announcer.accessibleName().startsWith(u"New, critical: "_s), qPrintable(announcer.accessibleName()));
        heard().clear();
        announcer.showAlerts({alertOf(2, Severity::critical)});
        announcer.showAlerts({alertOf(3, Severity::critical), alertOf(4, Severity::critical), alertOf(2, Severity::emergency)});
        QVERIFY(!wasTold(QAccessible::Alert, &announcer));
        QTRY_VERIFY_WITH_TIMEOUT(wasTold(QAccessible::Alert, &announcer), 5000);
        QVERIFY2(announcer.accessibleName().startsWith(u"3 new, the worst emergency: "_s), qPrintable(announcer.accessibleName()));
    }

    void theTablesSayWhatTheChartsShow()
    {
        views::MainWindow window(siaga::Mode::live, [] { return RequestId(1); });
        NowBoard board = boards::evacuating();
        window.showBoard(boards::shared(board));
        window.resize(notebook);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
        const auto *dialog = window.findChild<views::TableDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const QList<QTableView *> tables = dialog->findChildren<QTableView *>();
        QCOMPARE(tables.size(), 2); // The map and the plan's lanes.
        QCOMPARE(tables[0]->model()->index(0, 0).data().toString(), QString::fromStdString(board.regions[0].id.text()));
        QVERIFY(tables[0]->model()->rowCount() >= int(board.regions.size()));
        QVERIFY(tables[1]->model()->rowCount() >= int(board.planCards[0].steps.size()));
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(tables[0]);
        QVERIFY(face->tableInterface());
        QCOMPARE(face->tableInterface()->columnCount(), 3);
        QCOMPARE(face->tableInterface()->cellAt(0, 0)->text(QAccessible::Name).contains(u"us-"_s), true);
        const QString before = tables[0]->model()->index(0, 2).data().toString();
        board.regions[0].traffic = Permille{7};
        window.showBoard(boards::shared(board));
        QVERIFY(tables[0]->model()->index(0, 2).data().toString() != before);
    }
};

int main(int argc, char **argv)
{
    return siaga::tests::runWithWindows<TestAccess>(argc, argv);
}

#include "tst_access.moc"
