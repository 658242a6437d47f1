// SPDX-License-Identifier: GPL-3.0-or-later
// The table of commands against the window: each key does what its command does, and the list of keys tells no other.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/protect_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "core/words/row_json.h"
#include "views/audit/audit_page.h"
#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/keys_dialog.h"
#include "views/dialogs/question.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/faults/faults_menu.h"
#include "views/main_window/clock_button.h"
#include "views/main_window/inspector.h"
#include "views/main_window/main_window.h"
#include "views/palette/palette.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTest>

using namespace siaga;
using namespace siaga::views;

class TestCommands : public QObject
{
    Q_OBJECT

    std::unique_ptr<MainWindow> m_window;
    QStringList m_happened;

    template<class D>
    bool isOpen() const
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (qobject_cast<D *>(widget) && widget->isVisible())
                return true;
        return false;
    }

    /// A window in which the command can run; true when there is one.
    void prepare(Command command)
    {
        const CommandEntry &entry = entryOf(command);
        NowBoard board = command == Command::review ? boards::proposed() : boards::incident();
        if (entry.labOnly)
            board.mode = siaga::Mode::lab;
        if (command == Command::restore || command == Command::lift) {
            board.regions[0].share = ShareSeen{none, none};
            board.regions[0].decidedOut = true;
            board.banners.stop = StopBanner{"rina", "odd numbers", board.wall};
        }
        if (entry.page == protectPage) {
            m_window->showPage(protectPage);
            m_window->showProtection(boards::shared(boards::openAndRamping()));
            m_window->go({Place::Kind::breaker, QString::fromStdString(boards::payWest.text())});
        }
        if (entry.page == auditPage)
            m_window->showPage(auditPage);
        if (command == Command::pageNow)
            m_window->showPage(protectPage);
        m_window->showBoard(boards::shared(board));
        m_window->setFaultCatalogue({{FaultOffer{.kind = QStringLiteral("ownLinkCut"), .title = QStringLiteral("cut")}}, {}});
        m_window->showFaults({board.now, {ActiveFault{.id = 1, .title = QStringLiteral("broken")}}});
        if (command == Command::hold || command == Command::resume || command == Command::abort) {
            m_window->showBoard(boards::shared(boards::evacuating()));
            m_window->go({Place::Kind::plan, QStringLiteral("41")});
        }
    }

    /// What can be seen of a window from outside, after a command.
    QString effect()
    {
        QStringList seen = m_happened;
        seen << QStringLiteral("page %1").arg(m_window->page());
        seen << QStringLiteral("clock %1").arg(static_cast<int>(m_window->findChild<ClockButton *>()->zone()));
        seen << QGuiApplication::clipboard()->text() << (m_window->isFullScreen() ? QStringLiteral("full") : QString());
        seen << (m_window->isVisible() ? QString() : QStringLiteral("closed"));
        seen << (m_window->selection() == Selection() ? QStringLiteral("nothing") : QString());
        seen << (m_window->findChild<Palette *>()->isOpen() ? QStringLiteral("palette") : QString());
        seen << (m_window->findChild<FaultsMenu *>()->isOpen() ? QStringLiteral("faults") : QString());
        if (qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            seen << QStringLiteral("in a line");
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->isVisible())
                seen << QString::fromLatin1(widget->metaObject()->className());
        seen.sort();
        return seen.join(u'|');
    }

    void open()
    {
        m_happened.clear();
        QGuiApplication::clipboard()->clear();
        m_window = std::make_unique<MainWindow>(siaga::Mode::live, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        connect(m_window.get(), &MainWindow::requested, this,
            [this](const Request &request) { m_happened << QString::fromUtf8(request.name().data(), static_cast<qsizetype>(request.name().size())); });
        connect(m_window.get(), &MainWindow::momentWanted, this, [this] { m_happened << QStringLiteral("a moment"); });
        connect(&m_window->audit(), &AuditPage::verifyAsked, this, [this] { m_happened << QStringLiteral("verify"); });
        connect(m_window.get(), &MainWindow::disturbRequested, this, [this](const QString &fault) { m_happened << fault; });
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void closeAll()
    {
        m_window.reset();
        QTRY_VERIFY(QApplication::topLevelWidgets().isEmpty());
    }

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "openLink");
    }

    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(QStringLiteral("https")); }

    void aKeyDoesWhatItsCommandDoes_data()
    {
        QTest::addColumn<int>("command");
        for (const CommandEntry &entry : commandList())
            // Bringing in alerts is told from inside the list, closing from inside what is open; the time bar has its own tests.
            if (!entry.key.isEmpty() && entry.id != Command::bringIn && entry.id != Command::unselect && entry.id != Command::earlier
                && entry.id != Command::later)
                QTest::newRow(entry.name) << static_cast<int>(entry.id);
    }
    void aKeyDoesWhatItsCommandDoes()
    {
        QFETCH(int, command);
        const auto id = static_cast<Command>(command);
        open();
        prepare(id);
        const QString before = effect();
        QCOMPARE(m_window->whyNot(id), QString());
        m_window->run(id);
        QTRY_VERIFY(effect() != before);
        QCoreApplication::processEvents();
        const QString ran = effect();
        closeAll();
        const CommandEntry &entry = entryOf(id);
        for (const QKeySequence &key : {entry.key, entry.otherKey}) {
            if (key.isEmpty())
                continue;
            open();
            prepare(id);
            QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), key);
            QTRY_COMPARE(effect(), ran);
            closeAll();
        }
    }

    void noTwoCommandsShareAKeyInOnePlace()
    {
        QSet<QString> taken;
        for (const CommandEntry &entry : commandList())
            for (const QKeySequence &key : {entry.key, entry.otherKey}) {
                const bool isEither = entry.id == Command::review; // Shown in place of evacuate.
                if (key.isEmpty() || isEither)
                    continue;
                const QString place = key.toString() + QString::number(entry.page);
                QVERIFY2(!taken.contains(place), qPrintable(place));
                taken.insert(place);
                QVERIFY2(entry.page == 0 || !taken.contains(key.toString() + u'0'), qPrintable(place));
            }
    }

    void namesAreUniqueAndStay()
    {
        QSet<QString> names;
        for (const CommandEntry &entry : commandList()) {
            names.insert(QString::fromLatin1(entry.name));
            QVERIFY(commandNamed(QString::fromLatin1(entry.name))->id == entry.id);
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(commandList().size()));
        QVERIFY(!commandNamed(QStringLiteral("no such")));
    }

    void theListOfKeysIsTheTable()
    {
        open();
        m_window->showBoard(boards::shared(boards::quiet()));
        QTest::keyClick(m_window.get(), Qt::Key_Question);
        QTRY_VERIFY(isOpen<KeysDialog>());
        QStringList told;
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *dialog = qobject_cast<KeysDialog *>(widget))
                for (const QLabel *label : dialog->findChildren<QLabel *>())
                    told << label->text();
        for (const CommandEntry &entry : commandList()) {
            const bool works = !entry.key.isEmpty() && !entry.labOnly;
            if (works)
                QVERIFY2(told.contains(wordsOf(entry)) && told.contains(keysOf(entry)), entry.name);
        }
        QVERIFY(!told.contains(wordsOf(entryOf(Command::faults)))); // There is no lab to break.
        QVERIFY(told.indexOf(QStringLiteral("On this page")) < told.indexOf(QStringLiteral("Everywhere")));
        QVERIFY(told.indexOf(wordsOf(entryOf(Command::runbook))) < told.indexOf(QStringLiteral("Everywhere")));
        closeAll();
    }

    void aRowIsCopiedInThreeShapes()
    {
        open();
        const NowBoard board = boards::evacuating();
        m_window->showBoard(boards::shared(board));
        m_window->go({Place::Kind::region, QStringLiteral("us-east-1")});
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::AltModifier);
        QTRY_COMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object(), words::toJson(board.regions[0]));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("siaga://region/us-east-1"));
        m_window->go({Place::Kind::plan, QStringLiteral("41")});
        QTest::keyClick(m_window.get(), Qt::Key_J, Qt::AltModifier);
        QTRY_COMPARE(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).object(), words::toJson(board.planCards[0]));
        closeAll();
    }

    void aLinkWaitsForTheFirstBoardAndAGoneOneIsTold()
    {
        open();
        m_window->go({Place::Kind::alert, QStringLiteral("17")});
        m_window->showBoard(boards::shared(boards::incident()));
        QVERIFY(m_window->selection() == Selection(boards::incidentAlert));
        m_window->go({Place::Kind::alert, QStringLiteral("99")});
        bool told = false;
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            told = told || (label->isVisible() && label->text().contains(QStringLiteral("siaga://alert/99")));
        QVERIFY(told);
        QVERIFY(m_window->selection() == Selection(boards::incidentAlert));
        closeAll();
    }

public slots:
    void openLink(const QUrl &url) { m_happened << url.toString(); }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestCommands>(argc, argv);
}
#include "tst_commands.moc"
