// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/gallery_scenes.h"

#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/alert_feed.h"
#include "views/widgets/banner.h"
#include "views/widgets/code_block.h"
#include "views/widgets/incident_line.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/navigation_rail.h"
#include "views/widgets/plan_lanes.h"
#include "views/widgets/plan_preview.h"
#include "views/widgets/region_map.h"
#include "views/widgets/status_pill.h"
#include "views/widgets/tile.h"
#include "views/widgets/type_to_confirm.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace siaga::views::gallery {

namespace {

NavigationRail *rail(bool calm)
{
    auto *rail = new NavigationRail({{1, u"Now"_s, Icon::globe}, {2, u"Deploy"_s, Icon::rocket},
        {3, u"Recover"_s, Icon::history}, {4, u"Scale"_s, Icon::chartColumn}, {5, u"Protect"_s, Icon::shield},
        {6, u"Health"_s, Icon::heartPulse}, {7, u"Drills"_s, Icon::flag}, {8, u"Audit"_s, Icon::fileText}});
    rail->setCurrent(1);
    if (!calm) {
        rail->setWorst(1, Status::emergency);
        rail->setWorst(6, Status::critical);
        rail->setWorst(5, Status::warning);
    }
    return rail;
}

QWidget *tiles(const std::vector<TileFace> &faces)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const TileFace &face : faces) {
        auto *tile = new Tile(row);
        tile->setFace(face);
        layout->addWidget(tile, 1);
    }
    return row;
}

std::vector<double> wave(int count, double height)
{
    std::vector<double> values;
    for (int at = 0; at < count; ++at) {
        values.push_back(height * ((at * 37) % 11) + at % 5 + (at > count * 8 / 10 ? at : 0));
    }
    return values;
}

std::vector<AlertItem> alerts()
{
    const AlertItem behind{.id = u"1a"_s,
        .status = Status::critical,
        .title = u"checkout in us-east-1 is down"_s,
        .detail = u"connection refused"_s,
        .age = u"41 s"_s};
    return {{.id = u"1"_s,
                .status = Status::emergency,
                .title = u"us-east-1 is not answering"_s,
                .detail = u"web, orders-db · 3 of 3 observers"_s,
                .age = u"47 s"_s,
                .note = u"02:13:01 UTC"_s,
                .told = u"delivered 02:13:02 UTC to desktop; hook pager failed: exit 1, trying again"_s,
                .untold = true,
                .behind = 11,
                .children = {behind}},
        {.id = u"2"_s,
            .status = Status::critical,
            .title = u"orders-db promoted in us-west-2"_s,
            .detail = u"4 min 10 s of writes not there, kept for salvage"_s,
            .age = u"12 s"_s,
            .told = u"delivered 02:13:36 UTC to desktop"_s,
            .escalation = u"emergency in 4 min 12 s"_s},
        {.id = u"3"_s, .title = u"payment-gateway degraded"_s, .detail = u"9 % errors, shedding 5 %"_s, .age = u"3 min"_s},
        {.id = u"4"_s,
            .title = u"Balancer eu-west-1 answers slowly"_s,
            .detail = u"p95 1 840 ms, limit 800 ms; asked every 5 s from three places"_s,
            .age = u"11 min"_s,
            .note = u"acknowledged by Rina"_s,
            .acknowledged = true},
        {.id = u"5"_s,
            .status = Status::unknown,
            .title = u"No word from ap-southeast-1 / search"_s,
            .detail = u"last seen 00:58:12 UTC"_s,
            .age = u"1 h 15 min"_s},
        {.id = u"6"_s,
            .title = u"checkout latency back to normal"_s,
            .detail = u"p95 212 ms"_s,
            .age = u"14 min"_s,
            .over = true}};
}

