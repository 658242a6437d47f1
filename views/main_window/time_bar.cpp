// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/time_bar.h"

#include "core/words/time_words.h"
#include "views/main_window/time_track.h"
#include "views/models/command_list.h"
#include "views/theme/marks.h"
#include "views/widgets/action_button.h"
#include "views/widgets/spoken.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr int boxEms = 11;
constexpr int backEms = 12;
constexpr int textLengthMax = 40;

/// An arrow to the event before, or behind.
class StepButton : public QAbstractButton
{
public:
    StepButton(bool forward, QWidget *parent)
        : QAbstractButton(parent)
        , m_forward(forward)
    {
        setFocusPolicy(Qt::TabFocus);
        setFixedSize(3 * grid, controlHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = Theme::of(this).tokens();
        const QPointF centre = QRectF(rect()).center();
        const qreal tip = m_forward ? 4 : -4;
        QPainterPath arrow(centre + QPointF(tip, 0));
        arrow.lineTo(centre + QPointF(-tip, -5));
        arrow.lineTo(centre + QPointF(-tip, 5));
        arrow.closeSubpath();
        painter.fillPath(arrow, isDown() || underMouse() ? tokens.text : tokens.muted);
        if (hasFocus())
            paintFocusRing(painter, rect(), controlRadius, tokens);
    }

private:
    bool m_forward;
};

std::set<AlertId> criticalIn(const NowBoard &board)
{
    std::set<AlertId> ids;
    for (const AlertRow &row : board.alerts)
        if (!row.resolved && row.severity >= Severity::critical)
            ids.insert(row.id);
    return ids;
}

} // namespace

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
    , m_track(new TimeTrack(this))
    , m_box(new QLineEdit(this))
    , m_back(new ActionButton({}, {}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(halfGrid);
    row->addWidget(makeStep(false));
    row->addWidget(m_track, 1);
    row->addWidget(makeStep(true));
    row->addWidget(m_back);
    row->addSpacing(halfGrid);
    row->addWidget(m_box);
    m_box->setFixedWidth(boxEms * Theme::of(this).em());
    m_box->setMaxLength(textLengthMax);
    m_box->setTextMargins(halfGrid, 0, halfGrid, 0);
    m_box->setPlaceholderText(tr("02:13, -15min, #812"));
    m_box->setAccessibleName(tr("Go to a time"));
    m_box->setAccessibleDescription(tr("A time such as 02:13 or yesterday 02:13, how long ago, such as -15min, or a record, such as #812"));
    m_back->setFocusPolicy(Qt::TabFocus);
    m_back->setFixedWidth(backEms * Theme::of(this).em()); // So that the track keeps its width.
    connect(m_box, &QLineEdit::returnPressed, this, &TimeBar::goToTyped);
    connect(m_back, &QAbstractButton::clicked, this, &TimeBar::presentWanted);
    connect(m_track, &TimeTrack::placeWanted, this, &TimeBar::placeWanted);
    connect(m_track, &TimeTrack::presentWanted, this, &TimeBar::presentWanted);
    dress();
}

QAbstractButton *TimeBar::makeStep(bool forward)
{
    auto *button = new StepButton(forward, this);
    const Command command = forward ? Command::later : Command::earlier;
    button->setAccessibleName(wordsOf(entryOf(command)));
    button->setShortcut(keyOf(command));
    connect(button, &QAbstractButton::clicked, this, [this, forward] { m_track->step(forward); });
    return button;
}

void TimeBar::focusBox()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void TimeBar::setZone(words::Zone zone)
{
    m_zone = zone;
    m_track->setZone(zone);
}

void TimeBar::showPresent(const NowBoard &board)
{
    m_present = board.wall;
    m_critical = criticalIn(board);
    m_lost = board.banners.silent || board.banners.lost;
    m_emergency = std::ranges::any_of(board.alerts, [this](const AlertRow &row) {
        return !row.resolved && row.severity == Severity::emergency && !m_known.contains(row.id);
    });
    if (!m_past)
        m_known = m_critical;
    m_track->setPresent(board.wall, board.journalSeq);
    dress();
}

void TimeBar::showMoment(const Moment *moment)
{
    m_past = moment != nullptr;
    if (!m_past)
        m_known = m_critical;
    m_track->setMoment(
        moment ? std::optional(TimePoint{moment->record.seq, moment->now.now, moment->now.wall}) : std::nullopt);
    dress();
}

void TimeBar::goToTyped()
{
    const auto typed = words::typedMoment(m_box->text(), m_zone, m_present);
    if (!typed)
        return emit notUnderstood(tr("“%1” is no time: try 02:13, yesterday 02:13, 2026-11-25 02:13, -15min, or #812 for a record")
                                      .arg(m_box->text().trimmed()));
    m_box->clear();
    m_track->setFocus();
    if (const auto *seq = std::get_if<Seq>(&*typed))
        m_track->seek(*seq);
    else
        m_track->seek(std::get<WallTime>(*typed));
}

/// What leads back to the present says what is new there.
void TimeBar::dress()
{
    const auto isNew = [this](AlertId id) { return !m_known.contains(id); };
    const int news = m_past ? static_cast<int>(std::ranges::count_if(m_critical, isNew)) : 0;
    const QString text = !m_past ? tr("live")
        : m_lost                 ? tr("live: lost")
        : news > 0               ? tr("live: %n new", nullptr, news)
                                 : tr("Back to live");
    const bool isAnnounced = news > 0 && text != m_back->text();
    m_back->disableBecause(m_past ? QString() : tr("This is live already"));
    m_back->setKeyShown(m_past ? keyOf(Command::unselect) : QKeySequence());
    m_back->setMark(m_past && m_lost ? std::optional(Status::unknown)
            : news == 0              ? std::nullopt
            : m_emergency            ? std::optional(Status::emergency)
                                     : std::optional(Status::critical));
    m_back->setText(text);
    m_back->setAccessibleName(
        news == 0 ? text : tr("Live: %n new critical alert(s). Back to live", nullptr, news));
    if (isAnnounced)
        announceAlert(*m_back);
}

} // namespace siaga::views

#include "moc_time_bar.cpp"
