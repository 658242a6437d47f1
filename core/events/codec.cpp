// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/codec.h"

#include "core/events/archive.h"
#include "core/events/mentions.h"
#include "core/events/plan_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/events/runtime_events.h"

#include <functional>
#include <map>
#include <tuple>

namespace siaga {

template<class A>
void describe(A &a, Actor &v)
{
    a("kind", v.kind), a("name", v.name);
}

namespace {

using Bodies = std::tuple<JournalOpened, FleetAdopted, FleetRefused, WallJumped, // runtime
                          CheckTurned, ViewTurned, EdgeTurned, OwnLinkTurned, RegionTurned, AlertOpened,
                          AlertSeverityChanged, AlertAcknowledged, AlertResolved, NoticeSent, // health
                          BreakerTurned, BreakerGone, BreakerHeld, BreakerReleased, BreakerReset, // resilience
                          Diagnosed, DiagnosisEnded, Drifted, DriftEnded, FactsDropped, // recovery
                          PlanProposed, ProposalRefused, PlanApproved, PlanWaiting, PlanAdmitted, PlanSuspended, PlanHeld,
                          PlanResumed, PlanAborted, PlanEnded, StepIntended, StepAnswered, StepVerified, 
                          StepFailed, StepNotReached, StopOrdered, StopLifted, // orchestrator
                          EvacuateRequested, RestoreRequested, ApproveRequested, HoldRequested, ResumeRequested,
                          AbortRequested, StopRequested, LiftStopRequested, AcknowledgeRequested, BakeRequested,
                          HoldBreakerRequested, ResetBreakerRequested, RequestGranted, RequestRefused>; // people, and their answers

struct Codec
{
    std::function<std::string(const Event &)> write;
    std::function<Event(JsonNode)> read;
    std::string shape; // A default body as JSON: which fields there are.
    std::function<Mentions(const Event &)> mentions;
};

template<class Body>
Codec codecOf()
{
    return {[](const Event &event) { return toJson(*event.as<Body>()); },
            [](JsonNode node) {
                Body body{};
                JsonReader::get(node, body);
                return Event(std::move(body));
            },
            toJson(Body{}),
            [](const Event &event) {
                MentionArchive archive;
                archive.take(*event.as<Body>());
                return archive.found;
            }};
}

template<class... Body>
std::map<std::string_view, Codec> tableOf(std::tuple<Body...> *)
{
    return {{Body::name, codecOf<Body>()}...};
}

const std::map<std::string_view, Codec> &codecs()
{
    static const std::map<std::string_view, Codec> table = tableOf(static_cast<Bodies *>(nullptr));
    return table;
}

Event readBody(std::string_view name, JsonNode node)
{
    const auto codec = codecs().find(name);
    return codec == codecs().end() ? Event(UnknownEvent{std::string(name), node.dump()}) : codec->second.read(node);
}

} // namespace

std::string bodyJson(const Event &event)
{
    if (const auto *unknown = event.as<UnknownEvent>())
        return unknown->json;
    const auto codec = codecs().find(event.name());
    SIAGA_CHECK(codec != codecs().end());
    return codec->second.write(event);
}

Mentions mentionsOf(const Event &event)
{
    const auto codec = codecs().find(event.name());
    return event.as<UnknownEvent>() || codec == codecs().end() ? Mentions{} : codec->second.mentions(event);
}

std::string encode(const Recorded &recorded)
{
    const auto number = [](auto value) { return '"' + std::to_string(value) + '"'; };
    std::string json = "{\"seq\":" + number(recorded.seq.value());
    json += ",\"at\":" + number(recorded.at.time_since_epoch().count());
    json += ",\"wall\":" + number(recorded.wall.milliseconds);
    json += ",\"type\":";
    appendJsonString(json, recorded.event.name());
    json += ",\"epoch\":" + number(recorded.epoch.value());
    json += ",\"actor\":" + toJson(recorded.actor);
    json += ",\"body\":" + bodyJson(recorded.event) + '}';
    return json;
}

Result<Recorded> decode(std::string_view bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return document.error();
    try {
        const JsonNode root = document->root();
        Recorded recorded{{}, {}, {}, {}, {}, readBody(root.member("type").text(), root.member("body"))};
        JsonReader::get(root.member("seq"), recorded.seq);
        JsonReader::get(root.member("at"), recorded.at);
        JsonReader::get(root.member("wall"), recorded.wall);
        JsonReader::get(root.member("epoch"), recorded.epoch);
        JsonReader::get(root.member("actor"), recorded.actor);
        return recorded;
    } catch (const JsonShape &shape) {
        return Error{shape.message};
    }
}

Result<Event> eventFromJson(std::string_view name, std::string_view json)
{
    const auto document = JsonDocument::parse(json);
    if (!document)
        return document.error();
    if (!codecs().contains(name))
        return Error{"no event is called \"" + std::string(name) + "\""};
    try {
        return readBody(name, document->root());
    } catch (const JsonShape &shape) {
        return Error{shape.message};
    }
}

std::vector<std::string_view> knownEvents()
{
    std::vector<std::string_view> names;
    for (const auto &[name, codec] : codecs())
        names.push_back(name);
    return names;
}

std::string formatFingerprint()
{
    std::string shapes;
    for (const auto &[name, codec] : codecs())
        shapes += std::string(name) + codec.shape;
    return toHex(sha256(shapes));
}

} // namespace siaga
