// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/audit_records.h"

#include "core/words/audit_words.h"
#include "core/words/event_words.h"

#include <QTest>

using namespace siaga;

class TestAuditWords : public QObject
{
    Q_OBJECT

private slots:
    void aLineSaysWhoWhatAndWhyWithoutSayingItTwice()
    {
        const auto records = samples::incident();
        const words::AuditLine held = words::auditLine(records[12]);
        QCOMPARE(held.who, QStringLiteral("engine orchestrator"));
        QCOMPARE(held.what, QStringLiteral("Plan 41 held"));
        QVERIFY2(held.why.contains(QStringLiteral("=cmd")), qPrintable(held.why));
        QCOMPARE(held.what + QStringLiteral(": ") + held.why, words::describeEvent(records[12]));
        const words::AuditLine opened = words::auditLine(records[4]);
        QVERIFY2(opened.why.contains(QStringLiteral("record 4")), qPrintable(opened.why));
        QCOMPARE(words::auditLine(records[6]).who, QStringLiteral("rina"));
        QVERIFY2(words::auditLine(records[2]).why.contains(QStringLiteral("needed in a row: 3")), qPrintable(words::auditLine(records[2]).why));
    }

    void everyEventHasASentence_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string_view name : knownEvents())
            QTest::newRow(std::string(name).c_str()) << QString::fromUtf8(name.data(), qsizetype(name.size()));
    }

    /// Also the one that was added yesterday: in event_words*.cpp.
    void everyEventHasASentence()
    {
        QFETCH(QString, name);
        const auto event = eventFromJson(name.toStdString(), "{}");
        QVERIFY(event);
        const QString said = words::auditLine({Seq(1), {}, {}, Epoch(1), samples::runtime(), *event}).what;
        QVERIFY2(!said.isEmpty() && !said.contains(QStringLiteral("another version")), qPrintable(said));
    }

    void everyGroupHasAWord()
    {
        QStringList words;
        for (std::size_t i = 0; i < namesOf(AuditGroup{}).size(); ++i)
            words << words::word(static_cast<AuditGroup>(i));
        QCOMPARE(words.removeDuplicates(), 0);
        QVERIFY(!words.contains(QString()));
    }

    void textIsFoundInSentencesAndInValuesButNotInFieldNames()
    {
        const Recorded recorded = samples::incident()[12];
        const words::AuditLine line = words::auditLine(recorded);
        const std::string bytes = encode(recorded);
        QVERIFY(words::holdsText(line, bytes, QStringLiteral("PLAN 41 HELD")));
        QVERIFY(words::holdsText(line, bytes, QStringLiteral("lb-EU")));
        QVERIFY(words::holdsText(line, bytes, QStringLiteral("CallRefused"))); // A value: which reason it is.
        QVERIFY(!words::holdsText(line, bytes, QStringLiteral("endpoint")));   // The name of a field.
        QVERIFY(!words::holdsText(line, bytes, QStringLiteral("rina")));
        QVERIFY(words::holdsText(words::damagedLine(Seq(3), "hash"), {}, QStringLiteral("anything"))); // It may hold it.
    }

    void jsonIsIndentedWithoutChangingIt()
    {
        const std::string json = "{\"a\":\"x:{,\\\"\",\"b\":[],\"c\":[1,{\"d\":{}}]}";
        const QString wide = words::indented(json);
        QCOMPARE(wide, QStringLiteral("{\n  \"a\": \"x:{,\\\"\",\n  \"b\": [],\n  \"c\": [\n    1,\n    {\n      \"d\": {}\n    }\n  ]\n}"));
        for (const Recorded &recorded : samples::incident()) {
            QString narrow = words::indented(encode(recorded));
            narrow.remove(QLatin1Char('\n')).remove(QStringLiteral("  ")).replace(QStringLiteral("\": "), QStringLiteral("\":"));
            QCOMPARE(narrow.toStdString(), encode(recorded));
        }
        QVERIFY(words::indented(json, 10).size() < 20);
    }

    void optionsSayTheWholeQuery()
    {
        const AuditQuery query{.whoKind = Actor::Kind::person, .group = AuditGroup::plans, .text = "lb eu", .since = samples::minute(0),
                               .until = samples::minute(1), .from = Seq(3), .to = Seq(9), .about = samples::payWest};
        QCOMPARE(words::auditOptions(query).join(QLatin1Char('|')),
                 QStringLiteral("--from|3|--to|9|--since|2026-11-26 02:00:00|--until|2026-11-26 02:01:00|--who|people|--kind|plans|--text|lb eu|"
                                "--about|breaker payment-service@eu-west-1"));
        QVERIFY(words::auditOptions({}).isEmpty());
        QCOMPARE(words::auditOptions({.who = "rina"}), (QStringList{QStringLiteral("--who"), QStringLiteral("rina")}));
    }

    void subjectsAreReadBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("region") << "region us-east-1" << true;
        QTest::newRow("alert") << "alert 17" << true;
        QTest::newRow("plan") << "plan 41" << true;
        QTest::newRow("breaker") << "breaker pay ment@eu" << true;
        QTest::newRow("no kind") << "us-east-1" << false;
        QTest::newRow("no number") << "alert seventeen" << false;
        QTest::newRow("plan 0") << "plan 0" << false;
        QTest::newRow("no name") << "region " << false;
        QTest::newRow("nothing") << "" << false;
    }

    void subjectsAreReadBack()
    {
        QFETCH(QString, text);
        QFETCH(bool, isRead);
        const auto subject = words::subjectFrom(text);
        QCOMPARE(subject.has_value(), isRead);
        if (subject)
            QCOMPARE(words::auditOptions({.about = *subject}).last(), text);
    }

    void momentsAreReadStrictly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // Since two o'clock; -1: not read.
        QTest::newRow("whole") << "2026-11-26 02:00:05" << qint64(5000);
        QTest::newRow("no seconds") << "2026-11-26 02:01" << qint64(60'000);
        QTest::newRow("T and Z") << "2026-11-26T02:00:05Z" << qint64(5000);
        QTest::newRow("of today") << "02:02" << qint64(120'000);
        QTest::newRow("a day") << "2026-11-26" << qint64(-7'200'000);
        QTest::newRow("no such day") << "2026-02-30" << qint64(-1);
        QTest::newRow("no such hour") << "25:00" << qint64(-1);
        QTest::newRow("words") << "yesterday" << qint64(-1);
        QTest::newRow("nothing") << "" << qint64(-1);
    }

    void momentsAreReadStrictly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto moment = words::momentFrom(text, true, samples::minute(30));
        QCOMPARE(moment.has_value(), milliseconds != -1);
        if (moment)
            QCOMPARE(moment->milliseconds - samples::twoOClock, milliseconds);
    }
};

QTEST_APPLESS_MAIN(TestAuditWords)
#include "tst_audit_words.moc"
