// SPDX-License-Identifier: GPL-3.0-or-later
// A value, or the reason why there is none. The world failing is a Result; a bug of ours is SIAGA_CHECK.
#pragma once

#include "core/base/check.h"

#include <string>
#include <utility>
#include <variant>

namespace siaga {

/// One clear sentence for people who debug; pages show named reasons instead.
struct Error
{
    std::string message;
    bool operator==(const Error &) const = default;
};

/// Holds a T or an E. Reading the alternative that is not there is a broken invariant, never undefined.
template<class T, class E = Error>
class Result
{
public:
    Result(T value)
        : m_held(std::in_place_index<0>, std::move(value))
    {
    }
    Result(E error)
        : m_held(std::in_place_index<1>, std::move(error))
    {
    }
    explicit operator bool() const { return m_held.index() == 0; }
    const T &value() const &
    {
        SIAGA_CHECK(m_held.index() == 0);
        return std::get<0>(m_held);
    }
    T &&value() &&
    {
        SIAGA_CHECK(m_held.index() == 0);
        return std::get<0>(std::move(m_held));
    }
    const E &error() const
    {
        SIAGA_CHECK(m_held.index() == 1);
        return std::get<1>(m_held);
    }
    const T &operator*() const & { return value(); }
    const T *operator->() const { return &value(); }

private:
    std::variant<T, E> m_held;
};

/// For functions that give nothing but may fail.
struct Done
{
    bool operator==(const Done &) const = default;
};

} // namespace siaga
