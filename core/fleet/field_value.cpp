// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/fleet/addresses.h"
#include "core/fleet/schema.h"
#include "core/fleet/suggest.h"
#include "core/fleet/values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace siaga {

namespace {

using std::chrono::milliseconds;

bool isList(FieldType type)
{
    return type == FieldType::identifiers || type == FieldType::shares || type == FieldType::fileNames
        || type == FieldType::command;
}

bool isWithin(const FieldSpec &spec, double value)
{
    return value >= spec.min && value <= spec.max;
}

std::vector<std::string> choicesOf(const FieldSpec &spec)
{
    if (spec.type == FieldType::boolean)
        return {"true", "false"};
    std::vector<std::string> words;
    for (std::string_view rest = spec.choices; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        words.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::string shownNumber(double number)
{
    if (number == std::floor(number))
        return std::to_string(static_cast<long long>(number));
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

std::string shownLimit(const FieldSpec &spec, double limit)
{
    if (spec.type == FieldType::duration)
        return textOf(Duration(milliseconds(static_cast<long long>(limit))));
    if (spec.type == FieldType::share || spec.type == FieldType::shares)
        return textOf(Permille{static_cast<int>(limit)});
    return shownNumber(limit);
}

std::string rangeOf(const FieldSpec &spec)
{
    return ", " + shownLimit(spec, spec.min) + " to " + shownLimit(spec, spec.max);
}

std::string ofUnit(const FieldSpec &spec)
{
    return spec.unit.empty() ? "" : " of " + std::string(spec.unit);
}

std::string oneOf(const FieldSpec &spec)
{
    std::string words;
    for (const std::string &word : choicesOf(spec))
        words += (words.empty() ? "" : ", ") + word;
    return "one of " + words;
}

bool isPlainLine(const FieldSpec &spec, std::string_view text)
{
    const auto length = static_cast<std::size_t>(spec.max);
    return !text.empty() && text.size() <= length && plainText(text, length) == text;
}

bool fitsScalar(const FieldSpec &spec, std::string_view text)
{
    switch (spec.type) {
    case FieldType::text:
        return isPlainLine(spec, text);
    case FieldType::identifier:
    case FieldType::identifiers:
        return isIdentifier(text);
    case FieldType::objectName:
        return isObjectName(text);
    case FieldType::boolean:
        return text == "true" || text == "false";
    case FieldType::integer: {
        const auto value = parseInteger(text);
        return value && isWithin(spec, *value);
    }
    case FieldType::number: {
        const auto value = parseNumber(text);
        return value && isWithin(spec, *value);
    }
    case FieldType::duration: {
        const auto value = parseDuration(text);
        return value && isWithin(spec, inSeconds(*value) * 1000);
    }
    case FieldType::share:
    case FieldType::shares: {
        const auto value = parseShare(text);
        return value && isWithin(spec, value->value);
    }
    case FieldType::word:
        return std::ranges::count(choicesOf(spec), text) == 1;
    case FieldType::statusRange:
        return parseStatusRange(text).has_value();
    case FieldType::path:
        return isAbsolutePath(text);
    case FieldType::link:
        return isHttpUrl(text);
    case FieldType::target:
        return isHttpUrl(text) || isHostAndPort(text);
    case FieldType::address:
        return isHaproxyAddress(text) || isLabAddress(text);
    case FieldType::series:
        return isSeries(text);
    case FieldType::fileNames:
        return isPlainFileName(text);
    case FieldType::command:
        return isArgument(text);
    }
    return false;
}

/// YAML 1.1 reads these as truth values or numbers; we say so, instead of only refusing them.
std::string hintFor(const FieldSpec &spec, const YamlNode &value)
{
    constexpr std::array<std::string_view, 8> truths{"yes", "no", "on", "off", "y", "n", "true", "false"};
    std::string lower = value.text;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const bool isTruth = std::ranges::count(truths, lower) == 1;
    const bool isNumeric = spec.type == FieldType::integer || spec.type == FieldType::number;
    if (value.quoted && (isNumeric || spec.type == FieldType::boolean))
        return " (without quotes)";
    if (spec.type == FieldType::boolean && isTruth)
        return " (small letters; yes, no, on and off are not truth values here)";
    if (isNumeric && !parseNumber(value.text))
        return " (in plain decimal digits)";
    return {};
}

std::optional<Mistake> mistakeInScalar(const FieldSpec &spec, const YamlNode &value)
{
    const bool unquotedOnly = spec.type == FieldType::boolean || spec.type == FieldType::integer
        || spec.type == FieldType::number;
    const bool isScalar = value.kind == YamlNode::Kind::scalar;
    if (isScalar && fitsScalar(spec, value.text) && !(unquotedOnly && value.quoted))
        return std::nullopt;
    const std::string hint = isScalar ? hintFor(spec, value) : "";
    const std::string suggestion = isScalar ? nearest(value.text, choicesOf(spec)) : "";
    return Mistake{shownValue(value), expectation(spec) + hint, suggestion};
}

std::optional<Mistake> mistakeInList(const FieldSpec &spec, const YamlNode &value)
{
    // An empty list of names says "none"; an empty list of shares would be a plan without an end.
    const bool isCommand = spec.type == FieldType::command;
    const std::size_t itemsMin = spec.type == FieldType::shares || isCommand ? 1 : 0;
    const std::size_t itemsMax = spec.type == FieldType::shares ? 20 : static_cast<std::size_t>(spec.max);
    if (value.kind != YamlNode::Kind::list || value.items.size() < itemsMin || value.items.size() > itemsMax)
        return Mistake{shownValue(value), expectation(spec), {}};
    // The program's name is looked for nowhere, so that no PATH decides what wakes people.
    if (isCommand && !isAbsolutePath(value.items.front().text))
        return Mistake{shownValue(value.items.front()), "a program by its path from the root, such as /usr/local/bin/page", {}};
    for (const YamlNode &item : value.items) {
        if (auto mistake = mistakeInScalar(spec, item))
            return mistake;
        const auto same = [&](const YamlNode &other) { return other.text == item.text; };
        if (spec.type != FieldType::shares && !isCommand && std::ranges::count_if(value.items, same) > 1)
            return Mistake{shownValue(item), "each name once", {}};
    }
    return std::nullopt;
}

} // namespace

std::string expectation(const FieldSpec &spec)
{
    switch (spec.type) {
    case FieldType::text:
        return "text of at most " + shownNumber(spec.max) + " bytes without hidden characters";
    case FieldType::identifier:
        return "a name of at most 63 small letters, digits, - and .";
    case FieldType::objectName:
        return "a name of at most 64 letters, digits, _ . : and -";
    case FieldType::boolean:
        return "true or false";
    case FieldType::integer:
        return "a whole number" + ofUnit(spec) + rangeOf(spec);
    case FieldType::number:
        return "a number" + ofUnit(spec) + rangeOf(spec);
    case FieldType::duration:
        return "a duration with its unit (500ms, 3s, 10 min, 1h)" + rangeOf(spec);
    case FieldType::share:
        return "a share such as 50%" + rangeOf(spec);
    case FieldType::word:
        return oneOf(spec);
    case FieldType::statusRange:
        return "HTTP statuses such as 200-399, 100 to 599";
    case FieldType::path:
        return "a path from the root without ..";
    case FieldType::link:
        return "an https:// or http:// link without user and password";
    case FieldType::target:
        return "an http:// or https:// URL without user and password, or HOST:PORT";
    case FieldType::address:
        return "unix:/path, tcp:HOST:PORT or lab:NAME";
    case FieldType::series:
        return "a metric's name, with labels as the page writes them if need be: requests_total{code=\"500\"}";
    case FieldType::identifiers:
        return "a list of names of small letters, digits, - and .";
    case FieldType::shares:
        return "a list of shares such as [50%, 0%]" + rangeOf(spec);
    case FieldType::fileNames:
        return "a list of at most " + shownNumber(spec.max) + " names of files beside this one, without /";
    case FieldType::command:
        return "a list of a program by its path from the root and its arguments, such as [/usr/local/bin/page, --team, web]";
    }
    return {};
}

std::optional<Mistake> mistakeIn(const FieldSpec &spec, const YamlNode &value)
{
    if (value.kind == YamlNode::Kind::broken)
        return std::nullopt;
    return isList(spec.type) ? mistakeInList(spec, value) : mistakeInScalar(spec, value);
}

} // namespace siaga
