// SPDX-License-Identifier: GPL-3.0-or-later
// The first four fields of each record's bytes: {"seq":"12","at":"345000000","wall":"1700000000000","type":"AlertOpened"
//
// It is like the line on top of each page of a log book: number, time, subject, always in the same place, so that an
// auditor can leaf through a million pages without reading them. The catch: this is no JSON reader. It accepts exactly
// the one way in which we write these fields, and looks at nothing behind them but the closing brace.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"

#include <optional>
#include <string>
#include <string_view>

namespace siaga {

struct RecordHeader
{
    Seq seq;               ///< Never zero.
    Instant at;            ///< Written as nanoseconds.
    WallTime wall;         ///< Written as milliseconds.
    std::string_view type; ///< 1 to 64 of A-Z a-z 0-9 _ . and starting with a letter.
    bool operator==(const RecordHeader &) const = default;
};

/// The header of a record's bytes; nullopt for anything that writeHeader would not have written (other order, spaces,
/// leading zeros, numbers without quotes) or that doesn't end with a closing brace. The type points into `bytes`.
std::optional<RecordHeader> readHeader(std::string_view bytes);

/// The record's bytes up to and including the type, without a comma or closing brace behind it. A header that
/// readHeader would not accept is a broken invariant.
std::string writeHeader(const RecordHeader &header);

} // namespace siaga
