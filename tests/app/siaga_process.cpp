// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/siaga_process.h"

#include <QEventLoop>
#include <QTimer>

namespace siaga::test {

Said run(const QStringList &words)
{
    QProcess siaga;
    siaga.start(QStringLiteral(SIAGA_PROGRAM), words);
    siaga.waitForFinished(60'000);
    return {siaga.readAllStandardOutput(), siaga.readAllStandardError(), siaga.exitStatus() == QProcess::NormalExit ? siaga.exitCode() : -1};
}

Said runBeside(const QStringList &words, const QByteArray &input)
{
    QProcess siaga;
    QEventLoop loop;
    QObject::connect(&siaga, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&siaga, &QProcess::errorOccurred, &loop, &QEventLoop::quit);
    QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
    siaga.start(QStringLiteral(SIAGA_PROGRAM), words);
    siaga.write(input);
    siaga.closeWriteChannel();
    loop.exec();
    return {siaga.readAllStandardOutput(), siaga.readAllStandardError(), siaga.exitStatus() == QProcess::NormalExit ? siaga.exitCode() : -1};
}

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(u' ');
}

Serving::Serving(const QStringList &more)
{
    m_process.start(QStringLiteral(SIAGA_PROGRAM), more + QStringList{QStringLiteral("serve")});
}

Serving::~Serving()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10'000))
        m_process.kill();
    m_process.waitForFinished(10'000);
}

bool Serving::hasStarted()
{
    return m_process.waitForReadyRead(20'000);
}

} // namespace siaga::test
