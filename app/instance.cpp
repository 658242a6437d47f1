// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/instance.h"

#include "core/journal/memory_journal.h"
#include "core/journal/sqlite_journal.h"

#include <QCoreApplication>
#include <QMetaMethod>
#include <QSysInfo>

#include <algorithm>

namespace siaga {

namespace {

constexpr int boardInterval = 100;  // Milliseconds; the eye needs no more.
constexpr int fleetInterval = 2000; // Between looks at the fleet's files.

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

Result<std::unique_ptr<Journal>, StartFailure> openJournal(const std::string &path)
{
    if (path.empty())
        return std::unique_ptr<Journal>(std::make_unique<MemoryJournal>());
    auto journal = openSqliteJournal({.path = path});
    if (!journal)
        return StartFailure{{journal.error().detail}};
    return std::move(journal).value();
}

} // namespace

Result<std::unique_ptr<Instance>, StartFailure> Instance::start(const InstanceOptions &options)
{
    auto journal = openJournal(options.journalPath);
    if (!journal)
        return journal.error();
    std::unique_ptr<Journal> kept = std::move(journal).value();
    auto opened = openState(*kept);
    if (!opened)
        return StartFailure{{"journal damaged at record " + std::to_string(opened.error().seq.value()) + ": " + opened.error().what}};
    State state = std::move(opened).value().state;
    if (state.unknownEvents > 0)
        return StartFailure{{"the journal holds records of a newer Siaga; this version can verify and export it, but must not act on it"}};
    const bool adopted = !state.adopted.layers.empty();
    if (options.fleet && !adopted) {
        const auto reading = readFleet(*options.fleet);
        if (!reading)
            return toFailure(reading.error());
        state.fleet = reading->fleet; // Until its adoption is recorded, which is the first thing that happens.
    } else if (!adopted) {
        return StartFailure{{"no fleet: name one with --fleet FILE"}};
    }
    std::unique_ptr<Instance> instance(new Instance(std::make_unique<BootClock>(state.at), options));
    if (options.journalPath.empty()) {
        instance->m_memory = std::move(kept);
        instance->begin(std::move(state), std::make_unique<InlineCommitter>(*instance->m_memory));
    } else {
        instance->begin(std::move(state), makeThreadedCommitter(std::move(kept)));
    }
    return instance;
}

Instance::Instance(std::unique_ptr<Clock> clock, InstanceOptions options)
    : m_options(std::move(options))
    , m_clock(std::move(clock))
{
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_pumpTimer, &QTimer::timeout, this, &Instance::pump);
    connect(&m_boardTimer, &QTimer::timeout, this, &Instance::showBoard);
    connect(&m_fleetTimer, &QTimer::timeout, this, &Instance::readFleetAgain);
}

Instance::~Instance()
{
    m_committer.reset(); // Waits for the group under way, which would wake a runner that is gone.
    m_runner.reset();
}

void Instance::begin(State state, std::unique_ptr<Committer> committer)
{
    m_committer = std::move(committer);
    const Hearing hearing{.completed = [this](Completion completion) { completed(std::move(completion)); },
                          .observed = [this](Observation observation) { observed(std::move(observation)); },
                          .now = [this] { return m_clock->now(); }};
    if (state.fleet.lab)
        m_surroundings = makeLabSurroundings(state.fleet, m_clock->wall(), hearing);
    else
        m_surroundings = makeRealSurroundings(hearing);
    m_runner = std::make_unique<Runner>(RunnerOptions{.instance = instanceName()}, std::move(state), *m_clock, *m_committer, m_surroundings->ports());
    m_runner->onRecorded([this](const Recorded &record) { emit recorded(record); });
    m_runner->onWake([this] { QMetaObject::invokeMethod(this, &Instance::pump, Qt::QueuedConnection); });
    m_runner->open();
    if (m_options.fleet)
        m_runner->offerFleet(*m_options.fleet);
    m_boardTimer.start(boardInterval);
    if (!m_options.fleetPath.empty())
        m_fleetTimer.start(fleetInterval);
    m_pumpTimer.start(0);
}

void Instance::completed(Completion completion)
{
    if (const auto *observation = std::get_if<Observation>(&completion.answer))
        if (const auto *look = std::get_if<EdgeSeen>(observation))
            take(m_availability, *look);
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

Result<std::string> Instance::disturb(const std::string &fault)
{
    return m_surroundings->disturb(fault);
}

void Instance::readFleetAgain()
{
    const auto source = loadFleetSource(m_options.fleetPath, m_options.environment);
    if (source)
        m_runner->offerFleet(*source);
    else
        m_runner->refuseFleet(toFailure(source.error()).lines);
}

NowBoard Instance::board() const
{
    const State &state = m_runner->state();
    return nowBoard({.fleet = state.fleet,
                     .health = state.health,
                     .recovery = state.recovery,
                     .orchestrator = state.orchestrator,
                     .resilience = state.resilience,
                     .seen = m_runner->seen(),
                     .availability = m_availability,
                     .now = m_clock->now(),
                     .wall = m_clock->wall(),
                     .mode = mode(),
                     .head = state.head,
                     .leader = {},
                     .journalFault = m_runner->journalFault(),
                     .loopFault = m_runner->loopFault(),
                     .fleetProblems = state.fleetProblems});
}

void Instance::showBoard()
{
    static const QMetaMethod signal = QMetaMethod::fromSignal(&Instance::boardReady);
    if (m_runner->isDurable() && isSignalConnected(signal))
        emit boardReady(std::make_shared<const NowBoard>(board()));
}

} // namespace siaga
