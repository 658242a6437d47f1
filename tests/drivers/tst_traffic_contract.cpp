// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/drivers/real_edges.h"

using namespace siaga;

class TestTrafficContract : public QObject
{
    Q_OBJECT

private slots:
    void contract_data() { addContractRows(trafficContract()); }

    void contract()
    {
        QFETCH(int, rule);
        RealEdges harness;
        trafficContract()[std::size_t(rule)].check(harness);
    }

    void contractThroughProtection_data() { addContractRows(trafficContract()); }

    void contractThroughProtection()
    {
        QFETCH(int, rule);
        RealEdges harness(Through::protection);
        trafficContract()[std::size_t(rule)].check(harness);
    }
};

QTEST_GUILESS_MAIN(TestTrafficContract)
#include "tst_traffic_contract.moc"
