// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of the journal: who, what kind, when, about what. Page Audit and `siaga audit export` ask the same.
//
// Like the slip that a reader hands over in an archive: whatever is left blank excludes nothing, and everything that is
// filled in must fit. The catch: text is compared with sentences, which only core/words can write; matches() leaves it
// to whoever has them.
#pragma once

#include "core/base/describe.h"
#include "core/events/event.h"
#include "core/events/mentions.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace siaga {

/// What kind of thing a record tells; each event that this build knows has one that is not `other`.
enum class AuditGroup { alerts, notices, checks, diagnoses, plans, orders, breakers, fleet, runtime, other };
constexpr auto namesOf(AuditGroup)
{
    return std::array<std::string_view, 10>{"alerts", "notices",  "checks", "diagnoses", "plans",
                                            "orders", "breakers", "fleet",  "runtime",   "other"};
}

/// The group of an event by its stored name; `other` for one of another version.
AuditGroup groupOf(std::string_view type);

/// What a record is to be about; nothing: anything.
using AuditSubject = std::variant<std::monostate, RegionId, AlertId, PlanId, BreakerId>;

struct AuditQuery
{
    std::optional<Actor::Kind> whoKind;  ///< People, engines, or Siaga itself.
    std::string who;                     ///< One of them by name; empty: all.
    std::optional<AuditGroup> group;
    std::string text;                    ///< Without regard to case; empty: any.
    std::optional<WallTime> since;       ///< The first moment, as the wall clock was believed then.
    std::optional<WallTime> until;       ///< The first moment behind the last.
    Seq from;                            ///< The first record; zero: the journal's first.
    Seq to;                              ///< The last record; zero: the journal's last.
    AuditSubject about;
    bool operator==(const AuditQuery &) const = default;
};

/// What belongs to a subject without naming it: the alerts raised about a region, the plans made for it, and the orders
/// that asked for them. Each walk that asks about something collects them first.
struct AuditRelations
{
    std::set<AlertId> alerts;
    std::set<PlanId> plans;
    std::set<RequestId> requests;
    std::set<Seq> records; ///< Such as the one that raised an alert.
    bool operator==(const AuditRelations &) const = default;
};

/// False for the names of events that never add to the relations.
bool mayRelate(std::string_view type);

/// Adds what the event tells of the subject's relations.
void relate(AuditRelations &relations, const AuditSubject &subject, const Event &event);

/// A record as it lies there, not decoded.
struct AuditGlance
{
    Seq seq;
    WallTime wall;
    std::string_view type;
    std::string_view bytes;
};

/// A query made ready to be asked a million times.
class AuditFilter
{
public:
    explicit AuditFilter(AuditQuery query = {}, AuditRelations relations = {});

    /// False only for a record that cannot match; costs some hundred nanoseconds. True proves nothing.
    bool mayMatch(const AuditGlance &record) const;

    /// Everything but the text.
    bool matches(const Recorded &recorded) const;

    const AuditQuery &query() const { return m_query; }

private:
    bool isInRange(Seq seq, WallTime wall) const;
    bool isAbout(const Recorded &recorded) const;

    AuditQuery m_query;
    AuditRelations m_relations;
    std::vector<std::string> m_needles; ///< One of them stands in each record that is about the subject; empty: unknown.
    std::string m_actor;                ///< Stands in each record of the person or part that is asked for.
};

} // namespace siaga
