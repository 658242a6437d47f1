// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/real/stage.h"

#include "tests/support/free_port.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <array>

namespace siaga {

namespace {

const std::array<const char *, 4> regions{"us-east-1", "us-west-2", "eu-west-1", "ap-southeast-1"};

/// The fleet as its owner would write it, with short times.
QByteArray fleetYaml(const std::vector<quint16> &ports, const std::array<std::string, 2> &sockets)
{
    QByteArray yaml = "fleet: Stage\nenvironment: test\nregions:\n";
    QByteArray placements, http, tcp, servers;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        const QByteArray region = regions[i];
        const QByteArray port = QByteArray::number(ports[i]);
        yaml += "  " + region + ": {place: {latitude: 1, longitude: 1}}\n";
        placements += "      " + region + ": {capacity: 400}\n";
        http += "      " + region + ": http://127.0.0.1:" + port + "/health\n";
        tcp += "      " + region + ": 127.0.0.1:" + port + "\n";
        servers += "          " + region + ": s" + QByteArray::number(static_cast<int>(i)) + "\n";
    }
    yaml += "services:\n  web:\n    floor: 400\n    regions:\n" + placements;
    const QByteArray rhythm = "    interval: 500ms\n    timeout: 400ms\n    recheck_interval: 100ms\n    targets:\n";
    yaml += "checks:\n  web-http:\n    service: web\n    kind: http\n" + rhythm + http;
    yaml += "  web-tcp:\n    service: web\n    kind: tcp\n" + rhythm + tcp + "endpoints:\n";
    for (int edge : {0, 1})
        yaml += QByteArray("  ") + (edge ? "edge-eu" : "edge-us") + ":\n    driver: haproxy\n    address: unix:" + sockets[edge].c_str()
            + "\n    region: " + (edge ? "eu-west-1" : "us-east-1")
            + "\n    poll_interval: 500ms\n    settle: 300ms\n    backends:\n      web:\n        name: web\n        servers:\n" + servers;
    return yaml + "policies:\n"
                  "  evacuation: {autonomy: act, after: 1s, steps: [50%, 0%], headroom_min: 10%, cool_down: 1s}\n"
                  "  restore: {autonomy: act, after: 2s, steps: [50%, 100%]}\n"
                  "  health: {window: 5s, requests_min: 10}\n"
                  "  plans: {verify_timeout: 5s, call_deadline: 1s}\n";
}

} // namespace

Stage::Stage()
{
    std::vector<quint16> ports;
    std::array<std::string, 2> sockets;
    for (std::size_t i = 0; i < regions.size(); ++i) {
        m_regions.push_back(std::make_unique<HttpServer>());
        ports.push_back(m_regions.back()->port());
    }
    for (int edge : {0, 1}) {
        m_frontends[edge] = freePort();
        m_edges[edge] = std::make_unique<HaproxyProcess>();
        m_relays[edge] = std::make_unique<AdminRelay>(m_edges[edge]->socketPath());
        sockets[static_cast<std::size_t>(edge)] = m_relays[edge]->path();
    }
    QFile file(m_dir.filePath(QStringLiteral("fleet.yaml")));
    if (file.open(QIODevice::WriteOnly))
        file.write(fleetYaml(ports, sockets));
    freshJournal();
}

Stage::~Stage()
{
    killSiaga();
}

HaproxyConfig Stage::config(int edge) const
{
    HaproxyConfig config;
    HaproxyConfig::Backend backend{.name = "web", .servers = {}, .frontendPort = m_frontends[edge], .options = {}};
    for (std::size_t i = 0; i < m_regions.size(); ++i)
        backend.servers.push_back({.name = "s" + std::to_string(i), .port = m_regions[i]->port(), .weight = 100, .options = {}});
    config.backends = {backend};
    return config;
}

bool Stage::raiseAll()
{
    bool raised = m_regions[0]->listening() || m_regions[0]->startAgain();
    for (int edge : {0, 1}) {
        m_edges[edge]->stop();
        raised = m_edges[edge]->start(config(edge)) && raised;
        m_relays[edge]->close();
        raised = m_relays[edge]->listen() && raised;
    }
    forgetCommands();
    return raised;
}

void Stage::killRegion()
{
    m_regions[0]->stop();
    m_edges[0]->kill();
    m_relays[0]->close();
}

bool Stage::reviveRegion()
{
    const bool back = m_regions[0]->startAgain() && m_edges[0]->start(config(0));
    return m_relays[0]->listen() && back;
}

int Stage::weightAt(const QString &edge) const
{
    const QByteArray answer = m_edges[edge == u"edge-eu"]->ask("get weight web/s0\n"); // "100 (initial 100)"
    bool isNumber = false;
    const int weight = answer.split(' ').first().toInt(&isNumber);
    return isNumber ? weight : -1;
}

QByteArrayList Stage::allLines() const
{
    return m_relays[1]->lines();
}

QByteArrayList Stage::commandsAtLivingEdge() const
{
    QByteArrayList commands;
    for (const QByteArray &line : allLines().mid(m_seen))
        if (line.contains("set server"))
            commands.append(line.trimmed());
    return commands;
}

QStringList Stage::places() const
{
    return {QStringLiteral("--fleet"), m_dir.filePath(QStringLiteral("fleet.yaml")), QStringLiteral("--data"),
            m_dir.filePath(QStringLiteral("data%1").arg(m_journals))};
}

bool Stage::startSiaga()
{
    m_partial.clear();
    m_siaga.setProcessChannelMode(QProcess::SeparateChannels);
    m_siaga.start(QStringLiteral(SIAGA_PROGRAM), places() + QStringList{QStringLiteral("serve")});
    return m_siaga.waitForStarted();
}

void Stage::killSiaga()
{
    m_siaga.kill();
    m_siaga.waitForFinished();
}

bool Stage::endSiaga()
{
    m_siaga.terminate();
    return m_siaga.waitForFinished(10'000) && m_siaga.exitStatus() == QProcess::NormalExit && m_siaga.exitCode() == 0;
}

void Stage::freshJournal()
{
    ++m_journals;
}

QByteArrayList Stage::newRecords()
{
    m_partial += m_siaga.readAllStandardOutput();
    QByteArrayList lines = m_partial.split('\n');
    m_partial = lines.takeLast();
    return lines;
}

Stage::Said Stage::run(const QStringList &words) const
{
    QProcess siaga;
    siaga.start(QStringLiteral(SIAGA_PROGRAM), places() + words);
    if (!QTest::qWaitFor([&] { return siaga.state() == QProcess::NotRunning; }, 60'000))
        return {};
    return {siaga.readAllStandardOutput(), siaga.exitCode()};
}

std::vector<QJsonObject> Stage::records() const
{
    std::vector<QJsonObject> records;
    for (const QByteArray &line : run({QStringLiteral("--json"), QStringLiteral("audit"), QStringLiteral("export")}).out.split('\n'))
        if (!line.isEmpty())
            records.push_back(QJsonDocument::fromJson(line).object());
    return records;
}

} // namespace siaga
