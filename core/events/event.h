// SPDX-License-Identifier: GPL-3.0-or-later
// Something that happened, in the past tense: the only thing that changes state.
//
// An Event is like a sealed letter with its kind written on the envelope: handed around cheaply, opened by whom it
// concerns. The catch: a kind that this build does not know is kept and shown, but never acted upon.
#pragma once

#include "core/base/describe.h"
#include "core/base/id.h"
#include "core/base/instant.h"

#include <concepts>
#include <memory>
#include <string>
#include <string_view>

namespace siaga {

/// The body of an event whose name this build does not know.
struct UnknownEvent
{
    std::string type;
    std::string json; ///< The body as stored.
};

class Event
{
public:
    template<class T>
        requires(!std::same_as<std::remove_cvref_t<T>, Event>)
    Event(T body)
        : m_body(std::make_shared<const T>(std::move(body)))
        , m_tag(tagOf<T>())
        , m_name(nameOfBody(*static_cast<const T *>(m_body.get())))
    {
    }

    /// The name as stored, such as "AlertOpened".
    std::string_view name() const { return m_name; }

    /// The body when the event is a T, else nullptr.
    template<class T>
    const T *as() const
    {
        return m_tag == tagOf<T>() ? static_cast<const T *>(m_body.get()) : nullptr;
    }

private:
    template<class T>
    static const void *tagOf()
    {
        static constexpr char tag = 0;
        return &tag;
    }
    template<class T>
    static std::string_view nameOfBody(const T &)
    {
        return T::name;
    }
    static std::string_view nameOfBody(const UnknownEvent &body) { return body.type; }

    std::shared_ptr<const void> m_body;
    const void *m_tag;
    std::string_view m_name;
};

/// Who caused an event.
struct Actor
{
    enum class Kind { engine, person, runtime };
    Kind kind = Kind::runtime;
    std::string name; ///< The engine's folder, the person's account, or the runtime's part.
    bool operator==(const Actor &) const = default;
};
constexpr auto namesOf(Actor::Kind)
{
    return std::array<std::string_view, 3>{"engine", "person", "runtime"};
}

/// An event with its place in the journal.
struct Recorded
{
    Seq seq;
    Instant at;
    WallTime wall;
    Epoch epoch;
    Actor actor;
    Event event;
};

} // namespace siaga
