// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/committer.h"

#include "core/runtime/runner.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace siaga {

namespace {

std::optional<AppendFailure> append(Journal &journal, const std::vector<std::vector<NewRecord>> &group, Head &head)
{
    auto appended = journal.appendAll(group, head);
    if (!appended)
        return appended.error();
    head = *appended;
    return std::nullopt;
}

Result<State, Damage> readAgain(const Journal &journal, Head &head)
{
    head = journal.head();
    auto opened = openState(journal);
    if (!opened)
        return opened.error();
    return std::move(opened).value().state;
}

class ThreadedCommitter : public Committer
{
public:
    explicit ThreadedCommitter(std::unique_ptr<Journal> journal)
        : m_journal(std::move(journal))
        , m_head(m_journal->head())
        , m_thread([this] { run(); })
    {
    }

    ~ThreadedCommitter() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_one();
        m_thread.join();
    }

    void commit(std::vector<std::vector<NewRecord>> group, Committed done) override
    {
        post([this, group = std::move(group), done = std::move(done)] { done(append(*m_journal, group, m_head)); });
    }

    void refold(Refolded done) override
    {
        post([this, done = std::move(done)] { done(readAgain(*m_journal, m_head)); });
    }

    void keep(Keyframe keyframe) override
    {
        post([this, keyframe = std::move(keyframe)] { m_journal->keep(keyframe); });
    }

    void read(JournalJob job) override
    {
        post([this, job = std::move(job)] { job(*m_journal); });
    }

private:
    void post(std::function<void()> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_wake.notify_one();
    }

    void run()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            const std::function<void()> job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            job();
            lock.lock();
        }
    }

    std::unique_ptr<Journal> m_journal;
    Head m_head;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_stopping = false;
    std::thread m_thread; // Last: it uses all of the above.
};

} // namespace

InlineCommitter::InlineCommitter(Journal &journal)
    : m_journal(journal)
    , m_head(journal.head())
{
}

void InlineCommitter::commit(std::vector<std::vector<NewRecord>> group, Committed done)
{
    done(append(m_journal, group, m_head));
}

void InlineCommitter::refold(Refolded done)
{
    done(readAgain(m_journal, m_head));
}

void InlineCommitter::keep(Keyframe keyframe)
{
    m_journal.keep(keyframe);
}

void InlineCommitter::read(JournalJob job)
{
    job(m_journal);
}

std::unique_ptr<Committer> makeThreadedCommitter(std::unique_ptr<Journal> journal)
{
    return std::make_unique<ThreadedCommitter>(std::move(journal));
}

} // namespace siaga
