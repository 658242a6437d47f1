// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/write.h"

#include "core/fleet/schema.h"
#include "core/fleet/values.h"
#include "core/fleet/write_parts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace siaga {

namespace {

/// "60s" and "1min" are the same.
bool isDefault(const FieldSpec &spec, const std::string &text)
{
    if (spec.type == FieldType::duration)
        return !spec.fallback.empty() && parseDuration(spec.fallback) == parseDuration(text);
    return spec.fallback == text;
}

} // namespace

std::vector<WrittenField> withoutDefaults(std::string_view section, std::vector<WrittenField> fields)
{
    std::erase_if(fields, [section](const WrittenField &field) {
        const FieldSpec *const spec = fieldSpec(joined(section, field.name));
        return field.text.empty() || (spec && !spec->required && isDefault(*spec, field.text));
    });
    return fields;
}

void writeFields(YamlPage &page, std::string_view section, std::vector<WrittenField> fields)
{
    for (const WrittenField &field : withoutDefaults(section, std::move(fields)))
        page.field(field.name, field.text);
}

std::string numberText(double number)
{
    std::array<char, 64> digits;
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number == 0 ? 0.0 : number,
                                            std::chars_format::fixed);
    return error == std::errc() ? std::string(digits.data(), end) : std::string("0");
}

std::string nameInFile(std::string_view id)
{
    return std::string(id.substr(0, id.find('@')));
}

std::string fleetText(const Fleet &fleet, const FleetNotes &notes)
{
    YamlPage page(notes.remarks);
    for (const std::string &line : notes.head)
        page.comment(line);
    page.comment("");
    page.field("fleet", fleet.name);
    page.field("environment", fleet.environment);
    if (fleet.lab)
        page.field("lab", "true");
    const std::vector<WrittenCheck> checks = checksAsWritten(fleet);
    writeRegions(page, fleet, checks);
    writeServices(page, fleet);
    writeChecks(page, checks);
    writeEndpoints(page, fleet);
    writeCanaries(page, fleet);
    writeMetrics(page, fleet);
    writeBreakers(page, fleet);
    writeNotify(page, fleet);
    writePolicies(page, fleet.policies);
    return std::move(page).take();
}

} // namespace siaga
