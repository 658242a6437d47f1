// SPDX-License-Identifier: GPL-3.0-or-later
// The window against its bars: from the start of the process to the first board painted, with 1,000 services in four
// regions, without a journal, on a small one and on one of a million records, with the memory that takes, also after the
// time bar has read all of it; and how long the window's thread is busy with one frame while 1,000 alerts a second arrive. Needs no display
// and no network. Run it on a Release build.
#include "app/arguments.h"
#include "app/console.h"
#include "app/request_ids.h"
#include "core/journal/sqlite_journal.h"
#include "tests/bench/figures.h"
#include "tests/bench/large_journal.h"
#include "tests/views/main_window/boards.h"
#include "views/main_window/main_window.h"
#include "views/main_window/time_track.h"
#include "views/theme/appearance.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <ctime>
#include <optional>
#include <unistd.h>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

constexpr int services = 1000;
constexpr int starts = 15;
constexpr int alertsEach = 100;          // In each of ten boards a second.
constexpr int stormBoards = 300;

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

/// What this process holds of the machine's memory, in MB.
double residentMegabytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines)
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    return 0;
}

/// Prints the milliseconds at the first paint that shows a board and the memory then, and ends; or, to be kept open, once
/// the time bar has read the whole journal.
class FirstPaint : public QObject
{
public:
    FirstPaint(views::MainWindow &window, bool keptOpen)
        : m_track(*window.findChild<views::TimeTrack *>())
        , m_keptOpen(keptOpen)
    {
        connect(&window, &QWidget::windowTitleChanged, this, [this] { m_boardShown = true; });
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (m_boardShown && event->type() == QEvent::UpdateRequest && !std::exchange(m_told, true))
            QTimer::singleShot(0, this, &FirstPaint::tell);
        return false;
    }

private:
    void tell()
    {
        if (m_keptOpen && m_track.timeline().first().seq != Seq(1)) {
            QTimer::singleShot(100, this, &FirstPaint::tell);
            return;
        }
        std::printf("%.1f %.1f\n", sinceExec(), residentMegabytes());
        std::fflush(stdout);
        QCoreApplication::exit(0);
    }

    views::TimeTrack &m_track;
    bool m_keptOpen;
    bool m_boardShown = false;
    bool m_told = false;
};

int startOnce(const QString &fleet, const QString &data, bool keptOpen)
{
    Arguments arguments;
    arguments.options[QStringLiteral("fleet")] = fleet;
    arguments.options[QStringLiteral("data")] = data;
    const views::Appearance appearance(*qApp, views::Scheme::dark);
    Console console(arguments);
    const FirstPaint first(console.window(), keptOpen);
    console.window().show();
    return QApplication::exec();
}

/// One start in a process of its own: milliseconds and megabytes; none when it failed.
std::optional<std::pair<double, double>> startIn(const QString &fleet, const QString &data, bool keptOpen)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), fleet, data, keptOpen ? QStringLiteral("open") : QString()});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        return std::nullopt;
    const QList<QByteArray> told = process.readAllStandardOutput().trimmed().split(' ');
    return std::pair{told.value(0).toDouble(), told.value(1).toDouble()};
}

bool coldStarts(const char *name, const QString &fleet, const QTemporaryDir &dir, bool again)
{
    bench::Figures figures;
    for (int i = 0; i < starts; ++i) {
        const QString data = dir.filePath(again ? QStringLiteral("kept") : QStringLiteral("new%1").arg(i));
        const auto told = startIn(fleet, data, false);
        if (told && (i > 0 || !again))
            figures.add(told->first);
    }
    return figures.print(name, {.p99 = 500});
}

/// The same on a million records; their fleet is in the journal.
bool startsOnAMillion(const QString &fleet, const QTemporaryDir &dir)
{
    const QString data = dir.filePath(QStringLiteral("million"));
    QDir().mkpath(data);
    {
        auto journal = openSqliteJournal({.path = (data + QStringLiteral("/journal.sqlite")).toStdString()});
        if (!journal)
            return false;
        bench::fill(**journal, services);
    }
    bench::Figures figures;
    double megabytes = 0;
    for (int i = 0; i < starts; ++i)
        if (const auto told = startIn(fleet, data, false)) {
            figures.add(told->first);
            megabytes = std::max(megabytes, told->second);
        }
    const bool kept = figures.print("cold start to first board painted, on a million records", {.p99 = 500});
    const auto read = startIn(fleet, data, true);
    std::printf("  memory: %.0f MB at the first board, %.0f MB once the time bar has read all (after %.1f s)\n", megabytes,
                read ? read->second : 0, read ? read->first / 1000 : 0);
    return kept && read;
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
        return startOnce(words.value(2), words.value(3), words.value(4) == u"open");
    const QTemporaryDir dir;
    const QString fleet = dir.filePath(QStringLiteral("large.yaml"));
    QFile file(fleet);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(bench::fleetYaml(services))) < 0)
        return 1;
    file.close();
    bool kept = coldStarts("cold start to first board painted, no journal yet", fleet, dir, false);
    kept = coldStarts("cold start to first board painted, on a journal", fleet, dir, true) && kept;
    kept = startsOnAMillion(fleet, dir) && kept;
    kept = framesInAStorm(application) && kept;
    return kept ? 0 : 1;
}