std::vector<RegionMark> regions()
{
    return {{u"us-west-2"_s, u"us-west-2"_s, 45.8, -119.7, Status::healthy, {}, 410, u"41 % of traffic, rising"_s},
        {u"us-east-1"_s, u"us-east-1"_s, 38.9, -77.4, Status::critical, u"down · 47 s"_s, 140,
            u"14 % of traffic, falling"_s},
        {u"eu-west-1"_s, u"eu-west-1"_s, 53.3, -6.3, Status::warning, u"degraded · 2 min"_s, 270, u"27 % of traffic"_s},
        {u"ap-southeast-1"_s, u"ap-southeast-1"_s, 1.35, 103.8, Status::unknown, u"not seen for 31 s"_s, 180,
            u"18 % of traffic"_s}};
}

LanesFace lanes()
{
    using enum LaneState;
    return {.title = u"Evacuate us-east-1"_s,
        .subtitle = u"plan 7f3a·c91e · approved by two people · step 7 of 9 · 43 s"_s,
        .steps = {{u"Check targets"_s, done, 0, 3000}, {u"Warm us-west-2"_s, done, 3000, 12000},
            {u"Warm eu-west-1"_s, done, 3000, 10000}, {u"Fence orders-db"_s, done, 12000, 16000},
            {u"Promote in us-west-2"_s, done, 16000, 22000, u"2 s late"_s}, {u"Share 34 → 14 %"_s, done, 22000, 30000},
            {u"Share 14 → 0 %"_s, running, 30000, 48000}, {u"Update DNS"_s, planned, 48000, 52000},
            {u"Verify from outside"_s, planned, 52000, 58000}},
        .nowMs = 43000,
        .nowText = u"now · RTO 4 min 13 s left"_s,
        .noReturnMs = 16000};
}

QVBoxLayout *framed(QWidget *page, bool calm, QWidget *&inner)
{
    auto *outer = new QHBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(rail(calm));
    inner = new QWidget(page);
    outer->addWidget(inner, 1);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    return column;
}

QWidget *mapCard(const std::vector<RegionMark> &marks, const std::vector<TrafficMove> &moves, const QString &selected)
{
    auto *card = new Card;
    auto *map = new RegionMap(card);
    map->setRegions(marks, moves);
    map->setSelected(selected);
    card->body()->addWidget(map, 1);
    return card;
}

} // namespace

QWidget *incidentScene()
{
    auto *page = new QWidget;
    QWidget *inner = nullptr;
    QVBoxLayout *column = framed(page, false, inner);
    auto *incident = new IncidentLine(inner);
    incident->setFace({Status::emergency, u"us-east-1 down"_s, u"since 02:12:58 UTC · 47 s"_s, {},
        u"evacuating, step 7 of 9"_s, u"4 min 13 s"_s, u"verify from outside"_s});
    column->addWidget(incident);
    column->addWidget(tiles(
        {{u"Availability, 30 days"_s, u"99.982"_s, u"%"_s, u"objective 99.95 %"_s, Status::healthy, {}, wave(120, 0.2)},
            {u"RPO now"_s, u"4 min 10 s"_s, {}, u"target 15 min · orders-db"_s, Status::healthy, 0.28},
            {u"RTO, last proven"_s, u"2 min 41 s"_s, {}, u"target 5 min · 12 d ago"_s, Status::healthy, 0.54},
            {u"Headroom"_s, u"8"_s, u"%"_s, u"us-east-1 out · 31 % before"_s, Status::warning, 0.08},
            {u"Alerts"_s, u"5"_s, u"open"_s, u"1 not acknowledged"_s, Status::critical},
            {u"Cost rate"_s, u"−41"_s, u"%"_s, u"of static peak · $ 182/h"_s, Status::healthy, {}, wave(40, 1), true,
                u"47 s old"_s}}));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(mapCard(regions(), {{u"us-east-1"_s, u"us-west-2"_s}, {u"us-east-1"_s, u"eu-west-1"_s}}, u"us-east-1"_s), 2);
    auto *feed = new AlertFeed(inner);
    feed->setAlerts(alerts());
    middle->addWidget(feed, 1);
    column->addLayout(middle, 1);
    auto *plan = new PlanLanes(inner);
    plan->setFace(lanes());
    column->addWidget(plan);
    return new ModeFrame(page, Mode::live);
}

