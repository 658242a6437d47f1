// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where concrete drivers are named.
#include "app/surroundings.h"
#include "core/drivers/haproxy/haproxy_traffic.h"
#include "core/drivers/probe/qt_prober.h"
#include "core/lab/lab_driver.h"

namespace siaga {

namespace {

class RealSurroundings : public Surroundings
{
public:
    RealSurroundings(CompletionSink sink, InstantSource now)
        : m_prober(sink, now)
        , m_haproxy(sink, now)
    {
    }

    Ports ports() override
    {
        return {&m_prober, [this](const Endpoint &endpoint) -> Traffic * { return endpoint.driver == "haproxy" ? &m_haproxy : nullptr; }};
    }
    void advanceTo(Instant) override { }
    std::optional<Instant> next() const override { return std::nullopt; }
    Result<std::string> disturb(const std::string &) override { return Error{"this is no lab: real servers are broken by other means"}; }

private:
    QtProber m_prober;
    HaproxyTraffic m_haproxy;
};

class LabSurroundings : public Surroundings
{
public:
    LabSurroundings(const Fleet &fleet, const lab::WorldOptions &options, const CompletionSink &sink)
        : m_world(fleet, options)
        , m_prober(m_world, sink, Random(options.seed).stream(1))
        , m_traffic(m_world, sink, Random(options.seed).stream(2))
    {
    }

    Ports ports() override
    {
        return {&m_prober, [this](const Endpoint &) { return &m_traffic; }};
    }
    void advanceTo(Instant now) override { m_world.advanceTo(now); }
    std::optional<Instant> next() const override { return m_world.next(); }

    Result<std::string> disturb(const std::string &fault) override
    {
        if (fault == "heal") {
            m_world.healAll();
            return std::string("everything is healed");
        }
        const auto read = lab::faultFromText(fault, m_world.now());
        if (!read)
            return read.error();
        m_world.inject(*read);
        return lab::toText(*read);
    }

private:
    lab::World m_world;
    lab::LabProber m_prober;
    lab::LabTraffic m_traffic;
};

} // namespace

std::unique_ptr<Surroundings> makeRealSurroundings(CompletionSink sink, InstantSource now)
{
    return std::make_unique<RealSurroundings>(std::move(sink), std::move(now));
}

std::unique_ptr<Surroundings> makeLabSurroundings(const Fleet &fleet, Instant start, WallTime wall, CompletionSink sink)
{
    lab::WorldOptions options;
    options.start = start;
    options.wall = wall;
    // Quicker to come back than real instances, so that watching a repair takes seconds.
    options.site.startMin = std::chrono::seconds(3);
    options.site.startMax = std::chrono::seconds(6);
    options.site.warmUp = std::chrono::seconds(4);
    return std::make_unique<LabSurroundings>(fleet, options, sink);
}

} // namespace siaga
