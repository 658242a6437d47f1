// SPDX-License-Identifier: GPL-3.0-or-later
// The breakers of other programs, gathered line by line from their page of metrics.
//
// Like putting a broken plate together: each line is a shard of some breaker. The catch: shards come in any order, and a
// breaker of which only a rate was found has no state and is none.
#pragma once

#include "core/drivers/exposition/sample.h"
#include "core/seen/breaker_seen.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace siaga {

class PublishedBreakers
{
public:
    /// Whether a series of this name tells of a breaker.
    static bool isOne(std::string_view name);

    /// Takes what a line tells; nothing when it is of no breaker. Those beyond the most that are kept are left aside.
    void take(const Sample &sample);

    /// In the order in which they were first met.
    std::vector<ForeignBreaker> all() const;

private:
    struct Found
    {
        ForeignBreaker breaker;
        bool told = false; ///< Its state.
    };
    void takeResilience4j(const Sample &sample);
    void takeEnvoy(const Sample &sample);
    Found *found(const std::string &program, std::string_view name);

    std::vector<Found> m_found;
    std::map<std::pair<std::string, std::string>, std::size_t> m_places; ///< By program and name.
};

} // namespace siaga
