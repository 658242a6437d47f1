// SPDX-License-Identifier: GPL-3.0-or-later
// The way from the lab to one's own servers.
#include "views/main_window/main_window.h"

#include "views/dialogs/new_fleet_dialog.h"
#include "views/widgets/mode_frame.h"

#include <QClipboard>
#include <QGuiApplication>

namespace siaga::views {

void MainWindow::setNewFleetPlaces(const QString &path, const QStringList &addresses)
{
    m_newFleetPath = path;
    m_newFleetAddresses = addresses;
}

void MainWindow::showNewFleet()
{
    if (m_newFleet) {
        m_newFleet->raise();
        return;
    }
    m_newFleet = new NewFleetDialog(m_frame->mode(), m_newFleetPath, m_newFleetAddresses, dialogParent());
    connect(m_newFleet, &NewFleetDialog::inventoryWanted, this, &MainWindow::inventoryWanted);
    connect(m_newFleet, &NewFleetDialog::writingWanted, this, &MainWindow::newFileWanted);
    // As it stands: it names a file, and is about no Siaga that runs.
    connect(m_newFleet, &NewFleetDialog::copyRequested, this, [](const QString &command) { QGuiApplication::clipboard()->setText(command); });
    m_newFleet->open();
}

void MainWindow::showInventory(const QString &address, const InventoryAnswer &answer)
{
    if (m_newFleet)
        m_newFleet->showInventory(address, answer);
}

void MainWindow::showFileWritten(const QString &path, const QStringList &next)
{
    if (m_newFleet)
        m_newFleet->showWritten(path, next);
}

void MainWindow::showFileRefused(const QString &why)
{
    if (m_newFleet)
        m_newFleet->showFailure(why);
}

} // namespace siaga::views
