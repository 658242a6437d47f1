// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/time_track.h"

#include "core/words/time_words.h"
#include "views/main_window/time_track_places.h"
#include "views/models/standing.h"
#include "views/widgets/plain_tip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace siaga::views {

namespace {

constexpr std::int64_t minute = 60'000; // Milliseconds.
constexpr std::int64_t dayLong = 24 * 60 * minute;
// What may be in sight at once. Zero: the whole journal, but at most a day of it; the last: really all.
constexpr std::array<std::int64_t, 8> spans{0, 5 * minute, 15 * minute, 60 * minute, 6 * 60 * minute, dayLong, 7 * dayLong, -1};
constexpr qreal nearEnough = 6;  // Pixels between the pointer and the mark that it means.
constexpr qreal apart = 7;       // Pixels between two marks that are painted as two.

int laneOf(MarkKind kind)
{
    switch (kind) {
    case MarkKind::alertOpened:
    case MarkKind::alertRaised:
    case MarkKind::damaged:
        return alertLane;
    case MarkKind::order:
    case MarkKind::fleetAdopted:
        return orderLane;
    default:
        return planLane;
    }
}

bool isCritical(const TimeMark &mark)
{
    return mark.standing >= Standing::critical;
}

bool isAny(const TimeMark &)
{
    return true;
}

} // namespace

TimeTrack::TimeTrack(QWidget *parent)
    : QWidget(parent)
{
    installPaintedParts();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(tr("Left and Right go from event to event, with Shift only to critical ones, Page Up and Page "
                                "Down by a tenth of what is in sight, Home to the beginning, End to the present; plus and "
                                "minus show less and more"));
    say();
}

void TimeTrack::grow(const TimelinePart &part)
{
    m_timeline.take(part);
    gather();
}

void TimeTrack::setZone(words::Zone zone)
{
    m_zone = zone;
    say();
    update();
}

void TimeTrack::setPresent(WallTime wall, Seq head)
{
    const bool isNew = head != m_head;
    m_present = wall;
    m_head = head;
    // Ten times a second it comes, but all the marks are placed anew only when they have moved by a pixel.
    const double passed = static_cast<double>(std::abs(wall.milliseconds - m_gathered.milliseconds));
    if (isNew || passed * line().width() >= static_cast<double>(length()))
        gather();
}

void TimeTrack::setMoment(std::optional<TimePoint> moment)
{
    m_moment = moment;
    if (!m_dragging || !moment)
        m_wanted.reset();
    m_wantedSeq.reset();
    if (!moment)
        m_end.reset();
    else if (!m_dragging)
        showWhole(moment->wall);
    say();
    gather();
}

/// Moves what is in sight so that the cursor is in it.
void TimeTrack::showWhole(WallTime wall)
{
    const std::int64_t length = this->length();
    if (wall.milliseconds >= begin() && wall.milliseconds <= begin() + length)
        return;
    const std::int64_t end = wall.milliseconds + length / 2;
    m_end = end < m_present.milliseconds ? std::optional(end) : std::nullopt;
}

std::int64_t TimeTrack::length() const
{
    const std::int64_t all = std::max(minute, m_present.milliseconds - m_timeline.first().wall.milliseconds);
    const std::int64_t span = spans[static_cast<std::size_t>(m_span)];
    if (m_timeline.isEmpty())
        return minute;
    return span == 0 ? std::min(all, dayLong) : span < 0 ? all : span;
}

std::int64_t TimeTrack::begin() const
{
    return m_end.value_or(m_present.milliseconds) - length();
}

QRectF TimeTrack::line() const
{
    return QRectF(rect()).adjusted(trackSide, 0, -trackSide, 0);
}

qreal TimeTrack::xOf(WallTime wall) const
{
    const double part = static_cast<double>(wall.milliseconds - begin()) / static_cast<double>(length());
    return line().left() + part * line().width();
}

WallTime TimeTrack::wallAt(qreal x) const
{
    const double part = (x - line().left()) / std::max<qreal>(1, line().width());
    return {begin() + std::llround(std::clamp(part, 0.0, 1.0) * static_cast<double>(length()))};
}

WallTime TimeTrack::cursor() const
{
    return m_wanted ? *m_wanted : m_moment ? m_moment->wall : m_present;
}

Seq TimeTrack::place() const
{
    return m_wantedSeq ? *m_wantedSeq : m_moment ? m_moment->seq : m_head.next();
}

void TimeTrack::step(bool forward, bool worst)
{
    const auto cares = worst ? Timeline::Cares(isCritical) : Timeline::Cares(isAny);
    if (forward && isLive())
        return;
    const TimeMark *mark = forward ? m_timeline.after(place(), cares) : m_timeline.before(place(), cares);
    if (mark)
        seek(mark->seq);
    else if (forward)
        emit presentWanted();
    else if (!m_timeline.isEmpty())
        seek(m_timeline.first().seq);
}

