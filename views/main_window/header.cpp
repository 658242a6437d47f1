// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/header.h"

#include "views/main_window/clock_button.h"
#include "views/models/standing.h"
#include "views/theme/marks.h"
#include "views/widgets/action_button.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/plain_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

constexpr int headerHeight = 48;
constexpr int markSize = 13;

/// The mark of a severity that is quiet while nothing of it is open, and keeps its place.
class CountMark : public QWidget
{
public:
    CountMark(Status status, QWidget *parent)
        : QWidget(parent)
        , m_status(status)
    {
        setFixedSize(markSize, markSize);
    }
    void setOpen(bool open)
    {
        m_open = open;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = Theme::of(this).tokens();
        if (m_open) {
            paintMark(painter, rect(), m_status, tokens);
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(mixed(tokens.surface, tokens.muted, 0.6));
            painter.drawPath(markPath(m_status, rect()));
        }
    }

private:
    Status m_status;
    bool m_open = false;
};

} // namespace

Header::Header(Mode mode, QWidget *parent)
    : QWidget(parent)
    , m_badge(new ModeBadge(mode, this))
    , m_fleet(new PlainLabel({}, Type::heading, Tone::text, QFont::DemiBold, this))
    , m_environment(new PlainLabel({}, Type::body, Tone::muted, QFont::Normal, this))
    , m_stop(new ActionButton(tr("Stop automation…"), {}, this))
    , m_clock(new ClockButton(this))
{
    setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 0, grid, 1);
    row->setSpacing(grid);
    row->addWidget(m_badge);
    row->addSpacing(grid);
    row->addWidget(m_fleet);
    row->addWidget(m_environment);
    row->addSpacing(2 * grid);
    m_emergency = makeCount(Status::emergency, *row);
    m_critical = makeCount(Status::critical, *row);
    m_warning = makeCount(Status::warning, *row);
    row->addStretch(1);
    row->addWidget(m_stop);
    row->addWidget(m_clock);
    m_stop->setFocusPolicy(Qt::TabFocus);
    connect(m_stop, &QAbstractButton::clicked, this, &Header::stopPressed);
}

Header::Count Header::makeCount(Status status, QHBoxLayout &row)
{
    Count count{.widget = new QWidget(this)};
    auto *inside = new QHBoxLayout(count.widget);
    inside->setContentsMargins(0, 0, grid, 0);
    inside->setSpacing(6);
    auto *mark = new CountMark(status, count.widget);
    count.mark = mark;
    inside->addWidget(mark);
    count.figure = new PlainLabel({}, Type::body, Tone::muted, QFont::DemiBold, count.widget);
    inside->addWidget(count.figure);
    row.addWidget(count.widget);
    showCount(count, status, 0);
    return count;
}

void Header::showCount(const Count &count, Status status, int open)
{
    count.figure->setText(words::number(open));
    static_cast<CountMark *>(count.mark)->setOpen(open > 0);
    count.figure->setStatus(open > 0 ? std::optional(status) : std::nullopt);
    count.widget->setAccessibleName(
        tr("Open, %1: %2", "severity, how many alerts").arg(word(status), words::number(open)));
    count.figure->setAccessibleName(count.widget->accessibleName());
}

void Header::showBoard(const NowBoard &board)
{
    m_badge->setMode(modeOf(board.mode));
    m_fleet->setText(words::text(board.fleet));
    m_environment->setText(board.environment.empty() ? QString() : u"/ "_s + words::text(board.environment));
    showCount(m_emergency, Status::emergency, board.alertCounts.emergency);
    showCount(m_critical, Status::critical, board.alertCounts.critical);
    showCount(m_warning, Status::warning, board.alertCounts.warning);
    m_stop->setText(board.banners.stop ? tr("Lift the stop…") : tr("Stop automation…"));
    m_stop->disableBecause(board.mode == siaga::Mode::replay ? whyReadOnly(board) : QString());
}

void Header::setTime(WallTime time)
{
    m_clock->setTime(time);
}

void Header::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = Theme::of(this).tokens();
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
}

} // namespace siaga::views

#include "moc_header.cpp"
