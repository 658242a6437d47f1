// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/header.h"

#include "core/words/fleet_words.h"

#include "views/main_window/clock_button.h"
#include "views/main_window/sound_button.h"
#include "views/models/command_list.h"
#include "views/models/standing.h"
#include "views/theme/marks.h"
#include "views/widgets/action_button.h"
#include "views/widgets/mode_frame.h"
#include "views/widgets/plain_label.h"
#include "views/widgets/spoken.h"

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
        setRole(*this, QAccessible::Graphic);
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
    , m_origin(new PlainLabel({}, Type::small, Tone::muted, QFont::Normal, this))
    , m_ownServers(new ActionButton(tr("Watch your own servers…"), {}, this))
    , m_faults(new ActionButton(tr("Faults…"), {}, this))
    , m_credentials(new ActionButton({}, {}, this))
    , m_sound(new SoundButton(this))
    , m_search(new ActionButton(tr("Search"), {}, this))
    , m_stop(new ActionButton(tr("Stop automation…"), {}, this))
    , m_clock(new ClockButton(this))
{
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Mode, fleet, open alerts, clock"));
    setFixedHeight(headerHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2 * grid, 0, grid, 1);
    row->setSpacing(grid);
    row->addWidget(m_badge);
    row->addSpacing(grid);
    row->addWidget(m_fleet);
    row->addWidget(m_environment);
    row->addWidget(m_origin);
    row->addWidget(m_ownServers);
    m_ownServers->hide();
    m_ownServers->setFocusPolicy(Qt::TabFocus);
    connect(m_ownServers, &QAbstractButton::clicked, this, &Header::ownServersPressed);
    row->addSpacing(2 * grid);
    m_emergency = makeCount(Status::emergency, *row);
    m_critical = makeCount(Status::critical, *row);
    m_warning = makeCount(Status::warning, *row);
    row->addStretch(1);
    row->addWidget(m_faults);
    row->addWidget(m_credentials);
    row->addWidget(m_sound);
    row->addWidget(m_search);
    row->addWidget(m_stop);
    row->addWidget(m_clock);
    m_search->setKeyShown(keyOf(Command::search));
    m_faults->setKeyShown(keyOf(Command::faults));
    m_faults->hide();
    for (ActionButton *button : {m_faults, m_search, m_stop})
        button->setFocusPolicy(Qt::TabFocus);
    m_sound->hide();
    m_credentials->hide();
    m_credentials->setFocusPolicy(Qt::TabFocus);
    connect(m_credentials, &QAbstractButton::clicked, this, &Header::credentialsPressed);
    connect(m_faults, &QAbstractButton::clicked, this, &Header::faultsPressed);
    connect(m_search, &QAbstractButton::clicked, this, &Header::searchPressed);
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
    count.mark->setAccessibleName(count.widget->accessibleName());
}

void Header::showBoard(const NowBoard &board)
{
    m_badge->setMode(modeOf(board.mode));
    m_fleet->setText(words::text(board.fleet));
    m_environment->setText(board.environment.empty() ? QString() : u"/ "_s + words::text(board.environment));
    m_origin->setText(words::fleetOriginShort(board));
    const bool isBuiltInLab = board.mode == siaga::Mode::lab && board.fleetFile.empty();
    m_origin->setVisible(!isBuiltInLab);
    m_ownServers->setVisible(isBuiltInLab);
    m_origin->setAccessibleName(tr("Fleet from: %1").arg(words::fleetOrigin(board)));
    showCount(m_emergency, Status::emergency, board.alertCounts.emergency);
    showCount(m_critical, Status::critical, board.alertCounts.critical);
    showCount(m_warning, Status::warning, board.alertCounts.warning);
    m_sound->setVisible(board.sounds && board.mode != siaga::Mode::replay);
    m_stop->setText(board.banners.stop ? tr("Lift the stop…") : tr("Stop automation…"));
    m_stop->disableBecause(board.mode == siaga::Mode::replay || board.banners.lost ? whyReadOnly(board) : QString());
}

void Header::showFaults(bool isLab, int active)
{
    m_faults->setVisible(isLab);
    m_faults->setMark(active > 0 ? std::optional(Status::warning) : std::nullopt);
    m_faults->setText(active > 0 ? tr("Faults: %1").arg(words::number(active)) : tr("Faults…"));
    m_faults->setAccessibleName(active > 0 ? tr("Faults in the lab; %1 hold now").arg(words::number(active)) : tr("Break something in the lab"));
}

void Header::showCredentials(const QString &note, std::optional<Status> mark)
{
    m_credentials->setVisible(!note.isEmpty());
    m_credentials->setText(note);
    m_credentials->setMark(mark);
    m_credentials->setAccessibleName(mark ? tr("%1: %2", "severity: note").arg(word(*mark), note) : note);
}

void Header::setTime(WallTime time, bool past)
{
    m_clock->setTime(time, past);
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
