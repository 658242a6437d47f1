// SPDX-License-Identifier: GPL-3.0-or-later
// Goes to any moment of the past: what a job copies out of the journal is folded here, on another thread.
//
// Like a reader who puts slips of paper between the pages: the next place is often near the last one. The catch: only
// what was recorded comes back. What was merely seen (results of checks, traffic, demand) is in no journal, so the
// boards of the past have none of it.
#pragma once

#include "core/boards/timeline.h"
#include "core/journal/journal.h"
#include "core/runtime/state.h"

#include <functional>
#include <memory>

namespace siaga {

/// Whether a job may go on with the journal in hand; asked after each record.
using MayReadOn = std::function<bool()>;

/// Takes a stored record into the state. One that cannot be decoded is damage, and leaves the state as it was. The one
/// way from stored bytes to state: for opening, for refolding and for replay.
std::optional<Damage> foldStored(State &state, const StoredRecord &stored);

/// Where to go, and what is known already.
struct ReplayWish
{
    PastPlace place;
    std::vector<Seq> known;  ///< Records whose state is at hand, in any order.
    bool keyframes = true;   ///< Whether the journal's may be used.
};

/// What was copied out of the journal towards a moment.
struct Excerpt
{
    PastPlace place;                   ///< As it was wished.
    Seq target;                        ///< The record that is meant; zero: the journal is empty.
    Duration after{};                  ///< How long after it the wish's instant is.
    Seq head;
    Seq begin;                         ///< The state that `records` follow: known, the keyframe's, or none.
    std::optional<Keyframe> keyframe;  ///< Of `begin`, where that is not known.
    std::vector<StoredRecord> records; ///< From behind `begin` on, maybe not yet as far as the target.
    std::optional<StoredRecord> last;  ///< The target itself, once `records` reach it.
    std::optional<Damage> damage;      ///< Behind the records: the target cannot be reached.
};

/// On the journal's thread: copies until `mayReadOn` says no.
Excerpt copyOut(const Journal &journal, const ReplayWish &wish, const MayReadOn &mayReadOn);

class Replay
{
public:
    /// What to copy first on the way to a place.
    ReplayWish toward(const PastPlace &place) const;
    /// What to copy next, after take() said that the target is not reached.
    ReplayWish onward() const;

    /// Folds what was copied; true when the state is that of the target.
    Result<bool, Damage> take(const Excerpt &excerpt);

    /// After take() said true: the moment, with its boards.
    Moment moment() const;
    const State &state() const { return m_state; }

private:
    bool begin(const Excerpt &excerpt);
    void remember();

    struct Slip
    {
        std::shared_ptr<const State> state;
        std::uint64_t used = 0;
    };

    State m_state;
    Excerpt m_reached;         ///< The last excerpt, without its records.
    std::vector<Slip> m_slips; ///< States of other moments.
    std::uint64_t m_uses = 0;
    bool m_keyframes = true;   ///< False once one could not be read.
};

} // namespace siaga
