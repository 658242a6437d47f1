// SPDX-License-Identifier: GPL-3.0-or-later
// Where the driver that reads inventories is named.
#include "app/inventory_source.h"
#include "core/drivers/haproxy/inventory_look.h"
#include "core/runtime/clock.h"

#include <QEventLoop>

namespace siaga {

void askInventory(const Endpoint &endpoint, Duration deadline, QObject *context,
                  std::function<void(const InventoryAnswer &)> over)
{
    const auto clock = std::make_shared<BootClock>(Instant());
    auto *look = new InventoryLook([clock] { return clock->now(); }, context);
    look->begin(endpoint, deadline, [look, over = std::move(over)](const InventoryAnswer &answer) {
        look->deleteLater();
        over(answer);
    });
}

InventoryAnswer askInventory(const Endpoint &endpoint, Duration deadline)
{
    QEventLoop loop;
    InventoryAnswer got;
    askInventory(endpoint, deadline, &loop, [&](const InventoryAnswer &answer) {
        got = answer;
        loop.quit();
    });
    loop.exec();
    return got;
}

} // namespace siaga
