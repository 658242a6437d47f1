// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/drivers/real_prober.h"

using namespace siaga;

class TestProberContract : public QObject
{
    Q_OBJECT

private slots:
    void contract_data() { addContractRows(proberContract()); }

    void contract()
    {
        QFETCH(int, rule);
        RealProber harness;
        proberContract()[std::size_t(rule)].check(harness);
    }

    void contractThroughProtection_data() { addContractRows(proberContract()); }

    void contractThroughProtection()
    {
        QFETCH(int, rule);
        RealProber harness(Through::protection);
        proberContract()[std::size_t(rule)].check(harness);
    }
};

QTEST_GUILESS_MAIN(TestProberContract)
#include "tst_prober_contract.moc"
