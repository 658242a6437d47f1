// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance.h"

#include "app/paths.h"
#include "app/credentials.h"
#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/board_input.h"

#include <QCoreApplication>
#include <QMetaMethod>
#include <QSysInfo>

#include <algorithm>

namespace siaga {

namespace {

constexpr int boardInterval = 100;  // Milliseconds; the eye needs no more.
constexpr int fleetInterval = 2000; // Between looks at the fleet's files.
constexpr Duration targetsEach = std::chrono::seconds(5); // Between counts of our own targets.
constexpr int unheardEach = 10;     // Boards that are due while nobody listens: every tenth is kept.

std::string instanceName()
{
    return QSysInfo::machineHostName().toStdString() + ':' + std::to_string(QCoreApplication::applicationPid());
}

StartFailure toFailure(const std::vector<FleetProblem> &problems)
{
    StartFailure failure;
    for (const FleetProblem &problem : problems)
        failure.lines.push_back(toText(problem));
    return failure;
}

QString remedyFor(OpenRefusal refusal)
{
    switch (refusal) {
    case OpenRefusal::heldByAnother:
        return Instance::tr("Use the Siaga that has it, or end that one, or name another folder with --data.");
    case OpenRefusal::damaged:
        return Instance::tr("“siaga audit verify” names the first bad record. Keep the file; to go on without it, name "
                            "another folder with --data.");
    case OpenRefusal::newerFormat:
        return Instance::tr("Start the newer Siaga, or name another folder with --data.");
    case OpenRefusal::networkFileSystem:
        return Instance::tr("Name a folder on a disk of this machine with --data.");
    case OpenRefusal::readOnlyFile:
    case OpenRefusal::wrongOwner:
    case OpenRefusal::openToOthers:
        return Instance::tr("Correct the file's owner and mode, or name another folder with --data.");
    default:
        return Instance::tr("The file was left as it is. To go on without it, name another folder with --data.");
    }
}

Result<std::unique_ptr<Journal>, StartFailure> openJournal(const InstanceOptions &options)
{
    auto journal = options.journalPath.empty()
        ? Result<std::unique_ptr<Journal>, JournalOpenFailure>(std::make_unique<MemoryJournal>())
        : openSqliteJournal({.path = options.journalPath, .readOnly = options.role == Role::observing});
    if (journal)
        return std::move(journal).value();
    if (options.role == Role::observing && journal.error().refusal == OpenRefusal::missing)
        return std::unique_ptr<Journal>(std::make_unique<MemoryJournal>());
    const OpenRefusal refusal = journal.error().refusal;
    return StartFailure{{journal.error().detail}, remedyFor(refusal), refusal == OpenRefusal::heldByAnother};
}

Result<State, StartFailure> readState(const Journal &journal)
{
    auto opened = openState(journal);
    if (!opened)
        return StartFailure{{"journal damaged at record " + std::to_string(opened.error().seq.value()) + ": " + opened.error().what},
                            remedyFor(OpenRefusal::damaged)};
    State state = std::move(opened).value().state;
    if (state.unknownEvents > 0)
        return StartFailure{{"the journal holds records of a newer Siaga; this version can verify and export it, but must not act on it"},
                            remedyFor(OpenRefusal::newerFormat)};
    return state;
}

bool sameBytes(const FleetSource &source, const FleetAdopted &adopted)
{
    return source.environment == adopted.environment
        && std::ranges::equal(source.layers, adopted.layers,
                              [](const auto &a, const auto &b) { return a.file == b.file && a.bytes == b.bytes; });
}

/// The fleet to begin with: the adopted one, or the offered one where none is. Drivers are chosen by it once and for
/// all, so a journal stays with the world that it is about.
std::optional<StartFailure> chooseFleet(const std::optional<FleetSource> &offered, State &state)
{
    const bool adopted = !state.adopted.layers.empty();
    if (!offered)
        return adopted ? std::nullopt : std::optional(StartFailure{{"no fleet: name one with --fleet FILE"}, {}});
    if (adopted && sameBytes(*offered, state.adopted))
        return std::nullopt;
    auto reading = readFleet(*offered);
    if (!adopted && !reading)
        return toFailure(reading.error());
    if (!adopted)
        state.fleet = std::move(reading).value().fleet; // Until its adoption is recorded, the first thing to happen.
    else if (reading && reading->fleet.lab != state.fleet.lab)
        return StartFailure{{state.fleet.lab ? "this journal belongs to the lab; use another --data"
                                             : "this journal belongs to real servers; use another --data for the lab"}, {}};
    return std::nullopt; // A changed file with a mistake is refused once it runs, and the adopted fleet stays.
}

} // namespace

Result<std::unique_ptr<Instance>, StartFailure> Instance::start(const InstanceOptions &options)
{
    auto journal = openJournal(options);
    if (!journal)
        return journal.error();
    std::unique_ptr<Journal> kept = std::move(journal).value();
    auto read = readState(*kept);
    if (!read)
        return read.error();
    State state = std::move(read).value();
    if (const auto failure = chooseFleet(options.fleet, state))
        return *failure;
    std::unique_ptr<Clock> clock = options.clock ? options.clock(state.at) : std::make_unique<BootClock>(state.at);
    std::unique_ptr<Instance> instance(new Instance(std::move(clock), options));
    if (options.role == Role::observing) {
        instance->begin(std::move(state), std::make_unique<ForgettingCommitter>());
    } else if (options.journalPath.empty()) {
        instance->m_memory = std::move(kept);
        instance->begin(std::move(state), std::make_unique<InlineCommitter>(*instance->m_memory));
    } else {
        instance->begin(std::move(state), makeThreadedCommitter(std::move(kept)));
    }
    return instance;
}

Instance::Instance(std::unique_ptr<Clock> clock, InstanceOptions options)
    : m_options(std::move(options))
    , m_name(instanceName())
    , m_clock(std::move(clock))
{
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_pumpTimer, &QTimer::timeout, this, &Instance::pump);
    connect(&m_boardTimer, &QTimer::timeout, this, &Instance::boardDue);
    connect(&m_fleetTimer, &QTimer::timeout, this, &Instance::readFleetAgain);
}

