// SPDX-License-Identifier: GPL-3.0-or-later
// How the time track is painted, and what of it a screen reader is told.
#include "views/main_window/time_track.h"

#include "core/words/time_words.h"
#include "views/main_window/time_track_places.h"
#include "views/models/standing.h"
#include "views/theme/figures.h"
#include "views/theme/marks.h"

#include <QDateTime>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

constexpr qreal lineThickness = 4;
constexpr qreal knob = 6;
constexpr qreal markSize = 11;
constexpr int tickWidthMin = 84;
constexpr qreal tickTop = 35;

/// Milliseconds between ticks: the least round step that leaves room for their text.
std::int64_t tickStep(double msInPixel)
{
    constexpr std::array<std::int64_t, 18> seconds{5,    10,   15,   30,    60,    120,   300,    600,    900,
                                                   1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800};
    for (const std::int64_t step : seconds)
        if (static_cast<double>(step) * 1000 >= tickWidthMin * msInPixel)
            return step * 1000;
    return std::int64_t{2'592'000} * 1000;
}

QDateTime inZone(std::int64_t ms, words::Zone zone)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return zone == words::Zone::utc ? utc : utc.toLocalTime();
}

/// The day where one begins, else the time.
QString tickText(std::int64_t ms, std::int64_t step, words::Zone zone)
{
    const QDateTime moment = inZone(ms, zone);
    if (step >= 86'400'000 || moment.time() == QTime(0, 0))
        return moment.toString(u"MM-dd"_s);
    return moment.toString(step < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace

QSize TimeTrack::sizeHint() const
{
    return {60 * grid, trackHeight};
}

QSize TimeTrack::minimumSizeHint() const
{
    return {16 * grid, trackHeight};
}

void TimeTrack::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    paintTicks(painter, theme);
    paintLine(painter, theme.tokens());
    paintGaps(painter, theme.tokens());
    paintMarks(painter, theme.tokens());
    paintCursor(painter, theme.tokens());
    if (hasFocus())
        paintFocusRing(painter, rect(), controlRadius, theme.tokens());
}

void TimeTrack::paintLine(QPainter &painter, const Tokens &tokens) const
{
    const QRectF bar(line().left(), lineHeightY - lineThickness / 2, line().width(), lineThickness);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(tokens.surface, tokens.muted, 0.35));
    painter.drawRoundedRect(bar, lineThickness / 2, lineThickness / 2);
    const qreal at = std::clamp(xOf(cursor()), bar.left(), bar.right());
    painter.setBrush(isLive() ? mixed(tokens.surface, tokens.muted, 0.7) : tokens.replay);
    painter.drawRoundedRect(QRectF(bar.topLeft(), QPointF(at, bar.bottom())), lineThickness / 2, lineThickness / 2);
}

