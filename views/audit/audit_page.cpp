// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_page.h"

#include "core/words/plan_words.h"
#include "views/audit/audit_filters.h"
#include "views/audit/progress_line.h"
#include "views/audit/proof_card.h"
#include "views/audit/record_pane.h"
#include "views/audit/record_table.h"
#include "views/models/audit_rows.h"
#include "views/widgets/action_button.h"
#include "views/widgets/card.h"
#include "views/widgets/spoken.h"
#include "views/widgets/table.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int gap = 12;

/// A label in the middle of nothing.
PlainLabel *centred(PlainLabel *label)
{
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignCenter);
    return label;
}

QString commandFor(const AuditQuery &query)
{
    QStringList parts{u"siaga"_s, u"audit"_s, u"export"_s};
    for (const QString &word : words::auditOptions(query))
        parts << (word.startsWith(u"--"_s) ? word : words::quoted(word));
    return parts.join(u' ');
}

} // namespace

AuditPage::AuditPage(QWidget *parent)
    : QWidget(parent)
    , m_rows(new AuditRows(this))
    , m_pane(new RecordPane(this))
    , m_tick(new QTimer(this))
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Audit"));
    setFocusPolicy(Qt::ClickFocus);
    // It takes the inspector's room too; else the window could not be as narrow on the pages that have an inspector.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(2 * grid, 2 * grid, 2 * grid, grid);
    column->setSpacing(gap);
    m_proof = new ProofCard(this);
    m_filters = new AuditFilters(this);
    column->addWidget(m_proof);
    column->addWidget(m_filters);
    column->addWidget(makeList(), 1);
    column->addWidget(makeFoot());
    outer->addLayout(column, 1);
    outer->addWidget(m_pane);
    connectParts();
    connectPane();
    m_tick->setInterval(std::chrono::seconds(1));
    connect(m_tick, &QTimer::timeout, this, &AuditPage::sayFoot);
    sayEmpty();
    sayFoot();
}

QWidget *AuditPage::makeList()
{
    m_card = new Card(tr("Records"), this);
    m_card->setNote(tr("newest first"));
    m_door = new ActionButton({}, {}, m_card);
    m_door->setFocusPolicy(Qt::NoFocus); // The list has the key N for it.
    m_door->setKeyShown(QKeySequence(Qt::Key_N));
    m_door->hide();
    m_card->addToTitle(m_door);
    m_table = new RecordTable(m_card);
    m_table->setModel(m_rows);
    m_table->setAccessibleName(tr("Records, newest first"));
    m_table->installEventFilter(this);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_card->body()->setContentsMargins(1, 0, 1, cardRadius / 2);
    m_card->body()->addWidget(m_table, 1);
    m_empty = new QWidget(m_card);
    m_emptyTitle = centred(new PlainLabel({}, Type::body, Tone::text, QFont::Medium, m_empty));
    m_emptyHint = centred(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_empty));
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(3 * grid, 3 * grid, 3 * grid, 3 * grid);
    column->addStretch(1);
    column->addWidget(m_emptyTitle);
    column->addWidget(m_emptyHint);
    column->addStretch(1);
    m_card->body()->addWidget(m_empty, 1);
    return m_card;
}

QWidget *AuditPage::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *column = new QVBoxLayout(foot);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(halfGrid);
    m_line = new ProgressLine(foot);
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    m_foot = new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, foot);
    m_stop = new ActionButton(tr("Stop searching"), {}, foot);
    QSizePolicy kept = m_stop->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // Else the rows would move as it comes and goes.
    m_stop->setSizePolicy(kept);
    m_stop->hide();
    m_copyQuery = new ActionButton(tr("Copy as command"), {}, foot);
    m_copyQuery->setObjectName(u"copyQuery"_s);
    m_copyQuery->setAccessibleName(tr("Copy the command that prints what the filters show"));
    row->addWidget(m_foot, 1);
    row->addWidget(m_stop);
    row->addWidget(m_copyQuery);
    column->addWidget(m_line);
    column->addLayout(row);
    return foot;
}

