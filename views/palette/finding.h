// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the palette can find, as values made from the boards.
//
// Like the cards of a library's catalogue, written anew each morning. The catch: breakers are on a board of their own,
// which comes a moment later than the others; until then they are not there to be found.
#pragma once

#include "core/boards/protect_board.h"
#include "views/models/command_list.h"
#include "views/models/fuzzy.h"
#include "views/models/place.h"
#include "views/theme/icons.h"
#include "views/theme/status.h"

namespace siaga::views {

struct Finding
{
    enum class Kind { alert, region, plan, service, breaker, page, command };
    Kind kind = Kind::command;
    Place place;                       ///< Of all but commands.
    Command command = Command::search; ///< Only of commands.
    QString name;                      ///< One of a kind; kept among the recent ones.
    QString text;
    QString detail;                    ///< Searched as well, but weighs less.
    std::optional<Status> mark;
    QString state;                     ///< Word of the mark.
    QString keys;
    QString whyNot;                    ///< Why it cannot be done now; empty: it can.
    bool isOver = false;               ///< An alert or a plan that has ended.
    Folded folded;
    Folded foldedDetail;
};

inline constexpr int findingKinds = 7;
QString word(Finding::Kind kind);
Icon iconOf(Finding::Kind kind);

/// A command that the window has, and why it cannot run now.
struct CommandOffer
{
    CommandEntry entry;
    QString whyNot;
};

/// Worst first: alerts, regions, plans, services, breakers, then pages and commands in their order. Either board may be
/// nullptr.
std::vector<Finding> findingsOf(
    const NowBoard *board, const ProtectBoard *protection, const std::vector<CommandOffer> &commands);

} // namespace siaga::views
