// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab.h"

#include "core/base/check.h"
#include "core/drivers/filters/protection.h"
#include "core/events/codec.h"

#include <algorithm>

namespace siaga::lab {

namespace {

enum Domain : std::uint64_t { instanceDomain = 10, proberDomain = 1, trafficDomain = 2, diskDomain = 3, postDomain = 4 };

Fleet mustRead(const FleetSource &source)
{
    auto reading = readFleet(source);
    SIAGA_CHECK(static_cast<bool>(reading));
    return std::move(reading).value().fleet;
}

/// Passes calls on and tells the watchers of each.
template<class Port>
class WatchedPort : public Port
{
public:
    WatchedPort(Port &port, std::function<void(const Call &)> tell)
        : m_port(port)
        , m_tell(std::move(tell))
    {
    }
    void start(const Call &call) override
    {
        m_tell(call);
        m_port.start(call);
    }
    void cancel(CallId id) override { m_port.cancel(id); }

private:
    Port &m_port;
    std::function<void(const Call &)> m_tell;
};

class WatchedNotifier : public Notifier
{
public:
    WatchedNotifier(Notifier &port, std::function<void(const NoticeCall &)> tell)
        : m_port(port)
        , m_tell(std::move(tell))
    {
    }
    void start(const NoticeCall &call) override
    {
        m_tell(call);
        m_port.start(call);
    }
    void cancel(CallId id) override { m_port.cancel(id); }
    void withdraw(const ChannelId &channel, const std::string &key) override { m_port.withdraw(channel, key); }

private:
    Notifier &m_port;
    std::function<void(const NoticeCall &)> m_tell;
};

} // namespace

/// All that dies with the process.
struct Lab::Instance
{
    Instance(Lab &lab, State state, const Random &random)
        : committer(lab.m_world.timetable(), *lab.m_journal, random.stream(diskDomain))
        , protection([this, &lab](Completion done) { take(lab, std::move(done)); }, [&lab] { return lab.now(); },
                     [this, &lab](Observation seen) { turned(lab, std::move(seen)); })
        , prober(lab.m_world, protection.sink(), random.stream(proberDomain))
        , traffic(lab.m_world, protection.sink(), random.stream(trafficDomain))
        , sentProber(prober, [&lab](const Call &call) { sent(lab, call); })
        , sentTraffic(traffic, [&lab](const Call &call) { sent(lab, call); })
        , watchedProber(protection.around(static_cast<Prober &>(sentProber)), [&lab](const Call &call) { started(lab, call); })
        , watchedTraffic(protection.around(static_cast<Traffic &>(sentTraffic)), [&lab](const Call &call) { started(lab, call); })
        , notifier(lab.m_world.timetable(), [this](NoticeAnswer answer) { runner.noticeAnswered(std::move(answer)); }, lab.m_weather,
                   random.stream(postDomain))
        , watchedNotifier(notifier, [&lab](const NoticeCall &call) {
            for (Watcher *watcher : lab.m_watchers)
                watcher->onNoticeStarted(call, lab.durable());
        })
        , runner({.instance = "lab"}, std::move(state), lab.m_clock, committer,
                 {.prober = &watchedProber, .traffic = [this](const Endpoint &) { return &watchedTraffic; }, .breakers = &protection,
                  .notifier = &watchedNotifier})
    {
        runner.onRecorded([&lab](const Recorded &recorded) { lab.tell(recorded); });
    }

    void take(Lab &lab, Completion done)
    {
        for (Watcher *watcher : lab.m_watchers)
            watcher->onCompleted(done);
        runner.completed(std::move(done));
    }

    void turned(Lab &lab, Observation seen)
    {
        for (Watcher *watcher : lab.m_watchers)
            watcher->onBreakerTurned(std::get<OwnBreakerSeen>(seen));
        runner.observed(std::move(seen));
    }

    static void sent(Lab &lab, const Call &call)
    {
        for (Watcher *watcher : lab.m_watchers)
            watcher->onCallSent(call);
    }

    static void started(Lab &lab, const Call &call)
    {
        for (Watcher *watcher : lab.m_watchers)
            watcher->onCallStarted(call, lab.durable());
    }

