// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/scenarios/transcript.h"

#include "core/events/codec.h"

#include <nlohmann/json.hpp>

namespace siaga::lab {

namespace {

using Json = nlohmann::ordered_json;

/// Before this the instance only gets to know what is there.
constexpr Duration quietStart = std::chrono::seconds(10);

/// Told of too often, or only the lab's own way of saying what another record says.
const std::set<std::string, std::less<>> leftOut{"FleetAdopted", "ViewTurned", "CheckTurned"};

/// Fields that are long, or that no reader compares.
const std::set<std::string, std::less<>> dropped{"hash", "asked", "actual", "expires", "bounds", "steps", "cause", "since", "opened", "began",
                                                 "instance", "version", "detail", "key", "attempt", "inARow", "threshold", "outcome",
                                                 "checksUnknown", "requests", "disagreeing", "failed", "took", "slow", "score", "scoreAlarm"};

std::string textOf(const Json &value);

std::string fieldsOf(const Json &object)
{
    std::string text;
    for (const auto &[name, value] : object.items()) {
        const std::string shown = textOf(value);
        if (dropped.contains(name) || shown.empty() || shown == "false")
            continue;
        text += text.empty() ? "" : " ";
        // A reason's name and a nested thing's fields stand by themselves.
        text += name == "is" || (value.is_object() && !value.contains("is")) ? shown : name + "=" + shown;
    }
    return text;
}

std::string textOf(const Json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return "";
    if (value.is_object()) {
        const std::string fields = fieldsOf(value);
        return value.contains("is") && fields.find(' ') != std::string::npos ? "(" + fields + ")" : fields;
    }
    if (!value.is_array())
        return value.dump();
    std::string text;
    for (const Json &element : value)
        text += (text.empty() ? "" : ",") + textOf(element);
    return text;
}

bool isRepetition(const Json &body)
{
    const auto same = [&body](const char *from, const char *to) { return body.contains(from) && body.contains(to) && body[from] == body[to]; };
    return same("from", "to") && !body.value("restarted", false);
}

/// Breakers of our own calls turn whenever something is down, which is told already.
bool isOwnBreaker(std::string_view name, const Json &body)
{
    return name == "BreakerTurned" && body.value("kind", "own") == "own";
}

} // namespace

void Transcript::onRecorded(const Recorded &recorded)
{
    if (leftOut.contains(recorded.event.name()) || m_hidden.contains(recorded.event.name()))
        return;
    if (recorded.at - m_world.start() < quietStart && recorded.event.name() != "JournalOpened")
        return;
    const Json body = Json::parse(encode(recorded))["body"];
    if (isRepetition(body) || isOwnBreaker(recorded.event.name(), body))
        return;
    const std::string who = recorded.actor.kind == Actor::Kind::person ? " by " + recorded.actor.name : "";
    say(recorded.at, std::string(recorded.event.name()) + who + " " + fieldsOf(body));
}

void Transcript::onEffect(const Effect &effect)
{
    const char *writers[] = {"siaga", "somebody", "a restart"};
    say(effect.at, "    " + effect.endpoint.text() + " sends " + effect.region.text() + " " + std::to_string(effect.weightBefore) + " -> "
                       + std::to_string(effect.weight) + " by " + writers[static_cast<int>(effect.writer)]);
}

void Transcript::say(Instant at, const std::string &text)
{
    // Tenths of a second: exact enough to read, too coarse for one machine's rounding to show.
    const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(at - m_world.start()).count() / 100;
    std::string stamp = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
    stamp.insert(0, stamp.size() < 7 ? 7 - stamp.size() : 0, ' ');
    std::string line = stamp + "  " + text;
    line.erase(line.find_last_not_of(' ') + 1);
    m_text += line + "\n";
}

} // namespace siaga::lab
