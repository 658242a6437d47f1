// SPDX-License-Identifier: GPL-3.0-or-later
// Weights and counters of HAProxy 2.6 or newer, through its runtime API.
//
// Like a caretaker with one key for each building, who does the orders for one building one after the other, and has a
// second key for the fire brigade. The catch: HAProxy forgets weights at a reload, so what was done is only known from the next look, never from memory.
#pragma once

#include "core/drivers/haproxy/commands.h"
#include "core/drivers/haproxy/exchange.h"
#include "core/drivers/ports/traffic.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <vector>

namespace siaga {

/// Lives in one thread with an event loop; start(), cancel() and the destructor are called there, and so is the sink,
/// also from within start(). Destroying it closes all connections and completes nothing more.
class HaproxyTraffic : public QObject, public Traffic
{
public:
    HaproxyTraffic(CompletionSink sink, InstantSource now, QObject *parent = nullptr);
    ~HaproxyTraffic() override;

    void start(const Call &call) override;
    /// A write of which something was sent is `unknown` then, any other `failed`.
    void cancel(CallId id) override;

private:
    struct Job
    {
        Call call;
        Instant began;
        std::uint64_t order = 0;        ///< Of start().
        QTimer *deadline = nullptr;     ///< Owned by the driver.
        SocketAddress address;
        std::vector<CommandLine> lines;
        std::size_t next = 0;           ///< The line to be sent, or under way.
        bool sent = false;              ///< Something of it may have been read by HAProxy.
        Exchange *exchange = nullptr;   ///< Owned by the driver; null while it waits for its turn.
    };

    const Endpoint &endpointOf(const Job &job) const;
    void refuse(CallId id, const std::string &why);
    /// What is or waits to be under way at one edge, each in the order of start().
    struct Lines
    {
        std::deque<CallId> rescues; ///< The first is under way.
        std::deque<CallId> others;  ///< The first is under way, unless it waits for a rescue that was started before it.
    };

    void beginNext(const EndpointId &endpoint);
    const Lines *linesTo(const EndpointId &endpoint) const;
    void begin(CallId id);
    bool waitsForRescue(CallId id, const Lines &lines) const;
    void sendLine(Job &job);
    void lineOver(CallId id, const Exchange::Result &result);
    void readLook(Job &job, const Exchange::Result &result);
    void readWrite(Job &job, const Exchange::Result &result);
    void giveUp(CallId id, const std::string &why);
    void finishWrite(CallId id, Outcome outcome, const std::string &detail);
    void finishLook(CallId id, EdgeSeen seen, const std::string &detail);
    void finish(CallId id, std::variant<Observation, WriteAnswer> answer);

    CompletionSink m_sink;
    InstantSource m_now;
    std::map<CallId, Job> m_jobs;
    std::uint64_t m_started = 0;
    std::map<EndpointId, Lines> m_lines; ///< Only of edges to which there is a call.
};

} // namespace siaga
