// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/card_places.h"

#include <algorithm>
#include <cstdlib>

namespace siaga::views {

namespace {

int columnsIn(int width, const CardMeasures &measures)
{
    return std::max(1, (width + measures.gap) / (measures.widthMin + measures.gap));
}

/// Where columns begin and end; they share the whole width to the pixel, so that the right edge is straight.
struct Columns
{
    int count = 1;
    int width = 0;
    int gap = 0;

    int left(int column) const { return (width - (count - 1) * gap) * column / count + column * gap; }
    QRect rect(int from, int span, int y, int height) const
    {
        return {left(from), y, left(from + span) - gap - left(from), height};
    }
};

/// How many columns a group takes: as many as it has cards; a line of calm ones is not squeezed.
int spanOf(const BreakerGroupFace &group, int columns)
{
    const int cards = static_cast<int>(group.cards.size());
    const int least = group.fold.isEmpty() ? 1 : columns <= 3 ? columns : 2;
    return std::clamp(cards, std::min(least, columns), columns);
}

/// Places one group from this column on; gives the height that it took.
int place(const BreakerGroupFace &face, std::size_t group, const Columns &columns, int from, int span, int y,
    const CardMeasures &measures, CardPlaces &all)
{
    const int top = y;
    if (face.cards.empty()) { // All are calm: the fold line is their heading too.
        all.places.push_back({group, std::nullopt, columns.rect(from, span, y, measures.fold)});
        return measures.fold + measures.gap;
    }
    all.heads.push_back({group, columns.rect(from, span, y, measures.head)});
    y += measures.head;
    for (std::size_t card = 0; card < face.cards.size(); ++card) {
        const int column = static_cast<int>(card) % span;
        if (card > 0 && column == 0)
            y += measures.height + measures.gap;
        all.places.push_back({group, card, columns.rect(from + column, 1, y, measures.height)});
    }
    y += measures.height + measures.gap;
    if (!face.fold.isEmpty()) {
        all.places.push_back({group, std::nullopt, columns.rect(from, span, y, measures.fold)});
        y += measures.fold + measures.gap;
    }
    return y - top;
}

} // namespace

CardPlaces placesOf(const std::vector<BreakerGroupFace> &groups, int width, const CardMeasures &measures)
{
    CardPlaces all;
    const Columns columns{columnsIn(width, measures), width, measures.gap};
    int column = 0;
    int y = 0;
    int band = 0; // The tallest of the groups that stand beside each other.
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const int span = spanOf(groups[group], columns.count);
        if (column + span > columns.count) {
            y += band;
            column = band = 0;
        }
        band = std::max(band, place(groups[group], group, columns, column, span, y, measures, all));
        column += span;
    }
    all.height = y + band;
    return all;
}

std::size_t neighbour(const CardPlaces &places, std::size_t from, Towards step)
{
    if (step == Towards::left)
        return from == 0 ? 0 : from - 1;
    if (step == Towards::right)
        return std::min(from + 1, places.places.size() - 1);
    const QRect here = places.places[from].rect;
    std::size_t best = from;
    auto farness = [&](std::size_t index) {
        const QRect there = places.places[index].rect;
        return std::pair(std::abs(there.top() - here.top()), std::abs(there.left() - here.left()));
    };
    for (std::size_t index = 0; index < places.places.size(); ++index) {
        const int top = places.places[index].rect.top();
        const bool ahead = step == Towards::up ? top < here.top() : top > here.top();
        if (ahead && (best == from || farness(index) < farness(best)))
            best = index;
    }
    return best;
}

} // namespace siaga::views
