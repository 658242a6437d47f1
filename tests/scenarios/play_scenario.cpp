// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/events/request_events.h"
#include "core/lab/invariants.h"
#include "tests/scenarios/scenario.h"
#include "tests/scenarios/transcript.h"

#include <cmath>
#include <sstream>

namespace siaga::lab {

namespace {

class Stageplay
{
public:
    explicit Stageplay(const Scenario &scenario)
        : m_scenario(scenario)
        , m_lab(labFleet(scenario.policies), {.seed = scenario.seed, .wall = {1'767'225'600'000}})
        , m_start(m_lab.now())
        , m_transcript(m_lab.world(), scenario.hidden)
        , m_invariants(m_lab)
    {
        m_lab.watch(m_transcript);
        m_lab.watch(m_invariants);
    }

    std::string play()
    {
        m_lab.open();
        for (const Scenario::Cue &cue : m_scenario.cues) {
            m_lab.runUntil(m_start + cue.at);
            const bool known = cue.who == "lab" ? disturb(cue.what) : ask(cue.who, cue.what);
            if (!known)
                m_transcript.say(m_lab.now(), "CANNOT READ " + cue.who + " " + cue.what);
        }
        m_lab.runUntil(m_start + m_scenario.until);
        if (m_lab.isAlive())
            tellEnd();
        if (m_invariants.violation())
            m_transcript.say(m_invariants.violation()->at, "BROKEN INVARIANT " + std::to_string(m_invariants.violation()->invariant) + ": "
                                                               + m_invariants.violation()->what);
        return m_transcript.text();
    }

private:
    bool disturb(const std::string &what)
    {
        if (what == "kill") {
            m_lab.kill();
        } else if (what == "open") {
            m_lab.open();
        } else if (what == "heal") {
            m_transcript.say(m_lab.now(), "all faults healed");
            m_lab.world().healAll();
        } else if (what == "fail-append") {
            m_lab.failNextAppend(0);
        } else if (what.starts_with("jump ")) {
            const auto by = durationFromText(std::string_view(what).substr(5));
            if (!by)
                return false;
            m_lab.jumpWall(*by);
        } else if (what.starts_with("fault ")) {
            const auto fault = faultFromText(std::string_view(what).substr(6), m_lab.now());
            if (!fault)
                return false;
            m_transcript.say(m_lab.now(), "fault " + toText(*fault));
            m_lab.world().inject(*fault);
        } else {
            return false;
        }
        return true;
    }

    /// "last" is the newest plan, "all" is plan 0.
    PlanId planFrom(const std::string &word) const
    {
        const auto &plans = m_invariants.plans().plans();
        if (word == "last")
            return plans.empty() ? PlanId() : plans.rbegin()->first;
        return word == "all" || word.empty() ? PlanId() : PlanId(std::stoull(word));
    }

    bool ask(const std::string &who, const std::string &what)
    {
        std::istringstream words(what);
        std::string verb;
        std::string object;
        std::string rest;
        words >> verb >> object;
        std::getline(words >> std::ws, rest);
        m_request = m_request.next();
        if (verb == "evacuate")
            m_lab.ask(EvacuateRequested{m_request, RegionId(object), {}, rest == "half" ? Permille{500} : none, rest == "unknown-demand"}, who);
        else if (verb == "restore")
            m_lab.ask(RestoreRequested{m_request, RegionId(object), {}}, who);
        else if (verb == "bake")
            m_lab.ask(BakeRequested{m_request, RegionId(object), ServiceId("web"), *durationFromText(rest)}, who);
        else if (verb == "stop")
            m_lab.ask(StopRequested{m_request, object + " " + rest}, who);
        else if (verb == "lift")
            m_lab.ask(LiftStopRequested{m_request}, who);
        else if (verb == "breaker")
            return askAboutBreaker(who, object, rest);
        else
            return askAboutPlan(who, verb, planFrom(object));
        return true;
    }

    /// "breaker open web@region 60s the reason", "breaker disabled ...", "breaker reset web@region".
    bool askAboutBreaker(const std::string &who, const std::string &verb, const std::string &rest)
    {
        std::istringstream words(rest);
        std::string breaker;
        std::string lasts;
        std::string reason;
        words >> breaker;
        if (verb == "reset") {
            m_lab.ask(ResetBreakerRequested{m_request, BreakerId(breaker), {}}, who);
            return true;
        }
        words >> lasts;
        std::getline(words >> std::ws, reason);
        const auto duration = durationFromText(lasts);
        const BreakerHold hold = verb == "open" ? BreakerHold::open : BreakerHold::disabled;
        if (duration)
            m_lab.ask(HoldBreakerRequested{m_request, BreakerId(breaker), hold, reason, *duration}, who);
        return duration && (verb == "open" || verb == "disabled");
    }

    bool askAboutPlan(const std::string &who, const std::string &verb, PlanId plan)
    {
        const PlanFacts *facts = m_invariants.plans().plan(plan);
        if (verb == "approve")
            m_lab.ask(ApproveRequested{m_request, plan, facts ? facts->proposed.hash : Hash256{}}, who);
        else if (verb == "hold")
            m_lab.ask(HoldRequested{m_request, plan}, who);
        else if (verb == "resume")
            m_lab.ask(ResumeRequested{m_request, plan}, who);
        else if (verb == "abort")
            m_lab.ask(AbortRequested{m_request, plan}, who);
        else
            return false;
        return true;
    }

    void tellEnd()
    {
        const Totals web = m_lab.world().totals().at(ServiceId("web"));
        m_transcript.say(m_lab.now(), "end: " + std::to_string(std::lround(1000 * web.served / web.wanted)) + " of 1000 requests served");
        for (const Endpoint &endpoint : m_lab.world().fleet().endpoints) {
            std::string line = "    " + endpoint.id.text() + " sends";
            for (const auto &[key, server] : m_lab.world().edge(endpoint.id)->servers())
                line += " " + key.second.text() + "=" + std::to_string(server.weight);
            m_transcript.say(m_lab.now(), line);
        }
    }

    const Scenario &m_scenario;
    Lab m_lab;
    Instant m_start;
    Transcript m_transcript;
    Invariants m_invariants;
    RequestId m_request;
};

} // namespace

std::string play(const Scenario &scenario)
{
    return Stageplay(scenario).play();
}

} // namespace siaga::lab
