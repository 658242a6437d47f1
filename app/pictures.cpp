// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pictures.h"

#include "app/request_ids.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QPixmap>

namespace siaga {

namespace {

/// Paints the window dark and light after `show` has filled it.
template<class Show>
bool paintWindow(const NowBoard &board, const QString &folder, const QString &name, const Show &show)
{
    bool written = QDir().mkpath(folder);
    for (const bool dark : {true, false}) {
        const views::Appearance appearance(*qApp, dark ? views::Scheme::dark : views::Scheme::light);
        views::MainWindow window(board.mode, newRequestId);
        window.setFixedSize(1440, 900); // A least size of its own, or laying it out would tell the platform of another.
        show(window);
        window.showBoard(std::make_shared<const NowBoard>(board));
        // It is painted, not opened: nobody asked for windows, and a platform without a screen would complain of one.
        window.ensurePolished();
        const QString tone = dark ? QStringLiteral("dark") : QStringLiteral("light");
        written = window.grab().save(QStringLiteral("%1/%2-%3.png").arg(folder, name, tone)) && written;
    }
    return written;
}

} // namespace

bool paintPage(const NowBoard &board, const QString &folder, const QString &name)
{
    return paintWindow(board, folder, name, [](views::MainWindow &) {});
}

bool paintProtection(const NowBoard &board, const ProtectBoard &protection, const QString &folder, const QString &name)
{
    return paintWindow(board, folder, name, [&protection](views::MainWindow &window) {
        window.showPage(views::protectPage);
        window.showProtection(std::make_shared<const ProtectBoard>(protection));
    });
}

} // namespace siaga
