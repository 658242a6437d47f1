// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/probe/authorities.h"

#include <QFile>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QPromise>
#include <QSet>
#include <QSslConfiguration>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace siaga {
namespace {

// One file on a disk that hangs must not keep the others from being read.
constexpr int readersMax = 16;
// Far above any real bundle (the system's is about 0.2 MB).
constexpr qint64 fileMax = 1024 * 1024;

/// Threads of our own that end with their work: so a hung disk holds up nobody else, and OpenSSL forgets what it kept
/// for them.
QThreadPool &readers()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(readersMax);
    pool.setExpiryTimeout(0);
    return pool;
}

Authorities::Read readFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    const QFileInfo info(name);
    // A relative path would trust whatever lies in the folder that the program was started in.
    if (!info.isAbsolute())
        return Error{"the authorities' file has no absolute path"};
    // Opening a pipe or a device could wait for ever.
    if (!info.isFile() || info.size() > fileMax)
        return Error{"the authorities' file is not a regular file of at most 1 MiB"};
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{"the authorities' file cannot be read: " + file.errorString().toStdString()};
    const QList<QSslCertificate> found = QSslCertificate::fromData(file.read(fileMax), QSsl::Pem);
    if (found.isEmpty())
        return Error{"the authorities' file holds no certificate"};
    return found;
}

Authorities::Read readSystem()
{
    // Debian's folder holds each of them twice, and each costs time in every handshake.
    const QList<QSslCertificate> listed = QSslConfiguration::systemCaCertificates();
    const QSet<QSslCertificate> found(listed.begin(), listed.end());
    if (found.isEmpty())
        return Error{"the system names no certificate authorities"};
    return QList<QSslCertificate>(found.begin(), found.end());
}

} // namespace

Authorities::Authorities(QObject *parent)
    : QObject(parent)
{
}

void Authorities::read(const std::string &file, QObject *context, std::function<void(const Read &)> then)
{
    using Held = std::shared_ptr<const Read>;
    auto *watcher = new QFutureWatcher<Held>(this);
    connect(watcher, &QFutureWatcher<Held>::finished, this,
            [this, watcher, system = file.empty(), asker = QPointer<QObject>(context), then = std::move(then)] {
                const Held read = watcher->result();
                watcher->deleteLater();
                if (system)
                    m_system = *read;
                if (asker)
                    then(*read);
            });
    auto promise = std::make_shared<QPromise<Held>>();
    watcher->setFuture(promise->future());
    promise->start();
    const auto finish = [promise](Read read) {
        promise->addResult(std::make_shared<const Read>(std::move(read)));
        promise->finish();
    };
    if (file.empty() && m_system)
        return finish(*m_system);
    readers().start([file, finish] { finish(file.empty() ? readSystem() : readFile(file)); });
}

} // namespace siaga
