// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/core_thread.h"
#include "app/launch.h"
#include "app/paths.h"
#include "app/request_ids.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QApplication>

namespace siaga {

namespace {

views::Scheme schemeOf(const Arguments &arguments)
{
    const QString theme = arguments.value(QStringLiteral("theme"));
    return theme == u"dark" ? views::Scheme::dark : theme == u"light" ? views::Scheme::light : views::Scheme::desktop;
}

int tellFailure(const StartFailure &failure)
{
    for (const std::string &line : failure.lines)
        printError(QString::fromStdString(line));
    return exitUnreadable;
}

} // namespace

int runConsole(const Arguments &arguments)
{
    const auto options = launchOptions(arguments);
    if (!options)
        return tellFailure(options.error());
    views::Appearance appearance(*qApp, schemeOf(arguments));
    const bool lab = options->fleet && readFleet(*options->fleet) && readFleet(*options->fleet)->fleet.lab;
    views::MainWindow window(lab ? Mode::lab : Mode::live, newRequestId);
    // The lab in memory has no data of its own, so it does not answer for the data folder's socket either.
    CoreThread core(*options, options->journalPath.empty() ? QString() : socketPath(dataFolder(arguments)));
    QObject::connect(&core, &CoreThread::boardReady, &window, &views::MainWindow::showBoard);
    QObject::connect(&core, &CoreThread::granted, &window, &views::MainWindow::showGranted);
    QObject::connect(&core, &CoreThread::refused, &window, &views::MainWindow::showRefused);
    QObject::connect(&core, &CoreThread::failed, &window, [](const StartFailure &failure) { QCoreApplication::exit(tellFailure(failure)); });
    QObject::connect(&window, &views::MainWindow::requested, &core, &CoreThread::request);
    quitOnSignals(&window);
    window.resize(1440, 900);
    window.show();
    core.start();
    return QApplication::exec();
}

} // namespace siaga
