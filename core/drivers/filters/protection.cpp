// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/filters/protection.h"

#include "core/base/check.h"
#include "core/drivers/filters/not_run.h"

#include <algorithm>
#include <utility>

namespace siaga {

using namespace resilience;

namespace {

Lane laneOf(const Call &call)
{
    return std::holds_alternative<SetServerWeight>(call.what) ? Lane::rescue : call.lane;
}

const char *wordFor(AdmissionReason reason)
{
    return reason == AdmissionReason::forcedOpen ? "its breaker is held open by a person" : "its breaker is open";
}

} // namespace

template<class Port>
class Protection::Around : public Port
{
public:
    Around(Protection &protection, Port &driver)
        : m_protection(protection)
        , m_driver(driver)
    {
    }
    void start(const Call &call) override { m_protection.start(m_driver, call); }
    void cancel(CallId id) override { m_protection.cancel(id); }

private:
    Protection &m_protection;
    Port &m_driver;
};

Protection::Protection(CompletionSink sink, InstantSource now, Told told)
    : m_sink(std::move(sink))
    , m_now(std::move(now))
    , m_told(std::move(told))
{
}

Protection::~Protection() = default;

CompletionSink Protection::sink()
{
    return [this](Completion completion) { completed(std::move(completion)); };
}

Prober &Protection::around(Prober &driver)
{
    auto around = std::make_unique<Around<Prober>>(*this, driver);
    Prober &port = *around;
    m_around.push_back(std::move(around));
    return port;
}

Traffic &Protection::around(Traffic &driver)
{
    auto around = std::make_unique<Around<Traffic>>(*this, driver);
    Traffic &port = *around;
    m_around.push_back(std::move(around));
    return port;
}

Metrics &Protection::around(Metrics &driver)
{
    auto around = std::make_unique<Around<Metrics>>(*this, driver);
    Metrics &port = *around;
    m_around.push_back(std::move(around));
    return port;
}

void Protection::watch(const Fleet &fleet)
{
    const std::map<BreakerId, TargetShape> wanted = targetsOf(fleet);
    const Instant now = m_now();
    std::erase_if(m_waiting, [&](const auto &entry) {
        if (wanted.contains(entry.second.target->id()))
            return false;
        m_answers.push_back(notRun(entry.second.call, "its target left the fleet", entry.second.asked, now));
        return true;
    });
    std::erase_if(m_targets, [&wanted](const auto &entry) { return !wanted.contains(entry.first); });
    for (const auto &[id, shape] : wanted) {
        if (const auto known = m_targets.find(id); known != m_targets.end())
            known->second->reshape(shape);
        else
            added(id, shape);
    }
}

std::shared_ptr<GuardedTarget> Protection::added(const BreakerId &id, const TargetShape &shape)
{
    auto target = std::make_shared<GuardedTarget>(id, shape);
    m_targets[id] = target;
    if (const auto held = m_held.find(id); held != m_held.end())
        if (const auto change = target->breaker.force(held->second, m_now()))
            tell(*target, *change, m_now());
    return target;
}

std::shared_ptr<GuardedTarget> Protection::targetFor(const Call &call)
{
    const BreakerId id = targetOf(call);
    const auto known = m_targets.find(id);
    return known != m_targets.end() ? known->second : added(id, {.kind = kindOf(call)});
}

void Protection::start(Driver &driver, const Call &call)
{
    SIAGA_CHECK(!m_inFlight.contains(call.id) && !m_waiting.contains(call.id));
    const Instant now = m_now();
    Passing passing{.target = targetFor(call), .driver = &driver, .call = call, .asked = now};
    GuardedTarget &target = *passing.target;
    const Lane lane = laneOf(call);
    if (lane == Lane::rescue) {
        ++target.rescues;
        passing.isRescue = true;
        passing.admission = admit(target, now);
        launch(std::move(passing), now);
    } else if (target.breaker.state() == BreakerState::forcedOpen) {
        refuse(passing, wordFor(AdmissionReason::forcedOpen), now);
    } else if (lane == Lane::recheck) {
        startRecheck(std::move(passing), now);
    } else if (target.line.size() > 0 || !target.places.enter()) {
        wait(std::move(passing), now);
    } else {
        passing.admission = admit(target, now);
        launch(std::move(passing), now);
    }
}

void Protection::startRecheck(Passing passing, Instant now)
{
    GuardedTarget &target = *passing.target;
    passing.admission = admit(target, now);
    if (!passing.admission.allowed && !target.mayConfirm(subjectOf(passing.call)))
        return refuse(passing, wordFor(passing.admission.reason), now);
    if (!target.places.enter()) {
        target.breaker.cancel(passing.admission, now);
        return refuse(passing, "no place is free for a look on top of the rhythm", now);
    }
    if (!target.takeGrant(now)) {
        target.places.leave();
        target.breaker.cancel(passing.admission, now);
        return refuse(passing, "the budget for looks on top of the rhythm is spent", now);
    }
    target.noteRecheck(subjectOf(passing.call));
    launch(std::move(passing), now);
}

void Protection::wait(Passing passing, Instant now)
{
    // Later than at half of its deadline there is no point in beginning it.
    const auto expired = [this, now](CallId id) {
        const auto node = m_waiting.extract(id);
        refuse(node.mapped(), "no place became free in time", now);
    };
    GuardedTarget &target = *passing.target;
    const CallId id = passing.call.id;
    const auto joined = target.line.push(id, Deadline::after(now, passing.call.deadline / 2), now, expired);
    if (joined == WaitingLine<CallId>::Joined::waiting)
        m_waiting.emplace(id, std::move(passing));
    else
        refuse(passing, "too many wait for a place", now);
}

// What passes without the breaker's permission: a round or a re-check that must not be kept back. While all is admitted
// in part only, it is one more sample; while the breaker is open or counts its probes, it tells nothing to it.
Admission Protection::admit(GuardedTarget &target, Instant now)
{
    BreakerChange change;
    Admission admission = target.breaker.allow(now, &change);
    if (admission.turned)
        tell(target, change, now);
    if (admission.reason == AdmissionReason::ramp || admission.reason == AdmissionReason::shed)
        admission.allowed = true;
    return admission;
}

void Protection::launch(Passing passing, Instant now)
{
    GuardedTarget &target = *passing.target;
    Call call = passing.call;
    const Duration left = passing.asked + call.deadline - now;
    call.deadline = left;
    if (laneOf(call) == Lane::round) {
        target.noteRound(subjectOf(call));
        target.noteDeadline(passing.call.deadline);
        call.deadline = std::min(left, target.deadlineFor(passing.call.deadline));
    }
    ++target.calls;
    passing.began = now;
    Driver &driver = *passing.driver;
    m_inFlight.emplace(call.id, std::move(passing));
    driver.start(call);
}

void Protection::completed(Completion completion)
{
    const auto node = m_inFlight.extract(completion.id);
    if (node.empty())
        return; // Nothing that we know of; a driver's own fault is not to become the instance's.
    const Passing &passing = node.mapped();
    GuardedTarget &target = *passing.target;
    const Instant now = m_now();
    if (passing.isRescue)
        --target.rescues;
    else
        target.places.leave();
    if (target.line.size() > 0 && !m_freed)
        m_freed = now;
    const CallResult result = resultOf(completion, passing.cancelled || !passing.call.permit.granted());
    if (const auto change = target.ended(passing.admission, result, now - passing.began, now))
        tell(target, *change, now);
    if (auto *seen = std::get_if<Observation>(&completion.answer); seen && passing.cancelled)
        if (auto *edge = std::get_if<EdgeSeen>(seen); edge && !edge->reached)
            edge->asked = false; // That we gave up says nothing of it.
    m_sink(std::move(completion));
}

void Protection::cancel(CallId id)
{
    if (const auto flying = m_inFlight.find(id); flying != m_inFlight.end()) {
        flying->second.cancelled = true;
        flying->second.driver->cancel(id);
    } else if (const auto node = m_waiting.extract(id); !node.empty()) {
        node.mapped().target->line.remove(id);
        refuse(node.mapped(), "cancelled", m_now());
    }
}

void Protection::refuse(const Passing &passing, const std::string &why, Instant now)
{
    ++passing.target->refused;
    m_answers.push_back(notRun(passing.call, why, passing.asked, now));
}

void Protection::advanceTo(Instant now)
{
    m_freed.reset();
    std::vector<std::shared_ptr<GuardedTarget>> waited;
    for (const auto &[id, passing] : m_waiting)
        if (std::ranges::find(waited, passing.target) == waited.end())
            waited.push_back(passing.target);
    for (const auto &target : waited)
        beginWaiting(*target, now);
    for (std::size_t left = m_answers.size(); left > 0; --left) {
        Completion answer = std::move(m_answers.front());
        m_answers.pop_front();
        m_sink(std::move(answer));
    }
}

void Protection::beginWaiting(GuardedTarget &target, Instant now)
{
    const auto expired = [this, now](CallId id) {
        const auto node = m_waiting.extract(id);
        refuse(node.mapped(), "no place became free in time", now);
    };
    target.line.sweep(now, Duration{}, expired);
    while (target.line.size() > 0 && target.places.enter()) {
        const auto id = target.line.pop(now, Duration{}, expired);
        SIAGA_CHECK(id.has_value());
        auto node = m_waiting.extract(*id);
        node.mapped().admission = admit(target, now);
        launch(std::move(node.mapped()), now);
    }
}

std::optional<Instant> Protection::next() const
{
    if (!m_answers.empty() || m_freed)
        return m_now();
    std::optional<Instant> next;
    for (const auto &[id, passing] : m_waiting) {
        // The last moment is still in time, so that the first one too late is when there is something to do.
        const Instant due = passing.asked + passing.call.deadline / 2 + Duration(1);
        next = next ? std::min(*next, due) : due;
    }
    return next;
}

void Protection::hold(const BreakerId &breaker, BreakerState state)
{
    m_held[breaker] = state;
    const auto known = m_targets.find(breaker);
    if (known == m_targets.end())
        return;
    const Instant now = m_now();
    if (const auto change = known->second->breaker.force(state, now))
        tell(*known->second, *change, now);
}

void Protection::holdOpen(const BreakerId &breaker)
{
    hold(breaker, BreakerState::forcedOpen);
}

void Protection::disable(const BreakerId &breaker)
{
    hold(breaker, BreakerState::disabled);
}

void Protection::release(const BreakerId &breaker)
{
    m_held.erase(breaker);
    const auto known = m_targets.find(breaker);
    if (known == m_targets.end())
        return;
    const Instant now = m_now();
    if (const auto change = known->second->breaker.release(now))
        tell(*known->second, *change, now);
}

void Protection::reset(const BreakerId &breaker)
{
    m_held.erase(breaker);
    const auto known = m_targets.find(breaker);
    if (known == m_targets.end())
        return;
    const Instant now = m_now();
    if (const auto change = known->second->breaker.reset(now))
        tell(*known->second, *change, now);
}

void Protection::tell(const GuardedTarget &target, const BreakerChange &change, Instant now)
{
    m_told(OwnBreakerSeen{.breaker = target.id(),
                          .from = change.from,
                          .to = change.to,
                          .rule = change.rule,
                          .figures = change.figures,
                          .openFor = change.openFor,
                          .admittedPermille = change.admitted.value,
                          .ended = now});
}

std::vector<TargetFigures> Protection::figures(Instant now) const
{
    std::vector<TargetFigures> figures;
    figures.reserve(m_targets.size());
    for (const auto &[id, target] : m_targets)
        figures.push_back(target->figures(now));
    return figures;
}

} // namespace siaga
