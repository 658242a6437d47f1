// SPDX-License-Identifier: GPL-3.0-or-later
// What the board of page Now says in words: headlines, the lines of evidence under "why?", and what an incident comes to.
//
// Like the newsreader of the numbers: the same sentence on every page, on the command line and in notices. The catch:
// a line says only what the board holds; where nothing is known it says so.
#pragma once

#include "core/boards/now_board.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

/// One line of evidence: what was found, and below it the numbers behind it. `weighs` is how bad that is.
struct Evidence
{
    Standing weighs = Standing::unknown;
    QString found;
    QString behind; ///< May be empty.
};

/// "us-east-1 is down", "HTTP check of web fails in us-east-1".
QString headline(const AlertSubject &subject, RegionState state);
QString headline(const AlertRow &row);

/// The second line: "2 of 2 checks fail · 3 vantage points agree".
QString detail(const AlertRow &row);

/// "4 further alerts behind it"; empty when there are none.
QString behind(int alerts);

/// "2 of 2 checks fail · 3 vantage points agree · 84 % of requests fail"; "nothing seen yet" without any.
QString summary(const RegionEvidence &evidence);

/// Why a region is in its state, most telling first.
std::vector<Evidence> why(const RegionCard &card);

/// Why an alert is open.
std::vector<Evidence> why(const AlertRow &row);

/// "not seen yet", "seen 3 s ago", "last seen 47 s ago".
QString seenAgo(const std::optional<Duration> &age);

/// Traffic of a region: "34 % before, 14 % now", "none now", "not known".
QString traffic(const RegionCard &card);

/// A region as a target: "ready · 44 % free", "down", "healthy, not seen for 40 s", "out of traffic".
QString asTarget(const RegionCard &card);

/// True when the region can take traffic: healthy, fresh, not out, with some headroom known.
bool isReady(const RegionCard &card);

/// What is being done about the incident: "evacuating, step 7 of 9", "waits for approval", "nothing yet: …".
QString answer(const Incident &incident);

/// Time left of the recovery time objective: "4 min 13 s", or "over by 2 min".
QString recoveryTime(const Incident &incident);

} // namespace siaga::words
