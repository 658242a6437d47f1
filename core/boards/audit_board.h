// SPDX-License-Identifier: GPL-3.0-or-later
// What page Audit shows: records as rows, and what became of verifying and exporting them.
//
// Like the reading desk of an archive: the page of the book that was asked for, and the auditor's last note beside it.
// The catch: a proof speaks of the moment in which it was made; what was written since is not in it.
#pragma once

#include "core/base/sha256.h"
#include "core/boards/audit_query.h"
#include "core/events/reasons.h"

namespace siaga {

/// One record, without a sentence: who did what, and why.
struct AuditRow
{
    Seq seq;
    Instant at;
    WallTime wall;
    Epoch epoch;
    Actor actor;
    std::string type;
    AuditGroup group = AuditGroup::other;
    std::vector<Reason> reasons;      ///< The named ones that the event carries; its evidence is told by its sentence.
    Seq cause;                        ///< The record that led to it, where the event names one.
    Mentions mentions;
    std::optional<Severity> severity; ///< Of an alert that opened or changed.
    bool operator==(const AuditRow &) const = default;
};

AuditRow auditRow(const Recorded &recorded);

/// The named reasons that an event carries, in its order.
std::vector<Reason> reasonsOf(const Event &event);

/// One walk over the journal that a page asks for. A newer ask with another ticket replaces it.
struct AuditAsk
{
    std::uint64_t ticket = 0;
    AuditQuery query;
    bool older = true;   ///< From `start` back in time, newest first; else forward, oldest first.
    Seq start;           ///< The first record to look at; zero: the last or first there is.
    int rowsMax = 200;
};

enum class ProofState { never, running, intact, broken, stopped, unreadable };
constexpr auto namesOf(ProofState)
{
    return std::array<std::string_view, 6>{"never", "running", "intact", "broken", "stopped", "unreadable"};
}

/// How far the chain was recomputed, and what came of it.
struct AuditProof
{
    ProofState state = ProofState::never;
    Seq checked;        ///< The last sound record; with `intact` the head.
    Hash256 hash;       ///< Of that record, to be noted elsewhere.
    Seq head;           ///< The journal's last record, for the progress.
    Duration took{};
    WallTime when;      ///< When it ended.
    Seq bad;            ///< The first bad record.
    std::string what;   ///< What is wrong with it.
    bool operator==(const AuditProof &) const = default;
};

enum class ExportForm { jsonLines, csv };

/// What is to be written where; `mode`, `fleet` and `environment` stand in it for whoever reads it later.
struct AuditExport
{
    std::string path;
    ExportForm form = ExportForm::jsonLines;
    AuditQuery query;
    std::string mode;
    std::string fleet;
    std::string environment;
};

enum class ExportState { never, running, done, stopped, failed };

struct AuditExporting
{
    ExportState state = ExportState::never;
    std::string path;
    std::uint64_t written = 0; ///< Records.
    std::uint64_t walked = 0;
    std::uint64_t total = 0;
    Duration took{};
    std::string what;          ///< Why it failed.
    bool operator==(const AuditExporting &) const = default;
};

} // namespace siaga
