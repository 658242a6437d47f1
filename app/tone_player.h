// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the three tones through whatever plays sound files on this machine: PipeWire's, PulseAudio's or ALSA's own player.
//
// Like whistling for a taxi instead of owning a car: a multimedia library would bring some fifty packages for a second of
// tone. The catch: a machine without a loudspeaker is no error; that nothing is heard is said where sounds are muted.
#pragma once

#include "core/fleet/fleet.h"

#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <optional>

class QProcess;

namespace siaga {

class TonePlayer : public QObject
{
    Q_OBJECT

public:
    /// `path`: where players are looked for, as in PATH; empty: the machine's usual folders.
    explicit TonePlayer(const QString &path = {}, QObject *parent = nullptr);
    ~TonePlayer() override;

    /// Returns at once. A louder tone cuts a quieter one short; otherwise one that comes while another sounds is left out.
    void play(Severity severity);

signals:
    /// How the last tone ended: empty when it was heard, as far as a program can know; else why not.
    void played(const QString &trouble);

private:
    QString fileOf(Severity severity);
    void end(QProcess *process, const QString &trouble);

    QString m_path;
    std::optional<QTemporaryDir> m_folder; ///< Players want files; made with the first tone.
    QPointer<QProcess> m_process;
    Severity m_sounding = Severity::warning;
};

} // namespace siaga
