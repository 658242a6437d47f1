// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/haproxy_process.h"

#include <QFile>
#include <QLocalSocket>
#include <QStringList>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace siaga {
namespace {

constexpr int patience = 10'000; // Milliseconds; a start takes about 50.

std::string text(const HaproxyConfig::Backend &backend)
{
    std::string lines;
    if (backend.frontendPort != 0)
        lines += "frontend front_" + backend.name + "\n bind 127.0.0.1:" + std::to_string(backend.frontendPort)
            + "\n default_backend " + backend.name + "\n";
    lines += "backend " + backend.name + "\n" + backend.options + "\n";
    for (const HaproxyConfig::Server &server : backend.servers)
        lines += " server " + server.name + " 127.0.0.1:" + std::to_string(server.port) + " weight "
            + std::to_string(server.weight) + " " + server.options + "\n";
    return lines;
}

} // namespace

HaproxyProcess::HaproxyProcess()
{
    // Dies with the test program, also when that crashes.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
}

HaproxyProcess::~HaproxyProcess()
{
    stop();
}

bool HaproxyProcess::start(const HaproxyConfig &config)
{
    if (!writeConfig(config))
        return false;
    m_process.start(u"/usr/sbin/haproxy"_s,
                    {config.master ? u"-W"_s : u"-db"_s, u"-f"_s, m_dir.filePath(u"haproxy.cfg"_s)});
    return m_process.waitForStarted() && QTest::qWaitFor([this] { return !workerPid().isEmpty(); }, patience);
}

bool HaproxyProcess::reload(const HaproxyConfig &config)
{
    const QByteArray before = workerPid();
    if (before.isEmpty() || !writeConfig(config))
        return false;
    signal(SIGUSR2);
    return QTest::qWaitFor(
        [&] {
            const QByteArray now = workerPid();
            return !now.isEmpty() && now != before;
        },
        patience);
}

void HaproxyProcess::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    thaw();
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        kill();
}

void HaproxyProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

void HaproxyProcess::freeze()
{
    signal(SIGSTOP);
}

void HaproxyProcess::thaw()
{
    signal(SIGCONT);
}

std::string HaproxyProcess::socketPath() const
{
    return m_dir.filePath(u"admin"_s).toStdString();
}

QByteArray HaproxyProcess::ask(const QByteArray &command) const
{
    QLocalSocket socket;
    socket.connectToServer(QString::fromStdString(socketPath()));
    if (!socket.waitForConnected(patience))
        return {};
    socket.write(command + "\n");
    QByteArray reply;
    while (socket.waitForReadyRead(patience))
        reply += socket.readAll();
    return reply + socket.readAll();
}

bool HaproxyProcess::writeConfig(const HaproxyConfig &config)
{
    std::string lines = "global\n stats socket " + socketPath() + " mode 660 level " + config.level + "\n";
    if (config.adminPort != 0)
        lines += " stats socket ipv4@127.0.0.1:" + std::to_string(config.adminPort) + " level " + config.level + "\n";
    lines += "defaults\n mode http\n timeout client 10s\n timeout server 10s\n timeout connect 2s\n retries "
        + std::to_string(config.retries) + "\n";
    for (const HaproxyConfig::Backend &backend : config.backends)
        lines += text(backend);
    QFile file(m_dir.filePath(u"haproxy.cfg"_s));
    return file.open(QIODevice::WriteOnly) && file.write(lines.data(), qint64(lines.size())) == qint64(lines.size());
}

QByteArray HaproxyProcess::workerPid() const
{
    const QByteArray info = ask("show info");
    const auto at = info.indexOf("\nPid: ");
    return at < 0 ? QByteArray() : info.mid(at + 6, info.indexOf('\n', at + 1) - at - 6);
}

void HaproxyProcess::signal(int number)
{
    if (m_process.processId() > 0)
        ::kill(pid_t(m_process.processId()), number);
}

} // namespace siaga
