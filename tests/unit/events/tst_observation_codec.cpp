// SPDX-License-Identifier: GPL-3.0-or-later
// Every kind of observation comes back as it was sent, to the last nanosecond and the largest counter.
#include "core/events/archive.h"
#include "core/events/observation_codec.h"

#include <QTest>

#include <tuple>

using namespace siaga;

namespace {

// A new field is a new name in these bindings, or they do not compile.
auto fields(const ProbeResult &result)
{
    const auto &[outcome, took, status, detail, began, ended] = result;
    return std::tuple(outcome, took, status, detail, began, ended);
}
auto fields(const CheckSeen &seen)
{
    const auto &[check, result] = seen;
    return std::tuple(check, fields(result));
}
auto fields(const CanarySeen &seen)
{
    const auto &[canary, result] = seen;
    return std::tuple(canary, fields(result));
}
auto fields(const EdgeSeen &seen)
{
    const auto &[endpoint, reached, asked, began, ended, uptime, servers, detail] = seen;
    return std::tuple(endpoint, reached, asked, began, ended, uptime, servers, detail);
}
auto fields(const MetricsSeen &seen)
{
    const auto &[source, reached, asked, began, ended, values, breakers, detail] = seen;
    return std::tuple(source, reached, asked, began, ended, values, breakers, detail);
}
auto fields(const OwnBreakerSeen &seen)
{
    const auto &[breaker, from, to, rule, figures, openFor, admitted, ended] = seen;
    return std::tuple(breaker, from, to, rule, figures, openFor, admitted, ended);
}

bool same(const Observation &a, const Observation &b)
{
    return a.index() == b.index() && std::visit([&b]<class Seen>(const Seen &seen) { return fields(seen) == fields(std::get<Seen>(b)); }, a);
}

Instant at(std::int64_t nanoseconds)
{
    return Instant(Duration(nanoseconds));
}

constexpr std::int64_t late = 9'223'372'036'854'775'807; // The last instant there is.
constexpr std::uint64_t most = 18'446'744'073'709'551'615U;

const ProbeResult hostile{ProbeOutcome::badBody, Duration(1), 503, "line\nend \"quoted\" \\ \x01 \xC3\xA9 \xF0\x9F\x94\xA5", at(late - 1), at(late)};

Observation observationOf(int kind)
{
    switch (kind) {
    case 0:
        return CheckSeen{CheckId("c\"1"), hostile};
    case 1:
        return CanarySeen{CanaryId("dns"), {ProbeOutcome::notResolved, Duration(-1), 0, "", at(-5), at(0)}};
    case 2:
        return EdgeSeen{EndpointId("lb"), true, false, at(3), at(4), Duration(5),
                        {{{ServiceId("web"), RegionId("us")}, {ServerSeen::State::maint, 256, most, most - 1}},
                         {{ServiceId("web"), RegionId("eu")}, {ServerSeen::State::down, 0, 1, 2}}}, "why not"};
    case 3:
        return MetricsSeen{MetricsId("page"), true, false, at(6), at(7), {{"a{b=\"c\"}", 0.1}, {"b", -1e300}},
                           {{"charge", "resilience4j", BreakerState::halfOpen, 0.25, -1}, {"x", "envoy", BreakerState::disabled, -1, 1}}, "d"};
    default:
        return OwnBreakerSeen{BreakerId("edge:lb"), BreakerState::ramping, BreakerState::forcedOpen, BreakerRule::sequential,
                              {1, 2, 3, 4, 0.1, 9.5}, Duration(8), 250, at(9)};
    }
}

} // namespace

class TestObservationCodec : public QObject
{
    Q_OBJECT

private slots:
    void everyKindComesBackAsItWas_data()
    {
        QTest::addColumn<int>("kind");
        for (std::size_t kind = 0; kind < std::variant_size_v<Observation>; ++kind)
            QTest::addRow("%zu", kind) << static_cast<int>(kind);
    }

    void everyKindComesBackAsItWas()
    {
        QFETCH(int, kind);
        const Observation sent = observationOf(kind);
        QCOMPARE(sent.index(), static_cast<std::size_t>(kind)); // Each alternative has its row.
        const std::string bytes = encodeObservation(sent);
        QVERIFY(bytes.find('\n') == std::string::npos); // One line each.
        const auto read = decodeObservation(bytes);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY2(same(*read, sent), (bytes + "\n" + encodeObservation(*read)).c_str());
    }

    void whatIsMisheardIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"is\":\"check\",\"check\":\"c\"");
        QTest::newRow("no kind") << QByteArray("{\"check\":\"c\"}");
        QTest::newRow("unknown kind") << QByteArray("{\"is\":\"smell\"}");
        QTest::newRow("unknown word") << QByteArray(R"({"is":"check","result":{"outcome":"perhaps"}})");
        QTest::newRow("a number for a name") << QByteArray(R"({"is":"check","check":5})");
    }

    void whatIsMisheardIsAnError()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeObservation(bytes.toStdString()));
    }

    void figuresOfOwnTargetsComeBack()
    {
        const TargetFigures sent{BreakerId("probe:a:1"), BreakerState::open, {1, 2, 3, 4, 5.5, 6.5}, Duration(7), 8, 9, 10, 11, 12, 13, Duration(14), most, most - 1, 15};
        const auto read = fromJson<TargetFigures>(toJson(sent));
        QVERIFY(read);
        QVERIFY(*read == sent);
    }
};

QTEST_GUILESS_MAIN(TestObservationCodec)
#include "tst_observation_codec.moc"
