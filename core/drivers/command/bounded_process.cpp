// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/drivers/command/bounded_process.h"

#include <QFileInfo>
#include <QProcessEnvironment>

#include <csignal>
#include <unistd.h>

namespace siaga {

namespace {

constexpr qsizetype outputKept = 4096;

/// In the child, between fork and exec: only what is safe there. A group of its own, so that all of it can be killed, and
/// none of our files.
void prepareChild()
{
    ::setpgid(0, 0);
    ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
}

/// Why the program must not be run; empty when it may.
QString objectionTo(const QString &program)
{
    const QFileInfo file(program);
    if (!file.isAbsolute() || !file.exists())
        return QStringLiteral("there is no %1").arg(program);
    if (!file.isFile() || !file.isExecutable())
        return QStringLiteral("%1 cannot be executed").arg(program);
    if (file.permission(QFile::WriteOther))
        return QStringLiteral("everybody may change %1").arg(program);
    return {};
}

} // namespace

QProcessEnvironment cleanEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment clean;
    clean.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin"));
    for (const auto *name : {"HOME", "USER", "LOGNAME", "LANG", "TZ"}) {
        const QString key = QLatin1String(name);
        if (ours.contains(key))
            clean.insert(key, ours.value(key));
    }
    return clean;
}

BoundedProcess::BoundedProcess(ProcessOrder order, std::function<void(ProcessEnd)> ended, QObject *parent)
    : QObject(parent)
    , m_order(std::move(order))
    , m_ended(std::move(ended))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] { end({.how = ProcessEnd::How::tooLate}); });
    connect(&m_process, &QProcess::readyRead, this, &BoundedProcess::read);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end({.how = ProcessEnd::How::notStarted, .reason = m_process.errorString()});
    });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        read();
        end({.how = status == QProcess::NormalExit ? ProcessEnd::How::exited : ProcessEnd::How::crashed, .code = code});
    });
}

BoundedProcess::~BoundedProcess()
{
    m_over = true;
    m_process.disconnect(this);
    if (m_process.state() != QProcess::NotRunning) {
        killGroup();
        m_process.waitForFinished(1000); // It was killed: this only collects it.
    }
}

void BoundedProcess::begin()
{
    QStringList words;
    for (const std::string &word : m_order.command)
        words << QString::fromStdString(word);
    const QString program = words.isEmpty() ? QString() : words.takeFirst();
    if (const QString objection = objectionTo(program); !objection.isEmpty()) {
        QTimer::singleShot(0, this, [this, objection] { end({.how = ProcessEnd::How::notStarted, .reason = objection}); });
        return;
    }
    m_process.setProgram(program);
    m_process.setArguments(words);
    m_process.setWorkingDirectory(QStringLiteral("/"));
    m_process.setProcessEnvironment(cleanEnvironment());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setChildProcessModifier(prepareChild);
    m_deadline.start(std::chrono::ceil<std::chrono::milliseconds>(m_order.deadline));
    m_process.start();
    m_process.write(m_order.input);
    m_process.closeWriteChannel();
}

void BoundedProcess::read()
{
    const QByteArray more = m_process.readAll();
    m_written += more.size();
    if (m_output.size() < outputKept)
        m_output += more.left(outputKept - m_output.size());
    if (m_written > m_order.outputMax)
        end({.how = ProcessEnd::How::tooLoud});
}

void BoundedProcess::killGroup()
{
    if (const qint64 pid = m_process.processId(); pid > 0)
        ::kill(-static_cast<pid_t>(pid), SIGKILL);
    m_process.kill(); // The group may not be there yet.
}

void BoundedProcess::end(ProcessEnd end)
{
    if (std::exchange(m_over, true))
        return;
    m_deadline.stop();
    if (end.how == ProcessEnd::How::tooLate || end.how == ProcessEnd::How::tooLoud)
        killGroup();
    end.output = m_output;
    m_ended(std::move(end));
}

} // namespace siaga
