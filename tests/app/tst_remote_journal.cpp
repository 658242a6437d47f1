// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of another process, read over a socket: the same as the one on the spot, also when it is damaged.
#include "app/journal_desk.h"
#include "app/remote_journal.h"
#include "core/journal/memory_journal.h"
#include "core/runtime/committer.h"
#include "tests/journal/sample_records.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace siaga;

namespace {

bool same(const StoredRecord &a, const StoredRecord &b)
{
    return a.seq == b.seq && a.at == b.at && a.wall == b.wall && a.type == b.type && a.bytes == b.bytes && a.hash == b.hash;
}

struct Reading
{
    std::vector<StoredRecord> records;
    std::optional<Damage> damage;
};

Reading readAll(const Journal &journal, Seq first, std::size_t most = 1'000'000)
{
    Reading reading;
    const auto done = journal.read(first, [&](const StoredRecord &record) {
        reading.records.push_back(record);
        return reading.records.size() < most;
    });
    if (!done)
        reading.damage = done.error();
    return reading;
}

/// A journal in memory behind a desk and a socket.
struct Archive
{
    explicit Archive(std::uint64_t records, const std::string &text = "probe answered")
    {
        const auto batch = samples::batch(Seq(), records, text);
        if (records > 0)
            (void)journal.append(batch, {});
        open();
    }

    void open()
    {
        desk = std::make_unique<JournalDesk>(committer);
        server = std::make_unique<QLocalServer>();
        QLocalServer::removeServer(path());
        server->listen(path());
        QObject::connect(server.get(), &QLocalServer::newConnection, server.get(), [this] {
            QLocalSocket *socket = server->nextPendingConnection();
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] {
                if (!socket->canReadLine())
                    return;
                socket->readLine(); // The greeting.
                socket->disconnect(SIGNAL(readyRead()));
                desk->add(socket);
            });
        });
    }
    void close()
    {
        server.reset();
        desk.reset();
    }

    QString path() const { return dir.filePath(QStringLiteral("s")); }

    /// Runs a job on the journal from afar, and the desk meanwhile; false when it takes too long.
    bool remotely(JournalJob job)
    {
        std::atomic<bool> done = false;
        reader.read([&done, job = std::move(job)](const Journal &remote) {
            job(remote);
            done = true;
        });
        return QTest::qWaitFor([&done] { return done.load(); }, 20'000);
    }

    QTemporaryDir dir;
    MemoryJournal journal;
    InlineCommitter committer{journal};
    std::unique_ptr<JournalDesk> desk;
    std::unique_ptr<QLocalServer> server;
    RemoteReader reader{{path()}};
};

} // namespace

class TestRemoteJournal : public QObject
{
    Q_OBJECT

private slots:
    void recordsAreTheSameFromAnyOneOn()
    {
        Archive archive(5000); // More than one slip's worth.
        for (const std::uint64_t first : {1U, 2U, 2500U, 5000U, 5001U}) {
            const Reading local = readAll(archive.journal, Seq(first));
            Reading remote;
            QVERIFY(archive.remotely([&](const Journal &journal) { remote = readAll(journal, Seq(first)); }));
            QVERIFY(!remote.damage);
            QCOMPARE(remote.records.size(), local.records.size());
            QVERIFY(std::ranges::equal(remote.records, local.records, same));
        }
        Reading three;
        QVERIFY(archive.remotely([&](const Journal &journal) { three = readAll(journal, Seq(10), 3); }));
        QCOMPARE(three.records.size(), std::size_t(3));
        QCOMPARE(three.records.back().seq.value(), 12U);
    }

