// SPDX-License-Identifier: GPL-3.0-or-later
// A plan under way: what it is, its steps over time, and the two things a person can always do to it.
//
// Like a train with its emergency brake in reach. The catch: Hold and Abort only ask; what they do is decided, and
// shown, elsewhere. Their window-wide chord belongs to the main window, so Hold here only shows it.
#pragma once

#include "views/widgets/card.h"
#include "views/widgets/lane_chart.h"

namespace siaga::views {

class ActionButton;

class PlanLanes : public Card
{
    Q_OBJECT

public:
    explicit PlanLanes(QWidget *parent = nullptr);

    void setFace(const LanesFace &face);

signals:
    void holdRequested();
    void abortRequested();

private:
    LaneChart *m_chart;
    ActionButton *m_hold;
    ActionButton *m_abort;
};

} // namespace siaga::views
