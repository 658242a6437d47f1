// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where concrete drivers are named.
#include "app/surroundings.h"
#include "core/drivers/exposition/http_metrics.h"
#include "core/drivers/filters/protection.h"
#include "core/drivers/haproxy/haproxy_traffic.h"
#include "core/drivers/probe/qt_prober.h"
#include "core/lab/lab_driver.h"

#include <charconv>

namespace siaga {

namespace {

class RealSurroundings : public Surroundings
{
public:
    explicit RealSurroundings(const Hearing &hearing)
        : m_protection(hearing.completed, hearing.now, hearing.observed)
        , m_prober(m_protection.sink(), hearing.now, hearing.secrets)
        , m_haproxy(m_protection.sink(), hearing.now)
        , m_metrics(m_protection.sink(), hearing.now, hearing.secrets)
        , m_guardedProber(m_protection.around(m_prober))
        , m_guardedHaproxy(m_protection.around(m_haproxy))
        , m_guardedMetrics(m_protection.around(m_metrics))
        , m_notifier(makeNotifier(hearing.noticed, hearing.chosen))
    {
    }

    Ports ports() override
    {
        return {.prober = &m_guardedProber,
                .traffic = [this](const Endpoint &endpoint) { return endpoint.driver == "haproxy" ? &m_guardedHaproxy : nullptr; },
                .metrics = &m_guardedMetrics,
                .breakers = &m_protection,
                .notifier = m_notifier.get()};
    }
    void advanceTo(Instant now) override { m_protection.advanceTo(now); }
    std::optional<Instant> next() const override { return m_protection.next(); }
    std::vector<TargetFigures> figures(Instant now) const override { return m_protection.figures(now); }
    Result<std::string> disturb(const std::string &) override { return Error{"this is no lab: real servers are broken by other means"}; }

private:
    Protection m_protection; ///< Outlives the drivers, which complete into it.
    QtProber m_prober;
    HaproxyTraffic m_haproxy;
    HttpMetrics m_metrics;
    Prober &m_guardedProber;
    Traffic &m_guardedHaproxy;
    Metrics &m_guardedMetrics;
    std::unique_ptr<Notifier> m_notifier;
};

class LabSurroundings : public Surroundings
{
public:
    LabSurroundings(const Fleet &fleet, const lab::WorldOptions &options, const Hearing &hearing)
        : m_world(fleet, options)
        , m_protection(hearing.completed, [this] { return m_world.now(); }, hearing.observed)
        , m_prober(m_world, m_protection.sink(), Random(options.seed).stream(1))
        , m_traffic(m_world, m_protection.sink(), Random(options.seed).stream(2))
        , m_guardedProber(m_protection.around(m_prober))
        , m_guardedTraffic(m_protection.around(m_traffic))
        , m_notifier(makeNotifier(hearing.noticed, hearing.chosen))
    {
    }

    Ports ports() override
    {
        return {.prober = &m_guardedProber,
                .traffic = [this](const Endpoint &) { return &m_guardedTraffic; },
                .breakers = &m_protection,
                .notifier = m_notifier.get()};
    }
    void advanceTo(Instant now) override
    {
        m_world.advanceTo(now);
        m_protection.advanceTo(now);
    }
    std::optional<Instant> next() const override
    {
        const auto world = m_world.next();
        const auto waiting = m_protection.next();
        return world && waiting ? std::min(world, waiting) : world ? world : waiting;
    }
    std::vector<TargetFigures> figures(Instant now) const override { return m_protection.figures(now); }

    Result<std::string> disturb(const std::string &fault) override
    {
        if (fault == "heal") {
            m_world.healAll();
            return std::string("everything is healed");
        }
        if (fault.starts_with("heal "))
            return heal(fault.substr(5));
        const auto read = lab::faultFromText(fault, m_world.now());
        if (!read)
            return read.error();
        if (const std::string what = unknownTarget(*read); !what.empty())
            return Error{"the lab has no " + what};
        if (read->period <= Duration::zero())
            return Error{"a period must be longer than nothing"};
        m_world.inject(*read);
        return lab::toText(*read);
    }

    std::map<lab::FaultId, lab::Fault> faults() const override { return m_world.faults(); }

private:
    Result<std::string> heal(const std::string &number)
    {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
        const lab::FaultId id(value);
        if (error != std::errc() || end != number.data() + number.size() || !m_world.faults().contains(id))
            return Error{"no fault has the number " + number};
        const std::string healed = lab::toText(m_world.faults().at(id));
        m_world.heal(id);
        return "healed: " + healed;
    }

    /// What the fault names and the lab does not have; empty when it has all of it.
    std::string unknownTarget(const lab::Fault &fault) const
    {
        const Fleet &fleet = m_world.fleet();
        if (!fault.region.empty() && !fleet.region(fault.region))
            return "region " + fault.region.text();
        if (!fault.service.empty() && !fleet.service(fault.service))
            return "service " + fault.service.text();
        if (!fault.endpoint.empty() && !fleet.endpoint(fault.endpoint))
            return "edge " + fault.endpoint.text();
        return {};
    }

    lab::World m_world;
    Protection m_protection; ///< Outlives the drivers, which complete into it.
    lab::LabProber m_prober;
    lab::LabTraffic m_traffic;
    Prober &m_guardedProber;
    Traffic &m_guardedTraffic;
    std::unique_ptr<Notifier> m_notifier; ///< People are real, also in the lab.
};

} // namespace

std::unique_ptr<Surroundings> makeRealSurroundings(const Hearing &hearing)
{
    return std::make_unique<RealSurroundings>(hearing);
}

std::unique_ptr<Surroundings> makeLabSurroundings(const Fleet &fleet, WallTime wall, const Hearing &hearing)
{
    lab::WorldOptions options;
    options.start = hearing.now();
    options.wall = wall;
    // Quicker to come back than real instances, so that watching a repair takes seconds.
    options.site.startMin = std::chrono::seconds(3);
    options.site.startMax = std::chrono::seconds(6);
    options.site.warmUp = std::chrono::seconds(4);
    return std::make_unique<LabSurroundings>(fleet, options, hearing);
}

} // namespace siaga
