// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/plan_lanes.h"

#include "views/theme/style.h"
#include "views/widgets/action_button.h"

#include <QVBoxLayout>

namespace siaga::views {

PlanLanes::PlanLanes(QWidget *parent)
    : Card(tr("Plan"), parent)
    , m_chart(new LaneChart(this))
    , m_hold(new ActionButton(tr("Hold"), {}, this))
    , m_abort(new ActionButton(tr("Abort…"), {}, this))
{
    m_hold->setKeyShown(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_X));
    setEmphasis(*m_abort, Emphasis::danger);
    addToTitle(m_hold);
    addToTitle(m_abort);
    connect(m_hold, &QAbstractButton::clicked, this, &PlanLanes::holdRequested);
    connect(m_abort, &QAbstractButton::clicked, this, &PlanLanes::abortRequested);
    body()->addWidget(m_chart);
    body()->addStretch(1);
}

void PlanLanes::setFace(const LanesFace &face)
{
    setTitle(face.title);
    setSubtitle(face.subtitle);
    m_hold->disableBecause(face.whyNotHold);
    m_abort->disableBecause(face.whyNotAbort);
    m_chart->setFace(face);
}

} // namespace siaga::views

#include "moc_plan_lanes.cpp"
