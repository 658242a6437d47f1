// SPDX-License-Identifier: GPL-3.0-or-later
// One running Siaga: journal, runner and drivers in one thread with an event loop, for the console, for `serve` and
// for commands that act.
#pragma once

#include "app/board_feed.h"
#include "app/fleet_watch.h"
#include "app/protect_feed.h"
#include "app/station.h"
#include "app/surroundings.h"
#include "core/boards/availability.h"
#include "core/boards/now_board.h"
#include "core/runtime/runner.h"

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
    FleetFrom fleetFrom = FleetFrom::lab;
    std::vector<std::string> fleetProblems = {}; ///< Why its file cannot be read now; the fleet last adopted stays.
    bool notifies = true;           ///< Whether people are told of alerts; never by one that only observes.
    bool hasWindow = false;         ///< Whether there is one that a notice can open, and that the keychain waits for.
    Role role = Role::acting;       ///< Observing: the journal is read and left as it is, and nothing is done.
    std::function<std::unique_ptr<Clock>(Instant from)> clock = {}; ///< Empty: the machine's own.
};

/// Why an instance cannot start, for people, one line each, and what to do about it (empty: the lines say it).
struct StartFailure
{
    std::vector<std::string> lines;
    QString remedy = {};
    bool isHeldByAnother = false; ///< Another Siaga has the journal.
};

class Instance : public Station
{
    Q_OBJECT

public:
    /// Opens the journal, folds it, and begins to observe. Must be called in the thread it is to live in.
    static Result<std::unique_ptr<Instance>, StartFailure> start(const InstanceOptions &options);
    ~Instance() override;

    const Runner &runner() const { return *m_runner; }
    Instant now() const { return m_clock->now(); }
    WallTime wall() const { return m_clock->wall(); }
    /// The file that the fleet comes from and that is watched; empty when it comes from nowhere on disk.
    const std::string &fleetPath() const { return m_options.fleetPath; }
    /// Empty: the journal is in memory.
    const std::string &journalPath() const { return m_options.journalPath; }
    Mode mode() const { return m_runner->state().fleet.lab ? Mode::lab : Mode::live; }

    /// Something a person asks for; the answer comes as a record.
    void request(const Event &body, const std::string &person);

    /// The targets of our own calls as they stand now, with what guards each.
    std::vector<TargetFigures> targetFigures() const { return m_surroundings->figures(m_clock->now()); }

    void ask(const Event &body) override;
    JournalReader &journal() override { return *m_committer; }

    /// Host and process, for people: who leads, as the journal's openings tell it.
    const std::string &name() const { return m_name; }
    /// Why this fleet and no other.
    FleetFrom fleetFrom() const { return m_options.fleetFrom; }
    const AvailabilityCount &availability() const { return m_availability; }

    /// Does what is due now, for whoever moves the clock by hand.
    void wake() { pump(); }

    /// Who keeps credentials; of no use in the lab, where nobody asks for one.
    Secrets &secrets() { return *m_secrets; }

    /// See Surroundings::disturb.
    Result<std::string> disturb(const std::string &fault);
    /// See Surroundings::faults.
    std::map<lab::FaultId, lab::Fault> faults() const { return m_surroundings->faults(); }

    /// Asks the window beside it to go where the link leads; false when there is no window.
    bool openLink(const QString &link);

    /// The board of this moment; while records are on their way to the disk, the last durable one.
    NowBoard board() const { return *m_feed->present(); }

    /// The same of page Protect; nullopt while records are on their way to the disk, and after a fault.
    std::optional<ProtectBoard> protection() const;

    void wantProtection(bool wanted) override { m_protectFeed->want(wanted); }

    /// False for one that only observes.
    bool isActing() const { return m_options.role == Role::acting; }

    /// Why nothing is done any more, as a sentence; empty while all is well.
    QString fault() const;

    /// How many targets our own calls have; counted now and then.
    std::size_t targets() const;

signals:
    /// An observation was taken in; what follows from it is not durable yet.
    void sighted(const siaga::Observation &observation);
    /// At this very moment the state is the fold of all that was recorded(), and what is seen all that was sighted().
    void settled();
    /// The journal or the loop failed: from now on nothing is done. Once.
    void failed();
    /// Somebody wants the window to go there.
    void linkAsked(const QString &link);
    /// Somebody pressed "Open" on a notice; `activation` is the desktop's leave to raise a window, or empty.
    void openAsked(siaga::AlertId alert, const QString &activation);

private:
    Instance(std::unique_ptr<Clock> clock, InstanceOptions options);
    void begin(State state, std::unique_ptr<Committer> committer);
    void completed(Completion completion);
    void observed(Observation observation);
    void noticed(NoticeAnswer answer);
    void chosen(const NoticeChoice &choice);
    NoticeText wordNotice(const std::vector<NoticeFor> &alerts) const;
    void pumpSoon();
    void pump();
    void tellFault();
    void readFleetAgain();
    void boardDue();
    Ports portsInUse();
    BoardInput boardInput() const;
    NowBoard project() const;
    ProtectBoard projectProtection() const;

    InstanceOptions m_options;
    std::string m_name;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Journal> m_memory;
    std::unique_ptr<Committer> m_committer;
    std::unique_ptr<Secrets> m_secrets; ///< Outlives the surroundings.
    std::unique_ptr<Surroundings> m_surroundings;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<BoardFeed> m_feed;
    std::unique_ptr<ProtectFeed> m_protectFeed;
    std::unique_ptr<FleetWatch> m_fleetWatch;
    AvailabilityCount m_availability;
    Seq m_readUpTo;          ///< The journal's head when it was opened.
    mutable std::size_t m_targets = 0; ///< Of our own calls, counted now and then.
    mutable std::optional<Instant> m_targetsAt;
    int m_unheard = 0;       ///< Boards that were due while nobody listened.
    bool m_faultTold = false;
    QTimer m_pumpTimer;
    QTimer m_boardTimer;
    QTimer m_fleetTimer;
};

} // namespace siaga