    void headSeekAndKeyframesAreTheSame()
    {
        Archive archive(100);
        const std::string state = R"({"a":"b"})";
        archive.journal.keep({Seq(40), "form", state});
        Head head;
        std::vector<std::optional<Seq>> found;
        std::vector<std::optional<Keyframe>> keyframes;
        const std::vector<Instant> moments{Instant(), Instant(std::chrono::milliseconds(999)), Instant(std::chrono::seconds(1)), Instant(std::chrono::milliseconds(50'500)),
                                           Instant(std::chrono::hours(1))};
        QVERIFY(archive.remotely([&](const Journal &journal) {
            head = journal.head();
            for (const Instant moment : moments)
                found.push_back(journal.seek(moment));
            keyframes = {journal.keyframe(Seq(39), "form"), journal.keyframe(Seq(40), "form"), journal.keyframe(Seq(100), "form"), journal.keyframe(Seq(100), "other")};
        }));
        QVERIFY(head == archive.journal.head());
        for (std::size_t i = 0; i < moments.size(); ++i)
            QVERIFY(found[i] == archive.journal.seek(moments[i]));
        QVERIFY(!keyframes[0] && keyframes[1] && keyframes[2] && !keyframes[3]);
        QVERIFY(keyframes[2]->seq == Seq(40) && keyframes[2]->bytes == state && keyframes[2]->fingerprint == "form");
        Archive empty(0);
        QVERIFY(empty.remotely([&](const Journal &journal) { head = journal.head(); }));
        QVERIFY(head == Head{});
    }

    void verifyingTellsTheSameHeadAndProgress()
    {
        Archive archive(3000);
        std::optional<Result<Head, Damage>> verified;
        std::vector<std::uint64_t> told;
        std::optional<Result<Head, Damage>> stopped;
        QVERIFY(archive.remotely([&](const Journal &journal) {
            verified = journal.verify([&](Seq seq) {
                told.push_back(seq.value());
                return true;
            });
            stopped = journal.verify([](Seq) { return false; });
        }));
        QVERIFY(*verified && **verified == archive.journal.head());
        QVERIFY(!told.empty() && std::ranges::is_sorted(told) && told.back() <= 3000);
        QVERIFY(*stopped && (**stopped).seq < Seq(3000));
    }

    void damageIsReportedAsOnTheSpot_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("other bytes") << 0;
        QTest::newRow("other column") << 1;
        QTest::newRow("other hash") << 2;
    }

    void damageIsReportedAsOnTheSpot()
    {
        QFETCH(int, what);
        Archive archive(2000);
        StoredRecord &bad = archive.journal.disk()->records[1499];
        if (what == 0)
            bad.bytes[bad.bytes.size() - 3] ^= 1;
        else if (what == 1)
            bad.wall.milliseconds += 1;
        else
            bad.hash.bytes[0] ^= 1;
        const Reading local = readAll(archive.journal, Seq(1));
        Reading remote;
        std::optional<Result<Head, Damage>> verified;
        QVERIFY(archive.remotely([&](const Journal &journal) {
            remote = readAll(journal, Seq(1));
            verified = journal.verify({});
        }));
        QVERIFY(local.damage && remote.damage);
        QCOMPARE(remote.damage->seq.value(), local.damage->seq.value());
        QCOMPARE(remote.damage->what, local.damage->what);
        QCOMPARE(remote.records.size(), local.records.size());
        QVERIFY(!*verified);
        QCOMPARE(verified->error().seq.value(), local.damage->seq.value());
    }

    void itIsNeverWrittenFromAfar()
    {
        Archive archive(1);
        bool refused = false;
        QVERIFY(archive.remotely([&refused](const Journal &) { refused = true; }));
        RemoteJournal journal({archive.path()}, [](int) { return true; });
        const auto batch = samples::batch(Seq(1), 1);
        QVERIFY(!journal.append(batch, archive.journal.head()));
        QCOMPARE(archive.journal.head().seq.value(), 1U);
        QVERIFY(refused);
    }

    /// The job waits for the other end, not for its own end; and whoever closes the window waits for neither.
    void aJobGoesOnWhenTheOtherEndIsBack()
    {
        Archive archive(4000, std::string(400, 'x'));
        std::atomic<int> read = 0;
        std::atomic<bool> done = false;
        bool damaged = true;
        archive.reader.read([&](const Journal &journal) {
            const Reading reading = readAll(journal, Seq(1), 10);
            read = static_cast<int>(reading.records.size());
            damaged = readAll(journal, Seq(1)).damage.has_value();
            done = true;
        });
        QVERIFY(QTest::qWaitFor([&read] { return read > 0; }, 10'000));
        archive.close();
        archive.open();
        QVERIFY(QTest::qWaitFor([&done] { return done.load(); }, 20'000));
        QVERIFY(!damaged);

        archive.close();
        auto dropped = std::make_shared<int>(0);
        std::optional<Damage> end;
        {
            RemoteReader reader({archive.path()});
            reader.read([&end](const Journal &journal) { end = readAll(journal, Seq(3)).damage; });
            reader.read([dropped](const Journal &) { ++*dropped; });
        }
        QVERIFY(!end || (end->seq == Seq(3) && end->what.starts_with("not read")));
        QCOMPARE(*dropped, 0);
    }
};

QTEST_GUILESS_MAIN(TestRemoteJournal)
#include "tst_remote_journal.moc"
