// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/keyframes.h"

#include "core/base/check.h"

namespace siaga {

bool areTooMany(std::size_t count, std::uint64_t bytes)
{
    return count > keyframesMax || (count > keyframesKeptMin && bytes > keyframesBytesMax);
}

std::size_t mostExpendable(std::span<const std::uint64_t> seqs)
{
    SIAGA_CHECK(seqs.size() >= 3);
    const double newest = static_cast<double>(seqs.back());
    // The eighth keeps the far past at no more than some 4 % of the whole, so that seeking there stays quick too.
    const double floor = (newest - static_cast<double>(seqs.front())) / 8;
    std::size_t best = 1;
    double smallest = 0;
    for (std::size_t i = 1; i + 1 < seqs.size(); ++i) {
        const double hole = static_cast<double>(seqs[i + 1] - seqs[i - 1]);
        const double weight = hole / (newest - static_cast<double>(seqs[i]) + floor);
        if (i == 1 || weight < smallest) {
            smallest = weight;
            best = i;
        }
    }
    return best;
}

Hash256 keyframeHash(const Keyframe &keyframe, const Hash256 &recordHash)
{
    // Fixed-length hashes before the one free text, so that no two keyframes spell the same.
    const std::string bound = toHex(sha256(keyframe.bytes)) + toHex(recordHash) + std::to_string(keyframe.seq.value());
    return sha256(bound, ' ' + keyframe.fingerprint);
}

} // namespace siaga
