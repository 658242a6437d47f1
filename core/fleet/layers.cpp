// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/layers.h"

#include "core/base/text.h"
#include "core/fleet/schema.h"
#include "core/fleet/suggest.h"
#include "core/fleet/values.h"

#include <algorithm>
#include <map>

namespace siaga {

namespace {

class ShapeCheck
{
public:
    explicit ShapeCheck(std::vector<FleetProblem> &problems)
        : m_problems(problems)
    {
    }

    /// `section` is the schema's path, with '*'; `shown` the one with the names that the file chose.
    void section(YamlNode &node, const std::string &section, const std::string &shown)
    {
        if (node.kind == YamlNode::Kind::null || node.kind == YamlNode::Kind::broken)
            return;
        if (node.kind != YamlNode::Kind::map) {
            tell(node.place, shown, {shownValue(node), "a section with fields of its own", {}});
            node.kind = YamlNode::Kind::broken;
            return;
        }
        const std::vector<std::string> &known = fieldsOf(section);
        const bool isNamedByFile = known.size() == 1 && known[0] == "*";
        for (YamlNode::Entry &entry : node.entries) {
            const std::string field = joined(shown, plainText(entry.key, 80));
            if (isNamedByFile)
                named(entry, joined(section, "*"), field);
            else
                fixed(entry, known, section, field);
        }
    }

private:
    void named(YamlNode::Entry &entry, const std::string &path, const std::string &field)
    {
        if (!isIdentifier(entry.key))
            tell(entry.place, field, {plainText(entry.key, 80), expectation({.type = FieldType::identifier}), {}});
        value(entry, path, field);
    }

    void fixed(YamlNode::Entry &entry, const std::vector<std::string> &known, const std::string &section,
               const std::string &field)
    {
        if (std::ranges::count(known, entry.key) == 1) {
            value(entry, joined(section, entry.key), field);
            return;
        }
        std::string names;
        for (const std::string &name : known)
            names += (names.empty() ? "" : ", ") + name;
        const bool isWorthIt = m_problems.size() < suggestionsMax;
        tell(entry.place, field, {unknownField, "one of " + names, isWorthIt ? nearest(entry.key, known) : ""});
        entry.value.kind = YamlNode::Kind::broken;
    }

    void value(YamlNode::Entry &entry, const std::string &path, const std::string &field)
    {
        const FieldSpec *const spec = fieldSpec(path);
        if (!spec) {
            section(entry.value, path, field);
            return;
        }
        if (const auto mistake = mistakeIn(*spec, entry.value)) {
            // A missing value's own mark may already be on the next line.
            const bool isNothing = entry.value.kind == YamlNode::Kind::null;
            tell(isNothing ? entry.place : lineOfMistake(entry.value, *mistake), field, *mistake);
            entry.value.kind = YamlNode::Kind::broken;
        }
    }

    static Place lineOfMistake(const YamlNode &value, const Mistake &mistake)
    {
        for (const YamlNode &item : value.items) {
            if (shownValue(item) == mistake.found)
                return item.place;
        }
        return value.place;
    }

    void tell(const Place &place, const std::string &field, const Mistake &mistake)
    {
        m_problems.push_back({std::string(place.file), place.line, field, mistake.found, mistake.expected,
                              mistake.suggestion});
    }

    std::vector<FleetProblem> &m_problems;
};

} // namespace

void checkShape(YamlNode &root, bool isMainFile, std::vector<FleetProblem> &problems)
{
    if (root.kind == YamlNode::Kind::map && !isMainFile) {
        for (YamlNode::Entry &entry : root.entries) {
            if (entry.key == "overlays") {
                problems.push_back({std::string(entry.place.file), entry.place.line, "overlays",
                                    shownValue(entry.value), "overlays only in the main file", {}});
                entry.value.kind = YamlNode::Kind::broken;
            }
        }
    }
    ShapeCheck(problems).section(root, "", "");
}

void overlay(YamlNode &lower, const YamlNode &upper)
{
    // An empty section says nothing, and anything else that is no section was told as a mistake.
    if (lower.kind == YamlNode::Kind::map && upper.kind != YamlNode::Kind::map)
        return;
    if (lower.kind != YamlNode::Kind::map) {
        lower = upper;
        return;
    }
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < lower.entries.size(); ++i)
        places.emplace(lower.entries[i].key, i);
    std::vector<const YamlNode::Entry *> added;
    for (const YamlNode::Entry &entry : upper.entries) {
        const auto known = places.find(entry.key);
        if (known == places.end())
            added.push_back(&entry);
        else
            overlay(lower.entries[known->second].value, entry.value);
    }
    for (const YamlNode::Entry *const entry : added)
        lower.entries.push_back(*entry);
}

} // namespace siaga
