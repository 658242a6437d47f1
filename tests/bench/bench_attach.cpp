// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to attach a console to a Siaga that watches 1,000 services in four regions, a hundred of them behind four
// edges (a fleet file holds no more), and what each console that is attached costs the one that leads. The world is a lab on virtual time, the sockets are real.
#include "app/follower.h"
#include "tests/app/virtual_instance.h"
#include "tests/bench/figures.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLocalSocket>

#include <ctime>

using namespace siaga;
using namespace siaga::test;
using namespace std::chrono_literals;

namespace {

constexpr int services = 1000;
constexpr int balanced = 100; // Of them, behind an edge.

FleetSource largeLab()
{
    const std::string regions[] = {"lab-us-east-1", "lab-us-west-2", "lab-eu-west-1", "lab-ap-southeast-1"};
    std::string yaml = "fleet: Large\nenvironment: bench\nlab: true\nregions:\n";
    std::string placements, targets, servers, backends;
    for (const std::string &region : regions) {
        yaml += "  " + region + ": {place: {latitude: 1, longitude: 1}}\n";
        placements += (placements.empty() ? "" : ", ") + region + ": {capacity: 100}";
        targets += (targets.empty() ? "" : ", ") + region + ": \"" + region + ".lab:80\"";
        servers += (servers.empty() ? "" : ", ") + region + ": " + region;
    }
    yaml += "services:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  s" + std::to_string(i) + ": {regions: {" + placements + "}}\n";
    yaml += "checks:\n";
    for (int i = 0; i < services; ++i)
        yaml += "  c" + std::to_string(i) + ": {service: s" + std::to_string(i) + ", kind: tcp, interval: 10s, targets: {" + targets + "}}\n";
    yaml += "endpoints:\n";
    for (int edge = 0; edge < 4; ++edge) { // Each edge balances a quarter of them over all regions.
        yaml += "  edge-" + std::to_string(edge) + ": {driver: lab, address: \"lab:" + std::to_string(edge) + "\", region: " + regions[edge]
            + ", poll_interval: 2s, backends: {";
        for (int i = edge * balanced / 4; i < (edge + 1) * balanced / 4; ++i)
            yaml += (i % (balanced / 4) == 0 ? "" : ", ") + ("s" + std::to_string(i)) + ": {name: s" + std::to_string(i) + ", servers: {" + servers + "}}";
        yaml += "}}\n";
    }
    return {{{"large.yaml", yaml}}, {}};
}

double cpuMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Reads and throws away, as a console on another machine would read.
struct Listener
{
    explicit Listener(const QString &path)
    {
        socket.connectToServer(path);
        socket.write(attachLine("attach", {}));
    }
    void read() { bytes += socket.readAll().size(); }
    QLocalSocket socket;
    qint64 bytes = 0;
};

void attach(VirtualInstance &lab, const char *when)
{
    bench::Figures times;
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer timer;
        timer.start();
        Follower follower({.path = lab.socket(), .clock = &lab.clock()});
        bool began = false;
        QObject::connect(&follower, &Follower::began, &follower, [&began] { began = true; });
        while (!began && timer.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        times.add(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    Listener raw(lab.socket());
    QByteArray told;
    QElapsedTimer timer;
    for (timer.start(); !told.contains("\nD ") && timer.elapsed() < 60'000;) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
        const QByteArray more = raw.socket.readAll();
        raw.bytes += more.size();
        told = told.right(8) + more;
    }
    times.print(when, {});
    std::printf("%-58s %.1f MB\n", "  told at once", static_cast<double>(raw.bytes) / 1e6);
}

/// Milliseconds that the leader's own loop takes for a virtual minute.
double minute(VirtualInstance &lab, std::vector<std::unique_ptr<Listener>> &listeners)
{
    double inLoop = 0;
    for (int i = 0; i < 600; ++i) {
        const double before = cpuMilliseconds();
        lab.sleep(100ms);
        inLoop += cpuMilliseconds() - before;
        QCoreApplication::processEvents();
        for (const auto &listener : listeners)
            listener->read();
    }
    return inLoop;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    VirtualInstance lab(largeLab());
    lab.pass(20s);
    attach(lab, "attach after 20 s of watching");
    lab.pass(10min);
    attach(lab, "attach after 10 min of watching, all sight kept");
    std::vector<std::unique_ptr<Listener>> listeners;
    for (const std::size_t count : {0U, 1U, 4U, 8U}) {
        while (listeners.size() < count)
            listeners.push_back(std::make_unique<Listener>(lab.socket()));
        minute(lab, listeners); // Until all of them have caught up.
        const qint64 before = count > 0 ? listeners.front()->bytes : 0;
        const double took = minute(lab, listeners);
        const double told = count > 0 ? static_cast<double>(listeners.front()->bytes - before) / 60e3 : 0;
        std::printf("%zu attached: the loop works %7.1f ms in a minute; each is told %6.1f kB a second\n", count, took, told);
        std::fflush(stdout);
    }
    return 0;
}
