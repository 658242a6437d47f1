// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/events/archive.h"
#include "core/events/codec.h"
#include "core/events/plan_events.h"
#include "core/events/request_events.h"
#include "core/journal/header.h"

#include <QTest>

using namespace siaga;

namespace {

Plan samplePlan()
{
    Plan plan{{PurposeKind::evacuate, RegionId("us"), {}, {}}, PlanClass::emergency, {Permille{200}, true}, {}};
    plan.steps.push_back({ConfirmReady{{RegionId("eu"), RegionId("ap")}}, {}});
    plan.steps.push_back({SetRegionShare{EndpointId("e"), ServiceId("web"), RegionId("us"), none}, {0}, WayBack::undo, Reach::bestEffort, true});
    plan.steps.push_back({Bake{ServiceId("web"), RegionId("us"), std::chrono::hours(3)}, {1}});
    plan.steps.push_back({ConfirmQuiet{ServiceId("web"), RegionId("us")}, {1, 2}});
    return plan;
}

Recorded record(Event event)
{
    return {Seq(7), Instant(std::chrono::nanoseconds(9'007'199'254'740'993)), WallTime{1'700'000'000'001}, Epoch(3),
            {Actor::Kind::person, "budi"}, std::move(event)};
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private slots:
    void everyKnownEventSurvivesTheRoundTrip_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string_view name : knownEvents())
            QTest::newRow(std::string(name).c_str()) << QString::fromStdString(std::string(name));
    }

    void everyKnownEventSurvivesTheRoundTrip()
    {
        QFETCH(QString, name);
        const auto event = eventFromJson(name.toStdString(), "{}");
        QVERIFY(event);
        const std::string bytes = encode(record(*event));
        const auto read = decode(bytes);
        QVERIFY(read);
        QCOMPARE(encode(*read), bytes);
        QCOMPARE(std::string(read->event.name()), name.toStdString());
    }

    void aRecordKeepsEachFieldAndSixtyFourBits()
    {
        PlanProposed proposed{PlanId(18'446'744'073'709'551'615ULL), samplePlan(), {}, Autonomy::ask, {TooFewVantagePoints{1, 2}},
                              {ByPerson{"siti"}}, "siti", Instant(std::chrono::seconds(5))};
        proposed.hash = planHash(proposed.plan);
        const auto read = decode(encode(record(proposed)));
        QVERIFY(read);
        QCOMPARE(read->seq, Seq(7));
        QCOMPARE(read->at.time_since_epoch().count(), std::int64_t(9'007'199'254'740'993));
        QCOMPARE(read->epoch, Epoch(3));
        QVERIFY(read->actor == (Actor{Actor::Kind::person, "budi"}));
        const auto *body = read->event.as<PlanProposed>();
        QVERIFY(body);
        QCOMPARE(body->id.value(), std::uint64_t(18'446'744'073'709'551'615ULL));
        QVERIFY(body->plan == proposed.plan);
        QVERIFY(body->hash == planHash(body->plan));
        QVERIFY(body->lowered == proposed.lowered);
    }

    void theHeaderStandsFirstAsTheJournalReadsIt()
    {
        const std::string bytes = encode(record(StopOrdered{"budi", "drill"}));
        const auto header = readHeader(bytes);
        QVERIFY(header);
        QCOMPARE(header->seq, Seq(7));
        QCOMPARE(std::string(header->type), std::string("StopOrdered"));
    }

    void anUnknownEventIsKeptAndShown()
    {
        std::string bytes = encode(record(StopLifted{"budi"}));
        const std::string name = "StopLifted";
        bytes.replace(bytes.find(name), name.size(), "FromTheFuture");
        const auto read = decode(bytes);
        QVERIFY(read);
        QVERIFY(read->event.as<UnknownEvent>());
        QCOMPARE(std::string(read->event.name()), std::string("FromTheFuture"));
        QCOMPARE(encode(*read), bytes);
    }

    void brokenBytesAreAnErrorAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray::fromStdString(encode(record(StopLifted{"x"}))).chopped(5);
        QTest::newRow("trailing") << QByteArray::fromStdString(encode(record(StopLifted{"x"}))) + "{}";
        QTest::newRow("no body") << QByteArray(R"({"seq":"1","at":"1","wall":"1","type":"StopLifted","epoch":"1","actor":{}})");
        QTest::newRow("number for a string") << QByteArray(R"({"seq":1,"at":"1","wall":"1","type":"StopLifted","epoch":"1","actor":{},"body":{}})");
        QTest::newRow("number too large") << QByteArray(R"({"seq":"99999999999999999999","at":"1","wall":"1","type":"StopLifted","epoch":"1","actor":{},"body":{}})");
        QTest::newRow("key twice") << QByteArray(R"({"seq":"1","seq":"2","at":"1","wall":"1","type":"StopLifted","epoch":"1","actor":{},"body":{}})");
        QTest::newRow("unknown word") << QByteArray(R"({"seq":"1","at":"1","wall":"1","type":"PlanEnded","epoch":"1","actor":{},"body":{"end":"vanished"}})");
        QTest::newRow("unknown reason") << QByteArray(R"({"seq":"1","at":"1","wall":"1","type":"PlanHeld","epoch":"1","actor":{},"body":{"reason":{"is":"Mood"}}})");
        QTest::newRow("deep") << QByteArray(R"({"body":)") + QByteArray(100'000, '[');
        QTest::newRow("lone surrogate") << QByteArray(R"({"seq":"1","at":"1","wall":"1","type":"StopLifted","epoch":"1","actor":{},"body":{"by":"\ud800"}})");
        QTest::newRow("not UTF-8") << QByteArray("{\"seq\":\"\xC3\x28\"}");
    }

    void brokenBytesAreAnErrorAndNothingElse()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decode(bytes.toStdString()));
    }

    void textKeepsQuotesLinesAndControls()
    {
        const std::string text = "a \"quoted\"\nline\t\\ \x01 é <b>";
        const auto read = decode(encode(record(StopLifted{text})));
        QVERIFY(read);
        QCOMPARE(read->event.as<StopLifted>()->by, text);
    }

    void aNumberThatIsNotFiniteBecomesNull()
    {
        std::string json;
        appendJsonNumber(json, 1.0 / 3);
        QCOMPARE(std::stod(json), 1.0 / 3);
        json.clear();
        appendJsonNumber(json, std::numeric_limits<double>::infinity());
        QCOMPARE(json, std::string("null"));
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
