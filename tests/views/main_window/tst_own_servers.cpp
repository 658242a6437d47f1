// SPDX-License-Identifier: GPL-3.0-or-later
// The window says where its fleet comes from, and leads from the built-in lab to servers of one's own.
#include "tests/views/main_window/boards.h"
#include "tests/views/main_window/find_button.h"
#include "tests/views/main_window/top_levels.h"
#include "views/dialogs/new_fleet_dialog.h"
#include "views/main_window/header.h"
#include "views/main_window/main_window.h"
#include "views/models/command_list.h"
#include "views/widgets/plain_label.h"

#include <QSignalSpy>
#include <QTest>

using namespace siaga;
using namespace siaga::views;
using siaga::tests::visibleButton;

namespace {

NowBoard from(FleetFrom origin, const char *file, siaga::Mode mode = siaga::Mode::live)
{
    NowBoard board = boards::quiet();
    board.mode = mode;
    board.fleetFrom = origin;
    board.fleetFile = file;
    return board;
}

/// What stands in the header of where the fleet comes from, and the same for whoever cannot see.
QStringList originIn(const MainWindow &window)
{
    for (const PlainLabel *label : window.findChild<Header *>()->findChildren<PlainLabel *>())
        if (label->isVisible() && label->accessibleName().startsWith(QStringLiteral("Fleet from: ")))
            return {label->text(), label->accessibleName().mid(12)};
    return {};
}

} // namespace

class TestOwnServers : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        tests::failOnOtherWarnings();
        m_window = std::make_unique<MainWindow>(siaga::Mode::live, [next = std::uint64_t{0}]() mutable { return RequestId(++next); });
        m_window->show();
    }
    void cleanup() { m_window.reset(); }

    void theHeaderSaysWhereTheFleetComesFrom_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("said");
        const QString file = QStringLiteral("/etc/shop/fleet.yaml");
        const QString last = QStringLiteral(", as last time");
        QTest::newRow("named") << int(FleetFrom::named) << file << QStringList{QStringLiteral("fleet.yaml"), file};
        QTest::newRow("configured") << int(FleetFrom::configuration) << file << QStringList{QStringLiteral("fleet.yaml"), file};
        QTest::newRow("last") << int(FleetFrom::lastUsed) << file << QStringList{QStringLiteral("fleet.yaml") + last, file + last};
        QTest::newRow("last, unknown file") << int(FleetFrom::lastUsed) << QString()
                                            << QStringList{QStringLiteral("last adopted"), QStringLiteral("last adopted; its file is not known")};
    }

    void theHeaderSaysWhereTheFleetComesFrom()
    {
        QFETCH(int, origin);
        QFETCH(QString, file);
        QFETCH(QStringList, said);
        m_window->showBoard(boards::shared(from(FleetFrom(origin), file.toUtf8().constData())));
        QCOMPARE(originIn(*m_window), said);
        QVERIFY(!visibleButton(*m_window, "Watch your own servers…"));
    }

    void theBuiltInLabLeadsToOnesOwnServers()
    {
        m_window->setNewFleetPlaces(QStringLiteral("/tmp/new.yaml"), {QStringLiteral("unix:/run/haproxy/admin.sock")});
        m_window->showBoard(boards::shared(from(FleetFrom::lab, "", siaga::Mode::lab)));
        QVERIFY(originIn(*m_window).isEmpty());
        ActionButton *button = visibleButton(*m_window, "Watch your own servers…");
        QVERIFY(button);
        QSignalSpy wanted(m_window.get(), &MainWindow::inventoryWanted);
        button->click();
        const auto *dialog = m_window->findChild<NewFleetDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        m_window->showNewFleet(); // A second one is never opened.
        QCOMPARE(m_window->findChildren<NewFleetDialog *>().size(), 1);
        visibleButton(*dialog, "Read")->click();
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("unix:/run/haproxy/admin.sock"));
        m_window->showInventory(wanted.at(0).at(0).toString(), {.inventory = {}, .reached = false, .why = "Permission denied"});
        bool isSaid = false;
        for (const PlainLabel *label : dialog->findChildren<PlainLabel *>())
            isSaid = isSaid || label->text().contains(QStringLiteral("could not be read: Permission denied"));
        QVERIFY(isSaid);
    }

    void aLabOfOnesOwnFileIsNoBuiltInOne()
    {
        m_window->showBoard(boards::shared(from(FleetFrom::named, "/etc/lab.yaml", siaga::Mode::lab)));
        QCOMPARE(originIn(*m_window).value(0), QStringLiteral("lab.yaml"));
        QVERIFY(!visibleButton(*m_window, "Watch your own servers…"));
    }

    void thePaletteOpensItFromAnywhere()
    {
        m_window->showBoard(boards::shared(from(FleetFrom::named, "/etc/fleet.yaml")));
        m_window->run(Command::newFleet);
        QVERIFY(m_window->findChild<NewFleetDialog *>());
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

int main(int argc, char **argv)
{
    return tests::runWithWindows<TestOwnServers>(argc, argv);
}

#include "tst_own_servers.moc"
