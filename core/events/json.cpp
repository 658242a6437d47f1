// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/events/json.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <set>
#include <vector>

namespace siaga {

namespace {

using Json = nlohmann::json;

constexpr int depthMax = 64;

const Json &at(const void *node)
{
    return *static_cast<const Json *>(node);
}

[[noreturn]] void wrongShape(const Json &found, const char *expected)
{
    throw JsonShape{std::string("expected ") + expected + ", found " + found.type_name()};
}

/// Refuses what the library would silently accept: deep nesting and a key given twice.
class Guard
{
public:
    bool operator()(int depth, Json::parse_event_t event, Json &parsed)
    {
        if (event == Json::parse_event_t::object_start)
            m_keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            m_keys.pop_back();
        else if (event == Json::parse_event_t::key && !m_keys.back().insert(parsed.get_ref<const std::string &>()).second)
            throw JsonShape{"key \"" + plainText(parsed.get_ref<const std::string &>(), 40) + "\" given twice"};
        if (depth > depthMax)
            throw JsonShape{"nested more than 64 levels deep"};
        return true;
    }

private:
    std::vector<std::set<std::string>> m_keys;
};

std::string repaired(std::string_view text)
{
    std::string whole;
    for (const char c : text)
        whole += static_cast<unsigned char>(c) < 0x80 ? std::string(1, c) : std::string("\xEF\xBF\xBD");
    return whole;
}

} // namespace

bool JsonNode::isNull() const
{
    return at(m_node).is_null();
}

bool JsonNode::hasMember(std::string_view name) const
{
    return at(m_node).is_object() && at(m_node).contains(name);
}

bool JsonNode::boolean() const
{
    const Json &node = at(m_node);
    return node.is_boolean() ? node.get<bool>() : (wrongShape(node, "true or false"), false);
}

std::int64_t JsonNode::whole() const
{
    const Json &node = at(m_node);
    return node.is_number_integer() ? node.get<std::int64_t>() : (wrongShape(node, "a whole number"), 0);
}

double JsonNode::number() const
{
    const Json &node = at(m_node);
    return node.is_number() ? node.get<double>() : (wrongShape(node, "a number"), 0);
}

const std::string &JsonNode::text() const
{
    const Json &node = at(m_node);
    if (!node.is_string())
        wrongShape(node, "a string");
    return node.get_ref<const std::string &>();
}

JsonNode JsonNode::member(std::string_view name) const
{
    const Json &node = at(m_node);
    if (!node.is_object())
        wrongShape(node, "an object");
    const auto found = node.find(name);
    if (found == node.end())
        throw JsonShape{"no member \"" + std::string(name) + "\""};
    return JsonNode(&*found);
}

std::size_t JsonNode::size() const
{
    const Json &node = at(m_node);
    return node.is_array() ? node.size() : (wrongShape(node, "an array"), 0);
}

JsonNode JsonNode::item(std::size_t index) const
{
    const Json &node = at(m_node);
    if (!node.is_array() || index >= node.size())
        wrongShape(node, "an array with more items");
    return JsonNode(&node[index]);
}

std::string JsonNode::dump() const
{
    return at(m_node).dump();
}

Result<JsonDocument> JsonDocument::parse(std::string_view bytes)
{
    try {
        return JsonDocument(std::make_shared<const Json>(Json::parse(bytes, Guard())));
    } catch (const Json::exception &error) {
        return Error{plainText(error.what(), 200)};
    } catch (const JsonShape &shape) {
        return Error{shape.message};
    }
}

JsonNode JsonDocument::root() const
{
    return JsonNode(m_held.get());
}

void appendJsonString(std::string &json, std::string_view text)
{
    if (!isUtf8(text))
        return appendJsonString(json, repaired(text));
    constexpr char digits[] = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (c == '\n') {
            json += "\\n";
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

void appendJsonNumber(std::string &json, double value)
{
    if (!std::isfinite(value)) {
        json += "null";
        return;
    }
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    json.append(buffer, end);
}

} // namespace siaga
