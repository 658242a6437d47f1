// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/fault_schedule.h"

#include <algorithm>
#include <cmath>

namespace siaga::lab {

namespace {

// Streams; those of the kinds follow from kindDomain on.
enum Domain : std::uint64_t { profileDomain = 1, kindDomain = 100 };

/// Equally likely in each order of magnitude.
double logUniform(Random &random, double low, double high)
{
    return low * std::pow(high / low, random.unit());
}

Duration secondsOf(double seconds)
{
    // Whole milliseconds, so that a schedule written as text is the schedule that ran.
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

Profile drawProfile(Random &random)
{
    const std::uint64_t draw = random.below(100);
    if (draw < 10)
        return Profile::calm;
    if (draw < 70)
        return Profile::normal;
    return draw < 95 ? Profile::hostile : Profile::onlyOne;
}

/// Faults an hour of one kind; none for about half of the kinds.
double drawRate(Random &random, Profile profile, bool chosen)
{
    const bool absent = random.chance(0.5);
    const double rate = logUniform(random, 0.5, 12);
    switch (profile) {
    case Profile::calm:
        return absent ? 0 : rate / 6;
    case Profile::normal:
        return absent ? 0 : rate / 2;
    case Profile::hostile:
        return absent ? 0 : rate * 2;
    case Profile::onlyOne:
        return chosen ? rate * 2 : 0;
    }
    return 0;
}

template<class T>
const T &pick(Random &random, const std::vector<T> &from)
{
    return from[random.below(from.size())];
}

double drawMagnitude(Random &random, FaultKind kind)
{
    switch (kind) {
    case FaultKind::serviceCrash:
        return random.chance(0.5) ? 1 : 0.25 + 0.75 * random.unit();
    case FaultKind::slow:
        return logUniform(random, 2, 100);
    case FaultKind::halfFailing:
    case FaultKind::lyingHealthCheck:
        return 0.1 + 0.9 * random.unit();
    case FaultKind::replyLost:
        return random.chance(0.3) ? 1 : random.unit();
    case FaultKind::edgeLagging:
        return logUniform(random, 0.2, 12);
    case FaultKind::partition:
    case FaultKind::observerRegionCut:
    case FaultKind::observerEdgeCut:
        return random.chance(0.7) ? 1 : 0.3 + 0.7 * random.unit();
    case FaultKind::ownLinkFlaky:
        return logUniform(random, 0.02, 0.7);
    default:
        return 1;
    }
}

int drawWeight(Random &random, const Fleet &fleet, const Fault &fault)
{
    const Service *service = fleet.service(fault.service);
    const Placement *placement = service ? service->placement(fault.region) : nullptr;
    const int usual = placement ? placement->weight : 100;
    const std::uint64_t draw = random.below(4);
    return draw == 0 ? 0 : draw == 1 ? usual : draw == 2 ? usual / 2 : static_cast<int>(random.below(257));
}

Fault drawFault(Random &random, const Fleet &fleet, FaultKind kind, Instant from, Instant until)
{
    Fault fault{.kind = kind, .from = from};
    const Targets targets = targetsOf(kind);
    if (targets.service) {
        const Service &service = pick(random, fleet.services);
        fault.service = service.id;
        fault.region = pick(random, service.placements).region;
    } else if (targets.region) {
        fault.region = pick(random, fleet.regions).id;
    }
    if (targets.endpoint)
        fault.endpoint = pick(random, fleet.endpoints).id;
    fault.magnitude = std::round(drawMagnitude(random, kind) * 1000) / 1000;
    fault.period = secondsOf(logUniform(random, 2, 120));
    if (kind == FaultKind::foreignWrite)
        fault.weight = drawWeight(random, fleet, fault);
    fault.until = std::min(until, from + secondsOf(logUniform(random, 0.5, 900)));
    return fault;
}

} // namespace

FaultSchedule drawFaults(const Fleet &fleet, std::uint64_t seed, Instant from, Instant until)
{
    const Random base(seed);
    Random choosing = base.stream(profileDomain);
    FaultSchedule schedule{.profile = drawProfile(choosing)};
    const std::size_t only = choosing.below(faultKinds);
    for (std::size_t i = 0; i < faultKinds; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        if ((targetsOf(kind).endpoint && fleet.endpoints.empty()) || fleet.services.empty())
            continue;
        Random random = base.stream(kindDomain + i);
        const double rate = drawRate(random, schedule.profile, i == only);
        if (rate <= 0)
            continue;
        Instant at = from;
        for (;;) {
            at += secondsOf(-std::log(1 - random.unit()) * 3600 / rate);
            if (at >= until)
                break;
            schedule.faults.push_back(drawFault(random, fleet, kind, at, until));
        }
    }
    std::ranges::stable_sort(schedule.faults, {}, &Fault::from);
    if (schedule.faults.size() > scheduledMax)
        schedule.faults.resize(scheduledMax);
    return schedule;
}

} // namespace siaga::lab
