// SPDX-License-Identifier: GPL-3.0-or-later
// People are told: each alert that is owed to them, on every channel, and none of what somebody has taken.
#include "core/health/notices.h"
#include "core/lab/invariants.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace siaga::lab {

namespace {

/// An alert at a severity on a channel.
using Told = std::tuple<ChannelId, AlertId, Severity>;

std::string textOf(const ChannelId &channel, AlertId alert)
{
    return "alert " + std::to_string(alert.value()) + " on " + channel.text();
}

/// 41: whoever is to be told is told, or it ends failed after all attempts; the first attempt comes at once.
class EverybodyIsTold : public Invariant
{
public:
    explicit EverybodyIsTold(Stage &stage)
        : Invariant(41, stage, "told")
    {
    }
    void onOpened() override { m_since.clear(); }
    void onKilled() override { m_since.clear(); }
    void onRest() override
    {
        const Lab &lab = m_stage.lab;
        if (!lab.isAlive() || !lab.runner()->isDurable() || lab.runner()->isFaulty() || lab.isDiskPoisoned()) {
            m_since.clear();
            return;
        }
        if (now() < m_judged + pace)
            return;
        m_judged = now();
        const health::State &state = lab.state().health;
        std::set<Told> calling;
        for (const NoticeChannel &channel : fleet().noticeChannels())
            for (const AlertId id : health::alertsThatCall(state, channel.from)) {
                const health::Alert &alert = state.open.at(id);
                calling.insert({channel.id, id, alert.severity});
                judge(channel.id, alert);
            }
        std::erase_if(m_since, [&](const auto &entry) { return !calling.contains(entry.first); });
    }

private:
    static constexpr Duration pace = std::chrono::milliseconds(500);
    /// Somebody is tried to be told: the pace of a flood, and a call that hangs before.
    static constexpr Duration first = std::chrono::seconds(20);
    /// All attempts with their waits, and a flood's pace before each.
    static constexpr Duration last = std::chrono::seconds(150);

    void judge(const ChannelId &channel, const health::Alert &alert)
    {
        const Instant since = m_since.emplace(Told{channel, alert.id, alert.severity}, now()).first->second;
        const auto known = alert.notices.find(channel);
        const bool isTold = known != alert.notices.end() && known->second.told && *known->second.told >= alert.severity;
        const bool isTried = isTold || (known != alert.notices.end() && known->second.severity == alert.severity);
        const bool isGivenUp = isTried && !isTold && known->second.attempts >= fleet().notify.attemptsMax;
        require(isTried || now() - since <= first, [&] { return textOf(channel, alert.id) + " is not tried"; });
        require(isTold || isGivenUp || now() - since <= last, [&] { return textOf(channel, alert.id) + " is neither told nor given up"; });
    }

    std::map<Told, Instant> m_since; ///< They are owed.
    Instant m_judged;
};

/// 41: nobody is told of what somebody has taken, of what is over, or of what another alert explains; and of nothing that
/// is not durable.
class NobodyElseIsTold : public Invariant
{
public:
    explicit NobodyElseIsTold(Stage &stage)
        : Invariant(41, stage, "quiet")
    {
    }
    void onNoticeStarted(const NoticeCall &call, Seq) override
    {
        const health::State &state = m_stage.lab.state().health;
        const auto channels = fleet().noticeChannels();
        const auto channel = std::ranges::find(channels, call.channel, &NoticeChannel::id);
        require(channel != channels.end(), [&] { return call.channel.text() + " is no channel of the fleet"; });
        const std::set<AlertId> calling = channel == channels.end() ? std::set<AlertId>() : health::alertsThatCall(state, channel->from);
        for (const NoticeAlert &alert : call.alerts) {
            require(calling.contains(alert.id), [&] { return textOf(call.channel, alert.id) + " asks for nobody"; });
            const auto durable = m_durable.find(alert.id);
            require(durable != m_durable.end() && durable->second == alert.severity,
                    [&] { return textOf(call.channel, alert.id) + " is told before it is durable"; });
        }
        require(!call.alerts.empty(), [] { return "a notice of nothing"; });
    }
    void onRecorded(const Recorded &recorded) override
    {
        if (const auto *opened = recorded.event.as<AlertOpened>())
            m_durable[opened->alert] = opened->severity;
        else if (const auto *changed = recorded.event.as<AlertSeverityChanged>())
            m_durable[changed->alert] = changed->to;
        else if (const auto *over = recorded.event.as<AlertResolved>())
            m_durable.erase(over->alert);
    }

private:
    std::map<AlertId, Severity> m_durable; ///< As the journal's bytes tell it.
};

/// 41: nobody is told the same twice on one channel, unless the answer was lost or its record died with us; and never
/// more often than the fleet allows, each death aside.
class ToldOnce : public Invariant
{
public:
    explicit ToldOnce(Stage &stage)
        : Invariant(41, stage, "once")
    {
    }
    void onNoticeStarted(const NoticeCall &call, Seq) override
    {
        for (const NoticeAlert &alert : call.alerts) {
            const Told told{call.channel, alert.id, alert.severity};
            require(!m_delivered.contains(told), [&] { return textOf(call.channel, alert.id) + " was delivered already"; });
            require(m_flying.insert(told).second, [&] { return textOf(call.channel, alert.id) + " is under way already"; });
            require(++m_attempts[told] <= fleet().notify.attemptsMax + m_deaths,
                    [&] { return textOf(call.channel, alert.id) + " is tried too often"; });
        }
    }
    void onRecorded(const Recorded &recorded) override
    {
        const auto *sent = recorded.event.as<NoticeSent>();
        if (!sent)
            return;
        for (const NoticeFor &one : sent->alerts) {
            const Told told{sent->channel, one.alert, one.severity};
            m_flying.erase(told);
            if (sent->outcome == NoticeOutcome::delivered)
                m_delivered.insert(told);
        }
    }
    void onKilled() override
    {
        m_flying.clear();
        ++m_deaths;
    }

private:
    std::set<Told> m_delivered; ///< And on record.
    std::set<Told> m_flying;
    std::map<Told, int> m_attempts;
    int m_deaths = 0;
};

} // namespace

void addNoticeInvariants(InvariantList &list, Stage &stage)
{
    list.push_back(std::make_unique<EverybodyIsTold>(stage));
    list.push_back(std::make_unique<NobodyElseIsTold>(stage));
    list.push_back(std::make_unique<ToldOnce>(stage));
}

} // namespace siaga::lab
