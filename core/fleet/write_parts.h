// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a fleet as they are written, each by one function; the mirror of parts.h.
//
// Like packing what was unpacked, floor by floor. The catch: a field that is as by default is left out, and what that is
// stands in the schema's table alone.
#pragma once

#include "core/fleet/fleet.h"
#include "core/fleet/yaml_page.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace siaga {

/// One field below a section: its name in the file and its text; an empty text means that the file says nothing.
struct WrittenField
{
    std::string name;
    std::string text;
    auto operator<=>(const WrittenField &) const = default;
};

/// The fields that differ from the table's default; `section` is the schema's path, such as "checks.*".
std::vector<WrittenField> withoutDefaults(std::string_view section, std::vector<WrittenField> fields);

/// The same and onto the page.
void writeFields(YamlPage &page, std::string_view section, std::vector<WrittenField> fields);

/// A number as the file writes it, at most nine digits on each side.
std::string numberText(double number);

template<class E>
std::string wordOf(E value)
{
    return std::string(namesOf(E{})[static_cast<std::size_t>(value)]);
}

/// "web-http@eu-1" is "web-http": the name in the file.
std::string nameInFile(std::string_view id);

/// A check of the file: the common fields, and those that one region overrides.
struct WrittenCheck
{
    std::string name;
    std::vector<const Check *> targets;
    std::vector<WrittenField> common;
    std::map<RegionId, std::vector<WrittenField>> overrides;
};
std::vector<WrittenCheck> checksAsWritten(const Fleet &fleet);

void writeRegions(YamlPage &page, const Fleet &fleet, const std::vector<WrittenCheck> &checks);
void writeServices(YamlPage &page, const Fleet &fleet);
void writeChecks(YamlPage &page, const std::vector<WrittenCheck> &checks);
void writeEndpoints(YamlPage &page, const Fleet &fleet);
void writeCanaries(YamlPage &page, const Fleet &fleet);
void writeMetrics(YamlPage &page, const Fleet &fleet);
void writeBreakers(YamlPage &page, const Fleet &fleet);
void writeNotify(YamlPage &page, const Fleet &fleet);
void writePolicies(YamlPage &page, const Policies &policies);

} // namespace siaga
