// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/state_words.h"

#include "core/words/translate.h"

namespace siaga::words {

QString word(RegionState state)
{
    switch (state) {
    case RegionState::unknown:
        return translate("words", "unknown", "state");
    case RegionState::healthy:
        return translate("words", "healthy", "state");
    case RegionState::degraded:
        return translate("words", "degraded", "state");
    case RegionState::unreachable:
        return translate("words", "unreachable from here", "state");
    case RegionState::down:
        return translate("words", "down", "state");
    }
    return {};
}

QString word(CheckState state)
{
    switch (state) {
    case CheckState::unknown:
        return translate("words", "unknown", "state");
    case CheckState::up:
        return translate("words", "passing", "check");
    case CheckState::down:
        return translate("words", "failing", "check");
    }
    return {};
}

QString word(EdgeState state)
{
    switch (state) {
    case EdgeState::unknown:
        return translate("words", "unknown", "state");
    case EdgeState::reachable:
        return translate("words", "reachable", "edge");
    case EdgeState::unreachable:
        return translate("words", "not reachable", "edge");
    }
    return {};
}

QString word(ViewState state)
{
    switch (state) {
    case ViewState::unknown:
        return translate("words", "too few requests to tell", "edge's view");
    case ViewState::good:
        return translate("words", "answering well", "edge's view");
    case ViewState::failing:
        return translate("words", "partly failing", "edge's view");
    case ViewState::failed:
        return translate("words", "mostly failing", "edge's view");
    }
    return {};
}

QString word(ProbeOutcome outcome)
{
    switch (outcome) {
    case ProbeOutcome::passed:
        return translate("words", "passed", "check result");
    case ProbeOutcome::refused:
        return translate("words", "connection refused", "check result");
    case ProbeOutcome::timedOut:
        return translate("words", "timed out", "check result");
    case ProbeOutcome::badStatus:
        return translate("words", "unexpected status", "check result");
    case ProbeOutcome::badBody:
        return translate("words", "expected text missing", "check result");
    case ProbeOutcome::tlsFailed:
        return translate("words", "TLS not acceptable", "check result");
    case ProbeOutcome::malformed:
        return translate("words", "answer not understood", "check result");
    case ProbeOutcome::notResolved:
        return translate("words", "name has no address", "check result");
    case ProbeOutcome::notRun:
        return translate("words", "could not be tried", "check result");
    }
    return {};
}

QString word(ServerSeen::State state)
{
    switch (state) {
    case ServerSeen::State::ready:
        return translate("words", "ready", "server");
    case ServerSeen::State::drain:
        return translate("words", "draining", "server");
    case ServerSeen::State::maint:
        return translate("words", "in maintenance", "server");
    case ServerSeen::State::down:
        return translate("words", "held down by the edge's own check", "server");
    }
    return {};
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::warning:
        return translate("words", "warning", "severity");
    case Severity::critical:
        return translate("words", "critical", "severity");
    case Severity::emergency:
        return translate("words", "emergency", "severity");
    }
    return {};
}

QString word(Standing standing)
{
    switch (standing) {
    case Standing::healthy:
        return translate("words", "healthy", "state");
    case Standing::unknown:
        return translate("words", "unknown", "state");
    case Standing::warning:
        return word(Severity::warning);
    case Standing::critical:
        return word(Severity::critical);
    case Standing::emergency:
        return word(Severity::emergency);
    }
    return {};
}

QString word(Mode mode)
{
    switch (mode) {
    case Mode::live:
        return translate("words", "LIVE", "mode");
    case Mode::lab:
        return translate("words", "LAB", "mode");
    case Mode::drill:
        return translate("words", "DRILL", "mode");
    case Mode::replay:
        return translate("words", "REPLAY", "mode");
    }
    return {};
}

QString word(Autonomy autonomy)
{
    switch (autonomy) {
    case Autonomy::watch:
        return translate("words", "only noted", "autonomy");
    case Autonomy::ask:
        return translate("words", "waits for a person", "autonomy");
    case Autonomy::act:
        return translate("words", "acts by itself", "autonomy");
    }
    return {};
}

