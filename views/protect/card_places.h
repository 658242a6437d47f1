// SPDX-License-Identifier: GPL-3.0-or-later
// Where each card, each heading and each fold line of the page stands, and which one an arrow key leads to.
//
// Like the seating plan of a hall: rows of equal seats under the name of each block. The catch: small groups stand
// beside each other where there is room, so the seat below may belong to another one.
#pragma once

#include "views/protect/breaker_face.h"

#include <QRect>

#include <cstddef>
#include <vector>

namespace siaga::views {

struct CardMeasures
{
    int widthMin = 264;
    int height = 120;
    int head = 32;
    int fold = 32;
    int gap = 12;
};

struct CardPlace
{
    std::size_t group = 0;
    std::optional<std::size_t> card; ///< None: the group's fold line.
    QRect rect;
};

struct HeadPlace
{
    std::size_t group = 0;
    QRect rect;
};

struct CardPlaces
{
    std::vector<HeadPlace> heads;
    std::vector<CardPlace> places;   ///< In reading order.
    int height = 0;
};

CardPlaces placesOf(const std::vector<BreakerGroupFace> &groups, int width, const CardMeasures &measures);

enum class Towards { left, right, up, down };

/// The place one step away; the same one where there is none.
std::size_t neighbour(const CardPlaces &places, std::size_t from, Towards step);

} // namespace siaga::views
