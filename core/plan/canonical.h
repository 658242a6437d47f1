// SPDX-License-Identifier: GPL-3.0-or-later
// The one byte form of a described value that hashes are taken of: field names and values, each with its length
// before it, so that no two different values can give the same bytes.
#pragma once

#include "core/base/describe.h"
#include "core/base/id.h"
#include "core/base/instant.h"

#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace siaga {

/// An archive that only writes; the value it is given is not changed.
class CanonicalWriter
{
public:
    template<class T>
    void operator()(std::string_view field, const T &value)
    {
        text(field);
        put(value);
    }
    const std::string &bytes() const { return m_bytes; }

    template<class T>
    void put(const T &value)
    {
        describe(*this, const_cast<T &>(value)); // One describe serves reading too, hence its reference is mutable.
    }
    template<std::integral T>
    void put(const T &value)
    {
        text(std::to_string(value));
    }
    template<NamedEnum T>
    void put(const T &value)
    {
        text(nameOf(value));
    }
    void put(const std::string &value) { text(value); }
    void put(const Duration &value) { put(value.count()); }
    template<class Tag>
    void put(const Name<Tag> &value)
    {
        text(value.text());
    }
    template<class T>
    void put(const std::optional<T> &value)
    {
        text(value ? "some" : "none");
        if (value)
            put(*value);
    }
    template<class T>
    void put(const std::vector<T> &values)
    {
        put(values.size());
        for (const T &value : values)
            put(value);
    }
    template<class... T>
    void put(const std::variant<T...> &value)
    {
        std::visit(
            [this](const auto &held) {
                text(held.name);
                put(held);
            },
            value);
    }

private:
    void text(std::string_view piece)
    {
        m_bytes += std::to_string(piece.size());
        m_bytes += ':';
        m_bytes += piece;
    }
    std::string m_bytes;
};

template<class T>
std::string canonicalBytes(const T &value)
{
    CanonicalWriter writer;
    writer.put(value);
    return writer.bytes();
}

} // namespace siaga
