// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_table.h"

#include <QCoreApplication>

namespace siaga {

// The words are translated where they are printed, in arguments.cpp.
namespace {

CommandEntry consoleEntry()
{
    return {"", "[LINK]", 0, 1, QT_TRANSLATE_NOOP("arguments", "open the console, at what a siaga:// link names"),
            {{"theme", "NAME", QT_TRANSLATE_NOOP("arguments", "dark or light, instead of following the desktop")}}};
}

CommandEntry auditEntry()
{
    return {"audit", "verify|export", 1, 1,
            QT_TRANSLATE_NOOP("arguments", "check the whole journal and print its head, or print records, oldest first"),
            {{"from", "N", QT_TRANSLATE_NOOP("arguments", "export: the first record, by its number")},
             {"to", "N", QT_TRANSLATE_NOOP("arguments", "export: the last record, by its number")},
             {"last", "TIME", QT_TRANSLATE_NOOP("arguments", "export: only the last 1h, 30min, 7d")},
             {"since", "MOMENT", QT_TRANSLATE_NOOP("arguments", "export: from this moment on, in UTC, such as '2026-11-26 02:13'")},
             {"until", "MOMENT", QT_TRANSLATE_NOOP("arguments", "export: up to this moment, in UTC")},
             {"who", "NAME", QT_TRANSLATE_NOOP("arguments", "export: what people, engines or siaga did; or one by name")},
             {"kind", "KIND", QT_TRANSLATE_NOOP("arguments", "export: alerts, notices, checks, diagnoses, plans, orders, breakers, fleet or runtime")},
             {"text", "TEXT", QT_TRANSLATE_NOOP("arguments", "export: what holds this text")},
             {"about", "THING", QT_TRANSLATE_NOOP("arguments", "export: all about 'region NAME', 'alert N', 'plan N' or 'breaker NAME'")}}};
}

std::vector<CommandEntry> questions()
{
    return {
        {"check", "FILE", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "read a fleet file; show every mistake, or each value in force and where it comes from"), {}},
        {"status", "[resilience]", 0, 1, QT_TRANSLATE_NOOP("arguments", "what is bad, where, since when, and what is being done"), {}},
        {"health", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "each region and each check"), {}},
        auditEntry(),
    };
}

std::vector<CommandEntry> preparations()
{
    return {
        {"init", "[FILE]", 0, 1,
         QT_TRANSLATE_NOOP("arguments", "ask a few questions, read what HAProxy has, and write a fleet file that only watches"),
         {{"answers", "FILE", QT_TRANSLATE_NOOP("arguments", "answers as “key = value” lines instead of questions")}}},
        {"endpoints", "doctor", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "try every endpoint, check, canary and page of metrics, reading only, and say what is wrong and what to do"), {}},
        {"credential", "set|test|remove|reread NAME | list", 1, 2,
         QT_TRANSLATE_NOOP("arguments", "keep a token or password in the keychain, asked for and never shown; try it where the fleet uses it; list what is kept"),
         {{"memory", nullptr, QT_TRANSLATE_NOOP("arguments", "set: only in the memory of the Siaga that runs, until it ends")}}, Alone::looksAtOnce},
        {"notify", "test", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "send a test notice through each way the fleet has to reach people, play the tones, and say what came back"), {}},
        {"fleet", "reference", 1, 1, QT_TRANSLATE_NOOP("arguments", "print every field of the fleet file: what it expects, its default, its meaning"), {}},
        {"self-test", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "prove on this machine that the program works: journal, lab, socket, pictures and words"), {}},
    };
}

std::vector<CommandEntry> trafficCommands()
{
    const OptionEntry service{"service", "NAME", QT_TRANSLATE_NOOP("arguments", "only this service")};
    const OptionEntry confirm{"confirm", "REGION", QT_TRANSLATE_NOOP("arguments", "the region once more, to run the plan")};
    const OptionEntry hash{"hash", "HASH", QT_TRANSLATE_NOOP("arguments", "the hash of the plan that was read")};
    return {
        {"evacuate", "REGION", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "print the plan that takes a region out of traffic; run it once confirmed"),
         {service,
          {"to", "PERCENT", QT_TRANSLATE_NOOP("arguments", "leave this much of the region's usual traffic")},
          confirm,
          hash,
          {"accept-unknown-demand", nullptr, QT_TRANSLATE_NOOP("arguments", "go on although demand cannot be measured")}}},
        {"restore", "REGION", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "print the plan that gives a region its traffic back; run it once confirmed"),
         {service, confirm, hash}},
    };
}

