// SPDX-License-Identifier: GPL-3.0-or-later
// The real prober among real servers on loopback, for the suite and for what only real servers can do.
//
// Like a test track with hired drivers. The catch: a target that refuses keeps its port only by luck.
#pragma once

#include "core/drivers/filters/protection.h"
#include "core/drivers/probe/qt_prober.h"
#include "tests/drivers/event_loop_world.h"
#include "tests/drivers/prober_suite.h"
#include "tests/support/http_server.h"

#include <map>
#include <memory>

namespace siaga {

class RealProber : public ProberHarness
{
public:
    explicit RealProber(Through through = Through::nothing)
        : m_through(through)
    {
    }
    Prober &prober() override { return m_through == Through::protection ? m_guarded : m_prober; }
    Protection &protection() { return m_protection; }
    const std::vector<Completion> &completions() const override { return m_world.completions(); }
    Instant now() const override { return m_world.now(); }
    bool waitFor(const std::function<bool()> &done, Duration limit) override
    {
        return m_world.waitFor(
            [&] {
                m_protection.advanceTo(now());
                return done();
            },
            limit);
    }
    Duration slack() const override { return EventLoopWorld::slack; }

    Check check(const std::string &name, Target target) override
    {
        HttpServer &server = behave(name, target);
        return Check{.id = CheckId(name), .target = server.url()};
    }

    Canary canary(const std::string &name, Target target) override
    {
        HttpServer &server = behave(name, target);
        return Canary{.id = CanaryId(name), .target = server.url()};
    }

private:
    HttpServer &behave(const std::string &name, Target target)
    {
        std::unique_ptr<HttpServer> &server = m_servers[name];
        if (!server)
            server = std::make_unique<HttpServer>();
        if (target == Target::refusing)
            server->stop();
        else if (!server->listening())
            server->startAgain();
        server->behave({.kind = target == Target::hanging ? Manner::Kind::hang : Manner::Kind::answer,
                        .status = target == Target::failing ? 503 : 200});
        return *server;
    }

    EventLoopWorld m_world;
    std::map<std::string, std::unique_ptr<HttpServer>> m_servers;
    Through m_through;
    Protection m_protection{m_world.sink(), m_world.clock(), [](const Observation &) {}};
    QtProber m_prober{m_through == Through::protection ? m_protection.sink() : m_world.sink(), m_world.clock()};
    Prober &m_guarded{m_protection.around(m_prober)};
};

} // namespace siaga
