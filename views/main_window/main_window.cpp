// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/main_window.h"

#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "views/audit/audit_page.h"
#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/table_dialog.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/guide/guide_card.h"
#include "views/main_window/alert_announcer.h"
#include "views/main_window/banners.h"
#include "views/main_window/clock_button.h"
#include "views/main_window/header.h"
#include "views/main_window/inspector.h"
#include "views/main_window/status_bar.h"
#include "views/main_window/time_bar.h"
#include "views/models/standing.h"
#include "views/now/now_page.h"
#include "views/protect/protect_page.h"
#include "views/widgets/banner.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/navigation_rail.h"
#include "views/widgets/spoken.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace siaga::views {

MainWindow::MainWindow(siaga::Mode mode, RequestIdSource ids, QWidget *parent)
    : QWidget(parent)
    , m_ids(std::move(ids))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    setRole(*this, QAccessible::Window);
    m_frame = new ModeFrame(makeContent(modeOf(mode)), modeOf(mode), this);
    outer->addWidget(m_frame);
    setWindowTitle(u"%1 · Siaga"_s.arg(word(modeOf(mode))));
    resize(160 * grid, 100 * grid);
    connectPage();
    connectProtection();
    connectAudit();
    connectPast();
    connectInspector();
    connectSound();
    connect(m_header, &Header::stopPressed, this, &MainWindow::stopOrLift);
    connect(m_header->clock(), &ClockButton::zoneChanged, this, [this](words::Zone zone) {
        m_zone = zone;
        m_page->setZone(zone);
        m_audit->setZone(zone);
        m_status->time()->setZone(zone);
        refresh();
    });
    connect(m_banners, &BannerStack::actionTriggered, this, &MainWindow::bannerPressed);
    makeShortcuts();
    connect(m_header, &Header::credentialsPressed, this, &MainWindow::showCredentials);
    auto *timer = new QTimer(this);
    timer->setInterval(std::chrono::seconds(1));
    connect(timer, &QTimer::timeout, this, &MainWindow::tick);
    timer->start();
    setFocusPolicy(Qt::StrongFocus);
    setFocus(); // Not on a button: a key pressed in haste must find nothing to set off.
}

QWidget *MainWindow::makeContent(Mode mode)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new Header(mode, content);
    m_announcer = new AlertAnnouncer(content);
    m_banners = new BannerStack(content);
    m_rail = new NavigationRail(
        {{nowPage, tr("Now"), Icon::globe}, {protectPage, tr("Protect"), Icon::shield}, {auditPage, tr("Audit"), Icon::fileText}}, content);
    m_rail->setCurrent(nowPage);
    makeGuide(content);
    m_pages = new QStackedWidget(content);
    m_page = new NowPage(m_pages);
    m_protectPage = new ProtectPage(m_pages);
    m_pages->addWidget(m_page);
    m_audit = new AuditPage(m_pages);
    m_pages->addWidget(m_protectPage);
    m_pages->addWidget(m_audit);
    showOnly(*m_pages, m_page);
    m_inspector = new Inspector(content);
    m_status = new StatusBar(content);
    column->addWidget(m_header);
    column->addWidget(m_banners);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    auto *page = new QVBoxLayout;
    page->setSpacing(0);
    page->addWidget(m_guide->parentWidget());
    page->addWidget(m_pages, 1);
    middle->addLayout(page, 1);
    middle->addWidget(m_inspector);
    column->addLayout(middle, 1);
    column->addWidget(m_status);
    return content;
}

void MainWindow::connectPage()
{
    connect(m_page, &NowPage::selected, this, &MainWindow::select);
    connect(m_page, &NowPage::regionActivated, this,
        [this](const RegionId &region) { moveTraffic(PurposeKind::evacuate, region); });
    connect(m_page, &NowPage::acknowledgeRequested, this, &MainWindow::acknowledge);
    connect(m_page, &NowPage::holdRequested, this, &MainWindow::hold);
    connect(m_page, &NowPage::resumeRequested, this, &MainWindow::resume);
    connect(m_page, &NowPage::abortRequested, this, &MainWindow::abort);
    connect(m_page, &NowPage::reviewRequested, this, &MainWindow::review);
}

