// SPDX-License-Identifier: GPL-3.0-or-later
// What HAProxy says it has, as it was said by 2.6.12 and as it may be said by others.
#include "core/drivers/haproxy/inventory_reply.h"

#include <QTest>

using namespace siaga;

namespace {

const std::string info = "Name: HAProxy\nVersion: 2.6.12-1+deb12u4\nUptime_sec: 1\n\n";
const std::string heads = "# pxname,svname,status,type,rate_max,mode,algo,\n";
const std::string stat = heads + "f,FRONTEND,OPEN,0,7,http,,\nbk_web,s1,DOWN,2,340,http,,\nbk_web,s2,MAINT,2,0,http,,\n"
    "bk_web,BACKEND,UP,1,400,http,static-rr,\nempty,BACKEND,UP,1,0,tcp,roundrobin,\n\n";
const std::string stateHeads = "1\n# be_id be_name srv_id srv_name srv_addr srv_uweight srv_iweight srv_port srv_agent_port\n";
const std::string states = stateHeads + "3 bk_web 1 s1 10.0.0.1 0 25 8080 9000\n3 bk_web 2 s2 fd00::2 50 50 81 0\n\n";

std::string error(const std::string &reply)
{
    const auto read = readInventory(reply);
    return read ? std::string() : read.error().message;
}

} // namespace

class TestInventory : public QObject
{
    Q_OBJECT

private slots:
    void aReplyIsReadByTheNamesOfItsColumns()
    {
        const auto read = readInventory(info + stat + states + "admin\n\n");
        QVERIFY2(read, error(info + stat + states + "admin\n\n").c_str());
        QCOMPARE(read->version, std::string("2.6.12-1+deb12u4"));
        QVERIFY(read->level == EdgeLevel::everything);
        QCOMPARE(read->backends.size(), std::size_t(2));
        const EdgeInventory::Backend &web = *read->backend("bk_web");
        QCOMPARE(web.algorithm, std::string("static-rr"));
        QVERIFY((*web.server("s1") == EdgeInventory::Server{"s1", "10.0.0.1:8080", 25, 0, "DOWN", 340, true}));
        QVERIFY((*web.server("s2") == EdgeInventory::Server{"s2", "[fd00::2]:81", 50, 50, "MAINT", 0, false}));
        QVERIFY(read->backend("empty")->servers.empty() && !read->backend("f") && !web.server("s3"));
    }

    void levelsAreTold_data()
    {
        QTest::addColumn<int>("level");
        QTest::newRow("user") << int(EdgeLevel::reading);
        QTest::newRow("operator") << int(EdgeLevel::operating);
        QTest::newRow("admin") << int(EdgeLevel::everything);
        QTest::newRow("Unknown command") << int(EdgeLevel::unknown);
    }

    void levelsAreTold()
    {
        QFETCH(int, level);
        const auto read = readInventory(info + stat + states + QTest::currentDataTag() + "\n\n");
        QVERIFY(read && int(read->level) == level);
    }

    void whatIsMissingIsNamed()
    {
        QVERIFY(error(info + stat + states).find("cut short") != std::string::npos);
        QVERIFY(error("Name: Varnish\nVersion: 7\n\n" + stat + states + "admin\n\n").find("HAProxy") != std::string::npos);
        const std::string withoutAlgorithm = "# pxname,svname,status,type,rate_max,mode,\n\n";
        QVERIFY(error(info + withoutAlgorithm + states + "admin\n\n").find("algo") != std::string::npos);
        QVERIFY(error(info + stat + stateHeads + "\nadmin\n\n").find("bk_web/s1") != std::string::npos);
        QVERIFY(!error(info + "Permission denied\n\n" + states + "admin\n\n").empty());
        QVERIFY(!error("").empty());
    }

    void versionsBeforeTheFirstKnownOneAreTooOld()
    {
        for (const char *const known : {"2.6.12-1+deb12u4", "2.6", "2.10.1", "3.0", "10.0"})
            QVERIFY2(isNewEnough(known), known);
        for (const char *const old : {"2.5.9", "1.8", "", "x", "2", "HAProxy"})
            QVERIFY2(!isNewEnough(old), old);
    }
};

QTEST_GUILESS_MAIN(TestInventory)
#include "tst_inventory.moc"
