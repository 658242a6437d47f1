// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/inspector.h"

#include "views/main_window/section.h"
#include "views/theme/style.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"
#include "views/widgets/status_pill.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace siaga::views {

namespace  {

constexpr int widthEms = 23;

template<class Id>
void offer(ActionButton &button, const std::optional<Offer<Id>> &offered)
{
    button.setVisible(offered.has_value());
    if (offered)
        button.disableBecause(offered->whyNot);
}

} // namespace

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, Type::title, Tone::text, QFont::DemiBold, this))
    , m_subtitle(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
    , m_state(new StatusPill(Status::unknown, {}, this))
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("What is selected"));
    setFixedWidth(widthEms * Theme::of(this).em());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid + 1, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(halfGrid);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    column->addWidget(m_state);
    column->addWidget(makeScroll(), 1);
    makeButtons(*column);
    connectPlanButtons();
    connectBreakerButtons();
}

QWidget *Inspector::makeScroll()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *inside = new QWidget(scroll);
    m_sectionsColumn = new QVBoxLayout(inside);
    m_sectionsColumn->setContentsMargins(0, grid, 0, grid);
    m_sectionsColumn->setSpacing(2 * grid);
    m_sectionsColumn->addStretch(1);
    scroll->setWidget(inside);
    inside->setAutoFillBackground(false); // setWidget() switches it on.
    return scroll;
}

void Inspector::makeButtons(QVBoxLayout &column)
{
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(grid);
    column.addLayout(buttons);
    const auto make = [this, buttons](const QString &text, const QKeySequence &key) {
        auto *button = new ActionButton(text, key, this);
        button->setSpread(true);
        button->hide();
        buttons->addWidget(button);
        return button;
    };
    m_acknowledge = make(tr("Acknowledge"), keyOf(Command::acknowledge));
    setEmphasis(*m_acknowledge, Emphasis::primary);
    m_review = make(tr("Review and approve…"), keyOf(Command::review));
    m_evacuate = make(tr("Take out of traffic…"), keyOf(Command::evacuate));
    m_restore = make(tr("Restore…"), keyOf(Command::restore));
    m_hold = make(tr("Hold"), {});
    m_resume = make(tr("Resume"), {});
    m_abort = make(tr("Abort…"), {});
    m_forceOpen = make(tr("Force open…"), keyOf(Command::forceOpen));
    m_disable = make(tr("Hold closed…"), keyOf(Command::disable));
    m_reset = make(tr("Reset…"), keyOf(Command::reset));
    m_runbook = make(tr("Open runbook"), keyOf(Command::runbook));
    m_history = make(tr("Show its history"), keyOf(Command::history));
    m_copy = make(tr("Copy as command"), keyOf(Command::copyCommand));
    makeCopies(*buttons);
    for (ActionButton *dangerous : {m_evacuate, m_abort, m_forceOpen, m_disable})
        setEmphasis(*dangerous, Emphasis::danger);
    connect(
        m_acknowledge, &QAbstractButton::clicked, this, [this] { emit acknowledgeRequested(m_face.acknowledge->id); });
    connect(m_evacuate, &QAbstractButton::clicked, this, [this] { emit evacuateRequested(m_face.evacuate->id); });
    connect(m_restore, &QAbstractButton::clicked, this, [this] { emit restoreRequested(m_face.restore->id); });
    connect(m_runbook, &QAbstractButton::clicked, this, [this] { emit runbookRequested(m_face.runbook); });
    connect(m_history, &QAbstractButton::clicked, this, [this] { emit historyRequested(m_face.history); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] { emit copyRequested(m_face.command); });
}

/// The row in two other shapes, side by side: they are needed less often than the command.
void Inspector::makeCopies(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    m_copyJson = new ActionButton(tr("As JSON"), keyOf(Command::copyJson), this);
    m_copyLink = new ActionButton(tr("As link"), keyOf(Command::copyLink), this);
    m_copyJson->setAccessibleName(tr("Copy as JSON"));
    m_copyLink->setAccessibleName(tr("Copy as a link"));
    for (ActionButton *button : {m_copyJson, m_copyLink}) {
        button->setSpread(true);
        button->hide();
        row->addWidget(button, 1);
    }
    column.addLayout(row);
    auto *tables = new ActionButton(tr("Show as tables"), {}, this);
    tables->setSpread(true);
    tables->setKeyShown(keyOf(Command::tables));
    column.addWidget(tables);
    connect(tables, &QAbstractButton::clicked, this, &Inspector::tablesRequested);
    connect(m_copyJson, &QAbstractButton::clicked, this, &Inspector::copyJsonRequested);
    connect(m_copyLink, &QAbstractButton::clicked, this, &Inspector::copyLinkRequested);
}

