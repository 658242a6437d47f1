// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/schema.h"

#include "core/base/text.h"

#include <algorithm>
#include <deque>
#include <map>

namespace siaga {

namespace {

constexpr std::string_view checksPrefix = "checks.*.";
constexpr std::string_view placementPrefix = "services.*.regions.*.";

/// The table and, once more, each field that a region may override, under its path there.
struct Schema
{
    std::deque<std::string> overridePaths;
    std::vector<FieldSpec> rows;
    std::map<std::string, const FieldSpec *, std::less<>> byPath;
    std::map<std::string, std::vector<std::string>, std::less<>> sections;

    Schema()
        : rows(fieldTable().begin(), fieldTable().end())
    {
        for (const FieldSpec &spec : fieldTable())
            addOverride(spec);
        for (const FieldSpec &spec : rows) {
            byPath.emplace(spec.path, &spec);
            addToSections(spec.path);
        }
        // Each environment is a partial file of its own.
        sections[""].push_back("environments");
        sections["environments"] = {"*"};
        sections["environments.*"] = sections[""];
        std::erase_if(sections["environments.*"], [](const std::string &name) {
            return name == "environment" || name == "environments" || name == "overlays";
        });
    }

private:
    void addOverride(const FieldSpec &spec)
    {
        if (!spec.perRegion)
            return;
        const bool ofCheck = spec.path.starts_with(checksPrefix);
        const std::string_view name = spec.path.substr(ofCheck ? checksPrefix.size() : placementPrefix.size());
        const std::string_view section = ofCheck ? "regions.*.overrides.checks.*" : "regions.*.overrides.services.*";
        FieldSpec copy = spec;
        copy.path = overridePaths.emplace_back(joined(section, name));
        rows.push_back(copy);
    }

    void addToSections(std::string_view path)
    {
        while (!path.empty()) {
            const std::size_t dot = path.rfind('.');
            const std::string name(path.substr(dot == path.npos ? 0 : dot + 1));
            path = path.substr(0, dot == path.npos ? 0 : dot);
            std::vector<std::string> &names = sections[std::string(path)];
            if (std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
    }
};

const Schema &schema()
{
    static const Schema instance;
    return instance;
}

/// Environments repeat the whole file, so their paths are looked up without the prefix.
std::string_view withoutEnvironment(std::string_view path)
{
    constexpr std::string_view prefix = "environments.*.";
    return path.starts_with(prefix) ? path.substr(prefix.size()) : path;
}

} // namespace

const FieldSpec *fieldSpec(std::string_view path)
{
    const auto found = schema().byPath.find(withoutEnvironment(path));
    return found == schema().byPath.end() ? nullptr : found->second;
}

const std::vector<std::string> &fieldsOf(std::string_view section)
{
    static const std::vector<std::string> noFields;
    const auto found = schema().sections.find(withoutEnvironment(section));
    return found == schema().sections.end() ? noFields : found->second;
}

std::string joined(std::string_view path, std::string_view name)
{
    std::string longer(path);
    if (!longer.empty() && !name.empty())
        longer += '.';
    return longer.append(name);
}

std::string shownValue(const YamlNode &value)
{
    switch (value.kind) {
    case YamlNode::Kind::null:
        return "nothing";
    case YamlNode::Kind::list:
        return "a list";
    case YamlNode::Kind::map:
        return "a section";
    case YamlNode::Kind::scalar:
        return value.text.empty() ? "an empty text" : plainText(value.text, 80);
    case YamlNode::Kind::broken:
        break;
    }
    return "a mistake";
}

} // namespace siaga
