// SPDX-License-Identifier: GPL-3.0-or-later
// Names and numbers that cannot be mixed up: a RegionId never fits where a ServiceId is expected.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace siaga {

/// A name given by people (a region, a service). Compared byte by byte; shown as plain text.
template<class Tag>
class Name
{
public:
    Name() = default;
    explicit Name(std::string text)
        : m_text(std::move(text))
    {
    }
    const std::string &text() const { return m_text; }
    bool empty() const { return m_text.empty(); }
    auto operator<=>(const Name &) const = default;

private:
    std::string m_text;
};

/// A number given by Siaga (a plan, an alert, a record). Zero means "none".
template<class Tag>
class Number
{
public:
    constexpr Number() = default;
    constexpr explicit Number(std::uint64_t value)
        : m_value(value)
    {
    }
    constexpr std::uint64_t value() const { return m_value; }
    constexpr explicit operator bool() const { return m_value != 0; }
    constexpr Number next() const { return Number(m_value + 1); }
    constexpr auto operator<=>(const Number &) const = default;

private:
    std::uint64_t m_value = 0;
};

using RegionId = Name<struct RegionTag>;
using ServiceId = Name<struct ServiceTag>;
using CheckId = Name<struct CheckTag>;
using EndpointId = Name<struct EndpointTag>;
using CanaryId = Name<struct CanaryTag>;
using MetricsId = Name<struct MetricsTag>; ///< A page of metrics that is read.
using BreakerId = Name<struct BreakerTag>;
using VantageId = Name<struct VantageTag>; ///< Who saw something: this Siaga, or an edge's own counters.
using ChannelId = Name<struct ChannelTag>; ///< A way to people: the desktop, or a command of the user's.

using PlanId = Number<struct PlanTag>;
using AlertId = Number<struct AlertTag>;
using RequestId = Number<struct RequestTag>;
using Seq = Number<struct SeqTag>; ///< Position in the journal; the first record is 1.
using Epoch = Number<struct EpochTag>; ///< Rises whenever an instance opens the journal and takes the lead.

} // namespace siaga

template<class Tag>
struct std::hash<siaga::Name<Tag>>
{
    std::size_t operator()(const siaga::Name<Tag> &name) const { return std::hash<std::string>{}(name.text()); }
};
template<class Tag>
struct std::hash<siaga::Number<Tag>>
{
    std::size_t operator()(siaga::Number<Tag> number) const { return std::hash<std::uint64_t>{}(number.value()); }
};
