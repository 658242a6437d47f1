// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_settings.h"
#include "app/fault_words.h"
#include "core/base/describe.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace siaga;

class TestConsoleSettings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

private slots:
    void whatWasChosenIsThereAtTheNextStart()
    {
        const QString path = m_dir.filePath(QStringLiteral("console.ini"));
        {
            ConsoleSettings settings(path);
            QVERIFY(settings.recents().isEmpty() && !settings.isGuideSeen());
            settings.setRecents({QStringLiteral("siaga://region/a"), QStringLiteral("> keys")});
            settings.setGuideSeen();
        }
        const ConsoleSettings settings(path);
        QCOMPARE(settings.recents(), (QStringList{QStringLiteral("siaga://region/a"), QStringLiteral("> keys")}));
        QVERIFY(settings.isGuideSeen());
    }

    void theFileIsBoundedWhoeverWroteIt()
    {
        const QString path = m_dir.filePath(QStringLiteral("long.ini"));
        QStringList many{QString(), QString(2000, u'x')};
        for (int i = 0; i < 100; ++i)
            many << QStringLiteral("siaga://region/%1").arg(i);
        {
            QSettings file(path, QSettings::IniFormat);
            file.setValue(QStringLiteral("palette/recent"), many);
        }
        const ConsoleSettings settings(path);
        QCOMPARE(settings.recents().size(), 8);
        QCOMPARE(settings.recents().first(), QStringLiteral("siaga://region/0"));
        QFile broken(m_dir.filePath(QStringLiteral("broken.ini")));
        QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("[palette\nrecent=@Variant(\x01\xff") > 0);
        broken.close();
        QVERIFY(ConsoleSettings(broken.fileName()).recents().size() <= 8); // Whatever Qt makes of it; the palette knows no such name.
    }

    void everyFaultHasWordsOfItsOwn()
    {
        QSet<QString> titles;
        for (std::size_t i = 0; i < lab::faultKinds; ++i) {
            const auto kind = static_cast<lab::FaultKind>(i);
            titles.insert(title(kind));
            QVERIFY(!say(kind).isEmpty());
            QCOMPARE(menuOptions(kind).isEmpty(), menuFigure(kind).isEmpty());
            std::string call(nameOf(kind)); // What the menu sends is what the lab reads.
            const lab::Targets targets = lab::targetsOf(kind);
            call += targets.region ? " region=r" : "";
            call += targets.service ? " service=s" : "";
            call += targets.endpoint ? " edge=e" : "";
            const auto read = lab::faultFromText(call + menuOptions(kind).toStdString(), Instant{});
            QVERIFY2(read, call.c_str());
            QVERIFY(kind != lab::FaultKind::slow || read->magnitude > 1);
        }
        QCOMPARE(titles.size(), qsizetype(lab::faultKinds));
    }
};

QTEST_GUILESS_MAIN(TestConsoleSettings)
#include "tst_console_settings.moc"
