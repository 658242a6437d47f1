// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/reference.h"

#include "core/fleet/schema.h"

namespace siaga {

namespace {

constexpr std::string_view introduction = R"(# The fleet file

`*` stands for a name of your own: small letters, digits, `-` and `.`. Fields marked "per region" may also stand under
`regions.*.overrides.checks.*` or `regions.*.overrides.services.*`, for that region alone. Every field but `environment`
and `overlays` may also stand under `environments.*`, for that environment alone.

What wins, the strongest first: a region's overrides, the chosen environment, the overlays (a later one over an earlier
one), the main file, the built-in default. Lists are replaced whole, sections field by field.

| Field | Expected | Default | Meaning |
|---|---|---|---|
)";

std::string defaultOf(const FieldSpec &spec)
{
    if (spec.required)
        return "required";
    return spec.fallback.empty() ? "none" : "`" + std::string(spec.fallback) + "`";
}

} // namespace

std::string fleetReference()
{
    std::string page(introduction);
    for (const FieldSpec &spec : fieldTable()) {
        page += "| `" + std::string(spec.path) + "` | " + expectation(spec) + " | " + defaultOf(spec) + " | "
            + std::string(spec.meaning) + (spec.perRegion ? " Per region." : "") + " |\n";
    }
    return page;
}

} // namespace siaga
