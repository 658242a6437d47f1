// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/record_pane.h"

#include "views/theme/plain_text.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int widthEms = 27;
constexpr std::size_t subjectsMax = 3;
constexpr int lineLengthMax = 4096; // Of a line of JSON; longer ones are cut for reading.

std::vector<AuditSubject> subjectsOf(const AuditRow &row)
{
    std::vector<AuditSubject> subjects;
    for (const AlertId alert : row.mentions.alerts)
        subjects.emplace_back(alert);
    for (const PlanId plan : row.mentions.plans)
        subjects.emplace_back(plan);
    for (const BreakerId &breaker : row.mentions.breakers)
        subjects.emplace_back(breaker);
    for (const RegionId &region : row.mentions.regions)
        subjects.emplace_back(region);
    if (subjects.size() > subjectsMax)
        subjects.resize(subjectsMax);
    return subjects;
}

/// Each line as harmless characters; the line ends are ours.
QString harmless(const QString &json)
{
    QStringList lines = json.split(u'\n');
    for (QString &line : lines)
        line = plain(line, lineLengthMax);
    return lines.join(u'\n');
}

/// 64 digits in two lines of four groups, to be compared by eye.
QString grouped(const Hash256 &hash)
{
    const QString hex = words::text(toHex(hash));
    QStringList groups;
    for (int i = 0; i < hex.size(); i += 8)
        groups << hex.mid(i, 8);
    return groups.join(u' ');
}

} // namespace

RecordPane::RecordPane(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, Type::title, Tone::text, QFont::DemiBold, this))
    , m_sentence(new PlainLabel({}, Type::body, Tone::text, QFont::Normal, this))
    , m_why(new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, this))
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("The selected record"));
    setFixedWidth(widthEms * Theme::of(this).em());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * grid + 1, 2 * grid, 2 * grid, 2 * grid);
    column->setSpacing(grid);
    for (PlainLabel *label : {m_title, m_sentence, m_why}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    makeFacts(*column);
    makeJson(*column);
    makeButtons(*column);
    clear();
}

void RecordPane::makeFacts(QVBoxLayout &column)
{
    m_facts = new QWidget(this);
    m_factsColumn = new QVBoxLayout(m_facts);
    m_factsColumn->setContentsMargins(0, halfGrid, 0, halfGrid);
    m_factsColumn->setSpacing(halfGrid);
    column.addWidget(m_facts);
}

void RecordPane::makeJson(QVBoxLayout &column)
{
    m_json = new QPlainTextEdit(this);
    m_json->setReadOnly(true);
    m_json->setTabChangesFocus(true);
    m_json->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_json->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_json->setAccessibleName(tr("The record as it is stored, as JSON"));
    QFont letters = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    letters.setPixelSize(QFontMetrics(Theme::of(this).font(Type::small)).ascent() + 1);
    m_json->setFont(letters);
    column.addWidget(m_json, 1);
    m_room = new QWidget(this);
    column.addWidget(m_room, 1);
}

void RecordPane::makeButtons(QVBoxLayout &column)
{
    const auto make = [this, &column](const QString &text, const QKeySequence &key) {
        auto *button = new ActionButton(text, key, this);
        button->setSpread(true);
        column.addWidget(button);
        return button;
    };
    m_cause = make({}, {});
    for (std::size_t i = 0; i < subjectsMax; ++i) {
        m_histories.push_back(make({}, i == 0 ? QKeySequence(Qt::Key_H) : QKeySequence()));
        connect(m_histories.back(), &QAbstractButton::clicked, this, [this, i] { emit historyWanted(m_subjects[i]); });
    }
    m_copyCommand = make(tr("Copy as command"), QKeySequence(Qt::ALT | Qt::Key_C));
    m_copyJson = make(tr("Copy as JSON"), QKeySequence(Qt::ALT | Qt::Key_J));
    m_copyLink = make(tr("Copy as link"), QKeySequence(Qt::ALT | Qt::Key_L));
    connect(m_cause, &QAbstractButton::clicked, this, [this] { emit recordWanted(m_record.line.row.cause); });
    connect(m_copyCommand, &QAbstractButton::clicked, this, [this] { emit commandWanted(m_record.seq); });
    connect(m_copyJson, &QAbstractButton::clicked, this, [this] { emit jsonCopied(words::text(m_record.bytes)); });
    connect(m_copyLink, &QAbstractButton::clicked, this, [this] { emit linkWanted(m_record.seq); });
}

