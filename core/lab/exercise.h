// SPDX-License-Identifier: GPL-3.0-or-later
// One seeded run: a world with its faults, people who ask for things, an instance that is killed now and then, and at
// the end a calm in which everything must come to rest.
//
// It is like a fire drill by lot: the seed draws who does what when. The catch: the same seed is the same drill only
// with the same build.
#pragma once

#include "core/lab/fault_schedule.h"
#include "core/lab/invariants.h"
#include "core/lab/lab_fleet.h"

namespace siaga::lab {

struct ExerciseOptions
{
    std::uint64_t seed = 1;
    Duration trouble = std::chrono::minutes(12); ///< How long faults, people and crashes go on.
    Duration calm = std::chrono::minutes(6);     ///< Then, with all faults healed, until the end.
    std::optional<Seq> stopAt;                   ///< End as soon as this record is durable.
    Watcher *listener = nullptr;                 ///< Told of everything too; not owned.
};

struct ExerciseReport
{
    std::uint64_t seed = 0;
    Profile profile = Profile::normal;
    std::optional<Violation> violation;
    Hash256 trace;
    std::uint64_t records = 0;
    int faults = 0;
    int kills = 0;
    int failedAppends = 0;
    int requests = 0;
    int plansRun = 0;      ///< Plans that were admitted.
    int plansDone = 0;     ///< Of them, those that ended as planned.
    double served = 0;     ///< Share of all requests that were answered well.
    std::map<std::string, std::uint64_t> evaluations; ///< By invariant.
};

/// Runs one seed to its end, or to the first violation.
ExerciseReport runExercise(const ExerciseOptions &options);

} // namespace siaga::lab