void MainWindow::connectInspector()
{
    connect(m_inspector, &Inspector::acknowledgeRequested, this, &MainWindow::acknowledge);
    connect(m_inspector, &Inspector::evacuateRequested, this,
        [this](const RegionId &region) { moveTraffic(PurposeKind::evacuate, region); });
    connect(m_inspector, &Inspector::restoreRequested, this,
        [this](const RegionId &region) { moveTraffic(PurposeKind::restore, region); });
    connect(m_inspector, &Inspector::reviewRequested, this, &MainWindow::review);
    connect(m_inspector, &Inspector::holdRequested, this, &MainWindow::hold);
    connect(m_inspector, &Inspector::resumeRequested, this, &MainWindow::resume);
    connect(m_inspector, &Inspector::abortRequested, this, &MainWindow::abort);
    connect(m_inspector, &Inspector::forceOpenRequested, this,
        [this](const BreakerId &breaker) { order(BreakerOrder::open, breaker); });
    connect(m_inspector, &Inspector::disableRequested, this,
        [this](const BreakerId &breaker) { order(BreakerOrder::disable, breaker); });
    connect(m_inspector, &Inspector::resetRequested, this,
        [this](const BreakerId &breaker) { order(BreakerOrder::reset, breaker); });
    connect(m_inspector, &Inspector::runbookRequested, this, &MainWindow::openRunbook);
    connect(m_inspector, &Inspector::copyRequested, this, &MainWindow::copyCommand);
    connect(m_inspector, &Inspector::tablesRequested, this, &MainWindow::showTables);
}

void MainWindow::copyCommand(const QString &command)
{
    QGuiApplication::clipboard()->setText(words::calledAt(command, m_places));
}

void MainWindow::showBoard(std::shared_ptr<const NowBoard> board)
{
    m_present = std::move(board);
    m_sinceBoard.start();
    hear();
    deliverPresent();
    if (m_moment)
        return refresh();
    m_board = m_present;
    deliver();
}

/// The board to everything that shows it.
void MainWindow::deliver()
{
    const Mode mode = modeOf(m_board->mode);
    m_frame->setMode(mode);
    setWindowTitle(
        u"%1 · %2 / %3 · Siaga"_s.arg(word(mode), words::text(m_board->fleet), words::text(m_board->environment)));
    m_header->showBoard(*m_board);
    m_rail->setWorst(nowPage, worstOf(m_board->alertCounts));
    m_rail->setWorst(protectPage, statusOf(m_board->breakers.worst));
    m_page->showBoard(m_board);
    m_audit->showBoard(*m_board);
    refresh();
    if (m_tables)
        m_tables->refresh();
    renewLab();
    renewPalette();
    if (m_goLater)
        go(*std::exchange(m_goLater, std::nullopt));
}

Duration MainWindow::silence() const
{
    return m_sinceBoard.isValid() ? std::chrono::milliseconds(m_sinceBoard.elapsed()) : Duration{};
}

void MainWindow::tick()
{
    if (!m_present)
        return;
    if (silence() <= silenceMax || m_present->banners.silent)
        return refresh();
    auto board = std::make_shared<NowBoard>(*m_present);
    board->banners.silent = true;
    m_present = std::move(board);
    deliverPresent();
    if (m_moment)
        return refresh();
    m_board = m_present;
    deliver();
}

void MainWindow::refresh()
{
    if (!m_board)
        return;
    const Duration silent = silence();
    const bool past = m_board->mode == siaga::Mode::replay;
    const auto passed
        = past ? std::chrono::milliseconds{} : std::chrono::duration_cast<std::chrono::milliseconds>(silent);
    m_header->setTime({m_board->wall.milliseconds + passed.count()}, past);
    showMute();
    std::vector<BannerFace> banners = bannersOf(*m_board, silent, m_refusal.join(u"; "_s), m_zone);
    if (m_moment)
        banners.insert(banners.begin(), pastFace());
    m_banners->setBanners(banners);
    m_status->showBoard(*m_board, silent);
    const Selection shown = shownSelection();
    m_page->setSelection(shown);
    m_protectPage->setSelection(shown);
    m_inspector->setFace(
        inspectionOf(*m_board, shown, m_zone, m_current == protectPage ? m_protection.get() : nullptr));
}

void MainWindow::select(const Selection &selection)
{
    m_selections[m_current] = selection;
    refresh();
}

void MainWindow::showGranted(const RequestGranted &granted)
{
    if (m_traffic)
        m_traffic->showGranted(granted);
    if (m_breaker)
        m_breaker->showGranted(granted);
}

void MainWindow::showRefused(const RequestRefused &refused)
{
    if (m_traffic && m_traffic->answersFor(refused.id))
        return m_traffic->showRefused(refused);
    if (m_breaker && m_breaker->answersFor(refused.id))
        return m_breaker->showRefused(refused);
    m_refusal = words::sentences(refused.reasons);
    refresh();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == u"?"_s) // On some keyboards it is not the key that the shortcut hears.
        showKeys();
    else if (event->key() == Qt::Key_Escape)
        escape();
    else
        QWidget::keyPressEvent(event);
}

} // namespace siaga::views

#include "moc_main_window.cpp"