QString word(Diagnosis diagnosis)
{
    switch (diagnosis) {
    case Diagnosis::regionDown:
        return translate("words", "region down", "diagnosis");
    case Diagnosis::regionDegraded:
        return translate("words", "region degraded", "diagnosis");
    case Diagnosis::regionUnreachable:
        return translate("words", "region unreachable from here", "diagnosis");
    case Diagnosis::ownLinkBroken:
        return translate("words", "this console's own network is broken", "diagnosis");
    }
    return {};
}

QString word(DriftCause cause)
{
    switch (cause) {
    case DriftCause::edgeRestarted:
        return translate("words", "the edge was restarted and forgot it", "drift");
    case DriftCause::edgeMissedIt:
        return translate("words", "the edge could not be reached when the others were told", "drift");
    case DriftCause::foreignWrite:
        return translate("words", "somebody else wrote to it", "drift");
    }
    return {};
}

QString word(AlertSubject::Kind kind)
{
    switch (kind) {
    case AlertSubject::Kind::region:
        return translate("words", "region", "alert subject");
    case AlertSubject::Kind::check:
        return translate("words", "check", "alert subject");
    case AlertSubject::Kind::edge:
        return translate("words", "edge", "alert subject");
    case AlertSubject::Kind::ownLink:
        return translate("words", "own network", "alert subject");
    case AlertSubject::Kind::view:
        return translate("words", "edge's view", "alert subject");
    case AlertSubject::Kind::drift:
        return translate("words", "changed weight", "alert subject");
    case AlertSubject::Kind::breaker:
        return translate("words", "breaker", "alert subject");
    }
    return {};
}

QString word(BreakerState state)
{
    switch (state) {
    case BreakerState::closed:
        return translate("words", "closed", "breaker");
    case BreakerState::degraded:
        return translate("words", "degraded", "breaker");
    case BreakerState::open:
        return translate("words", "open", "breaker");
    case BreakerState::halfOpen:
        return translate("words", "half-open", "breaker");
    case BreakerState::ramping:
        return translate("words", "ramping back", "breaker");
    case BreakerState::forcedOpen:
        return translate("words", "forced open", "breaker");
    case BreakerState::disabled:
        return translate("words", "disabled", "breaker");
    }
    return {};
}

QString word(BreakerRule rule)
{
    switch (rule) {
    case BreakerRule::untold:
        return {};
    case BreakerRule::failureRate:
        return translate("words", "too many calls failed", "breaker");
    case BreakerRule::slowRate:
        return translate("words", "too many calls were slow", "breaker");
    case BreakerRule::consecutive:
        return translate("words", "too many calls failed in a row", "breaker");
    case BreakerRule::sequential:
        return translate("words", "more calls fail than usual", "breaker");
    case BreakerRule::openTimeOver:
        return translate("words", "its time is over", "breaker");
    case BreakerRule::probesPassed:
        return translate("words", "the probes passed", "breaker");
    case BreakerRule::probesFailed:
        return translate("words", "a probe failed", "breaker");
    case BreakerRule::rampStep:
        return translate("words", "well so far", "breaker");
    case BreakerRule::recovered:
        return translate("words", "well again", "breaker");
    case BreakerRule::person:
        return translate("words", "by a person", "breaker");
    case BreakerRule::expired:
        return translate("words", "the hold ended", "breaker");
    }
    return {};
}

QString word(Aspect aspect)
{
    switch (aspect) {
    case Aspect::traffic:
        return translate("words", "traffic", "claim");
    case Aspect::version:
        return translate("words", "version", "claim");
    case Aspect::replicas:
        return translate("words", "replicas", "claim");
    case Aspect::role:
        return translate("words", "database role", "claim");
    case Aspect::config:
        return translate("words", "configuration", "claim");
    }
    return {};
}

QString word(CheckKind kind)
{
    return kind == CheckKind::http ? QStringLiteral("HTTP") : QStringLiteral("TCP");
}

} // namespace siaga::words
