// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/hold_dialog.h"

#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "views/models/plan_faces.h"
#include "views/models/standing.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace siaga::views {

HoldDialog::HoldDialog(RequestIdSource ids, Mode mode, QWidget *parent)
    : Dialog(tr("All plans hold"), mode, parent)
    , m_ids(std::move(ids))
    , m_none(line(tr("No plan is running.")))
{
    setSubtitle(tr("Nothing new is commanded. What was already on its way comes to its end and is looked at."));
    body()->addWidget(m_none);
    body()->addStretch(1);
    addToFoot(new QWidget(this));
    ActionButton *close = addButton(tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    close->setFocus();
    setMinimumWidth(80 * grid);
}

void HoldDialog::sayPresent()
{
    setSubtitle(tr("These are the plans of now; the window behind shows the past. Nothing new is commanded. What was already "
                   "on its way comes to its end and is looked at."));
}

HoldDialog::Row HoldDialog::makeRow(PlanId plan)
{
    Row row{.widget = new QWidget(this)};
    row.title = new PlainLabel({}, Type::body, Tone::text, QFont::DemiBold, row.widget);
    row.standing = new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, row.widget);
    row.resume = new ActionButton(tr("Resume"), {}, row.widget);
    row.abort = new ActionButton(tr("Abort"), {}, row.widget);
    setEmphasis(*row.abort, Emphasis::danger);
    auto *across = new QHBoxLayout(row.widget);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(grid);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(row.title);
    words->addWidget(row.standing);
    across->addLayout(words, 1);
    across->addWidget(row.resume);
    across->addWidget(row.abort);
    body()->insertWidget(body()->count() - 1, row.widget);
    connect(row.resume, &QAbstractButton::clicked, this, [this, plan] {
        emit requested(ResumeRequested{m_ids(), plan});
    });
    connect(row.abort, &QAbstractButton::clicked, this, [this, plan] {
        emit requested(AbortRequested{m_ids(), plan});
    });
    return row;
}

void HoldDialog::showBoard(const std::shared_ptr<const NowBoard> &board)
{
    for (const PlanCard &card : board->planCards) {
        auto row = m_rows.find(card.id);
        const bool open = !card.ended && card.standing != PlanStanding::proposed;
        if (row == m_rows.end() && !open)
            continue; // A plan that ends while the list is open stays on it; others were never concerned.
        if (row == m_rows.end())
            row = m_rows.emplace(card.id, makeRow(card.id)).first;
        showCard(row->second, card, *board);
    }
    m_none->setVisible(m_rows.empty());
}

void HoldDialog::showCard(Row &row, const PlanCard &card, const NowBoard &board)
{
    const QString readOnly = whyReadOnly(board);
    const QString notStart = whyNotStart(board);
    row.title->setText(words::title(card.purpose));
    const QString why = card.why ? u" · "_s + words::sentence(*card.why) : QString();
    row.standing->setText(planLine(card) + why);
    const QString stands = tr("The plan is %1").arg(words::word(card.standing));
    row.resume->disableBecause(!notStart.isEmpty() ? notStart : card.canResume ? QString() : stands);
    row.abort->disableBecause(!readOnly.isEmpty() ? readOnly : card.canAbort ? QString() : stands);
    row.resume->setAccessibleName(tr("Resume %1").arg(words::title(card.purpose)));
    row.abort->setAccessibleName(tr("Abort %1").arg(words::title(card.purpose)));
}

} // namespace siaga::views

#include "moc_hold_dialog.cpp"
