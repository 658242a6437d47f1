// SPDX-License-Identifier: GPL-3.0-or-later
// A whole Siaga in a simulated world on a virtual clock: what the product runs, with nothing replaced but the clock,
// the disk and the drivers.
//
// It is like a ship in a towing tank: the hull is the real one, the sea is made to order and can be made again. The
// catch: the same build and the same seed give the same trace, so nothing in it may look at a real clock.
#pragma once

#include "core/lab/lab_committer.h"
#include "core/lab/lab_driver.h"
#include "core/lab/lab_notifier.h"
#include "core/lab/watcher.h"
#include "core/runtime/runner.h"

namespace siaga::lab {

class Lab
{
public:
    /// The fleet must read without a problem; it is the one that the instance adopts and the world consists of.
    Lab(const FleetSource &fleet, const WorldOptions &options);
    ~Lab();

    World &world() { return m_world; }
    Instant now() const { return m_clock.now(); }
    const State &state() const;
    Seq durable() const { return m_journal->head().seq; }
    const Runner *runner() const;

    /// Not owned; told of everything from now on. Watch before the first open().
    void watch(Watcher &watcher) { m_watchers.push_back(&watcher); }

    /// Starts the instance on the journal as it is.
    void open();
    /// Kills it: what is not on disk is gone, what is on its way to an edge still arrives.
    void kill();
    bool isAlive() const { return m_instance != nullptr; }
    /// The next append fails after `batchesKept` batches; the instance stands still until it is opened again.
    void failNextAppend(std::size_t batchesKept) { m_journal->failNext(batchesKept); }
    /// True after an append failed, until the instance is opened again.
    bool isDiskPoisoned() const;
    void jumpWall(Duration by) { m_clock.jumpWall(by); }
    /// How notices fare from the next opening on; until told, all arrive.
    void setWeather(const PostWeather &weather) { m_weather = weather; }

    /// Something a person asks for, now; lost when the instance is dead.
    void ask(Event request, const std::string &person);

    /// Lets time pass until the next thing happens, at most until `until`. False when `until` is reached.
    bool step(Instant until);
    void runUntil(Instant until);

    /// Over every durable byte and every effect so far.
    Hash256 trace() const;

    const MemoryJournal &journal() const { return *m_journal; }

private:
    struct Instance;
    void tell(const Recorded &recorded);
    void tellUnheard();
    void tellEffect(const Effect &effect);

    FleetSource m_source;
    World m_world;
    VirtualClock m_clock;
    Random m_random;
    PostWeather m_weather;
    std::shared_ptr<MemoryDisk> m_disk;
    std::unique_ptr<MemoryJournal> m_journal;
    std::unique_ptr<Instance> m_instance;
    std::vector<Watcher *> m_watchers;
    Seq m_heard; ///< The last record that watchers were told.
    Hash256 m_effects; ///< Chained over the effects.
    std::uint64_t m_opened = 0;
    int m_standing = 0; ///< Steps since time last moved.
};

} // namespace siaga::lab
