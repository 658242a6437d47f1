// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of the Siaga that this console is attached to, read over a local socket and never written.
//
// Like reading a book in another town by letter: one asks for pages, and they come copied. The catch: each call waits
// for the post, also while the other end is away, so it belongs on a thread that nobody waits for.
#pragma once

#include "app/frames.h"
#include "app/peer.h"
#include "core/runtime/journal_reader.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

class QLocalSocket;
class QThread;

namespace siaga {

/// Where to ask, and whom to believe.
struct JournalPlace
{
    QString path;             ///< Of the socket.
    PeerSource peer = peerOf;
};

/// Not thread-safe, and to be used in the thread that made it.
class RemoteJournal final : public Journal
{
public:
    /// `wait(milliseconds)` waits at most so long and says whether to go on; once it says no, every call ends at once
    /// with nothing, or with damage at the record that was asked for.
    RemoteJournal(JournalPlace place, std::function<bool(int)> wait);
    ~RemoteJournal() override;

    Head head() const override;
    std::optional<Seq> seek(Instant at) const override;
    std::optional<Keyframe> keyframe(Seq seq, std::string_view fingerprint) const override;
    Result<Done, Damage> read(Seq first, const std::function<bool(const StoredRecord &)> &visit) const override;

    /// Reads all of it, a few records at a time, so that who writes it goes on meanwhile; nothing is taken for granted.
    Result<Head, Damage> verify(const std::function<bool(Seq)> &progress) const override;

    // It is never written from here: refused, and nothing.
    Result<Head, AppendFailure> append(std::span<const NewRecord> batch, const Head &expected) override;
    Result<Head, AppendFailure> appendAll(std::span<const std::vector<NewRecord>> batches, const Head &expected) override;
    void keep(const Keyframe &) override { }

private:
    struct Answered
    {
        std::vector<Frame> lines;
        JournalAnswer last;
    };
    std::optional<Answered> ask(char kind, const JournalQuestion &question) const;
    bool connectOnce() const;
    std::optional<Answered> askOnce(const QByteArray &question) const;

    JournalPlace m_place;
    std::function<bool(int)> m_wait;
    mutable std::unique_ptr<QLocalSocket> m_socket; ///< nullptr while there is no connection.
    mutable FrameReader m_reader;
};

/// Runs jobs on it, one after the other, on a thread of its own. While the other end is away, they wait.
class RemoteReader : public JournalReader
{
public:
    explicit RemoteReader(JournalPlace place);
    /// The job under way ends early, the others are never run.
    ~RemoteReader() override;

    void read(JournalJob job) override;

private:
    void run();
    bool wait(int milliseconds);

    JournalPlace m_place;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<JournalJob> m_jobs;
    bool m_stopping = false;
    std::unique_ptr<QThread> m_thread; // Last: it uses all of the above.
};

} // namespace siaga
