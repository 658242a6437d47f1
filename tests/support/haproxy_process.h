// SPDX-License-Identifier: GPL-3.0-or-later
// A real HAProxy, started, reloaded, frozen and killed by a test.
//
// Like a hired hand with his own room: a temporary folder holds his orders and his socket. The catch: a frozen one
// must be thawed or killed before it stops politely.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <string>
#include <vector>

namespace siaga {

struct HaproxyConfig
{
    struct Server
    {
        std::string name;
        quint16 port = 0;         ///< On 127.0.0.1.
        int weight = 100;
        std::string options;      ///< Such as "check inter 100".
    };
    struct Backend
    {
        std::string name;
        std::vector<Server> servers;
        quint16 frontendPort = 0; ///< Where clients ask; 0: nowhere.
        std::string options;      ///< Further lines of the backend, such as "balance source".
    };
    std::vector<Backend> backends;
    int retries = 0;
    std::string level = "admin";  ///< Of the admin socket: user, operator or admin.
    quint16 adminPort = 0;        ///< Also an admin socket on 127.0.0.1:PORT; 0: none.
    bool master = false;          ///< Runs a master with workers, which reload() needs.
};

class HaproxyProcess
{
public:
    HaproxyProcess();
    ~HaproxyProcess();
    HaproxyProcess(const HaproxyProcess &) = delete;
    HaproxyProcess &operator=(const HaproxyProcess &) = delete;

    /// True once it answers on its admin socket.
    bool start(const HaproxyConfig &config);
    /// Reads another configuration; true once a new worker answers. Weights that were set are lost. Needs `master`.
    bool reload(const HaproxyConfig &config);
    void stop();
    /// SIGKILL; the socket's file stays behind, as after a crash.
    void kill();
    /// SIGSTOP and SIGCONT: it accepts connections and says nothing.
    void freeze();
    void thaw();

    std::string socketPath() const;
    /// Asks the admin socket and waits; empty when it does not answer.
    QByteArray ask(const QByteArray &command) const;
    /// What it wrote on its error output, for the message of a failed test.
    QByteArray said() { return m_process.readAllStandardError(); }

private:
    bool writeConfig(const HaproxyConfig &config);
    QByteArray workerPid() const;
    void signal(int number);

    QTemporaryDir m_dir;
    QProcess m_process;
};

} // namespace siaga
