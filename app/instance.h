// SPDX-License-Identifier: GPL-3.0-or-later
// One running Siaga: journal, runner and drivers in one thread with an event loop, for the console, for `serve` and
// for commands that act.
#pragma once

#include "app/surroundings.h"
#include "core/boards/availability.h"
#include "core/boards/now_board.h"
#include "core/runtime/runner.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace siaga {

struct InstanceOptions
{
    std::string journalPath;        ///< Empty: the journal is kept in memory, and gone at the end.
    std::optional<FleetSource> fleet; ///< What to adopt; none: go on with the fleet last adopted.
    std::string fleetPath;          ///< Watched for changes; empty when the fleet comes from nowhere on disk.
    std::string environment;
};

/// Why an instance cannot start, for people, one line each.
struct StartFailure
{
    std::vector<std::string> lines;
};

class Instance : public QObject
{
    Q_OBJECT

public:
    /// Opens the journal, folds it, and begins to observe. Must be called in the thread it is to live in.
    static Result<std::unique_ptr<Instance>, StartFailure> start(const InstanceOptions &options);
    ~Instance() override;

    const Runner &runner() const { return *m_runner; }
    Instant now() const { return m_clock->now(); }
    WallTime wall() const { return m_clock->wall(); }
    Mode mode() const { return m_runner->state().fleet.lab ? Mode::lab : Mode::live; }

    /// Something a person asks for; the answer comes as a record.
    void request(const Event &body, const std::string &person);

    /// The targets of our own calls as they stand now, with what guards each.
    std::vector<TargetFigures> targetFigures() const { return m_surroundings->figures(m_clock->now()); }

    /// See Surroundings::disturb.
    Result<std::string> disturb(const std::string &fault);

    /// The board of this moment.
    NowBoard board() const;

signals:
    /// A record became durable.
    void recorded(const siaga::Recorded &record);
    /// At most ten a second, and at least one, while somebody listens.
    void boardReady(const std::shared_ptr<const siaga::NowBoard> &board);

private:
    Instance(std::unique_ptr<Clock> clock, InstanceOptions options);
    void begin(State state, std::unique_ptr<Committer> committer);
    void completed(Completion completion);
    void observed(Observation observation);
    void pumpSoon();
    void pump();
    void readFleetAgain();
    void showBoard();

    InstanceOptions m_options;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Journal> m_memory;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<Surroundings> m_surroundings;
    std::unique_ptr<Runner> m_runner;
    AvailabilityCount m_availability;
    QTimer m_pumpTimer;
    QTimer m_boardTimer;
    QTimer m_fleetTimer;
};

} // namespace siaga
