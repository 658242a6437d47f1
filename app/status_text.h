// SPDX-License-Identifier: GPL-3.0-or-later
// The board as lines of text, for whoever has only a terminal at three in the morning: what is bad first, then what to
// type about it.
#pragma once

#include "core/boards/now_board.h"

#include <QStringList>

namespace siaga {

/// `places` are the words that reach this Siaga (Arguments::places()); they stand in the commands that are offered.
QStringList statusLines(const NowBoard &board, const QStringList &places);

/// Rows of cells in columns as wide as their widest cell; the last one runs on.
QStringList table(const std::vector<QStringList> &rows);

/// The shape beside the word, as on the console: severity is never told by one alone.
QString shape(Standing standing);

} // namespace siaga
