// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/region_map.h"

#include "views/theme/plain_text.h"
#include "views/widgets/land.h"
#include "views/widgets/region_paint.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga::views {

namespace {

constexpr qreal margin = 12;

/// The part of the world to show: around the regions, never closer than a sixth of it, in the widget's own shape.
QRectF viewFor(const std::vector<RegionMark> &regions, const QSizeF &size)
{
    const QRectF world = inhabitedWorld();
    QRectF wanted = world;
    if (!regions.empty()) {
        QPolygonF points;
        for (const RegionMark &region : regions) {
            points << projected(region.latitude, region.longitude);
        }
        const QRectF around = points.boundingRect();
        const QPointF centre = around.center();
        const qreal width = std::clamp(around.width() * 1.9, world.width() / 6, world.width());
        const qreal height = std::clamp(around.height() * 1.9, world.height() / 6, world.height());
        wanted = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height);
    }
    const qreal scale = std::min(size.width() / wanted.width(), size.height() / wanted.height());
    const QSizeF shown = size / scale;
    QRectF view(wanted.center() - QPointF(shown.width(), shown.height()) / 2, shown);
    // Rather more of the world at one side than empty sea at the other.
    const auto slide = [](qreal from, qreal length, qreal low, qreal high) {
        return length >= high - low ? (low + high - length) / 2 : std::clamp(from, low, high - length);
    };
    view.moveLeft(slide(view.left(), view.width(), world.left(), world.right()));
    view.moveTop(slide(view.top(), view.height(), world.top(), world.bottom()));
    return view;
}

/// Words over the land, on a plate of their own.
void paintNote(QPainter &painter, const QRect &rect, const QString &text, const Theme &theme)
{
    painter.setFont(theme.font(Type::body));
    const QRect words = painter.fontMetrics().boundingRect(rect, Qt::AlignCenter | Qt::TextWordWrap, text);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().surface);
    painter.drawRoundedRect(words.adjusted(-2 * grid, -grid, 2 * grid, grid), controlRadius, controlRadius);
    painter.setPen(theme.tokens().muted);
    painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, text);
}

} // namespace

RegionMap::RegionMap(QWidget *parent)
    : QWidget(parent)
{
    installPaintedParts();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Regions on the map"));
}

void RegionMap::setRegions(const std::vector<RegionMark> &regions, const std::vector<TrafficMove> &moves)
{
    if (regions == m_regions && moves == m_moves) {
        return;
    }
    const QString id = selected();
    m_regions = regions;
    m_moves = moves;
    for (RegionMark &region : m_regions) {
        region.title = plain(region.title);
        region.state = region.state.isEmpty() ? word(region.status) : plain(region.state);
        region.detail = plain(region.detail);
    }
    setSelected(id);
    arrange();
    update();
    announceParts(this);
}

void RegionMap::setSelected(const QString &id)
{
    const auto found = std::ranges::find(m_regions, id, &RegionMark::id);
    m_selected = found == m_regions.end() ? -1 : static_cast<int>(found - m_regions.begin());
    update();
}

QString RegionMap::selected() const
{
    return m_selected < 0 ? QString() : m_regions[static_cast<std::size_t>(m_selected)].id;
}

int RegionMap::partCount() const
{
    return static_cast<int>(m_regions.size());
}

PaintedPart RegionMap::part(int index) const
{
    const auto at = static_cast<std::size_t>(index);
    const RegionMark &region = m_regions[at];
    QString value = region.state == word(region.status) ? region.state : tr("%1: %2").arg(word(region.status), region.state);
    if (!region.detail.isEmpty()) {
        value = tr("%1, %2").arg(value, region.detail);
    }
    const Spot &spot = m_spots[at];
    const QPointF corner(spot.radius, spot.radius);
    return {.name = region.title, .value = value,
        .place = QRectF(spot.centre - corner, spot.centre + corner).toAlignedRect(), .current = index == m_selected,
        .state = region.state, .pressable = true};
}

void RegionMap::goToPart(int index)
{
    select(index);
}

