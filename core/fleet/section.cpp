// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/section.h"

#include "core/base/check.h"
#include "core/base/text.h"
#include "core/fleet/values.h"

#include <ranges>

namespace siaga {

namespace {

constexpr std::size_t shownMax = 200; // Of an origin's value; enough for any of ours but long texts.

std::vector<std::string> splitList(std::string_view text)
{
    constexpr std::string_view separator = ", ";
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + separator.size(), text.size()));
    }
    return parts;
}

std::string joinList(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

} // namespace

Section::Section(Reading &reading, std::string path, std::string shown, Place place,
                 std::vector<const YamlNode *> layers)
    : m_reading(&reading)
    , m_path(std::move(path))
    , m_shown(std::move(shown))
    , m_place(place)
    , m_layers(std::move(layers))
{
}

Section Section::section(std::string_view name) const
{
    const YamlNode::Entry *const entry = find(name);
    return {*m_reading, joined(m_path, name), joined(m_shown, name), entry ? entry->place : m_place,
            {entry ? &entry->value : nullptr}};
}

std::vector<std::pair<std::string, Section>> Section::named(std::string_view name) const
{
    std::vector<std::pair<std::string, Section>> sections;
    const YamlNode::Entry *const table = find(name);
    if (!table)
        return sections;
    const std::string path = joined(joined(m_path, name), "*");
    for (const YamlNode::Entry &entry : table->value.entries) {
        const std::string shown = joined(joined(m_shown, name), plainText(entry.key, 80));
        sections.emplace_back(entry.key, Section(*m_reading, path, shown, entry.place, {&entry.value}));
    }
    return sections;
}

std::vector<std::pair<std::string, std::string>> Section::texts(std::string_view name)
{
    std::vector<std::pair<std::string, std::string>> values;
    const YamlNode::Entry *const table = find(name);
    if (!table)
        return values;
    for (const YamlNode::Entry &entry : table->value.entries) {
        if (entry.value.kind != YamlNode::Kind::scalar)
            continue;
        note(joined(name, plainText(entry.key, 80)), entry.value.text, &entry.value);
        values.emplace_back(entry.key, entry.value.text);
    }
    return values;
}

const YamlNode *Section::node(std::initializer_list<std::string_view> keys) const
{
    const YamlNode *found = m_layers.front();
    for (const std::string_view key : keys)
        found = found ? found->find(key) : nullptr;
    return found;
}

Section Section::overridden(std::string shown, const YamlNode *overrides) const
{
    Section copy = *this;
    copy.m_shown = std::move(shown);
    copy.m_layers.push_back(overrides);
    return copy;
}

const YamlNode::Entry *Section::find(std::string_view name) const
{
    for (const YamlNode *const layer : m_layers | std::views::reverse) {
        const YamlNode::Entry *const entry = layer ? layer->entry(name) : nullptr;
        if (entry)
            return entry;
    }
    return nullptr;
}

const FieldSpec &Section::spec(std::string_view name) const
{
    const FieldSpec *const row = fieldSpec(joined(m_path, name));
    SIAGA_CHECK(row != nullptr);
    return *row;
}

/// The file's value when it is whole; the missing of a required one is told here.
const YamlNode *Section::value(std::string_view name)
{
    const YamlNode::Entry *const entry = find(name);
    const FieldSpec &row = spec(name);
    if (!entry && row.required)
        tell(name, "nothing", expectation(row));
    return entry && entry->value.kind != YamlNode::Kind::broken ? &entry->value : nullptr;
}

void Section::note(std::string_view field, std::string value, const YamlNode *from)
{
    FleetOrigin origin{.field = joined(m_shown, field), .value = plainText(value, shownMax)};
    if (from) {
        origin.file = std::string(from->place.file);
        origin.line = from->place.line;
    }
    m_reading->origins.push_back(std::move(origin));
}

std::string Section::text(std::string_view name, std::string_view fallback)
{
    const YamlNode *const given = value(name);
    std::string effective(given ? std::string_view(given->text) : fallback.empty() ? spec(name).fallback : fallback);
    note(name, effective, given);
    return effective;
}

bool Section::boolean(std::string_view name)
{
    return text(name) == "true";
}

int Section::integer(std::string_view name)
{
    return parseInteger(text(name)).value_or(0);
}

double Section::number(std::string_view name)
{
    return parseNumber(text(name)).value_or(0);
}

Duration Section::duration(std::string_view name)
{
    return parseDuration(text(name)).value_or(Duration::zero());
}

Permille Section::share(std::string_view name)
{
    return parseShare(text(name)).value_or(none);
}

std::vector<std::string> Section::list(std::string_view name, const std::vector<std::string> &fallback)
{
    const YamlNode *const given = value(name);
    std::vector<std::string> parts;
    if (!given)
        parts = fallback.empty() ? splitList(spec(name).fallback) : fallback;
    else
        std::ranges::transform(given->items, std::back_inserter(parts), &YamlNode::text);
    note(name, joinList(parts), given);
    return parts;
}

std::vector<Permille> Section::shares(std::string_view name)
{
    std::vector<Permille> steps;
    for (const std::string &step : list(name))
        steps.push_back(parseShare(step).value_or(none));
    return steps;
}

bool Section::isSound(std::initializer_list<std::string_view> names) const
{
    return std::ranges::none_of(names, [&](std::string_view name) {
        const YamlNode::Entry *const entry = find(name);
        const FieldSpec *const row = fieldSpec(joined(m_path, name));
        return entry ? entry->value.kind == YamlNode::Kind::broken : row && row->required;
    });
}

void Section::tell(std::string_view name, std::string found, std::string expected, std::string suggestion)
{
    const YamlNode::Entry *const entry = find(name);
    // A list or section that begins on the next line is told at its name.
    const bool isScalar = entry && entry->value.kind == YamlNode::Kind::scalar;
    tellAt(entry ? (isScalar ? entry->value.place : entry->place) : m_place, joined(m_shown, name), std::move(found),
           std::move(expected), std::move(suggestion));
}

void Section::tellEntry(std::string_view name, std::string_view key, std::string found, std::string expected,
                        std::string suggestion)
{
    const YamlNode::Entry *const table = find(name);
    const YamlNode::Entry *const entry = table ? table->value.entry(key) : nullptr;
    tellAt(entry ? entry->value.place : m_place, joined(joined(m_shown, name), plainText(key, 80)), std::move(found),
           std::move(expected), std::move(suggestion));
}

void Section::tellAt(const Place &place, std::string field, std::string found, std::string expected,
                     std::string suggestion)
{
    m_reading->problems.push_back({std::string(place.file), place.line, std::move(field), plainText(found, 80),
                                   std::move(expected), std::move(suggestion)});
}

} // namespace siaga
