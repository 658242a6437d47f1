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

} // namespace

Console::Console(const Arguments &arguments)
    : m_core(std::make_unique<CoreThread>([arguments] { return launchOptions(arguments); }, socketPath(dataFolder(arguments))))
{
    // Through this object, so that what the core says early waits for the event loop, and with it for the window.
    connect(m_core.get(), &CoreThread::boardReady, this, [this](const auto &board) { m_window->showBoard(board); });
    connect(m_core.get(), &CoreThread::protectionReady, this,
            [this](const auto &board) { m_window->showProtection(board); });
    connect(m_core.get(), &CoreThread::granted, this, [this](const RequestGranted &yes) { m_window->showGranted(yes); });
    connect(m_core.get(), &CoreThread::refused, this, [this](const RequestRefused &no) { m_window->showRefused(no); });
    connect(m_core.get(), &CoreThread::started, this, [this](bool isKept) { m_window->setKept(isKept); });
    connect(m_core.get(), &CoreThread::failed, this, &Console::startFailed);
    m_core->start(); // It reads while the window is made.
    // Which fleet it is, only the core knows; until it says so, nothing looks harmless that may be real.
    m_window = std::make_unique<views::MainWindow>(startsTheLab(arguments) ? Mode::lab : Mode::live, newRequestId);
    m_window->setPlaces(absolutePlaces(arguments));
    m_window->resize(1440, 900);
    connect(m_window.get(), &views::MainWindow::requested, m_core.get(), &CoreThread::request);
    connect(m_window.get(), &views::MainWindow::pageShown, m_core.get(),
            [core = m_core.get()](int page) { core->wantProtection(page == views::protectPage); });
}

Console::~Console() = default;

void Console::startFailed(const StartFailure &failure)
{
    m_exitCode = exitUnreadable;
    QStringList lines;
    for (const std::string &line : failure.lines)
        lines << QString::fromStdString(line);
    for (const QString &line : lines + QStringList{failure.remedy})
        if (!line.isEmpty())
            printError(line);
    m_window->showStartFailure(lines, failure.remedy);
}

int runConsole(const Arguments &arguments)
{
    const views::Appearance appearance(*qApp, schemeOf(arguments));
    Console console(arguments);
    quitOnSignals(&console.window());
    console.window().show();
    const int code = QApplication::exec();
    return console.exitCode() == exitDone ? code : console.exitCode();
}

} // namespace siaga
