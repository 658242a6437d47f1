// SPDX-License-Identifier: GPL-3.0-or-later
// From what was seen to what is wrong and what to do, as a table of everything that can be wrong.
#include "app/endpoint_diagnosis.h"
#include "app/machine_checks.h"
#include "app/target_diagnosis.h"

#include <QTest>

using namespace siaga;
using namespace std::chrono_literals;

namespace {

Fleet fleet()
{
    Fleet made;
    made.regions = {{.id = RegionId("eu")}};
    made.services = {{.id = ServiceId("web"), .placements = {{.region = RegionId("eu"), .capacity = 1, .weight = 100}}}};
    Endpoint edge{.id = EndpointId("edge"), .driver = "haproxy", .address = "unix:/run/haproxy/admin.sock"};
    edge.backends = {{.service = ServiceId("web"), .name = "bk_web", .servers = {{RegionId("eu"), "s1"}}}};
    made.endpoints = {edge};
    return made;
}

EdgeInventory sound()
{
    return {.version = "2.6.12",
            .level = EdgeLevel::everything,
            .backends = {{.name = "bk_web", .mode = "http", .algorithm = "roundrobin", .servers = {{.name = "s1", .weight = 100, .weightNow = 100, .status = "UP"}}}}};
}

Findings diagnosed(const EdgeInventory &inventory)
{
    return diagnoseEndpoint(fleet().endpoints[0], fleet(), SocketFile{}, {.inventory = inventory, .reached = true, .why = {}, .took = 2ms}, "ann");
}

QString all(const Findings &findings)
{
    QString text;
    for (const Finding &finding : findings)
        text += QString::number(int(finding.verdict)) + u' ' + finding.found + QStringLiteral(" → ") + finding.remedy + u'\n';
    return text;
}

} // namespace

class TestDiagnosis : public QObject
{
    Q_OBJECT

private slots:
    void aSoundEdgeIsWell()
    {
        const Findings findings = diagnosed(sound());
        QCOMPARE(findings.size(), std::size_t(1));
        QVERIFY2(findings[0].verdict == Verdict::well && findings[0].took == 2ms, qPrintable(all(findings)));
    }

