// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/testimony.h"

#include "core/base/seed_bug.h"
#include "core/health/checks.h"

#include <algorithm>

namespace siaga::health {

namespace {

bool fails(ViewState view)
{
    return view == ViewState::failing || view == ViewState::failed;
}

/// Calls `visit` with each view of the region by an edge that stands elsewhere, as the fleet names them now.
template<class Visit>
void visitViews(const State &state, const Endpoint &endpoint, const RegionId &region, Visit visit)
{
    if (endpoint.region == region)
        return;
    for (const Endpoint::Backend &backend : endpoint.backends)
        if (backend.servers.contains(region))
            if (const auto view = state.views.find({endpoint.id, backend.service, region}); view != state.views.end())
                visit(view->second);
}

void hearEdge(Hearing &hearing, const State &state, const Endpoint &endpoint, const RegionId &region)
{
    bool good = false;
    bool bad = false;
    visitViews(state, endpoint, region, [&](const ViewMemory &view) {
        good |= view.state == ViewState::good;
        bad |= fails(view.state);
        hearing.testimony.viewBlind |= view.state == ViewState::unknown && fails(view.lastKnown);
        if (view.state != ViewState::unknown)
            hearing.evidence.failed = std::max(hearing.evidence.failed, view.failed);
    });
    hearing.testimony.viewGood |= good;
    hearing.testimony.viewBad |= bad;
    if (bad)
        hearing.evidence.agreeing.push_back(VantageId(endpoint.id.text()));
    else if (good)
        hearing.evidence.disagreeing.push_back(VantageId(endpoint.id.text()));
}

/// Whether what is down in the region may have failed because of our own link.
bool linkSuspect(const State &state, const RegionId &region, const Context &context)
{
    if (!state.ownLink.trusted)
        return true;
    if (state.ownLink.since == Instant{})
        return false; // It has never been in doubt.
    return std::ranges::any_of(context.fleet.checks, [&](const Check &check) {
        if (check.region != region)
            return false;
        const auto known = state.checks.find(check.id);
        return known != state.checks.end() && known->second.state == CheckState::down
            && !confirmedDown(state, check, context);
    });
}

} // namespace

RegionState verdictOn(const Testimony &t)
{
    if (t.checksDown > 0 && t.linkSuspect)
        return RegionState::unreachable;
    if (t.checksDown > 0 && t.checksUp == 0) {
        if (t.viewGood)
            return t.viewBad ? RegionState::degraded : RegionState::unreachable;
        return RegionState::down;
    }
    if (t.checksDown > 0 || t.viewBad)
        return RegionState::degraded;
    if (t.checksUp == 0 && (t.checksUnknown > 0 || !t.viewGood))
        return SIAGA_SEED_BUG_IS(12) ? RegionState::healthy : RegionState::unknown;
    return t.viewBlind ? RegionState::degraded : RegionState::healthy;
}

Hearing hear(const State &state, const RegionId &region, const Context &context)
{
    Hearing hearing;
    Testimony &testimony = hearing.testimony;
    const auto tally = state.tallies.find(region);
    if (tally != state.tallies.end()) {
        testimony.checksUp = tally->second.up;
        testimony.checksDown = tally->second.down;
    }
    const auto all = static_cast<int>(std::ranges::count(context.fleet.checks, region, &Check::region));
    testimony.checksUnknown = std::max(0, all - testimony.checksUp - testimony.checksDown);
    testimony.linkSuspect = testimony.checksDown > 0 && linkSuspect(state, region, context);
    if (testimony.checksDown > 0 && testimony.checksUp == 0 && !testimony.linkSuspect)
        hearing.evidence.agreeing.push_back(ownVantage);
    if (testimony.checksDown == 0 && testimony.checksUp > 0)
        hearing.evidence.disagreeing.push_back(ownVantage);
    for (const Endpoint &endpoint : context.fleet.endpoints)
        hearEdge(hearing, state, endpoint, region);
    hearing.evidence.checksUp = testimony.checksUp;
    hearing.evidence.checksDown = testimony.checksDown;
    hearing.evidence.checksUnknown = testimony.checksUnknown;
    return hearing;
}

bool failsElsewhereToo(const State &state, const RegionId &region, const Context &context)
{
    bool fail = false;
    for (const Endpoint &endpoint : context.fleet.endpoints)
        visitViews(state, endpoint, region, [&fail](const ViewMemory &view) { fail |= fails(view.state); });
    return fail;
}

} // namespace siaga::health
