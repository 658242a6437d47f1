// SPDX-License-Identifier: GPL-3.0-or-later
// Which fleet opens: the named one, the last one, the one of the user's configuration, or the lab.
#include "app/init_command.h"
#include "app/last_fleet.h"
#include "app/launch.h"
#include "app/paths.h"
#include "tests/unit/fleet/fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;

namespace {

/// A home of its own for each test, as the environment names it.
class Home
{
public:
    Home()
    {
        qputenv("XDG_CONFIG_HOME", m_dir.filePath(QStringLiteral("config")).toUtf8());
        qputenv("XDG_DATA_HOME", m_dir.filePath(QStringLiteral("data")).toUtf8());
    }
    QString write(const QString &name, const std::string &fleet) const
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        const bool written = QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
            && file.write(fleet.data(), qint64(fleet.size())) == qint64(fleet.size());
        return written ? path : QString();
    }
    QString configured(const std::string &name) const { return write(QStringLiteral("config/siaga/fleet.yaml"), called(name)); }
    static std::string called(const std::string &name) { return changed(smallFleet, "fleet: Shop", "fleet: " + name); }

private:
    QTemporaryDir m_dir;
};

Arguments with(std::map<QString, QString> options = {})
{
    Arguments arguments;
    arguments.options = std::move(options);
    return arguments;
}

InstanceOptions launched(const Arguments &arguments)
{
    const auto options = launchOptions(arguments);
    if (!options)
        throw std::runtime_error(options.error().lines.front());
    return *options;
}

std::string nameIn(const InstanceOptions &options)
{
    return options.fleet ? readFleet(*options.fleet)->fleet.name : "";
}

/// As a start does: adopts the fleet in a journal of its own, and notes its file.
void startOnce(const Arguments &arguments)
{
    const InstanceOptions options = launched(arguments);
    const auto started = Instance::start(options);
    if (!started)
        throw std::runtime_error(started.error().lines.front());
    rememberLaunch(options);
    const auto adopted = [&] { return !(*started)->runner().state().adopted.layers.empty() && (*started)->runner().isDurable(); };
    if (!QTest::qWaitFor(adopted))
        throw std::runtime_error("no fleet was adopted");
}

Arguments named(const QString &file)
{
    return with({{QStringLiteral("fleet"), file}});
}

} // namespace

