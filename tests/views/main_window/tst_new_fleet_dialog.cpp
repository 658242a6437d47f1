// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that makes a fleet file: what HAProxy says is proposed, what a person writes stays, and the file is what the
// command line would write of the same answers.
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/top_levels.h"
#include "views/dialogs/new_fleet_dialog.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;

namespace {

const QString socket = QStringLiteral("unix:/run/haproxy/admin.sock");

InventoryAnswer read()
{
    EdgeInventory::Backend web{.name = "bk_web", .mode = "http", .algorithm = "roundrobin"};
    web.servers = {{.name = "eu-central-1", .address = "10.0.0.1:80", .weight = 30, .weightNow = 30, .perSecondMax = 340},
                   {.name = "eu-west-1", .address = "10.0.1.1:80", .weight = 70, .weightNow = 70}};
    return {.inventory = EdgeInventory{"2.6.12", EdgeLevel::everything, {web}}, .reached = true, .why = {}};
}

/// The field that is called so for whoever cannot see.
QLineEdit *field(const QWidget &dialog, const char *name)
{
    for (QLineEdit *one : dialog.findChildren<QLineEdit *>())
        if (one->accessibleName() == QString::fromUtf8(name))
            return one;
    return nullptr;
}

QString preview(const QWidget &dialog)
{
    return dialog.findChild<QPlainTextEdit *>()->toPlainText();
}

void type(QLineEdit *into, const QString &text)
{
    QVERIFY(into);
    into->setFocus();
    into->selectAll();
    QTest::keyClicks(into, text);
    QTest::keyClick(into, Qt::Key_Tab);
}

} // namespace

class TestNewFleetDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_dialog = new NewFleetDialog(Mode::lab, QStringLiteral("/etc/fleet.yaml"), {socket}, nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }
    void cleanup() { delete m_dialog.data(); }

    void readingAsksForEveryAddressAndProposesTheRest()
    {
        QSignalSpy wanted(m_dialog, &NewFleetDialog::inventoryWanted);
        QTest::keyClick(field(*m_dialog, "HAProxy sockets"), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), socket);
        m_dialog->showInventory(socket, read());
        type(field(*m_dialog, "Name"), QStringLiteral("Shop"));
        QCOMPARE(field(*m_dialog, "Regions")->text(), QStringLiteral("eu-central-1 eu-west-1"));
        QCOMPARE(field(*m_dialog, "Check in eu-west-1")->text(), QStringLiteral("http://10.0.1.1:80/"));
        QVERIFY(visibleButton(*m_dialog, "Write the file")->isEnabled());
        NewFleet made{.name = "Shop", .environment = "production"};
        made.regions = {{.id = "eu-central-1", .title = "Frankfurt", .latitude = 50.11, .longitude = 8.68, .place = Ink::assumed},
                        {.id = "eu-west-1", .title = "Ireland", .latitude = 53.35, .longitude = -6.26, .place = Ink::assumed}};
        made.services = {{.id = "web",
                          .backend = "bk_web",
                          .servers = {{"eu-central-1", "eu-central-1"}, {"eu-west-1", "eu-west-1"}},
                          .targets = {{"eu-central-1", "http://10.0.0.1:80/"}, {"eu-west-1", "http://10.0.1.1:80/"}}}};
        made.edges = {{.id = "edge", .address = socket.toStdString(), .inventory = read().inventory}};
        made.canaries = {"https://example.org/", "https://example.net/"};
        QCOMPARE(preview(*m_dialog), QString::fromStdString(textOf(made)));
    }

    void whatAPersonWroteStaysWhenTheEdgeIsReadAgain()
    {
        m_dialog->showInventory(socket, read());
        type(field(*m_dialog, "Check in eu-west-1"), QStringLiteral("https://web.example/"));
        m_dialog->showInventory(socket, read());
        QCOMPARE(field(*m_dialog, "Check in eu-west-1")->text(), QStringLiteral("https://web.example/"));
        QVERIFY(preview(*m_dialog).contains(QStringLiteral("eu-west-1: https://web.example/")));
        QVERIFY(preview(*m_dialog).contains(QStringLiteral("# as answered")) && preview(*m_dialog).contains(QStringLiteral("# address read from HAProxy")));
    }

    void withoutHaproxyItIsFilledInByKeyboard()
    {
        type(field(*m_dialog, "HAProxy sockets"), QStringLiteral("-"));
        type(field(*m_dialog, "Name"), QStringLiteral("Shop"));
        type(field(*m_dialog, "Regions"), QStringLiteral("eu us"));
        type(field(*m_dialog, "Services"), QStringLiteral("web"));
        type(field(*m_dialog, "eu"), QStringLiteral("frankfurt"));
        ActionButton *write = visibleButton(*m_dialog, "Write the file");
        QVERIFY(!write->isEnabled() && write->accessibleDescription().contains(QStringLiteral("Say where us is")));
        type(field(*m_dialog, "us"), QStringLiteral("39 -77"));
        type(field(*m_dialog, "Check in eu"), QStringLiteral("ftp://x"));
        QVERIFY(!write->isEnabled() && write->accessibleDescription().contains(QStringLiteral("HOST:PORT")));
        type(field(*m_dialog, "Check in eu"), QStringLiteral("https://web.example/"));
        QVERIFY2(write->isEnabled(), qPrintable(write->accessibleDescription()));
        QSignalSpy wanted(m_dialog, &NewFleetDialog::writingWanted);
        write->setFocus();
        QTest::keyClick(write, Qt::Key_Space);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("/etc/fleet.yaml"));
        const auto reading = readFleet({.layers = {{"fleet.yaml", wanted.at(0).at(1).toString().toStdString()}}, .environment = {}});
        QVERIFY(reading && reading->fleet.region(RegionId("us"))->longitude == -77);
        QVERIFY(!write->isEnabled()); // Once.
    }

    void theAnswerIsSaidAndTheNextCommandCanBeCopied()
    {
        m_dialog->showInventory(socket, read());
        type(field(*m_dialog, "Name"), QStringLiteral("Shop"));
        m_dialog->showFailure(QStringLiteral("there already"));
        QVERIFY(visibleButton(*m_dialog, "Write the file")->isEnabled());
        m_dialog->showWritten(QStringLiteral("/etc/fleet.yaml"), {QStringLiteral("siaga check /etc/fleet.yaml"), QStringLiteral("siaga")});
        QVERIFY(!visibleButton(*m_dialog, "Write the file"));
        QSignalSpy copied(m_dialog, &NewFleetDialog::copyRequested);
        visibleButton(*m_dialog, "Copy the next command")->click();
        QCOMPARE(copied.at(0).at(0).toString(), QStringLiteral("siaga check /etc/fleet.yaml"));
    }

    void escapeLeavesNothingBehind()
    {
        QSignalSpy wanted(m_dialog, &NewFleetDialog::writingWanted);
        m_dialog->showInventory(socket, read());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QVERIFY(wanted.isEmpty());
    }

private:
    QPointer<NewFleetDialog> m_dialog;
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestNewFleetDialog>(argc, argv);
}

#include "tst_new_fleet_dialog.moc"
