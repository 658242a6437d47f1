// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/now_page.h"

#include "core/words/board_words.h"
#include "views/models/standing.h"
#include "views/now/now_faces.h"
#include "views/now/plan_lane.h"
#include "views/widgets/alert_feed.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace siaga::views {

namespace  {

constexpr int gap = 12;
constexpr int protectNumber = 5; // The key of the page that explains breakers.
constexpr int plansHeightMin = 112;
constexpr Duration endedShown = std::chrono::minutes(10); // How long a plan that ended stays in sight.

bool isListed(const PlanCard &card, Instant now)
{
    const bool moved = card.standing == PlanStanding::done || card.standing == PlanStanding::failed
        || card.standing == PlanStanding::aborted;
    return !card.ended || (moved && now - *card.ended < endedShown);
}

AlertId alertOf(const QString &id)
{
    return AlertId(id.toULongLong());
}

} // namespace

NowPage::NowPage(QWidget *parent)
    : QWidget(parent)
    , m_incident(new IncidentLine(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(gap);
    column->addWidget(m_incident);
    column->addWidget(makeTiles());
    column->addWidget(makeMiddle(), 1);
    column->addWidget(
        makePlans(), 1000); // As much as they need; map and alerts get the rest, never less than their least.
    m_incident->hide();
    connect(m_incident, &QAbstractButton::clicked, this, [this] {
        if (m_board && m_board->incident)
            emit selected(m_board->incident->region);
    });
}

QWidget *NowPage::makeTiles()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    for (Tile **tile : {&m_availability, &m_headroom, &m_alerts, &m_plans, &m_breakers}) {
        *tile = new Tile(row);
        layout->addWidget(*tile, 1);
    }
    connect(m_headroom, &QAbstractButton::clicked, this, [this] {
        if (m_board && !m_board->headroom.worst.empty())
            emit selected(m_board->headroom.worst);
    });
    connect(m_alerts, &QAbstractButton::clicked, this, [this] {
        if (m_board && !m_board->alerts.empty())
            emit selected(m_board->alerts.front().id);
    });
    connect(m_availability, &QAbstractButton::clicked, this, [this] { emit selected({}); });
    connect(m_plans, &QAbstractButton::clicked, this, &NowPage::selectPlan);
    connect(m_breakers, &QAbstractButton::clicked, this, [this] { emit pageWanted(protectNumber); });
    return row;
}

QWidget *NowPage::makeMiddle()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    auto *mapCard = new Card({}, row);
    mapCard->setAccessibleName(tr("Where"));
    m_map = new RegionMap(mapCard);
    mapCard->body()->addWidget(m_map, 1);
    m_feed = new AlertFeed(row);
    layout->addWidget(mapCard, 5);
    layout->addWidget(m_feed, 3);
    connect(m_map, &RegionMap::regionSelected, this,
        [this](const QString &id) { emit selected(RegionId(id.toStdString())); });
    connect(m_map, &RegionMap::regionActivated, this,
        [this](const QString &id) { emit regionActivated(RegionId(id.toStdString())); });
    connect(m_feed, &AlertFeed::alertSelected, this, [this](const QString &id) { emit selected(alertOf(id)); });
    connect(m_feed, &AlertFeed::alertActivated, this, [this](const QString &id) { activateAlert(alertOf(id)); });
    connect(m_feed, &AlertFeed::acknowledgeRequested, this,
        [this](const QString &id) { emit acknowledgeRequested(alertOf(id)); });
    return row;
}

QWidget *NowPage::makePlans()
{
    m_plansScroll = new QScrollArea(this);
    m_plansScroll->setFrameShape(QFrame::NoFrame);
    m_plansScroll->setWidgetResizable(true);
    m_plansScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plansScroll->setFocusPolicy(Qt::NoFocus);
    m_plansScroll->setMinimumHeight(plansHeightMin);
    auto *inside = new QWidget(m_plansScroll);
    m_lanesColumn = new QVBoxLayout(inside);
    m_lanesColumn->setContentsMargins(0, 0, 0, 0);
    m_lanesColumn->setSpacing(gap);
    m_noPlans = new Card(tr("Plans"), inside);
    m_noPlans->setNote(tr("none runs"));
    auto *hint = new PlainLabel(
        tr("What Siaga does appears here step by step, with the time each step took. Select a region and press E "
           "to take it out of traffic; you read the plan before anything happens."),
        Type::body, Tone::muted, QFont::Normal, m_noPlans);
    hint->setWordWrap(true);
    hint->setContentsMargins(2 * grid, gap, 2 * grid, 2 * grid);
    m_noPlans->body()->addWidget(hint);
    m_noPlans->body()->addStretch(1);
    m_lanesColumn->addWidget(m_noPlans, 1);
    m_plansScroll->setWidget(inside);
    inside->installEventFilter(this); // It tells when its lanes want another height.
    return m_plansScroll;
}

