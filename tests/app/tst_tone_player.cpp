// SPDX-License-Identifier: GPL-3.0-or-later
// The tones: what is played, by whom, and that a machine without sound is no error.
#include "app/tone_player.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;
using namespace Qt::StringLiterals;

class TestTonePlayer : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void eachSeverityHasItsTone()
    {
        makePlayer(u"aplay"_s, "wc -c < \"$2\" >> \"${0%/*}/played\"");
        std::vector<QByteArray> sizes;
        for (const Severity severity : {Severity::warning, Severity::critical, Severity::emergency}) {
            QFile::remove(played());
            TonePlayer player(m_folder->path());
            QSignalSpy spy(&player, &TonePlayer::played);
            player.play(severity);
            QTRY_COMPARE(spy.count(), 1);
            QCOMPARE(spy.at(0).at(0).toString(), QString());
            sizes.push_back(read());
            QVERIFY2(sizes.back().toInt() > 5000, sizes.back()); // A whole file, not an empty one.
        }
        QVERIFY(sizes[0] != sizes[1] && sizes[1] != sizes[2] && sizes[0] != sizes[2]);
    }

    void pipeWiresPlayerComesFirst()
    {
        makePlayer(u"aplay"_s, "echo aplay >> \"${0%/*}/played\"");
        makePlayer(u"pw-play"_s, "echo pw-play >> \"${0%/*}/played\"");
        TonePlayer player(m_folder->path());
        QSignalSpy spy(&player, &TonePlayer::played);
        player.play(Severity::warning);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(read(), QByteArray("pw-play"));
    }

    void withoutAPlayerItSaysWhatToInstall()
    {
        TonePlayer player(m_folder->path());
        QSignalSpy spy(&player, &TonePlayer::played);
        player.play(Severity::critical);
        QCOMPARE(spy.count(), 1);
        QVERIFY(spy.at(0).at(0).toString().contains(u"pipewire-bin"_s));
    }

    void withoutALoudspeakerItSaysWhy()
    {
        makePlayer(u"paplay"_s, "echo 'Connection failure: Connection refused' >&2; exit 1");
        TonePlayer player(m_folder->path());
        QSignalSpy spy(&player, &TonePlayer::played);
        player.play(Severity::critical);
        QTRY_COMPARE(spy.count(), 1);
        QCOMPARE(spy.at(0).at(0).toString(), u"Connection failure: Connection refused"_s);
    }

    void aLouderToneCutsAQuieterOneShort()
    {
        makePlayer(u"pw-play"_s, "echo ${1##*/} >> \"${0%/*}/played\"; exec sleep 1000");
        TonePlayer player(m_folder->path());
        player.play(Severity::critical);
        QTRY_COMPARE(read(), QByteArray("critical.wav"));
        player.play(Severity::warning); // Left out.
        player.play(Severity::emergency);
        QTRY_COMPARE(read(), QByteArray("critical.wav\nemergency.wav"));
    }

    void aPlayerThatHangsIsEnded()
    {
        makePlayer(u"pw-play"_s, "exec sleep 1000");
        TonePlayer player(m_folder->path());
        QSignalSpy spy(&player, &TonePlayer::played);
        player.play(Severity::critical);
        QTRY_COMPARE_WITH_TIMEOUT(spy.count(), 1, 10'000);
        QVERIFY(!spy.at(0).at(0).toString().isEmpty());
    }

private:
    QString played() const { return m_folder->filePath(u"played"_s); }
    QByteArray read() const
    {
        QFile file(played());
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }
    void makePlayer(const QString &name, const QByteArray &body)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + body + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestTonePlayer)
#include "tst_tone_player.moc"
