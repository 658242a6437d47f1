// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab_driver.h"

#include "core/base/check.h"

#include <algorithm>

namespace siaga::lab {

/// The lines to each edge, with the calls that wait for their turn. Cues hold it weakly.
class LabTraffic::Lines : public std::enable_shared_from_this<Lines>
{
public:
    Lines(World &world, CompletionSink sink, const Random &random)
        : m_world(world)
        , m_sink(std::move(sink))
        , m_random(random)
    {
    }

    void start(const Call &call);
    void cancel(CallId id);

private:
    struct Turn
    {
        Call call;
        Instant began;
        std::uint64_t order = 0; ///< Of start().
        bool begun = false;
        bool sent = false; ///< The command went out: what became of it is not known until the answer.
    };
    /// The calls at one edge, each in the order of start().
    struct Waiting
    {
        std::deque<CallId> rescues; ///< The first is under way.
        std::deque<CallId> others;  ///< The first is under way, unless it waits for a rescue that was started before it.
    };
    using Moment = void (Lines::*)(CallId);

    void later(Duration after, CallId id, Moment moment);
    void beginNext(const EndpointId &edge);
    void begin(CallId id);
    void connect(CallId id);
    void knock(CallId id);
    void send(CallId id);
    void sendWrite(CallId id, const Turn &turn, Duration trip);
    void readEdge(CallId id);
    void hearAnswer(CallId id, WriteEffect effect);
    void giveUp(CallId id);
    void expire(CallId id) { giveUp(id, "no answer in time"); }
    void giveUp(CallId id, const char *detail);
    void finish(CallId id, Outcome outcome, const char *detail);
    void finishLook(CallId id, EdgeSeen seen);
    void hangUp(const EndpointId &edge, CallId id);
    static const EndpointId &edgeOf(const Call &call);

