// SPDX-License-Identifier: GPL-3.0-or-later
// HAProxy's driver among two real HAProxies, each behind a relay that can lose replies, and real backends.
//
// Like a small workshop with a tap on the wire. The catch: an edge without trouble is also reached through the relay,
// so the socket's own quirks are tested apart, in tst_haproxy.
#pragma once

#include "core/drivers/filters/protection.h"
#include "core/drivers/haproxy/haproxy_traffic.h"
#include "tests/drivers/event_loop_world.h"
#include "tests/drivers/traffic_suite.h"
#include "tests/support/admin_relay.h"
#include "tests/support/free_port.h"
#include "tests/support/haproxy_process.h"
#include "tests/support/http_server.h"

#include <array>
#include <memory>

namespace siaga {

/// Asks through HAProxy for "/" so many times, one after another; gives the number of answers below 500.
inline int askThrough(quint16 port, int requests)
{
    int good = 0;
    for (int i = 0; i < requests; ++i) {
        QTcpSocket socket;
        QByteArray answer;
        socket.connectToHost(QHostAddress::LocalHost, port);
        socket.write("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        const bool answered = QTest::qWaitFor(
            [&] {
                answer += socket.readAll();
                return answer.contains("\r\n\r\n") && socket.state() == QAbstractSocket::UnconnectedState;
            },
            10'000);
        good += answered && answer[9] < '5';
    }
    return good;
}

/// One HAProxy with the servers "srv-a" and "srv-b" in the backend "web_pool", and the endpoint that names them.
class RealEdge
{
public:
    explicit RealEdge(HaproxyConfig config = {})
        : m_config(std::move(config))
    {
        m_config.backends = {{.name = "web_pool",
                              .servers = {{.name = "srv-a", .port = m_a.port()}, {.name = "srv-b", .port = m_b.port()}},
                              .frontendPort = freePort()}};
    }

    bool start() { return haproxy.start(m_config); }
    bool restart()
    {
        haproxy.stop();
        return start();
    }
    HaproxyConfig &config() { return m_config; }
    quint16 frontendPort() const { return m_config.backends.front().frontendPort; }
    HttpServer &serverA() { return m_a; }
    HttpServer &serverB() { return m_b; }

    Endpoint endpoint(const std::string &address, const std::string &id = "edge") const
    {
        const std::map<RegionId, std::string> servers{
            {RegionId("a"), "srv-a"}, {RegionId("b"), "srv-b"}, {RegionId("nowhere"), "srv-none"}};
        return Endpoint{.id = EndpointId(id),
                        .driver = "haproxy",
                        .address = address,
                        .backends = {{.service = ServiceId("web"), .name = "web_pool", .servers = servers}}};
    }
    /// Straight to HAProxy's own socket.
    Endpoint direct(const std::string &id = "edge") const { return endpoint("unix:" + haproxy.socketPath(), id); }

    HaproxyProcess haproxy;

private:
    HttpServer m_a;
    HttpServer m_b;
    HaproxyConfig m_config;
};

class RealEdges : public TrafficHarness
{
public:
    explicit RealEdges(Through through = Through::nothing)
        : m_through(through)
    {
        for (int i = 0; i < 2; ++i) {
            if (!m_edges[i].start())
                QFAIL("HAProxy does not start");
            m_relays[i] = std::make_unique<AdminRelay>(m_edges[i].haproxy.socketPath());
        }
    }

    Traffic &traffic() override { return m_through == Through::protection ? m_guarded : m_traffic; }
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

    Endpoint edge(int index) override
    {
        return m_edges[index].endpoint("unix:" + m_relays[index]->path(), "edge" + std::to_string(index));
    }

    void trouble(int edge, Trouble trouble) override
    {
        AdminRelay &relay = *m_relays[edge];
        relay.close();
        if (trouble != Trouble::gone)
            relay.listen();
        relay.setMode(trouble == Trouble::hanging            ? AdminRelay::Mode::hang
                          : trouble == Trouble::losesReplies ? AdminRelay::Mode::loseReply
                                                             : AdminRelay::Mode::pass);
    }

    void restart(int edge) override { QVERIFY(m_edges[edge].restart()); }
    void serve(int edge, int requests) override
    {
        QCOMPARE(askThrough(m_edges[edge].frontendPort(), requests), requests);
    }

    AdminRelay &relay(int edge) { return *m_relays[edge]; }

private:
    EventLoopWorld m_world;
    std::array<RealEdge, 2> m_edges;
    std::array<std::unique_ptr<AdminRelay>, 2> m_relays;
    Through m_through;
    Protection m_protection{m_world.sink(), m_world.clock(), [](const Observation &) {}};
    HaproxyTraffic m_traffic{m_through == Through::protection ? m_protection.sink() : m_world.sink(), m_world.clock()};
    Traffic &m_guarded{m_protection.around(m_traffic)};
};

} // namespace siaga
