// SPDX-License-Identifier: GPL-3.0-or-later
// Which regions, alerts, plans, breakers and requests an event names: what "everything about it" stands on.
//
// Like the index at the end of a book, made from the text itself: no event tells it separately, so none can forget to.
// The catch: it says that a thing is named, not that the event is mainly about it.
#pragma once

#include "core/base/describe.h"
#include "core/base/sha256.h"
#include "core/events/event.h"

#include <map>
#include <optional>
#include <set>
#include <variant>
#include <vector>

namespace siaga {

struct Mentions
{
    std::set<RegionId> regions;
    std::set<AlertId> alerts;
    std::set<PlanId> plans;
    std::set<BreakerId> breakers;
    std::set<RequestId> requests;
    std::set<Seq> records; ///< Such as the one that caused an alert.
    bool operator==(const Mentions &) const = default;
};

/// Everything that the event's body names, however deep. Nothing of an event of a kind that this build does not know.
Mentions mentionsOf(const Event &event);

/// The archive that collects them; see core/base/describe.h.
class MentionArchive
{
public:
    template<class T>
    void operator()(std::string_view, const T &value)
    {
        take(value);
    }

    template<class T>
    void take(const T &value)
    {
        if constexpr (Described<MentionArchive, T>)
            describe(*this, const_cast<T &>(value)); // One describe serves reading too, hence its reference is mutable.
    }
    void take(const RegionId &name) { add(found.regions, name, !name.empty()); }
    void take(const BreakerId &name) { add(found.breakers, name, !name.empty()); }
    void take(AlertId number) { add(found.alerts, number, bool(number)); }
    void take(PlanId number) { add(found.plans, number, bool(number)); }
    void take(RequestId number) { add(found.requests, number, bool(number)); }
    void take(Seq number) { add(found.records, number, bool(number)); }
    template<class T>
    void take(const std::optional<T> &value)
    {
        if (value)
            take(*value);
    }
    template<class A, class B>
    void take(const std::pair<A, B> &value)
    {
        take(value.first);
        take(value.second);
    }
    template<class T>
    void take(const std::vector<T> &values)
    {
        for (const auto &value : values)
            take(value);
    }
    template<class T>
    void take(const std::set<T> &values)
    {
        for (const T &value : values)
            take(value);
    }
    template<class K, class V>
    void take(const std::map<K, V> &values)
    {
        for (const auto &pair : values)
            take(pair);
    }
    template<class... T>
    void take(const std::variant<T...> &value)
    {
        std::visit([this](const auto &held) { take(held); }, value);
    }

    Mentions found;

private:
    template<class Id>
    static void add(std::set<Id> &ids, const Id &id, bool isOne)
    {
        if (isOne)
            ids.insert(id);
    }
};

} // namespace siaga
