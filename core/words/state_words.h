// SPDX-License-Identifier: GPL-3.0-or-later
// The word for each value of each enumeration that people meet: lower case, to stand in a sentence or in a cell.
#pragma once

#include "core/boards/now_board.h"

#include <QString>

namespace siaga::words {

QString word(RegionState state);      ///< "healthy", "unreachable from here", …
QString word(CheckState state);
QString word(EdgeState state);
QString word(ViewState state);
QString word(ProbeOutcome outcome);   ///< "connection refused", "timed out", …
QString word(ServerSeen::State state);
QString word(Severity severity);
QString word(Standing standing);
QString word(Mode mode);              ///< "LIVE", "LAB", "DRILL", "REPLAY".
QString word(Autonomy autonomy);
QString word(Diagnosis diagnosis);
QString word(DriftCause cause);
QString word(AlertSubject::Kind kind);
QString word(BreakerState state);
QString word(BreakerRule rule);
QString word(Aspect aspect);
QString word(CheckKind kind);         ///< "HTTP", "TCP".

} // namespace siaga::words
