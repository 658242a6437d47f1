// SPDX-License-Identifier: GPL-3.0-or-later
// Described values to JSON and back. 64-bit numbers travel as strings; a map is an array of pairs; a variant is an
// object whose "is" names the alternative. A field that is absent keeps its default, one of another shape is an error.
#pragma once

#include "core/base/describe.h"
#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/sha256.h"
#include "core/events/json.h"

#include <charconv>
#include <concepts>
#include <deque>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace siaga {

template<class T>
concept SmallWhole = std::same_as<T, int>;
template<class T>
concept BigWhole = std::same_as<T, std::int64_t> || std::same_as<T, std::uint64_t>;
template<class T>
concept Sequence = requires(T &t) { t.push_back(typename T::value_type{}); } && !std::same_as<T, std::string>;

class JsonWriter
{
public:
    template<class T>
    void operator()(std::string_view field, const T &value)
    {
        if (m_json.back() != '{')
            m_json += ',';
        appendJsonString(m_json, field);
        m_json += ':';
        put(value);
    }

    template<class T>
    void put(const T &value)
    {
        m_json += '{';
        describe(*this, const_cast<T &>(value)); // One describe serves reading too, hence its reference is mutable.
        m_json += '}';
    }
    void put(const bool &value) { m_json += value ? "true" : "false"; }
    template<SmallWhole T>
    void put(const T &value)
    {
        m_json += std::to_string(value);
    }
    template<BigWhole T>
    void put(const T &value)
    {
        m_json += '"' + std::to_string(value) + '"';
    }
    void put(const double &value) { appendJsonNumber(m_json, value); }
    void put(const std::string &value) { appendJsonString(m_json, value); }
    template<NamedEnum T>
    void put(const T &value)
    {
        appendJsonString(m_json, nameOf(value));
    }
    template<class Tag>
    void put(const Name<Tag> &value)
    {
        put(value.text());
    }
    template<class Tag>
    void put(const Number<Tag> &value)
    {
        put(value.value());
    }
    void put(const Duration &value) { put(std::int64_t{value.count()}); }
    void put(const Instant &value) { put(value.time_since_epoch()); }
    void put(const WallTime &value) { put(value.milliseconds); }
    void put(const Hash256 &value) { put(toHex(value)); }
    template<class T>
    void put(const std::optional<T> &value)
    {
        value ? put(*value) : void(m_json += "null");
    }
    template<class A, class B>
    void put(const std::pair<A, B> &value)
    {
        m_json += '[';
        put(value.first);
        m_json += ',';
        put(value.second);
        m_json += ']';
    }
    template<Sequence T>
    void put(const T &values)
    {
        putAll(values);
    }
    template<class T>
    void put(const std::set<T> &values)
    {
        putAll(values);
    }
    template<class K, class V>
    void put(const std::map<K, V> &values)
    {
        putAll(values);
    }
    template<class... T>
    void put(const std::variant<T...> &value)
    {
        std::visit(
            [this]<class Held>(const Held &held) {
                m_json += '{';
                (*this)("is", std::string(Held::name));
                describe(*this, const_cast<Held &>(held));
                m_json += '}';
            },
            value);
    }
    std::string take() { return std::move(m_json); }

private:
    template<class Values>
    void putAll(const Values &values)
    {
        m_json += '[';
        for (const auto &value : values) {
            if (m_json.back() != '[')
                m_json += ',';
            put(value);
        }
        m_json += ']';
    }
    std::string m_json;
};

class JsonReader
{
public:
    explicit JsonReader(JsonNode node)
        : m_node(node)
    {
    }

    template<class T>
    void operator()(std::string_view field, T &value)
    {
        if (!m_node.hasMember(field))
            return;
        try {
            get(m_node.member(field), value);
        } catch (JsonShape &shape) {
            shape.message = std::string(field) + ": " + shape.message;
            throw;
        }
    }

