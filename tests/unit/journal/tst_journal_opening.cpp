// SPDX-License-Identifier: GPL-3.0-or-later
// What opening refuses, by name, and that a refusal changes nothing.
#include "core/base/check.h"
#include "core/journal/journal_file.h"
#include "core/journal/sqlite_journal.h"
#include "tests/journal/raw_sqlite.h"
#include "tests/journal/sample_records.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace siaga;
using samples::batch;
using samples::contentOf;
using samples::overwrite;
using samples::tamper;

namespace {

// A fresh directory with a closed journal of two records of the deployment "ours".
class Desk
{
public:
    Desk()
    {
        const auto journal = openSqliteJournal({.path = path(), .deploymentId = "ours"});
        if (!journal || !(*journal)->append(batch({}, 2), {}))
            qFatal("no journal to test with");
    }
    QString file(const char *suffix = "") const { return m_directory.filePath(QStringLiteral("journal")) + QLatin1String(suffix); }
    std::string path() const { return file().toStdString(); }
    QString directory() const { return m_directory.path(); }

private:
    QTemporaryDir m_directory;
};

std::string refusalOf(const SqliteJournalOptions &options)
{
    const auto opened = openSqliteJournal(options);
    return opened ? "opened" : std::string(namesOf(opened.error().refusal)[std::size_t(opened.error().refusal)]);
}

} // namespace

class TestJournalOpening : public QObject
{
    Q_OBJECT

private slots:
    void aBadFileIsRefusedByNameAndLeftAlone_data()
    {
        using Spoil = void (*)(const Desk &);
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("writer");
        QTest::addColumn<QString>("reader");
        const auto row = [](const char *name, Spoil spoil, const char *writer, const char *reader) {
            QTest::newRow(name) << spoil << QString::fromLatin1(writer) << QString::fromLatin1(reader);
        };
        row("sound", [](const Desk &) {}, "opened", "opened");
        row("zero length", [](const Desk &d) { overwrite(d.file(), {}); }, "empty", "empty");
        row("wal without database", [](const Desk &d) { QFile::rename(d.file(), d.file("-wal")); },
            "walWithoutDatabase", "walWithoutDatabase");
        row("text file", [](const Desk &d) { overwrite(d.file(), QByteArray("not a journal\n").repeated(300)); },
            "notAJournal", "notAJournal");
        row("other database", [](const Desk &d) { QFile::remove(d.file()); tamper(d.file(), "CREATE TABLE x(y)"); },
            "notAJournal", "notAJournal");
        row("other application", [](const Desk &d) { tamper(d.file(), "PRAGMA application_id=7"); }, "notAJournal", "notAJournal");
        row("trigger added", [](const Desk &d) {
            tamper(d.file(), "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM records; END"); },
            "notAJournal", "notAJournal");
        row("view added", [](const Desk &d) { tamper(d.file(), "CREATE VIEW v AS SELECT 1"); }, "notAJournal", "notAJournal");
        row("column added", [](const Desk &d) { tamper(d.file(), "ALTER TABLE records ADD COLUMN x INTEGER"); },
            "notAJournal", "notAJournal");
        row("table removed", [](const Desk &d) { tamper(d.file(), "DROP TABLE keyframes"); }, "notAJournal", "notAJournal");
        row("no meta", [](const Desk &d) { tamper(d.file(), "DELETE FROM meta"); }, "notAJournal", "notAJournal");
        row("newer format", [](const Desk &d) { tamper(d.file(), "UPDATE meta SET value='2' WHERE name='format'; DROP TABLE keyframes"); },
            "newerFormat", "newerFormat");
        row("other deployment", [](const Desk &d) { tamper(d.file(), "UPDATE meta SET value='theirs' WHERE name='deployment'"); },
            "otherDeployment", "otherDeployment");
        row("read-only", [](const Desk &d) { chmod(d.path().c_str(), 0400); }, "readOnlyFile", "opened");
        row("mode 0666", [](const Desk &d) { chmod(d.path().c_str(), 0666); }, "openToOthers", "opened");
        row("mode 0620", [](const Desk &d) { chmod(d.path().c_str(), 0620); }, "openToOthers", "opened");
        row("wal of mode 0666", [](const Desk &d) { overwrite(d.file("-wal"), {}); chmod((d.path() + "-wal").c_str(), 0666); },
            "openToOthers", "opened");
        row("damaged", [](const Desk &d) { tamper(d.file(), "UPDATE records SET wall=0 WHERE seq=2"); }, "damaged", "opened");
        row("wal of noise", [](const Desk &d) { overwrite(d.file("-wal"), QByteArray(9000, 'x')); chmod((d.path() + "-wal").c_str(), 0600); },
            "damaged", "damaged");
        row("directory", [](const Desk &d) { QFile::remove(d.file()); QDir().mkdir(d.file()); }, "notAFile", "notAFile");
        row("link", [](const Desk &d) { QFile::rename(d.file(), d.file("2")); QFile::link(d.file("2"), d.file()); }, "notAFile", "notAFile");
        row("pipe", [](const Desk &d) { QFile::remove(d.file()); mkfifo(d.path().c_str(), 0600); }, "notAFile", "notAFile");
    }

