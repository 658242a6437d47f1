// SPDX-License-Identifier: GPL-3.0-or-later
// The list of credentials and the note in the header: what they say, what they ask for, and that no value comes out.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/credentials_boards.h"
#include "tests/views/main_window/top_levels.h"

#include "views/dialogs/credentials_dialog.h"
#include "views/dialogs/question.h"
#include "views/main_window/main_window.h"
#include "views/models/command_list.h"
#include "views/widgets/action_button.h"
#include "views/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using namespace Qt::StringLiterals;

namespace {

using Kind = CredentialOrder::Kind;

struct Case
{
    std::vector<CredentialOrder> orders;
    QPointer<CredentialsDialog> dialog = new CredentialsDialog(views::Mode::live, nullptr);

    explicit Case(CredentialsBoard board)
    {
        QObject::connect(dialog, &CredentialsDialog::ordered, dialog, [this](const CredentialOrder &order) { orders.push_back(order); });
        dialog->showBoard(boards::shared(std::move(board)));
        dialog->open();
    }
    ~Case() { delete dialog; }

    QLineEdit *field() const { return dialog->findChild<QLineEdit *>(); }
    Table *table() const { return dialog->findChild<Table *>(); }
    ActionButton *button(const char *text) const
    {
        for (ActionButton *one : dialog->findChildren<ActionButton *>())
            if (one->text().startsWith(QString::fromUtf8(text)))
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
    void choose(int row) const { table()->setCurrentIndex(table()->model()->index(row, 0)); }
    void type(const char *text) const { QTest::keyClicks(field(), QString::fromUtf8(text)); }
};

ActionButton *noteIn(const MainWindow &window)
{
    for (ActionButton *one : window.findChildren<ActionButton *>())
        if (!one->isHidden() && (one->text().contains(u"redential"_s) || one->text().contains(u"eychain"_s)))
            return one;
    return nullptr;
}

} // namespace

class TestCredentialsDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { tests::failOnOtherWarnings(); }

