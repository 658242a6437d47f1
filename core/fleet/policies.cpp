// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/parts.h"
#include "core/fleet/values.h"

namespace siaga {

namespace {

std::string shownShares(const std::vector<Permille> &shares)
{
    std::string text;
    for (const Permille share : shares)
        text += (text.empty() ? "" : ", ") + textOf(share);
    return text;
}

void readEvacuation(Section section, EvacuationPolicy &policy)
{
    policy.autonomy = section.word<Autonomy>("autonomy");
    policy.after = section.duration("after");
    policy.checksMin = section.integer("checks_min");
    policy.vantagePointsMin = section.integer("vantage_points_min");
    policy.whenDegraded = section.boolean("when_degraded");
    policy.steps = section.shares("steps");
    policy.headroomMin = section.share("headroom_min");
    policy.regionsOutMax = section.integer("regions_out_max");
    policy.coolDown = section.duration("cool_down");
    const bool isFalling = std::ranges::adjacent_find(policy.steps, std::ranges::less_equal()) == policy.steps.end();
    if (section.isSound({"steps"}) && (!isFalling || policy.steps.back() != none))
        section.tell("steps", shownShares(policy.steps), "shares that fall with each step and end at 0%");
}

void readRestore(Section section, RestorePolicy &policy)
{
    policy.autonomy = section.word<Autonomy>("autonomy");
    policy.after = section.duration("after");
    policy.steps = section.shares("steps");
    const bool isRising = std::ranges::adjacent_find(policy.steps, std::ranges::greater_equal()) == policy.steps.end();
    if (section.isSound({"steps"}) && (!isRising || policy.steps.back() != whole))
        section.tell("steps", shownShares(policy.steps), "shares that rise with each step and end at 100%");
}

void readHealth(Section section, HealthPolicy &policy)
{
    policy.errorShareWarning = section.share("error_share_warning");
    policy.errorShareCritical = section.share("error_share_critical");
    policy.requestsMin = section.integer("requests_min");
    policy.window = section.duration("window");
    policy.emergencyAfter = section.duration("emergency_after");
    const bool isSound = section.isSound({"error_share_warning", "error_share_critical"});
    if (isSound && policy.errorShareWarning > policy.errorShareCritical)
        section.tell("error_share_warning", textOf(policy.errorShareWarning),
                     "at most error_share_critical, " + textOf(policy.errorShareCritical));
}

void readPlans(Section section, PlanPolicy &policy)
{
    policy.proposalExpiry = section.duration("proposal_expiry");
    policy.callDeadline = section.duration("call_deadline");
    policy.verifyTimeout = section.duration("verify_timeout");
    policy.attemptsMax = section.integer("attempts_max");
}

} // namespace

void readPolicies(Section &root, Reading &reading)
{
    const Section section = root.section("policies");
    Policies &policies = reading.fleet.policies;
    readEvacuation(section.section("evacuation"), policies.evacuation);
    readRestore(section.section("restore"), policies.restore);
    policies.drift.autonomy = section.section("drift").word<Autonomy>("autonomy");
    readHealth(section.section("health"), policies.health);
    readPlans(section.section("plans"), policies.plans);
}

} // namespace siaga
