// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/yaml_tree.h"
#include "tests/unit/fleet/fixture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace siaga;

class TestLoad : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_folder;

    std::string path(const std::string &name) const { return m_folder->path().toStdString() + "/" + name; }

    void write(const std::string &name, const std::string &bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }

    std::string refusal(const std::string &name) const
    {
        const auto source = loadFleetSource(path(name), "");
        return source ? "" : source.error().at(0).found;
    }

private slots:
    void init() { m_folder.emplace(); }
    void cleanup() { m_folder.reset(); }

    void theFileAndItsOverlaysAreLoadedInOrder()
    {
        write("fleet.yaml", "overlays: [b.yaml, a.yaml]\n" + smallFleet);
        write("a.yaml", "services: {web: {floor: 1}}\n");
        write("b.yaml", "services: {web: {floor: 2}}\n");
        const auto source = loadFleetSource(path("fleet.yaml"), "production");
        QVERIFY(bool(source));
        QCOMPARE(source->environment, std::string("production"));
        QCOMPARE(source->layers.size(), std::size_t(3));
        QCOMPARE(source->layers[0].file, std::string("fleet.yaml"));
        QCOMPARE(source->layers[1].file, std::string("b.yaml"));
        QCOMPARE(source->layers[2].bytes, std::string("services: {web: {floor: 1}}\n"));
        // The stored bytes alone are enough from here on.
        m_folder.reset();
        const auto reading = readFleet(*source);
        QVERIFY(bool(reading));
        QCOMPARE(reading->fleet.services.at(0).floor, 1.0);
    }

    void onlyRegularFilesAreRead()
    {
        QCOMPARE(mkfifo(path("pipe").c_str(), 0600), 0);
        QCOMPARE(symlink("/dev/zero", path("zero").c_str()), 0);
        QCOMPARE(mkdir(path("folder").c_str(), 0700), 0);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(refusal("pipe"), std::string("a pipe"));
        QCOMPARE(refusal("zero"), std::string("a device"));
        QCOMPARE(refusal("folder"), std::string("a directory"));
        QCOMPARE(refusal("missing"), std::string("No such file or directory"));
        QCOMPARE(refusal("missing/fleet.yaml"), std::string("No such file or directory"));
        QCOMPARE(refusal(""), std::string("no file name"));
        QCOMPARE(refusal(std::string("a\0b", 3)), std::string("no file name"));
        QVERIFY(timer.elapsed() < 5000); // A pipe without a writer must not make it wait.
    }

    void aSymbolicLinkToARegularFileIsFollowed()
    {
        write("version-1.yaml", smallFleet);
        QCOMPARE(symlink("version-1.yaml", path("fleet.yaml").c_str()), 0);
        QVERIFY(bool(loadFleetSource(path("fleet.yaml"), "")));
    }

    void sizeIsLimitedBeforeReading()
    {
        const int huge = open(path("huge").c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        QCOMPARE(ftruncate(huge, 5'000'000'000), 0);
        close(huge);
        QCOMPARE(refusal("huge"), std::string("5000000000 bytes"));
        write("fits", std::string(yamlBytesMax, '#'));
        QVERIFY(bool(loadFleetSource(path("fits"), "")));
        write("larger", std::string(yamlBytesMax + 1, '#'));
        QCOMPARE(refusal("larger"), std::string("1048577 bytes"));
    }

    void aFileWhoseSizeIsNotWhatItSaysIsRefused()
    {
        // The kernel says that these are regular files of no size, and then they have contents.
        const auto source = loadFleetSource("/proc/self/status", "");
        QVERIFY(!source);
        QCOMPARE(source.error().at(0).found, std::string("a file that changed while it was read"));
    }

    void aFileReplacedDuringReadingIsOneVersionOrTheOther()
    {
        const std::string one = smallFleet + "# " + std::string(100'000, '1') + "\n";
        const std::string two = smallFleet + "# " + std::string(200'000, '2') + "\n";
        write("fleet.yaml", one);
        std::atomic<bool> stop = false;
        std::thread writer([&] {
            for (bool first = false; !stop; first = !first) {
                write("next", first ? one : two);
                std::rename(path("next").c_str(), path("fleet.yaml").c_str());
            }
        });
        int torn = 0;
        for (int i = 0; i < 200; ++i) {
            const auto source = loadFleetSource(path("fleet.yaml"), "");
            torn += source && source->layers[0].bytes != one && source->layers[0].bytes != two;
        }
        stop = true;
        writer.join();
        QCOMPARE(torn, 0);
    }

    void overlaysStayBesideTheMainFile()
    {
        QCOMPARE(mkdir(path("inner").c_str(), 0700), 0);
        write("secret.yaml", "services: {web: {floor: 1}}\n");
        for (const char *outside : {"../secret.yaml", "/etc/passwd", "..", ".secret", "a/b.yaml"}) {
            write("inner/fleet.yaml", "overlays: [\"" + std::string(outside) + "\"]\n" + smallFleet);
            const auto source = loadFleetSource(path("inner/fleet.yaml"), "");
            QVERIFY2(bool(source), outside);
            QCOMPARE(source->layers.size(), std::size_t(1)); // Not opened,
            const auto reading = readFleet(*source);         // and refused with its line.
            QVERIFY2(!reading, outside);
            QCOMPARE(reading.error().at(0).field, std::string("overlays"));
            QCOMPARE(reading.error().at(0).line, 1);
            QCOMPARE(reading.error().at(0).found, std::string(outside));
        }
    }

    void everyOverlayThatCannotBeReadIsTold()
    {
        QCOMPARE(symlink("/dev/zero", path("zero.yaml").c_str()), 0);
        write("fleet.yaml", "overlays: [zero.yaml, missing.yaml]\n" + smallFleet);
        const auto source = loadFleetSource(path("fleet.yaml"), "");
        QVERIFY(!source);
        QCOMPARE(source.error().size(), std::size_t(2));
        QCOMPARE(source.error()[0].file, std::string("zero.yaml"));
        QCOMPARE(source.error()[0].found, std::string("a device"));
        QCOMPARE(source.error()[1].file, std::string("missing.yaml"));
    }

    void aMainFileThatIsNoYamlIsRefusedWhenItIsRead()
    {
        write("fleet.yaml", "a: [\n");
        const auto source = loadFleetSource(path("fleet.yaml"), "");
        QVERIFY(bool(source));
        QVERIFY(!readFleet(*source));
    }

    void loadingLeavesNoFileOpen()
    {
        write("fleet.yaml", smallFleet);
        const int before = open("/dev/null", O_RDONLY | O_CLOEXEC);
        close(before);
        for (int i = 0; i < 100; ++i) {
            QVERIFY(bool(loadFleetSource(path("fleet.yaml"), "")));
            QVERIFY(!loadFleetSource(m_folder->path().toStdString(), ""));
        }
        const int after = open("/dev/null", O_RDONLY | O_CLOEXEC);
        close(after);
        QCOMPARE(after, before);
    }
};

QTEST_APPLESS_MAIN(TestLoad)
#include "tst_load.moc"