class TestLaunch : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnythingTheLabOpens()
    {
        const Home home;
        const InstanceOptions options = launched(with());
        QVERIFY(options.fleetFrom == FleetFrom::lab && options.fleetPath.empty() && options.journalPath.empty());
        QCOMPARE(nameIn(options), std::string("Siaga Lab"));
        QVERIFY(startsTheLab(with()) && socketsFor(with()).size() == 2);
    }

    void theConfiguredFleetComesBeforeTheLab()
    {
        const Home home;
        const QString file = home.configured("Configured");
        const InstanceOptions options = launched(with());
        QVERIFY(options.fleetFrom == FleetFrom::configuration);
        QCOMPARE(options.fleetPath, file.toStdString());
        QCOMPARE(nameIn(options), std::string("Configured"));
        QVERIFY(!options.journalPath.empty());
        QVERIFY(!startsTheLab(with()));
        QCOMPARE(socketsFor(with()).size(), 1); // A lab that happens to run is not what is asked about.
        QVERIFY(launched(with({{QStringLiteral("lab"), {}}})).fleetFrom == FleetFrom::lab);
    }

    void aNamedFleetComesBeforeAll()
    {
        const Home home;
        home.configured("Configured");
        const QString file = home.write(QStringLiteral("named.yaml"), Home::called("Named"));
        const InstanceOptions options = launched(named(file));
        QVERIFY(options.fleetFrom == FleetFrom::named);
        QCOMPARE(nameIn(options), std::string("Named"));
    }

    void theLastOneOpensAgainWithTheChangesOfItsFile()
    {
        const Home home;
        home.configured("Configured");
        const QString file = home.write(QStringLiteral("named.yaml"), Home::called("Named"));
        startOnce(named(file));
        home.write(QStringLiteral("named.yaml"), Home::called("Changed"));
        const InstanceOptions options = launched(with());
        QVERIFY(options.fleetFrom == FleetFrom::lastUsed);
        QCOMPARE(options.fleetPath, file.toStdString());
        QCOMPARE(nameIn(options), std::string("Changed"));
        QVERIFY(options.fleetProblems.empty());
    }

    void aLastOneWhoseFileIsGoneGoesOnAsAdopted()
    {
        const Home home;
        const QString file = home.write(QStringLiteral("named.yaml"), Home::called("Named"));
        startOnce(named(file));
        QVERIFY(QFile::remove(file));
        const InstanceOptions options = launched(with());
        QVERIFY(options.fleetFrom == FleetFrom::lastUsed && !options.fleet);
        QCOMPARE(options.fleetPath, file.toStdString()); // Watched: it may come back.
        QCOMPARE(options.fleetProblems.size(), std::size_t(1));
        const auto started = Instance::start(options);
        QVERIFY(started);
        QTRY_VERIFY(!(*started)->board().banners.fleetProblems.empty());
        const NowBoard board = (*started)->board();
        QCOMPARE(board.fleet, std::string("Named"));
        QVERIFY(board.fleetFrom == FleetFrom::lastUsed && board.fleetFile == file.toStdString());
        home.write(QStringLiteral("named.yaml"), Home::called("Back"));
        QTRY_COMPARE((*started)->board().fleet, std::string("Back"));
        QTRY_VERIFY((*started)->board().banners.fleetProblems.empty());
    }

    void aJournalOfBeforeKnowsItsFleetWithoutAFile()
    {
        const Home home;
        startOnce(named(home.write(QStringLiteral("named.yaml"), Home::called("Named"))));
        QVERIFY(QFile::remove(QFileInfo(configuredFleet()).path() + QStringLiteral("/siaga.ini")));
        const InstanceOptions options = launched(with());
        QVERIFY(options.fleetFrom == FleetFrom::lastUsed && options.fleetPath.empty() && !options.fleet);
    }

    void eachDataFolderHasItsOwnLastFleet()
    {
        const Home home;
        const QTemporaryDir one;
        const QString file = home.write(QStringLiteral("named.yaml"), Home::called("Named"));
        startOnce(with({{QStringLiteral("fleet"), file}, {QStringLiteral("data"), one.path()}}));
        QCOMPARE(lastFleet(one.path()).file, file);
        QVERIFY(lastFleet(dataFolder(with())).file.isEmpty());
        QVERIFY(launched(with({{QStringLiteral("data"), one.path()}})).fleetFrom == FleetFrom::lastUsed);
        QVERIFY(launched(with()).fleetFrom == FleetFrom::lab);
    }

    void theEnvironmentIsRemembered()
    {
        const Home home;
        const QString file = home.write(QStringLiteral("named.yaml"),
                                        smallFleet + "environments:\n  production: {}\n  staging: {fleet: Staging}\n");
        startOnce(with({{QStringLiteral("fleet"), file}, {QStringLiteral("env"), QStringLiteral("staging")}}));
        QCOMPARE(nameIn(launched(with())), std::string("Staging"));
        QCOMPARE(nameIn(launched(with({{QStringLiteral("env"), QStringLiteral("production")}}))), std::string("Shop"));
    }

    /// Also when it came there a moment after somebody looked; and a folder that cannot be written leaves nothing half.
    void aNewFileNeverReplacesOneAndIsWholeOrNotThere()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("a/b/fleet.yaml"));
        QVERIFY(writeNewFile(path, "mine"));
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto again = writeNewFile(path, "yours");
        QVERIFY(!again);
        QVERIFY2(again.error().message.find("File exists") != std::string::npos, again.error().message.c_str());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("mine"));
        QVERIFY(!writeNewFile(QStringLiteral("/proc/none/fleet.yaml"), "x"));
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("fleet.yaml")});
    }

    void aBrokenConfigurationIsToldAndNeverTakenForNone()
    {
        const Home home;
        const QString file = home.configured("Configured");
        QVERIFY(QFile::remove(file) && QDir().mkpath(file)); // A folder in its place.
        const auto options = launchOptions(with());
        QVERIFY(!options);
        QVERIFY(QString::fromStdString(options.error().lines.front()).contains(QStringLiteral("fleet.yaml")));
    }
};

QTEST_GUILESS_MAIN(TestLaunch)
#include "tst_launch.moc"
