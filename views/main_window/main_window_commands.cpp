// SPDX-License-Identifier: GPL-3.0-or-later
// The window's commands: their keys, whether they can run, the palette that lists them, and going to things by name.
#include "views/main_window/main_window.h"

#include "core/words/row_json.h"
#include "core/words/translate.h"
#include "views/audit/audit_page.h"
#include "views/faults/faults_menu.h"
#include "views/main_window/clock_button.h"
#include "views/main_window/header.h"
#include "views/main_window/hold_chord.h"
#include "views/main_window/inspector.h"
#include "views/main_window/status_bar.h"
#include "views/main_window/time_bar.h"
#include "views/main_window/time_track.h"
#include "views/models/standing.h"
#include "views/palette/palette.h"
#include "views/protect/protect_page.h"
#include "views/widgets/action_button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QShortcut>

#include <algorithm>

namespace siaga::views {

namespace {

using words::translate;

/// Why nothing that is selected offers it.
QString notSelected(Command command)
{
    switch (command) {
    case Command::acknowledge:
        return translate("Commands", "no open alert is selected");
    case Command::review:
    case Command::hold:
    case Command::resume:
    case Command::abort:
        return translate("Commands", "no plan that waits for it is selected");
    case Command::evacuate:
        return translate("Commands", "no region is selected");
    case Command::restore:
        return translate("Commands", "no region that is out of traffic is selected");
    case Command::forceOpen:
    case Command::disable:
    case Command::reset:
        return translate("Commands", "no breaker is selected on page Protect");
    case Command::runbook:
        return translate("Commands", "what is selected has no runbook");
    default:
        return translate("Commands", "nothing is selected");
    }
}

} // namespace

void MainWindow::makeShortcuts()
{
    auto *chord = new HoldChord(this);
    connect(chord, &HoldChord::pressed, this, &MainWindow::holdAll);
    // The others' keys are answered by the buttons and lists that they belong to.
    for (const Command command : {Command::search, Command::keys, Command::goToTime, Command::tables, Command::faults, Command::fullScreen, Command::quit})
        for (const QKeySequence &key : {entryOf(command).key, entryOf(command).otherKey})
            if (!key.isEmpty()) {
                auto *shortcut = new QShortcut(key, this);
                shortcut->setAutoRepeat(false);
                connect(shortcut, &QShortcut::activated, this, [this, command] { run(command); });
            }
    m_palette = new Palette(this);
    connect(m_palette, &Palette::commandChosen, this, &MainWindow::run);
    connect(m_palette, &Palette::placeChosen, this, &MainWindow::go);
    connect(m_palette, &Palette::recentsChanged, this, &MainWindow::recentsChanged);
    connect(m_palette, &ChoicePopover::closed, this, [this] { emit protectionWanted(m_current == protectPage); });
    connect(m_header, &Header::searchPressed, this, &MainWindow::openPalette);
    connect(m_header, &Header::ownServersPressed, this, &MainWindow::showNewFleet);
    connect(m_inspector, &Inspector::copyJsonRequested, this, &MainWindow::copyJson);
    connect(m_inspector, &Inspector::copyLinkRequested, this, &MainWindow::copyLink);
}

bool MainWindow::exists(const CommandEntry &entry) const
{
    const int page = entry.opensPage != 0 ? entry.opensPage : entry.page;
    const bool isLab = m_board && m_board->mode == siaga::Mode::lab;
    return (page == 0 || m_selections.contains(page)) && (!entry.labOnly || isLab);
}

QString MainWindow::whyNotOffered(Command command) const
{
    const ActionButton *button = m_inspector->buttonOf(command);
    if (button->isHidden())
        return notSelected(command);
    return button->isEnabled() ? QString() : button->accessibleDescription();
}

QString MainWindow::whyNot(Command command) const
{
    if (!exists(entryOf(command)))
        return translate("Commands", "not here");
    if (m_inspector->buttonOf(command))
        return whyNotOffered(command);
    const bool isStopped = m_board && m_board->banners.stop;
    switch (command) {
    case Command::stop:
    case Command::lift:
        if (!m_board)
            return translate("Commands", "nothing is known yet");
        if (isStopped != (command == Command::lift))
            return isStopped ? translate("Commands", "automation is stopped already") : translate("Commands", "automation is not stopped");
        return m_board->mode == siaga::Mode::replay ? whyReadOnly(*m_board) : QString();
    case Command::earlier:
    case Command::goToTime:
        return m_present ? QString() : translate("Commands", "nothing is known yet");
    case Command::later:
    case Command::present:
        return m_lookingBack ? QString() : translate("Commands", "this is live already");
    case Command::faults:
    case Command::guide:
        return m_faultsMenu->hasCatalogue() ? QString() : translate("Commands", "this lab runs in another process; siaga lab fault reaches it");
    case Command::mute:
        return m_present && m_present->sounds ? QString() : translate("Commands", "no sounds here: the fleet's notify.sound says so");
    case Command::heal:
        return m_faults.faults.empty() ? translate("Commands", "nothing is broken there") : QString();
    default:
        return {};
    }
}

void MainWindow::run(Command command)
{
    if (!whyNot(command).isEmpty())
        return;
    if (ActionButton *button = m_inspector->buttonOf(command))
        return button->click();
    const int page = entryOf(command).opensPage;
    if (page != 0)
        return showPage(page);
    runInWindow(command);
}

void MainWindow::runInWindow(Command command)
{
    switch (command) {
    case Command::search:
        return openPalette();
    case Command::keys:
        return showKeys();
    case Command::holdAll:
        return holdAll();
    case Command::stop:
    case Command::lift:
        return stopOrLift();
    case Command::earlier:
    case Command::later:
        return m_status->time()->track()->step(command == Command::later);
    case Command::goToTime:
        return m_status->time()->focusBox();
    case Command::present:
        return returnToPresent();
    case Command::filter:
        showPage(protectPage);
        return m_protectPage->focusFilter();
    case Command::filterRecords:
    case Command::verify:
    case Command::exportRecords:
        showPage(auditPage);
        return m_audit->run(command);
    case Command::faults:
        return openFaults();
    case Command::heal:
        emit disturbRequested(QStringLiteral("heal"));
        return;
    case Command::guide:
        return startGuide();
    case Command::newFleet:
        return showNewFleet();
    case Command::credentials:
        return showCredentials();
    case Command::tables:
        return showTables();
    case Command::zone:
        return m_header->clock()->swapZones();
    case Command::mute:
        return swapMute();
    case Command::fullScreen:
        return setWindowState(windowState() ^ Qt::WindowFullScreen);
    case Command::quit:
        close();
        return;
    default:
        return escape();
    }
}

std::vector<CommandOffer> MainWindow::offers() const
{
    std::vector<CommandOffer> offered;
    for (const CommandEntry &entry : commandList())
        if (entry.listed && exists(entry))
            offered.push_back({entry, whyNot(entry.id)});
    return offered;
}

void MainWindow::setRecents(const QStringList &recents)
{
    m_palette->setRecents(recents);
}

void MainWindow::openPalette()
{
    if (m_palette->isOpen())
        return m_palette->close();
    emit protectionWanted(true); // Breakers are on a board of their own.
    m_palette->openWith(findingsOf(m_board.get(), m_protection.get(), offers()));
}

void MainWindow::renewPalette()
{
    if (m_palette->isOpen())
        m_palette->renew(findingsOf(m_board.get(), m_protection.get(), offers()));
}

void MainWindow::go(const Place &place)
{
    if (!m_board) {
        m_goLater = place;
        return;
    }
    bool isThere = true;
    const CommandEntry *page = place.kind == Place::Kind::page ? commandNamed(place.name) : nullptr;
    if (place.kind == Place::Kind::breaker)
        selectBreaker(BreakerId(place.name.toStdString()));
    else if (place.kind == Place::Kind::record)
        openRecord(Seq(numberOf(place)));
    else if (page && page->opensPage != 0 && exists(*page))
        showPage(page->opensPage);
    else
        isThere = goOnNow(place);
    if (isThere)
        return;
    m_refusal = QStringList{tr("%1 leads nowhere here: it is gone, or of another Siaga", "a link").arg(linkTo(place))};
    refresh();
}

bool MainWindow::goOnNow(const Place &place)
{
    Selection selection;
    if (const RegionId region(place.name.toStdString()); place.kind == Place::Kind::region && regionIn(*m_board, region))
        selection = region;
    if (const AlertId alert(numberOf(place)); place.kind == Place::Kind::alert && alertIn(*m_board, alert))
        selection = alert;
    if (const PlanId plan(numberOf(place)); place.kind == Place::Kind::plan && planIn(*m_board, plan))
        selection = plan;
    if (place.kind == Place::Kind::service)
        selection = placeOfService(*m_board, ServiceId(place.name.toStdString()));
    if (std::holds_alternative<std::monostate>(selection))
        return false;
    showPage(nowPage);
    setFocus();
    select(selection);
    return true;
}

void MainWindow::copyJson()
{
    const Selection shown = shownSelection();
    QJsonObject row;
    if (const auto *region = std::get_if<RegionId>(&shown))
        row = words::toJson(*regionIn(*m_board, *region));
    if (const auto *alert = std::get_if<AlertId>(&shown))
        row = words::toJson(*alertIn(*m_board, *alert));
    if (const auto *plan = std::get_if<PlanId>(&shown))
        row = words::toJson(*planIn(*m_board, *plan));
    if (const auto *breaker = std::get_if<BreakerId>(&shown))
        row = words::toJson(*cardIn(*m_protection, *breaker));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Compact)));
}

void MainWindow::copyLink()
{
    QGuiApplication::clipboard()->setText(m_inspector->face().link);
}

} // namespace siaga::views
