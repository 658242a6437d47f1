// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_fleet_desk.h"

#include "app/init_command.h"
#include "app/interview.h"
#include "app/inventory_source.h"
#include "app/last_fleet.h"
#include "views/main_window/main_window.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

namespace siaga {

namespace {

constexpr Duration patience = std::chrono::seconds(3); // For one edge to answer.

} // namespace

NewFleetDesk::NewFleetDesk(views::MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
    window.setNewFleetPlaces(configuredFleet(), usualSockets());
    connect(&window, &views::MainWindow::inventoryWanted, this, &NewFleetDesk::read);
    connect(&window, &views::MainWindow::newFileWanted, this, &NewFleetDesk::write);
}

void NewFleetDesk::read(const QString &address)
{
    const Endpoint endpoint{.id = EndpointId("edge"), .driver = "haproxy", .address = address.toStdString()};
    askInventory(endpoint, patience, this, [this, address](const InventoryAnswer &answer) { m_window.showInventory(address, answer); });
}

void NewFleetDesk::write(const QString &path, const QString &text)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QThreadPool::globalInstance()->start([desk = QPointer(this), absolute, bytes = text.toStdString()] {
        const auto written = writeNewFile(absolute, bytes);
        const QString why = written ? QString() : QString::fromStdString(written.error().message);
        // Through the application, which outlives this: only the window's own thread may look whether the desk is there.
        QMetaObject::invokeMethod(qApp, [desk, absolute, why] {
            if (!desk)
                return;
            if (why.isEmpty())
                desk->m_window.showFileWritten(absolute, commandsAfter(absolute));
            else
                desk->m_window.showFileRefused(why);
        }, Qt::QueuedConnection);
    });
}

} // namespace siaga
