// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/audit/audit_filters.h"

#include "views/theme/theme.h"
#include "views/widgets/action_button.h"
#include "views/widgets/plain_label.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int textLengthMax = 200;
constexpr int textEms = 8; // At least; it takes what is left.
constexpr int whoEms = 11;
constexpr int kindEms = 12;
constexpr int rangeEms = 10;
constexpr int momentEms = 14;
constexpr auto typingPause = std::chrono::milliseconds(250);
constexpr std::int64_t hourLong = 3600 * std::int64_t{1000}; // Milliseconds.

/// A day begins where the clocks on this page say so.
WallTime beginOfDay(WallTime now, words::Zone zone)
{
    const Qt::TimeSpec spec = zone == words::Zone::utc ? Qt::UTC : Qt::LocalTime;
    return {QDateTime::fromMSecsSinceEpoch(now.milliseconds, spec).date().startOfDay(spec).toMSecsSinceEpoch()};
}

WallTime before(WallTime now, std::int64_t milliseconds)
{
    return {(now.milliseconds - milliseconds) / 1000 * 1000};
}

} // namespace

AuditFilters::AuditFilters(QWidget *parent)
    : QWidget(parent)
    , m_typing(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(makeLine());
    column->addWidget(makeTimes());
    m_times->hide();
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_typing, &QTimer::timeout, this, &AuditFilters::changed);
    auto *slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    connect(slash, &QShortcut::activated, this, &AuditFilters::focusText);
}

QComboBox *AuditFilters::makeChoice(const QString &name, int ems)
{
    auto *choice = new QComboBox(this);
    choice->setFixedWidth(ems * Theme::of(this).em());
    choice->setAccessibleName(name);
    choice->installEventFilter(this);
    connect(choice, &QComboBox::activated, this, &AuditFilters::tellNow);
    return choice;
}

QWidget *AuditFilters::makeLine()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    m_text = new QLineEdit(line);
    m_text->setMinimumWidth(textEms * Theme::of(this).em());
    m_text->setMaxLength(textLengthMax);
    m_text->setClearButtonEnabled(true);
    m_text->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_text->setPlaceholderText(tr("Text   /"));
    m_text->setAccessibleName(tr("Show the records that hold this text"));
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    m_who = makeChoice(tr("Who did it"), whoEms);
    m_who->addItem(tr("Everybody"), -1);
    for (const Actor::Kind kind : {Actor::Kind::person, Actor::Kind::engine, Actor::Kind::runtime})
        m_who->addItem(words::word(kind), static_cast<int>(kind));
    m_kind = makeChoice(tr("Kind of records"), kindEms);
    m_kind->addItem(tr("Every kind"), -1);
    for (std::size_t group = 0; group < namesOf(AuditGroup{}).size(); ++group)
        m_kind->addItem(words::word(static_cast<AuditGroup>(group)), static_cast<int>(group));
    m_range = makeChoice(tr("When it happened"), rangeEms);
    for (const QString &title : {tr("Any time"), tr("Last hour"), tr("Last 24 hours"), tr("Today"), tr("From … to …")})
        m_range->addItem(title);
    connect(m_range, &QComboBox::activated, this, &AuditFilters::rangeChosen);
    m_about = new ActionButton({}, {}, line);
    m_about->hide();
    connect(m_about, &QAbstractButton::clicked, this, [this] {
        setAbout({});
        tellNow();
        emit left(); // The button is gone, and the keyboard must not go with it.
    });
    row->addWidget(m_text, 1);
    for (QWidget *control : {static_cast<QWidget *>(m_who), static_cast<QWidget *>(m_kind), static_cast<QWidget *>(m_range),
             static_cast<QWidget *>(m_about)})
        row->addWidget(control);
    return line;
}

QWidget *AuditFilters::makeTimes()
{
    m_times = new QWidget(this);
    auto *row = new QHBoxLayout(m_times);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    const auto moment = [this, row](const QString &name) {
        auto *edit = new QLineEdit(m_times);
        edit->setFixedWidth(momentEms * Theme::of(this).em());
        edit->setMaxLength(30);
        edit->setTextMargins(halfGrid, 0, halfGrid, 0);
        edit->setAccessibleName(name);
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textChanged, this, [this] {
            sayTimes();
            m_typing->start();
        });
        row->addWidget(edit);
        return edit;
    };
    row->addWidget(new PlainLabel(tr("from"), Type::body, Tone::muted, QFont::Normal, m_times));
    m_since = moment(tr("The first moment"));
    row->addWidget(new PlainLabel(tr("to"), Type::body, Tone::muted, QFont::Normal, m_times));
    m_until = moment(tr("The moment behind the last"));
    m_mistake = new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, m_times);
    row->addWidget(m_mistake, 1);
    sayTimes();
    return m_times;
}

