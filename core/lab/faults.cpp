// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/faults.h"

#include "core/base/describe.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace siaga::lab {

namespace {

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(' '), text.size());
        if (length > 0)
            words.push_back(text.substr(0, length));
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return words;
}

/// Whole thousandths, so that the text is the same on every machine.
std::string decimal(double value)
{
    const long long thousandths = std::llround(value * 1000);
    std::string text = std::to_string(thousandths / 1000);
    if (thousandths % 1000 != 0) {
        std::string rest = std::to_string(1000 + thousandths % 1000).substr(1);
        while (rest.back() == '0')
            rest.pop_back();
        text += '.' + rest;
    }
    return text;
}

bool readDecimal(std::string_view text, double &value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && std::isfinite(value) && value >= 0;
}

bool takeBareTarget(Fault &fault, std::string_view word)
{
    const Targets targets = targetsOf(fault.kind);
    if (targets.region && fault.region.empty())
        fault.region = RegionId(std::string(word));
    else if (targets.service && fault.service.empty())
        fault.service = ServiceId(std::string(word));
    else if (targets.endpoint && fault.endpoint.empty())
        fault.endpoint = EndpointId(std::string(word));
    else
        return false;
    return true;
}

bool takeField(Fault &fault, std::string_view name, std::string_view value)
{
    if (name == "region")
        fault.region = RegionId(std::string(value));
    else if (name == "service")
        fault.service = ServiceId(std::string(value));
    else if (name == "edge")
        fault.endpoint = EndpointId(std::string(value));
    else if (name == "magnitude")
        return readDecimal(value, fault.magnitude);
    else if (name == "weight")
        return std::from_chars(value.data(), value.data() + value.size(), fault.weight).ec == std::errc();
    else if (name == "for" || name == "period") {
        const auto duration = durationFromText(value);
        if (!duration)
            return false;
        if (name == "period")
            fault.period = *duration;
        else
            fault.until = fault.from + *duration;
    } else {
        return false;
    }
    return true;
}

bool isComplete(const Fault &fault)
{
    const Targets targets = targetsOf(fault.kind);
    return targets.region == !fault.region.empty() && targets.service == !fault.service.empty()
        && targets.endpoint == !fault.endpoint.empty();
}

} // namespace

Targets targetsOf(FaultKind kind)
{
    switch (kind) {
    case FaultKind::regionCrash:
    case FaultKind::observerRegionCut:
    case FaultKind::probesNotRun:
        return {.region = true};
    case FaultKind::serviceCrash:
    case FaultKind::slow:
    case FaultKind::halfFailing:
    case FaultKind::lyingHealthCheck:
    case FaultKind::errorPage:
    case FaultKind::flapping:
        return {.region = true, .service = true};
    case FaultKind::edgeCrash:
    case FaultKind::edgeRestart:
    case FaultKind::edgeRefusesWrites:
    case FaultKind::replyLost:
    case FaultKind::edgeLagging:
    case FaultKind::observerEdgeCut:
        return {.endpoint = true};
    case FaultKind::partition:
        return {.region = true, .endpoint = true};
    case FaultKind::foreignWrite:
        return {.region = true, .service = true, .endpoint = true};
    case FaultKind::ownLinkCut:
    case FaultKind::ownLinkFlaky:
        break;
    }
    return {};
}

std::string toText(const Fault &fault)
{
    std::string text(nameOf(fault.kind));
    const Targets targets = targetsOf(fault.kind);
    if (targets.region)
        text += " region=" + fault.region.text();
    if (targets.service)
        text += " service=" + fault.service.text();
    if (targets.endpoint)
        text += " edge=" + fault.endpoint.text();
    if (fault.magnitude != 1)
        text += " magnitude=" + decimal(fault.magnitude);
    if (fault.kind == FaultKind::flapping)
        text += " period=" + toText(fault.period);
    if (fault.kind == FaultKind::foreignWrite)
        text += " weight=" + std::to_string(fault.weight);
    return text;
}

Result<Fault> faultFromText(std::string_view text, Instant from)
{
    const std::vector<std::string_view> words = wordsOf(text);
    const auto kinds = namesOf(FaultKind{});
    const auto kind = words.empty() ? kinds.end() : std::ranges::find(kinds, words.front());
    if (kind == kinds.end())
        return Error{"not a kind of fault: " + std::string(words.empty() ? text : words.front())};
    Fault fault{.kind = static_cast<FaultKind>(kind - kinds.begin()), .from = from};
    for (std::size_t i = 1; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        const bool taken = equals == std::string_view::npos
            ? takeBareTarget(fault, words[i])
            : takeField(fault, words[i].substr(0, equals), words[i].substr(equals + 1));
        if (!taken)
            return Error{"a fault of kind " + std::string(words.front()) + " can't read " + std::string(words[i])};
    }
    if (!isComplete(fault))
        return Error{"a fault of kind " + std::string(words.front()) + " needs other targets"};
    return fault;
}

Result<Duration> durationFromText(std::string_view text)
{
    long long count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    constexpr long long countMax = 100'000'000; // About three years in seconds: far from any overflow.
    if (error == std::errc() && count >= 0 && count <= countMax) {
        if (unit == "ms")
            return Duration(std::chrono::milliseconds(count));
        if (unit == "s")
            return Duration(std::chrono::seconds(count));
        if (unit == "m" && count <= countMax / 60)
            return Duration(std::chrono::minutes(count));
        if (unit == "h" && count <= countMax / 3600)
            return Duration(std::chrono::hours(count));
    }
    return Error{"not a duration such as 90s: " + std::string(text)};
}

std::string toText(Duration duration)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(duration).count();
    if (milliseconds % 1000 != 0)
        return std::to_string(milliseconds) + "ms";
    const auto seconds = milliseconds / 1000;
    if (seconds == 0 || seconds % 60 != 0)
        return std::to_string(seconds) + "s";
    return seconds % 3600 == 0 ? std::to_string(seconds / 3600) + "h" : std::to_string(seconds / 60) + "m";
}

} // namespace siaga::lab