void RegionMap::pressPart(int index)
{
    emit regionActivated(m_regions[static_cast<std::size_t>(index)].id);
}

PartTable RegionMap::table() const
{
    PartTable table{.title = tr("Regions"), .columns = {tr("region"), tr("state"), tr("traffic")}, .shares = {30, 35, 35}};
    for (const RegionMark &region : m_regions) {
        table.rows.push_back({{region.title, region.state, region.detail}, region.status});
    }
    const auto titleOf = [this](const QString &id) {
        const auto found = std::ranges::find(m_regions, id, &RegionMark::id);
        return found == m_regions.end() ? plain(id) : found->title;
    };
    for (const TrafficMove &move : m_moves) {
        table.rows.push_back({{tr("%1 → %2").arg(titleOf(move.from), titleOf(move.to)), tr("traffic moves"), QString()}, {}});
    }
    return table;
}

QSize RegionMap::sizeHint() const
{
    return QSize(86 * grid, 38 * grid);
}

QSize RegionMap::minimumSizeHint() const
{
    return QSize(48 * grid, 24 * grid);
}

void RegionMap::arrange()
{
    m_view = viewFor(m_regions, size());
    m_land = QPixmap();
    const qreal scale = m_view.width() > 0 ? width() / m_view.width() : 1;
    const Theme theme = Theme::of(this);
    m_spots.clear();
    std::vector<LabelWish> wishes;
    for (const RegionMark &region : m_regions) {
        const QPointF centre = (projected(region.latitude, region.longitude) - m_view.topLeft()) * scale;
        const qreal radius = regionRadius(region, theme);
        m_spots.push_back({centre, radius, {}});
        wishes.push_back({centre, radius, regionLabelSize(region, theme)});
    }
    m_arcs = arcs();
    std::vector<QPointF> lines;
    for (const QPainterPath &arc : m_arcs) {
        for (int percent = 0; percent <= 100; percent += 2) {
            lines.push_back(arc.pointAtPercent(percent / 100.0));
        }
    }
    const auto places = placeLabels(wishes, QRectF(rect()).adjusted(margin, margin, -margin, -margin), lines);
    for (std::size_t index = 0; index < m_spots.size(); ++index) {
        m_spots[index].label = places[index];
    }
}

std::vector<QPainterPath> RegionMap::arcs() const
{
    std::vector<QPainterPath> found;
    const auto disc = [this](const QString &id) -> std::optional<Disc> {
        const auto region = std::ranges::find(m_regions, id, &RegionMark::id);
        if (region == m_regions.end()) {
            return std::nullopt;
        }
        const Spot &spot = m_spots[static_cast<std::size_t>(region - m_regions.begin())];
        return Disc{spot.centre, spot.radius};
    };
    for (const TrafficMove &move : m_moves) {
        const auto from = disc(move.from);
        const auto to = disc(move.to);
        const QPainterPath arc = from && to ? trafficArc(*from, *to) : QPainterPath();
        if (!arc.isEmpty()) {
            found.push_back(arc);
        }
    }
    return found;
}

void RegionMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme theme = Theme::of(this);
    paintLand(painter, theme.tokens());
    for (const QPainterPath &arc : m_arcs) {
        paintTrafficMove(painter, arc, theme.tokens().accent);
    }
    for (std::size_t index = 0; index < m_regions.size(); ++index) {
        paintRegion(painter, index, theme);
    }
    if (m_regions.empty()) {
        paintNote(painter, rect(), tr("The regions of the fleet appear here once a fleet file is read."), theme);
    }
}

