// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a write-ahead log that a crash cut short from one that was damaged later.
//
// SQLite reads such a log like a reader who stops at the first smudged word and takes it for the end: right after a
// crash, but a single flipped bit would silently drop all that was committed and acknowledged behind it. We leaf on and
// look whether more finished pages follow than a crash can leave. The catch: damage in the last two commits can't be
// told from a crash.
#pragma once

#include <optional>
#include <string>

namespace siaga {

/// What is wrong with the log at `path`; nullopt when SQLite may read it, also when there is none or it is empty.
std::optional<std::string> walDamage(const std::string &path);

} // namespace siaga
