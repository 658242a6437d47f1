// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where the keychain's driver is named.
#include "app/credentials.h"
#include "core/drivers/exposition/http_metrics.h"
#include "core/drivers/keychain/keychain.h"
#include "core/drivers/probe/qt_prober.h"

#include <QStandardPaths>

namespace siaga {

namespace {

class TrialDriver : public Driver
{
public:
    TrialDriver(Secrets &secrets, const CompletionSink &sink, const InstantSource &now)
        : m_prober(sink, now, &secrets)
        , m_metrics(sink, now, &secrets)
    {
    }
    void start(const Call &call) override
    {
        if (std::holds_alternative<ReadMetrics>(call.what))
            m_metrics.start(call);
        else
            m_prober.start(call);
    }
    void cancel(CallId id) override
    {
        m_prober.cancel(id);
        m_metrics.cancel(id);
    }

private:
    QtProber m_prober;
    HttpMetrics m_metrics;
};

/// Names and stores only; beside the fleet, and for all data folders, as the keychain is one for all of them.
QString ledgerPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/siaga/credentials.json");
}

} // namespace

std::unique_ptr<Secrets> makeSecrets(InstantSource now, std::function<WallTime()> wall)
{
    return std::make_unique<Keychain>(KeychainOptions{.ledger = ledgerPath(), .now = std::move(now), .wall = std::move(wall)});
}

std::unique_ptr<Driver> makeTrialDriver(Secrets &secrets, CompletionSink sink, InstantSource now)
{
    return std::make_unique<TrialDriver>(secrets, sink, now);
}

} // namespace siaga
