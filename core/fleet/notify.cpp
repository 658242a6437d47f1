// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fleet/parts.h"

namespace siaga {

namespace {

Severity severityNamed(std::string_view name)
{
    const auto names = namesOf(Severity{});
    const auto found = std::ranges::find(names, name);
    return found == names.end() ? Severity::critical : static_cast<Severity>(found - names.begin());
}

} // namespace

void readNotify(Section &root, Reading &reading)
{
    Section section = root.section("notify");
    NotifyPolicy &policy = reading.fleet.notify;
    policy.from = section.word<Severity>("from");
    policy.desktop = section.word<Occasion>("desktop");
    policy.sound = section.word<Occasion>("sound");
    policy.perMinuteMax = section.integer("per_minute_max");
    policy.attemptsMax = section.integer("attempts_max");
    policy.retryAfter = section.duration("retry_after");
    const std::string_view usual = namesOf(policy.from)[static_cast<std::size_t>(policy.from)];
    for (auto &[name, entry] : section.named("hooks")) {
        NotifyHook hook{.id = ChannelId(name)};
        hook.command = entry.list("command");
        hook.timeout = entry.duration("timeout");
        hook.from = severityNamed(entry.text("from", usual));
        if (hook.id == desktopChannel)
            entry.tell("", name, "another name; desktop is that of the notices on the desktop");
        policy.hooks.push_back(std::move(hook));
    }
}

} // namespace siaga