ActionButton *Inspector::buttonOf(Command command) const
{
    switch (command) {
    case Command::acknowledge:
        return m_acknowledge;
    case Command::review:
        return m_review;
    case Command::evacuate:
        return m_evacuate;
    case Command::restore:
        return m_restore;
    case Command::hold:
        return m_hold;
    case Command::resume:
        return m_resume;
    case Command::abort:
        return m_abort;
    case Command::forceOpen:
        return m_forceOpen;
    case Command::disable:
        return m_disable;
    case Command::reset:
        return m_reset;
    case Command::runbook:
        return m_runbook;
    case Command::history:
        return m_history;
    case Command::copyCommand:
        return m_copy;
    case Command::copyJson:
        return m_copyJson;
    case Command::copyLink:
        return m_copyLink;
    default:
        return nullptr;
    }
}

void Inspector::connectPlanButtons()
{
    connect(m_review, &QAbstractButton::clicked, this, [this] { emit reviewRequested(m_face.review->id); });
    connect(m_hold, &QAbstractButton::clicked, this, [this] { emit holdRequested(m_face.hold->id); });
    connect(m_resume, &QAbstractButton::clicked, this, [this] { emit resumeRequested(m_face.resume->id); });
    connect(m_abort, &QAbstractButton::clicked, this, [this] { emit abortRequested(m_face.abort->id); });
}

void Inspector::connectBreakerButtons()
{
    connect(m_forceOpen, &QAbstractButton::clicked, this, [this] { emit forceOpenRequested(m_face.forceOpen->id); });
    connect(m_disable, &QAbstractButton::clicked, this, [this] { emit disableRequested(m_face.disable->id); });
    connect(m_reset, &QAbstractButton::clicked, this, [this] { emit resetRequested(m_face.reset->id); });
}

void Inspector::setFace(const Inspection &face)
{
    if (face == m_face)
        return;
    m_face = face;
    m_title->setText(face.title);
    m_subtitle->setText(face.subtitle);
    m_subtitle->setVisible(!face.subtitle.isEmpty());
    m_state->setStatus(face.status, face.state);
    showSections();
    showButtons();
}

void Inspector::showSections()
{
    while (m_sections.size() < m_face.sections.size()) {
        m_sections.push_back(new Section(m_sectionsColumn->parentWidget()));
        m_sectionsColumn->insertWidget(m_sectionsColumn->count() - 1, m_sections.back());
    }
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->setVisible(i < m_face.sections.size());
        if (i < m_face.sections.size())
            m_sections[i]->setFace(m_face.sections[i]);
    }
}

void Inspector::showButtons()
{
    offer(*m_acknowledge, m_face.acknowledge);
    offer(*m_review, m_face.review);
    offer(*m_evacuate, m_face.evacuate);
    offer(*m_restore, m_face.restore);
    offer(*m_hold, m_face.hold);
    offer(*m_resume, m_face.resume);
    offer(*m_abort, m_face.abort);
    offer(*m_forceOpen, m_face.forceOpen);
    offer(*m_disable, m_face.disable);
    offer(*m_reset, m_face.reset);
    m_runbook->setVisible(!m_face.runbook.isEmpty());
    m_history->setVisible(!std::holds_alternative<std::monostate>(m_face.history));
    m_copy->setVisible(!m_face.command.isEmpty());
    m_copyJson->setHidden(m_face.link.isEmpty());
    m_copyLink->setHidden(m_face.link.isEmpty());
}

void Inspector::focusActions()
{
    for (ActionButton *button : {m_acknowledge, m_review, m_evacuate, m_restore, m_hold, m_resume, m_abort, m_forceOpen,
             m_disable, m_reset, m_runbook, m_copy, m_copyJson, m_copyLink})
        if (button->isVisible() && button->isEnabled())
            return button->setFocus(Qt::OtherFocusReason);
}

void Inspector::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.border);
}

} // namespace siaga::views

#include "moc_inspector.cpp"
