// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of any quality, made on the spot by the openssl command: good, expired, for another host, self-signed.
//
// Like a forger's desk in a training school. The catch: each costs some 20 ms, so a test makes only those it needs.
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace siaga {

class Certificates
{
public:
    struct Wish
    {
        QString name;                     ///< File name, and the certificate's common name.
        QString authority;                ///< The name given to authority(); empty: self-signed.
        QString host = QStringLiteral("IP:127.0.0.1"); ///< subjectAltName.
        QString notBefore = QStringLiteral("20200101000000Z");
        QString notAfter = QStringLiteral("20480101000000Z");
    };

    Certificates();

    /// Makes a certificate authority; gives the path of its certificate.
    QString authority(const QString &name);
    /// Makes a key and a certificate; gives the configuration of a server that shows it.
    QSslConfiguration issue(const Wish &wish);
    /// The certificate or key made for a name.
    QString certificateFile(const QString &name) const { return m_dir.filePath(name + QStringLiteral(".crt")); }
    QString keyFile(const QString &name) const { return m_dir.filePath(name + QStringLiteral(".key")); }
    /// What openssl said when it failed; empty when all went well.
    QString failure() const { return m_failure; }

private:
    void run(const QStringList &arguments);
    void write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_dir;
    QString m_failure;
};

} // namespace siaga
