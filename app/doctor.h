// SPDX-License-Identifier: GPL-3.0-or-later
// `siaga endpoints doctor`: knocks at everything the fleet names, reading only, and writes the letter.
//
// Like a doctor on his rounds with a stethoscope and no knife. The catch: it looks once and from here; what comes and
// goes it may miss.
#pragma once

#include "app/arguments.h"
#include "app/finding.h"
#include "core/base/result.h"
#include "core/drivers/ports/driver.h"
#include "core/drivers/ports/secrets.h"
#include "core/fleet/fleet.h"

#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace siaga {

class Clock;
struct StartFailure;

/// Examines all endpoints, checks, canaries, pages and credentials of one fleet, a bounded number at a time.
class Doctor : public QObject
{
    Q_OBJECT

public:
    explicit Doctor(const Fleet &fleet, QObject *parent = nullptr);
    ~Doctor() override;

    /// Begins; every subject is told once, in whatever order the answers come.
    void begin();

signals:
    void found(const siaga::Findings &findings);
    void over();

private:
    void beginMore();
    void examine(const Endpoint &endpoint);
    void examineCredential(const std::string &name);
    void examine(const decltype(Call::what) &what, Duration deadline, std::function<Finding(const Observation &)> diagnose);
    void hear(const Completion &completion);
    void ended();

    const Fleet m_fleet;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Secrets> m_secrets;
    std::unique_ptr<Driver> m_driver;
    std::vector<SecretTicket> m_tickets;
    std::deque<std::function<void()>> m_waiting;
    std::map<CallId, std::function<Finding(const Observation &)>> m_calls;
    int m_underWay = 0;
    std::uint64_t m_lastCall = 0;
};

/// The fleet that these words would watch; for one that only the journal knows, the one last adopted.
Result<Fleet, StartFailure> fleetToExamine(const Arguments &arguments);

/// The whole command. Gives the exit code: exitBroken when something is wrong.
int runDoctor(const Arguments &arguments);

} // namespace siaga
