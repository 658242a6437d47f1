// SPDX-License-Identifier: GPL-3.0-or-later
// An instance in the test's own process: which journal it takes, and how it watches the fleet's file.
#include "app/instance.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace siaga;

namespace {

FleetSource labFleet()
{
    return *loadFleetSource(SIAGA_FLEETS "/lab.yaml", {});
}

FleetSource realFleet()
{
    return *loadFleetSource(SIAGA_FLEETS "/example.yaml", {});
}

/// Begins, adopts its fleet and ends; why it did not begin.
QString failureOf(const InstanceOptions &options)
{
    const auto started = Instance::start(options);
    if (!started)
        return QString::fromStdString(started.error().lines.front());
    const auto adopted = [&] { return !(*started)->runner().state().adopted.layers.empty() && (*started)->runner().isDurable(); };
    return QTest::qWaitFor(adopted) ? QString() : QStringLiteral("no fleet was adopted");
}

/// A disk that hangs until it is told not to.
struct Hanging
{
    std::mutex mutex;
    std::condition_variable wake;
    bool hangs = true;
    int reads = 0;

    FleetWatch::Reading read()
    {
        std::unique_lock lock(mutex);
        ++reads;
        wake.wait(lock, [this] { return !hangs; });
        return FleetSource{{{"fleet.yaml", "fleet: A"}}, {}};
    }
    int count()
    {
        const std::lock_guard lock(mutex);
        return reads;
    }
    void release()
    {
        {
            const std::lock_guard lock(mutex);
            hangs = false;
        }
        wake.notify_all();
    }
};

} // namespace

class TestInstance : public QObject
{
    Q_OBJECT

private slots:
    void aJournalStaysWithItsWorld()
    {
        const QTemporaryDir dir;
        InstanceOptions lab{.journalPath = dir.filePath(QStringLiteral("lab")).toStdString(), .fleet = labFleet(), .fleetPath = {}, .environment = {}};
        InstanceOptions real{.journalPath = dir.filePath(QStringLiteral("real")).toStdString(), .fleet = realFleet(), .fleetPath = {}, .environment = {}};
        QCOMPARE(failureOf(lab), QString());
        QCOMPARE(failureOf(real), QString());
        std::swap(lab.journalPath, real.journalPath);
        QCOMPARE(failureOf(real), QStringLiteral("this journal belongs to the lab; use another --data"));
        QCOMPARE(failureOf(lab), QStringLiteral("this journal belongs to real servers; use another --data for the lab"));
    }

    void theModeIsThatOfTheDriversFromTheFirstBoardOn()
    {
        auto started = Instance::start({.journalPath = {}, .fleet = labFleet(), .fleetPath = {}, .environment = {}});
        QVERIFY(started);
        const auto instance = std::move(started).value();
        QCOMPARE(instance->board().mode, Mode::lab);
        QSignalSpy boards(instance.get(), &Instance::boardReady);
        QTRY_VERIFY(!boards.isEmpty());
        QCOMPARE(boards.first().first().value<std::shared_ptr<const NowBoard>>()->mode, Mode::lab);
    }

    void aFileThatHangsIsReadOnceAndKeepsNobodyWaiting()
    {
        const auto disk = std::make_shared<Hanging>();
        FleetWatch watch([disk] { return disk->read(); });
        watch.begin();
        QTRY_COMPARE(disk->count(), 1);
        watch.begin();
        QVERIFY(!watch.take());
        disk->release();
        std::optional<FleetWatch::Reading> reading;
        QVERIFY(QTest::qWaitFor([&] { return (reading = watch.take()).has_value(); }));
        QCOMPARE((*reading)->layers.front().bytes, std::string("fleet: A"));
        QCOMPARE(disk->count(), 1);
    }

    void aChangedFileIsAdoptedAndABrokenOneRefused()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("fleet.yaml"));
        const std::string lab = labFleet().layers.front().bytes;
        const auto write = [&path](const std::string &bytes) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), static_cast<qint64>(bytes.size())) > 0;
        };
        QVERIFY(write(lab));
        auto started = Instance::start({.journalPath = {}, .fleet = *loadFleetSource(path.toStdString(), {}), .fleetPath = path.toStdString(), .environment = {}});
        QVERIFY(started);
        const auto instance = std::move(started).value();
        QVERIFY(write(lab + "\nflor: 1\n"));
        QTRY_VERIFY_WITH_TIMEOUT(!instance->board().banners.fleetProblems.empty(), 10'000);
        QVERIFY(write(lab + "\n# fine again\n"));
        QTRY_VERIFY_WITH_TIMEOUT(instance->board().banners.fleetProblems.empty(), 10'000);
    }
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
