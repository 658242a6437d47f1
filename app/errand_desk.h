// SPDX-License-Identifier: GPL-3.0-or-later
// Sends errands to the thread that owns the journal and takes in what they bring, again and again, until they are done.
//
// Like a messenger between the reading room and the archive: never more than one trip of an errand at a time, so an
// errand needs no lock. The catch: an errand that the archive never let in says so only when it is thrown away.
#pragma once

#include "core/runtime/journal_reader.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace siaga {

class Errand
{
public:
    virtual ~Errand() = default;

    /// On the journal's thread, some milliseconds at most.
    virtual void bring(const Journal &journal) = 0;
    /// On the desk's thread: takes in what was brought; true to go once more.
    virtual bool take() = 0;
    /// On the desk's thread, instead of take(): the journal cannot be read.
    virtual void lost() { }

    /// From any thread: it comes back once more at most, and nothing is told of it.
    void stop() { m_stopped = true; }
    bool isStopped() const { return m_stopped; }

private:
    std::atomic<bool> m_stopped = false;
};

class ErrandDesk : public QObject
{
    Q_OBJECT

public:
    /// `reader` must outlive this.
    explicit ErrandDesk(JournalReader &reader, QObject *parent = nullptr);
    /// Errands under way come back to nobody.
    ~ErrandDesk() override;

    void send(const std::shared_ptr<Errand> &errand);

private:
    struct Door;
    struct Trip;
    void came(const std::shared_ptr<Errand> &errand, bool wasRun);

    JournalReader &m_reader;
    std::shared_ptr<Door> m_door;
};

/// For an errand: true while a job may keep the journal; begins to count when it is made.
class Patience
{
public:
    Patience();
    bool operator()() const;

private:
    std::int64_t m_end;
};

} // namespace siaga
