// SPDX-License-Identifier: GPL-3.0-or-later
// What can be broken in the lab, and what is broken there now, as the window gets to know it.
//
// Like the props list of an exercise, read by the players' side. The catch: the words come with it; the window knows no
// fault by itself, so it can't offer one that the lab does not have.
#pragma once

#include "core/base/instant.h"

#include <QMetaType>
#include <QString>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace siaga::views {

/// One kind of fault, and which targets it reads.
struct FaultOffer
{
    QString kind;    ///< As `siaga lab fault` calls it.
    QString title;   ///< "A region goes down"
    QString does;    ///< What that means there.
    QString options; ///< " magnitude=0.5", to stand behind the targets.
    bool region = false;
    bool service = false;
    bool edge = false;
    bool operator==(const FaultOffer &) const = default;
};

/// An edge, and which services in which regions stand behind it.
struct FaultEdge
{
    QString id;
    std::vector<std::pair<QString, QString>> servers; ///< Service, region.
    bool operator==(const FaultEdge &) const = default;
};

struct FaultCatalogue
{
    std::vector<FaultOffer> kinds;
    std::vector<FaultEdge> edges;
    bool operator==(const FaultCatalogue &) const = default;
};

struct ActiveFault
{
    std::uint64_t id = 0;
    QString kind;
    QString title;
    QString where;   ///< "web in lab-us-east-1"; empty: it has no target.
    QString region;  ///< Empty: it is about no single region.
    Instant from;
    std::optional<Instant> until; ///< None: until somebody heals it.
    bool operator==(const ActiveFault &) const = default;
};

/// All faults that hold at a moment, oldest first.
struct ActiveFaults
{
    Instant at;
    std::vector<ActiveFault> faults;
};

} // namespace siaga::views

Q_DECLARE_METATYPE(siaga::views::FaultCatalogue)
Q_DECLARE_METATYPE(siaga::views::ActiveFaults)