void TimeTrack::seek(Seq seq)
{
    m_wantedSeq = seq;
    emit placeWanted(seq);
}

void TimeTrack::seek(WallTime wall)
{
    if (wall >= m_present)
        return emit presentWanted();
    if (m_timeline.isEmpty())
        return;
    m_wantedSeq.reset();
    emit placeWanted(m_timeline.instantAt(wall));
}

/// By the pointer: the cursor is there at once, the moment follows.
void TimeTrack::want(WallTime wall)
{
    if (m_timeline.isEmpty())
        return;
    m_wanted = wall;
    seek(wall);
    update();
}

void TimeTrack::zoom(int steps)
{
    const WallTime held = cursor();
    m_span = std::clamp((m_span == 0 ? 5 : m_span) + steps, 1, static_cast<int>(spans.size()) - 1);
    m_end.reset();
    showWhole(held);
    gather();
}

void TimeTrack::gather()
{
    m_clusters.clear();
    m_gathered = m_present;
    const std::int64_t from = begin();
    const std::int64_t until = from + length();
    std::array<std::size_t, lanes> newest{};
    for (const TimeMark &mark : m_timeline.marks()) {
        if (mark.wall.milliseconds < from || mark.wall.milliseconds > until || mark.kind == MarkKind::opened)
            continue;
        const int lane = laneOf(mark.kind);
        const qreal x = xOf(mark.wall);
        std::size_t &last = newest[static_cast<std::size_t>(lane)]; // Zero: none yet, else its place and one.
        if (last == 0 || std::abs(m_clusters[last - 1].x - x) >= apart) {
            m_clusters.push_back({x, lane, mark, 1, mark.seq, mark.seq});
            last = m_clusters.size();
            continue;
        }
        Cluster &cluster = m_clusters[last - 1];
        ++cluster.count;
        cluster.last = mark.seq;
        if (mark.standing >= cluster.mark.standing)
            cluster.mark = mark;
    }
    announceParts(this);
    update();
}

const TimeTrack::Cluster *TimeTrack::clusterAt(const QPointF &point, bool anyHeight) const
{
    const Cluster *nearest = nullptr;
    qreal least = nearEnough;
    for (const Cluster &cluster : m_clusters) {
        const qreal away = std::abs(cluster.x - point.x());
        const bool inLane = anyHeight || std::abs(laneHeight(cluster.lane) - point.y()) <= nearEnough;
        if (inLane && away <= least) {
            least = away;
            nearest = &cluster;
        }
    }
    return nearest;
}

QString TimeTrack::told(const Cluster &cluster) const
{
    const QString one = tr("%1: %2", "time, what happened").arg(words::timeOfDay(cluster.mark.wall, m_zone), words::headline(cluster.mark));
    return cluster.count == 1 ? one : tr("%1, and %n more", nullptr, cluster.count - 1).arg(one);
}

QString TimeTrack::tipAt(const QPointF &point) const
{
    if (const Cluster *cluster = clusterAt(point))
        return told(*cluster);
    const WallTime wall = wallAt(point.x());
    for (const TimeGap &gap : m_timeline.gaps())
        if (gap.from <= wall && wall <= gap.until)
            return words::sentence(gap, m_zone);
    if (!m_timeline.isEmpty() && wall < m_timeline.first().wall)
        return m_timeline.first().seq > Seq(1) ? tr("The journal before this is being read") : tr("The journal begins later");
    return words::dateAndTime(wall, m_zone);
}

void TimeTrack::say()
{
    const QString where = isLive() ? tr("live") : words::dateAndTime(cursor(), m_zone);
    setAccessibleName(tr("Time bar: %1").arg(where));
}

void TimeTrack::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const std::int64_t tenth = length() / 10;
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return step(event->key() == Qt::Key_Right, shift);
    case Qt::Key_PageUp:
        return want({std::max(cursor().milliseconds - tenth, m_timeline.first().wall.milliseconds)});
    case Qt::Key_PageDown:
        return want({cursor().milliseconds + tenth});
    case Qt::Key_Home:
        return seek(Seq(1));
    case Qt::Key_End:
        emit presentWanted();
        return;
    case Qt::Key_Plus:
        return zoom(-1);
    case Qt::Key_Minus:
        return zoom(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeTrack::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragging = true;
    if (const Cluster *cluster = clusterAt(event->position()))
        return seek(cluster->mark.seq);
    want(wallAt(event->position().x()));
}

void TimeTrack::mouseMoveEvent(QMouseEvent *event)
{
    setPlainTip(*this, tipAt(event->position()));
    if (m_dragging && (event->buttons() & Qt::LeftButton))
        want(wallAt(event->position().x()));
}

void TimeTrack::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
}

void TimeTrack::wheelEvent(QWheelEvent *event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0)
        zoom(turned > 0 ? -1 : 1);
    event->accept();
}

void TimeTrack::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    gather();
}

} // namespace siaga::views

#include "moc_time_track.cpp"
