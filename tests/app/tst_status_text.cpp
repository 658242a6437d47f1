// SPDX-License-Identifier: GPL-3.0-or-later
// What `siaga status` says of boards made by hand.
#include "app/status_text.h"
#include "tests/views/main_window/boards.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace siaga;

namespace {

QString said(const NowBoard &board, const QStringList &places = {})
{
    return statusLines(board, places).join(u'\n');
}

} // namespace

class TestStatusText : public QObject
{
    Q_OBJECT

private slots:
    void quietSaysSo()
    {
        const QString text = said(boards::quiet());
        QVERIFY2(text.contains(QStringLiteral("No open alerts")), qPrintable(text));
        QVERIFY(!text.contains(u'→'));
    }

    void theIncidentStandsFirstWithItsOwnerAndItsTime()
    {
        const QStringList lines = statusLines(boards::incident(), {});
        QVERIFY2(lines[1].startsWith(QStringLiteral("◆ us-east-1 is down, for 47 s, since ")), qPrintable(lines[1]));
        QVERIFY2(lines[2].contains(QStringLiteral("nobody has it yet · RTO left ")), qPrintable(lines[2]));
    }

    void whatToTypeStandsBelow()
    {
        const QStringList data{QStringLiteral("--data"), QStringLiteral("/srv/siaga")};
        QVERIFY(said(boards::incident(), data).contains(QStringLiteral("\n  → siaga acknowledge 17 --data /srv/siaga\n")));
        QVERIFY(said(boards::proposed(), data).contains(QStringLiteral("\n  → siaga approve 41 --hash ")));
        QVERIFY(said(boards::evacuating()).contains(QStringLiteral("\n  → siaga hold 41\n")));
    }

    void whoWasToldAndWhatComesNextStandThere()
    {
        const QStringList lines = statusLines(boards::woken(), {});
        const QString text = lines.join(u'\n');
        QVERIFY2(text.contains(QStringLiteral(" · emergency in 4 min 13 s\n")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("\n     emergency in 4 min 13 s\n     delivered 02:12:59 UTC to desktop; hook pager failed: ")), qPrintable(text));
    }

    void columnsStandBelowEachOther()
    {
        std::vector<qsizetype> starts;
        for (const QString &line : statusLines(boards::incident(), {}))
            if (const auto found = QRegularExpression(QStringLiteral("[0-9]+ % usually")).match(line); found.hasMatch())
                starts.push_back(found.capturedStart());
        QCOMPARE(starts.size(), std::size_t{4});
        QVERIFY(std::ranges::all_of(starts, [&starts](qsizetype start) { return start == starts.front(); }));
    }
};

QTEST_GUILESS_MAIN(TestStatusText)
#include "tst_status_text.moc"
