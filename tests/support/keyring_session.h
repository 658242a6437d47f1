// SPDX-License-Identifier: GPL-3.0-or-later
// A session of its own for the tests: a bus, and a real GNOME keyring on it, far from the user's.
//
// Like a doll's house with a working safe. The catch: it has a home, data and runtime folders of its own, so only a process
// that is given its environment lives in it.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QTemporaryDir>

namespace siaga {

class KeyringSession
{
public:
    KeyringSession();
    ~KeyringSession();

    /// Both false when the program is missing or does not come up.
    bool startBus();
    /// With a keyring that is unlocked (and made, when there is none), or locked as after a login without a password.
    bool startKeyring(bool unlocked = true);
    void stopKeyring();
    void stopBus();
    /// SIGSTOP and SIGCONT.
    void pauseKeyring() const;
    void resumeKeyring() const;

    /// What a process of this session is started with.
    QProcessEnvironment environment() const;
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// Where the keyring's own files are; they are encrypted.
    QString keyringFiles() const { return path(QStringLiteral("data/keyrings")); }

private:
    bool isKeyringOnBus() const;

    QTemporaryDir m_dir;
    QString m_address;
    QProcess m_bus;
    QProcess m_keyring;
};

} // namespace siaga
