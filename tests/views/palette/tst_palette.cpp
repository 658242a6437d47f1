// SPDX-License-Identifier: GPL-3.0-or-later
// The palette in the window, with real keys.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/palette/palette.h"
#include "views/widgets/choice_list.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace siaga;
using namespace siaga::views;

class TestPalette : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    std::vector<Request> m_asked;

    Palette &palette() { return *m_window->findChild<Palette *>(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }
    void type(const char *text)
    {
        if (!palette().isOpen())
            press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().line()->hasFocus());
        palette().line()->selectAll();
        QTest::keyClicks(palette().line(), QString::fromUtf8(text));
    }
    QStringList listed()
    {
        QStringList texts;
        for (const ChoiceRow &row : palette().list()->rows())
            texts << (row.isHeading ? u'#' + row.text : row.text);
        return texts;
    }
    const ChoiceRow *rowOf(const QString &text)
    {
        const auto &rows = palette().list()->rows();
        const auto found = std::ranges::find(rows, text, &ChoiceRow::text);
        return found == rows.end() ? nullptr : &*found;
    }
    void show(NowBoard board) { m_window->showBoard(boards::shared(std::move(board))); }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_asked.clear();
        m_window = std::make_unique<MainWindow>(
            siaga::Mode::live, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        connect(m_window.get(), &MainWindow::requested, this, [this](const Request &request) { m_asked.push_back(request); });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        show(boards::proposed());
    }

    void cleanup()
    {
        m_window.reset();
        QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
    }

    void bothChordsOpenItOnEveryPage()
    {
        for (const int page : {nowPage, protectPage}) {
            m_window->showPage(page);
            press(Qt::Key_K, Qt::ControlModifier);
            QVERIFY(palette().isOpen());
            press(Qt::Key_K, Qt::ControlModifier);
            QVERIFY(!palette().isOpen());
            press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(palette().isOpen());
            press(Qt::Key_Escape);
            QVERIFY(!palette().isOpen());
        }
        press(Qt::Key_Slash); // Also out of a line of text.
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette().isOpen());
        press(Qt::Key_Escape);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())); // The keyboard is back where it was.
    }

    void itStaysAwayWhileADialogIsOpen()
    {
        press(Qt::Key_E);
        QTRY_VERIFY(m_window->findChild<TrafficDialog *>());
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!palette().isOpen());
    }

    void enterGoesToARegion()
    {
        type("euw");
        QCOMPARE(listed().first(), QStringLiteral("eu-west-1"));
        press(Qt::Key_Return);
        QVERIFY(!palette().isOpen());
        QVERIFY(m_window->selection() == Selection(boards::euWest));
        QCOMPARE(m_window->findChild<Inspector *>()->face().title, QStringLiteral("eu-west-1"));
    }

    void regionsAreFoundByTheirTitlesToo()
    {
        type("r: virg");
        QVERIFY(rowOf(QStringLiteral("us-east-1")));
    }

    void whatFitsMuchWorseIsLeftOut()
    {
        type("east");
        QVERIFY(rowOf(QStringLiteral("us-east-1")) && rowOf(QStringLiteral("ap-southeast-1")));
        for (const ChoiceRow &row : palette().list()->rows())
            QVERIFY2(row.kind != QStringLiteral("command"), qPrintable(row.text));
    }

    void prefixesNarrow()
    {
        type("r:");
        for (const ChoiceRow &row : palette().list()->rows())
            QCOMPARE(row.kind, QStringLiteral("region"));
        QCOMPARE(palette().list()->rows().size(), boards::proposed().regions.size());
        type("a: down");
        QCOMPARE(palette().list()->rows().front().kind, QStringLiteral("alert"));
        type("p:");
        QCOMPARE(listed(), QStringList{QStringLiteral("Evacuate us-east-1")});
        type(">keys");
        QCOMPARE(listed().first(), QStringLiteral("Show the keys"));
        QVERIFY(rowOf(QStringLiteral("Show the keys"))->keys == QStringLiteral("?"));
        type("s:");
        QVERIFY(!palette().list()->rows().empty());
    }

    void aQuestionMarkExplainsThePrefixes()
    {
        type("?");
        QVERIFY(rowOf(QStringLiteral("b:")));
        press(Qt::Key_Return);
        QCOMPARE(palette().line()->text(), QStringLiteral("r:"));
        QVERIFY(palette().isOpen());
    }

    void breakersComeWithTheirBoard()
    {
        QSignalSpy wanted(m_window.get(), &MainWindow::protectionWanted);
        type("b:");
        QCOMPARE(wanted.last().first().toBool(), true);
        QVERIFY(listed().isEmpty());
        m_window->showProtection(boards::shared(boards::openAndRamping()));
        QVERIFY(!listed().isEmpty());
        const QString first = listed().first();
        press(Qt::Key_Return);
        QCOMPARE(m_window->page(), protectPage);
        QVERIFY(std::holds_alternative<BreakerId>(m_window->selection()));
        QCOMPARE(m_window->findChild<Inspector *>()->face().title, first);
    }

    void aServiceLeadsToItsWorst()
    {
        type("s:");
        press(Qt::Key_Return);
        QVERIFY(!std::holds_alternative<std::monostate>(m_window->selection()));
    }

    void dangerousCommandsOnlyOpenTheirDialog()
    {
        type("> review");
        press(Qt::Key_Return);
        QTRY_VERIFY(m_window->findChild<TrafficDialog *>());
        QVERIFY(m_asked.empty());
    }

    void whatCannotRunIsListedWithTheReason()
    {
        show(boards::quiet());
        type("> acknowledge");
        const ChoiceRow *row = rowOf(QStringLiteral("Acknowledge the selected alert"));
        QVERIFY(row);
        QCOMPARE(row->whyNot, QStringLiteral("no open alert is selected"));
        press(Qt::Key_Return);
        QVERIFY(palette().isOpen());
        QVERIFY(m_asked.empty());
        type("> stop");
        QVERIFY(rowOf(QStringLiteral("Lift the stop…"))->whyNot.contains(QStringLiteral("not stopped")));
    }

    void recentsComeFirstAndAreNames()
    {
        QSignalSpy changed(m_window.get(), &MainWindow::recentsChanged);
        type("euw");
        press(Qt::Key_Return);
        QCOMPARE(changed.last().first().toStringList(), QStringList{QStringLiteral("siaga://region/eu-west-1")});
        press(Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(listed().first(2), (QStringList{QStringLiteral("#Recent"), QStringLiteral("eu-west-1")}));
        QCOMPARE(listed().count(QStringLiteral("eu-west-1")), 1);
        press(Qt::Key_Escape);
        QStringList many;
        for (int i = 0; i < 50; ++i)
            many << QStringLiteral("siaga://region/gone-%1").arg(i);
        m_window->setRecents(many);
        QCOMPARE(palette().recents().size(), recentsMax);
        press(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!listed().contains(QStringLiteral("#Recent"))); // What is not there is not offered.
    }

    void rowsStayWhereTheyAreWhileBoardsCome()
    {
        show(boards::quiet());
        type("us");
        const QStringList before = listed();
        press(Qt::Key_Down);
        const int current = palette().list()->current();
        show(boards::incident());
        QCOMPARE(listed(), before);
        QCOMPARE(palette().list()->current(), current);
        QVERIFY(rowOf(QStringLiteral("us-east-1"))->state == QStringLiteral("down"));
    }

    void screenReadersHearTheRowAndItsPosition()
    {
        type("r:");
        const auto count = static_cast<int>(palette().list()->rows().size());
        press(Qt::Key_Down);
        QAccessibleInterface *line = QAccessible::queryAccessibleInterface(palette().line());
        QVERIFY(line->text(QAccessible::Description).startsWith(QStringLiteral("region, ")));
        QVERIFY(line->text(QAccessible::Description).endsWith(QStringLiteral("2 of %1").arg(count)));
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(palette().list());
        QCOMPARE(list->child(1)->text(QAccessible::Name), line->text(QAccessible::Description));
    }

    void theMouseWorksToo()
    {
        type("euw");
        ChoiceList *list = palette().list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(m_window->selection() == Selection(boards::euWest));
        press(Qt::Key_K, Qt::ControlModifier);
        QTest::mouseClick(m_window.get(), Qt::LeftButton, {}, QPoint(5, m_window->height() - 5));
        m_window->setFocus(Qt::MouseFocusReason);
        QVERIFY(!palette().isOpen());
    }

    /// From the key to the picture, with 1,000 services in each of four regions. The median, as others use the machine.
    void aKeyIsAnsweredWithinAFrame()
    {
        NowBoard board = boards::incident();
        for (RegionCard &card : board.regions)
            for (int i = 0; i < 1000; ++i)
                card.services.push_back(ServiceId("service-" + std::to_string(i)));
        show(board);
        press(Qt::Key_K, Qt::ControlModifier);
        std::vector<qint64> took;
        for (const QChar letter : QStringLiteral("service 77 serv")) {
            QElapsedTimer timer;
            timer.start();
            QTest::keyClick(palette().line(), letter.toLatin1());
            palette().repaint();
            took.push_back(timer.nsecsElapsed() / 1000);
        }
        std::ranges::sort(took);
        qInfo("a key: median %lld us, longest %lld us", took[took.size() / 2], took.back());
        QVERIFY(took[took.size() / 2] < 16'000);
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestPalette>(argc, argv);
}
#include "tst_palette.moc"