Instance::~Instance()
{
    m_feed.reset();
    m_protectFeed.reset();
    m_committer.reset(); // Waits for the group under way, which would wake a runner that is gone.
    m_runner.reset();
}

void Instance::begin(State state, std::unique_ptr<Committer> committer)
{
    m_committer = std::move(committer);
    m_readUpTo = state.head;
    m_secrets = makeSecrets([this] { return m_clock->now(); }, [this] { return m_clock->wall(); });
    if (!m_options.hasWindow)
        m_secrets->begin();
    const Hearing hearing{.completed = [this](Completion completion) { completed(std::move(completion)); },
                          .observed = [this](Observation observation) { observed(std::move(observation)); },
                          .now = [this] { return m_clock->now(); },
                          .secrets = m_secrets.get(),
                          .noticed = [this](NoticeAnswer answer) { noticed(std::move(answer)); },
                          .chosen = [this](const NoticeChoice &choice) { chosen(choice); }};
    if (state.fleet.lab)
        m_surroundings = makeLabSurroundings(state.fleet, m_clock->wall(), hearing);
    else
        m_surroundings = makeRealSurroundings(hearing);
    m_runner = std::make_unique<Runner>(RunnerOptions{.instance = m_name, .role = m_options.role}, std::move(state), *m_clock,
                                        *m_committer, portsInUse());
    m_runner->wordNotices([this](const std::vector<NoticeFor> &alerts) { return wordNotice(alerts); });
    m_feed = std::make_unique<BoardFeed>(showingOf(*m_runner), *m_clock, [this] { return project(); },
                                         [this](const auto &board) { emit boardReady(board); });
    m_protectFeed = std::make_unique<ProtectFeed>(showingOf(*m_runner), [this] { return projectProtection(); },
                                                  [this](const auto &board) { emit protectionReady(board); });
    m_runner->onDurable([this] {
        m_feed->durable();
        m_protectFeed->durable();
        emit settled();
    });
    m_runner->onSeen([this](const Observation &observation) {
        if (const auto *look = std::get_if<EdgeSeen>(&observation))
            take(m_availability, *look);
        emit sighted(observation);
    });
    m_runner->onRecorded([this](const Recorded &record) { emit recorded(record); });
    m_runner->onWake([this] { QMetaObject::invokeMethod(this, &Instance::pump, Qt::QueuedConnection); });
    m_runner->open();
    if (m_options.fleet)
        m_runner->offerFleet(*m_options.fleet);
    else if (!m_options.fleetProblems.empty())
        m_runner->refuseFleet(m_options.fleetProblems);
    m_boardTimer.start(boardInterval);
    QTimer::singleShot(0, this, &Instance::boardDue);
    if (!m_options.fleetPath.empty() && isActing()) {
        m_fleetWatch = std::make_unique<FleetWatch>([path = m_options.fleetPath, environment = m_options.environment] {
            return loadFleetSource(path, environment);
        });
        m_fleetTimer.start(fleetInterval);
    }
    m_pumpTimer.start(0);
}