    void oneThatIsMissingIsChosenAndExplained()
    {
        const Case one(boards::credentialsKept());
        const QAbstractItemModelTester tester(one.table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(one.table()->model()->rowCount(), 4);
        QCOMPARE(one.table()->currentIndex().row(), 1);
        QVERIFY(one.says("GNOME keyring is open.") && one.says("The keychain has no payments-login: set it."));
        QVERIFY(!one.button("Remove")->isEnabled() && one.button("Test")->isEnabled());
        one.choose(0);
        QVERIFY(one.says("It is kept in GNOME keyring. It was set 3 d") && one.button("Remove")->isEnabled());
        one.choose(2);
        QVERIFY(one.says("check status@eu-west-1: the target refused it, status 403"));
        QCOMPARE(one.table()->model()->index(2, 1).data().toString(), u"refused by its target · GNOME keyring"_s);
    }

    void aValueGoesInByKeyboardAndNeverOut()
    {
        Case one(boards::credentialsKept());
        QVERIFY(one.field()->echoMode() == QLineEdit::Password);
        QVERIFY(!one.button("Keep in GNOME keyring")->isEnabled());
        one.field()->setFocus();
        one.type("canary-value");
        QVERIFY(one.button("Keep in GNOME keyring")->isEnabled() && one.button("For this run only")->isEnabled());
        QTest::keyClick(one.field(), Qt::Key_Return);
        QCOMPARE(one.orders.size(), std::size_t(1));
        QVERIFY(one.orders[0].kind == Kind::keep && one.orders[0].name == "payments-login" && one.orders[0].value == Secret("canary-value"));
        QVERIFY(one.field()->text().isEmpty() && !one.field()->isUndoAvailable());
        QVERIFY(!one.says("canary"));
        one.type("again");
        QTest::keyClick(one.field(), Qt::Key_Return); // The first is on its way.
        QCOMPARE(one.orders.size(), std::size_t(1));
        one.dialog->showDone({.kind = Kind::keep, .seen = {.name = "payments-login", .state = CredentialState::known, .store = "GNOME keyring"}, .keychain = {}});
        QVERIFY(one.says("payments-login is kept in GNOME keyring."));
        one.choose(0);
        QVERIFY(one.field()->text().isEmpty()); // What was typed for another is not kept for this one.
    }

    void withoutAKeychainItCanBeGivenForThisRun()
    {
        Case one(boards::credentialsWhile(CredentialState::unavailable, "there is no session bus"));
        QVERIFY(one.says("There is no keychain in this session: credentials live in the memory of this run only. The system says: there is no session bus."));
        one.type("canary-value");
        QVERIFY(!one.button("Keep in")->isEnabled());
        QTest::keyClick(one.field(), Qt::Key_Return);
        QCOMPARE(one.orders.size(), std::size_t(1));
        QVERIFY(one.orders[0].kind == Kind::keepInMemory);
        one.dialog->showDone({.kind = Kind::keepInMemory, .seen = {.name = "shop-monitor", .state = CredentialState::known, .inMemory = true}, .keychain = {}});
        QVERIFY(one.says("shop-monitor is in the memory of this run. It is gone when Siaga ends."));
    }

    void aLockedOrSilentKeychainCanBeAskedAgain()
    {
        Case locked(boards::credentialsWhile(CredentialState::locked));
        QVERIFY(locked.says("GNOME keyring is locked.") && locked.says("unlock it, or give shop-monitor for this run only"));
        locked.button("Unlock the keychain")->click();
        QVERIFY(locked.orders.size() == 1 && locked.orders[0].kind == Kind::retry);
        Case silent(boards::credentialsWhile(CredentialState::waiting));
        QVERIFY(silent.says("Waiting for the keychain. What is entered meanwhile counts at once."));
        silent.type("canary-value");
        QVERIFY(silent.button("For this run only")->isEnabled());
        silent.button("Ask the keychain again")->click();
        QVERIFY(silent.orders.size() == 1 && silent.orders[0].kind == Kind::retry);
    }

    void whatIsRefusedIsSaid()
    {
        Case one(boards::credentialsKept());
        one.dialog->showDone({.kind = Kind::keep, .seen = {.name = "payments-login", .state = CredentialState::locked}, .keychain = {}});
        QVERIFY(one.says("The keychain is locked, so payments-login stays as it was"));
        one.dialog->showDone({.kind = Kind::remove, .seen = {.name = "payments-login", .state = CredentialState::absent}, .keychain = {}});
        QVERIFY(one.says("payments-login is removed."));
    }

    void removingIsAskedAboutAndTestingIsNot()
    {
        Case one(boards::credentialsKept());
        one.choose(0);
        one.button("Test")->click();
        QVERIFY(one.orders.size() == 1 && one.orders[0].kind == Kind::test && one.orders[0].name == "shop-monitor");
        one.button("Remove")->click();
        QCOMPARE(one.orders.size(), std::size_t(1));
        auto *question = one.dialog->findChild<Question *>();
        QVERIFY(question);
        for (ActionButton *answer : question->findChildren<ActionButton *>())
            if (answer->text() == u"Remove"_s)
                answer->click();
        QVERIFY(one.orders.size() == 2 && one.orders[1].kind == Kind::remove && one.orders[1].name == "shop-monitor");
    }

    void withNothingToListItSaysWhatWouldAppear()
    {
        Case one(CredentialsBoard{});
        QVERIFY(one.says("Nothing in this fleet names a credential."));
        QVERIFY(one.field()->isHidden() || !one.field()->isVisible());
        one.dialog->showBoard(boards::shared(CredentialsBoard{.isLab = true}));
        QVERIFY(one.says("A lab asks no real target"));
        one.dialog->showBoard(nullptr);
        QVERIFY(one.says("This window shows a Siaga that runs elsewhere"));
    }

    void theHeaderSaysWhatIsMissing_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("note");
        QTest::newRow("waiting") << int(CredentialState::waiting) << u"Waiting for the keychain…"_s;
        QTest::newRow("locked") << int(CredentialState::locked) << u"Keychain locked…"_s;
        QTest::newRow("no keychain") << int(CredentialState::unavailable) << u"3 credentials missing…"_s;
    }
    void theHeaderSaysWhatIsMissing()
    {
        QFETCH(int, state);
        QFETCH(QString, note);
        MainWindow window(siaga::Mode::live, [] { return RequestId(1); });
        std::vector<CredentialOrder> orders;
        connect(&window, &MainWindow::credentialOrdered, this, [&orders](const CredentialOrder &order) { orders.push_back(order); });
        window.showBoard(boards::shared(boards::quiet()));
        window.setCredentials(boards::shared(CredentialsBoard{}));
        QVERIFY(!noteIn(window));
        window.setCredentials(boards::shared(boards::credentialsWhile(CredentialState(state))));
        QVERIFY(noteIn(window));
        QCOMPARE(noteIn(window)->text(), note);
        noteIn(window)->click();
        const auto *list = window.findChild<CredentialsDialog *>();
        QVERIFY(list && list->isVisible());
        QVERIFY(orders.size() == 1 && orders[0].kind == Kind::look);
    }

    void theHeaderSaysWhatLivesInMemory()
    {
        MainWindow window(siaga::Mode::live, [] { return RequestId(1); });
        window.showBoard(boards::shared(boards::quiet()));
        window.setCredentials(boards::shared(boards::credentialsInMemory()));
        QVERIFY(noteIn(window) && noteIn(window)->text() == u"Credentials: this run only…"_s);
        window.run(Command::credentials); // Also by its name in the palette.
        QVERIFY(window.findChild<CredentialsDialog *>());
    }
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestCredentialsDialog>(argc, argv);
}

#include "tst_credentials_dialog.moc"