/// Where nothing is known: no Siaga ran, or the journal is not read that far yet, or does not reach so far back.
void TimeTrack::paintGaps(QPainter &painter, const Tokens &tokens) const
{
    const auto hatch = [&](qreal from, qreal until) {
        const qreal left = std::max(from, line().left());
        const qreal right = std::min(until, line().right());
        if (right <= left)
            return;
        QPainterPath area;
        area.addRoundedRect(QRectF(left, lineHeightY - 5, std::max<qreal>(right - left, 3), 10), 2, 2);
        painter.fillPath(area, tokens.surface);
        paintHatch(painter, area, tokens.unknown);
        painter.setPen(QPen(tokens.unknown, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(area);
    };
    for (const TimeGap &gap : m_timeline.gaps())
        hatch(xOf(gap.from), xOf(gap.until));
    if (!m_timeline.isEmpty())
        hatch(line().left(), xOf(m_timeline.first().wall));
}

void TimeTrack::paintTicks(QPainter &painter, const Theme &theme) const
{
    if (m_timeline.isEmpty())
        return;
    const std::int64_t step = tickStep(static_cast<double>(length()) / std::max<qreal>(1, line().width()));
    const QFont font = theme.font(Type::small);
    const std::int64_t offset = inZone(begin(), m_zone).offsetFromUtc() * std::int64_t{1000};
    const std::int64_t first = ((begin() + offset) / step + 1) * step - offset;
    for (std::int64_t at = first; at <= begin() + length(); at += step) {
        const qreal x = xOf({at});
        const QString text = tickText(at, step, m_zone);
        const qreal half = figuresWidth(font, text) / 2;
        painter.setPen(QPen(mixed(theme.tokens().surface, theme.tokens().muted, 0.5), 1));
        painter.drawLine(QPointF(x, lineHeightY + 6), QPointF(x, tickTop));
        if (x - half < 0 || x + half > width())
            continue;
        painter.setPen(theme.tokens().muted);
        drawFigures(painter, QRectF(x - half, tickTop, 2 * half + 1, height() - tickTop), Qt::AlignLeft | Qt::AlignVCenter, font, text);
    }
}

void TimeTrack::paintMarks(QPainter &painter, const Tokens &tokens) const
{
    for (const Cluster &cluster : m_clusters) {
        const QPointF centre(cluster.x, laneHeight(cluster.lane));
        const Status status = statusOf(cluster.mark.standing);
        if (cluster.lane == alertLane) {
            paintMark(painter, QRectF(centre.x() - markSize / 2, centre.y() - markSize / 2, markSize, markSize), status, tokens);
            continue;
        }
        painter.setPen(Qt::NoPen);
        if (cluster.lane == planLane) {
            painter.setBrush(status == Status::healthy ? tokens.accent : tokens.of(status));
            painter.drawRoundedRect(QRectF(centre.x() - 2, centre.y() - 6, 4, 12), 1, 1);
            continue;
        }
        QPainterPath person; // A small roof: somebody had a hand in it.
        person.moveTo(centre + QPointF(0, -4));
        person.lineTo(centre + QPointF(4, 3));
        person.lineTo(centre + QPointF(-4, 3));
        person.closeSubpath();
        painter.setBrush(tokens.text);
        painter.drawPath(person);
    }
}

void TimeTrack::paintCursor(QPainter &painter, const Tokens &tokens) const
{
    const qreal x = std::clamp(xOf(cursor()), line().left(), line().right());
    const QColor colour = isLive() ? tokens.accent : tokens.replay;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    if (!isLive())
        painter.drawRect(QRectF(x - 1, 2, 2, tickTop - 2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(QPointF(x, lineHeightY), knob + 2, knob + 2);
    painter.setBrush(colour);
    painter.drawEllipse(QPointF(x, lineHeightY), knob, knob);
}

int TimeTrack::partCount() const
{
    return static_cast<int>(m_clusters.size() + m_timeline.gaps().size());
}

PaintedPart TimeTrack::part(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    if (at < m_clusters.size()) {
        const Cluster &cluster = m_clusters[at];
        const QPointF corner(cluster.x - markSize / 2, laneHeight(cluster.lane) - markSize / 2);
        PaintedPart part{.name = words::headline(cluster.mark), .value = told(cluster)};
        part.place = QRectF(corner, QSizeF(markSize, markSize)).toAlignedRect();
        part.current = m_moment && cluster.first <= m_moment->seq && m_moment->seq <= cluster.last;
        part.pressable = true;
        return part;
    }
    const std::vector<TimeGap> gaps = m_timeline.gaps();
    const TimeGap &gap = gaps.at(at - m_clusters.size());
    PaintedPart part{.name = tr("Gap"), .value = words::sentence(gap, m_zone)};
    part.place = QRectF(QPointF(xOf(gap.from), lineHeightY - 5), QPointF(xOf(gap.until), lineHeightY + 5)).toAlignedRect();
    part.pressable = true;
    return part;
}

void TimeTrack::goToPart(int index)
{
    pressPart(index);
}

void TimeTrack::pressPart(int index)
{
    const auto at = static_cast<std::size_t>(index);
    if (at < m_clusters.size())
        return seek(m_clusters[at].mark.seq);
    const std::vector<TimeGap> gaps = m_timeline.gaps();
    if (at - m_clusters.size() < gaps.size())
        seek(gaps[at - m_clusters.size()].before);
}

PartTable TimeTrack::table() const
{
    PartTable table{.title = tr("What happened"), .columns = {tr("When"), tr("What"), tr("More")}, .shares = {3, 6, 1}, .rows = {}};
    for (const Cluster &cluster : m_clusters) {
        const bool isBad = cluster.mark.standing > Standing::unknown;
        table.rows.push_back({{words::dateAndTime(cluster.mark.wall, m_zone), words::headline(cluster.mark),
                                  cluster.count > 1 ? words::number(cluster.count - 1) : QString()},
            isBad ? std::optional(statusOf(cluster.mark.standing)) : std::nullopt});
    }
    for (const TimeGap &gap : m_timeline.gaps())
        table.rows.push_back({{words::dateAndTime(gap.from, m_zone), words::sentence(gap, m_zone), {}}, std::nullopt});
    return table;
}

} // namespace siaga::views
