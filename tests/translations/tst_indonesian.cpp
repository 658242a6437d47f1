// SPDX-License-Identifier: GPL-3.0-or-later
// That the catalogue is found where the program looks: a string filed under another context stays English for ever.
#include <QCoreApplication>
#include <QProcess>
#include <QTest>
#include <QTranslator>

class TestIndonesian : public QObject
{
    Q_OBJECT

private slots:
    void eachContextIsThere_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *context, const char *source, const char *wanted) {
            QTest::newRow(context) << QByteArray(source) << QString::fromUtf8(wanted);
        };
        row("arguments", "siaga --help tells the words.", "siaga --help menjelaskan perintahnya.");
        row("arguments", "open the console, at what a siaga:// link names", "buka konsol, pada yang disebut tautan siaga://");
        row("commands", "refused: %1", "ditolak: %1");
        row("file_commands", "default", "bawaan");
        row("launch", "the data folder cannot be made", "folder data tidak dapat dibuat");
        row("serve", "no local socket at %1: %2", "tidak ada soket lokal di %1: %2");
        row("siaga::PlanCommand", "hash %1", "hash %1");
        row("siaga::OrderCommand", "plan %1 is approved", "rencana %1 disetujui");
        row("siaga::Demo", "The region is repaired and starts again.", "Wilayah itu diperbaiki dan mulai lagi.");
        row("siaga::views::Inspector", "Copy as command", "Salin sebagai perintah");
        row("NowPage", "no traffic", "tanpa lalu lintas");
        row("words", "By policy", "Oleh kebijakan");
    }

    void eachContextIsThere()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, wanted);
        QTranslator catalogue;
        QVERIFY(catalogue.load(QStringLiteral(SIAGA_CATALOGUE)));
        QCOMPARE(catalogue.translate(QTest::currentDataTag(), source.constData()), wanted);
    }

    void pluralsAreFilledIn()
    {
        QTranslator catalogue;
        QVERIFY(catalogue.load(QStringLiteral(SIAGA_CATALOGUE)));
        QCoreApplication::installTranslator(&catalogue);
        QCOMPARE(QCoreApplication::translate("file_commands", "%n mistakes", nullptr, 3), QStringLiteral("3 kesalahan"));
    }

    /// What free functions say, for which no class lends its context.
    void theCommandLineSpeaksIt_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("wanted");
        QTest::newRow("arguments") << QStringList{QStringLiteral("--help")} << QByteArray("Kode keluar: ");
        QTest::newRow("wrong words") << QStringList{QStringLiteral("evacute")} << QByteArray("tidak ada perintah bernama evacute");
        QTest::newRow("file_commands") << QStringList{QStringLiteral("check"), QStringLiteral("/proc/none")} << QByteArray("1 kesalahan");
        QTest::newRow("lab") << QStringList{QStringLiteral("lab"), QStringLiteral("fault"), QStringLiteral("--list")} << QByteArray("instans layanan mati");
    }

    void theCommandLineSpeaksIt()
    {
        QFETCH(QStringList, words);
        QFETCH(QByteArray, wanted);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("id"));
        QProcess siaga;
        siaga.setProcessEnvironment(environment);
        siaga.setProcessChannelMode(QProcess::MergedChannels);
        siaga.start(QStringLiteral(SIAGA_PROGRAM), words);
        QVERIFY(siaga.waitForFinished(20'000));
        const QByteArray said = siaga.readAll();
        QVERIFY2(said.contains(wanted), said.constData());
    }
};

QTEST_GUILESS_MAIN(TestIndonesian)
#include "tst_indonesian.moc"
