// SPDX-License-Identifier: GPL-3.0-or-later
// The column at the right: the selected thing explains itself, and offers what can be done about it.
//
// Like the label beside an exhibit, with the handle to work it below. The catch: buttons keep their places and keys;
// one that cannot be pressed says why instead of disappearing.
#pragma once

#include "views/main_window/inspection.h"
#include "views/models/command_list.h"

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
    /// The button that does it, whether it is offered or not; nullptr for commands that are not of the selected thing.
    ActionButton *buttonOf(Command command) const;

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
    /// Everything that the journal holds about the selected thing.
    void historyRequested(const siaga::views::Selection &selection);
    void copyRequested(const QString &command);
    void copyJsonRequested();
    void copyLinkRequested();
    /// The charts of the page as tables.
    void tablesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeScroll();
    void makeButtons(QVBoxLayout &column);
    void makeCopies(QVBoxLayout &column);
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
    ActionButton *m_history;
    ActionButton *m_copy;
    ActionButton *m_copyJson;
    ActionButton *m_copyLink;
};

} // namespace siaga::views
