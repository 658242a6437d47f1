// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include <QCoreApplication>

#include <vector>

namespace siaga {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("arguments", text);
}

struct Option
{
    const char *name;
    const char *value; ///< What stands behind it in the help; nullptr for a flag.
    const char *text;
};

struct Command
{
    const char *name;
    const char *positional; ///< As in the help.
    int least;
    int most;
    const char *text;
    std::vector<Option> options;
};

const std::vector<Option> &everywhere()
{
    static const std::vector<Option> options{
        {"fleet", "FILE", QT_TRANSLATE_NOOP("arguments", "the fleet to watch; without it the last one, else the built-in lab")},
        {"env", "NAME", QT_TRANSLATE_NOOP("arguments", "which of the fleet's environments")},
        {"data", "DIR", QT_TRANSLATE_NOOP("arguments", "where the journal is kept")},
        {"json", nullptr, QT_TRANSLATE_NOOP("arguments", "print JSON")},
        {"help", nullptr, QT_TRANSLATE_NOOP("arguments", "say what a command does")},
        {"version", nullptr, QT_TRANSLATE_NOOP("arguments", "print the version")},
    };
    return options;
}

const std::vector<Command> &commands()
{
    static const std::vector<Command> all{
        {"", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "open the console"),
         {{"theme", "NAME", QT_TRANSLATE_NOOP("arguments", "dark or light, instead of following the desktop")}}},
        {"check", "FILE", 1, 1, QT_TRANSLATE_NOOP("arguments", "read a fleet file; show every mistake, or each value in force and where it comes from"), {}},
        {"status", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "what is bad, where, since when, and what is being done"), {}},
        {"health", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "each region and each check"), {}},
        {"evacuate", "REGION", 1, 1, QT_TRANSLATE_NOOP("arguments", "print the plan that takes a region out of traffic; run it once confirmed"),
         {{"service", "NAME", QT_TRANSLATE_NOOP("arguments", "only this service")},
          {"to", "PERCENT", QT_TRANSLATE_NOOP("arguments", "leave this much of the region's usual traffic")},
          {"confirm", "REGION", QT_TRANSLATE_NOOP("arguments", "the region once more, to run the plan")},
          {"hash", "HASH", QT_TRANSLATE_NOOP("arguments", "the hash of the plan that was read")},
          {"accept-unknown-demand", nullptr, QT_TRANSLATE_NOOP("arguments", "go on although demand cannot be measured")}}},
        {"restore", "REGION", 1, 1, QT_TRANSLATE_NOOP("arguments", "print the plan that gives a region its traffic back; run it once confirmed"),
         {{"service", "NAME", QT_TRANSLATE_NOOP("arguments", "only this service")},
          {"confirm", "REGION", QT_TRANSLATE_NOOP("arguments", "the region once more, to run the plan")},
          {"hash", "HASH", QT_TRANSLATE_NOOP("arguments", "the hash of the plan that was read")}}},
        {"audit", "verify|export", 1, 1, QT_TRANSLATE_NOOP("arguments", "check the whole journal and print its head, or print every record"), {}},
        {"serve", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "watch and act without a window, until SIGTERM"), {}},
        {"demo", "", 0, 0, QT_TRANSLATE_NOOP("arguments", "in the lab, a region fails, is seen, taken out and restored; ends with the measured times"),
         {{"pictures", "DIR", QT_TRANSLATE_NOOP("arguments", "paint the page at each stage into PNG files")}}},
    };
    return all;
}

const Command *commandOf(const QString &name)
{
    for (const Command &command : commands())
        if (QLatin1StringView(command.name) == name)
            return &command;
    return nullptr;
}

const Option *optionOf(const QString &name, const Command &command)
{
    for (const std::vector<Option> *options : {&everywhere(), &command.options})
        for (const Option &option : *options)
            if (QLatin1StringView(option.name) == name)
                return &option;
    return nullptr;
}

QString line(const QString &left, const char *text)
{
    return QStringLiteral("  %1 %2\n").arg(left, -28).arg(tr(text));
}

QString optionLines(const std::vector<Option> &options)
{
    QString lines;
    for (const Option &option : options)
        lines += line(QStringLiteral("--%1 %2").arg(QLatin1StringView(option.name), QLatin1StringView(option.value ? option.value : "")), option.text);
    return lines;
}

QString exitCodes()
{
    return tr("Exit codes: 0 done or well, 1 broken or unhealthy, 2 wrong words, 3 refused, 4 unreadable.") + u'\n';
}

QString helpOn(const Command &command)
{
    const QString call = QStringLiteral("siaga %1 %2").arg(QLatin1StringView(command.name), QLatin1StringView(command.positional)).simplified();
    QString text = call + u'\n' + tr(command.text) + QStringLiteral("\n\n") + optionLines(command.options) + optionLines(everywhere());
    return text + u'\n' + exitCodes();
}

QString help()
{
    QString text = QStringLiteral("siaga [--fleet FILE] [--data DIR] [COMMAND]\n\n");
    for (const Command &command : commands())
        text += line(QStringLiteral("%1 %2").arg(QLatin1StringView(command.name), QLatin1StringView(command.positional)), command.text);
    return text + u'\n' + optionLines(everywhere()) + u'\n' + exitCodes();
}

Explained wrong(const QString &what)
{
    return {QStringLiteral("siaga: ") + what + u'\n' + tr("siaga --help tells the words.") + u'\n', exitUsage};
}

} // namespace

QString Arguments::value(const QString &option) const
{
    const auto found = options.find(option);
    return found == options.end() ? QString() : found->second;
}

std::variant<Arguments, Explained> readArguments(const QStringList &words)
{
    Arguments arguments;
    std::vector<std::pair<QString, QString>> given;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!words[i].startsWith(u"--")) {
            arguments.command.isEmpty() ? void(arguments.command = words[i]) : arguments.positional.append(words[i]);
            continue;
        }
        const QString name = words[i].mid(2).section(u'=', 0, 0);
        QString value = words[i].contains(u'=') ? words[i].section(u'=', 1) : QString();
        // Which option takes a value does not depend on the command, so that options may stand anywhere.
        const Option *known = nullptr;
        for (const Command &command : commands())
            known = known ? known : optionOf(name, command);
        if (!known)
            return wrong(tr("no option is called --%1").arg(name));
        if (known->value && !words[i].contains(u'=')) {
            if (++i == words.size())
                return wrong(tr("--%1 needs a value").arg(name));
            value = words[i];
        }
        given.emplace_back(name, value);
    }
    const Command *command = commandOf(arguments.command);
    if (!command)
        return wrong(tr("no command is called %1").arg(arguments.command));
    for (const auto &[name, value] : given) {
        if (!optionOf(name, *command))
            return wrong(tr("%1 has no option --%2").arg(arguments.command, name));
        arguments.options[name] = value;
    }
    if (arguments.has(QStringLiteral("version")))
        return Explained{QStringLiteral("siaga " SIAGA_VERSION "\n"), exitDone};
    if (arguments.has(QStringLiteral("help")))
        return Explained{arguments.command.isEmpty() ? help() : helpOn(*command), exitDone};
    if (arguments.positional.size() < command->least || arguments.positional.size() > command->most)
        return wrong(tr("the call is: siaga %1 %2").arg(arguments.command, QLatin1StringView(command->positional)));
    return arguments;
}

} // namespace siaga
