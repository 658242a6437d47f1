// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/main_window/boards.h"

using namespace std::chrono_literals;

namespace siaga::boards {

namespace  {

const ServiceId web{"web"};
const ServiceId checkout{"checkout"};
const EndpointId lbUs{"lb-us"};
const EndpointId lbEu{"lb-eu"};
const Instant now{2h};
constexpr WallTime wall{1795400025000}; // 2026-11-23 02:13:45 UTC

RegionCard region(const RegionId &id, const char *title, double latitude, double longitude, int traffic)
{
    RegionCard card{.id = id, .title = title, .latitude = latitude, .longitude = longitude};
    card.state = RegionState::healthy;
    card.standing = Standing::healthy;
    card.lasted = 9h + 12min;
    card.since = {wall.milliseconds - 33'120'000};
    card.traffic = card.usual = Permille{traffic};
    card.share = ShareSeen{whole, whole};
    card.age = 3s;
    card.services = {web, checkout};
    card.evidence = {.checksUp = 2};
    for (const ServiceId &service : card.services)
        card.checks.push_back({.id = CheckId(service.text() + "-http@" + id.text()),
            .service = service,
            .state = CheckState::up,
            .outcome = ProbeOutcome::passed,
            .inARow = 400,
            .threshold = 3,
            .age = 3s});
    return card;
}

std::vector<RegionCard> regions()
{
    std::vector<RegionCard> cards{region(usEast, "N. Virginia", 38.9, -77.4, 340),
        region(usWest, "Oregon", 45.8, -119.7, 210), region(euWest, "Ireland", 53.3, -6.3, 270),
        region(apSoutheast, "Singapore", 1.3, 103.8, 180)};
    const int headroom[] = {410, 520, 440, 360};
    for (std::size_t i = 0; i < cards.size(); ++i) {
        cards[i].headroom = Permille{headroom[i]};
        for (const RegionCard &other : cards)
            if (other.id != cards[i].id)
                cards[i].takers.push_back(other.id);
    }
    return cards;
}

AlertRow alert(std::uint64_t id, AlertSubject subject, Severity severity, Duration lasted)
{
    AlertRow row{.id = AlertId(id), .subject = std::move(subject), .severity = severity};
    row.lasted = lasted;
    row.opened = {wall.milliseconds - std::chrono::duration_cast<std::chrono::milliseconds>(lasted).count()};
    return row;
}

RegionEvidence evidenceOfDown()
{
    return {.checksDown = 2, .agreeing = {ownVantage, VantageId{"lb-us"}, VantageId{"lb-eu"}}, .failed = Permille{840}};
}

void breakEast(NowBoard &board)
{
    RegionCard &east = board.regions[0];
    east.state = RegionState::down;
    east.standing = Standing::critical;
    east.lasted = 47s;
    east.since = {wall.milliseconds - 47'000};
    east.evidence = evidenceOfDown();
    east.alert = incidentAlert;
    east.headroom.reset();
    const ProbeOutcome outcomes[] = {ProbeOutcome::refused, ProbeOutcome::timedOut};
    for (std::size_t i = 0; i < east.checks.size(); ++i) {
        east.checks[i].state = CheckState::down;
        east.checks[i].outcome = outcomes[i];
        east.checks[i].inARow = 5;
        east.checks[i].age = 1s;
    }
    east.views = {{lbUs, web, ViewState::failed, Permille{840}, 1240}};
}

void addAlerts(NowBoard &board)
{
    AlertRow down = alert(17, {.kind = AlertSubject::Kind::region, .region = usEast}, Severity::critical, 47s);
    down.regionState = RegionState::down;
    down.evidence = evidenceOfDown();
    down.behind = 2;
    for (const auto &[id, check] : {std::pair(14, "web-http@us-east-1"), {13, "checkout-http@us-east-1"}})
        down.explained.push_back(alert(static_cast<std::uint64_t>(id),
            {.kind = AlertSubject::Kind::check, .region = usEast, .check = CheckId(check)}, Severity::critical, 40s));
    down.runbook = "https://example.org/runbooks/us-east-1";
    AlertRow drift = alert(15, {.kind = AlertSubject::Kind::drift, .region = euWest, .endpoint = lbEu, .service = web},
        Severity::warning, 6min + 4s);
    drift.drift = DriftCause::foreignWrite;
    drift.weightDecided = 100;
    drift.weightSeen = 80;
    AlertRow edge
        = alert(12, {.kind = AlertSubject::Kind::edge, .endpoint = EndpointId("lb-ap")}, Severity::warning, 22min);
    edge.acknowledgedBy = "rina";
    edge.detail = "connection timed out";
    AlertRow over
        = alert(11, {.kind = AlertSubject::Kind::check, .region = usWest, .check = CheckId("checkout-http@us-west-2")},
            Severity::critical, 2min + 10s);
    over.resolved = true;
    over.outcome = ProbeOutcome::badStatus;
    over.detail = "status 503";
    over.inARow = 3;
    over.threshold = 3;
    board.alerts = {down, drift, edge, over};
    board.alertCounts = {.warning = 2, .critical = 3, .unacknowledged = 4};
}

Step share(const EndpointId &edge, const ServiceId &service, int permille, std::vector<int> after)
{
    return {.action = SetRegionShare{edge, service, usEast, Permille{permille}},
        .after = std::move(after),
        .reach = Reach::bestEffort};
}

std::vector<StepRow> rows(const Plan &plan)
{
    std::vector<StepRow> shown;
    int before = 1000;
    for (const Step &step : plan.steps) {
        StepRow row{.number = static_cast<int>(shown.size()) + 1, .action = step.action};
        for (const int after : step.after)
            row.after.push_back(after + 1);
        row.bestEffort = step.reach == Reach::bestEffort;
        if (const auto *set = std::get_if<SetRegionShare>(&step.action)) {
            before = set->share.value == 500 ? 1000 : 500;
            row.before = Permille{before};
            if (before == 1000)
                row.beforeAge = 3s;
        }
        shown.push_back(std::move(row));
    }
    return shown;
}

void begin(StepRow &row, Duration from, std::optional<Duration> to)
{
    row.began = now - 40s + from;
    row.standing = to ? StepStanding::done : StepStanding::running;
    if (to)
        row.ended = now - 40s + *to;
}

} // namespace

std::shared_ptr<const NowBoard> shared(NowBoard board)
{
    return std::make_shared<const NowBoard>(std::move(board));
}

NowBoard quiet()
{
    NowBoard board{.mode = Mode::live, .fleet = "MerajutASA.id", .environment = "production", .wall = wall, .now = now};
    board.regions = regions();
    board.availability = {.ratio = 0.99982, .measured = 9h + 12min, .requests = 2'140'310, .failures = 385};
    board.headroom = {.now = Permille{430},
        .withoutWorst = Permille{210},
        .worst = usEast,
        .wanted = Permille{200},
        .service = checkout};
    board.plans = {.endedToday = 1};
    board.breakers = {.all = 45, .registered = 5, .worst = Standing::healthy};
    board.journalSeq = Seq(18231);
    board.age = 1s;
    board.anySeen = true;
    return board;
}

NowBoard incident()
{
    NowBoard board = quiet();
    breakEast(board);
    addAlerts(board);
    board.headroom = {.now = Permille{210},
        .withoutWorst = Permille{-60},
        .worst = euWest,
        .wanted = Permille{200},
        .service = checkout,
        .out = {usEast}};
    board.breakers = {.open = 1, .degraded = 1, .all = 45, .registered = 5, .worst = Standing::critical};
    board.incident = Incident{.alert = incidentAlert,
        .region = usEast,
        .state = RegionState::down,
        .standing = Standing::critical,
        .lasted = 47s};
    board.incident->since = board.regions[0].since;
    board.incident->recoveryTimeLeft = 4min + 13s;
    board.availability = {.ratio = 0.99741, .measured = 9h + 12min, .requests = 2'198'004, .failures = 5'693};
    return board;
}

PlanCard proposal(Permille headroomMin)
{
    Plan plan{.purpose = {.kind = PurposeKind::evacuate, .region = usEast}, .bounds = {.headroomMin = headroomMin}};
    plan.steps = {{.action = ConfirmReady{{usWest, euWest, apSoutheast}}}, share(lbUs, web, 500, {0}),
        share(lbEu, web, 500, {0}), share(lbUs, checkout, 500, {0}), share(lbUs, web, 0, {1, 2, 3}),
        share(lbEu, web, 0, {1, 2, 3}), share(lbUs, checkout, 0, {1, 2, 3}),
        {.action = ConfirmQuiet{web, usEast}, .after = {4, 5}},
        {.action = ConfirmQuiet{checkout, usEast}, .after = {6}}};
    PlanCard card {
        .id = evacuation, .purpose = plan.purpose, .rank = plan.rank, .hash = planHash(plan), .bounds = plan.bounds};
    card.lowered = {TooFewVantagePoints{1, 2}};
    card.proposed = now - 20s;
    card.expires = now + 14min + 40s;
    card.left = 14min + 40s;
    card.lasted = 20s;
    card.steps = rows(plan);
    card.canApprove = card.canAbort = true;
    return card;
}

NowBoard proposed()
{
    NowBoard board = incident();
    board.planCards = {proposal()};
    board.regions[0].plan = evacuation;
    board.incident->plan = evacuation;
    board.incident->steps = 9;
    board.incident->waitsForApproval = true;
    board.plans.waiting = 1;
    return board;
}

NowBoard evacuating()
{
    NowBoard board = proposed();
    PlanCard &card = board.planCards[0];
    card.standing = PlanStanding::running;
    card.approvedBy = ByPerson{"rina"};
    card.admitted = now - 40s;
    card.lasted = 40s;
    card.canApprove = false;
    card.canHold = true;
    begin(card.steps[0], 0s, 2s);
    begin(card.steps[1], 2s, 9s);
    begin(card.steps[2], 2s, 12s);
    begin(card.steps[3], 2s, 10s);
    begin(card.steps[4], 30s, 36s);
    begin(card.steps[5], 30s, std::nullopt);
    begin(card.steps[6], 30s, 37s);
    card.stepsEnded = 6;
    board.incident->waitsForApproval = false;
    board.incident->planStanding = PlanStanding::running;
    board.incident->step = 6;
    board.incident->owner = "rina";
    board.alerts[0].acknowledgedBy = "rina";
    board.alertCounts.unacknowledged = 3;
    board.plans = {.running = 1, .endedToday = 1};
    const int traffic[] = {70, 300, 380, 250};
    for (std::size_t i = 0; i < board.regions.size(); ++i)
        board.regions[i].traffic = Permille{traffic[i]};
    board.regions[0].share = ShareSeen{none, Permille{500}};
    return board;
}

NowBoard woken()
{
    NowBoard board = incident();
    board.sounds = true;
    AlertRow &down = board.alerts.front();
    down.notices = {{.channel = desktopChannel, .outcome = NoticeOutcome::delivered, .severity = Severity::critical,
                        .at = {wall.milliseconds - 46'000}, .detail = {}, .attempts = 1},
        {.channel = ChannelId("pager"), .outcome = NoticeOutcome::failed, .severity = Severity::critical,
            .at = {wall.milliseconds - 12'000}, .detail = "exit 1: no route to host", .attempts = 4, .tryingAgain = true}};
    down.escalatesIn = 4min + 13s;
    board.incident->escalatesIn = down.escalatesIn;
    AlertRow raised = alert(16, {.kind = AlertSubject::Kind::ownLink}, Severity::emergency, 9min);
    raised.canariesFailed = 2;
    raised.canaries = 2;
    raised.regionsFailed = 1;
    raised.regions = 4;
    raised.notices = {{.channel = desktopChannel, .outcome = NoticeOutcome::unavailable, .severity = Severity::emergency,
        .at = {wall.milliseconds - 200'000}, .detail = "no notification server on this desktop", .attempts = 5},
        {.channel = ChannelId("pager"), .outcome = NoticeOutcome::delivered, .severity = Severity::emergency,
            .at = {wall.milliseconds - 239'000}, .detail = {}, .attempts = 1}};
    board.alerts.insert(board.alerts.begin(), raised);
    ++board.alertCounts.emergency;
    return board;
}

NowBoard blind()
{
    NowBoard board{.mode = Mode::lab, .fleet = "lab", .environment = "lab", .wall = wall, .now = now};
    for (const RegionCard &seen : regions()) {
        RegionCard card{.id = seen.id, .title = seen.title, .latitude = seen.latitude, .longitude = seen.longitude};
        card.services = seen.services;
        card.takers = seen.takers;
        board.regions.push_back(std::move(card));
    }
    board.journalSeq = Seq(2);
    return board;
}

} // namespace siaga::boards
