// SPDX-License-Identifier: GPL-3.0-or-later
// The prober that really knocks: checks and canaries over TCP, HTTP/1.1 and TLS, from this machine.
//
// Like a switchboard with a limited number of lines: who finds none waits, with his own clock already running, and a few
// lines are kept for the fire brigade. The catch: Qt's QNetworkAccessManager is not used, because it asks again when a server hangs up, holds at most six
// connections to a host and bounds headers only by time; a connection and a reader of our own keep the contract.
#pragma once

#include "core/drivers/ports/prober.h"
#include "core/drivers/probe/attempt.h"
#include "core/drivers/probe/authorities.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <map>
#include <set>
#include <string>

namespace siaga {

/// Lives in one thread with an event loop; start(), cancel() and the destructor are called there, and so is the sink.
/// Destroying it closes all connections and completes nothing more.
///
/// Host names are looked up by Qt's own threads, twenty at a time; more names than that stuck at once wait in line.
class QtProber : public QObject, public Prober
{
public:
    static constexpr int inFlightMax = 256; ///< Well below the usual limit of 1,024 open files.
    static constexpr int rescuesMax = 64;   ///< On top of it, for Lane::rescue, which also goes before all that waits.

    /// `secrets` outlives it; nullptr: no credential is known.
    QtProber(CompletionSink sink, InstantSource now, Secrets *secrets = nullptr, QObject *parent = nullptr);
    ~QtProber() override;

    /// A second probe of one check waits until the first is over, so that a stuck target holds one place only. One that
    /// waited for half of its deadline and then runs out of time is `notRun`: that was our crowd, not its target.
    void start(const Call &call) override;
    void cancel(CallId id) override;

private:
    struct Probe
    {
        Call call;
        std::string line; ///< One attempt at a time for each.
        Instant began;
        Instant placed;              ///< When it got a place; only with an attempt.
        QTimer *deadline = nullptr; ///< Owned by the prober.
        Attempt *attempt = nullptr; ///< Owned by the prober; null while it waits for a place.
    };

    void beginWaiting();
    void beginFrom(std::deque<CallId> &waiting, std::size_t busyMax);
    std::deque<CallId> &lineFor(const Call &call);
    void begin(Probe &probe);
    void timeOut(CallId id);
    void finish(CallId id, Attempt::Verdict verdict);

    CompletionSink m_sink;
    InstantSource m_now;
    Secrets *m_secrets;
    Authorities m_authorities;
    std::map<CallId, Probe> m_probes;
    std::deque<CallId> m_rescues;      ///< Those that wait, in the order of start().
    std::deque<CallId> m_waiting;      ///< All others that wait, in the order of start().
    std::set<std::string> m_busy;      ///< The lines with an attempt under way.
};

} // namespace siaga
