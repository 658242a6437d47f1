// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the joined file, as effective values: what the file says, else the built-in default.
//
// Like a form read aloud to the clerk: each box is read once, its source noted beside it, and an empty box that must
// be filled in is called out. The catch: reading a value notes its origin, so each one is read exactly once.
#pragma once

#include "core/fleet/schema.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace siaga {

/// What reading a fleet yields so far.
struct Reading
{
    Fleet fleet;
    std::vector<FleetOrigin> origins;
    std::vector<FleetProblem> problems;
};

class Section
{
public:
    /// `path` is the schema's, with '*'; `shown` the one with real names. A later layer wins over an earlier one;
    /// layers may be null.
    Section(Reading &reading, std::string path, std::string shown, Place place, std::vector<const YamlNode *> layers);

    const std::string &shown() const { return m_shown; }
    const Place &place() const { return m_place; }

    /// A section with a fixed name: "place" of a region.
    Section section(std::string_view name) const;

    /// The sections that the file names itself, with their names, in its order: each service of "services".
    std::vector<std::pair<std::string, Section>> named(std::string_view name) const;

    /// The single values that the file names itself: each target of "targets". Broken ones are left out.
    std::vector<std::pair<std::string, std::string>> texts(std::string_view name);

    /// A node below this section in its first layer, by keys; nullptr when it is not there.
    const YamlNode *node(std::initializer_list<std::string_view> keys) const;

    /// This section once more, shown under another name, with overrides on top (null: none). Its fields, not its
    /// sections.
    Section overridden(std::string shown, const YamlNode *overrides) const;

    // The effective value of a field; a default-made value after a mistake, which was told. Each must be of the row's
    // type.
    std::string text(std::string_view name, std::string_view fallback = {});
    bool boolean(std::string_view name);
    int integer(std::string_view name);
    double number(std::string_view name);
    Duration duration(std::string_view name);
    Permille share(std::string_view name);
    std::vector<std::string> list(std::string_view name, const std::vector<std::string> &fallback = {});
    std::vector<Permille> shares(std::string_view name);

    /// The effective value of a named enumeration.
    template<class E>
    E word(std::string_view name)
    {
        const auto names = namesOf(E{});
        const auto found = std::ranges::find(names, std::string_view(text(name)));
        return found == names.end() ? E{} : static_cast<E>(found - names.begin());
    }

    /// Whether the file itself says it, rightly or wrongly.
    bool has(std::string_view name) const { return find(name) != nullptr; }

    /// Whether none of these fields is missing or holds a mistake that was told already: only then compare them.
    bool isSound(std::initializer_list<std::string_view> names) const;

    /// Tells a mistake at the field, or at the section when the file does not have the field; "" is the section.
    void tell(std::string_view name, std::string found, std::string expected, std::string suggestion = {});

    /// The same for an entry of a section that the file names itself: ("targets", "us-east-1").
    void tellEntry(std::string_view name, std::string_view key, std::string found, std::string expected,
                   std::string suggestion = {});

private:
    const YamlNode::Entry *find(std::string_view name) const;
    const FieldSpec &spec(std::string_view name) const;
    const YamlNode *value(std::string_view name);
    void note(std::string_view field, std::string value, const YamlNode *from);
    void tellAt(const Place &place, std::string field, std::string found, std::string expected, std::string suggestion);

    Reading *m_reading;
    std::string m_path;
    std::string m_shown;
    Place m_place;
    std::vector<const YamlNode *> m_layers;
};

} // namespace siaga
