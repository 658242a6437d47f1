// SPDX-License-Identifier: GPL-3.0-or-later
// Which page is shown, what is selected on it, and page Protect.
#include "views/main_window/main_window.h"

#include "views/audit/audit_page.h"
#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/table_dialog.h"
#include "views/main_window/inspector.h"
#include "views/models/standing.h"
#include "views/now/now_page.h"
#include "views/protect/protect_page.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/navigation_rail.h"

#include <QStackedWidget>

namespace siaga::views {

namespace {

/// What is worst shows itself, unless all is calm.
Selection worstOf(const ProtectBoard &board)
{
    const BreakerCard *worst = nullptr;
    for (const BreakerGroup &group : board.groups)
        if (!group.cards.empty() && (!worst || group.cards.front().standing > worst->standing))
            worst = &group.cards.front();
    return worst && worst->standing > Standing::unknown ? Selection(worst->id) : Selection();
}

} // namespace

void MainWindow::showOnly(QStackedWidget &pages, QWidget *shown)
{
    for (int i = 0; i < pages.count(); ++i) {
        // A page that is not shown asks for no room, else the window is never narrower than its widest page.
        const auto policy = pages.widget(i) == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        pages.widget(i)->setSizePolicy(policy, policy);
    }
    pages.setCurrentWidget(shown);
}

void MainWindow::connectProtection()
{
    connect(m_rail, &NavigationRail::activated, this, &MainWindow::showPage);
    connect(m_page, &NowPage::pageWanted, this, &MainWindow::showPage);
    connect(m_page, &NowPage::breakerActivated, this, &MainWindow::selectBreaker);
    connect(m_protectPage, &ProtectPage::selected, this, &MainWindow::select);
    connect(m_protectPage, &ProtectPage::breakerActivated, m_inspector, &Inspector::focusActions);
}

void MainWindow::showPage(int number)
{
    if (!m_selections.contains(number) || number == m_current)
        return;
    m_current = number;
    m_rail->setCurrent(number);
    if (number == auditPage)
        m_inspector->hide(); // First: the window must not grow for both.
    showOnly(*m_pages, number == protectPage ? static_cast<QWidget *>(m_protectPage)
            : number == auditPage                   ? static_cast<QWidget *>(m_audit)
                                                    : m_page);
    m_inspector->setVisible(number != auditPage); // A record explains itself in a column of the page's own.
    if (number == protectPage)
        m_protectPage->focusCards();
    else if (number == auditPage)
        m_audit->focusRows();
    else
        setFocus();
    emit pageShown(number);
    renewLab(); // The guide stands on page Now only.
    refresh();
}

void MainWindow::selectBreaker(const BreakerId &breaker)
{
    m_selections[protectPage] = breaker;
    showPage(protectPage);
}

void MainWindow::showProtection(std::shared_ptr<const ProtectBoard> board)
{
    m_presentProtection = std::move(board);
    if (m_moment)
        return;
    m_protection = m_presentProtection;
    m_protectPage->showBoard(m_protection);
    refresh();
    if (m_tables)
        m_tables->refresh();
    renewPalette();
}

Selection MainWindow::shownSelection() const
{
    const Selection &chosen = m_selections.at(m_current);
    if (m_current == auditPage)
        return {}; // A record is none of the things that can be acted on.
    if (!std::holds_alternative<std::monostate>(chosen))
        return chosen;
    if (m_current == protectPage)
        return m_protection ? worstOf(*m_protection) : chosen;
    return m_board && m_board->incident ? Selection(m_board->incident->region) : chosen;
}

/// Stays open beside the window, and follows what it shows.
void MainWindow::showTables()
{
    if (!m_tables) {
        m_tables = new TableDialog([this] { return tablesOf(*m_pages->currentWidget()); }, m_frame->mode(), dialogParent());
        m_tables->setModal(false);
    }
    m_tables->show();
    m_tables->raise();
    m_tables->activateWindow();
}

void MainWindow::order(BreakerOrder order, const BreakerId &breaker)
{
    if (refusedAsPast())
        return;
    const BreakerCard *card = m_protection ? cardIn(*m_protection, breaker) : nullptr;
    if (!card || !m_board || m_breaker || !whyNotStart(*m_board).isEmpty())
        return;
    m_breaker = new BreakerDialog(order, *card, *m_board, m_ids, dialogParent());
    connect(m_breaker, &BreakerDialog::requested, this, &MainWindow::requested);
    connect(m_breaker, &BreakerDialog::copyRequested, this, &MainWindow::copyCommand);
    m_breaker->open();
}

} // namespace siaga::views