void Instance::completed(Completion completion)
{
    m_runner->completed(std::move(completion));
    pumpSoon();
}

void Instance::observed(Observation observation)
{
    m_runner->observed(std::move(observation));
    pumpSoon();
}

void Instance::pumpSoon()
{
    if (!m_pumpTimer.isActive() || m_pumpTimer.remainingTime() > 0)
        m_pumpTimer.start(0);
}

void Instance::pump()
{
    m_surroundings->advanceTo(m_clock->now());
    m_runner->pump();
    tellFault();
    Instant next = m_runner->nextDeadline();
    if (const auto world = m_surroundings->next())
        next = std::min(next, *world);
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - m_clock->now());
    m_pumpTimer.start(std::clamp<int>(static_cast<int>(wait.count()), 1, 1000));
}

void Instance::request(const Event &body, const std::string &person)
{
    m_runner->request(body, person);
    m_pumpTimer.start(0);
}

void Instance::ask(const Event &body)
{
    request(body, accountName());
}

Result<std::string> Instance::disturb(const std::string &fault)
{
    return m_surroundings->disturb(fault);
}

bool Instance::openLink(const QString &link)
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Instance::linkAsked);
    emit linkAsked(link);
    return isSignalConnected(signal);
}

void Instance::tellFault()
{
    if (!m_runner->isFaulty() || std::exchange(m_faultTold, true))
        return;
    m_feed->due();
    emit failed();
}

QString Instance::fault() const
{
    if (!m_runner->journalFault().empty())
        return tr("the journal cannot be written, so nothing is done any more: %1").arg(QString::fromStdString(m_runner->journalFault()));
    if (!m_runner->loopFault().empty())
        return tr("Siaga stopped itself after a fault of its own: %1").arg(QString::fromStdString(m_runner->loopFault()));
    return {};
}

void Instance::readFleetAgain()
{
    if (const auto reading = m_fleetWatch->take()) {
        if (*reading)
            m_runner->offerFleet(**reading);
        else
            m_runner->refuseFleet(toFailure(reading->error()).lines);
    }
    m_fleetWatch->begin();
}

Ports Instance::portsInUse()
{
    Ports ports = m_surroundings->ports();
    if (!m_options.notifies)
        ports.notifier = nullptr;
    return ports;
}

NowBoard Instance::project() const
{
    return nowBoard(boardInput());
}

BoardInput Instance::boardInput() const
{
    const State &state = m_runner->state();
    BoardInput input = boardInputOf(state, m_runner->seen(), m_availability, m_clock->now(), m_clock->wall(), mode());
    input.head = isActing() ? state.head : m_readUpTo;
    input.journalFault = m_runner->journalFault();
    input.loopFault = m_runner->loopFault();
    input.ownTargets = targets();
    input.fleetFrom = m_options.fleetFrom;
    input.fleetFile = m_options.fleetPath;
    return input;
}

ProtectBoard Instance::projectProtection() const
{
    const std::vector<TargetFigures> own = targetFigures();
    return protectBoard(protectInputOf(m_runner->state(), m_runner->seen(), own, m_clock->now(), m_clock->wall(), mode()));
}

std::optional<ProtectBoard> Instance::protection() const
{
    const bool mayBeShown = m_runner->isDurable() && !m_runner->isFaulty();
    return mayBeShown ? std::optional(projectProtection()) : std::nullopt;
}

/// They change with the fleet only, and ten thousand are not listed ten times a second.
std::size_t Instance::targets() const
{
    if (!m_targetsAt || m_clock->now() - *m_targetsAt > targetsEach) {
        m_targets = targetFigures().size();
        m_targetsAt = m_clock->now();
    }
    return m_targets;
}

void Instance::boardDue()
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Instance::boardReady);
    // One a second is kept for commands that come while records are on their way to the disk.
    if (isSignalConnected(signal) || ++m_unheard % unheardEach == 0)
        m_feed->due();
    m_protectFeed->due();
}

} // namespace siaga
