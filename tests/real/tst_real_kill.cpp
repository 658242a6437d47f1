// SPDX-License-Identifier: GPL-3.0-or-later
// SIGKILL after each record in turn, while a real region is being evacuated: the next process finishes the plan, and
// no balancer is told anything twice.
#include "tests/real/load.h"
#include "tests/real/stage.h"

#include <QSet>
#include <QTest>

#include <cstdio>

using namespace siaga;

namespace {

/// Every second record by default; SIAGA_KILL_POINTS=all takes each.
int stride()
{
    return qEnvironmentVariable("SIAGA_KILL_POINTS") == u"all" ? 1 : 2;
}

int cutPoints()
{
    return qEnvironmentVariable("SIAGA_KILL_POINTS") == u"all" ? 200 : 20;
}

bool planEnded(const std::vector<QJsonObject> &records)
{
    return std::ranges::any_of(records, [](const QJsonObject &record) {
        return record.value(QStringLiteral("type")).toString() == u"PlanEnded";
    });
}

bool saysEnded(const QByteArrayList &lines)
{
    return std::ranges::any_of(lines, [](const QByteArray &line) { return line.contains("ended: done"); });
}

} // namespace

class TestRealKill : public QObject
{
    Q_OBJECT

private slots:
    void theNextProcessFinishesThePlanAndRepeatsNothing()
    {
        Stage stage;
        int kills = 0;
        for (int point = 0; point < cutPoints(); ++point) {
            const bool beforeTheEnd = killAfter(stage, 1 + point * stride());
            if (QTest::currentTestFailed())
                return;
            if (!beforeTheEnd)
                break; // The plan has no more records than this.
            ++kills;
        }
        std::printf("%d kills, each plan finished by the next process\n", kills);
        QVERIFY(kills >= 12); // How many records there are depends on how many end in one turn.
    }

private:
    /// False when the plan was over before that record.
    static bool killAfter(Stage &stage, int records)
    {
        stage.freshJournal();
        if (!stage.raiseAll() || !stage.startSiaga())
            QTest::qFail("the stage does not stand", __FILE__, __LINE__);
        Load load(stage.livingFrontend());
        QByteArrayList said;
        const auto listen = [&] { said += stage.newRecords(); };
        // Demand must be measured before the region dies, else nothing is proposed for a while.
        if (!QTest::qWaitFor([&] { listen(); return load.asked().size() > 700; }, 20'000))
            QTest::qFail("the load does not run", __FILE__, __LINE__);
        stage.killRegion();
        said.clear();
        if (!QTest::qWaitFor([&] { listen(); return said.size() >= records || saysEnded(said); }, 30'000))
            QTest::qFail("the region's death leads to nothing", __FILE__, __LINE__);
        stage.killSiaga();
        // Records of one turn are durable together but told one by one: only the journal knows whether it was the last.
        if (planEnded(stage.records()))
            return false;
        said.clear();
        stage.startSiaga();
        const bool finished = QTest::qWaitFor([&] { listen(); return saysEnded(said); }, 30'000);
        const std::string where = "killed after record " + std::to_string(records);
        if (!finished)
            std::fprintf(stderr, "%s\n", said.join('\n').constData());
        if (!finished || stage.weightAt(QStringLiteral("edge-eu")) != 0)
            QTest::qFail((where + ": the plan was not finished").c_str(), __FILE__, __LINE__);
        const QByteArrayList commands = stage.commandsAtLivingEdge();
        if (QSet<QByteArray>(commands.begin(), commands.end()).size() != commands.size())
            QTest::qFail((where + ": told twice: " + commands.join("; ").toStdString()).c_str(), __FILE__, __LINE__);
        stage.killSiaga();
        if (stage.run({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode != 0)
            QTest::qFail((where + ": the journal does not verify").c_str(), __FILE__, __LINE__);
        return true;
    }
};

QTEST_GUILESS_MAIN(TestRealKill)
#include "tst_real_kill.moc"
