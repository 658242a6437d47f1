// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks for, and the dialogs that lead there.
#include "views/main_window/main_window.h"

#include "core/words/plan_words.h"
#include "views/dialogs/hold_dialog.h"
#include "views/dialogs/keys_dialog.h"
#include "views/dialogs/question.h"
#include "views/dialogs/traffic_dialog.h"
#include "views/main_window/banners.h"
#include "views/models/standing.h"
#include "views/widgets/mode_frame.h"

#include <QApplication>
#include <QDesktopServices>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

void MainWindow::acknowledge(AlertId alert)
{
    if (refusedAsPast())
        return;
    emit requested(AcknowledgeRequested{m_ids(), alert, {}});
}

void MainWindow::hold(PlanId plan)
{
    if (refusedAsPast())
        return;
    emit requested(HoldRequested{m_ids(), plan});
}

void MainWindow::resume(PlanId plan)
{
    if (refusedAsPast())
        return;
    emit requested(ResumeRequested{m_ids(), plan});
}

/// Asks first and shows afterwards: the brake must not wait for a window to open. It is the present that is held, also
/// while one looks at the past.
void MainWindow::holdAll()
{
    emit requested(HoldRequested{m_ids(), PlanId{}});
    if (m_holdList) {
        m_holdList->raise();
        return;
    }
    m_holdList = new HoldDialog(m_ids, m_present ? modeOf(m_present->mode) : m_frame->mode(), dialogParent());
    if (m_moment)
        m_holdList->sayPresent();
    connect(m_holdList, &HoldDialog::requested, this, &MainWindow::requested);
    if (m_present)
        m_holdList->showBoard(m_present);
    m_holdList->open();
}

/// A dialog that is open already stays below the new one, else the new one would be blocked by it.
QWidget *MainWindow::dialogParent()
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : this;
}

void MainWindow::abort(PlanId plan)
{
    if (refusedAsPast())
        return;
    const PlanCard *card = m_board ? planIn(*m_board, plan) : nullptr;
    if (!card)
        return;
    QuestionText text {
        .title = tr("Abort “%1”?").arg(words::title(card->purpose)), .act = tr("Abort this plan"), .dangerous = true};
    text.lines << tr("From this moment on nothing new of it is commanded.");
    for (const StepRow &step : card->steps)
        if (step.began && std::holds_alternative<SetRegionShare>(step.action))
            text.lines
                << tr("Step %1, %2: %3").arg(step.number).arg(words::title(step.action), words::word(step.onAbort));
    if (text.lines.size() == 1)
        text.lines << tr("None of its steps has changed anything yet.");
    question(text, [this, plan](const QString &) { emit requested(AbortRequested{m_ids(), plan}); });
}

void MainWindow::moveTraffic(PurposeKind kind, const RegionId &region)
{
    if (refusedAsPast())
        return;
    if (m_board && whyReadOnly(*m_board).isEmpty())
        openTraffic({.kind = kind, .region = region}, std::nullopt);
}

void MainWindow::review(PlanId plan)
{
    if (refusedAsPast())
        return;
    const PlanCard *card = m_board ? planIn(*m_board, plan) : nullptr;
    if (card && whyReadOnly(*m_board).isEmpty())
        openTraffic(card->purpose, plan);
}

void MainWindow::openTraffic(const Purpose &purpose, std::optional<PlanId> plan)
{
    if (m_traffic)
        return;
    m_traffic = new TrafficDialog(purpose, plan, m_board, m_ids, this);
    connect(m_traffic, &TrafficDialog::requested, this, &MainWindow::requested);
    connect(m_traffic, &TrafficDialog::copyRequested, this, &MainWindow::copyCommand);
    m_traffic->open();
    m_traffic->begin();
}

void MainWindow::stopOrLift()
{
    if (refusedAsPast())
        return;
    if (m_board && m_board->banners.stop) {
        QuestionText text{.title = tr("Lift the stop?"), .act = tr("Lift the stop")};
        text.lines << tr("Policies may propose and run plans again, from now on.")
                   << tr("Plans that hold stay held until somebody resumes them.");
        return question(text, [this](const QString &) { emit requested(LiftStopRequested{m_ids()}); });
    }
    QuestionText text{.title = tr("Stop automation?"),
        .act = tr("Stop automation"),
        .reasonWanted = tr("Why? It stands on every window.")};
    text.lines << tr("No policy starts a plan any more, and running plans hold at their next safe point.")
               << tr("Observing, alerting and what people ask for go on. Only a person can lift it again.");
    question(text, [this](const QString &reason) { emit requested(StopRequested{m_ids(), reason.toStdString()}); });
}

void MainWindow::question(const QuestionText &text, const std::function<void(const QString &)> &agreed)
{
    auto *dialog = new Question(text, m_frame->mode(), dialogParent());
    connect(dialog, &Question::agreed, this, agreed);
    dialog->open();
}

void MainWindow::showKeys()
{
    std::vector<CommandEntry> known;
    std::ranges::copy_if(commandList(), std::back_inserter(known), [this](const CommandEntry &entry) { return exists(entry); });
    auto *dialog = new KeysDialog(known, m_current, m_frame->mode(), dialogParent());
    dialog->open();
}

void MainWindow::openRunbook(const QString &link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (url.isValid() && url.scheme() == u"https"_s)
        QDesktopServices::openUrl(url);
}

void MainWindow::bannerPressed(const QString &key)
{
    if (key == pastKey)
        returnToPresent();
    if (key == liftStopKey)
        stopOrLift();
    if (key == refusalKey) {
        m_refusal.clear();
        refresh();
    }
}

} // namespace siaga::views
