// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/breaker_dialog.h"

#include "core/words/breaker_words.h"
#include "core/words/reason_words.h"
#include "views/models/standing.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/type_to_confirm.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace siaga::views {

namespace {

constexpr int reasonLengthMax = 200;
constexpr int minutesOffered[] = {15, 60, 240, 1440};

QString titleOf(BreakerOrder order, const QString &name)
{
    switch (order) {
    case BreakerOrder::open:
        return BreakerDialog::tr("Force %1 open").arg(name);
    case BreakerOrder::disable:
        return BreakerDialog::tr("Hold %1 closed").arg(name);
    case BreakerOrder::reset:
        break;
    }
    return BreakerDialog::tr("Reset %1").arg(name);
}

QString actOf(BreakerOrder order)
{
    switch (order) {
    case BreakerOrder::open:
        return BreakerDialog::tr("Force open");
    case BreakerOrder::disable:
        return BreakerDialog::tr("Hold closed");
    case BreakerOrder::reset:
        break;
    }
    return BreakerDialog::tr("Reset");
}

/// What will happen, in one or two sentences; the same words whether it is read here or in the manual.
QStringList effectsOf(BreakerOrder order, const BreakerCard &card)
{
    if (order == BreakerOrder::reset)
        return {BreakerDialog::tr("It closes and forgets what it counted. A hold of it ends."),
            BreakerDialog::tr("If the calls still fail, it opens again by itself.")};
    if (order == BreakerOrder::disable)
        return {BreakerDialog::tr("It stays closed, whatever fails, until the time is over or somebody resets it."),
            card.kind == BreakerKind::own
                ? BreakerDialog::tr("Siaga then goes on calling a target that may be stuck; its other bounds stay.")
                : BreakerDialog::tr("It raises no alert and proposes nothing in that time.")};
    if (card.kind == BreakerKind::own)
        return {BreakerDialog::tr("Siaga makes no rounds to this target until the time is over or somebody resets it."),
            BreakerDialog::tr("What it would have seen is unknown then. Plans and their looks are never refused.")};
    if (card.effect == BreakerEffect::show)
        return {BreakerDialog::tr("It stands as open, and its alert is raised, until the time is over or somebody resets it."),
            BreakerDialog::tr("It is observing: no traffic changes.")};
    return {BreakerDialog::tr("It stands as open until the time is over or somebody resets it."),
        BreakerDialog::tr("Its effect follows as if it had opened by itself: %1 %2 in %3.", "it drains service in region")
            .arg(words::effect(card), words::text(card.service), words::text(card.region))};
}

} // namespace

BreakerDialog::BreakerDialog(BreakerOrder order, const BreakerCard &card, const NowBoard &board, RequestIdSource ids,
    QWidget *parent)
    : Dialog(titleOf(order, words::text(card.id)), modeOf(board.mode), parent)
    , m_order(order)
    , m_breaker(card.id)
    , m_ids(std::move(ids))
    , m_answer(line({}))
{
    setSubtitle(tr("Now: %1").arg(words::summary(card)));
    for (const QString &sentence : effectsOf(order, card))
        body()->addWidget(line(sentence));
    addReason();
    if (order != BreakerOrder::reset)
        addEnds();
    if (board.mode != siaga::Mode::lab && order != BreakerOrder::reset)
        addTyping(board);
    body()->addWidget(m_answer);
    m_answer->hide();
    body()->addStretch(1);
    addFoot();
    setMinimumWidth(72 * grid);
    showBoard(board);
    m_reason->setFocus();
}

void BreakerDialog::addReason()
{
    const QString wanted = m_order == BreakerOrder::reset ? tr("Why? It stands in the journal; may stay empty.")
                                                          : tr("Why? Everybody reads it on the card.");
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(reasonLengthMax);
    m_reason->setPlaceholderText(wanted);
    m_reason->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_reason->setAccessibleName(wanted);
    body()->addSpacing(grid);
    body()->addWidget(m_reason);
    connect(m_reason, &QLineEdit::textChanged, this, &BreakerDialog::judge);
    connect(m_reason, &QLineEdit::returnPressed, this, &BreakerDialog::order);
}

void BreakerDialog::addEnds()
{
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(2 * grid);
    across->addWidget(new PlainLabel(tr("Until it ends by itself:"), Type::body, Tone::muted, QFont::Normal, row));
    m_ends = new QButtonGroup(this);
    for (const int minutes : minutesOffered) {
        auto *choice = new QRadioButton(words::duration(std::chrono::minutes(minutes)), row);
        choice->setAccessibleName(tr("ends after %1").arg(choice->text()));
        m_ends->addButton(choice, minutes);
        across->addWidget(choice);
    }
    // A day reads better in hours beside the other choices.
    m_ends->button(1440)->setText(tr("24 h"));
    across->addStretch(1);
    body()->addWidget(row);
    connect(m_ends, &QButtonGroup::idToggled, this, &BreakerDialog::judge);
}

