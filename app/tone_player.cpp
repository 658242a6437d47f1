// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tone_player.h"

#include "core/words/figures.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

namespace siaga {

namespace {

constexpr int soundingMax = 4000; // Milliseconds; the longest tone takes one second.

struct Player
{
    const char *program;
    QStringList before; ///< Arguments before the file.
};

const Player players[]{
    {"pw-play", {}},
    {"paplay", {QStringLiteral("--client-name=Siaga")}},
    {"aplay", {QStringLiteral("-q")}},
};

QStringList foldersOf(const QString &path)
{
    return path.isEmpty() ? QStringList{QStringLiteral("/usr/bin"), QStringLiteral("/usr/local/bin")} : path.split(u':');
}

QString nameOfTone(Severity severity)
{
    const std::string_view name = namesOf(severity)[static_cast<std::size_t>(severity)];
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QStringLiteral(".wav");
}

} // namespace

TonePlayer::TonePlayer(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
{
}

TonePlayer::~TonePlayer()
{
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->waitForFinished(500);
    }
}

/// A copy of the resource on disk.
QString TonePlayer::fileOf(Severity severity)
{
    if (!m_folder)
        m_folder.emplace();
    const QString file = m_folder->filePath(nameOfTone(severity));
    if (!QFile::exists(file))
        QFile::copy(QStringLiteral(":/siaga/sounds/") + nameOfTone(severity), file);
    return file;
}

void TonePlayer::play(Severity severity)
{
    if (m_process && severity <= m_sounding)
        return;
    if (m_process) {
        m_process->disconnect(this);
        m_process->kill();
        m_process->deleteLater();
    }
    m_sounding = severity;
    for (const Player &player : players) {
        const QString program = QStandardPaths::findExecutable(QLatin1String(player.program), foldersOf(m_path));
        if (program.isEmpty())
            continue;
        auto *process = new QProcess(this);
        m_process = process;
        connect(process, &QProcess::finished, this, [this, process](int code, QProcess::ExitStatus status) {
            const QString said = QString::fromUtf8(process->readAllStandardError()).section(u'\n', 0, 0).left(200).trimmed();
            const bool heard = status == QProcess::NormalExit && code == 0;
            end(process, heard ? QString() : said.isEmpty() ? tr("%1 ended with %2").arg(process->program()).arg(code) : said);
        });
        connect(process, &QProcess::errorOccurred, this, [this, process](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(process, process->errorString());
        });
        QTimer::singleShot(soundingMax, process, [process] { process->kill(); });
        process->start(program, player.before + QStringList{fileOf(severity)});
        process->closeWriteChannel();
        return;
    }
    emit played(tr("no player of sounds: install pipewire-bin, pulseaudio-utils or alsa-utils"));
}

void TonePlayer::end(QProcess *process, const QString &trouble)
{
    process->deleteLater();
    if (m_process == process)
        m_process.clear();
    emit played(trouble);
}

} // namespace siaga
