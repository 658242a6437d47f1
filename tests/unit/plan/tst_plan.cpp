// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/plan/canonical.h"
#include "core/plan/plan.h"

#include <QTest>

#include <set>

using namespace siaga;

namespace {

Plan plan()
{
    Plan plan{{PurposeKind::evacuate, RegionId("us"), ServiceId("web"), {}}, PlanClass::recovery, {Permille{200}, false}, {}};
    plan.steps.push_back({SetRegionShare{EndpointId("a"), ServiceId("web"), RegionId("us"), Permille{500}}, {}});
    plan.steps.push_back({SetRegionShare{EndpointId("a"), ServiceId("web"), RegionId("us"), none}, {0}});
    return plan;
}

} // namespace

class TestPlan : public QObject
{
    Q_OBJECT

private slots:
    void theSamePlanHasTheSameHash() { QVERIFY(planHash(plan()) == planHash(plan())); }

    /// What was confirmed is what runs: one changed field anywhere is another plan.
    void everyFieldChangesTheHash()
    {
        const std::vector<std::function<void(Plan &)>> changes{
            [](Plan &p) { p.purpose.kind = PurposeKind::restore; },
            [](Plan &p) { p.purpose.region = RegionId("eu"); },
            [](Plan &p) { p.purpose.service.reset(); },
            [](Plan &p) { p.purpose.endpoint = EndpointId("x"); },
            [](Plan &p) { p.rank = PlanClass::emergency; },
            [](Plan &p) { p.bounds.headroomMin.value = 199; },
            [](Plan &p) { p.bounds.unknownDemandAccepted = true; },
            [](Plan &p) { std::get<SetRegionShare>(p.steps[0].action).share.value = 501; },
            [](Plan &p) { std::get<SetRegionShare>(p.steps[0].action).endpoint = EndpointId("b"); },
            [](Plan &p) { p.steps[1].after.clear(); },
            [](Plan &p) { p.steps[1].onAbort = WayBack::undo; },
            [](Plan &p) { p.steps[1].reach = Reach::bestEffort; },
            [](Plan &p) { p.steps[1].pointOfNoReturn = true; },
            [](Plan &p) { p.steps.pop_back(); },
            [](Plan &p) { p.steps[1].action = ConfirmQuiet{ServiceId("web"), RegionId("us")}; },
            [](Plan &p) { p.steps[1].action = Bake{ServiceId("web"), RegionId("us"), std::chrono::seconds(1)}; },
        };
        std::set<std::string> hashes{toHex(planHash(plan()))};
        for (std::size_t i = 0; i < changes.size(); ++i) {
            Plan changed = plan();
            changes[i](changed);
            QVERIFY2(hashes.insert(toHex(planHash(changed))).second, std::to_string(i).c_str());
        }
    }

    /// Without lengths "ab"+"c" and "a"+"bc" would be the same bytes.
    void neighbouringFieldsCannotBorrowFromEachOther()
    {
        const Claim first{ServiceId("ab"), RegionId("c"), Aspect::traffic};
        const Claim second{ServiceId("a"), RegionId("bc"), Aspect::traffic};
        QVERIFY(canonicalBytes(first) != canonicalBytes(second));
    }

    void claimsAreWhatTheStepsTouch()
    {
        const auto claims = claimsOf(plan());
        QCOMPARE(claims.size(), std::size_t(1));
        QVERIFY(overlap(claims, claimsOf(plan())));
        Plan other = plan();
        for (Step &step : other.steps)
            std::get<SetRegionShare>(step.action).region = RegionId("eu");
        QVERIFY(!overlap(claims, claimsOf(other)));
    }

    void weightsNeverRoundAwayARegion_data()
    {
        QTest::addColumn<int>("weight");
        QTest::addColumn<int>("region");
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("sent");
        QTest::newRow("whole") << 100 << 1000 << 1000 << 100;
        QTest::newRow("half") << 100 << 500 << 1000 << 50;
        QTest::newRow("out") << 100 << 0 << 1000 << 0;
        QTest::newRow("no version") << 100 << 1000 << 0 << 0;
        QTest::newRow("rounded to nearest") << 25 << 30 << 1000 << 1;
        QTest::newRow("never rounded to nothing") << 1 << 1 << 1 << 1;
        QTest::newRow("both shares") << 200 << 500 << 500 << 50;
        QTest::newRow("at most 256") << 256 << 1000 << 1000 << 256;
    }

    void weightsNeverRoundAwayARegion()
    {
        QFETCH(int, weight);
        QFETCH(int, region);
        QFETCH(int, version);
        QFETCH(int, sent);
        QCOMPARE(balancerWeight(weight, Permille{region}, Permille{version}), sent);
    }

    void onlyTakingTrafficAwayIsDestructive()
    {
        const Step half{SetRegionShare{{}, {}, {}, Permille{500}}, {}};
        QVERIFY(isDestructive(half, whole));
        QVERIFY(isDestructive(half, std::nullopt));
        QVERIFY(!isDestructive(half, none));
        QVERIFY(!isDestructive(Step{ConfirmReady{}, {}}, whole));
    }
};

QTEST_APPLESS_MAIN(TestPlan)
#include "tst_plan.moc"