void RecordPane::expect(Seq seq)
{
    if (seq == m_record.seq && m_isHere)
        return;
    m_record = {.seq = seq};
    m_isHere = false;
    m_title->setText(tr("Record %1").arg(words::number(seq.value())));
}

void RecordPane::showRecord(const words::AuditRecord &record)
{
    if (record.seq != m_record.seq)
        return; // The reader has gone on meanwhile.
    m_record = record;
    m_isHere = true;
    renew();
}

void RecordPane::clear()
{
    m_record = {};
    m_isHere = false;
    renew();
}

void RecordPane::setZone(words::Zone zone)
{
    m_zone = zone;
    if (m_isHere)
        showFacts();
}

void RecordPane::renew()
{
    const bool isHere = m_isHere && !m_record.isLost;
    const words::AuditLine &line = m_record.line;
    m_title->setText(m_record.seq ? tr("Record %1").arg(words::number(m_record.seq.value())) : tr("No record selected"));
    m_sentence->setStatus(isHere && line.damaged ? std::optional(Status::critical) : std::nullopt);
    m_sentence->setText(isHere ? line.what
            : m_record.isLost  ? tr("The journal cannot be read now.")
                               : tr("Select a record: who did what and why, its hash, and its very bytes stand here."));
    m_why->setText(isHere && !line.why.isEmpty() ? tr("Why: %1").arg(line.why) : QString());
    m_why->setVisible(!m_why->text().isEmpty());
    m_json->setPlainText(isHere ? harmless(m_record.indented) : QString());
    m_json->setVisible(isHere && !m_record.bytes.empty());
    m_room->setVisible(m_json->isHidden());
    showFacts();
    showSubjects();
    for (ActionButton *button : {m_copyCommand, m_copyLink})
        button->setVisible(isHere);
    m_copyJson->setVisible(isHere && !m_record.bytes.empty());
}

void RecordPane::addFact(const QString &name, const QString &text)
{
    if (m_used == m_lines.size()) {
        auto *row = new QWidget(m_facts);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(grid);
        auto *title = new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, row);
        title->setFixedWidth(7 * Theme::of(this).em());
        title->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        auto *value = new PlainLabel({}, Type::small, Tone::text, QFont::Normal, row);
        value->setWordWrap(true);
        layout->addWidget(title);
        layout->addWidget(value, 1);
        m_factsColumn->addWidget(row);
        m_lines.emplace_back(title, value);
    }
    const auto &[title, value] = m_lines[m_used++];
    title->setText(name);
    value->setText(text);
    value->parentWidget()->show();
}

void RecordPane::showFacts()
{
    m_used = 0;
    const bool isHere = m_isHere && !m_record.isLost && !m_record.bytes.empty();
    const AuditRow &row = m_record.line.row;
    if (isHere && !m_record.line.damaged) {
        addFact(tr("when"), words::dateAndTime(row.wall, m_zone));
        addFact(tr("who"), m_record.line.who);
        addFact(tr("kind"), tr("%1 · %2", "kind · stored name").arg(words::word(row.group), words::text(row.type)));
        addFact(tr("epoch"), words::number(row.epoch.value()));
    }
    if (isHere) {
        addFact(tr("hash"), grouped(m_record.hash));
        addFact(tr("hash before"), m_record.previous == Hash256{} ? tr("none, it is the first") : grouped(m_record.previous));
    }
    for (std::size_t i = m_used; i < m_lines.size(); ++i)
        m_lines[i].second->parentWidget()->hide();
    m_facts->setVisible(m_used > 0);
}

void RecordPane::showSubjects()
{
    const bool isHere = m_isHere && !m_record.isLost;
    m_subjects = isHere ? subjectsOf(m_record.line.row) : std::vector<AuditSubject>();
    for (std::size_t i = 0; i < m_histories.size(); ++i) {
        m_histories[i]->setVisible(i < m_subjects.size());
        if (i < m_subjects.size())
            m_histories[i]->setText(tr("All about %1").arg(words::title(m_subjects[i])));
        if (i == 0)
            m_histories[i]->setShortcut(Qt::Key_H); // A new text takes it away.
    }
    const Seq cause = isHere ? m_record.line.row.cause : Seq();
    m_cause->setVisible(bool(cause));
    m_cause->setText(tr("Go to record %1, its cause").arg(words::number(cause.value())));
}

void RecordPane::focusActions()
{
    for (ActionButton *button : {m_cause, m_histories.front(), m_copyCommand})
        if (button->isVisible())
            return button->setFocus(Qt::OtherFocusReason);
}

void RecordPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.border);
}

} // namespace siaga::views

#include "moc_record_pane.cpp"
