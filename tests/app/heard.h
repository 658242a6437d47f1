// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps every record that a station tells, in order, to be asked for later.
//
// Like a tape that runs along. The catch: it hears from the moment it is made.
#pragma once

#include "app/station.h"

#include <vector>

namespace siaga {

struct Heard : QObject
{
    explicit Heard(Station &station)
    {
        connect(&station, &Station::recorded, this, [this](const Recorded &record) { records.push_back(record); });
    }

    /// The newest record of this kind; nullptr when there was none.
    template<class Body>
    const Body *last() const
    {
        for (auto record = records.rbegin(); record != records.rend(); ++record)
            if (const auto *body = record->event.as<Body>())
                return body;
        return nullptr;
    }

    std::vector<Recorded> records;
};

} // namespace siaga
