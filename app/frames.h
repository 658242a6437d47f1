// SPDX-License-Identifier: GPL-3.0-or-later
// What a Siaga that leads and one that follows it say to each other: one line for each thing, a letter and what it
// carries.
//
// Like the code of flags between two ships: a flag each, and no talk. The catch: whoever reads must know the very same
// code, so both say their version first, and a line that does not fit ends the connection instead of being guessed.
#pragma once

#include "core/boards/availability.h"
#include "core/boards/now_board.h"
#include "core/events/observation_codec.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// The letters, with what each carries.
namespace frame {

// From the one that leads.
inline constexpr char hello = 'H';        ///< Hello: who leads.
inline constexpr char refusal = 'E';      ///< FollowRefusal; then the connection ends.
inline constexpr char clear = 'C';        ///< Nothing: forget what was told as seen, it is told anew.
inline constexpr char observation = 'O';  ///< encodeObservation().
inline constexpr char availability = 'A'; ///< AvailabilityCount.
inline constexpr char state = 'K';        ///< toKeyframe(): the state before the next record.
inline constexpr char record = 'R';       ///< A durable record, byte for byte as it is in the journal.
inline constexpr char figures = 'T';      ///< OwnFigures.
inline constexpr char whole = 'D';        ///< Whole: what was told so far belongs together and is durable.
inline constexpr char beat = 'B';         ///< Nothing: still here.
// From the one that follows.
inline constexpr char request = 'Q';      ///< The name of an event of request_events.h, a blank, its body.
inline constexpr char protection = 'P';   ///< "1" or "0": whether figures are wanted.
// On a connection that reads the journal: a question, ...
inline constexpr char head = 'h';         ///< Nothing.
inline constexpr char read = 'r';         ///< JournalQuestion: the records from `seq` on, as many as fit.
inline constexpr char seek = 's';         ///< JournalQuestion: the last record at or before `at`.
inline constexpr char keyframe = 'k';     ///< JournalQuestion: the newest of `fingerprint` at or before `seq`.
// ... and the answer, whose last line is always this one.
inline constexpr char stored = 'n';       ///< The chain's hash, a blank, the record's bytes.
inline constexpr char kept = 'f';         ///< The keyframe's bytes.
inline constexpr char answer = 'a';       ///< JournalAnswer.

} // namespace frame

struct Frame
{
    char kind = 0;
    std::string payload;
};

struct Hello
{
    std::string leader;   ///< Host and process.
    FleetFrom fleetFrom = FleetFrom::lab;
    std::string fleetFile;
};

struct FollowRefusal
{
    LostReason reason = LostReason::refused;
    std::string detail;   ///< The version for otherVersion, else a sentence.
};

struct Whole
{
    Instant now;
    WallTime wall;
    std::uint64_t targets = 0; ///< Of the leader's own calls.
    std::string journalFault;
    std::string loopFault;
};

struct OwnFigures
{
    bool all = false; ///< All there are; else only those that changed.
    std::vector<TargetFigures> targets;
};

struct JournalQuestion
{
    Seq seq;
    Instant at;
    std::string fingerprint;
};

struct JournalAnswer
{
    Seq seq;            ///< The head's, the found record's or the keyframe's; zero for none.
    std::string hash;   ///< The head's, in hexadecimal.
    bool end = false;   ///< No record follows those that were read.
    Seq damagedAt;      ///< Not zero: the first bad record.
    std::string damage;
};

template<class A> void describe(A &a, Hello &v) { a("leader", v.leader), a("fleetFrom", v.fleetFrom), a("fleetFile", v.fleetFile); }
template<class A> void describe(A &a, FollowRefusal &v) { a("reason", v.reason), a("detail", v.detail); }
template<class A> void describe(A &a, Whole &v)
{
    a("now", v.now), a("wall", v.wall), a("targets", v.targets), a("journalFault", v.journalFault), a("loopFault", v.loopFault);
}
template<class A> void describe(A &a, OwnFigures &v) { a("all", v.all), a("targets", v.targets); }
template<class A> void describe(A &a, JournalQuestion &v) { a("seq", v.seq), a("at", v.at), a("fingerprint", v.fingerprint); }
template<class A> void describe(A &a, JournalAnswer &v)
{
    a("seq", v.seq), a("hash", v.hash), a("end", v.end), a("damagedAt", v.damagedAt), a("damage", v.damage);
}
template<class A> void describe(A &a, AvailabilityCount::Reading &v) { a("at", v.at), a("uptime", v.uptime), a("servers", v.servers); }
template<class A> void describe(A &a, AvailabilityCount &v)
{
    a("last", v.last), a("requests", v.requests), a("failures", v.failures), a("measured", v.measured), a("coveredUntil", v.coveredUntil);
}

/// The line, with its end. The payload must have no line ends, as no JSON of ours has.
QByteArray framed(char kind, std::string_view payload = {});

/// Cuts what comes into lines.
class FrameReader
{
public:
    /// A line that is longer than `bytesMax` is none.
    explicit FrameReader(std::size_t bytesMax)
        : m_bytesMax(bytesMax)
    {
    }

    void add(const QByteArray &bytes);

    /// The next whole line; nullopt while none is there.
    std::optional<Frame> next();

    /// What came is no code of ours: the connection must be ended.
    bool isBroken() const { return m_broken; }

private:
    std::string m_bytes;
    std::size_t m_begin = 0;    ///< Of what was not given out yet.
    std::size_t m_searched = 0; ///< No line end before it.
    std::size_t m_bytesMax;
    bool m_broken = false;
};

/// What is said first on a connection, as one line of JSON: `wish` is "attach" or "journal", `fleet` as of fleetAsked().
QByteArray attachLine(const char *wish, const QByteArray &fleet);

} // namespace siaga
