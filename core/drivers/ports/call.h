// SPDX-License-Identifier: GPL-3.0-or-later
// One thing asked of the outside world, as data: an action or a look, with its deadline, key, fencing token, permit.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/fleet/fleet.h"
#include "core/seen/observation.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace siaga {

/// Numbers calls within one run of one instance; never stored.
using CallId = Number<struct CallTag>;

/// Read right before each socket write; once withdrawn, nothing more of the call goes out.
class Permit
{
public:
    Permit() = default;
    bool granted() const { return !m_withdrawn->load(std::memory_order_acquire); }
    void withdraw() { m_withdrawn->store(true, std::memory_order_release); }

private:
    std::shared_ptr<std::atomic<bool>> m_withdrawn = std::make_shared<std::atomic<bool>>(false);
};

/// Read one check's target once.
struct ProbeCheck
{
    Check check;
};

/// Read one canary target once.
struct ProbeCanary
{
    Canary canary;
};

/// Read all that the fleet names at one edge.
struct LookAtEdge
{
    Endpoint endpoint;
};

/// Set one server's weight and state at one edge, absolutely: ready with the weight, or drained when it is zero.
struct SetServerWeight
{
    Endpoint endpoint;
    ServiceId service;
    RegionId region;
    int weight = 0; ///< 0 to 256, as balancerWeight() gives it.
};

/// Read one page of metrics once; of its series only those that are wanted, and the breakers it publishes.
struct ReadMetrics
{
    MetricsSource source;
    std::vector<std::string> wanted; ///< Series as the fleet names them.
};

/// How much a call matters when something has to give way.
enum class Lane {
    round,   ///< A look in the rhythm that the fleet asks for.
    recheck, ///< A look on top of that; the first to be left out.
    rescue,  ///< Plan writes, their undoing and the looks that verify them: never shed, never refused by our own
             ///< breakers or budgets, only bounded by deadline and attempts.
};
constexpr auto namesOf(Lane)
{
    return std::array<std::string_view, 3>{"round", "recheck", "rescue"};
}

struct Call
{
    CallId id;
    std::variant<ProbeCheck, ProbeCanary, LookAtEdge, SetServerWeight, ReadMetrics> what;
    Lane lane = Lane::round;
    Duration deadline = std::chrono::seconds(5); ///< From start() to the answer, all included.
    std::string key;   ///< The same for every attempt at one step; empty for looks.
    Epoch fence;       ///< The leader's epoch, for targets that can compare it.
    Permit permit;
};

/// What became of a write. Looks always answer with an observation instead.
enum class Outcome {
    done,    ///< The target said that it took effect.
    refused, ///< The target said no; repeating it the same way is pointless.
    failed,  ///< It certainly did not take effect (not sent, not connected); may be repeated.
    unknown, ///< It may have taken effect (the reply was lost); look before repeating.
};
constexpr auto namesOf(Outcome)
{
    return std::array<std::string_view, 4>{"done", "refused", "failed", "unknown"};
}

struct WriteAnswer
{
    CallId id;
    Outcome outcome = Outcome::unknown;
    std::string detail; ///< The target's own words, plain text of at most 200 bytes.
};

/// What a driver hands back: exactly one for each started call, also after cancel() and past the deadline.
struct Completion
{
    CallId id;
    std::variant<Observation, WriteAnswer> answer;
};

/// Only ever enqueues; may be called from the driver's own thread.
using CompletionSink = std::function<void(Completion)>;

} // namespace siaga
