// SPDX-License-Identifier: GPL-3.0-or-later
// One plan on page Now: its lanes, the way to look at it, and the way to approve it while it waits for that.
//
// Like a tray on the desk with a signature slip clipped to it. The catch: it belongs to one plan for good, so that
// no button ever acts on another plan than the one that was read.
#pragma once

#include "core/boards/plan_card.h"
#include "views/widgets/plan_lanes.h"

namespace siaga {
struct NowBoard;
}

namespace siaga::views {

class PlanLane : public PlanLanes
{
    Q_OBJECT

public:
    explicit PlanLane(PlanId plan, QWidget *parent = nullptr);

    void showCard(const PlanCard &card, const NowBoard &board);
    PlanId plan() const { return m_plan; }

signals:
    void selected();
    void reviewRequested();
    void resumeRequested();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const PlanId m_plan;
    ActionButton *m_review;
    ActionButton *m_resume;
};

} // namespace siaga::views
