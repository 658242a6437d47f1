// SPDX-License-Identifier: GPL-3.0-or-later
// What must stand above every page for as long as it holds, worst first.
#pragma once

#include "core/boards/now_board.h"
#include "core/words/figures.h"
#include "views/widgets/banner.h"

namespace siaga::views {

// What a banner's button is called by.
inline const QString liftStopKey = QStringLiteral("stop");
inline const QString pastKey = QStringLiteral("past");
inline const QString refusalKey = QStringLiteral("refusal");

/// `silence`: how long no board has come. `refusal`: what was last refused, or empty.
std::vector<BannerFace> bannersOf(const NowBoard &board, Duration silence, const QString &refusal, words::Zone zone);

} // namespace siaga::views