std::vector<CommandEntry> orders()
{
    return {
        {"acknowledge", "ALERT", 1, 1, QT_TRANSLATE_NOOP("arguments", "say that an alert is in your hands"),
         {{"note", "TEXT", QT_TRANSLATE_NOOP("arguments", "a word to the others")}}, Alone::actsAtOnce},
        {"approve", "PLAN", 1, 1, QT_TRANSLATE_NOOP("arguments", "run a plan that waits for a person; goes with it to its end"),
         {{"hash", "HASH", QT_TRANSLATE_NOOP("arguments", "the hash of the plan that was read"), true}}, Alone::looksFirst},
        {"hold", "[PLAN]", 0, 1, QT_TRANSLATE_NOOP("arguments", "command nothing new of a plan, or of any"), {}, Alone::actsAtOnce},
        {"resume", "PLAN", 1, 1, QT_TRANSLATE_NOOP("arguments", "go on with a plan that is held; goes with it to its end"), {},
         Alone::looksFirst},
        {"abort", "PLAN", 1, 1, QT_TRANSLATE_NOOP("arguments", "give a plan up, each step by its way back"), {}, Alone::looksFirst},
        {"breaker", "open|close|reset NAME | simulate", 1, 2,
         QT_TRANSLATE_NOOP("arguments", "force a breaker open or hold it closed, for a while and with a reason; let it count anew; or try one before use"),
         {{"for", "TIME", QT_TRANSLATE_NOOP("arguments", "until it ends by itself, such as 30min or 4h")},
          {"reason", "TEXT", QT_TRANSLATE_NOOP("arguments", "why; it stands on the breaker's card")},
          {"fault", "TEXT", QT_TRANSLATE_NOOP("arguments", "simulate: errors 10%, latency x10, hang, flapping 5s, overload x1.5, bad host 1 of 10")},
          {"rate", "CALLS", QT_TRANSLATE_NOOP("arguments", "simulate: calls a second, else 20")},
          {"duration", "TIME", QT_TRANSLATE_NOOP("arguments", "simulate: how long the fault lasts, else 60s")},
          {"policy", "NAME", QT_TRANSLATE_NOOP("arguments", "simulate: a breaker of the fleet, beside Siaga's and other programs' defaults")},
          {"seed", "N", QT_TRANSLATE_NOOP("arguments", "simulate: another run of chance; the same seed prints the same")}}, Alone::actsAtOnce},
        {"stop", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "no policy starts a plan any more, and running plans hold"),
         {{"reason", "TEXT", QT_TRANSLATE_NOOP("arguments", "why; it stands on every window"), true}}, Alone::actsAtOnce},
        {"lift", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "policies may propose and run plans again"), {}, Alone::actsAtOnce},
    };
}

std::vector<CommandEntry> longRuns()
{
    return {
        {"serve", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "watch and act without a window, until SIGTERM"),
         {{"metrics", "[ADDRESS:]PORT", QT_TRANSLATE_NOOP("arguments", "publish Siaga's own breakers at /metrics; on this machine unless told otherwise")}}},
        {"demo", "", 0, 0,
         QT_TRANSLATE_NOOP("arguments", "in the lab, a region fails, is seen, taken out and restored; ends with the measured times"),
         {{"pictures", "DIR", QT_TRANSLATE_NOOP("arguments", "paint the page at each stage into PNG files")}}},
        {"open", "LINK", 1, 1,
         QT_TRANSLATE_NOOP("arguments", "let the console that is open go to what a link names, such as siaga://alert/17"), {}, Alone::cannot},
        {"lab", "fault KIND TARGET… | heal [NUMBER] | faults", 1, 12,
         QT_TRANSLATE_NOOP("arguments", "break something in the lab that is running, heal it, or list what is broken"),
         {{"list", nullptr, QT_TRANSLATE_NOOP("arguments", "name what can be broken")}}, Alone::cannot},
    };
}

} // namespace

const std::vector<OptionEntry> &commonOptions()
{
    static const std::vector<OptionEntry> options{
        {"fleet", "FILE", QT_TRANSLATE_NOOP("arguments", "the fleet to watch; without it the last one, else that of the configuration, else the built-in lab")},
        {"env", "NAME", QT_TRANSLATE_NOOP("arguments", "which of the fleet's environments")},
        {"data", "DIR", QT_TRANSLATE_NOOP("arguments", "where the journal is kept")},
        {"connect", "SOCKET", QT_TRANSLATE_NOOP("arguments", "the Siaga that listens at this socket, such as one forwarded by ssh -L")},
        {"lab", nullptr, QT_TRANSLATE_NOOP("arguments", "the built-in lab, whatever was watched last")},
        {"json", nullptr, QT_TRANSLATE_NOOP("arguments", "print JSON")},
        {"help", nullptr, QT_TRANSLATE_NOOP("arguments", "say what a command does")},
        {"version", nullptr, QT_TRANSLATE_NOOP("arguments", "print the version")},
    };
    return options;
}

const std::vector<CommandEntry> &commandTable()
{
    static const std::vector<CommandEntry> all = [] {
        std::vector<CommandEntry> entries{consoleEntry()};
        for (const auto &group : {questions(), preparations(), trafficCommands(), orders(), longRuns()})
            entries.insert(entries.end(), group.begin(), group.end());
        return entries;
    }();
    return all;
}

const CommandEntry *commandEntry(const QString &name)
{
    for (const CommandEntry &command : commandTable())
        if (QLatin1StringView(command.name) == name)
            return &command;
    return nullptr;
}

const OptionEntry *optionEntry(const QString &name, const CommandEntry &command)
{
    for (const std::vector<OptionEntry> *options : {&commonOptions(), &command.options})
        for (const OptionEntry &option : *options)
            if (QLatin1StringView(option.name) == name)
                return &option;
    return nullptr;
}

} // namespace siaga
