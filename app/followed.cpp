// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/followed.h"

#include "core/base/text.h"
#include "core/events/archive.h"
#include "core/events/codec.h"
#include "core/runtime/board_input.h"

#include <algorithm>

namespace siaga {

namespace {

/// Reads what a frame carries into `value`; the error when it cannot.
template<class T>
std::optional<Error> readInto(T &value, const Frame &frame)
{
    auto read = fromJson<T>(frame.payload);
    if (!read)
        return read.error();
    value = std::move(read).value();
    return std::nullopt;
}

} // namespace

void FollowedClock::lay(Instant now, WallTime wall, bool anew)
{
    m_laidAt = m_own.now();
    m_ahead = now - m_laidAt;
    m_wall = wall;
    if (anew)
        m_latest = now;
}

Instant FollowedClock::now() const
{
    m_latest = std::max(m_latest, m_own.now() + m_ahead);
    return m_latest;
}

WallTime FollowedClock::wall() const
{
    return {m_wall.milliseconds + std::chrono::duration_cast<std::chrono::milliseconds>(m_own.now() - m_laidAt).count()};
}

Result<Followed::Taken> Followed::take(const Frame &told)
{
    std::optional<Error> failure;
    switch (told.kind) {
    case frame::beat:
        return Taken();
    case frame::clear:
        m_seen = {};
        return Taken();
    case frame::hello:
        failure = readInto(m_hello, told);
        m_hello.leader = plainText(m_hello.leader);
        break;
    case frame::observation: {
        const auto observation = decodeObservation(told.payload);
        if (!observation)
            return observation.error();
        m_seen.take(*observation);
        if (const auto *look = std::get_if<EdgeSeen>(&*observation); look && m_hasState)
            siaga::take(m_availability, *look); // What was seen before is counted in what is told with the state.
        break;
    }
    case frame::availability:
        failure = readInto(m_availability, told);
        break;
    case frame::state:
        return takeState(told);
    case frame::record:
        return takeRecord(told);
    case frame::figures: {
        OwnFigures figures;
        failure = readInto(figures, told);
        if (!failure)
            take(figures);
        break;
    }
    case frame::whole:
        failure = m_hasState ? readInto(m_whole, told) : Error{"whole without a state"};
        if (!failure)
            return Taken{.isWhole = true};
        break;
    default:
        failure = Error{"an unknown kind of message"};
    }
    return failure ? Result<Taken>(*failure) : Result<Taken>(Taken());
}

Result<Followed::Taken> Followed::takeState(const Frame &told)
{
    auto state = fromKeyframe(told.payload);
    if (!state)
        return state.error();
    m_state = std::move(state).value();
    m_hasState = true;
    return Taken();
}

Result<Followed::Taken> Followed::takeRecord(const Frame &told)
{
    auto record = decode(told.payload);
    if (!record)
        return record.error();
    if (!m_hasState || record->seq != m_state.head.next())
        return Error{"record " + std::to_string(record->seq.value()) + " does not follow"};
    fold(m_state, *record);
    if (record->event.as<FleetAdopted>())
        m_seen.keepOnly(m_state.fleet);
    return Taken{.record = std::move(record).value()};
}

void Followed::take(const OwnFigures &figures)
{
    if (figures.all)
        m_figures.clear();
    for (const TargetFigures &target : figures.targets)
        m_figures[target.id] = target;
}

NowBoard Followed::board(const Clock &clock) const
{
    BoardInput input = boardInputOf(m_state, m_seen, m_availability, clock.now(), clock.wall(), mode());
    input.leader = m_hello.leader;
    input.journalFault = m_whole.journalFault;
    input.loopFault = m_whole.loopFault;
    input.ownTargets = m_whole.targets;
    input.fleetFrom = m_hello.fleetFrom;
    input.fleetFile = m_hello.fleetFile;
    return nowBoard(input);
}

ProtectBoard Followed::protection(const Clock &clock) const
{
    std::vector<TargetFigures> own;
    own.reserve(m_figures.size());
    for (const auto &[id, figures] : m_figures)
        own.push_back(figures);
    return protectBoard(protectInputOf(m_state, m_seen, own, clock.now(), clock.wall(), mode()));
}

} // namespace siaga