    template<class T>
    static void get(JsonNode node, T &value)
    {
        JsonReader inner(node);
        describe(inner, value);
    }
    static void get(JsonNode node, bool &value) { value = node.boolean(); }
    template<SmallWhole T>
    static void get(JsonNode node, T &value)
    {
        const std::int64_t read = node.whole();
        if (read < std::numeric_limits<T>::min() || read > std::numeric_limits<T>::max())
            throw JsonShape{"number out of range"};
        value = static_cast<T>(read);
    }
    template<BigWhole T>
    static void get(JsonNode node, T &value)
    {
        const std::string &text = node.text();
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failure != std::errc() || end != text.data() + text.size())
            throw JsonShape{"expected a whole number in a string"};
    }
    static void get(JsonNode node, double &value) { value = node.number(); }
    static void get(JsonNode node, std::string &value) { value = node.text(); }
    template<NamedEnum T>
    static void get(JsonNode node, T &value)
    {
        const auto names = namesOf(T{});
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == node.text()) {
                value = static_cast<T>(i);
                return;
            }
        }
        throw JsonShape{"unknown word \"" + node.text() + "\""};
    }
    template<class Tag>
    static void get(JsonNode node, Name<Tag> &value)
    {
        value = Name<Tag>(node.text());
    }
    template<class Tag>
    static void get(JsonNode node, Number<Tag> &value)
    {
        std::uint64_t number = 0;
        get(node, number);
        value = Number<Tag>(number);
    }
    static void get(JsonNode node, Duration &value)
    {
        std::int64_t count = 0;
        get(node, count);
        value = Duration(count);
    }
    static void get(JsonNode node, Instant &value)
    {
        Duration since{};
        get(node, since);
        value = Instant(since);
    }
    static void get(JsonNode node, WallTime &value) { get(node, value.milliseconds); }
    static void get(JsonNode node, Hash256 &value)
    {
        if (!fromHex(node.text(), value))
            throw JsonShape{"expected 64 hexadecimal digits"};
    }
    template<class T>
    static void get(JsonNode node, std::optional<T> &value)
    {
        if (node.isNull())
            value.reset();
        else
            get(node, value.emplace());
    }
    template<class A, class B>
    static void get(JsonNode node, std::pair<A, B> &value)
    {
        get(node.item(0), value.first);
        get(node.item(1), value.second);
    }
    template<Sequence T>
    static void get(JsonNode node, T &values)
    {
        values.clear();
        for (std::size_t i = 0; i < node.size(); ++i) {
            typename T::value_type value{};
            get(node.item(i), value);
            values.push_back(std::move(value));
        }
    }
    template<class T>
    static void get(JsonNode node, std::set<T> &values)
    {
        values.clear();
        for (std::size_t i = 0; i < node.size(); ++i) {
            T value{};
            get(node.item(i), value);
            values.insert(std::move(value));
        }
    }
    template<class K, class V>
    static void get(JsonNode node, std::map<K, V> &values)
    {
        values.clear();
        for (std::size_t i = 0; i < node.size(); ++i) {
            std::pair<K, V> entry{};
            get(node.item(i), entry);
            values.insert(std::move(entry));
        }
    }
    template<class... T>
    static void get(JsonNode node, std::variant<T...> &value)
    {
        const std::string &is = node.member("is").text();
        const bool known = ((is == T::name && (getHeld<T>(node, value), true)) || ...);
        if (!known)
            throw JsonShape{"unknown alternative \"" + is + "\""};
    }

private:
    template<class Held, class Variant>
    static void getHeld(JsonNode node, Variant &value)
    {
        JsonReader inner(node);
        describe(inner, value.template emplace<Held>());
    }
    JsonNode m_node;
};

template<class T>
std::string toJson(const T &value)
{
    JsonWriter writer;
    writer.put(value);
    return writer.take();
}

template<class T>
Result<T> fromJson(std::string_view bytes)
{
    const auto document = JsonDocument::parse(bytes);
    if (!document)
        return document.error();
    T value{};
    try {
        JsonReader::get(document->root(), value);
    } catch (const JsonShape &shape) {
        return Error{shape.message};
    }
    return value;
}

} // namespace siaga