void BreakerDialog::addTyping(const NowBoard &board)
{
    const QString expected = confirmationFor(board.mode, words::text(m_breaker));
    auto *row = new QWidget(this);
    auto *across = new QHBoxLayout(row);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(grid);
    across->addWidget(new PlainLabel(tr("Type %1 to confirm:").arg(expected), Type::body, Tone::text, QFont::Medium, row));
    m_type = new TypeToConfirm(expected, row);
    across->addWidget(m_type, 1);
    body()->addWidget(row);
    connect(m_type, &TypeToConfirm::matchedChanged, this, &BreakerDialog::judge);
    connect(m_type, &TypeToConfirm::confirmed, this, &BreakerDialog::order);
}

void BreakerDialog::addFoot()
{
    addToFoot(new QWidget(this));
    m_copy = addButton(tr("Copy as command"));
    m_copy->setShortcut(QKeySequence(Qt::ALT | Qt::Key_C));
    connect(m_copy, &QAbstractButton::clicked, this, [this] { emit copyRequested(command()); });
    m_cancel = addButton(tr("Cancel"));
    connect(m_cancel, &QAbstractButton::clicked, this, &QDialog::reject);
    m_act = addButton(actOf(m_order));
    setEmphasis(*m_act, m_order == BreakerOrder::reset ? Emphasis::primary : Emphasis::danger);
    connect(m_act, &QAbstractButton::clicked, this, &BreakerDialog::order);
}

void BreakerDialog::showBoard(const NowBoard &board)
{
    m_readOnly = whyNotStart(board);
    judge();
}

QString BreakerDialog::whyNot() const
{
    if (!m_readOnly.isEmpty())
        return m_readOnly;
    if (m_asked)
        return tr("Asked; the answer is on its way");
    if (m_order != BreakerOrder::reset && m_reason->text().trimmed().isEmpty())
        return tr("Write a reason first");
    if (m_ends && m_ends->checkedId() < 0)
        return tr("Choose when it ends first");
    return m_type && !m_type->isMatched() ? tr("Type the name first") : QString();
}

void BreakerDialog::judge()
{
    if (!m_done)
        m_act->disableBecause(whyNot());
}

void BreakerDialog::order()
{
    if (m_done || !whyNot().isEmpty())
        return;
    m_asked = m_ids();
    m_answer->hide();
    judge();
    const std::string reason = m_reason->text().trimmed().toStdString();
    if (m_order == BreakerOrder::reset)
        return emit requested(ResetBreakerRequested{m_asked, m_breaker, reason});
    emit requested(HoldBreakerRequested{m_asked, m_breaker,
        m_order == BreakerOrder::open ? BreakerHold::open : BreakerHold::disabled, reason,
        std::chrono::minutes(m_ends->checkedId())});
}

void BreakerDialog::showGranted(const RequestGranted &granted)
{
    if (!answersFor(granted.id))
        return;
    m_asked = {};
    m_done = true;
    m_answer->setStatus(Status::healthy);
    m_answer->setText(m_order == BreakerOrder::reset  ? tr("Done: it is closed and counts anew.")
            : m_order == BreakerOrder::open ? tr("Done: it is forced open. It is in the journal with your name.")
                                            : tr("Done: it is held closed. It is in the journal with your name."));
    m_answer->show();
    m_act->hide();
    for (QWidget *field : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_type)})
        if (field)
            field->setEnabled(false);
    if (m_ends)
        for (QAbstractButton *choice : m_ends->buttons())
            choice->setEnabled(false);
    m_cancel->setText(tr("Close"));
    m_cancel->setDefault(true);
    m_cancel->setFocus();
}

void BreakerDialog::showRefused(const RequestRefused &refused)
{
    if (!answersFor(refused.id))
        return;
    m_asked = {};
    m_answer->setStatus(Status::warning);
    m_answer->setText(tr("Refused: %1").arg(words::inOneLine(refused.reasons)));
    m_answer->show();
    if (m_type)
        m_type->clear();
    judge();
}

QString BreakerDialog::command() const
{
    const QString reason = m_reason->text().trimmed();
    if (m_order == BreakerOrder::reset)
        return words::commandToReset(m_breaker, reason);
    const int minutes = m_ends->checkedId();
    const QString lasts = minutes < 0 ? QStringLiteral("1h")
        : minutes < 60                ? QStringLiteral("%1min").arg(minutes)
                                      : QStringLiteral("%1h").arg(minutes / 60);
    return words::commandToHold(
        m_breaker, m_order == BreakerOrder::open ? BreakerHold::open : BreakerHold::disabled, lasts, reason);
}

} // namespace siaga::views

#include "moc_breaker_dialog.cpp"
