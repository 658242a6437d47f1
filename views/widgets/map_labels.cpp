// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/map_labels.h"

#include <QMarginsF>

#include <algorithm>
#include <array>
#include <limits>

namespace siaga::views {

namespace {

constexpr qreal gap = 6;
constexpr int triesMax = 20'000; // Far above what ten labels need; a bound, not a budget.

using Places = std::vector<std::optional<LabelPlace>>;

/// The places beside a mark, the best first: at its side, above, below, the corners, then the same further off.
std::vector<LabelPlace> candidates(const LabelWish &wish)
{
    std::vector<LabelPlace> places;
    for (const qreal distance : {0.0, 20.0, 44.0, 72.0, 104.0}) {
        const qreal off = wish.radius + gap + distance;
        const qreal w = wish.size.width();
        const qreal h = wish.size.height();
        const QPointF c = wish.centre;
        const bool detached = distance > 0;
        const auto add = [&](qreal x, qreal y, bool right) {
            places.push_back({QRectF(QPointF(x, y), wish.size), right, detached});
        };
        add(c.x() + off, c.y() - h / 2, false);
        add(c.x() - off - w, c.y() - h / 2, true);
        add(c.x() - w / 2, c.y() - off - h, false);
        add(c.x() - w / 2, c.y() + off, false);
        const qreal corner = off * 0.75;
        add(c.x() + corner, c.y() - corner - h * 0.6, false);
        add(c.x() + corner, c.y() + corner - h * 0.4, false);
        add(c.x() - corner - w, c.y() - corner - h * 0.6, true);
        add(c.x() - corner - w, c.y() + corner - h * 0.4, true);
    }
    return places;
}

class Search
{
public:
    Search(const std::vector<LabelWish> &wishes, const QRectF &bounds)
        : m_wishes(wishes)
        , m_best(wishes.size())
        , m_now(wishes.size())
    {
        for (std::size_t index = 0; index < wishes.size(); ++index) {
            auto &allowed = m_candidates.emplace_back();
            for (const LabelPlace &place : candidates(wishes[index])) {
                if (bounds.contains(place.rect) && !coversMark(place.rect)) {
                    allowed.push_back(place);
                }
            }
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
        return std::ranges::any_of(m_wishes, [&rect](const LabelWish &wish) {
            const qreal r = wish.radius + 2;
            return rect.intersects(QRectF(wish.centre - QPointF(r, r), wish.centre + QPointF(r, r)));
        });
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
        int rank = 0;
        for (const LabelPlace &place : m_candidates[index]) {
            if (isFree(place.rect, index)) {
                m_now[index] = place;
                descend(index + 1, cost + rank + (place.detached ? 20 : 0));
            }
            ++rank;
        }
        m_now[index].reset();
        descend(index + 1, cost + 1000);
    }

    const std::vector<LabelWish> &m_wishes;
    std::vector<std::vector<LabelPlace>> m_candidates;
    Places m_best;
    Places m_now;
    int m_bestCost = std::numeric_limits<int>::max();
    int m_tries = 0;
};

} // namespace

std::vector<std::optional<LabelPlace>> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &bounds)
{
    return Search(wishes, bounds).run();
}

} // namespace siaga::views
