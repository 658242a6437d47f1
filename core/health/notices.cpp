// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/health/notices.h"

#include <algorithm>

namespace siaga::health {

namespace {

constexpr Duration minute = std::chrono::minutes(1);
constexpr Duration floodPace = std::chrono::seconds(10);
constexpr Duration floodPaceEmergency = std::chrono::seconds(2);

/// The open alerts of regions, by region.
class RegionAlerts
{
public:
    explicit RegionAlerts(const State &state)
    {
        for (const auto &[id, alert] : state.open)
            if (alert.subject.kind == AlertSubject::Kind::region)
                m_alerts.emplace(alert.subject.region, &alert);
    }

    /// Its region's alert wakes people for it, or somebody has taken that one. A region that only warns explains nothing
    /// to a channel that it does not reach itself.
    bool explain(const Alert &alert, Severity from) const
    {
        const Alert *region = over(alert);
        return region && (region->severity >= from || !region->acknowledgedBy.empty());
    }

    /// Whether its region may soon wake people for it: there is an alert of it, of less weight.
    bool mayExplain(const Alert &alert) const { return over(alert) && alert.severity < Severity::emergency; }

private:
    /// The alert of the region that the alert is about a part of; nullptr when there is none.
    const Alert *over(const Alert &alert) const
    {
        using Kind = AlertSubject::Kind;
        const Kind kind = alert.subject.kind;
        if (alert.subject.region.empty() || (kind != Kind::check && kind != Kind::view && kind != Kind::breaker))
            return nullptr;
        const auto region = m_alerts.find(alert.subject.region);
        return region == m_alerts.end() ? nullptr : region->second;
    }

    std::map<RegionId, const Alert *> m_alerts;
};

bool calls(const Alert &alert, Severity from, const RegionAlerts &regions)
{
    return alert.severity >= from && alert.acknowledgedBy.empty() && !regions.explain(alert, from);
}

/// When the alert is to be told on the channel; nullopt when all is told, or was tried often enough.
std::optional<Instant> dueAt(const Alert &alert, const ChannelId &channel, const NotifyPolicy &policy)
{
    const auto known = alert.notices.find(channel);
    if (known == alert.notices.end())
        return alert.opened;
    const NoticeMemory &memory = known->second;
    if (memory.told && *memory.told >= alert.severity)
        return std::nullopt;
    if (memory.severity != alert.severity)
        return alert.raised;
    if (memory.attempts >= policy.attemptsMax)
        return std::nullopt;
    return memory.at + noticeRetryAfter(policy, memory.attempts);
}

int attemptOf(const Alert &alert, const ChannelId &channel)
{
    const auto known = alert.notices.find(channel);
    return known != alert.notices.end() && known->second.severity == alert.severity ? known->second.attempts + 1 : 1;
}

/// One channel's turn.
class Channel
{
public:
    Channel(const State &state, const NotifyPolicy &policy, const NoticeChannel &channel, const UnderWay &underWay, Instant now)
        : m_state(state)
        , m_policy(policy)
        , m_channel(channel)
        , m_now(now)
    {
        const auto flying = underWay.find(channel.id);
        m_flying = flying == underWay.end() ? nullptr : &flying->second;
    }

    void add(NoticesOwed &owed, const RegionAlerts &regions)
    {
        collect(regions);
        std::ranges::sort(m_due, [](const Alert *a, const Alert *b) {
            return a->severity != b->severity ? a->severity > b->severity : a->id < b->id;
        });
        if (!m_due.empty())
            send(owed);
        if (m_next && (!owed.next || *m_next < *owed.next))
            owed.next = m_next;
    }

private:
    int callsUnderWay() const { return m_flying ? m_flying->calls : 0; }

    void collect(const RegionAlerts &regions)
    {
        for (const auto &[id, alert] : m_state.open) {
            auto due = calls(alert, m_channel.from, regions) ? dueAt(alert, m_channel.id, m_policy) : std::nullopt;
            if (!due || isFlying(alert))
                continue;
            if (regions.mayExplain(alert))
                due = std::max(*due, alert.raised + regionMayFollow);
            if (*due > m_now)
                wake(*due);
            else
                m_due.push_back(&alert);
        }
    }

    bool isFlying(const Alert &alert) const
    {
        if (!m_flying)
            return false;
        const auto flying = m_flying->alerts.find(alert.id);
        return flying != m_flying->alerts.end() && flying->second >= alert.severity;
    }

    void wake(Instant at) { m_next = std::min(m_next.value_or(at), at); }

    void send(NoticesOwed &owed)
    {
        int left = m_policy.perMinuteMax - callsUnderWay();
        const auto moments = m_state.notices.find(m_channel.id);
        const NoticeMoment *last = nullptr;
        if (moments != m_state.notices.end() && !moments->second.empty()) {
            left -= static_cast<int>(std::ranges::count_if(
                moments->second, [this](const NoticeMoment &moment) { return m_now - moment.at < minute; }));
            last = &moments->second.back();
        }
        if (left <= 0)
            return sendInFlood(owed, last);
        const auto singles = static_cast<std::size_t>(left);
        std::size_t next = 0;
        while (next < m_due.size() && (next + 1 < singles || m_due.size() == next + 1))
            push(owed, next++, 1);
        if (next < m_due.size())
            push(owed, next, m_due.size() - next);
    }

    /// The minute's notices are used up: all that is owed goes out together, now and then.
    void sendInFlood(NoticesOwed &owed, const NoticeMoment *last)
    {
        if (callsUnderWay() > 0)
            return; // Its answer wakes us.
        const Duration pace = m_due.front()->severity == Severity::emergency ? floodPaceEmergency : floodPace;
        if (last && m_now - last->at < pace)
            wake(last->at + pace);
        else
            push(owed, 0, m_due.size());
    }

    void push(NoticesOwed &owed, std::size_t from, std::size_t count)
    {
        NoticeDue due{.channel = m_channel.id, .alerts = {}, .attempt = attemptOf(*m_due[from], m_channel.id)};
        for (std::size_t i = from; i < from + std::min(count, noticeAlertsMax); ++i)
            due.alerts.push_back({m_due[i]->id, m_due[i]->severity});
        owed.now.push_back(std::move(due));
    }

    const State &m_state;
    const NotifyPolicy &m_policy;
    const NoticeChannel &m_channel;
    Instant m_now;
    const NoticesUnderWay *m_flying = nullptr;
    std::vector<const Alert *> m_due;
    std::optional<Instant> m_next;
};

} // namespace

NoticesOwed noticesOwed(const State &state, const Fleet &fleet, const UnderWay &underWay, Instant now)
{
    NoticesOwed owed;
    if (state.open.empty())
        return owed;
    const RegionAlerts regions(state);
    for (const NoticeChannel &channel : fleet.noticeChannels())
        Channel(state, fleet.notify, channel, underWay, now).add(owed, regions);
    return owed;
}

std::set<AlertId> alertsThatCall(const State &state, Severity from)
{
    const RegionAlerts regions(state);
    std::set<AlertId> calling;
    for (const auto &[id, alert] : state.open)
        if (calls(alert, from, regions))
            calling.insert(id);
    return calling;
}

Duration noticeRetryAfter(const NotifyPolicy &policy, int attempts)
{
    Duration wait = policy.retryAfter;
    for (int i = 1; i < attempts && wait < noticeRetryMax; ++i)
        wait *= 2;
    return std::min(wait, noticeRetryMax);
}

} // namespace siaga::health