void RegionMap::paintLand(QPainter &painter, const Tokens &tokens)
{
    const qreal ratio = devicePixelRatioF();
    if (m_land.isNull() || m_land.devicePixelRatioF() != ratio || m_landDark != tokens.dark) {
        m_land = QPixmap((QSizeF(size()) * ratio).toSize());
        m_land.setDevicePixelRatio(ratio);
        m_land.fill(Qt::transparent);
        m_landDark = tokens.dark;
        QPainter canvas(&m_land);
        canvas.setRenderHint(QPainter::Antialiasing);
        QPainterPath frame;
        frame.addRoundedRect(rect(), cardRadius - 1, cardRadius - 1);
        canvas.setClipPath(frame);
        canvas.scale(width() / m_view.width(), width() / m_view.width());
        canvas.translate(-m_view.topLeft());
        canvas.setPen(Qt::NoPen);
        canvas.setBrush(tokens.land);
        for (const QPolygonF &outline : landOutlines()) {
            canvas.drawPolygon(outline);
        }
    }
    painter.drawPixmap(0, 0, m_land);
}

void RegionMap::paintRegion(QPainter &painter, std::size_t index, const Theme &theme) const
{
    const Spot &spot = m_spots[index];
    const bool chosen = static_cast<int>(index) == m_selected;
    paintRegionMark(painter, {spot.centre, spot.radius}, m_regions[index], theme.tokens());
    if (chosen) {
        const qreal r = spot.radius + 5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.tokens().accent, hasFocus() ? 2 : 1));
        painter.drawEllipse(spot.centre, r, r);
    }
    if (spot.label) {
        paintRegionLabel(painter, {spot.centre, spot.radius}, *spot.label, m_regions[index], theme);
    }
}

void RegionMap::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void RegionMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        arrange();
    }
}

void RegionMap::select(int index)
{
    if (index < 0 || index == m_selected) {
        return;
    }
    m_selected = index;
    update();
    announcePart(this, index);
    emit regionSelected(selected());
}

int RegionMap::indexAt(const QPointF &point) const
{
    for (std::size_t index = 0; index < m_spots.size(); ++index) {
        const Spot &spot = m_spots[index];
        const QPointF away = point - spot.centre;
        if (std::hypot(away.x(), away.y()) <= spot.radius + 4 || (spot.label && spot.label->rect.contains(point))) {
            return static_cast<int>(index);
        }
    }
    return -1;
}

int RegionMap::neighbour(int index, const QPointF &direction) const
{
    int best = -1;
    qreal bestCost = std::numeric_limits<qreal>::max();
    for (int other = 0; other < partCount(); ++other) {
        const QPointF away = m_spots[static_cast<std::size_t>(other)].centre - m_spots[static_cast<std::size_t>(index)].centre;
        const qreal along = QPointF::dotProduct(away, direction);
        const qreal across = std::abs(away.x() * direction.y() - away.y() * direction.x());
        if (other != index && along > 1 && along + 2 * across < bestCost) {
            best = other;
            bestCost = along + 2 * across;
        }
    }
    return best;
}

void RegionMap::keyPressEvent(QKeyEvent *event)
{
    const auto direction = [event]() -> std::optional<QPointF> {
        switch (event->key()) {
        case Qt::Key_Left:
            return QPointF(-1, 0);
        case Qt::Key_Right:
            return QPointF(1, 0);
        case Qt::Key_Up:
            return QPointF(0, -1);
        case Qt::Key_Down:
            return QPointF(0, 1);
        default:
            return std::nullopt;
        }
    }();
    if (direction && !m_regions.empty()) {
        select(m_selected < 0 ? 0 : neighbour(m_selected, *direction));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_selected >= 0) {
        emit regionActivated(selected());
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RegionMap::mousePressEvent(QMouseEvent *event)
{
    select(indexAt(event->position()));
}

void RegionMap::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (indexAt(event->position()) >= 0) {
        emit regionActivated(selected());
    }
}

void RegionMap::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_selected < 0 && !m_regions.empty()) {
        select(event->reason() == Qt::BacktabFocusReason ? partCount() - 1 : 0);
    } else if (m_selected >= 0) {
        announcePart(this, m_selected);
    }
}

bool RegionMap::focusNextPrevChild(bool next)
{
    const int to = m_selected + (next ? 1 : -1);
    if (hasFocus() && m_selected >= 0 && to >= 0 && to < partCount()) {
        select(to);
        return true;
    }
    return QWidget::focusNextPrevChild(next);
}

} // namespace siaga::views

#include "moc_region_map.cpp"
