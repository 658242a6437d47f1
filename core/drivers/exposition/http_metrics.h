// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pages of metrics in Prometheus' text form over HTTP and HTTPS.
//
// Like a meter reader who goes from house to house with one key for each. The catch: Qt keeps connections by host and
// port, whatever the authorities of a request say, so that each identity (file of authorities, credential) gets a manager
// of its own; and Qt asks once more by itself when a server hangs up on a kept connection, which does no harm to a page that is only read.
#pragma once

#include "core/drivers/ports/metrics.h"
#include "core/drivers/ports/secrets.h"

#include <QObject>

#include <memory>

namespace siaga {

/// Lives in one thread with an event loop; start(), cancel() and the destructor are called there, and so is the sink.
/// Destroying it closes all connections and completes nothing more.
class HttpMetrics : public QObject, public Metrics
{
public:
    /// `secrets` outlives it; nullptr: no credential is known.
    HttpMetrics(CompletionSink sink, InstantSource now, Secrets *secrets = nullptr, QObject *parent = nullptr);
    ~HttpMetrics() override;

    void start(const Call &call) override;
    void cancel(CallId id) override;

private:
    class Desk;
    std::shared_ptr<Desk> m_desk; ///< Coroutines that wait for a file outlive the driver, and find it closed.
};

} // namespace siaga
