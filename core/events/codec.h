// SPDX-License-Identifier: GPL-3.0-or-later
// Events as bytes: one record is one compact JSON object, header first. The journal hashes exactly these bytes.
#pragma once

#include "core/base/result.h"
#include "core/events/event.h"

#include <vector>

namespace siaga {

/// {"seq","at","wall","type","epoch","actor","body"}; the first four, in this order, are also the journal's columns.
std::string encode(const Recorded &recorded);

/// An event of a kind this build does not know decodes to UnknownEvent; anything else that is off is an error.
Result<Recorded> decode(std::string_view bytes);

/// The body alone, as compact JSON, for exports and for copying a row.
std::string bodyJson(const Event &event);

/// A body by its stored name and JSON, for requests that arrive from the command line of another process.
Result<Event> eventFromJson(std::string_view name, std::string_view json);

/// The stored names of all events that this build knows, sorted.
std::vector<std::string_view> knownEvents();

/// A digest of the stored form of all events; part of a keyframe's fingerprint.
std::string formatFingerprint();

} // namespace siaga