    void whatIsWrongAtAnEdgeIsNamed_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("remedy");
        const int wrong = int(Verdict::wrong);
        const int doubtful = int(Verdict::doubtful);
        const auto row = [](const char *name, int change, int verdict, const char *found, const char *remedy) {
            QTest::newRow(name) << change << verdict << QString::fromUtf8(found) << QString::fromUtf8(remedy);
        };
        row("too old", 0, wrong, "2.4.1 is too old", "2.6 or newer");
        row("level operator", 1, wrong, "level operator, and weights need admin", "stats socket /run/haproxy/admin.sock mode 660 level admin");
        row("level user", 2, wrong, "level user", "level admin");
        row("level not told", 3, doubtful, "does not say which level", "level admin");
        row("no backend", 4, wrong, "no backend bk_web", "did you mean “bk-web”?");
        row("no server", 5, wrong, "no server bk_web/s1", "it has north");
        row("other weight", 6, wrong, "weight 25 in haproxy.cfg and 100 in the fleet", "the same weight into both");
        row("weight by hand", 7, doubtful, "weight 7 in force", "by hand");
        row("out", 8, doubtful, "no new requests now: MAINT", "state ready");
        row("down", 9, doubtful, "down by HAProxy's own check", "look at the server");
        row("agent", 10, doubtful, "an agent may set the weight", "agent-check");
        row("static", 11, wrong, "static-rr", "roundrobin");
        row("first", 12, wrong, "ignores weights", "roundrobin");
        row("hashed", 13, doubtful, "hash-type consistent", "hash-type consistent");
    }

    void whatIsWrongAtAnEdgeIsNamed()
    {
        QFETCH(int, change);
        QFETCH(int, verdict);
        QFETCH(QString, found);
        QFETCH(QString, remedy);
        EdgeInventory inventory = sound();
        EdgeInventory::Backend &backend = inventory.backends[0];
        EdgeInventory::Server &server = backend.servers[0];
        const std::vector<std::function<void()>> changes{
            [&] { inventory.version = "2.4.1"; }, [&] { inventory.level = EdgeLevel::operating; }, [&] { inventory.level = EdgeLevel::reading; },
            [&] { inventory.level = EdgeLevel::unknown; }, [&] { backend.name = "bk-web"; }, [&] { server.name = "north"; },
            [&] { server.weight = server.weightNow = 25; }, [&] { server.weightNow = 7; }, [&] { server.status = "MAINT"; },
            [&] { server.status = "DOWN"; }, [&] { server.hasAgent = true; }, [&] { backend.algorithm = "static-rr"; },
            [&] { backend.algorithm = "first"; }, [&] { backend.algorithm = "uri"; }};
        changes.at(std::size_t(change))();
        const Findings findings = diagnosed(inventory);
        QVERIFY2(findings.size() == 1 && int(findings[0].verdict) == verdict, qPrintable(all(findings)));
        QVERIFY2(findings[0].found.contains(found) && findings[0].remedy.contains(remedy), qPrintable(all(findings)));
    }

    void aSilentEdgeIsExplainedByItsFileFirst_data()
    {
        QTest::addColumn<int>("change");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char *name, int change, const char *found, const char *remedy) {
            QTest::newRow(name) << change << QString::fromUtf8(found) << QString::fromUtf8(remedy);
        };
        row("missing", 0, "there is no file /run/haproxy/admin.sock", "start HAProxy");
        row("no socket", 1, "is no socket", "stats socket");
        row("group", 2, "ann may not open it: it belongs to haproxy, group haproxy", "sudo usermod -aG haproxy ann");
        row("owner only", 3, "ann may not open it", "mode 660");
        row("folder", 4, "ann may not enter the folder /run/haproxy", "let ann enter it");
        row("nobody listens", 5, "nobody listens at unix:/run/haproxy/admin.sock: Connection refused", "start HAProxy");
        row("hangs", 6, "gave no answer that can be read: no answer in time", "hangs");
    }

    void aSilentEdgeIsExplainedByItsFileFirst()
    {
        QFETCH(int, change);
        QFETCH(QString, found);
        QFETCH(QString, remedy);
        SocketFile file{.exists = true, .isSocket = true, .mayOpen = true, .owner = "haproxy", .group = "haproxy", .groupMayOpen = true};
        InventoryAnswer answer{.inventory = {}, .reached = false, .why = "Connection refused"};
        const std::vector<std::function<void()>> changes{[&] { file.exists = false; }, [&] { file.isSocket = false; }, [&] { file.mayOpen = false; },
                                                         [&] { file.mayOpen = file.groupMayOpen = false; }, [&] { file.closedFolder = "/run/haproxy"; },
                                                         [] {}, [&] { answer = {.inventory = {}, .reached = true, .why = "no answer in time"}; }};
        changes.at(std::size_t(change))();
        const Findings findings = diagnoseEndpoint(fleet().endpoints[0], fleet(), file, answer, "ann");
        QVERIFY2(findings.size() == 1 && findings[0].verdict == Verdict::wrong, qPrintable(all(findings)));
        QVERIFY2(findings[0].found.contains(found) && findings[0].remedy.contains(remedy), qPrintable(all(findings)));
    }

    void aProbesResultIsExplained_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("milliseconds");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, ProbeOutcome outcome, int status, int took, Verdict verdict, const char *told) {
            QTest::newRow(name) << int(outcome) << status << took << int(verdict) << QString::fromUtf8(told);
        };
        row("well", ProbeOutcome::passed, 200, 5, Verdict::well, "status 200");
        row("tcp", ProbeOutcome::passed, 0, 5, Verdict::well, "accepts connections");
        row("slow", ProbeOutcome::passed, 200, 1600, Verdict::doubtful, "it is slow");
        row("redirect", ProbeOutcome::passed, 301, 5, Verdict::doubtful, "redirects");
        row("refused redirect", ProbeOutcome::badStatus, 302, 5, Verdict::wrong, "name the page that it leads to");
        row("unknown caller", ProbeOutcome::badStatus, 401, 5, Verdict::wrong, "name a credential");
        row("not found", ProbeOutcome::badStatus, 404, 5, Verdict::wrong, "correct the path");
        row("broken", ProbeOutcome::badStatus, 503, 5, Verdict::wrong, "the service itself fails");
        row("body", ProbeOutcome::badBody, 200, 5, Verdict::wrong, "body_contains");
        row("closed", ProbeOutcome::refused, 0, 5, Verdict::wrong, "nobody listens at web.example:8443");
        row("silent", ProbeOutcome::timedOut, 0, 3000, Verdict::wrong, "no answer within 3 s");
        row("no name", ProbeOutcome::notResolved, 0, 5, Verdict::wrong, "has no address");
        row("no HTTP", ProbeOutcome::malformed, 0, 5, Verdict::wrong, "is no HTTP");
        row("not tried", ProbeOutcome::notRun, 0, 5, Verdict::doubtful, "could not be tried");
    }

    void aProbesResultIsExplained()
    {
        QFETCH(int, outcome);
        QFETCH(int, status);
        QFETCH(int, milliseconds);
        QFETCH(int, verdict);
        QFETCH(QString, told);
        const Check check{.id = CheckId("web-http@eu"), .target = "https://web.example:8443/health?x", .timeout = 3s};
        const Finding found = diagnoseCheck(check, {.outcome = ProbeOutcome(outcome), .took = std::chrono::milliseconds(milliseconds), .status = status, .detail = "why"});
        QVERIFY2(int(found.verdict) == verdict, qPrintable(all({found})));
        QVERIFY2((found.found + found.remedy).contains(told), qPrintable(all({found})));
        QCOMPARE(found.remedy.isEmpty(), found.verdict == Verdict::well);
        const Canary canary{.id = CanaryId("out"), .target = "https://web.example:8443/", .timeout = 3s};
        QVERIFY(diagnoseCanary(canary, {.outcome = ProbeOutcome(outcome), .status = status}).subject.contains(QStringLiteral("out")));
    }

    void aPageWithoutTheSeriesIsWrong()
    {
        Fleet made = fleet();
        made.breakers = {{.id = BreakerId("b@eu"), .source = MetricsId("app"), .totalSeries = "calls_total", .failedSeries = "failed_total"}};
        const MetricsSource source{.id = MetricsId("app"), .address = "http://127.0.0.1/metrics"};
        MetricsSeen seen{.source = source.id, .reached = true, .values = {{"calls_total", 1}, {"failed_total", 0}}};
        QVERIFY(diagnoseMetrics(source, made, seen).verdict == Verdict::well);
        seen.values.erase("failed_total");
        QVERIFY(diagnoseMetrics(source, made, seen).found.contains(QStringLiteral("no series failed_total")));
        seen = {.source = source.id, .detail = "Connection refused"};
        QVERIFY(diagnoseMetrics(source, made, seen).verdict == Verdict::wrong);
    }

    void theMachineIsLookedAtToo()
    {
        const QString folder = QStringLiteral("/data");
        const FolderState good{.exists = true, .mayWrite = true, .bytesFree = 10ULL << 30};
        const auto verdictOf = [&](auto change) {
            FolderState state = good;
            change(state);
            return diagnoseFolder(folder, state).verdict;
        };
        QVERIFY(verdictOf([](FolderState &) {}) == Verdict::well);
        QVERIFY(verdictOf([](FolderState &state) { state.exists = false; }) == Verdict::well);
        QVERIFY(verdictOf([](FolderState &state) { state.mayWrite = false; }) == Verdict::wrong);
        QVERIFY(verdictOf([](FolderState &state) { state.bytesFree = 1 << 20; }) == Verdict::wrong);
        QVERIFY(verdictOf([](FolderState &state) { state.bytesFree = 500 << 20; }) == Verdict::doubtful);
        QVERIFY(verdictOf([](FolderState &state) { state.isOpenToOthers = true; }) == Verdict::doubtful);
        QVERIFY(diagnoseClock(true, 10ms).verdict == Verdict::well);
        QVERIFY(diagnoseClock(false, 10ms).verdict == Verdict::doubtful && diagnoseClock(true, 5s).verdict == Verdict::doubtful);
    }
};

QTEST_GUILESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
