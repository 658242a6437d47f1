// SPDX-License-Identifier: GPL-3.0-or-later
// A read-only view into parsed JSON, so that the library behind it stays in one source file.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// Thrown while a described value is read from JSON that has another shape; decode() turns it into an Error.
struct JsonShape
{
    std::string message;
};

/// A place in a parsed document; valid as long as the document.
class JsonNode
{
public:
    explicit JsonNode(const void *node)
        : m_node(node)
    {
    }
    bool isNull() const;
    bool hasMember(std::string_view name) const;

    // Each throws JsonShape when the value is of another kind.
    bool boolean() const;
    std::int64_t whole() const; ///< A number without a fraction.
    double number() const;
    const std::string &text() const;
    JsonNode member(std::string_view name) const;
    std::size_t size() const; ///< Of an array.
    JsonNode item(std::size_t index) const;
    std::string dump() const; ///< Compact, as text.

private:
    const void *m_node;
};

/// A parsed document. At most 64 levels deep; duplicate keys, trailing bytes and invalid UTF-8 are errors.
class JsonDocument
{
public:
    static Result<JsonDocument> parse(std::string_view bytes);
    JsonNode root() const;

private:
    explicit JsonDocument(std::shared_ptr<const void> held)
        : m_held(std::move(held))
    {
    }
    std::shared_ptr<const void> m_held;
};

/// The text as a JSON string, quotes included. Bytes that are not UTF-8 become U+FFFD.
void appendJsonString(std::string &json, std::string_view text);

/// The shortest decimal form that reads back exactly; null for what is not finite.
void appendJsonNumber(std::string &json, double value);

} // namespace siaga
