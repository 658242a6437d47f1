// SPDX-License-Identifier: GPL-3.0-or-later
// The window against its bars: from the start of the process to the first board painted, with 1,000 services in four
// regions; and how long the window's thread is busy with one frame while 1,000 alerts a second arrive. Needs no display
// and no network. Run it on a Release build.
#include "app/arguments.h"
#include "app/console.h"
#include "app/request_ids.h"
#include "tests/bench/figures.h"
#include "tests/views/main_window/boards.h"
#include "views/main_window/main_window.h"
#include "views/theme/appearance.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <ctime>
#include <unistd.h>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

constexpr int services = 1000;
constexpr int starts = 15;
constexpr int alertsEach = 100;          // In each of ten boards a second.
constexpr int stormBoards = 300;

/// A thousand services with a check each in four regions; the checks find nobody at home.
QByteArray largeFleet()
{
    QByteArray yaml = "fleet: Large\nenvironment: bench\nregions:\n";
    const QByteArray regions[] = {"us-east-1", "us-west-2", "eu-west-1", "ap-southeast-1"};
    for (const QByteArray &region : regions)
        yaml += "  " + region + ": {place: {latitude: 1, longitude: 1}}\n";
    QByteArray placements;
    QByteArray targets;
    for (const QByteArray &region : regions) {
        placements += (placements.isEmpty() ? "" : ", ") + region + ": {capacity: 100}";
        targets += (targets.isEmpty() ? "" : ", ") + region + ": \"127.0.0.1:9\"";
    }
    yaml += "services:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  s" + QByteArray::number(i) + ": {regions: {" + placements + "}}\n";
    yaml += "checks:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  c" + QByteArray::number(i) + ": {service: s" + QByteArray::number(i) + ", kind: tcp, interval: 60s, targets: {" + targets + "}}\n";
    return yaml;
}

/// Since the kernel started this process; exact to ten milliseconds.
double sinceExec()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    const double began = line.mid(line.lastIndexOf(')') + 2).split(' ').at(19).toDouble() / static_cast<double>(sysconf(_SC_CLK_TCK));
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9 - began) * 1000;
}

/// Prints the milliseconds at the first paint that shows a board, and ends.
class FirstPaint : public QObject
{
public:
    explicit FirstPaint(views::MainWindow &window)
    {
        connect(&window, &QWidget::windowTitleChanged, this, [this] { m_boardShown = true; });
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (m_boardShown && event->type() == QEvent::UpdateRequest)
            QTimer::singleShot(0, this, [] {
                std::printf("%.1f\n", sinceExec());
                std::fflush(stdout);
                QCoreApplication::exit(0);
            });
        return false;
    }

private:
    bool m_boardShown = false;
};

int startOnce(const QString &fleet, const QString &data)
{
    Arguments arguments;
    arguments.options[QStringLiteral("fleet")] = fleet;
    arguments.options[QStringLiteral("data")] = data;
    const views::Appearance appearance(*qApp, views::Scheme::dark);
    Console console(arguments);
    const FirstPaint first(console.window());
    console.window().show();
    return QApplication::exec();
}

bool coldStarts(const char *name, const QString &fleet, const QTemporaryDir &dir, bool again)
{
    bench::Figures figures;
    for (int i = 0; i < starts; ++i) {
        const QString data = dir.filePath(again ? QStringLiteral("kept") : QStringLiteral("new%1").arg(i));
        QProcess process;
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), fleet, data});
        if (process.waitForFinished(30'000) && process.exitCode() == 0 && (i > 0 || !again))
            figures.add(process.readAllStandardOutput().trimmed().toDouble());
    }
    return figures.print(name, {.p99 = 500});
}

/// Tells how long the window's thread is busy between two waits, where something was painted meanwhile: a frame.
class FrameTimer : public QApplication
{
public:
    using QApplication::QApplication;

    void begin()
    {
        connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this, [this] { end(); });
        m_counts = true;
    }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_counts && !std::exchange(m_busy, true))
            m_timer.start();
        m_painted = m_painted || event->type() == QEvent::UpdateRequest;
        return QApplication::notify(receiver, event);
    }

    bench::Figures frames;

private:
    void end()
    {
        if (std::exchange(m_busy, false) && std::exchange(m_painted, false))
            frames.add(static_cast<double>(m_timer.nsecsElapsed()) / 1e6);
    }

    QElapsedTimer m_timer;
    bool m_counts = false;
    bool m_busy = false;
    bool m_painted = false;
};

AlertRow newAlert(std::uint64_t number)
{
    AlertRow row{.id = AlertId(number + 100)};
    row.subject = {.kind = AlertSubject::Kind::check, .region = boards::euWest, .check = CheckId("check-" + std::to_string(number) + "@eu-west-1")};
    row.severity = number % 10 == 0 ? Severity::critical : Severity::warning;
    row.outcome = ProbeOutcome::refused;
    row.inARow = row.threshold = 3;
    row.detail = "connection refused";
    return row;
}

/// Boards as core would send them: the newest alerts first, ages going on.
class Storm : public QThread
{
public:
    explicit Storm(views::MainWindow &window)
        : m_window(window)
    {
    }
    ~Storm() override { wait(); }

protected:
    void run() override
    {
        NowBoard board = boards::evacuating();
        const std::vector<AlertRow> calm = board.alerts;
        std::vector<AlertRow> storm;
        std::uint64_t number = 0;
        for (int i = 0; i < stormBoards; ++i) {
            for (int n = 0; n < alertsEach; ++n)
                storm.insert(storm.begin(), newAlert(++number));
            std::ranges::stable_sort(storm, std::ranges::greater(), &AlertRow::severity);
            storm.resize(std::min(storm.size(), alertsListedMax)); // As core lists them.
            board.alerts = calm;
            board.alerts.insert(board.alerts.end(), storm.begin(), storm.end());
            for (AlertRow &row : board.alerts)
                row.lasted += 100ms;
            board.alertCounts.warning = static_cast<int>(number);
            board.alertsUnlisted = static_cast<int>(number - storm.size());
            board.wall.milliseconds += 100;
            QMetaObject::invokeMethod(&m_window, [this, shared = boards::shared(board)] { m_window.showBoard(shared); });
            msleep(100);
        }
        QMetaObject::invokeMethod(qApp, [] { QCoreApplication::exit(0); });
    }

private:
    views::MainWindow &m_window;
};

bool framesInAStorm(FrameTimer &application)
{
    const views::Appearance appearance(*qApp, views::Scheme::dark);
    views::MainWindow window(Mode::live, newRequestId);
    window.resize(1440, 900);
    window.show();
    QCoreApplication::processEvents();
    application.begin();
    Storm storm(window);
    storm.start();
    QApplication::exec();
    return application.frames.print("frame while 1,000 alerts a second arrive", {.p99 = 16, .max = 100});
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    FrameTimer application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"--start")
        return startOnce(words.value(2), words.value(3));
    const QTemporaryDir dir;
    const QString fleet = dir.filePath(QStringLiteral("large.yaml"));
    QFile file(fleet);
    if (!file.open(QIODevice::WriteOnly) || file.write(largeFleet()) < 0)
        return 1;
    file.close();
    bool kept = coldStarts("cold start to first board painted, no journal yet", fleet, dir, false);
    kept = coldStarts("cold start to first board painted, on a journal", fleet, dir, true) && kept;
    kept = framesInAStorm(application) && kept;
    return kept ? 0 : 1;
}
