// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/traffic_dialog.h"

#include "core/words/board_words.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"
#include "views/models/plan_faces.h"
#include "views/models/standing.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/type_to_confirm.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

constexpr Duration answerExpected = std::chrono::seconds(5); // After that the silence itself is worth a line.

QString titleOf(const Purpose &purpose)
{
    const QString region = words::text(purpose.region);
    switch (purpose.kind) {
    case PurposeKind::evacuate:
        return TrafficDialog::tr("Take %1 out of traffic").arg(region);
    case PurposeKind::restore:
        return TrafficDialog::tr("Bring %1 back into traffic").arg(region);
    case PurposeKind::reassert:
    case PurposeKind::bake:
        break;
    }
    return words::title(purpose);
}

/// What the plan acts on, and so what is typed.
QString subjectOf(const Purpose &purpose)
{
    return purpose.kind == PurposeKind::reassert ? words::text(purpose.endpoint) : words::text(purpose.region);
}

/// The regions that it looks at again before it begins: those that take over.
std::vector<RegionId> targetsOf(const PlanCard &card)
{
    for (const StepRow &step : card.steps)
        if (const auto *ready = std::get_if<ConfirmReady>(&step.action);
            ready && card.purpose.kind == PurposeKind::evacuate)
            return ready->regions;
    return {};
}

void clear(QLayout &layout)
{
    while (QLayoutItem *item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

bool isOnlyDemandUnknown(const std::vector<Reason> &reasons)
{
    return !reasons.empty() && std::ranges::all_of(reasons, [](const Reason &reason) {
        return std::holds_alternative<DemandUnknown>(reason);
    });
}

} // namespace

TrafficDialog::TrafficDialog(const Purpose &purpose, std::optional<PlanId> plan, std::shared_ptr<const NowBoard> board,
                             RequestIdSource ids, QWidget *parent)
    : Dialog(titleOf(purpose), modeOf(board->mode), parent)
    , m_purpose(purpose)
    , m_board(std::move(board))
    , m_ids(std::move(ids))
    , m_plan(plan)
    , m_pages(new QStackedWidget(this))
{
    m_pages->addWidget(makeWaiting());
    m_pages->addWidget(makeReview());
    body()->addWidget(m_pages, 1);
    auto *typing = new QWidget(this);
    auto *row = new QHBoxLayout(typing);
    row->setContentsMargins(0, 0, 2 * grid, 0);
    row->setSpacing(grid);
    const QString expected = confirmationFor(m_board->mode, subjectOf(purpose));
    m_typeLabel
        = new PlainLabel(tr("Type %1 to confirm:").arg(expected), Type::body, Tone::text, QFont::Medium, typing);
    m_type = new TypeToConfirm(expected, typing);
    row->addWidget(m_typeLabel);
    row->addWidget(m_type, 1);
    addToFoot(typing);
    connect(addButton(tr("Cancel")), &QAbstractButton::clicked, this, &QDialog::reject);
    m_run = addButton(tr("Run this plan"));
    setEmphasis(*m_run, Emphasis::danger);
    connect(m_run, &QAbstractButton::clicked, this, &TrafficDialog::approve);
    connect(m_type, &TypeToConfirm::matchedChanged, this, &TrafficDialog::judge);
    connect(m_type, &TypeToConfirm::confirmed, this, &TrafficDialog::approve);
    setMinimumSize(110 * grid, 56 * grid);
    judge();
}

QWidget *TrafficDialog::makeWaiting()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    m_message = line({});
    m_reasons = new QVBoxLayout;
    m_reasons->setSpacing(grid);
    m_again = new ActionButton(tr("Ask again"), {}, page);
    m_accept = new ActionButton(tr("Accept that the traffic is not known, and ask again"), {}, page);
    column->addWidget(m_message);
    column->addLayout(m_reasons);
    column->addSpacing(grid);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addWidget(m_accept);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_again, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(m_accept, &QAbstractButton::clicked, this, [this] { ask(true); });
    return page;
}

QWidget *TrafficDialog::makeReview()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    m_changed = line(tr("The plan changed since you read it. Read it again and type once more."));
    m_changed->setStatus(Status::warning);
    m_changed->hide();
    m_preview = new PlanPreview(page);
    m_bounds = line({});
    m_observed = line({}, true);
    column->addWidget(m_changed);
    column->addWidget(m_preview, 1);
    column->addWidget(m_bounds);
    column->addWidget(m_observed);
    connect(m_preview, &PlanPreview::copyRequested, this, &TrafficDialog::copyCommand);
    return page;
}

void TrafficDialog::begin()
{
    if (m_plan)
        return showBoard(m_board);
    const auto open = std::ranges::find_if(m_board->planCards, [this](const PlanCard &card) {
        return card.purpose == m_purpose && card.standing == PlanStanding::proposed;
    });
    if (open == m_board->planCards.end())
        return ask(false);
    m_plan = open->id;
    showBoard(m_board);
}

void TrafficDialog::ask(bool unknownDemandAccepted)
{
    m_plan.reset();
    m_read.reset();
    m_approved = {};
    m_asked = m_ids();
    m_askedAt = m_board->now;
    say(tr("Drafting the plan…"), false);
    if (m_purpose.kind == PurposeKind::restore)
        emit requested(RestoreRequested{m_asked, m_purpose.region, m_purpose.service});
    else
        emit requested(EvacuateRequested{m_asked, m_purpose.region, m_purpose.service, none, unknownDemandAccepted});
}

void TrafficDialog::say(const QString &text, bool canAskAgain)
{
    clear(*m_reasons);
    m_message->setText(text);
    m_again->setVisible(canAskAgain && m_purpose.kind != PurposeKind::reassert);
    m_accept->hide();
    m_pages->setCurrentIndex(0);
    judge();
}

