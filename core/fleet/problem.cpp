// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/fleet/read.h"
#include "core/fleet/schema.h"

namespace siaga {

namespace {

constexpr std::size_t nameMax = 300; // Of a file or field in one line of text.

std::string suggested(const FleetProblem &problem)
{
    return "; did you mean “" + plainText(problem.suggestion, nameMax) + "”?";
}

} // namespace

std::string toText(const FleetProblem &problem)
{
    std::string text = plainText(problem.file, nameMax);
    if (problem.line > 0)
        text += ":" + std::to_string(problem.line);
    text += ": ";
    if (!problem.field.empty())
        text += plainText(problem.field, nameMax) + ": ";
    if (problem.found == unknownField && !problem.suggestion.empty())
        return text + problem.found + suggested(problem);
    text += "found " + plainText(problem.found, nameMax) + ", expected " + plainText(problem.expected, nameMax);
    return problem.suggestion.empty() ? text : text + suggested(problem);
}

} // namespace siaga
