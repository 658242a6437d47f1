// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/broadcast.h"

#include "core/events/archive.h"
#include "core/events/codec.h"

#include <QElapsedTimer>
#include <QLocalSocket>

#include <algorithm>
#include <set>
#include <vector>

namespace siaga {

namespace {

constexpr int beatInterval = 1000;        // Milliseconds.
constexpr int figuresInterval = 500;      // People look at them.
constexpr int sliceMax = 4;               // Milliseconds that a latecomer takes from the loop at once.
constexpr qint64 windowMax = 1024 * 1024; // A latecomer is told no more before it has read so far.
constexpr int stuckMax = 30'000;          // Milliseconds without taking anything; then it is gone.
constexpr std::size_t requestMax = 64 * 1024;

} // namespace

struct Broadcast::Listener
{
    Listener(QLocalSocket *connected, std::string account)
        : socket(connected)
        , person(std::move(account))
    {
        taken.start();
    }

    QLocalSocket *socket;
    std::string person;
    FrameReader reader{requestMax};
    bool isCut = false;
    bool isWhole = false;          ///< It was told all; until then, the four below count.
    std::vector<Subject> subjects; ///< Still to be told, the next one last.
    std::set<Subject> told;
    QByteArray pending;            ///< Seen of those since.
    bool wantsFigures = false;
    bool hasFigures = false;
    QElapsedTimer taken;           ///< Since it last took something.
};

Broadcast::Broadcast(Instance &instance, qint64 backlogMax)
    : m_instance(instance)
    , m_backlogMax(backlogMax)
{
    m_catchUp.setSingleShot(true);
    connect(&m_catchUp, &QTimer::timeout, this, &Broadcast::catchUp);
    connect(&m_beat, &QTimer::timeout, this, &Broadcast::beat);
    connect(&m_figuresDue, &QTimer::timeout, this, &Broadcast::tellFigures);
    connect(&instance, &Instance::sighted, this, &Broadcast::sighted);
    connect(&instance, &Instance::recorded, this, &Broadcast::recorded);
    connect(&instance, &Instance::settled, this, &Broadcast::settled);
    connect(&instance, &Instance::failed, this, &Broadcast::beat);
}

Broadcast::~Broadcast() = default;

void Broadcast::add(QLocalSocket *socket, const std::string &person)
{
    auto &listener = *(m_listeners[socket] = std::make_unique<Listener>(socket, person));
    connect(socket, &QLocalSocket::disconnected, this, [this, socket] { m_listeners.erase(socket); });
    connect(socket, &QLocalSocket::readyRead, this, [this, &listener] { hear(listener); });
    connect(socket, &QLocalSocket::bytesWritten, this, [this, &listener] {
        listener.taken.restart();
        if (!listener.isWhole && !m_catchUp.isActive())
            m_catchUp.start(0);
    });
    if (!m_beat.isActive())
        m_beat.start(beatInterval);
    send(listener, framed(frame::hello, toJson(Hello{m_instance.name(), m_instance.fleetFrom(), m_instance.fleetPath()})));
    restart(listener);
    QMetaObject::invokeMethod(this, [this, socket] {
        if (const auto known = m_listeners.find(socket); known != m_listeners.end())
            hear(*known->second); // What came together with the first line.
    }, Qt::QueuedConnection);
}

void Broadcast::hear(Listener &listener)
{
    QLocalSocket *socket = listener.socket;
    listener.reader.add(socket->readAll());
    while (const auto frame = listener.reader.next())
        obey(listener, *frame);
    if (listener.reader.isBroken())
        cut(listener);
}

void Broadcast::obey(Listener &listener, const Frame &said)
{
    if (said.kind == frame::protection) {
        listener.wantsFigures = said.payload == "1";
        listener.hasFigures = listener.hasFigures && listener.wantsFigures;
        if (listener.wantsFigures && !m_figuresDue.isActive())
            m_figuresDue.start(figuresInterval);
        if (listener.wantsFigures)
            tellFigures();
    } else if (said.kind == frame::request) {
        const std::string name = said.payload.substr(0, said.payload.find(' '));
        // Only what people may ask for: nobody may tell this instance what happened.
        const auto body = name.ends_with("Requested") ? eventFromJson(name, std::string_view(said.payload).substr(std::min(name.size() + 1, said.payload.size())))
                                                      : Result<Event>(Error{"no request"});
        if (body)
            m_instance.request(*body, listener.person);
    }
}

void Broadcast::sighted(const Observation &observation)
{
    if (m_listeners.empty() || std::holds_alternative<OwnBreakerSeen>(observation))
        return; // What was seen of our own breakers is kept nowhere; the figures tell it.
    const QByteArray line = framed(frame::observation, encodeObservation(observation));
    m_pending += line;
    const Subject subject = std::visit(
        []<class One>(const One &seen) -> Subject {
            if constexpr (requires { seen.check; })
                return seen.check;
            else if constexpr (requires { seen.canary; })
                return seen.canary;
            else if constexpr (requires { seen.endpoint; })
                return seen.endpoint;
            else if constexpr (requires { seen.source; })
                return seen.source;
            else
                return CheckId();
        },
        observation);
    for (const auto &[socket, listener] : m_listeners)
        if (!listener->isWhole && listener->told.contains(subject))
            listener->pending += line;
}

void Broadcast::recorded(const Recorded &record)
{
    if (m_listeners.empty())
        return;
    m_pending += framed(frame::record, encode(record));
    if (!record.event.as<FleetAdopted>())
        return;
    for (const auto &[socket, listener] : m_listeners)
        if (!listener->isWhole)
            restart(*listener); // What it was told may be of a fleet that is no more.
}

void Broadcast::settled()
{
    if (m_listeners.empty())
        return;
    if (!m_pending.isEmpty()) {
        const QByteArray told = std::exchange(m_pending, {}) + wholeNow();
        for (const auto &[socket, listener] : m_listeners)
            if (listener->isWhole)
                send(*listener, told);
    }
    for (const auto &[socket, listener] : m_listeners)
        if (!listener->isWhole && listener->subjects.empty())
            finish(*listener);
}

void Broadcast::restart(Listener &listener)
{
    listener.subjects.clear();
    listener.told.clear();
    listener.pending.clear();
    const Fleet &fleet = m_instance.runner().state().fleet;
    for (const Check &check : fleet.checks)
        listener.subjects.emplace_back(check.id);
    for (const Canary &canary : fleet.canaries)
        listener.subjects.emplace_back(canary.id);
    for (const Endpoint &endpoint : fleet.endpoints)
        listener.subjects.emplace_back(endpoint.id);
    for (const MetricsSource &source : fleet.metrics)
        listener.subjects.emplace_back(source.id);
    send(listener, framed(frame::clear));
    m_catchUp.start(0);
}

/// A little at a time, so that a latecomer with a long list keeps neither the loop nor the other consoles waiting.
void Broadcast::catchUp()
{
    QElapsedTimer slice;
    slice.start();
    bool isDone = false;
    for (const auto &[socket, listener] : m_listeners) {
        while (!listener->isWhole && !listener->subjects.empty() && socket->bytesToWrite() < windowMax && slice.elapsed() < sliceMax) {
            tellSight(*listener, listener->subjects.back());
            listener->subjects.pop_back();
        }
        const bool mayGoOn = !listener->isWhole && !listener->subjects.empty() && socket->bytesToWrite() < windowMax;
        if (mayGoOn && !m_catchUp.isActive())
            m_catchUp.start(0);
        isDone = isDone || (!listener->isWhole && listener->subjects.empty());
    }
    if (isDone && m_instance.runner().isDurable() && m_instance.fault().isEmpty())
        settled();
}

void Broadcast::tellSight(Listener &listener, const Subject &subject)
{
    const Seen &seen = m_instance.runner().seen();
    QByteArray lines;
    const auto tell = [&lines](const Observation &observation) { lines += framed(frame::observation, encodeObservation(observation)); };
    if (const auto *check = std::get_if<CheckId>(&subject))
        for (const ProbeResult &result : seen.probes(*check))
            tell(CheckSeen{*check, result});
    else if (const auto *canary = std::get_if<CanaryId>(&subject))
        for (const ProbeResult &result : seen.probes(*canary))
            tell(CanarySeen{*canary, result});
    else if (const auto *endpoint = std::get_if<EndpointId>(&subject))
        for (const EdgeSeen &look : seen.looks(*endpoint))
            tell(look);
    else
        for (const MetricsSeen &page : seen.pages(std::get<MetricsId>(subject)))
            tell(page);
    listener.told.insert(subject);
    listener.socket->write(lines);
}

/// The state is durable at this moment.
void Broadcast::finish(Listener &listener)
{
    listener.isWhole = true;
    listener.told.clear();
    QByteArray lines = std::exchange(listener.pending, {});
    lines += framed(frame::availability, toJson(m_instance.availability()));
    lines += framed(frame::state, toKeyframe(m_instance.runner().state()));
    listener.socket->write(lines + wholeNow());
    if (listener.wantsFigures) {
        m_figuresDue.start(figuresInterval);
        QMetaObject::invokeMethod(this, &Broadcast::tellFigures, Qt::QueuedConnection);
    }
}

QByteArray Broadcast::wholeNow() const
{
    const Runner &runner = m_instance.runner();
    return framed(frame::whole, toJson(Whole{m_instance.now(), m_instance.wall(), m_instance.targets(), runner.journalFault(), runner.loopFault()}));
}

void Broadcast::beat()
{
    if (m_listeners.empty())
        return m_beat.stop();
    const QByteArray now = wholeNow();
    for (const auto &[socket, listener] : m_listeners) {
        if (socket->bytesToWrite() > 0 && listener->taken.elapsed() > stuckMax)
            cut(*listener);
        else
            send(*listener, listener->isWhole ? now : framed(frame::beat));
    }
}

void Broadcast::tellFigures()
{
    std::vector<Listener *> listeners;
    for (const auto &[socket, listener] : m_listeners)
        if (listener->wantsFigures && listener->isWhole)
            listeners.push_back(listener.get());
    if (listeners.empty())
        return m_figuresDue.stop();
    std::map<BreakerId, TargetFigures> figures;
    OwnFigures all{.all = true, .targets = m_instance.targetFigures()};
    OwnFigures changed;
    for (const TargetFigures &target : all.targets) {
        figures[target.id] = target;
        if (const auto before = m_figures.find(target.id); before == m_figures.end() || before->second != target)
            changed.targets.push_back(target);
    }
    const bool someGone = std::ranges::any_of(m_figures, [&figures](const auto &entry) { return !figures.contains(entry.first); });
    m_figures = std::move(figures);
    const bool anyNew = someGone || std::ranges::any_of(listeners, [](const Listener *listener) { return !listener->hasFigures; });
    const QByteArray everything = anyNew ? framed(frame::figures, toJson(all)) : QByteArray();
    const QByteArray part = framed(frame::figures, toJson(changed));
    for (Listener *listener : listeners) {
        const bool needsAll = someGone || !std::exchange(listener->hasFigures, true);
        if (needsAll || !changed.targets.empty())
            send(*listener, needsAll ? everything : part);
    }
}

void Broadcast::send(Listener &listener, const QByteArray &bytes)
{
    if (listener.isCut)
        return;
    listener.socket->write(bytes);
    if (listener.socket->bytesToWrite() > m_backlogMax)
        cut(listener);
}

/// Not at once: whoever calls may be on its way through all listeners.
void Broadcast::cut(Listener &listener)
{
    if (!std::exchange(listener.isCut, true))
        QMetaObject::invokeMethod(listener.socket, &QLocalSocket::abort, Qt::QueuedConnection);
}

} // namespace siaga
