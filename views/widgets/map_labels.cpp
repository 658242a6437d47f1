// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/map_labels.h"

#include <QMarginsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace siaga::views {

namespace {

constexpr qreal gap = 8;         // From a mark to its label; wider than the ring of a selected mark.
constexpr int triesMax = 20'000; // Far above what ten labels need; a bound, not a budget.

// What makes a place worse, beside its rank among the candidates.
constexpr int costDetached = 20;
constexpr int costNearerToAnother = 30;
constexpr int costCoversLine = 25;
constexpr int costMissing = 1000;

using Places = std::vector<std::optional<LabelPlace>>;

/// The places beside a mark, the best first: at its side, above, below, the corners, then the same further off.
std::vector<LabelPlace> candidates(const LabelWish &wish)
{
    std::vector<LabelPlace> places;
    const qreal w = wish.size.width();
    const qreal h = wish.size.height();
    const QPointF c = wish.centre;
    for (const qreal distance : {0.0, 20.0, 44.0, 72.0, 104.0}) {
        const qreal off = wish.radius + gap + distance;
        const qreal corner = off * 0.71;
        const auto add = [&](qreal x, qreal y, bool right) {
            places.push_back({QRectF(c + QPointF(x, y), wish.size), right, distance > 0});
        };
        for (const qreal height : {0.5, 0.2, 0.8}) {
            add(off, -h * height, false);
            add(-off - w, -h * height, true);
        }
        for (const qreal share : {0.5, 0.25, 0.75}) {
            add(-w * share, -off - h, share > 0.5);
            add(-w * share, off, share > 0.5);
        }
        add(corner, -corner - h, false);
        add(corner, corner, false);
        add(-corner - w, -corner - h, true);
        add(-corner - w, corner, true);
    }
    return places;
}

/// From the centre of a mark to the nearest point of a rectangle.
qreal distance(const QPointF &centre, const QRectF &rect)
{
    const qreal x = std::clamp(centre.x(), rect.left(), rect.right()) - centre.x();
    const qreal y = std::clamp(centre.y(), rect.top(), rect.bottom()) - centre.y();
    return std::hypot(x, y);
}

struct Candidate
{
    LabelPlace place;
    int cost = 0;
};

class Search
{
public:
    Search(const std::vector<LabelWish> &wishes, const QRectF &bounds, const std::vector<QPointF> &avoid)
        : m_wishes(wishes)
        , m_best(wishes.size())
        , m_now(wishes.size())
    {
        for (const LabelWish &wish : wishes) {
            auto &allowed = m_candidates.emplace_back();
            int rank = 0;
            for (const LabelPlace &place : candidates(wish)) {
                if (bounds.contains(place.rect) && !coversMark(place.rect)) {
                    allowed.push_back({place, rank + extraCost(wish, place, avoid)});
                }
                ++rank;
            }
            std::ranges::stable_sort(allowed, {}, &Candidate::cost);
        }
    }

    Places run()
    {
        descend(0, 0);
        return m_best;
    }

private:
    bool coversMark(const QRectF &rect) const
    {
        return std::ranges::any_of(m_wishes,
            [&rect](const LabelWish &wish) { return distance(wish.centre, rect) < wish.radius + 3; });
    }

    int extraCost(const LabelWish &wish, const LabelPlace &place, const std::vector<QPointF> &avoid) const
    {
        const qreal own = distance(wish.centre, place.rect) - wish.radius;
        const bool nearer = std::ranges::any_of(m_wishes, [&](const LabelWish &other) {
            return &other != &wish && distance(other.centre, place.rect) - other.radius < own - 1;
        });
        const QRectF wide = place.rect.marginsAdded(QMarginsF(6, 3, 6, 3));
        const bool line = std::ranges::any_of(avoid, [&wide](const QPointF &point) { return wide.contains(point); });
        return (place.detached ? costDetached : 0) + (nearer ? costNearerToAnother : 0) + (line ? costCoversLine : 0);
    }

    bool isFree(const QRectF &rect, std::size_t before) const
    {
        const QRectF wide = rect.marginsAdded(QMarginsF(gap, 2, gap, 2));
        return std::none_of(m_now.begin(), m_now.begin() + static_cast<std::ptrdiff_t>(before),
            [&wide](const auto &place) { return place && place->rect.intersects(wide); });
    }

    /// Depth first, cheapest candidate first; a branch that cannot beat the best is cut.
    void descend(std::size_t index, int cost)
    {
        if (cost >= m_bestCost || ++m_tries > triesMax) {
            return;
        }
        if (index == m_wishes.size()) {
            m_best = m_now;
            m_bestCost = cost;
            return;
        }
        for (const Candidate &candidate : m_candidates[index]) {
            if (isFree(candidate.place.rect, index)) {
                m_now[index] = candidate.place;
                descend(index + 1, cost + candidate.cost);
            }
        }
        m_now[index].reset();
        descend(index + 1, cost + costMissing);
    }

    const std::vector<LabelWish> &m_wishes;
    std::vector<std::vector<Candidate>> m_candidates;
    Places m_best;
    Places m_now;
    int m_bestCost = std::numeric_limits<int>::max();
    int m_tries = 0;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(
    const std::vector<LabelWish> &wishes, const QRectF &bounds, const std::vector<QPointF> &avoid)
{
    return Search(wishes, bounds, avoid).run();
}

} // namespace siaga::views
