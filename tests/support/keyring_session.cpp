// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keyring_session.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace siaga {
namespace {

constexpr int patience = 10'000; // Milliseconds; a start takes about 50.

const char *const busConfig = R"(<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=%1</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
)";

void endNow(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.kill();
    process.waitForFinished(patience);
}

} // namespace

KeyringSession::KeyringSession()
{
    for (const auto &name : {u"home"_s, u"data"_s, u"config"_s, u"run"_s}) {
        QDir().mkpath(path(name));
        QFile::setPermissions(path(name), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    // They die with the test program, also when that crashes.
    for (QProcess *const process : {&m_bus, &m_keyring}) {
        process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process->setStandardErrorFile(QProcess::nullDevice());
    }
}

KeyringSession::~KeyringSession()
{
    stopKeyring();
    stopBus();
}

QProcessEnvironment KeyringSession::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, path(u"home"_s));
    environment.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, path(u"config"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"GNOME_KEYRING_CONTROL"_s);
    environment.remove(u"DISPLAY"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    if (!m_address.isEmpty())
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    return environment;
}

bool KeyringSession::startBus()
{
    QFile config(path(u"bus.conf"_s));
    if (!config.open(QIODevice::WriteOnly))
        return false;
    config.write(QString::fromLatin1(busConfig).arg(path(u"bus.socket"_s)).toUtf8());
    config.close();
    m_bus.setProcessEnvironment(environment());
    m_bus.start(u"dbus-daemon"_s, {u"--config-file="_s + config.fileName(), u"--nofork"_s, u"--print-address"_s});
    if (!m_bus.waitForReadyRead(patience))
        return false;
    m_address = QString::fromLatin1(m_bus.readLine()).trimmed();
    return m_address.startsWith(u"unix:"_s);
}

bool KeyringSession::startKeyring(bool unlocked)
{
    QStringList words{u"--foreground"_s, u"--components=secrets"_s, u"--control-directory="_s + path(u"run"_s)};
    if (unlocked)
        words << u"--unlock"_s;
    m_keyring.setProcessEnvironment(environment());
    m_keyring.start(u"gnome-keyring-daemon"_s, words);
    if (!m_keyring.waitForStarted(patience))
        return false;
    if (unlocked)
        m_keyring.write("the password of a test's keyring");
    m_keyring.closeWriteChannel();
    return QTest::qWaitFor([this] { return isKeyringOnBus(); }, patience);
}

bool KeyringSession::isKeyringOnBus() const
{
    QProcess asking;
    asking.setProcessEnvironment(environment());
    asking.start(u"dbus-send"_s, {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                                  u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
    if (!asking.waitForFinished(patience))
        asking.kill();
    asking.waitForFinished(patience);
    return asking.readAllStandardOutput().contains("boolean true");
}

void KeyringSession::stopKeyring()
{
    endNow(m_keyring);
}

void KeyringSession::stopBus()
{
    endNow(m_bus);
}

void KeyringSession::pauseKeyring() const
{
    ::kill(pid_t(m_keyring.processId()), SIGSTOP);
}

void KeyringSession::resumeKeyring() const
{
    ::kill(pid_t(m_keyring.processId()), SIGCONT);
}

} // namespace siaga
