// SPDX-License-Identifier: GPL-3.0-or-later
// The time bar's words: what happened at a mark, what a gap is, and which moment a person means who types one.
//
// Like the page numbers and the index of a diary. The catch: a time without a day is the last one that has been, never
// one to come; at ten past midnight "23:50" is twenty minutes ago.
#pragma once

#include "core/boards/timeline.h"
#include "core/words/figures.h"

namespace siaga::words {

/// "Alert 17 opened, critical"; without its time.
QString headline(const TimeMark &mark);

/// "Nothing is recorded from 02:13:05 UTC until Siaga was started at 08:05:10 UTC".
QString sentence(const TimeGap &gap, Zone zone);

/// What is typed to go somewhere: "#18231" is a record, anything else a time.
using TypedMoment = std::variant<Seq, WallTime>;

/// "02:13", "02:13:45", "yesterday 02:13", "2026-11-25 02:13", "-15min", "-1h 30min", "-2d", "#18231"; nullopt for
/// anything else. Times are in `zone` unless they end in UTC or Z.
std::optional<TypedMoment> typedMoment(const QString &text, Zone zone, WallTime now);

} // namespace siaga::words
