// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/recovery_events.h"
#include "core/events/runtime_events.h"
#include "core/health/engine.h"

#include <algorithm>

namespace siaga::health {

namespace {

void count(State &state, const RegionId &region, CheckState check, int by)
{
    Tally &tally = state.tallies[region];
    tally.up += check == CheckState::up ? by : 0;
    tally.down += check == CheckState::down ? by : 0;
}

void foldEvent(State &state, const Recorded &recorded, const CheckTurned &turned)
{
    CheckMemory &memory = state.checks[turned.check];
    count(state, memory.region, memory.state, -1);
    const CheckState lastKnown = memory.state == CheckState::unknown ? memory.lastKnown : memory.state;
    memory = {.state = turned.to, .since = recorded.at, .inARow = turned.inARow, .threshold = turned.threshold,
              .outcome = turned.outcome, .detail = turned.detail, .region = turned.region, .lastKnown = lastKnown};
    count(state, memory.region, memory.state, 1);
    if (turned.to == CheckState::unknown && turned.threshold == 0)
        state.checks.erase(turned.check);
}

void foldEvent(State &state, const Recorded &recorded, const ViewTurned &turned)
{
    const ViewKey key{turned.endpoint, turned.service, turned.region};
    const auto edge = state.edges.find(turned.endpoint);
    const bool readable = edge != state.edges.end() && edge->second.state == EdgeState::reachable;
    ViewMemory &memory = state.views[key];
    if (turned.to != ViewState::unknown || readable)
        memory.lastKnown = turned.to;
    memory.since = memory.state == turned.to ? memory.since : recorded.at;
    memory.state = turned.to;
    memory.failed = turned.failed;
    memory.requests = turned.requests;
}

void foldEvent(State &state, const Recorded &recorded, const EdgeTurned &turned)
{
    EdgeMemory &memory = state.edges[turned.endpoint];
    memory.since = memory.state == turned.to ? memory.since : recorded.at;
    memory.state = turned.to;
    memory.detail = turned.detail;
}

void foldEvent(State &state, const Recorded &recorded, const OwnLinkTurned &turned)
{
    state.ownLink = {.trusted = turned.trusted, .since = recorded.at, .canariesFailed = turned.canariesFailed,
                     .canaries = turned.canaries, .regionsFailed = turned.regionsFailed, .regions = turned.regions};
}

void foldEvent(State &state, const Recorded &recorded, const RegionTurned &turned)
{
    RegionMemory &memory = state.regions[turned.region];
    memory.since = memory.state == turned.to ? memory.since : recorded.at;
    memory.state = turned.to;
    memory.evidence = turned.evidence;
}

void foldEvent(State &state, const Recorded &recorded, const AlertOpened &opened)
{
    state.open[opened.alert] = {.id = opened.alert, .subject = opened.subject, .severity = opened.severity,
                                .regionState = opened.regionState, .cause = opened.cause, .since = opened.since,
                                .opened = recorded.at, .openedWall = recorded.wall, .raised = recorded.at};
    state.lastAlert = std::max(state.lastAlert, opened.alert);
}

void foldEvent(State &state, const Recorded &recorded, const AlertSeverityChanged &changed)
{
    const auto found = state.open.find(changed.alert);
    if (found == state.open.end())
        return;
    Alert &alert = found->second;
    alert.raised = alert.severity == changed.to ? alert.raised : recorded.at;
    alert.severity = changed.to;
    alert.regionState = changed.regionState;
}

void foldEvent(State &state, const Recorded &, const AlertAcknowledged &acknowledged)
{
    const auto found = state.open.find(acknowledged.alert);
    if (found == state.open.end())
        return;
    found->second.acknowledgedBy = acknowledged.by;
    found->second.note = acknowledged.note;
}

void foldEvent(State &state, const Recorded &recorded, const AlertResolved &over)
{
    const auto found = state.open.find(over.alert);
    if (found == state.open.end())
        return;
    found->second.resolved = recorded.at;
    state.resolved.push_back(std::move(found->second));
    state.open.erase(found);
    if (state.resolved.size() > resolvedKept)
        state.resolved.pop_front();
}

void foldNotice(Alert &alert, const Recorded &recorded, const NoticeSent &sent, Severity severity)
{
    NoticeMemory &memory = alert.notices[sent.channel];
    const bool isAgain = memory.attempts > 0 && memory.severity == severity;
    memory.attempts = isAgain ? memory.attempts + 1 : 1;
    memory.severity = severity;
    memory.outcome = sent.outcome;
    memory.at = recorded.at;
    memory.wall = recorded.wall;
    memory.detail = sent.detail;
    if (sent.outcome == NoticeOutcome::delivered)
        memory.told = std::max(memory.told.value_or(severity), severity);
}

/// An alert may be over by the time that the answer is there; its row still says what became of the notice.
void foldEvent(State &state, const Recorded &recorded, const NoticeSent &sent)
{
    for (const NoticeFor &one : sent.alerts) {
        if (const auto open = state.open.find(one.alert); open != state.open.end())
            foldNotice(open->second, recorded, sent, one.severity);
        else if (const auto over = std::ranges::find(state.resolved, one.alert, &Alert::id); over != state.resolved.end())
            foldNotice(*over, recorded, sent, one.severity);
    }
    std::deque<NoticeMoment> &moments = state.notices[sent.channel];
    moments.push_back({recorded.at, static_cast<int>(sent.alerts.size())});
    if (moments.size() > noticesKept)
        moments.pop_front();
}

void foldEvent(State &state, const Recorded &recorded, const JournalOpened &)
{
    state.opened = recorded.at;
}

void foldEvent(State &state, const Recorded &recorded, const FleetAdopted &)
{
    state.adopted = recorded.at;
}

/// Folds the event when it is a Body.
template<class Body>
void foldIf(State &state, const Recorded &recorded)
{
    if (const auto *body = recorded.event.as<Body>())
        foldEvent(state, recorded, *body);
}

template<class... Bodies>
void foldAny(State &state, const Recorded &recorded)
{
    (foldIf<Bodies>(state, recorded), ...);
}

} // namespace

void fold(State &state, const Recorded &recorded)
{
    foldAny<CheckTurned, ViewTurned, EdgeTurned, OwnLinkTurned, RegionTurned, AlertOpened, AlertSeverityChanged,
            AlertAcknowledged, AlertResolved, NoticeSent, JournalOpened, FleetAdopted>(state, recorded);
}

} // namespace siaga::health
