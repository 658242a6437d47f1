// SPDX-License-Identifier: GPL-3.0-or-later
// A thing of the console that can be pointed at from outside: siaga://alert/17, siaga://region/lab-us-east-1.
//
// Like a house number that fits on a postcard. The catch: it says what, never do what; a link from a chat opens the
// console at a thing and acts on nothing. What it names may be gone by the time it is opened.
#pragma once

#include "views/models/selection.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace siaga::views {

struct Place
{
    enum class Kind { region, service, alert, plan, breaker, page, record };
    Kind kind = Kind::page;
    QString name; ///< Of alerts, plans and records: the number, without leading zeros. Of pages: "now", "protect", …
    bool operator==(const Place &) const = default;
};

inline constexpr int linkLengthMax = 512;

/// Reads a link as linkTo() writes it; nullopt for anything else, queries and fragments included.
std::optional<Place> placeFromLink(const QString &link);

/// "siaga://breaker/web-calls%40lab-us-east-1".
QString linkTo(const Place &place);

/// Nothing for a selection of nothing.
std::optional<Place> placeOf(const Selection &selection);

/// The number of an alert, plan or record; 0 when it is none.
std::uint64_t numberOf(const Place &place);

} // namespace siaga::views