void NowPage::sharePlace()
{
    m_plansScroll->setMaximumHeight(std::max(plansHeightMin, m_plansScroll->widget()->sizeHint().height()));
}

bool NowPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        sharePlace();
    return QWidget::eventFilter(watched, event);
}

void NowPage::showBoard(const std::shared_ptr<const NowBoard> &board)
{
    m_board = board;
    m_incident->setVisible(board->incident.has_value());
    if (board->incident)
        m_incident->setFace(incidentFace(*board->incident, m_zone));
    showTiles();
    m_map->setRegions(regionMarks(*board), trafficMoves(*board));
    m_feed->setEmptyText(board->anySeen || board->mode == siaga::Mode::replay ? tr("Nothing is wrong") : tr("No check has answered yet"),
        tr("What a check finds wrong appears here, worst first."));
    m_feed->setAlerts(alertItems(*board, m_zone));
    m_feed->setUnlisted(board->alertsUnlisted);
    showPlans();
}

void NowPage::showTiles()
{
    const bool past = m_board->mode == siaga::Mode::replay;
    const bool known = past || m_board->anySeen;
    m_availability->setFace(availabilityFace(m_board->availability, past));
    m_headroom->setFace(headroomFace(m_board->headroom, past));
    m_alerts->setFace(alertsFace(m_board->alertCounts, known));
    m_plans->setFace(plansFace(m_board->plans));
    m_breakers->setFace(breakersFace(m_board->breakers, known, past));
}

void NowPage::setZone(words::Zone zone)
{
    m_zone = zone;
    if (m_board)
        showBoard(m_board);
}

void NowPage::setSelection(const Selection &selection)
{
    const auto *region = std::get_if<RegionId>(&selection);
    m_map->setSelected(region ? words::text(*region) : QString());
}

PlanLane *NowPage::makeLane(PlanId plan)
{
    auto *lane = new PlanLane(plan, m_noPlans->parentWidget());
    connect(lane, &PlanLane::selected, this, [this, plan] { emit selected(plan); });
    connect(lane, &PlanLane::reviewRequested, this, [this, plan] { emit reviewRequested(plan); });
    connect(lane, &PlanLane::resumeRequested, this, [this, plan] { emit resumeRequested(plan); });
    connect(lane, &PlanLanes::holdRequested, this, [this, plan] { emit holdRequested(plan); });
    connect(lane, &PlanLanes::abortRequested, this, [this, plan] { emit abortRequested(plan); });
    return lane;
}

void NowPage::showPlans()
{
    std::erase_if(m_lanes, [this](PlanLane *lane) {
        const PlanCard *card = planIn(*m_board, lane->plan());
        const bool gone = !card || !isListed(*card, m_board->now);
        if (gone) {
            lane->hide();
            lane->deleteLater();
        }
        return gone;
    });
    // A new plan comes in on top, but never pushes a button away from under the pointer.
    const bool held = m_noPlans->parentWidget()->underMouse();
    for (auto card = m_board->planCards.rbegin(); card != m_board->planCards.rend(); ++card) {
        if (!isListed(*card, m_board->now))
            continue;
        auto lane = std::ranges::find(m_lanes, card->id, &PlanLane::plan);
        if (lane == m_lanes.end()) {
            lane = m_lanes.insert(held ? m_lanes.end() : m_lanes.begin(), makeLane(card->id));
            m_lanesColumn->insertWidget(held ? -1 : 0, *lane);
            (*lane)->setVisible(true); // At once: the place for plans is measured below.
        }
        (*lane)->showCard(*card, *m_board);
        (*lane)->layout()->activate(); // Measured anew at once: it may have other steps than before.
    }
    m_noPlans->setVisible(m_lanes.empty());
    sharePlace();
    orderTabs();
}

/// Lanes come and go, and what is made last would be reached last, after the inspector.
void NowPage::orderTabs()
{
    QWidget *last = m_feed->lastInTabs();
    for (PlanLane *lane : m_lanes) {
        QWidgetList stops{lane};
        for (QWidget *part : lane->findChildren<QWidget *>())
            if (part->focusPolicy() & Qt::TabFocus)
                stops << part;
        for (QWidget *stop : stops) {
            if (last->nextInFocusChain() != stop)
                setTabOrder(last, stop);
            last = stop;
        }
    }
}

void NowPage::activateAlert(AlertId alert)
{
    const AlertRow *row = m_board ? alertIn(*m_board, alert) : nullptr;
    if (row && row->subject.kind == AlertSubject::Kind::breaker)
        emit breakerActivated(row->subject.breaker);
    else
        emit selected(alert);
}

void NowPage::selectPlan()
{
    if (!m_lanes.empty())
        emit selected(m_lanes.front()->plan());
}

} // namespace siaga::views

#include "moc_now_page.cpp"