void AuditPage::connectParts()
{
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::reload);
    connect(m_filters, &AuditFilters::left, this, &AuditPage::focusRows);
    connect(m_door, &QAbstractButton::clicked, this, &AuditPage::letIn);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditPage::chosen);
    connect(m_table, &Table::doubleClicked, m_pane, &RecordPane::focusActions);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &AuditPage::scrolled);
    connect(m_copyQuery, &QAbstractButton::clicked, this, [this] { emit commandCopied(commandFor(query())); });
    connect(m_stop, &QAbstractButton::clicked, this, [this] {
        m_errand = Errand::none;
        m_stopped = true;
        ++m_ticket; // What is still on its way is not taken any more.
        emit stopAsked();
        sayEmpty();
        sayFoot();
        focusRows(); // The button is gone, and the keyboard must not go with it.
    });
}

void AuditPage::connectPane()
{
    connect(m_pane, &RecordPane::recordWanted, this, &AuditPage::openRecord);
    connect(m_pane, &RecordPane::historyWanted, this, &AuditPage::showAbout);
    connect(m_pane, &RecordPane::jsonCopied, this, &AuditPage::textCopied);
    connect(m_pane, &RecordPane::commandWanted, this,
        [this](Seq seq) { emit commandCopied(commandFor({.from = seq, .to = seq})); });
    connect(m_pane, &RecordPane::linkWanted, this, &AuditPage::linkWanted);
    connect(m_proof, &ProofCard::verifyWanted, this, &AuditPage::verifyAsked);
    connect(m_proof, &ProofCard::verifyStopWanted, this, &AuditPage::verifyStopAsked);
    connect(m_proof, &ProofCard::exportWanted, this, &AuditPage::exportWanted);
    connect(m_proof, &ProofCard::exportStopWanted, this, &AuditPage::exportStopAsked);
    connect(m_proof, &ProofCard::recordWanted, this, &AuditPage::openRecord);
    connect(m_proof, &ProofCard::headCopied, this, &AuditPage::textCopied);
}

void AuditPage::run(Command command)
{
    if (command == Command::filterRecords)
        m_filters->focusText();
    if (command == Command::verify)
        emit verifyAsked();
    if (command == Command::exportRecords)
        emit exportWanted();
}

void AuditPage::setZone(words::Zone zone)
{
    m_rows->setZone(zone);
    m_filters->setZone(zone);
    m_proof->setZone(zone);
    m_pane->setZone(zone);
}

void AuditPage::showMoment(std::optional<Seq> moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    m_seenUpTo = {};
    if (isVisible())
        reload();
}

void AuditPage::showAbout(const AuditSubject &subject)
{
    m_filters->clear();
    m_filters->setAbout(subject);
    reload();
    focusRows();
}

void AuditPage::openRecord(Seq seq)
{
    m_wanted = seq;
    m_pane->expect(seq);
    emit recordAsked(seq);
    if (const int row = m_rows->rowOf(seq); row >= 0) {
        m_wanted.reset();
        m_table->setCurrentIndex(m_rows->index(row, 0));
        m_table->scrollTo(m_rows->index(row, 0), QAbstractItemView::PositionAtCenter);
        return;
    }
    m_filters->clear();
    AuditQuery query = this->query();
    ask(Errand::reload, query, true, seq);
    m_topDropped = true; // Newer ones are above it.
}

void AuditPage::focusRows()
{
    QWidget *place = m_table->isHidden() ? static_cast<QWidget *>(this) : m_table;
    if (!place->hasFocus())
        place->setFocus(Qt::OtherFocusReason);
}

Seq AuditPage::selected() const
{
    return m_pane->seq();
}

QString AuditPage::json() const
{
    return m_pane->json();
}

AuditQuery AuditPage::query() const
{
    AuditQuery query = m_filters->query(m_wall);
    if (m_moment)
        query.to = *m_moment;
    return query;
}

bool AuditPage::isNarrow() const
{
    return m_filters->isNarrow();
}

void AuditPage::showRecord(const words::AuditRecord &record)
{
    m_pane->showRecord(record);
}

void AuditPage::showProof(const AuditProof &proof)
{
    m_proof->showProof(proof);
}

void AuditPage::showExport(const AuditExporting &exporting)
{
    m_proof->showExport(exporting);
}

void AuditPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_seenUpTo && m_errand == Errand::none)
        reload();
    else
        fetchTail();
}

} // namespace siaga::views

#include "moc_audit_page.cpp"
