// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/replay.h"

#include "core/events/codec.h"
#include "core/runtime/board_input.h"

#include <algorithm>

namespace siaga {

namespace {

// The state of ten thousand checks takes some megabytes; people go back and forth between a few places.
constexpr std::size_t slipsMax = 6;
// A keyframe costs as much to read as some hundred records cost to fold.
constexpr std::uint64_t nearEnough = 500;

/// Zero when the journal is empty.
Seq targetOf(const Journal &journal, const PastPlace &place)
{
    const Seq head = journal.head().seq;
    if (const auto *seq = std::get_if<Seq>(&place))
        return std::clamp(*seq, std::min(Seq(1), head), head);
    return std::min(journal.seek(std::get<Instant>(place)).value_or(Seq(1)), head);
}

void chooseBegin(const Journal &journal, const ReplayWish &wish, Excerpt &excerpt)
{
    for (const Seq known : wish.known)
        if (known <= excerpt.target)
            excerpt.begin = std::max(excerpt.begin, known);
    if (!wish.keyframes || excerpt.target.value() - excerpt.begin.value() <= nearEnough)
        return;
    auto keyframe = journal.keyframe(excerpt.target, keyframeFingerprint());
    if (keyframe && keyframe->seq > excerpt.begin) {
        excerpt.begin = keyframe->seq;
        excerpt.keyframe = std::move(keyframe);
    }
}

} // namespace

std::optional<Damage> foldStored(State &state, const StoredRecord &stored)
{
    const auto recorded = decode(stored.bytes);
    if (!recorded)
        return Damage{stored.seq, recorded.error().message};
    fold(state, *recorded);
    return std::nullopt;
}

Excerpt copyOut(const Journal &journal, const ReplayWish &wish, const MayReadOn &mayReadOn)
{
    Excerpt excerpt{.place = wish.place, .target = targetOf(journal, wish.place), .head = journal.head().seq};
    if (!excerpt.target)
        return excerpt;
    chooseBegin(journal, wish, excerpt);
    // A target that is known already is read all the same, alone, for what happened there.
    const bool there = excerpt.begin == excerpt.target;
    const auto read = journal.read(there ? excerpt.target : excerpt.begin.next(), [&](const StoredRecord &stored) {
        if (!there)
            excerpt.records.push_back(stored);
        if (stored.seq == excerpt.target)
            excerpt.last = stored;
        return stored.seq < excerpt.target && mayReadOn();
    });
    if (!read)
        excerpt.damage = read.error();
    const auto *instant = std::get_if<Instant>(&wish.place);
    if (instant && excerpt.last)
        excerpt.after = std::max(Duration::zero(), *instant - excerpt.last->at);
    return excerpt;
}

ReplayWish Replay::toward(const PastPlace &place) const
{
    ReplayWish wish{.place = place, .known = {m_state.head}, .keyframes = m_keyframes};
    for (const Slip &slip : m_slips)
        wish.known.push_back(slip.state->head);
    return wish;
}

ReplayWish Replay::onward() const
{
    ReplayWish wish = toward(m_reached.place);
    wish.keyframes = wish.keyframes && !m_state.head;
    return wish;
}

/// Goes to the state that the records follow; false when its keyframe cannot be read.
bool Replay::begin(const Excerpt &excerpt)
{
    if (excerpt.keyframe) {
        auto read = fromKeyframe(excerpt.keyframe->bytes, &m_state);
        if (!read || read->head != excerpt.begin)
            return m_keyframes = false;
        m_state = std::move(read).value();
        return true;
    }
    if (excerpt.begin == m_state.head)
        return true;
    if (!excerpt.begin)
        m_state = State();
    for (Slip &slip : m_slips) {
        if (slip.state->head != excerpt.begin)
            continue;
        slip.used = ++m_uses;
        m_state = *slip.state;
        break;
    }
    return true;
}

void Replay::remember()
{
    const auto same = [this](const Slip &slip) { return slip.state->head == m_state.head; };
    if (!m_state.head || std::ranges::any_of(m_slips, same))
        return;
    if (m_slips.size() >= slipsMax)
        m_slips.erase(std::ranges::min_element(m_slips, {}, &Slip::used));
    m_slips.push_back({std::make_shared<const State>(m_state), ++m_uses});
}

Result<bool, Damage> Replay::take(const Excerpt &excerpt)
{
    m_reached = excerpt;
    m_reached.records.clear();
    m_reached.keyframe.reset();
    if (!begin(excerpt))
        return false;
    SIAGA_CHECK(m_state.head == excerpt.begin);
    if (excerpt.last)
        remember(); // From here a step back is near.
    for (const StoredRecord &stored : excerpt.records)
        if (auto damage = foldStored(m_state, stored))
            return std::move(*damage);
    if (excerpt.damage)
        return *excerpt.damage;
    return m_state.head == excerpt.target;
}

Moment Replay::moment() const
{
    SIAGA_CHECK(m_reached.last && m_reached.last->seq == m_state.head);
    static const Seen nothingSeen;
    static const AvailabilityCount nothingCounted;
    static const std::vector<TargetFigures> noTargets;
    auto recorded = decode(m_reached.last->bytes);
    SIAGA_CHECK(recorded);
    const Instant now = m_state.at + m_reached.after;
    const WallTime wall{
        m_state.wall.milliseconds + std::chrono::duration_cast<std::chrono::milliseconds>(m_reached.after).count()};
    return {.record = std::move(recorded).value(),
        .after = m_reached.after,
        .head = m_reached.head,
        .now = nowBoard(boardInputOf(m_state, nothingSeen, nothingCounted, now, wall, Mode::replay)),
        .protection = protectBoard(protectInputOf(m_state, nothingSeen, noTargets, now, wall, Mode::replay))};
}

} // namespace siaga