QWidget *calmScene()
{
    auto *page = new QWidget;
    QWidget *inner = nullptr;
    QVBoxLayout *column = framed(page, true, inner);
    column->addWidget(tiles({{u"Availability"_s, u"—"_s, {}, u"nothing measured yet"_s, Status::unknown},
        {u"Headroom"_s, u"44"_s, u"%"_s, u"21 % without eu-west-1"_s, Status::healthy, 0.44},
        {u"Alerts"_s, u"0"_s, u"open"_s, u"none since 09:14 UTC"_s}, {u"Plans"_s, u"0"_s, u"running"_s, u"2 ended today"_s}}));
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(mapCard({{u"a"_s, u"lab-jakarta"_s, -6.2, 106.8, Status::healthy, {}, 250, u"25 % of traffic"_s},
                                  {u"b"_s, u"lab-singapore"_s, 1.35, 103.8, Status::healthy, {}, 400, u"40 % of traffic"_s},
                                  {u"c"_s, u"lab-surabaya"_s, -7.25, 112.75, Status::healthy, {}, 200, u"20 % of traffic"_s},
                                  {u"d"_s, u"lab-sydney"_s, -33.9, 151.2, Status::healthy, {}, 150, u"15 % of traffic"_s}},
                          {}, {}), 2);
    middle->addWidget(new AlertFeed(inner), 1);
    column->addLayout(middle, 1);
    column->addWidget(mapCard({}, {}, {}), 1);
    return new ModeFrame(page, Mode::lab);
}

namespace {

QLayout *smallThings(QWidget *page)
{
    auto *row = new QHBoxLayout;
    row->addWidget(new CodeBlock({u"breakers:"_s, u"  payment-service: {service: payments}"_s}, page), 1);
    for (const QString &text : {u"15 min"_s, u"1 h"_s, u"4 h"_s}) {
        auto *choice = new QRadioButton(text, page);
        choice->setChecked(text == u"1 h"_s);
        row->addWidget(choice);
    }
    return row;
}

} // namespace

QWidget *sheetScene()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    auto *banners = new BannerStack(page);
    banners->setBanners({{u"j"_s, Status::emergency, u"The journal cannot be written: no space left on device. Nothing new is started."_s, u"Show"_s},
        {u"p"_s, Status::warning, u"haproxy-eu is spoken to in the clear (plaintextAccepted)."_s, {}},
        {u"h"_s, Status::critical, u"<img src=x> and \u202Eright to left\u202C are shown as they are."_s, u"Why?"_s}});
    column->addWidget(banners);
    auto *badges = new QHBoxLayout;
    for (const Mode mode : modes) {
        badges->addWidget(new ModeBadge(mode, page));
    }
    for (const Status status : statuses) {
        badges->addWidget(new StatusPill(status, {}, page));
    }
    badges->addWidget(new StatusPill(Status::critical, u"critical since 02:12:58 · 47 s"_s, page));
    badges->addStretch(1);
    column->addLayout(badges);
    auto *frames = new QHBoxLayout;
    for (const Mode mode : modes) {
        auto *inside = new PlainLabel(u"a window in %1"_s.arg(word(mode)), Type::body, Tone::muted);
        inside->setAlignment(Qt::AlignCenter);
        auto *frame = new ModeFrame(inside, mode, page);
        frame->setMinimumHeight(48);
        frames->addWidget(frame, 1);
    }
    column->addLayout(frames);
    column->addLayout(smallThings(page));
    auto *buttons = new QHBoxLayout;
    auto *primary = new ActionButton(u"Acknowledge"_s, QKeySequence(Qt::Key_A), page);
    setEmphasis(*primary, Emphasis::primary);
    auto *danger = new ActionButton(u"Abort…"_s, {}, page);
    setEmphasis(*danger, Emphasis::danger);
    danger->setDown(true);
    auto *disabled = new ActionButton(u"Fail over…"_s, {}, page);
    disabled->disableBecause(u"ap-southeast-1 was not seen for 31 s"_s);
    for (QWidget *button : {primary, new ActionButton(u"Open runbook"_s, QKeySequence(Qt::Key_R), page), danger, disabled}) {
        buttons->addWidget(button);
    }
    buttons->addWidget(new TypeToConfirm(u"LIVE us-east-1"_s, page), 1);
    auto *typed = new TypeToConfirm(u"LIVE us-east-1"_s, page);
    typed->setText(u"LIVE us-east-1"_s);
    buttons->addWidget(typed, 1);
    column->addLayout(buttons);
    column->addWidget(tiles({{u"Healthy"_s, u"1 111.11"_s, u"ms"_s, u"p95 of web"_s, Status::healthy, {}, wave(400, 2)},
        {u"Unknown"_s, u"—"_s, {}, u"never seen"_s, Status::unknown},
        {u"Emergency"_s, u"0"_s, u"of 4 regions"_s, u"nothing serves"_s, Status::emergency, 0.0},
        {u"A caption that is much too long for its tile"_s, u"123 456 789 012"_s, u"requests"_s, u"a detail that is too long as well, and goes on"_s, Status::warning, 1.4}}));
    auto *bars = new PlanLanes(page);
    LanesFace face = lanes();
    int at = 0;
    for (LaneStep &step : face.steps) {
        step.state = laneStates[static_cast<std::size_t>(at++) % laneStates.size()];
    }
    face.noReturnMs = 40000;
    face.whyNotHold = u"already held"_s;
    bars->setFace(face);
    column->addWidget(bars);
    column->addStretch(1);
    return page;
}