AuditFilters::Range AuditFilters::range() const
{
    return static_cast<Range>(std::max(m_range->currentIndex(), 0));
}

void AuditFilters::rangeChosen()
{
    m_times->setVisible(range() == Range::between);
    if (range() == Range::between)
        m_since->setFocus(Qt::OtherFocusReason);
}

void AuditFilters::sayTimes()
{
    const bool utc = m_zone == words::Zone::utc;
    const auto isWrong = [utc](const QLineEdit *edit) {
        return !edit->text().trimmed().isEmpty() && !words::momentFrom(edit->text(), utc, {});
    };
    const bool wrong = isWrong(m_since) || isWrong(m_until);
    m_mistake->setStatus(wrong ? std::optional(Status::warning) : std::nullopt);
    const QString zone = utc ? tr("in UTC") : tr("in local time");
    m_mistake->setText(wrong ? tr("A time looks like 2026-11-26 02:13:45 or 02:13")
                             : tr("%1, such as 2026-11-26 02:13 or 02:13; empty: no end", "in UTC").arg(zone));
}

void AuditFilters::setTimes(AuditQuery &query, WallTime now) const
{
    const bool utc = m_zone == words::Zone::utc;
    switch (range()) {
    case Range::any:
        return;
    case Range::hour:
        query.since = before(now, hourLong);
        return;
    case Range::day:
        query.since = before(now, 24 * hourLong);
        return;
    case Range::today:
        query.since = beginOfDay(now, m_zone);
        return;
    case Range::between:
        query.since = words::momentFrom(m_since->text(), utc, now);
        query.until = words::momentFrom(m_until->text(), utc, now);
    }
}

AuditQuery AuditFilters::query(WallTime now) const
{
    AuditQuery query{.text = m_text->text().trimmed().toStdString(), .about = m_subject};
    const QVariant who = m_who->currentData();
    if (who.typeId() == QMetaType::QString) {
        query.who = who.toString().toStdString();
    } else if (who.toInt() >= 0) {
        query.whoKind = static_cast<Actor::Kind>(who.toInt());
    }
    if (const int kind = m_kind->currentData().toInt(); kind >= 0)
        query.group = static_cast<AuditGroup>(kind);
    setTimes(query, now);
    return query;
}

void AuditFilters::setZone(words::Zone zone)
{
    m_zone = zone;
    sayTimes();
}

void AuditFilters::setAbout(const AuditSubject &about)
{
    m_subject = about;
    const QString title = words::title(about);
    m_about->setVisible(!title.isEmpty());
    m_about->setText(tr("about %1  ✕").arg(title));
    m_about->setAccessibleName(tr("Only about %1; press to show all").arg(title));
}

void AuditFilters::addActors(const std::vector<Actor> &actors)
{
    for (const Actor &actor : actors) {
        const QString name = words::text(actor.name);
        if (actor.kind == Actor::Kind::runtime || name.isEmpty() || m_who->findData(name) >= 0)
            continue;
        m_who->addItem(actor.kind == Actor::Kind::engine ? tr("engine %1").arg(name) : name, name);
    }
}

void AuditFilters::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void AuditFilters::clear()
{
    for (QComboBox *choice : {m_who, m_kind, m_range})
        choice->setCurrentIndex(0);
    m_times->hide();
    m_text->clear();
    setAbout({});
    tellNow();
}

bool AuditFilters::isNarrow() const
{
    return query({}) != AuditQuery{} || range() == Range::between;
}

void AuditFilters::tellNow()
{
    m_typing->stop();
    emit changed();
}

bool AuditFilters::eventFilter(QObject *watched, QEvent *event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event)->key() : 0;
    if (key == Qt::Key_Escape) {
        if (watched == m_text && !m_text->text().isEmpty())
            m_text->clear();
        emit left();
        return true;
    }
    const bool isText = qobject_cast<QLineEdit *>(watched) != nullptr;
    if (isText && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down)) {
        if (m_typing->isActive())
            tellNow();
        emit left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace siaga::views

#include "moc_audit_filters.cpp"
