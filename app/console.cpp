// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"

#include "app/audit_thread.h"
#include "app/core_thread.h"
#include "app/first_paint.h"
#include "app/launch.h"
#include "app/new_fleet_desk.h"
#include "app/open_command.h"
#include "app/past.h"
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

constexpr int skimEach = 1000; // Milliseconds.

} // namespace

Console::Console(const Arguments &arguments)
    : m_core(std::make_unique<CoreThread>([arguments] { return launchOptions(arguments); }, socketPath(dataFolder(arguments)), approachOf(arguments)))
{
    // Through this object, so that what the core says early waits for the event loop, and with it for the window.
    connect(m_core.get(), &CoreThread::boardReady, this, [this](const auto &board) { m_window->showBoard(board); });
    connect(m_core.get(), &CoreThread::protectionReady, this,
            [this](const auto &board) { m_window->showProtection(board); });
    connect(m_core.get(), &CoreThread::granted, this, [this](const RequestGranted &yes) { m_window->showGranted(yes); });
    connect(m_core.get(), &CoreThread::refused, this, [this](const RequestRefused &no) { m_window->showRefused(no); });
    connect(m_core.get(), &CoreThread::started, this, [this](bool isKept) { m_window->setKept(isKept); });
    connect(m_core.get(), &CoreThread::failed, this, &Console::startFailed);
    connectLab();
    m_core->start(); // It reads while the window is made.
    // Which fleet it is, only the core knows; until it says so, nothing looks harmless that may be real.
    m_window = std::make_unique<views::MainWindow>(startsTheLab(arguments) ? Mode::lab : Mode::live, newRequestId);
    m_window->setPlaces(absolutePlaces(arguments));
    m_window->resize(1440, 900);
    new NewFleetDesk(*m_window);
    connect(m_window.get(), &views::MainWindow::requested, m_core.get(), &CoreThread::request);
    connect(m_window.get(), &views::MainWindow::pageShown, m_core.get(),
            [core = m_core.get()](int page) { core->wantProtection(page == views::protectPage); });
    connectAudit();
    connectPast();
    connectSettings();
    connectCredentials();
    connectWaking();
    if (const auto place = views::placeFromLink(arguments.positional.value(0)))
        m_window->go(*place); // With the first board.
}

Console::~Console() = default;

/// Through this object, for the reason above.
void Console::connectLab()
{
    connect(m_core.get(), &CoreThread::faultCatalogueReady, this, [this](const auto &catalogue) { m_window->setFaultCatalogue(catalogue); });
    connect(m_core.get(), &CoreThread::faultsReady, this, [this](const auto &faults) { m_window->showFaults(faults); });
    connect(m_core.get(), &CoreThread::disturbed, this,
            [this](bool isDone, const QString &words) { m_window->showDisturbed(isDone, words); });
    connect(m_core.get(), &CoreThread::linkAsked, this, &Console::open);
}

void Console::connectCredentials()
{
    new FirstPaint(*m_window, [core = m_core.get()] { core->windowShown(); });
    connect(m_window.get(), &views::MainWindow::credentialOrdered, m_core.get(), &CoreThread::takeCredentialOrder);
    connect(m_core.get(), &CoreThread::credentialsReady, this, [this](const auto &board) { m_window->setCredentials(board); });
    connect(m_core.get(), &CoreThread::credentialDone, this, [this](const CredentialDone &done) { m_window->showCredentialDone(done); });
}

void Console::connectPast()
{
    m_past = std::make_unique<PastThread>(*m_core);
    connect(m_window.get(), &views::MainWindow::momentWanted, m_past.get(), &PastThread::seek);
    connect(m_past.get(), &PastThread::momentReady, this, [this](const auto &moment) { m_window->showMoment(moment); });
    connect(m_past.get(), &PastThread::failed, this, [this](Seq record, const QString &what) { m_window->showPastFailure(record, what); });
    connect(m_past.get(), &PastThread::timelineGrew, this, [this](const TimelinePart &part) { m_window->showTimeline(part); });
    // The first board is painted before anything else is read, and a mark may be a second late.
    m_skimTimer.setSingleShot(true);
    m_skimTimer.setInterval(skimEach);
    connect(&m_skimTimer, &QTimer::timeout, this, [this] { m_past->follow(m_head); });
    connect(m_core.get(), &CoreThread::boardReady, this, [this](const auto &board) {
        m_head = board->journalSeq;
        if (!m_skimTimer.isActive())
            m_skimTimer.start();
    });
}

void Console::connectWaking()
{
    qRegisterMetaType<AlertId>();
    connect(m_core.get(), &CoreThread::openAsked, this, [this](AlertId alert, const QString &activation) {
        if (!activation.isEmpty()) // Qt's platform for Wayland reads it when the window is raised.
            qputenv("XDG_ACTIVATION_TOKEN", activation.toUtf8());
        open(views::linkTo({views::Place::Kind::alert, QString::number(alert.value())}));
    });
    connect(m_window.get(), &views::MainWindow::toneDue, &m_tones, &TonePlayer::play);
    connect(&m_tones, &TonePlayer::played, this, [this](const QString &trouble) { m_window->setSoundTrouble(trouble); });
}

void Console::connectSettings()
{
    connect(m_window.get(), &views::MainWindow::disturbRequested, m_core.get(), &CoreThread::disturb);
    connect(m_window.get(), &views::MainWindow::protectionWanted, m_core.get(), &CoreThread::wantProtection);
    m_window->setRecents(m_settings.recents());
    connect(m_window.get(), &views::MainWindow::recentsChanged, this, [this](const QStringList &recents) { m_settings.setRecents(recents); });
    connect(m_window.get(), &views::MainWindow::guideSeen, this, [this] { m_settings.setGuideSeen(); });
    if (!m_settings.isGuideSeen())
        m_window->offerGuide();
}

void Console::open(const QString &link)
{
    if (const auto place = views::placeFromLink(link))
        m_window->go(*place);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

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
    const QString link = arguments.positional.value(0);
    if (!link.isEmpty() && openInRunning(arguments, link))
        return exitDone;
    const views::Appearance appearance(*qApp, schemeOf(arguments));
    Console console(arguments);
    quitOnSignals(&console.window());
    console.window().show();
    const int code = QApplication::exec();
    return console.exitCode() == exitDone ? code : console.exitCode();
}

} // namespace siaga
