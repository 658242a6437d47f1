// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/audit_records.h"

#include "core/boards/audit_board.h"

#include <QTest>

#include <chrono>

using namespace siaga;

namespace {

/// The relations as a walk would collect them, then what matches: cheaply and thoroughly, which must agree.
std::vector<int> found(const AuditQuery &query)
{
    AuditRelations relations;
    for (const Recorded &recorded : samples::incident())
        if (mayRelate(recorded.event.name()))
            relate(relations, query.about, recorded.event);
    const AuditFilter filter(query, relations);
    std::vector<int> numbers;
    for (const Recorded &recorded : samples::incident()) {
        const std::string bytes = encode(recorded);
        const bool matches = filter.matches(recorded);
        const bool may = filter.mayMatch({recorded.seq, recorded.wall, recorded.event.name(), bytes});
        if (matches && !may)
            return {-static_cast<int>(recorded.seq.value())}; // A record is lost by looking at it too quickly.
        if (matches)
            numbers.push_back(static_cast<int>(recorded.seq.value()));
    }
    return numbers;
}

} // namespace

Q_DECLARE_METATYPE(AuditQuery)

class TestAuditQuery : public QObject
{
    Q_OBJECT

private slots:
    void eachFilterLeavesWhatItNames_data()
    {
        QTest::addColumn<AuditQuery>("query");
        QTest::addColumn<std::vector<int>>("numbers");
        std::vector<int> all;
        for (int i = 1; i <= 20; ++i)
            all.push_back(i);
        QTest::newRow("nothing asked") << AuditQuery{} << all;
        QTest::newRow("people") << AuditQuery{.whoKind = Actor::Kind::person} << std::vector{7, 8, 11, 15};
        QTest::newRow("Siaga itself") << AuditQuery{.whoKind = Actor::Kind::runtime} << std::vector{1, 2};
        QTest::newRow("one person") << AuditQuery{.who = "budi"} << std::vector{15};
        QTest::newRow("one engine") << AuditQuery{.who = "orchestrator"} << std::vector{12, 13, 19};
        QTest::newRow("part of a name is nobody") << AuditQuery{.who = "rin"} << std::vector<int>{};
        QTest::newRow("an engine is no person") << AuditQuery{.whoKind = Actor::Kind::person, .who = "health"} << std::vector<int>{};
        QTest::newRow("alerts") << AuditQuery{.group = AuditGroup::alerts} << std::vector{5, 14, 20};
        QTest::newRow("orders") << AuditQuery{.group = AuditGroup::orders} << std::vector{7, 8, 10, 11, 15, 18};
        QTest::newRow("plans") << AuditQuery{.group = AuditGroup::plans} << std::vector{9, 12, 13, 19};
        QTest::newRow("breakers") << AuditQuery{.group = AuditGroup::breakers} << std::vector{16};
        QTest::newRow("fleet") << AuditQuery{.group = AuditGroup::fleet} << std::vector{2};
        QTest::newRow("from a record on") << AuditQuery{.from = Seq(19)} << std::vector{19, 20};
        QTest::newRow("up to a record") << AuditQuery{.to = Seq(2)} << std::vector{1, 2};
        QTest::newRow("since a minute, that one too") << AuditQuery{.since = samples::minute(19)} << std::vector{19, 20};
        QTest::newRow("until a minute, not that one") << AuditQuery{.until = samples::minute(3)} << std::vector{1, 2};
        QTest::newRow("all of it") << AuditQuery{.whoKind = Actor::Kind::person, .who = "rina", .group = AuditGroup::orders,
                                                 .since = samples::minute(8), .until = samples::minute(12), .from = Seq(8), .to = Seq(20)}
                                   << std::vector{8, 11};
    }

    void eachFilterLeavesWhatItNames()
    {
        QFETCH(AuditQuery, query);
        QFETCH(std::vector<int>, numbers);
        QCOMPARE(found(query), numbers);
    }

    void everythingAboutAThingIsThereAlsoWhatDoesNotNameIt_data()
    {
        QTest::addColumn<AuditQuery>("query");
        QTest::addColumn<std::vector<int>>("numbers");
        // The alert's and the plan's lives belong to the region, and so do the orders that led there.
        QTest::newRow("region") << AuditQuery{.about = samples::usEast} << std::vector{3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 19, 20};
        QTest::newRow("another region") << AuditQuery{.about = samples::euWest} << std::vector{17};
        QTest::newRow("alert, with what raised it") << AuditQuery{.about = samples::incidentAlert} << std::vector{4, 5, 7, 14, 20};
        QTest::newRow("plan, with who asked for it") << AuditQuery{.about = samples::evacuation} << std::vector{8, 9, 10, 11, 12, 13, 19};
        QTest::newRow("breaker") << AuditQuery{.about = samples::payWest} << std::vector{15, 16};
        QTest::newRow("nobody") << AuditQuery{.about = RegionId("us-east")} << std::vector<int>{};
        QTest::newRow("by one person") << AuditQuery{.who = "rina", .about = samples::evacuation} << std::vector{8, 11};
    }

    void everythingAboutAThingIsThereAlsoWhatDoesNotNameIt()
    {
        QFETCH(AuditQuery, query);
        QFETCH(std::vector<int>, numbers);
        QCOMPARE(found(query), numbers);
    }

    void everyEventHasAGroup_data()
    {
        QTest::addColumn<QString>("name");
        for (const std::string_view name : knownEvents())
            QTest::newRow(std::string(name).c_str()) << QString::fromUtf8(name.data(), qsizetype(name.size()));
    }

    /// Whoever adds an event says what kind of record it is: in groups(), core/boards/audit_query.cpp.
    void everyEventHasAGroup()
    {
        QFETCH(QString, name);
        QVERIFY(groupOf(name.toStdString()) != AuditGroup::other);
    }

    void aRecordOfAnotherVersionIsNotLost()
    {
        const Recorded recorded{Seq(1), {}, {}, Epoch(1), samples::runtime(), Event(UnknownEvent{"MoonLanded", R"({"region":"us-east-1"})"})};
        QCOMPARE(groupOf("MoonLanded"), AuditGroup::other);
        QVERIFY(AuditFilter().matches(recorded));
        QVERIFY(AuditFilter({.group = AuditGroup::other}).matches(recorded));
        QVERIFY(mentionsOf(recorded.event) == Mentions{});
    }

    void whatAnEventNamesIsFoundHoweverDeep()
    {
        const Mentions mentions = mentionsOf(PlanHeld{PlanId(3), PurposeOpen{PlanId(7)}});
        QVERIFY((mentions.plans == std::set{PlanId(3), PlanId(7)}));
        const auto opened = mentionsOf(samples::incident()[4].event);
        QVERIFY(opened.alerts.contains(samples::incidentAlert) && opened.regions.contains(samples::usEast));
        QVERIFY(opened.records.contains(Seq(4)));
    }

    void aRowCarriesTheNamedReasonsAndTheCause()
    {
        const auto records = samples::incident();
        QCOMPARE(auditRow(records[4]).cause, Seq(4));
        QVERIFY(auditRow(records[4]).severity == Severity::critical);
        QVERIFY(auditRow(records[17]).reasons == std::vector<Reason>{NotInFleet{"us-east-9"}});
        QVERIFY(auditRow(records[11]).reasons == std::vector<Reason>{ByPerson{"rina"}});
        QVERIFY(auditRow(records[0]).reasons.empty());
    }
};

QTEST_APPLESS_MAIN(TestAuditQuery)
#include "tst_audit_query.moc"
