// SPDX-License-Identifier: GPL-3.0-or-later
// Answers "how did it look then?": fetches what a moment needs from the journal, folds it and hands out its boards, and
// skims the journal for the time bar meanwhile.
//
// Like the archivist who fetches a folder while you already ask for the next one: only the last wish is looked up. The
// catch: between wish and moment lie jobs on another thread, so what comes may be the answer to an earlier wish; it
// says which record it is.
#pragma once

#include "app/errand_desk.h"
#include "core/boards/timeline.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <optional>

namespace siaga {

/// Lives in one thread, in which it also folds; journal jobs run wherever the reader runs them.
class Past : public QObject
{
    Q_OBJECT

public:
    /// `reader` outlives it.
    explicit Past(JournalReader &reader);
    ~Past() override;

    /// Goes to a place; of several wishes that come while it is on its way only the last one counts.
    void seek(const PastPlace &place);
    /// There are records up to this one: skims what is not skimmed yet, the newest first.
    void follow(Seq head);

signals:
    void momentReady(const std::shared_ptr<const siaga::Moment> &moment);
    /// `record`: the one that is damaged; zero when the journal cannot be read at the moment, or is empty.
    void failed(siaga::Seq record, const QString &what);
    void timelineGrew(const siaga::TimelinePart &part);

private:
    class SeekErrand;
    class ScanErrand;
    void begin();
    void ended();
    void scan();
    void scanned(const TimelinePart &part);

    ErrandDesk m_desk;
    std::shared_ptr<SeekErrand> m_seek; ///< Keeps what was folded, for the next one.
    bool m_seeking = false;
    std::optional<PastPlace> m_wanted;
    bool m_scanning = false;
    Seq m_head;
    Seq m_first;                        ///< Skimmed from here ...
    Seq m_last;                         ///< ... to here; zero: nothing yet.
};

/// The same in a thread of its own; may be called from the thread that made it, and waits for nothing.
class PastThread : public QObject
{
    Q_OBJECT

public:
    explicit PastThread(JournalReader &reader);
    /// Waits for what is being folded, some milliseconds.
    ~PastThread() override;

    void seek(const PastPlace &place);
    void follow(Seq head);

signals:
    void momentReady(const std::shared_ptr<const siaga::Moment> &moment);
    void failed(siaga::Seq record, const QString &what);
    void timelineGrew(const siaga::TimelinePart &part);

private:
    QThread m_thread;
    Past *m_past;
};

} // namespace siaga
