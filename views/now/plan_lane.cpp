// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/now/plan_lane.h"

#include "views/models/plan_faces.h"
#include "views/models/standing.h"
#include "views/theme/marks.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"

#include <QFocusEvent>
#include <QPainter>

namespace siaga::views {

PlanLane::PlanLane(PlanId plan, QWidget *parent)
    : PlanLanes(parent)
    , m_plan(plan)
    , m_review(new ActionButton(tr("Review and approve…"), {}, this))
    , m_resume(new ActionButton(tr("Resume"), {}, this))
{
    setFocusPolicy(Qt::StrongFocus);
    setEmphasis(*m_review, Emphasis::primary);
    addToTitle(m_resume);
    addToTitle(m_review);
    connect(m_review, &QAbstractButton::clicked, this, &PlanLane::reviewRequested);
    connect(m_resume, &QAbstractButton::clicked, this, &PlanLane::resumeRequested);
}

void PlanLane::showCard(const PlanCard &card, const NowBoard &board)
{
    const LanesFace face = lanesFace(card, board);
    setFace(face);
    setAccessibleName(tr("%1, %2", "title of a plan, where it stands").arg(face.title, face.subtitle));
    m_review->setVisible(card.standing == PlanStanding::proposed);
    m_review->disableBecause(whyReadOnly(board));
    m_resume->setVisible(card.canResume);
    m_resume->disableBecause(whyNotStart(board));
}

void PlanLane::mousePressEvent(QMouseEvent *event)
{
    emit selected();
    PlanLanes::mousePressEvent(event);
}

void PlanLane::focusInEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        emit selected();
    PlanLanes::focusInEvent(event);
}

void PlanLane::paintEvent(QPaintEvent *event)
{
    PlanLanes::paintEvent(event);
    if (hasFocus()) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paintFocusRing(painter, rect(), cardRadius, Theme::of(this).tokens());
    }
}

} // namespace siaga::views

#include "moc_plan_lane.cpp"
