// SPDX-License-Identifier: GPL-3.0-or-later
// Asks one HAProxy once what it has, for setting up and for finding faults; never part of the rounds.
//
// Like a visit before the contract is signed. The catch: it only ever sends inventoryCommand(), so it leaves no trace
// but a line in HAProxy's own counters.
#pragma once

#include "core/drivers/haproxy/exchange.h"
#include "core/drivers/ports/driver.h"
#include "core/fleet/inventory.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <string>

namespace siaga {

/// Lives in a thread with an event loop; destroying it ends the question, and `over` is not called then.
class InventoryLook : public QObject
{
public:
    InventoryLook(InstantSource now, QObject *parent = nullptr);
    ~InventoryLook() override;

    /// Once. `over` is called once, later, at the deadline at the latest. Refused addresses are told like any failure.
    void begin(const Endpoint &endpoint, Duration deadline, std::function<void(const InventoryAnswer &)> over);

private:
    void finish(InventoryAnswer answer);

    InstantSource m_now;
    Instant m_began;
    QTimer m_deadline;
    std::unique_ptr<Exchange> m_exchange;
    std::function<void(const InventoryAnswer &)> m_over;
};

} // namespace siaga