    World &m_world;
    CompletionSink m_sink;
    Random m_random; ///< Which answers are lost.
    std::map<CallId, Turn> m_turns;
    std::map<EndpointId, Waiting> m_waiting;
    std::uint64_t m_started = 0;
};

const EndpointId &LabTraffic::Lines::edgeOf(const Call &call)
{
    if (const auto *look = std::get_if<LookAtEdge>(&call.what))
        return look->endpoint.id;
    const auto *write = std::get_if<SetServerWeight>(&call.what);
    SIAGA_CHECK(write);
    return write->endpoint.id;
}

void LabTraffic::Lines::later(Duration after, CallId id, Moment moment)
{
    m_world.timetable().at(m_world.now() + after, [weak = weak_from_this(), id, moment] {
        if (const auto lines = weak.lock(); lines && lines->m_turns.contains(id))
            (*lines.*moment)(id);
    });
}

void LabTraffic::Lines::start(const Call &call)
{
    const EndpointId &edge = edgeOf(call);
    SIAGA_CHECK(!m_turns.contains(call.id));
    m_turns.emplace(call.id, Turn{.call = call, .began = m_world.now(), .order = ++m_started});
    later(call.deadline, call.id, &Lines::expire);
    Waiting &waiting = m_waiting[edge];
    (call.lane == Lane::rescue ? waiting.rescues : waiting.others).push_back(call.id);
    beginNext(edge);
}

void LabTraffic::Lines::beginNext(const EndpointId &edge)
{
    const Waiting &waiting = m_waiting[edge];
    if (!waiting.rescues.empty())
        begin(waiting.rescues.front());
    if (waiting.others.empty())
        return;
    const std::uint64_t order = m_turns.at(waiting.others.front()).order;
    if (waiting.rescues.empty() || m_turns.at(waiting.rescues.front()).order > order)
        begin(waiting.others.front());
}

void LabTraffic::Lines::begin(CallId id)
{
    if (!std::exchange(m_turns.at(id).begun, true))
        later(Duration::zero(), id, &Lines::connect);
}

void LabTraffic::Lines::cancel(CallId id)
{
    const auto giveUpNow = static_cast<Moment>(&Lines::giveUp);
    later(Duration::zero(), id, giveUpNow);
}

void LabTraffic::Lines::connect(CallId id)
{
    const Turn &turn = m_turns.at(id);
    const EndpointId edge = edgeOf(turn.call);
    if (!m_world.edge(edge)) {
        finish(id, Outcome::refused, "no such edge");
    } else if (!turn.call.permit.granted()) {
        finish(id, Outcome::failed, "withdrawn before it was sent");
    } else if (const auto trip = m_world.network().toEdge(edge)) {
        later(*trip, id, &Lines::knock);
    }
}

void LabTraffic::Lines::knock(CallId id)
{
    const EndpointId edge = edgeOf(m_turns.at(id).call);
    const EdgeTrouble &trouble = m_world.edge(edge)->trouble();
    const auto back = m_world.network().toEdge(edge);
    if (trouble.hostDead || !back)
        return; // Silence; the deadline tells.
    if (trouble.dead)
        finish(id, Outcome::failed, "connection refused");
    else
        later(*back, id, &Lines::send);
}

void LabTraffic::Lines::send(CallId id)
{
    Turn &turn = m_turns.at(id);
    if (!turn.call.permit.granted()) {
        finish(id, Outcome::failed, "withdrawn before it was sent");
        return;
    }
    turn.sent = true;
    const EndpointId edge = edgeOf(turn.call);
    const auto trip = m_world.network().toEdge(edge);
    if (!trip)
        return;
    if (std::holds_alternative<SetServerWeight>(turn.call.what))
        sendWrite(id, turn, *trip);
    else
        later(*trip + m_world.edge(edge)->trouble().lag, id, &Lines::readEdge);
}

void LabTraffic::Lines::sendWrite(CallId id, const Turn &turn, Duration trip)
{
    const SetServerWeight write = std::get<SetServerWeight>(turn.call.what);
    // However slow the edge, nothing takes effect later than the settle time allows.
    const Instant latest = turn.began + turn.call.deadline + write.endpoint.settle * 9 / 10;
    const Instant arrives = std::min(m_world.now() + trip + m_world.edge(write.endpoint.id)->trouble().lag, latest);
    m_world.timetable().at(arrives, [&world = m_world, weak = weak_from_this(), id, write, key = turn.call.key] {
        const WriteEffect effect = world.write(write.endpoint.id, {write.service, write.region}, write.weight, key);
        if (const auto lines = weak.lock(); lines && lines->m_turns.contains(id))
            lines->hearAnswer(id, effect);
    });
}

void LabTraffic::Lines::hearAnswer(CallId id, WriteEffect effect)
{
    const EndpointId edge = edgeOf(m_turns.at(id).call);
    const double luck = m_random.unit();
    const auto back = m_world.network().toEdge(edge);
    if (luck < m_world.edge(edge)->trouble().replyLost || !back)
        return;
    m_world.timetable().at(m_world.now() + *back, [weak = weak_from_this(), id, effect] {
        const auto lines = weak.lock();
        if (!lines)
            return;
        if (effect == WriteEffect::applied)
            lines->finish(id, Outcome::done, "");
        else if (effect == WriteEffect::refused)
            lines->finish(id, Outcome::refused, "the edge refuses changes");
        else
            lines->finish(id, Outcome::unknown, "connection reset");
    });
}

void LabTraffic::Lines::readEdge(CallId id)
{
    const Turn &turn = m_turns.at(id);
    const EndpointId edge = edgeOf(turn.call);
    const auto back = m_world.network().toEdge(edge);
    if (!m_world.edge(edge)->isAlive()) {
        finish(id, Outcome::failed, "connection reset");
        return;
    }
    if (!back)
        return;
    EdgeSeen seen = m_world.look(edge, turn.began);
    m_world.timetable().at(m_world.now() + *back, [weak = weak_from_this(), id, seen = std::move(seen)] {
        if (const auto lines = weak.lock())
            lines->finishLook(id, seen);
    });
}

void LabTraffic::Lines::giveUp(CallId id)
{
    giveUp(id, "cancelled");
}

void LabTraffic::Lines::giveUp(CallId id, const char *detail)
{
    finish(id, m_turns.at(id).sent ? Outcome::unknown : Outcome::failed, detail);
}

void LabTraffic::Lines::finish(CallId id, Outcome outcome, const char *detail)
{
    const auto turn = m_turns.find(id);
    if (turn == m_turns.end())
        return;
    const EndpointId edge = edgeOf(turn->second.call);
    if (std::holds_alternative<LookAtEdge>(turn->second.call.what)) {
        EdgeSeen seen{.endpoint = edge, .began = turn->second.began, .detail = detail};
        finishLook(id, std::move(seen));
        return;
    }
    hangUp(edge, id);
    m_sink({id, WriteAnswer{id, outcome, detail}});
    beginNext(edge);
}

void LabTraffic::Lines::finishLook(CallId id, EdgeSeen seen)
{
    if (!m_turns.contains(id))
        return;
    seen.ended = m_world.now();
    const EndpointId edge = seen.endpoint;
    hangUp(edge, id);
    m_sink({id, std::move(seen)});
    beginNext(edge);
}

void LabTraffic::Lines::hangUp(const EndpointId &edge, CallId id)
{
    m_turns.erase(id);
    Waiting &waiting = m_waiting[edge];
    std::erase(waiting.rescues, id);
    std::erase(waiting.others, id);
}

LabTraffic::LabTraffic(World &world, CompletionSink sink, const Random &random)
    : m_lines(std::make_shared<Lines>(world, std::move(sink), random))
{
}

LabTraffic::~LabTraffic() = default;

void LabTraffic::start(const Call &call)
{
    m_lines->start(call);
}

void LabTraffic::cancel(CallId id)
{
    m_lines->cancel(id);
}

} // namespace siaga::lab
