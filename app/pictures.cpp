// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures.h"

#include "app/request_ids.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

namespace siaga {

bool paintPage(const NowBoard &board, const QString &folder, const QString &name)
{
    bool written = QDir().mkpath(folder);
    for (const bool dark : {true, false}) {
        const views::Appearance appearance(*qApp, dark ? views::Scheme::dark : views::Scheme::light);
        views::MainWindow window(board.mode, newRequestId);
        window.resize(1440, 900);
        window.showBoard(std::make_shared<const NowBoard>(board));
        window.show();
        QCoreApplication::processEvents();
        written = window.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, dark ? QStringLiteral("dark") : QStringLiteral("light"))) && written;
    }
    return written;
}

} // namespace siaga
