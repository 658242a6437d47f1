// SPDX-License-Identifier: GPL-3.0-or-later
// How fast page Audit finds records among a million, and how long a commit waits meanwhile. Run it on a Release build;
// SIAGA_BENCH_DIRECTORY chooses the disk (default: the working directory). Exits with 1 when a bar is missed.
#include "app/audit_thread.h"
#include "tests/bench/figures.h"
#include "tests/support/archive.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <cstdio>
#include <condition_variable>
#include <mutex>

using namespace siaga;

namespace {

constexpr std::uint64_t million = 1'000'000;

void fill(Journal &journal)
{
    while (journal.head().seq.value() < million)
        SIAGA_CHECK(bool(journal.append(samples::many(journal.head().seq, 10'000), journal.head())));
}

/// Commits a record, waits until it is durable, and pauses; again and again, on its own thread.
class Writer : public QThread
{
public:
    Writer(Committer &committer, Seq head)
        : m_committer(committer)
        , m_head(head)
    {
        start();
    }
    ~Writer() override
    {
        requestInterruption();
        wait();
    }
    bench::Figures figures;

protected:
    void run() override
    {
        while (!isInterruptionRequested()) {
            QElapsedTimer timer;
            timer.start();
            commit();
            figures.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            std::unique_lock held(m_lock);
            m_done.wait_for(held, std::chrono::milliseconds(20)); // A pause, not a wait for anything.
        }
    }

private:
    void commit()
    {
        bool isDurable = false;
        m_committer.commit({samples::many(m_head, 1)}, [&](const auto &failure) {
            SIAGA_CHECK(!failure);
            const std::scoped_lock held(m_lock);
            isDurable = true;
            m_done.notify_all();
        });
        m_head = m_head.next();
        std::unique_lock held(m_lock);
        m_done.wait(held, [&] { return isDurable; });
    }

    Committer &m_committer;
    Seq m_head;
    std::mutex m_lock;
    std::condition_variable m_done;
};

struct Searched
{
    double first = -1; ///< Milliseconds until the first rows are there.
    double all = 0;
    std::size_t rows = 0;
};

Searched search(AuditThread &thread, const AuditQuery &query, int rowsMax)
{
    Searched searched;
    QElapsedTimer timer;
    QEventLoop loop;
    const auto connection = QObject::connect(&thread, &AuditThread::found, &loop, [&](const words::AuditFound &found) {
        const double now = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (searched.first < 0 && !found.lines.empty())
            searched.first = now;
        searched.rows += found.lines.size();
        searched.all = now;
        if (found.isOver)
            loop.quit();
    });
    timer.start();
    thread.find({.ticket = 1, .query = query, .rowsMax = rowsMax});
    loop.exec();
    QObject::disconnect(connection);
    return searched;
}

bool tell(const char *what, const Searched &searched, double bar)
{
    const bool kept = searched.all < bar;
    std::printf("%-58s %7zu rows, first after %8.1f ms, all after %8.1f ms, bar %6.0f ms  %s\n", what, searched.rows, searched.first,
                searched.all, bar, kept ? "kept" : "MISSED");
    std::fflush(stdout);
    return kept;
}

double verified(AuditThread &thread)
{
    QElapsedTimer timer;
    QEventLoop loop;
    QObject::connect(&thread, &AuditThread::proved, &loop, [&](const AuditProof &proof) {
        SIAGA_CHECK(proof.state == ProofState::running || proof.state == ProofState::intact);
        if (proof.state == ProofState::intact)
            loop.quit();
    });
    timer.start();
    thread.verify();
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QTemporaryDir dir(qEnvironmentVariable("SIAGA_BENCH_DIRECTORY", QStringLiteral(".")) + QStringLiteral("/bench-audit-XXXXXX"));
    auto journal = std::move(openSqliteJournal({.path = dir.filePath(QStringLiteral("journal")).toStdString()})).value();
    fill(*journal);
    const Seq head = journal->head().seq;
    const auto committer = makeThreadedCommitter(std::move(journal));
    AuditThread thread(*committer);
    Writer writer(*committer, head);
    bool kept = tell("newest 200, no filter", search(thread, {}, 200), 100);
    kept &= tell("alerts, newest 200", search(thread, {.group = AuditGroup::alerts}, 200), 200);
    kept &= tell("last hour", search(thread, {.since = samples::minute(static_cast<int>(million) - 60)}, 200), 100);
    kept &= tell("nobody: every record looked at, none decoded", search(thread, {.who = "nobody"}, 200), 10'000);
    kept &= tell("a breaker that is not there: every record, twice", search(thread, {.about = BreakerId("none")}, 200), 20'000);
    kept &= tell("a text that is not there: every record decoded", search(thread, {.text = "no such words"}, 200), 60'000);
    const double proof = verified(thread);
    std::printf("%-58s %34.1f ms, bar   5000 ms  %s\n", "verify a million", proof, proof < 5000 ? "kept" : "MISSED");
    kept &= proof < 5000;
    writer.requestInterruption();
    writer.wait();
    kept &= writer.figures.print("a commit of one record meanwhile", {.p50 = {}, .p99 = 50, .max = {}});
    return kept ? 0 : 1;
}
