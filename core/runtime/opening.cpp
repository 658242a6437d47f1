// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/replay.h"
#include "core/runtime/runner.h"

namespace siaga {

Result<Opened, Damage> openState(const Journal &journal)
{
    return stateAt(journal, journal.head().seq);
}

Result<Opened, Damage> stateAt(const Journal &journal, Seq seq)
{
    Opened opened;
    if (const auto keyframe = journal.keyframe(seq, keyframeFingerprint())) {
        auto state = fromKeyframe(keyframe->bytes);
        if (state && state->head == keyframe->seq)
            opened.state = std::move(state).value();
    }
    std::optional<Damage> damage;
    const auto read = journal.read(opened.state.head.next(), [&](const StoredRecord &stored) {
        if (stored.seq > seq)
            return false;
        damage = foldStored(opened.state, stored);
        opened.folded += damage ? 0 : 1;
        return !damage;
    });
    if (damage)
        return *damage;
    if (!read)
        return read.error();
    return opened;
}

} // namespace siaga
