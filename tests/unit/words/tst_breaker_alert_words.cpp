// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/board_words.h"

#include <QTest>

using namespace siaga;

namespace {

AlertRow row(BreakerState state, BreakerRule rule, int failures, int calls)
{
    return {.subject = {.kind = AlertSubject::Kind::breaker, .breaker = BreakerId("pay@eu")}, .breaker = state, .rule = rule,
            .calls = calls, .failures = failures};
}

} // namespace

// An alert about a breaker says how it stands: one that is merely degraded has not opened.
class TestBreakerAlertWords : public QObject
{
    Q_OBJECT

private slots:
    void theHeadlineSaysHowItStands()
    {
        const auto said = [](BreakerState state) { return words::headline(row(state, BreakerRule::untold, 0, 0)); };
        QCOMPARE(said(BreakerState::open), QStringLiteral("The breaker pay@eu has opened"));
        QCOMPARE(said(BreakerState::degraded), QStringLiteral("The breaker pay@eu is degraded"));
        QCOMPARE(said(BreakerState::halfOpen), QStringLiteral("The breaker pay@eu is half-open"));
        AlertRow over = row(BreakerState::closed, BreakerRule::probesPassed, 0, 3);
        over.resolved = true;
        QCOMPARE(words::headline(over), QStringLiteral("The breaker pay@eu is closed again"));
    }

    void withoutItsStateItSaysNoMoreThanItKnows()
    {
        QCOMPARE(words::headline(row(BreakerState::open, BreakerRule::untold, 0, 0).subject, RegionState::unknown),
                 QStringLiteral("The breaker pay@eu is not closed"));
    }

    void theDetailGivesNumbersAndTheRule()
    {
        QCOMPARE(words::detail(row(BreakerState::open, BreakerRule::failureRate, 12, 20)),
                 QStringLiteral("12 of 20 calls failed · too many calls failed"));
        QCOMPARE(words::detail(row(BreakerState::open, BreakerRule::consecutive, 1, 1)),
                 QStringLiteral("1 of 1 call failed · too many calls failed in a row"));
        QCOMPARE(words::detail(row(BreakerState::open, BreakerRule::untold, 0, 0)), QString()); // Other programs tell no more.
    }
};

QTEST_APPLESS_MAIN(TestBreakerAlertWords)
#include "tst_breaker_alert_words.moc"