    LabCommitter committer;
    Protection protection; ///< Outlives the drivers, which complete into it.
    LabProber prober;
    LabTraffic traffic;
    WatchedPort<Prober> sentProber;
    WatchedPort<Traffic> sentTraffic;
    WatchedPort<Prober> watchedProber;
    WatchedPort<Traffic> watchedTraffic;
    LabNotifier notifier;
    WatchedNotifier watchedNotifier;
    Runner runner;
};

Lab::Lab(const FleetSource &fleet, const WorldOptions &options)
    : m_source(fleet)
    , m_world(mustRead(fleet), options)
    , m_clock(options.start, options.wall)
    , m_random(Random(options.seed).stream(instanceDomain))
    , m_disk(std::make_shared<MemoryDisk>())
    , m_journal(std::make_unique<MemoryJournal>(m_disk))
{
    m_world.onEffect([this](const Effect &effect) { tellEffect(effect); });
    m_world.onFault([this](const Fault &fault, bool began) {
        for (Watcher *watcher : m_watchers)
            watcher->onFault(fault, began);
    });
}

Lab::~Lab() = default;

const State &Lab::state() const
{
    SIAGA_CHECK(isAlive());
    return m_instance->runner.state();
}

const Runner *Lab::runner() const
{
    return m_instance ? &m_instance->runner : nullptr;
}

void Lab::open()
{
    SIAGA_CHECK(!isAlive());
    m_journal = std::make_unique<MemoryJournal>(m_disk);
    tellUnheard();
    auto opened = openState(*m_journal);
    SIAGA_CHECK(static_cast<bool>(opened));
    m_instance = std::make_unique<Instance>(*this, std::move(opened).value().state, m_random.stream(m_opened++));
    m_instance->runner.open();
    m_instance->runner.offerFleet(m_source);
    m_instance->runner.pump();
    for (Watcher *watcher : m_watchers)
        watcher->onOpened();
}

void Lab::kill()
{
    if (!isAlive())
        return;
    m_instance->committer.die();
    m_instance.reset();
    for (Watcher *watcher : m_watchers)
        watcher->onKilled();
}

bool Lab::isDiskPoisoned() const
{
    return m_instance && m_instance->committer.isPoisoned();
}

void Lab::ask(Event request, const std::string &person)
{
    if (!isAlive())
        return;
    m_instance->runner.request(std::move(request), person);
    m_instance->runner.pump();
}

bool Lab::step(Instant until)
{
    Instant next = until;
    if (const auto cue = m_world.next())
        next = std::min(next, *cue);
    if (const auto waiting = isAlive() ? m_instance->protection.next() : std::nullopt)
        next = std::min(next, *waiting);
    // What is overdue waits for the disk: a little later is soon enough.
    if (isAlive())
        next = std::min(next, std::max(m_instance->runner.nextDeadline(), now() + std::chrono::milliseconds(1)));
    m_standing = next > now() ? 0 : m_standing + 1;
    SIAGA_CHECK(m_standing < 100'000); // Time must move on.
    m_clock.advanceTo(next);
    m_world.advanceTo(m_clock.now());
    if (isAlive()) {
        m_instance->protection.advanceTo(m_clock.now());
        m_instance->runner.pump();
    }
    for (Watcher *watcher : m_watchers)
        watcher->onRest();
    return now() < until;
}

void Lab::runUntil(Instant until)
{
    while (step(until)) {
    }
}

void Lab::tell(const Recorded &recorded)
{
    m_heard = recorded.seq;
    for (Watcher *watcher : m_watchers)
        watcher->onRecorded(recorded);
}

void Lab::tellUnheard()
{
    const auto read = m_journal->read(m_heard.next(), [this](const StoredRecord &stored) {
        const auto recorded = decode(stored.bytes);
        SIAGA_CHECK(static_cast<bool>(recorded));
        tell(*recorded);
        return true;
    });
    SIAGA_CHECK(static_cast<bool>(read));
}

void Lab::tellEffect(const Effect &effect)
{
    const std::string text = std::to_string(effect.at.time_since_epoch().count()) + ' ' + effect.endpoint.text() + ' '
        + effect.service.text() + ' ' + effect.region.text() + ' ' + std::to_string(effect.weight) + ' ' + effect.key;
    m_effects = sha256(text, toHex(m_effects));
    for (Watcher *watcher : m_watchers)
        watcher->onEffect(effect);
}

Hash256 Lab::trace() const
{
    return sha256(toHex(m_journal->head().hash), toHex(m_effects));
}

} // namespace siaga::lab
