// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/journal/header.h"

#include <QTest>

#include <limits>

using namespace siaga;

class TestHeader : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatItWrote_data()
    {
        QTest::addColumn<quint64>("seq");
        QTest::addColumn<qint64>("at");
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("ordinary") << quint64(12) << qint64(345000000) << qint64(1700000000000) << QByteArray("AlertOpened");
        QTest::newRow("smallest") << quint64(1) << qint64(0) << qint64(0) << QByteArray("A");
        QTest::newRow("wall before 1970") << quint64(2) << qint64(5) << qint64(-1) << QByteArray("x_1.y");
        QTest::newRow("widest") << std::numeric_limits<quint64>::max() << std::numeric_limits<qint64>::min()
                                << std::numeric_limits<qint64>::max() << QByteArray(64, 'z');
    }

    void readsWhatItWrote()
    {
        QFETCH(quint64, seq);
        QFETCH(qint64, at);
        QFETCH(qint64, wall);
        QFETCH(QByteArray, type);
        const std::string name = type.toStdString();
        const RecordHeader header{Seq(seq), Instant(Duration(at)), {wall}, name};
        const std::string bytes = writeHeader(header) + "}";
        QVERIFY(readHeader(bytes) == header);
        const std::string longer = writeHeader(header) + ",\"more\":\"}\"}";
        QVERIFY(readHeader(longer) == header);
    }

    void theFormIsFixed()
    {
        const RecordHeader header{Seq(12), Instant(Duration(345000000)), {1700000000000}, "AlertOpened"};
        const std::string form = 
            "{\"seq\":\"12\",\"at\":\"345000000\",\"wall\":\"1700000000000\",\"type\":\"AlertOpened\"";
        QCOMPARE(writeHeader(header), form);
    }

    void anyOtherSpellingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        // Written with single quotes, so that a reader sees the form.
        const auto row = [](const char *name, QByteArray bytes) { QTest::newRow(name) << bytes.replace('\'', '"'); };
        row("nothing", "");
        row("empty object", "{}");
        row("space", "{ 'seq':'1','at':'2','wall':'3','type':'T'}");
        row("other order", "{'at':'2','seq':'1','wall':'3','type':'T'}");
        row("number without quotes", "{'seq':1,'at':'2','wall':'3','type':'T'}");
        row("record zero", "{'seq':'0','at':'2','wall':'3','type':'T'}");
        row("leading zero", "{'seq':'01','at':'2','wall':'3','type':'T'}");
        row("negative seq", "{'seq':'-1','at':'2','wall':'3','type':'T'}");
        row("minus zero", "{'seq':'1','at':'-0','wall':'3','type':'T'}");
        row("minus leading zero", "{'seq':'1','at':'-02','wall':'3','type':'T'}");
        row("plus", "{'seq':'1','at':'+2','wall':'3','type':'T'}");
        row("past 64 bits", "{'seq':'18446744073709551616','at':'2','wall':'3','type':'T'}");
        row("time past 63 bits", "{'seq':'1','at':'9223372036854775808','wall':'3','type':'T'}");
        row("exponent", "{'seq':'1','at':'2e3','wall':'3','type':'T'}");
        row("no digits", "{'seq':'1','at':'','wall':'3','type':'T'}");
        row("empty type", "{'seq':'1','at':'2','wall':'3','type':''}");
        row("escaped type", "{'seq':'1','at':'2','wall':'3','type':'T\\u0041'}");
        row("type of 65", "{'seq':'1','at':'2','wall':'3','type':'" + QByteArray(65, 'T') + "'}");
        row("type not closed", "{'seq':'1','at':'2','wall':'3','type':'T");
        row("nothing behind the type", "{'seq':'1','at':'2','wall':'3','type':'T'");
        row("not closed", "{'seq':'1','at':'2','wall':'3','type':'T','x':'y'");
        row("text behind the brace", "{'seq':'1','at':'2','wall':'3','type':'T'} ");
    }

    void anyOtherSpellingIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readHeader({bytes.constData(), std::size_t(bytes.size())}));
    }

    void deepNestingBehindTheHeaderCostsNothing()
    {
        const std::string deep(1'000'000, '[');
        const std::string bytes = "{\"seq\":\"1\",\"at\":\"2\",\"wall\":\"3\",\"type\":\"T\",\"x\":" + deep + "}";
        QVERIFY(readHeader(bytes));
    }

    void aHeaderThatCouldNotBeReadIsNeverWritten()
    {
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, writeHeader({Seq(), {}, {}, "T"}));
        QVERIFY_THROWS_EXCEPTION(BrokenInvariant, writeHeader({Seq(1), {}, {}, "a\"b"}));
    }
};

QTEST_APPLESS_MAIN(TestHeader)
#include "tst_header.moc"
