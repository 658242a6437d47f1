// SPDX-License-Identifier: GPL-3.0-or-later
// Records as page Audit and `siaga audit export` tell them: who, what, why; and queries as words of a command line.
//
// Like the clerk who reads the archive's pages aloud. The catch: a sentence is told in the language of whoever asks, so
// a text that is looked for in sentences finds other records in another language; what the record itself holds is
// searched too.
#pragma once

#include "core/boards/audit_board.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

/// A record in sentences.
struct AuditLine
{
    AuditRow row;
    QString who;
    QString what;         ///< The event's sentence, less what `why` says.
    QString why;          ///< Reasons and cause in one line; empty when the sentence says all there is.
    bool damaged = false; ///< No record, but what is wrong with it: `what` says so.
    bool operator==(const AuditLine &) const = default;
};

AuditLine auditLine(const Recorded &recorded);

/// In place of a record that cannot be trusted or read. Nothing of it but its number is known.
AuditLine damagedLine(Seq seq, const std::string &what);

/// Whether the text, without regard to case, stands in the line or in one of the record's own values.
bool holdsText(const AuditLine &line, const std::string &bytes, const QString &text);

/// What a walk found so far, in the order asked for.
struct AuditFound
{
    std::uint64_t ticket = 0;
    std::vector<AuditLine> lines; ///< Since the last time.
    std::uint64_t walked = 0;     ///< Records looked at, of those in the query's range.
    std::uint64_t total = 0;
    Seq next;                     ///< Where to go on when it is over; zero: there is nothing further.
    bool isOver = false;
    bool isLost = false;          ///< The journal cannot be read now; nothing is said of what it holds.
};

/// One whole record.
struct AuditRecord
{
    Seq seq;
    AuditLine line;
    std::string bytes;   ///< As they are hashed; empty when damaged.
    QString indented;    ///< The same to be read, perhaps cut.
    Hash256 hash;
    Hash256 previous;
    bool isLost = false; ///< The journal cannot be read now.
};

/// JSON with line ends and two spaces for each level; nothing else is changed. Cut behind `lengthMax` characters.
QString indented(const std::string &json, int lengthMax = 64 * 1024);

QString word(AuditGroup group);      ///< "alerts", "orders by people"
QString word(Actor::Kind kind);      ///< "people", "engines", "Siaga itself"
QString title(const AuditSubject &subject); ///< "region us-east-1"; empty for nothing.

/// The options that ask the same on a command line: {"--kind", "plans", "--since", "2026-11-26 02:13:45"}.
QStringList auditOptions(const AuditQuery &query);

/// "region us-east-1", "alert 17", "plan 41" or "breaker NAME"; nullopt for anything else.
std::optional<AuditSubject> subjectFrom(const QString &text);

/// "2026-11-26", "2026-11-26 02:13", "2026-11-26 02:13:45", with a T or a blank between; a Z at the end, or `utc`, means
/// UTC, else the machine's own zone. "02:13" is of the day of `today`. nullopt for anything else.
std::optional<WallTime> momentFrom(const QString &text, bool utc, WallTime today);

/// "2026-11-26 02:13:45" in UTC, or local; momentFrom reads it back.
QString momentText(WallTime time, bool utc);

} // namespace siaga::words
