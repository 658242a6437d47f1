// SPDX-License-Identifier: GPL-3.0-or-later
// Looking back: the whole window shows a moment of the past, while the present goes on unseen and is not lost.
#include "views/main_window/main_window.h"

#include "core/words/event_words.h"
#include "core/words/time_words.h"
#include "views/audit/audit_page.h"
#include "views/dialogs/breaker_dialog.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/alert_announcer.h"
#include "views/main_window/banners.h"
#include "views/main_window/status_bar.h"
#include "views/main_window/time_bar.h"
#include "views/main_window/time_track.h"
#include "views/models/standing.h"
#include "views/protect/protect_page.h"

namespace siaga::views {

void MainWindow::connectPast()
{
    TimeBar *bar = m_status->time();
    connect(bar, &TimeBar::placeWanted, this, &MainWindow::lookAt);
    connect(bar, &TimeBar::presentWanted, this, &MainWindow::returnToPresent);
    connect(bar, &TimeBar::notUnderstood, this, [this](const QString &words) {
        m_refusal = QStringList{words};
        refresh();
    });
}

/// What is asked for here comes as a moment, some time later; until then the present stays.
void MainWindow::lookAt(const PastPlace &place)
{
    if (!m_present)
        return;
    m_lookingBack = true;
    emit momentWanted(place);
}

void MainWindow::showTimeline(const TimelinePart &part)
{
    m_status->time()->track()->grow(part);
}

void MainWindow::showMoment(const std::shared_ptr<const Moment> &moment)
{
    if (!m_lookingBack)
        return; // Somebody went back to the present meanwhile.
    const bool isFirst = !m_moment;
    m_moment = moment;
    auto board = std::make_shared<NowBoard>(moment->now);
    board->fleetFrom = m_present->fleetFrom;
    board->fleetFile = m_present->fleetFile;
    m_board = std::move(board);
    m_protection = std::make_shared<const ProtectBoard>(moment->protection);
    m_protectPage->showBoard(m_protection);
    if (isFirst)
        m_refusal.clear();
    m_status->time()->showMoment(m_moment.get());
    m_audit->showMoment(moment->record.seq);
    deliver();
    emit momentShown(moment->record.seq);
}

void MainWindow::showPastFailure(Seq record, const QString &what)
{
    if (!m_lookingBack)
        return;
    m_refusal = QStringList{record ? tr("This moment cannot be shown: record %1 is damaged (%2)").arg(words::number(record.value()), what)
                                   : tr("This moment cannot be shown: the journal cannot be read at the moment")};
    if (!m_moment)
        returnToPresent(); // Nothing of the past is shown, so nothing may look like it.
    m_status->time()->showMoment(m_moment.get());
    refresh();
}

void MainWindow::returnToPresent()
{
    m_lookingBack = false;
    if (!m_moment)
        return m_status->time()->showMoment(nullptr);
    m_moment.reset();
    m_refusal.clear();
    m_board = m_present;
    m_protection = m_presentProtection;
    m_protectPage->showBoard(m_protection ? m_protection : std::make_shared<const ProtectBoard>());
    m_status->time()->showMoment(nullptr);
    m_audit->showMoment(std::nullopt);
    deliver();
    emit protectionWanted(m_current == protectPage); // Anew, so that a board comes at once.
    emit momentShown(std::nullopt);
}

/// What goes on at the present, whatever is shown: the dialogs act on it.
void MainWindow::deliverPresent()
{
    m_status->time()->showPresent(*m_present);
    if (m_traffic)
        m_traffic->showBoard(m_present);
    m_announcer->showAlerts(m_present->alerts); // What is wrong now, also while the past is shown.
    if (m_holdList)
        m_holdList->showBoard(m_present);
    if (m_breaker)
        m_breaker->showBoard(*m_present);
}

bool MainWindow::refusedAsPast()
{
    if (!m_moment)
        return false;
    m_refusal = QStringList{whyReadOnly(*m_board)};
    refresh();
    return true;
}

BannerFace MainWindow::pastFace() const
{
    const Recorded &record = m_moment->record;
    const QString when = words::dateAndTime(m_moment->now.wall, m_zone);
    const QString what = words::describeEvent(record);
    const QString told = m_moment->after < std::chrono::seconds(1)
        ? tr("This is %1, record %2: %3.", "time, number, what happened").arg(when, words::number(record.seq.value()), what)
        : tr("This is %1, %2 after record %3: %4.", "time, duration, number, what happened")
              .arg(when, words::duration(m_moment->after), words::number(record.seq.value()), what);
    return {pastKey, Status::unknown, tr("%1 What was only seen then, such as traffic and demand, is not kept.").arg(told), tr("Back to live")};
}

} // namespace siaga::views
