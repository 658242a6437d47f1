// SPDX-License-Identifier: GPL-3.0-or-later
// What the inspector says of the selected thing, as a value: state, why, what it affects, what can be done.
//
// Like the chart at the foot of a hospital bed. The catch: it is made anew from each board; a selection that is gone
// falls back to the whole fleet instead of showing what was.
#pragma once

#include "core/boards/protect_board.h"
#include "core/words/figures.h"
#include "views/models/selection.h"
#include "views/theme/status.h"

#include <QString>

#include <optional>
#include <vector>

namespace siaga::views {

/// One line of a section: a fact with what is behind it, or a name with its value.
struct InspectionLine
{
    std::optional<Status> mark;
    QString name;   ///< Quiet, before the text; empty for a fact.
    QString text;
    QString behind; ///< Quiet, below the text; may be empty.
    bool operator==(const InspectionLine &) const = default;
};

struct InspectionSection
{
    QString title;
    std::vector<InspectionLine> lines;
    bool operator==(const InspectionSection &) const = default;
};

/// Something that can be done with it. Absent: it is not offered; with `whyNot`: shown, but disabled.
template<class Id>
struct Offer
{
    Id id;
    QString whyNot;
    bool operator==(const Offer &) const = default;
};

struct Inspection
{
    QString title;
    QString subtitle; ///< "N. Virginia"; may be empty.
    Status status = Status::unknown;
    QString state;    ///< "critical since 02:12:58 UTC · 47 s"
    std::vector<InspectionSection> sections;
    std::optional<Offer<AlertId>> acknowledge;
    std::optional<Offer<RegionId>> evacuate;
    std::optional<Offer<RegionId>> restore;
    std::optional<Offer<PlanId>> review;
    std::optional<Offer<PlanId>> hold;
    std::optional<Offer<PlanId>> resume;
    std::optional<Offer<PlanId>> abort;
    std::optional<Offer<BreakerId>> forceOpen;
    std::optional<Offer<BreakerId>> disable;
    std::optional<Offer<BreakerId>> reset;
    Selection history; ///< Whose records page Audit can show; nothing: nobody's.
    QString runbook;  ///< An https link, or empty.
    QString command;  ///< The same on the command line, or empty.
    QString link;     ///< siaga://region/…; empty: it is about nothing in particular.
    bool operator==(const Inspection &) const = default;
};

/// `protect`: the last board of page Protect while that page is shown, else nullptr.
Inspection inspectionOf(
    const NowBoard &board, const Selection &selection, words::Zone zone, const ProtectBoard *protect = nullptr);

// The kinds of it.
Inspection inspectionOfFleet(const NowBoard &board);
Inspection inspectionOfRegion(const NowBoard &board, const RegionCard &card, words::Zone zone);
Inspection inspectionOfAlert(const NowBoard &board, const AlertRow &row, words::Zone zone);
Inspection inspectionOfPlan(const NowBoard &board, const PlanCard &card);
Inspection inspectionOfBreaker(const NowBoard &board, const BreakerCard &card, words::Zone zone);
Inspection inspectionOfProtection(const ProtectBoard &board);

} // namespace siaga::views
