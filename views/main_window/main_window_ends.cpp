// SPDX-License-Identifier: GPL-3.0-or-later
// How the window's life may end: core that cannot start, and closing while plans run.
#include "views/main_window/main_window.h"

#include "core/words/plan_words.h"
#include "views/dialogs/question.h"
#include "views/main_window/header.h"
#include "views/main_window/inspector.h"
#include "views/main_window/start_failure.h"
#include "views/main_window/status_bar.h"
#include "views/widgets/navigation_rail.h"

#include <QCloseEvent>
#include <QStackedWidget>

namespace siaga::views {

namespace {

bool isUnderWay(const PlanCard &card)
{
    return card.standing == PlanStanding::running || card.standing == PlanStanding::waiting
        || card.standing == PlanStanding::aborting;
}

QStringList plansUnderWay(const NowBoard &board)
{
    QStringList titles;
    for (const PlanCard &card : board.planCards)
        if (isUnderWay(card))
            titles << words::title(card.purpose);
    return titles;
}

} // namespace

void MainWindow::showStartFailure(const QStringList &reasons, const QString &remedy)
{
    for (QWidget *unused : {static_cast<QWidget *>(m_header), static_cast<QWidget *>(m_rail), static_cast<QWidget *>(m_inspector),
                            static_cast<QWidget *>(m_status)})
        unused->hide();
    m_pages->setCurrentIndex(m_pages->addWidget(new StartFailurePage(reasons, remedy, m_pages)));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    // An attached console only looks on: whoever leads goes on without it.
    const bool leads = m_present && m_present->leader.empty();
    const QStringList plans = leads && !m_closing ? plansUnderWay(*m_present) : QStringList();
    if (plans.isEmpty())
        return QWidget::closeEvent(event);
    event->ignore();
    QuestionText text{.title = tr("Close while plans run?"), .act = tr("Close Siaga"), .dangerous = true};
    text.lines << tr("Siaga watches and acts only while it runs.");
    for (const QString &plan : plans)
        text.lines << tr("“%1” stops where it stands: nothing new of it is commanded, and nothing is undone.").arg(plan);
    text.lines << (m_kept ? tr("Started again on the same data, Siaga looks at what is there and goes on with it by itself. "
                               "To keep it from going on, hold it first.")
                          : tr("This lab is kept in memory only: its plans and its journal end with this window."));
    question(text, [this](const QString &) {
        m_closing = true;
        close();
    });
}

} // namespace siaga::views