QWidget *confirmScene()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->addWidget(new ModeBadge(Mode::live, page));
    head->addWidget(new PlainLabel(u"Leave us-east-1?"_s, Type::title, Tone::text, QFont::DemiBold, page), 1);
    column->addLayout(head);
    auto *preview = new PlanPreview(page);
    preview->setFace({.title = u"Evacuate us-east-1"_s, .purpose = u"us-east-1 is down, alert 17"_s,
        .steps = {{u"Check what takes over"_s, {}, u"ready"_s, u"headroom of eu-west-1 at least 20 %"_s, u"hold"_s},
            {u"Share of us-east-1 in web"_s, u"34 % (3 s ago)"_s, u"14 %"_s, u"us-west-2 healthy"_s, u"put back to 34 %"_s},
            {u"Fence orders-db"_s, u"open"_s, u"read-only"_s, u"lose at most 5 min"_s, {}, true},
            {u"Share of us-east-1 in web"_s, u"14 %"_s, u"0 %"_s, u"us-west-2 healthy"_s, u"hold"_s}},
        .notReady = {u"ap-southeast-1 was not seen for 31 s; it takes nothing over"_s}, .hash = u"7f3a c91e 02bd 55a0"_s});
    column->addWidget(preview);
    auto *foot = new QHBoxLayout;
    foot->addWidget(new TypeToConfirm(u"LIVE us-east-1"_s, page), 1);
    auto *confirm = new ActionButton(u"Run this plan"_s, {}, page);
    setEmphasis(*confirm, Emphasis::danger);
    foot->addWidget(new ActionButton(u"Cancel"_s, QKeySequence(Qt::Key_Escape), page));
    foot->addWidget(confirm);
    column->addLayout(foot);
    column->addStretch(1);
    return new ModeFrame(page, Mode::replay);
}

QWidget *crowdScene()
{
    auto *feed = new AlertFeed;
    std::vector<AlertItem> many;
    for (int number = 0; number < 1000; ++number) {
        AlertItem item = alerts()[static_cast<std::size_t>(number % 6)];
        item.id = QString::number(number);
        item.title += u" ("_s + item.id + u")"_s;
        many.push_back(item);
    }
    feed->setAlerts(std::move(many));
    return feed;
}

std::vector<Scene> scenes()
{
    return {{u"incident"_s, incidentScene}, {u"calm"_s, calmScene}, {u"sheet"_s, sheetScene}, {u"confirm"_s, confirmScene},
        {u"crowd"_s, crowdScene}};
}

} // namespace siaga::views::gallery
