// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of page Now's projection, one function for each part of the board; only nowBoard calls them.
#pragma once

#include "core/boards/now_board.h"
#include "core/health/state.h"
#include "core/orchestrator/state.h"
#include "core/recovery/state.h"

namespace siaga::projection {

/// How long a resolved alert stays listed.
inline constexpr Duration resolvedListed = std::chrono::minutes(10);
/// How many resolved alerts stay listed at most.
inline constexpr std::size_t resolvedListedMax = 5;
/// How many ended plans stay on the board.
inline constexpr std::size_t endedListedMax = 5;
/// How soon a lost region's traffic is to be served elsewhere.
inline constexpr Duration recoveryTimeObjective = std::chrono::minutes(5);

/// The service with the highest demand seen; the fleet's first while demand is unknown; nullptr without services.
const Service *busiestService(const BoardInput &input);

/// True when some edge sends requests to the service; others have no traffic that could be counted or moved.
bool hasEdge(const Fleet &fleet, const ServiceId &service);

/// The region's own open alert, or nullptr.
const health::Alert *regionAlert(const health::State &health, const RegionId &region);

/// True when finished plans took every service that stands there behind an edge wholly out of traffic.
bool isDecidedOut(const BoardInput &input, const RegionId &region);

/// The wall time of an instant, reckoned from the present one.
WallTime wallOf(const BoardInput &input, Instant at);

std::vector<RegionCard> regionCards(const BoardInput &input);
/// Fills the board's alerts.
void addAlerts(const BoardInput &input, NowBoard &board);
std::vector<PlanCard> planCards(const BoardInput &input);
std::optional<Incident> incident(const BoardInput &input, const std::vector<RegionCard> &cards);
AvailabilityTile availabilityTile(const AvailabilityCount &count);
HeadroomTile headroomTile(const BoardInput &input);
AlertsTile alertsTile(const health::State &health);
PlansTile plansTile(const orchestrator::State &orchestrator, Instant now);
Banners banners(const BoardInput &input);

} // namespace siaga::projection
