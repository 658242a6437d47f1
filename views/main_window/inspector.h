// SPDX-License-Identifier: GPL-3.0-or-later
// The column at the right: the selected thing explains itself, and offers what can be done about it.
//
// Like the label beside an exhibit, with the handle to work it below. The catch: buttons keep their places and keys;
// one that cannot be pressed says why instead of disappearing.
#pragma once

#include "views/main_window/inspection.h"

#include <QWidget>

class QVBoxLayout;

namespace siaga::views {

class ActionButton;
class PlainLabel;
class Section;
class StatusPill;

class Inspector : public QWidget
{
    Q_OBJECT

public:
    explicit Inspector(QWidget *parent = nullptr);

    void setFace(const Inspection &face);
    const Inspection &face() const { return m_face; }
    /// Puts the keyboard on the first thing that can be done.
    void focusActions();

signals:
    void acknowledgeRequested(siaga::AlertId alert);
    void evacuateRequested(siaga::RegionId region);
    void restoreRequested(siaga::RegionId region);
    void reviewRequested(siaga::PlanId plan);
    void holdRequested(siaga::PlanId plan);
    void resumeRequested(siaga::PlanId plan);
    void abortRequested(siaga::PlanId plan);
    void forceOpenRequested(siaga::BreakerId breaker);
    void disableRequested(siaga::BreakerId breaker);
    void resetRequested(siaga::BreakerId breaker);
    void runbookRequested(const QString &link);
    void copyRequested(const QString &command);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeScroll();
    void makeButtons(QVBoxLayout &column);
    void connectPlanButtons();
    void connectBreakerButtons();
    void showSections();
    void showButtons();

    Inspection m_face;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    StatusPill *m_state;
    QVBoxLayout *m_sectionsColumn = nullptr;
    std::vector<Section *> m_sections;
    ActionButton *m_acknowledge;
    ActionButton *m_review;
    ActionButton *m_evacuate;
    ActionButton *m_restore;
    ActionButton *m_hold;
    ActionButton *m_resume;
    ActionButton *m_abort;
    ActionButton *m_forceOpen;
    ActionButton *m_disable;
    ActionButton *m_reset;
    ActionButton *m_runbook;
    ActionButton *m_copy;
};

} // namespace siaga::views
