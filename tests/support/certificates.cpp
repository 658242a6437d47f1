// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/certificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace siaga {
namespace {

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Certificates::Certificates()
{
    // `openssl ca` alone can set both dates, and it wants its books kept.
    write(u"books.cnf"_s, "[ca]\ndefault_ca=d\n[d]\ndatabase=" + m_dir.filePath(u"index"_s).toUtf8()
              + "\nnew_certs_dir=" + m_dir.path().toUtf8()
              + "\ndefault_md=sha256\npolicy=p\nunique_subject=no\nrand_serial=yes\n[p]\ncommonName=supplied\n"
                "[req]\ndistinguished_name=n\n[n]\n");
    write(u"index"_s, {});
}

QString Certificates::authority(const QString &name)
{
    run({u"req"_s, u"-x509"_s, u"-config"_s, m_dir.filePath(u"books.cnf"_s), u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
         u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, keyFile(name), u"-out"_s, certificateFile(name),
         u"-subj"_s, u"/CN="_s + name, u"-days"_s, u"3650"_s, u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s});
    return certificateFile(name);
}

QSslConfiguration Certificates::issue(const Wish &wish)
{
    const QString request = m_dir.filePath(wish.name + u".csr"_s);
    const QString extensions = m_dir.filePath(wish.name + u".ext"_s);
    write(wish.name + u".ext"_s, "subjectAltName=" + wish.host.toUtf8() + "\n");
    run({u"req"_s, u"-new"_s, u"-config"_s, m_dir.filePath(u"books.cnf"_s), u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
         u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-keyout"_s, keyFile(wish.name), u"-out"_s, request,
         u"-subj"_s, u"/CN="_s + wish.name});
    QStringList sign{u"ca"_s, u"-batch"_s, u"-notext"_s, u"-config"_s, m_dir.filePath(u"books.cnf"_s), u"-in"_s,
                     request, u"-out"_s, certificateFile(wish.name), u"-startdate"_s, wish.notBefore, u"-enddate"_s,
                     wish.notAfter, u"-extfile"_s, extensions};
    if (wish.authority.isEmpty())
        sign << u"-selfsign"_s << u"-keyfile"_s << keyFile(wish.name);
    else
        sign << u"-cert"_s << certificateFile(wish.authority) << u"-keyfile"_s << keyFile(wish.authority);
    run(sign);

    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(readAll(certificateFile(wish.name))));
    configuration.setPrivateKey(QSslKey(readAll(keyFile(wish.name)), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

void Certificates::run(const QStringList &arguments)
{
    QProcess openssl;
    openssl.setProcessChannelMode(QProcess::MergedChannels);
    openssl.start(u"openssl"_s, arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        m_failure += QString::fromUtf8(openssl.readAll()) + openssl.errorString();
}

void Certificates::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        m_failure += file.errorString();
}

} // namespace siaga
