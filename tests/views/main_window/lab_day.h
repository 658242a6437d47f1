// SPDX-License-Identifier: GPL-3.0-or-later
// A seeded day of the lab, lived through by a whole Siaga: a region dies, a person evacuates it, Siaga itself dies and
// comes again. Its journal and its moments are real, for the time bar's tests and pictures.
#pragma once

#include "core/boards/timeline.h"
#include "core/lab/lab.h"

#include <memory>

namespace siaga::labday {

class LabDay
{
public:
    LabDay();

    Seq head() const { return m_lab.durable(); }
    /// The board of the present, at the end of the day.
    NowBoard present() const;
    /// All of the journal, in one part.
    TimelinePart timeline() const;
    /// The moment of a place.
    std::shared_ptr<const Moment> moment(const PastPlace &place) const;
    /// The first record that leaves a mark of that kind.
    TimeMark mark(MarkKind kind) const;

private:
    void run(Duration lasts) { m_lab.runUntil(m_lab.now() + lasts); }

    lab::Lab m_lab;
};

} // namespace siaga::labday
