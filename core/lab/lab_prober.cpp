// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/lab_driver.h"

#include "core/base/check.h"
#include "core/seen/acceptance.h"

#include <algorithm>

namespace siaga::lab {

/// The probes under way. Cues hold it weakly, so that nothing is told once the driver is gone.
class LabProber::Probes : public std::enable_shared_from_this<Probes>
{
public:
    Probes(World &world, CompletionSink sink, const Random &random)
        : m_world(world)
        , m_sink(std::move(sink))
        , m_random(random)
    {
    }

    void start(const Call &call);
    void cancel(CallId id) { answer(id, Duration::zero(), ProbeOutcome::notRun, "cancelled"); }

private:
    void finish(CallId id, ProbeOutcome outcome, const char *detail, int status = 0);
    struct Probe
    {
        std::variant<ProbeCheck, ProbeCanary> what;
        Instant began;
    };
    void later(Duration after, CallId id, void (Probes::*what)(CallId));
    void arrive(CallId id);
    void arriveAtCheck(CallId id, const Check &check);
    void answer(CallId id, Duration after, ProbeOutcome outcome, const char *detail, int status = 0);
    void expire(CallId id) { finish(id, ProbeOutcome::timedOut, "no answer in time"); }

    World &m_world;
    CompletionSink m_sink;
    Random m_random; ///< Which of a half-failing service's answers a probe gets.
    std::map<CallId, Probe> m_probes;
};

void LabProber::Probes::later(Duration after, CallId id, void (Probes::*what)(CallId))
{
    m_world.timetable().at(m_world.now() + after, [weak = weak_from_this(), id, what] {
        if (const auto probes = weak.lock())
            (*probes.*what)(id);
    });
}

void LabProber::Probes::start(const Call &call)
{
    const auto *check = std::get_if<ProbeCheck>(&call.what);
    const auto *canary = std::get_if<ProbeCanary>(&call.what);
    SIAGA_CHECK(check || canary);
    SIAGA_CHECK(!m_probes.contains(call.id));
    Probe &probe = m_probes[call.id];
    probe.began = m_world.now();
    if (check)
        probe.what = *check;
    else
        probe.what = *canary;
    if (!call.permit.granted()) {
        answer(call.id, Duration::zero(), ProbeOutcome::notRun, "withdrawn before it was sent");
        return;
    }
    if (check && m_world.isBlindTo(check->check.region)) {
        answer(call.id, Duration::zero(), ProbeOutcome::notRun, "no socket left");
        return;
    }
    const Duration timeout = check ? check->check.timeout : canary->canary.timeout;
    later(std::min(timeout, call.deadline), call.id, &Probes::expire);
    const auto trip = check ? m_world.network().toRegion(check->check.region) : m_world.network().toOutside();
    if (trip)
        later(*trip, call.id, &Probes::arrive);
}

void LabProber::Probes::arrive(CallId id)
{
    const auto probe = m_probes.find(id);
    if (probe == m_probes.end())
        return;
    if (const auto *check = std::get_if<ProbeCheck>(&probe->second.what)) {
        arriveAtCheck(id, check->check);
        return;
    }
    if (const auto back = m_world.network().toOutside())
        answer(id, *back, ProbeOutcome::passed, "", 200);
}

void LabProber::Probes::arriveAtCheck(CallId id, const Check &check)
{
    const double luck = m_random.unit();
    const auto back = m_world.network().toRegion(check.region);
    if (m_world.isRegionDead(check.region) || !back)
        return; // Silence; the time-out tells.
    const Site *site = m_world.site(check.service, check.region);
    if (!site || !site->isListening(m_world.now())) {
        answer(id, *back, ProbeOutcome::refused, "connection refused");
        return;
    }
    if (check.kind == CheckKind::tcp) {
        answer(id, *back, ProbeOutcome::passed, "");
        return;
    }
    const SiteTrouble &trouble = site->trouble();
    const bool fails = !trouble.lying && luck < m_world.failing(check.service, check.region);
    const int status = fails ? 503 : 200;
    const Duration after = *back + *back + *back + site->latency(m_world.now());
    const ProbeOutcome outcome = judgeAnswer(check, status, !trouble.errorPage);
    const char *detail = outcome == ProbeOutcome::badStatus ? "status outside the accepted range"
        : outcome == ProbeOutcome::badBody                  ? "the expected text is missing"
                                                            : "";
    answer(id, after, outcome, detail, status);
}

void LabProber::Probes::answer(CallId id, Duration after, ProbeOutcome outcome, const char *detail, int status)
{
    m_world.timetable().at(m_world.now() + after, [weak = weak_from_this(), id, outcome, detail, status] {
        if (const auto probes = weak.lock())
            probes->finish(id, outcome, detail, status);
    });
}

void LabProber::Probes::finish(CallId id, ProbeOutcome outcome, const char *detail, int status)
{
    const auto found = m_probes.extract(id);
    if (found.empty())
        return;
    const Probe &probe = found.mapped();
    const Instant now = m_world.now();
    ProbeResult result{.outcome = outcome, .took = now - probe.began, .status = status, .detail = detail};
    result.began = probe.began;
    result.ended = now;
    if (const auto *check = std::get_if<ProbeCheck>(&probe.what))
        m_sink({id, CheckSeen{check->check.id, result}});
    else
        m_sink({id, CanarySeen{std::get<ProbeCanary>(probe.what).canary.id, result}});
}

LabProber::LabProber(World &world, CompletionSink sink, const Random &random)
    : m_probes(std::make_shared<Probes>(world, std::move(sink), random))
{
}

LabProber::~LabProber() = default;

void LabProber::start(const Call &call)
{
    m_probes->start(call);
}

void LabProber::cancel(CallId id)
{
    m_probes->cancel(id);
}

} // namespace siaga::lab
