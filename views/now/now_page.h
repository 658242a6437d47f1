// SPDX-License-Identifier: GPL-3.0-or-later
// Page Now: is it bad, where, since when, what is being done about it, and what can I do.
//
// Like the front page of a newspaper that is reset ten times a second. The catch: it keeps nothing but the last board
// and what is selected; whatever a person asks for leaves as a signal and comes back as another board.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/models/selection.h"

#include <QWidget>

#include <memory>
#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace siaga::views {

class AlertFeed;
class Card;
class IncidentLine;
class PlanLane;
class RegionMap;
class Tile;

class NowPage : public QWidget
{
    Q_OBJECT

public:
    explicit NowPage(QWidget *parent = nullptr);

    void showBoard(const std::shared_ptr<const NowBoard> &board);
    /// All times of the page in this zone.
    void setZone(words::Zone zone);
    /// Marks what is selected; emits nothing.
    void setSelection(const Selection &selection);

signals:
    void selected(const siaga::views::Selection &selection);
    /// Enter or a double click on a region: leads to taking it out of traffic.
    void regionActivated(const siaga::RegionId &region);
    void acknowledgeRequested(siaga::AlertId alert);
    void holdRequested(siaga::PlanId plan);
    void resumeRequested(siaga::PlanId plan);
    void abortRequested(siaga::PlanId plan);
    void reviewRequested(siaga::PlanId plan);
    /// Another page explains it.
    void pageWanted(int number);
    /// Enter or a double click on a breaker's alert.
    void breakerActivated(const siaga::BreakerId &breaker);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeTiles();
    QWidget *makeMiddle();
    QWidget *makePlans();
    PlanLane *makeLane(PlanId plan);
    void showTiles();
    void showPlans();
    void orderTabs();
    void selectPlan();
    void activateAlert(AlertId alert);
    /// Plans get no more height than they need.
    void sharePlace();

    std::shared_ptr<const NowBoard> m_board;
    words::Zone m_zone = words::Zone::utc;
    IncidentLine *m_incident;
    Tile *m_availability;
    Tile *m_headroom;
    Tile *m_alerts;
    Tile *m_plans;
    Tile *m_breakers;
    RegionMap *m_map;
    AlertFeed *m_feed;
    QScrollArea *m_plansScroll;
    Card *m_noPlans;
    QVBoxLayout *m_lanesColumn;
    std::vector<PlanLane *> m_lanes; ///< From top to bottom.
};

} // namespace siaga::views