void TrafficDialog::showGranted(const RequestGranted &granted)
{
    if (granted.id != m_asked || !m_asked)
        return;
    m_asked = {};
    m_plan = granted.plan;
    showBoard(m_board);
}

void TrafficDialog::showRefused(const RequestRefused &refused)
{
    if (refused.id == m_approved && m_approved) {
        m_approved = {};
        m_type->clear();
        say(tr("The plan was not started:"), true);
        showRefusals(refused.reasons);
    } else if (refused.id == m_asked && m_asked) {
        m_asked = {};
        // Somebody, or a policy, had it drafted already: that is the plan to read.
        for (const Reason &reason : refused.reasons)
            if (const auto *open = std::get_if<PurposeOpen>(&reason); open && planIn(*m_board, open->by)) {
                m_plan = open->by;
                return showBoard(m_board);
            }
        say(tr("No plan was made:"), true);
        showRefusals(refused.reasons);
        m_accept->setVisible(m_purpose.kind == PurposeKind::evacuate && isOnlyDemandUnknown(refused.reasons));
    }
}

void TrafficDialog::showRefusals(const std::vector<Reason> &reasons)
{
    for (const QString &sentence : words::sentences(reasons)) {
        PlainLabel *label = line(sentence);
        label->setStatus(Status::warning);
        m_reasons->addWidget(label);
    }
}

void TrafficDialog::showBoard(const std::shared_ptr<const NowBoard> &board)
{
    m_board = board;
    if (m_asked && board->now - m_askedAt > answerExpected)
        m_message->setText(tr("Drafting the plan… no answer for %1 yet").arg(words::duration(board->now - m_askedAt)));
    if (m_plan)
        read();
    judge();
}

void TrafficDialog::read()
{
    const PlanCard *card = planIn(*m_board, *m_plan);
    if (!card)
        return; // Granted a moment ago; the board that shows it is on its way.
    if (m_approved && card->standing != PlanStanding::proposed)
        return accept();
    if (card->standing == PlanStanding::proposed)
        return showCard(*card);
    // It was ended or started by somebody else: there is nothing to confirm here any more.
    const QString standing = words::word(card->standing);
    const QString over
        = card->ended ? tr("The plan is %1. Nothing was started from here.") : tr("The plan is %1 already.");
    m_plan.reset();
    m_read.reset();
    m_type->clear();
    say(over.arg(standing), card->ended.has_value());
}

void TrafficDialog::showCard(const PlanCard &card)
{
    const bool first = m_pages->currentIndex() == 0;
    if (m_read && *m_read != card.hash) {
        m_type->clear();
        m_changed->show();
    } else if (!m_read) {
        m_changed->hide();
    }
    m_read = card.hash;
    m_preview->setFace(previewFace(card, *m_board));
    const QString accepted = tr("Accepted with it: %1.").arg(words::sentence(card.bounds));
    const std::vector<RegionId> targets = targetsOf(card);
    m_bounds->setText(targets.empty()
            ? accepted
            : tr("It moves to %1. %2", "regions. what is accepted").arg(words::listed(targets), accepted));
    showObserved(card);
    m_pages->setCurrentIndex(1);
    judge();
    if (first)
        m_type->setFocus();
}

void TrafficDialog::showObserved(const PlanCard &card)
{
    QStringList seen;
    if (const RegionCard *region = regionIn(*m_board, card.purpose.region))
        seen << tr("%1, traffic %2, %3")
                    .arg(words::headline({.region = region->id}, region->state), words::traffic(*region),
                        words::seenAgo(region->age));
    if (const auto now = m_board->headroom.now)
        seen << tr("headroom of %1 now %2").arg(words::text(m_board->headroom.service), words::percent(*now));
    seen << tr("the proposal expires in %1").arg(words::duration(card.left));
    m_observed->setText(tr("Seen now, and looked at again before each step: %1.").arg(seen.join(u"; "_s)));
    QStringList because = words::sentences(card.because);
    if (!card.lowered.empty())
        because << tr("It asks because: %1").arg(words::inOneLine(card.lowered));
    setSubtitle(because.join(u" · "_s));
}

void TrafficDialog::judge()
{
    const PlanCard *card = m_plan ? planIn(*m_board, *m_plan) : nullptr;
    const bool reviewing = card && m_pages->currentIndex() == 1;
    const QString readOnly = whyNotStart(*m_board);
    m_type->setEnabled(reviewing && !m_approved);
    if (!reviewing)
        m_run->disableBecause(tr("There is no plan to run yet"));
    else if (!readOnly.isEmpty())
        m_run->disableBecause(readOnly);
    else if (m_approved)
        m_run->disableBecause(tr("Confirmed; it starts in a moment"));
    else if (!card->canApprove)
        m_run->disableBecause(tr("The proposal has expired"));
    else
        m_run->disableBecause(m_type->isMatched()
                ? QString()
                : tr("Type %1 first").arg(confirmationFor(m_board->mode, subjectOf(m_purpose))));
}

void TrafficDialog::approve()
{
    if (!m_run->isEnabled() || !m_plan || !m_read)
        return;
    m_approved = m_ids();
    judge();
    emit requested(ApproveRequested{m_approved, *m_plan, *m_read});
}

void TrafficDialog::copyCommand()
{
    const PlanCard *card = m_plan ? planIn(*m_board, *m_plan) : nullptr;
    if (card && m_read == card->hash)
        emit copyRequested(words::commandToRun(*card));
}

} // namespace siaga::views

#include "moc_traffic_dialog.cpp"
