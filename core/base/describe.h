// SPDX-License-Identifier: GPL-3.0-or-later
// How a value tells its fields, once, for reading, writing and hashing.
//
// Each type that is stored has `template<class A> void describe(A &a, T &v) { a("field", v.field); ... }` beside it.
// An archive is anything that can be called with a name and a field: the JSON writer, the JSON reader, a hash.
// Field names are the stored format: renaming one changes the format.
#pragma once

#include <array>
#include <string_view>

namespace siaga {

/// True for enumerations that say the names of their values through `constexpr auto namesOf(E)`, an array of
/// string_view in the order of the values, which start at zero and have no holes.
template<class E>
concept NamedEnum = requires(E e) { namesOf(e)[0]; };

/// The stored name of an enumeration's value.
template<NamedEnum E>
constexpr std::string_view nameOf(E value)
{
    return namesOf(value)[static_cast<std::size_t>(value)];
}

/// A stored type that tells its fields to archive A.
template<class A, class T>
concept Described = requires(A &a, T &v) { describe(a, v); };

} // namespace siaga
