// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/read.h"

#include "core/base/text.h"
#include "core/fleet/layers.h"
#include "core/fleet/parts.h"
#include "core/fleet/values.h"

#include <tuple>

namespace siaga {

namespace {

constexpr std::size_t problemsMax = 100;
constexpr std::string_view commandLine = "--env"; ///< Stands as the file of what was chosen at the start.

std::vector<YamlNode> parseLayers(const FleetSource &source, std::vector<FleetProblem> &problems)
{
    std::vector<YamlNode> roots;
    for (std::size_t i = 0; i < source.layers.size(); ++i) {
        YamlFile file = parseYaml(source.layers[i].file, source.layers[i].bytes);
        problems.insert(problems.end(), file.problems.begin(), file.problems.end());
        checkShape(file.root, i == 0, problems);
        roots.push_back(std::move(file.root));
    }
    return roots;
}

/// The choice of the command line, as if one more layer said it.
void chooseEnvironment(YamlNode &tree, const std::string &environment, std::vector<FleetProblem> &problems)
{
    if (environment.empty())
        return;
    const Place place{commandLine, 0};
    YamlNode chosen{.kind = YamlNode::Kind::scalar, .place = place, .text = environment};
    if (const auto mistake = mistakeIn(*fieldSpec("environment"), chosen)) {
        problems.push_back({std::string(commandLine), 0, "environment", mistake->found, mistake->expected, {}});
        chosen.kind = YamlNode::Kind::broken;
    }
    YamlNode layer{.kind = YamlNode::Kind::map, .place = place};
    layer.entries.push_back({"environment", place, std::move(chosen)});
    overlay(tree, layer);
}

void applyEnvironment(YamlNode &tree, const std::string &ownEnvironment, std::vector<FleetProblem> &problems)
{
    const YamlNode *const environment = tree.find("environment");
    const YamlNode *const known = tree.find("environments");
    if (!environment || environment->kind != YamlNode::Kind::scalar)
        return;
    const std::string name = environment->text;
    const bool hasList = known && known->kind == YamlNode::Kind::map && !known->entries.empty();
    if (const YamlNode *const found = hasList ? known->find(name) : nullptr) {
        const YamlNode layer = *found; // A copy: laying it over the tree changes where it stands.
        overlay(tree, layer);
        return;
    }
    if (!hasList && name == ownEnvironment)
        return;
    std::vector<std::string> names;
    if (hasList)
        std::ranges::transform(known->entries, std::back_inserter(names), &YamlNode::Entry::key);
    else if (!ownEnvironment.empty())
        names.push_back(ownEnvironment);
    problems.push_back({std::string(environment->place.file), environment->place.line, "environment",
                        plainText(name, 80), "an environment that the file describes under environments",
                        nearest(name, names)});
}

/// A source that lost the bytes of an overlay would quietly be another fleet.
void checkOverlays(Section &root, const FleetSource &source)
{
    const std::vector<std::string> named = root.list("overlays");
    if (named.empty() || !root.isSound({"overlays"}))
        return;
    std::vector<std::string> present;
    for (std::size_t i = 1; i < source.layers.size(); ++i)
        present.push_back(source.layers[i].file);
    for (const std::string &name : named) {
        if (std::ranges::find(present, name) == present.end())
            root.tell("overlays", name, "overlays whose contents were loaded along with the main file");
    }
}

void readFields(const YamlNode &tree, const FleetSource &source, Reading &reading)
{
    Section root(reading, "", "", {source.layers.front().file, 0}, {&tree});
    reading.fleet.name = root.text("fleet");
    reading.fleet.environment = root.text("environment");
    reading.fleet.lab = root.boolean("lab");
    checkOverlays(root, source);
    readRegions(root, reading);
    readServices(root, reading);
    readChecks(root, reading);
    readEndpoints(root, reading);
    readCanaries(root, reading);
    readMetrics(root, reading);
    readBreakers(root, reading);
    readNotify(root, reading);
    readPolicies(root, reading);
    checkOverrides(root, reading);
}

/// In the order of the files and lines, each once.
std::vector<FleetProblem> ordered(std::vector<FleetProblem> problems, const FleetSource &source)
{
    const auto order = [&source](const FleetProblem &problem) {
        const auto layer = std::ranges::find(source.layers, problem.file, &FleetSource::Layer::file);
        const auto index = layer == source.layers.end() ? -1 : layer - source.layers.begin();
        return std::tuple(index, problem.line);
    };
    std::ranges::stable_sort(problems, {}, order);
    std::vector<FleetProblem> unique;
    for (FleetProblem &problem : problems) {
        if (std::ranges::find(unique, problem) == unique.end())
            unique.push_back(std::move(problem));
        if (unique.size() == problemsMax)
            break;
    }
    return unique;
}

} // namespace

Result<FleetReading, std::vector<FleetProblem>> readFleet(const FleetSource &source)
{
    if (source.layers.empty())
        return std::vector<FleetProblem>{{.found = "no file", .expected = "a fleet"}};
    Reading reading;
    std::vector<YamlNode> roots = parseLayers(source, reading.problems);
    const bool isReadable = std::ranges::none_of(
        roots, [](const YamlNode &root) { return root.kind == YamlNode::Kind::broken; });
    if (isReadable) {
        YamlNode tree = std::move(roots.front());
        for (std::size_t i = 1; i < roots.size(); ++i)
            overlay(tree, roots[i]);
        const YamlNode *const own = tree.find("environment");
        const std::string ownEnvironment = own ? own->text : "";
        chooseEnvironment(tree, source.environment, reading.problems);
        applyEnvironment(tree, ownEnvironment, reading.problems);
        readFields(tree, source, reading);
    }
    if (!reading.problems.empty())
        return ordered(std::move(reading.problems), source);
    return FleetReading{std::move(reading.fleet), std::move(reading.origins)};
}

} // namespace siaga
