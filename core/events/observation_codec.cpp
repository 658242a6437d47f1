// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/observation_codec.h"

#include "core/events/archive.h"

namespace siaga {

namespace {

constexpr std::string_view kindOf(const CheckSeen *)
{
    return "check";
}
constexpr std::string_view kindOf(const CanarySeen *)
{
    return "canary";
}
constexpr std::string_view kindOf(const EdgeSeen *)
{
    return "edge";
}
constexpr std::string_view kindOf(const MetricsSeen *)
{
    return "metrics";
}
constexpr std::string_view kindOf(const OwnBreakerSeen *)
{
    return "own-breaker";
}

/// Reads the alternative that is named; false when none is.
template<class... Seen>
bool readNamed(std::string_view kind, JsonNode node, std::variant<Seen...> &observation)
{
    const auto read = [&]<class One>(const One *none) {
        if (kind != kindOf(none))
            return false;
        JsonReader::get(node, observation.template emplace<One>());
        return true;
    };
    return (read(static_cast<const Seen *>(nullptr)) || ...);
}

} // namespace

std::string encodeObservation(const Observation &observation)
{
    return std::visit(
        [](const auto &seen) {
            std::string json = "{\"is\":\"" + std::string(kindOf(&seen)) + "\",";
            json += std::string_view(toJson(seen)).substr(1);
            return json;
        },
        observation);
}

Result<Observation> decodeObservation(std::string_view bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return document.error();
    try {
        Observation observation;
        const std::string &kind = document->root().member("is").text();
        if (!readNamed(kind, document->root(), observation))
            return Error{"no observation is called \"" + kind + "\""};
        return observation;
    } catch (const JsonShape &shape) {
        return Error{shape.message};
    }
}

} // namespace siaga
