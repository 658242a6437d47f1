// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/notice_dispatcher.h"

#include "core/events/runtime_events.h"

#include <algorithm>

namespace siaga {

namespace {

constexpr Duration desktopDeadline = std::chrono::seconds(3);
constexpr Duration grace = std::chrono::seconds(2); ///< After a deadline; then the driver is taken to have forgotten.
/// In a storm of alerts the list is not gone through anew after each commit.
constexpr Duration pace = std::chrono::milliseconds(100);

NoticeAlert factsOf(const health::Alert &alert, Severity severity)
{
    const AlertSubject &subject = alert.subject;
    const bool isRegion = subject.kind == AlertSubject::Kind::region;
    return {.id = alert.id, .severity = severity, .kind = std::string(nameOf(subject.kind)), .region = subject.region.text(),
            .service = subject.service.text(), .check = subject.check.text(), .endpoint = subject.endpoint.text(),
            .breaker = subject.breaker.text(), .state = isRegion ? std::string(nameOf(alert.regionState)) : std::string(),
            .opened = alert.openedWall};
}

std::string keyOf(const std::vector<NoticeFor> &alerts)
{
    return alerts.size() == 1 ? "alert " + std::to_string(alerts.front().alert.value()) : "summary";
}

} // namespace

void NoticeDispatcher::hear(const Recorded &recorded)
{
    const Event &event = recorded.event;
    m_changed |= event.as<AlertOpened>() || event.as<AlertSeverityChanged>() || event.as<AlertAcknowledged>()
        || event.as<AlertResolved>() || event.as<NoticeSent>() || event.as<FleetAdopted>();
}

void NoticeDispatcher::dispatch(const State &state, Instant now, CallId &next)
{
    const bool isDue = m_next && *m_next <= now;
    if (!m_notifier || (!m_changed && !isDue))
        return;
    if (m_changed && !isDue && now - m_dispatched < pace) {
        m_next = std::min(m_next.value_or(m_dispatched + pace), m_dispatched + pace);
        return;
    }
    m_changed = false;
    m_dispatched = now;
    takeBack(state);
    const health::NoticesOwed owed = health::noticesOwed(state.health, state.fleet, underWay(), now);
    m_next = owed.next;
    for (const health::NoticeDue &due : owed.now) {
        start(due, state, now, next);
        next = next.next();
    }
}

void NoticeDispatcher::start(const health::NoticeDue &due, const State &state, Instant now, CallId id)
{
    NoticeCall call{.id = id, .channel = due.channel, .command = {}, .deadline = desktopDeadline, .key = keyOf(due.alerts),
                    .mode = state.fleet.lab ? "lab" : "live", .fleet = state.fleet.name,
                    .environment = state.fleet.environment, .severity = due.alerts.front().severity, .attempt = due.attempt};
    if (const NotifyHook *hook = state.fleet.hook(due.channel)) {
        call.command = hook->command;
        call.deadline = hook->timeout;
    }
    Shown shown{due.channel, call.key, {}};
    for (const NoticeFor &one : due.alerts) {
        const auto alert = state.health.open.find(one.alert);
        if (alert != state.health.open.end())
            call.alerts.push_back(factsOf(alert->second, one.severity));
        shown.alerts.push_back(one.alert);
    }
    if (m_wording)
        call.text = m_wording(due.alerts);
    std::erase_if(m_shown, [&](const Shown &old) { return old.channel == shown.channel && old.key == shown.key; });
    m_shown.push_back(std::move(shown));
    m_flying[id] = {{.channel = due.channel, .alerts = due.alerts, .attempt = due.attempt}, call.permit, now + call.deadline + grace};
    m_notifier->start(call);
}

/// What nobody need be told any more: it is taken, over, or another alert explains it.
void NoticeDispatcher::takeBack(const State &state)
{
    if (m_shown.empty())
        return;
    std::map<ChannelId, std::set<AlertId>> calling;
    for (const NoticeChannel &channel : state.fleet.noticeChannels())
        calling[channel.id] = health::alertsThatCall(state.health, channel.from);
    const auto isCalling = [&](const ChannelId &channel, AlertId alert) {
        const auto known = calling.find(channel);
        return known != calling.end() && known->second.contains(alert);
    };
    std::erase_if(m_shown, [&](const Shown &shown) {
        if (std::ranges::any_of(shown.alerts, [&](AlertId alert) { return isCalling(shown.channel, alert); }))
            return false;
        m_notifier->withdraw(shown.channel, shown.key);
        return true;
    });
    for (auto &[id, flying] : m_flying) {
        const ChannelId &channel = flying.sent.channel;
        if (std::ranges::none_of(flying.sent.alerts, [&](const NoticeFor &one) { return isCalling(channel, one.alert); }))
            flying.permit.withdraw();
    }
}

health::UnderWay NoticeDispatcher::underWay() const
{
    health::UnderWay underWay;
    for (const auto &[id, flying] : m_flying) {
        health::NoticesUnderWay &channel = underWay[flying.sent.channel];
        ++channel.calls;
        for (const NoticeFor &one : flying.sent.alerts) {
            Severity &severity = channel.alerts.try_emplace(one.alert, one.severity).first->second;
            severity = std::max(severity, one.severity);
        }
    }
    return underWay;
}

NoticeSent NoticeDispatcher::ended(std::map<CallId, Flying>::iterator flying, NoticeOutcome outcome, std::string detail)
{
    NoticeSent sent = std::move(flying->second.sent);
    m_flying.erase(flying);
    sent.outcome = outcome;
    sent.detail = std::move(detail);
    return sent;
}

std::optional<NoticeSent> NoticeDispatcher::answered(const NoticeAnswer &answer)
{
    const auto flying = m_flying.find(answer.id);
    return flying == m_flying.end() ? std::nullopt : std::optional(ended(flying, answer.outcome, answer.detail));
}

std::vector<NoticeSent> NoticeDispatcher::takeOverdue(Instant now)
{
    std::vector<NoticeSent> overdue;
    for (auto flying = m_flying.begin(); flying != m_flying.end();) {
        const auto current = flying++;
        if (current->second.until > now)
            continue;
        current->second.permit.withdraw();
        m_notifier->cancel(current->first);
        overdue.push_back(ended(current, NoticeOutcome::failed, "no answer in time"));
    }
    return overdue;
}

std::optional<Instant> NoticeDispatcher::nextDue() const
{
    std::optional<Instant> next = m_notifier ? m_next : std::nullopt;
    for (const auto &[id, flying] : m_flying)
        next = std::min(next.value_or(flying.until), flying.until);
    return next;
}

} // namespace siaga
