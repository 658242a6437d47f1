// SPDX-License-Identifier: GPL-3.0-or-later
// Page Audit with the real thread behind it, by real keys and clicks.
#include "app/audit_thread.h"
#include "tests/support/archive.h"
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/top_levels.h"
#include "views/audit/audit_page.h"
#include "views/audit/proof_card.h"
#include "views/audit/record_pane.h"
#include "views/models/audit_rows.h"
#include "views/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <ranges>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;

class TestAuditPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<tests::Archive> m_archive;
    std::unique_ptr<AuditThread> m_thread;
    std::unique_ptr<AuditPage> m_page;
    AuditRows *m_rows = nullptr;
    Table *m_table = nullptr;

    void open(const std::shared_ptr<MemoryDisk> &disk)
    {
        m_page.reset();
        m_thread.reset();
        m_archive = std::make_unique<tests::Archive>(std::make_unique<MemoryJournal>(disk));
        m_thread = std::make_unique<AuditThread>(m_archive->reader());
        m_page = std::make_unique<AuditPage>();
        m_rows = m_page->findChild<AuditRows *>();
        m_table = m_page->findChild<Table *>();
        new QAbstractItemModelTester(m_rows, QAbstractItemModelTester::FailureReportingMode::QtTest, m_rows);
        connectThread();
        m_page->resize(1180, 640);
        tell();
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void connectThread()
    {
        connect(m_page.get(), &AuditPage::asked, m_thread.get(), &AuditThread::find);
        connect(m_page.get(), &AuditPage::stopAsked, m_thread.get(), &AuditThread::stopFinding);
        connect(m_page.get(), &AuditPage::recordAsked, m_thread.get(), &AuditThread::record);
        connect(m_page.get(), &AuditPage::verifyAsked, m_thread.get(), &AuditThread::verify);
        connect(m_page.get(), &AuditPage::verifyStopAsked, m_thread.get(), &AuditThread::stopVerifying);
        connect(m_thread.get(), &AuditThread::found, m_page.get(), &AuditPage::showFound);
        connect(m_thread.get(), &AuditThread::recordRead, m_page.get(), &AuditPage::showRecord);
        connect(m_thread.get(), &AuditThread::proved, m_page.get(), &AuditPage::showProof);
    }

    /// The board that comes with what is durable.
    void tell()
    {
        NowBoard board;
        board.mode = siaga::Mode::lab;
        board.journalSeq = m_archive->head();
        board.wall = samples::minute(static_cast<int>(m_archive->head().value()));
        m_page->showBoard(board);
    }

    std::uint64_t top() const { return m_rows->newest().value(); }
    std::uint64_t bottom() const { return m_rows->oldest().value(); }

    std::uint64_t atTopOfSight() const
    {
        const QModelIndex index = m_table->indexAt(QPoint(4, 4));
        return index.isValid() ? m_rows->at(index.row()).row.seq.value() : 0;
    }

    bool says(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    QComboBox *choice(const QString &name) const
    {
        for (QComboBox *box : m_page->findChildren<QComboBox *>())
            if (box->accessibleName() == name)
                return box;
        return nullptr;
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_page.get();
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
    }

    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    /// Every row is newer than the next, and none is there twice.
    bool isInOrder() const
    {
        for (int row = 1; row < m_rows->rowCount(); ++row)
            if (!(m_rows->at(row).row.seq < m_rows->at(row - 1).row.seq))
                return false;
        return true;
    }

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void cleanup()
    {
        m_page.reset();
        m_thread.reset();
        m_archive.reset();
    }

    void theNewestStandOnTopAndScrollingBringsMore()
    {
        open(tests::diskWith(9000));
        QTRY_COMPARE(top(), std::uint64_t(9000));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        QCOMPARE(m_rows->index(0, AuditRows::number).data().toString(), QStringLiteral("9,000"));
        QVERIFY(m_rows->index(0, AuditRows::when).data().toString().endsWith(QStringLiteral("UTC")));
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
        QTRY_VERIFY(m_rows->rowCount() >= 400);
        // On and on: what is far above is rolled up, and what is read stays where it is.
        for (std::uint64_t before = bottom(); before > 1; before = bottom()) {
            m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
            QTRY_VERIFY(bottom() < before);
            QVERIFY(isInOrder());
            QVERIFY(m_rows->rowCount() <= 3400);
        }
        QVERIFY(top() < 9000);
        // And back up.
        for (std::uint64_t before = top(); before < 9000; before = top()) {
            m_table->verticalScrollBar()->setValue(0);
            QTRY_VERIFY(top() > before);
            QVERIFY(isInOrder());
        }
    }

    void whatIsReadStaysInPlaceWhileOtherRowsComeAndGo()
    {
        open(tests::diskWith(9000));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        for (int fetched = m_rows->rowCount(); fetched < 3000; fetched = m_rows->rowCount()) {
            m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
            QTRY_VERIFY(m_rows->rowCount() > fetched);
        }
        m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum());
        const std::uint64_t read = atTopOfSight();
        QTRY_VERIFY(top() < 9000); // The first were rolled up.
        QCOMPARE(atTopOfSight(), read);
    }

    void homeAndEndGoToBothEnds()
    {
        open(tests::diskWith(5000));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_page->focusRows();
        press(Qt::Key_End);
        QTRY_COMPARE(bottom(), std::uint64_t(1));
        QTRY_COMPARE(m_table->verticalScrollBar()->value(), m_table->verticalScrollBar()->maximum());
        press(Qt::Key_Home);
        QTRY_COMPARE(top(), std::uint64_t(5000));
    }

    void newRecordsWaitWhileSomebodyReads()
    {
        open(tests::diskWith(1000));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_table->clearFocus();
        m_archive->write(2);
        tell();
        QTRY_COMPARE(top(), std::uint64_t(1002)); // Nobody reads: they come in.
        m_page->focusRows();
        press(Qt::Key_Down);
        const int rows = m_rows->rowCount();
        m_archive->write(3);
        tell();
        QTRY_VERIFY(visibleButton(*m_page, "3 new ↑"));
        QCOMPARE(m_rows->rowCount(), rows);
        QCOMPARE(top(), std::uint64_t(1002));
        press(Qt::Key_N);
        QTRY_COMPARE(top(), std::uint64_t(1005));
        QVERIFY(!visibleButton(*m_page, "3 new ↑"));
        QVERIFY(isInOrder());
        QCOMPARE(m_rows->rowCount(), rows + 3);
    }

    void newRecordsThatDoNotMatchStayOut()
    {
        open(tests::diskWith(1000));
        m_page->showAbout(samples::payWest); // 15 and 16 of each twenty.
        QTRY_COMPARE(top(), std::uint64_t(996));
        m_archive->write(10);
        tell();
        m_archive->write(8); // 1015 and 1016 are among them.
        tell();
        QTRY_VERIFY(visibleButton(*m_page, "2 new ↑"));
    }

    void filtersCombineAndWorkByKeyboard()
    {
        open(tests::diskWith(400));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_page->focusRows();
        press(Qt::Key_Slash);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        type(QStringLiteral("BUDI"));
        press(Qt::Key_Return);
        QTRY_COMPARE(m_rows->rowCount(), 40); // What he asked for, and what was done for him.
        QCOMPARE(QApplication::focusWidget(), m_table);
        QComboBox *who = choice(QStringLiteral("Who did it"));
        QVERIFY(who);
        who->setFocus();
        press(Qt::Key_Down); // People.
        QTRY_COMPARE(m_rows->rowCount(), 20);
        QCOMPARE(m_rows->at(0).who, QStringLiteral("budi"));
        QTRY_VERIFY(says(QStringLiteral("all 20 records that match")));
        QComboBox *kind = choice(QStringLiteral("Kind of records"));
        kind->setFocus();
        press(Qt::Key_Down); // Alerts: none of them is his.
        QTRY_VERIFY(says(QStringLiteral("No record matches")));
        QVERIFY(m_rows->isEmpty());
        press(Qt::Key_Up);
        QTRY_COMPARE(m_rows->rowCount(), 20);
        QSignalSpy commands(m_page.get(), &AuditPage::commandCopied);
        QTest::mouseClick(m_page->findChild<ActionButton *>(QStringLiteral("copyQuery")), Qt::LeftButton);
        QCOMPARE(commands.last()[0].toString(), QStringLiteral("siaga audit export --who people --text BUDI"));
    }

    void theTimeOfRecordsNarrows()
    {
        open(tests::diskWith(400));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        QComboBox *range = choice(QStringLiteral("When it happened"));
        range->setFocus();
        press(Qt::Key_Down);
        QTRY_COMPARE(m_rows->rowCount(), 61); // A minute each, both ends.
        press(Qt::Key_End);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        type(QStringLiteral("2026-11-26 08:00"));
        press(Qt::Key_Return);
        QTRY_COMPARE(bottom(), std::uint64_t(360));
        QVERIFY(m_page->query().since == samples::minute(360));
    }

    void aRecordExplainsItselfAndIsCopied()
    {
        open(tests::diskWith(400));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_page->focusRows();
        while (m_rows->at(std::max(m_table->currentIndex().row(), 0)).row.severity != Severity::critical)
            press(Qt::Key_Down);
        const std::uint64_t number = m_rows->at(m_table->currentIndex().row()).row.seq.value();
        QTRY_VERIFY(says(QStringLiteral("Record ") + QString::number(number)));
        QTRY_VERIFY(m_page->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("\"type\": \"AlertOpened\"")));
        QSignalSpy copied(m_page.get(), &AuditPage::textCopied);
        QSignalSpy commands(m_page.get(), &AuditPage::commandCopied);
        QSignalSpy links(m_page.get(), &AuditPage::linkWanted);
        press(Qt::Key_J, Qt::AltModifier);
        QTRY_COMPARE(copied.count(), 1); // A key presses the button for a moment.
        QCOMPARE(copied.last()[0].toString().toStdString(), samples::many(Seq(number - 1), 1)[0].bytes);
        press(Qt::Key_C, Qt::AltModifier);
        QTRY_COMPARE(commands.count(), 1);
        QCOMPARE(commands.last()[0].toString(), QStringLiteral("siaga audit export --from %1 --to %1").arg(number));
        press(Qt::Key_L, Qt::AltModifier);
        QTRY_COMPARE(links.count(), 1);
        // To its cause, and then to all that belongs to it.
        QTest::mouseClick(visibleButton(*m_page, "Go to record 4, its cause"), Qt::LeftButton);
        QTRY_COMPARE(m_page->selected(), Seq(4));
        QTRY_VERIFY(says(QStringLiteral("us-east-1")));
        QTRY_VERIFY(visibleButton(*m_page, "All about region us-east-1"));
        press(Qt::Key_H);
        QTRY_VERIFY(visibleButton(*m_page, "about region us-east-1  ✕"));
        const auto isAboutTheOther = [this](int row) { return m_rows->at(row).row.mentions.regions == std::set{samples::euWest}; };
        const auto rows = [this] { return std::views::iota(0, m_rows->rowCount()); };
        // What was found before stands there until the first of these comes.
        QTRY_VERIFY(m_rows->rowCount() > 0 && std::ranges::none_of(rows(), isAboutTheOther));
    }

    void verifyingStandsOnThePage()
    {
        open(tests::diskWith(3000));
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_page->focusRows();
        press(Qt::Key_V);
        QTRY_VERIFY(visibleButton(*m_page, "Copy head"));
        QVERIFY(says(QStringLiteral("head 3,000")));
        QSignalSpy copied(m_page.get(), &AuditPage::textCopied);
        QTest::mouseClick(visibleButton(*m_page, "Copy head"), Qt::LeftButton);
        const MemoryJournal same(tests::diskWith(3000));
        QVERIFY(copied.last()[0].toString().startsWith(
            QStringLiteral("siaga journal head 3000 ") + QString::fromStdString(toHex(same.head().hash))));
        m_archive->write(5);
        tell();
        QTRY_VERIFY(says(QStringLiteral("5 written since")));
    }

    void damageIsNamedAndShown()
    {
        const auto disk = tests::diskWith(1000);
        disk->records[499].bytes[30] ^= 1;
        open(disk);
        QTRY_VERIFY(m_rows->rowCount() >= 200);
        m_page->focusRows();
        press(Qt::Key_V);
        QTRY_VERIFY(visibleButton(*m_page, "Show it"));
        QVERIFY(says(QStringLiteral("the 499 records before it are sound")));
        QTest::mouseClick(visibleButton(*m_page, "Show it"), Qt::LeftButton);
        QTRY_COMPARE(m_page->selected(), Seq(500));
        QTRY_VERIFY(says(QStringLiteral("Record 500 is damaged")));
        QTRY_VERIFY(m_rows->rowOf(Seq(500)) >= 0 && m_rows->at(m_rows->rowOf(Seq(500))).damaged);
        QVERIFY(m_rows->rowOf(Seq(499)) >= 0); // It is stepped over.
    }

    void inThePastThereAreTheRecordsUpToThen()
    {
        open(tests::diskWith(1000));
        QTRY_COMPARE(top(), std::uint64_t(1000));
        m_page->showMoment(Seq(300));
        QTRY_COMPARE(top(), std::uint64_t(300));
        m_archive->write(5);
        tell();
        QTRY_VERIFY(says(QStringLiteral("up to record 300")));
        QCOMPARE(top(), std::uint64_t(300));
        QVERIFY(m_page->query().to == Seq(300));
        m_page->showMoment(std::nullopt);
        QTRY_COMPARE(top(), std::uint64_t(1005));
    }

    void whatIsHiddenAsksForNothing()
    {
        open(tests::diskWith(100));
        QTRY_COMPARE(m_rows->rowCount(), 100);
        m_page->hide();
        QSignalSpy asked(m_page.get(), &AuditPage::asked);
        m_archive->write(7);
        tell();
        QCOMPARE(asked.count(), 0);
        m_page->show();
        QTRY_VERIFY(top() == 107 || visibleButton(*m_page, "7 new ↑"));
    }

    void anEmptyJournalSaysSo()
    {
        open(std::make_shared<MemoryDisk>());
        QTRY_VERIFY(says(QStringLiteral("The journal is empty")));
        m_archive->write(3);
        tell();
        QTRY_COMPARE(m_rows->rowCount(), 3);
    }

    void aJournalThatCannotBeReadSaysSoAndIsAskedAgain()
    {
        ForgettingCommitter nobody; // Like a core that does not run: jobs are never run.
        AuditPage page;
        AuditThread thread(nobody);
        connect(&page, &AuditPage::asked, &thread, &AuditThread::find);
        connect(&thread, &AuditThread::found, &page, &AuditPage::showFound);
        QSignalSpy asked(&page, &AuditPage::asked);
        page.show();
        const auto told = [&page] {
            const auto labels = page.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == QStringLiteral("The journal cannot be read now"); });
        };
        QTRY_VERIFY(told());
        const auto before = asked.count();
        page.showBoard(NowBoard{});
        QVERIFY(asked.count() > before);
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestAuditPage>(argc, argv);
}
#include "tst_audit_page.moc"