    void aBadFileIsRefusedByNameAndLeftAlone()
    {
        using Spoil = void (*)(const Desk &);
        QFETCH(Spoil, spoil);
        QFETCH(QString, writer);
        QFETCH(QString, reader);
        const Desk desk;
        spoil(desk);
        const bool plain = QFileInfo(desk.file()).isFile();
        const QByteArray before = plain ? contentOf(desk.file()) : QByteArray();
        const QByteArray wal = contentOf(desk.file("-wal"));
        const auto read = refusalOf({.path = desk.path(), .deploymentId = "ours", .readOnly = true});
        QCOMPARE(QString::fromStdString(read), reader);
        QVERIFY(!plain || contentOf(desk.file()) == before);
        QCOMPARE(contentOf(desk.file("-wal")), wal);
        const auto written = QString::fromStdString(refusalOf({.path = desk.path(), .deploymentId = "ours"}));
        QCOMPARE(written, writer);
        QVERIFY(!plain || contentOf(desk.file()) == before);
    }

    void anotherUsersFileIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("only root can give a file away");
        const Desk desk;
        QCOMPARE(chown(desk.path().c_str(), 4711, gid_t(-1)), 0);
        QCOMPARE(refusalOf({.path = desk.path()}), std::string("wrongOwner"));
        QCOMPARE(refusalOf({.path = desk.path(), .readOnly = true}), std::string("opened"));
    }

    void networkFileSystemsAreKnown()
    {
        for (const std::int64_t type : {0x6969L, 0xFF534D42L, std::int64_t(std::int32_t(0xFF534D42)), 0xFE534D42L, 0x01021997L})
            QVERIFY(isNetworkFileSystem(type));
        for (const std::int64_t type : {0xEF53L, 0x01021994L, 0x9123683EL, 0x58465342L}) // ext4, tmpfs, btrfs, XFS
            QVERIFY(!isNetworkFileSystem(type));
    }

    void aSecondOpenerIsToldWhoHoldsIt_data()
    {
        QTest::addColumn<bool>("firstReads");
        QTest::addColumn<bool>("secondReads");
        QTest::newRow("writer, writer") << false << false;
        QTest::newRow("writer, reader") << false << true;
        QTest::newRow("reader, writer") << true << false;
    }

    void aSecondOpenerIsToldWhoHoldsIt()
    {
        QFETCH(bool, firstReads);
        QFETCH(bool, secondReads);
        const Desk desk;
        {
            const auto first = openSqliteJournal({.path = desk.path(), .readOnly = firstReads});
            QVERIFY(first);
            const auto second = openSqliteJournal({.path = desk.path(), .readOnly = secondReads});
            QVERIFY(!second);
            QVERIFY(second.error().refusal == OpenRefusal::heldByAnother);
            QVERIFY(second.error().detail.find(std::to_string(getpid())) != std::string::npos);
            QVERIFY((*first)->verify({}));
        }
        QCOMPARE(refusalOf({.path = desk.path()}), std::string("opened"));
    }

    void aHolderWithoutALockFileIsNoticedToo()
    {
        const Desk desk;
        const auto first = openSqliteJournal({.path = desk.path()});
        QVERIFY(first);
        // SQLite's own locks don't count within one process, so another one looks.
        QVERIFY(QFile::remove(desk.file(".lock")));
        const pid_t child = fork();
        if (child == 0)
            _exit(refusalOf({.path = desk.path()}) == "heldByAnother" ? 0 : 1);
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
    }

    void aMissingJournalIsMadeForAWriterOnly()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("new?#% journal"));
        const std::string path = file.toStdString();
        QCOMPARE(refusalOf({.path = path, .readOnly = true}), std::string("missing"));
        QVERIFY(!QFile::exists(file));
        {
            const auto made = openSqliteJournal({.path = path, .deploymentId = "mine"});
            QVERIFY(made);
            QCOMPARE(deploymentOf(**made), std::string("mine"));
        }
        struct stat status;
        QCOMPARE(stat(path.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t(0600));
        QCOMPARE(deploymentOf(**openSqliteJournal({.path = path})), std::string("mine"));
        QCOMPARE(refusalOf({.path = directory.filePath(QStringLiteral("no/such")).toStdString()}), std::string("failed"));
    }

    void aNewDeploymentGetsARandomId()
    {
        QTemporaryDir directory;
        const auto idOf = [&](const QString &name) {
            return deploymentOf(**openSqliteJournal({.path = directory.filePath(name).toStdString()}));
        };
        const std::string first = idOf(QStringLiteral("a"));
        QCOMPARE(first.size(), std::size_t(32));
        QVERIFY(first != idOf(QStringLiteral("b")));
        QCOMPARE(first, idOf(QStringLiteral("a")));
    }

    void anInterruptedCreationIsTakenUpAgain()
    {
        QTemporaryDir directory;
        const QString file = directory.filePath(QStringLiteral("journal"));
        overwrite(file + QLatin1String(".new"), "half a file");
        overwrite(file + QLatin1String(".new-journal"), "half a journal");
        QCOMPARE(refusalOf({.path = file.toStdString()}), std::string("opened"));
        QVERIFY(!QFile::exists(file + QLatin1String(".new")));
    }

    void openingChecksTheLastThousandRecordsAndNoMore_data()
    {
        QTest::addColumn<int>("bad");
        QTest::addColumn<bool>("noticed");
        QTest::newRow("last") << 3000 << true;
        QTest::newRow("within the tail") << 2001 << true;
        QTest::newRow("before it") << 1999 << false;
        QTest::newRow("first") << 1 << false;
    }

    void openingChecksTheLastThousandRecordsAndNoMore()
    {
        QFETCH(int, bad);
        QFETCH(bool, noticed);
        const Desk desk;
        {
            const auto journal = openSqliteJournal({.path = desk.path()});
            QVERIFY((*journal)->append(batch(Seq(2), 2998), (*journal)->head()));
        }
        tamper(desk.file(), "UPDATE records SET at=at+1 WHERE seq=" + QByteArray::number(bad));
        {
            const auto opened = openSqliteJournal({.path = desk.path()});
            QCOMPARE(!opened, noticed);
            QVERIFY(!noticed || opened.error().seq == Seq(std::uint64_t(bad)));
            // What opening doesn't look at is never folded all the same.
            if (opened)
                QCOMPARE((*opened)->read(Seq(), [](const StoredRecord &) { return true; }).error().seq.value(), std::uint64_t(bad));
        }
        const auto reader = openSqliteJournal({.path = desk.path(), .readOnly = true});
        QCOMPARE((*reader)->verify({}).error().seq.value(), std::uint64_t(bad));
    }

    void aReaderSeesWhatIsOnlyInTheLogAndChangesNothing()
    {
        const Desk desk;
        const Desk copy;
        {
            const auto journal = openSqliteJournal({.path = desk.path()});
            QVERIFY((*journal)->append(batch(Seq(2), 3), (*journal)->head()));
            overwrite(copy.file(), contentOf(desk.file()));
            overwrite(copy.file("-wal"), contentOf(desk.file("-wal")));
            chmod((copy.path() + "-wal").c_str(), 0600);
        }
        const QByteArray wal = contentOf(copy.file("-wal"));
        QVERIFY(!wal.isEmpty());
        const QByteArray file = contentOf(copy.file());
        {
            const auto reader = openSqliteJournal({.path = copy.path(), .readOnly = true});
            QVERIFY(reader);
            QCOMPARE((*reader)->head().seq.value(), 5U);
            QCOMPARE((*reader)->verify({})->seq.value(), 5U);
            const auto refused = (*reader)->append(batch(Seq(5), 1), (*reader)->head());
            QVERIFY(refused.error().refusal == AppendRefusal::poisoned);
            (*reader)->keep({Seq(1), "a", "lost"});
        }
        QVERIFY(contentOf(copy.file()) == file);
        QVERIFY(contentOf(copy.file("-wal")) == wal);
        QVERIFY(QDir(copy.directory()).entryList({QStringLiteral("*-shm")}).isEmpty());
        QCOMPARE(refusalOf({.path = copy.path()}), std::string("opened"));
    }

    void aDamagedKeyframeIsPassedOver()
    {
        const Desk desk;
        {
            const auto journal = openSqliteJournal({.path = desk.path()});
            (*journal)->keep({Seq(1), "a", "one"});
            (*journal)->keep({Seq(2), "a", "two"});
        }
        tamper(desk.file(), "UPDATE keyframes SET bytes=x'00' WHERE seq=2");
        const auto journal = openSqliteJournal({.path = desk.path()});
        QVERIFY(journal);
        QCOMPARE((*journal)->keyframe(Seq(2), "a")->bytes, std::string("one"));
    }

    void aFileSizeLimitWillNotKillTheProcess()
    {
        std::signal(SIGXFSZ, SIG_DFL);
        const Desk desk;
        struct sigaction now;
        QCOMPARE(sigaction(SIGXFSZ, nullptr, &now), 0);
        QVERIFY(now.sa_handler == SIG_IGN);
    }
};

QTEST_APPLESS_MAIN(TestJournalOpening)
#include "tst_journal_opening.moc"
