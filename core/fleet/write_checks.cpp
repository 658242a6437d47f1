// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/values.h"
#include "core/fleet/write_parts.h"

#include <algorithm>

namespace siaga {

namespace {

std::string statusText(const Check &check)
{
    const std::string least = std::to_string(check.statusMin);
    return check.statusMin == check.statusMax ? least : least + "-" + std::to_string(check.statusMax);
}

/// All that a region may override; of a tcp check only what it reads.
std::vector<WrittenField> settingsOf(const Check &check)
{
    std::vector<WrittenField> fields{{"interval", textOf(check.interval)},
                                     {"timeout", textOf(check.timeout)},
                                     {"recheck_interval", textOf(check.recheckInterval)},
                                     {"failures_to_down", std::to_string(check.failuresToDown)},
                                     {"successes_to_up", std::to_string(check.successesToUp)},
                                     {"severity", wordOf(check.severity)},
                                     {"runbook", check.runbook}};
    if (check.kind == CheckKind::http) {
        const bool isKnown = !check.credential.name.empty();
        fields.insert(fields.end(), {{"status", statusText(check)},
                                     {"body_contains", check.bodyContains},
                                     {"ca_file", check.caFile},
                                     {"credential", check.credential.name},
                                     {"credential_kind", isKnown ? wordOf(check.credential.kind) : std::string()}});
    }
    return fields;
}

/// What is said for all targets: the first one's, unless another has nothing there, which no override can say.
std::vector<WrittenField> commonOf(const std::vector<const Check *> &targets)
{
    std::vector<WrittenField> common = settingsOf(*targets.front());
    for (const Check *const check : targets) {
        const std::vector<WrittenField> own = settingsOf(*check);
        for (std::size_t i = 0; i < common.size(); ++i)
            if (own[i].text.empty())
                common[i].text.clear();
    }
    return common;
}

WrittenCheck written(const std::string &name, const std::vector<const Check *> &targets)
{
    WrittenCheck check{.name = name, .targets = targets, .common = commonOf(targets), .overrides = {}};
    for (const Check *const target : targets) {
        std::vector<WrittenField> own = settingsOf(*target);
        std::erase_if(own, [&check](const WrittenField &field) { return std::ranges::count(check.common, field) > 0; });
        if (!own.empty())
            check.overrides.emplace(target->region, std::move(own));
    }
    return check;
}

} // namespace

std::vector<WrittenCheck> checksAsWritten(const Fleet &fleet)
{
    std::vector<std::string> names;
    std::map<std::string, std::vector<const Check *>> byName;
    for (const Check &check : fleet.checks) {
        const std::string name = nameInFile(check.id.text());
        if (!byName.contains(name))
            names.push_back(name);
        byName[name].push_back(&check);
    }
    std::vector<WrittenCheck> checks;
    for (const std::string &name : names)
        checks.push_back(written(name, byName.at(name)));
    return checks;
}

void writeChecks(YamlPage &page, const std::vector<WrittenCheck> &checks)
{
    if (checks.empty())
        return;
    page.comment("");
    page.comment("What is probed. A region is down when enough of its checks say so, seen from enough places.");
    page.open("checks");
    for (const WrittenCheck &check : checks) {
        page.open(check.name);
        page.field("service", check.targets.front()->service.text());
        page.field("kind", wordOf(check.targets.front()->kind));
        page.open("targets");
        for (const Check *const target : check.targets)
            page.field(target->region.text(), target->target);
        page.close();
        writeFields(page, "checks.*", check.common);
        page.close();
    }
    page.close();
}

} // namespace siaga
