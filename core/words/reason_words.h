// SPDX-License-Identifier: GPL-3.0-or-later
// Each named reason as one sentence with its numbers: the answer to "why?" and to "why not?".
#pragma once

#include "core/events/reasons.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

/// One sentence, without a full stop, that stands by itself in a list.
QString sentence(const Reason &reason);

/// One for each, in order.
QStringList sentences(const std::vector<Reason> &reasons);

/// All of them in one line, parted by semicolons; empty when there are none.
QString inOneLine(const std::vector<Reason> &reasons);

} // namespace siaga::words
