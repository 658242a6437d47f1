// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/protect_page.h"

#include "core/words/breaker_words.h"
#include "views/models/command_list.h"
#include "views/models/standing.h"
#include "views/protect/breaker_cards.h"
#include "views/protect/protect_faces.h"
#include "views/widgets/action_button.h"
#include "views/widgets/card.h"
#include "views/widgets/code_block.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int gap = 12;
constexpr int filterEms = 16;
constexpr int filterLengthMax = 80;

// What is written into the fleet file; not translated, because the file is not.
const QStringList example{u"breakers:"_s, u"  payment-service:"_s, u"    service: payments"_s,
    u"    signal: edge            # or check, or metric"_s, u"    failure_threshold: 5"_s,
    u"    reset: 60s"_s, u"    effect: show            # or propose-drain, or drain"_s};

bool hasRegistered(const ProtectBoard &board)
{
    return std::ranges::any_of(
        board.groups, [](const BreakerGroup &group) { return group.kind == BreakerGroupKind::registered; });
}

/// How to get a breaker here.
Card *makeHint(QWidget *parent)
{
    auto *card = new Card(ProtectPage::tr("No breaker is registered"), parent);
    auto *words = new PlainLabel(
        ProtectPage::tr("A breaker stands for the calls to one service: it notices when too many fail, raises an alert, and "
                        "can take the service out of a region's traffic. Register one in the fleet file; it appears "
                        "here as soon as the file is saved:"),
        Type::body, Tone::muted, QFont::Normal, card);
    words->setWordWrap(true);
    words->setContentsMargins(2 * grid, gap, 2 * grid, grid);
    card->body()->addWidget(words);
    auto *block = new CodeBlock(example, card);
    auto *frame = new QHBoxLayout;
    frame->setContentsMargins(2 * grid, 0, 2 * grid, 2 * grid);
    frame->addWidget(block);
    card->body()->addLayout(frame);
    return card;
}

} // namespace

ProtectPage::ProtectPage(QWidget *parent)
    : QWidget(parent)
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Protect"));
    setFocusPolicy(Qt::ClickFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
    connectCards();
    auto *slash = new QShortcut(keyOf(Command::filter), this);
    connect(slash, &QShortcut::activated, this, &ProtectPage::focusFilter);
}

void ProtectPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

QWidget *ProtectPage::makeHead()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    m_state = new StatusPill(Status::unknown, tr("waiting for the first board"), row);
    m_state->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_totals = new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, row);
    m_door = new ActionButton({}, {}, row);
    m_door->setFocusPolicy(Qt::NoFocus); // The cards have the key N for it.
    m_door->setKeyShown(QKeySequence(Qt::Key_N));
    m_door->hide();
    m_filter = new QLineEdit(row);
    m_filter->setFixedWidth(filterEms * Theme::of(this).em());
    m_filter->setMaxLength(filterLengthMax);
    m_filter->setClearButtonEnabled(true);
    m_filter->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_filter->setPlaceholderText(tr("Filter   /"));
    m_filter->setAccessibleName(tr("Filter the breakers by name, service, region or state"));
    m_filter->installEventFilter(this);
    layout->addWidget(m_state);
    layout->addWidget(m_totals, 1);
    layout->addWidget(m_door);
    layout->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, this, &ProtectPage::refresh);
    return row;
}

QWidget *ProtectPage::makeBody()
{
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    m_cards = new BreakerCards(inside);
    m_nothing = new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, inside);
    m_hint = makeHint(inside);
    column->addWidget(m_nothing);
    column->addWidget(m_cards);
    column->addWidget(m_hint);
    column->addStretch(1);
    m_nothing->hide();
    m_hint->hide();
    m_scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() switches it on.
    return m_scroll;
}

void ProtectPage::connectCards()
{
    connect(m_cards, &BreakerCards::breakerSelected, this,
        [this](const QString &id) { emit selected(BreakerId(id.toStdString())); });
    connect(m_cards, &BreakerCards::breakerActivated, this,
        [this](const QString &id) { emit breakerActivated(BreakerId(id.toStdString())); });
    connect(m_cards, &BreakerCards::foldToggled, this, &ProtectPage::toggle);
    connect(m_cards, &BreakerCards::moved, this, [this](const QRect &place) {
        const QPoint centre = m_cards->mapTo(m_scroll->widget(), place.center());
        m_scroll->ensureVisible(centre.x(), centre.y(), 0, place.height() / 2 + gap);
    });
    connect(m_cards, &BreakerCards::waitingChanged, this, [this](int cards) {
        m_door->setText(cards == 1 ? tr("1 would move ↑") : tr("%n would move ↑", nullptr, cards));
        m_door->setVisible(cards > 0);
    });
    connect(m_door, &QAbstractButton::clicked, m_cards, &BreakerCards::release);
}

void ProtectPage::showBoard(const std::shared_ptr<const ProtectBoard> &board)
{
    m_board = board;
    refresh();
}

void ProtectPage::refresh()
{
    if (!m_board)
        return;
    const QString filter = m_filter->text().trimmed();
    std::vector<BreakerGroupFace> groups = breakerGroups(*m_board, m_unfolded, filter);
    const bool past = m_board->mode == siaga::Mode::replay;
    m_nothing->setVisible(filter.isEmpty() ? past : groups.empty());
    m_nothing->setText(filter.isEmpty() ? tr("Registered breakers stand here as they were. What Siaga's own calls and other "
                                             "programs' breakers showed then is not kept.")
                                        : tr("No breaker matches “%1”.").arg(filter));
    m_hint->setVisible(filter.isEmpty() && !past && !hasRegistered(*m_board));
    const bool hadFocus = hasFocus() || m_cards->hasFocus();
    if (groups.empty() && hadFocus)
        setFocus(); // Else it would go to whatever comes next, such as a button.
    m_cards->setVisible(!groups.empty());
    m_cards->setGroups(std::move(groups));
    if (hadFocus)
        focusCards();
    showTotals();
}

void ProtectPage::showTotals()
{
    const BreakersTile &totals = m_board->totals;
    const Status worst = totals.all == 0 ? Status::unknown : statusOf(totals.worst);
    m_state->setStatus(worst, totals.all == 0 ? tr("no breakers") : words::summary(totals));
    m_totals->setText(totals.all == 0 ? QString()
                                      : tr("of %1 · %2 registered").arg(words::number(totals.all), words::number(totals.registered)));
}

void ProtectPage::toggle(const QString &group)
{
    if (!m_unfolded.remove(group))
        m_unfolded.insert(group);
    refresh();
}

void ProtectPage::setSelection(const Selection &selection)
{
    const auto *breaker = std::get_if<BreakerId>(&selection);
    m_cards->setSelected(breaker ? words::text(*breaker) : QString());
}

void ProtectPage::focusCards()
{
    QWidget *place = m_cards->isHidden() ? static_cast<QWidget *>(this) : m_cards;
    if (!place->hasFocus())
        place->setFocus(Qt::OtherFocusReason);
}

bool ProtectPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_filter && event->type() == QEvent::KeyPress;
    const int key = isKey ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key == Qt::Key_Escape)
        m_filter->clear();
    if (key != Qt::Key_Escape && key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return QWidget::eventFilter(watched, event);
    focusCards();
    return true;
}

} // namespace siaga::views

#include "moc_protect_page.cpp"
