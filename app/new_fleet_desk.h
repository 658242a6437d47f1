// SPDX-License-Identifier: GPL-3.0-or-later
// What the window's dialog for a new fleet asks of the machine: an edge's inventory, and a file on the disk.
//
// Like the messenger between the form and the archive. The catch: the disk may be slow, so it is written from another
// thread; whoever closes the window meanwhile may find the file written all the same.
#pragma once

#include <QObject>

namespace siaga {

namespace views {
class MainWindow;
}

class NewFleetDesk : public QObject
{
    Q_OBJECT

public:
    /// Serves the window's dialog from now on.
    explicit NewFleetDesk(views::MainWindow &window);

private:
    void read(const QString &address);
    void write(const QString &path, const QString &text);

    views::MainWindow &m_window;
};

} // namespace siaga
