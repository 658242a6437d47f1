// SPDX-License-Identifier: GPL-3.0-or-later
// What the window has only in the lab: the menu of faults, and the guide through the first of them.
#include "views/main_window/main_window.h"

#include "views/faults/faults_menu.h"
#include "views/guide/guide_card.h"
#include "views/main_window/header.h"
#include "views/models/standing.h"

#include <QVBoxLayout>

namespace siaga::views {

namespace {

/// Nobody has done or broken anything yet.
bool isUntouched(const NowBoard &board, const ActiveFaults &faults)
{
    return board.alerts.empty() && board.planCards.empty() && faults.faults.empty();
}

} // namespace

MainWindow::~MainWindow() = default;

void MainWindow::makeGuide(QWidget *content)
{
    auto *place = new QWidget(content); // The margins of the page below, gone with the guide.
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 0);
    m_guide = new GuideCard(place);
    column->addWidget(m_guide);
    place->hide();
    m_faultsMenu = new FaultsMenu(this);
    connect(m_guide, &GuideCard::acted, this, &MainWindow::actOnGuide);
    connect(m_guide, &GuideCard::dismissed, this, &MainWindow::dismissGuide);
    connect(m_faultsMenu, &FaultsMenu::disturbRequested, this, &MainWindow::disturbRequested);
    connect(m_header, &Header::faultsPressed, this, &MainWindow::openFaults);
}

void MainWindow::setFaultCatalogue(const FaultCatalogue &catalogue)
{
    m_faultsMenu->setCatalogue(catalogue);
    renewLab();
}

void MainWindow::showFaults(const ActiveFaults &faults)
{
    m_faults = faults;
    m_faultsMenu->showFaults(faults);
    renewLab();
}

void MainWindow::showDisturbed(bool isDone, const QString &words)
{
    if (m_faultsMenu->isOpen())
        return m_faultsMenu->showAnswer(isDone, words);
    if (isDone)
        return;
    m_refusal = QStringList{words};
    refresh();
}

void MainWindow::openFaults()
{
    if (!whyNot(Command::faults).isEmpty())
        return;
    const Selection shown = shownSelection();
    const auto *region = std::get_if<RegionId>(&shown);
    m_faultsMenu->showBoard(m_board, m_zone);
    m_faultsMenu->openFor(region ? words::text(*region) : QString());
}

void MainWindow::renewLab()
{
    if (!m_board)
        return;
    const bool isLab = m_board->mode == siaga::Mode::lab;
    m_header->showFaults(isLab && m_faultsMenu->hasCatalogue(), static_cast<int>(m_faults.faults.size()));
    // Not before it is known what can be broken: the offer would have nothing to do it with.
    const bool canBreak = !isLab || m_faultsMenu->hasCatalogue();
    if (canBreak && std::exchange(m_guideDue, false) && isLab && isUntouched(*m_board, m_faults))
        m_story = std::make_unique<GuideStory>();
    const bool isShown = m_story && isLab && m_current == nowPage;
    if (isShown) {
        const auto *chosen = std::get_if<RegionId>(&m_selections.at(nowPage));
        m_guide->setFace(m_story->tell(*m_board, m_faults, chosen ? *chosen : RegionId()));
    }
    m_guide->parentWidget()->setVisible(isShown);
    m_faultsMenu->showBoard(m_board, m_zone);
}

void MainWindow::startGuide()
{
    m_story = std::make_unique<GuideStory>();
    showPage(nowPage);
    renewLab();
}

void MainWindow::dismissGuide()
{
    m_story.reset();
    renewLab();
    emit guideSeen();
}

void MainWindow::actOnGuide(GuideAct act)
{
    emit guideSeen();
    const RegionId region = m_story->region();
    const RegionCard *card = regionIn(*m_board, region);
    switch (act) {
    case GuideAct::breakRegion:
        emit disturbRequested(QStringLiteral("regionCrash ") + words::text(region));
        break;
    case GuideAct::heal:
        emit disturbRequested(QStringLiteral("heal %1").arg(m_story->fault()));
        break;
    case GuideAct::review:
        if (card && card->plan)
            review(*card->plan);
        break;
    case GuideAct::restore:
        moveTraffic(PurposeKind::restore, region);
        break;
    case GuideAct::startAgain:
        startGuide();
        break;
    case GuideAct::none:
        break;
    }
}

/// One thing at a time: the past is left first, then what was chosen is let go, then the guide is put away.
void MainWindow::escape()
{
    if (m_lookingBack)
        return returnToPresent();
    const bool isChosen = !std::holds_alternative<std::monostate>(m_selections.at(m_current));
    if (!isChosen && m_story && m_current == nowPage)
        dismissGuide();
    else
        select({});
}

} // namespace siaga::views
