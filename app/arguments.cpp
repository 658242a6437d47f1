// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"

#include "app/command_table.h"
#include "core/words/translate.h"
#include "views/models/place.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace siaga {

namespace {

using words::translate;

QString line(const QString &left, const char *text)
{
    return QStringLiteral("  %1 %2\n").arg(left, -28).arg(translate("arguments", text));
}

QString optionLines(const std::vector<OptionEntry> &options)
{
    QString lines;
    for (const OptionEntry &option : options)
        lines += line(QStringLiteral("--%1 %2").arg(QLatin1StringView(option.name), QLatin1StringView(option.value ? option.value : "")), option.text);
    return lines;
}

QString exitCodes()
{
    return translate("arguments", "Exit codes: 0 done or well, 1 broken or unhealthy, 2 wrong words, 3 refused, 4 unreadable, 5 the plan is held.") + u'\n';
}

/// "siaga approve PLAN --hash HASH": the command with all that it cannot do without.
QString callOf(const CommandEntry &command)
{
    QString call = QStringLiteral("siaga %1 %2").arg(QLatin1StringView(command.name), QString::fromUtf8(command.positional)).simplified();
    for (const OptionEntry &option : command.options)
        if (option.isNeeded)
            call += QStringLiteral(" --%1 %2").arg(QLatin1StringView(option.name), QLatin1StringView(option.value));
    return call;
}

QString helpOn(const CommandEntry &command)
{
    const QString text = callOf(command) + u'\n' + translate("arguments", command.text) + QStringLiteral("\n\n");
    return text + optionLines(command.options) + optionLines(commonOptions()) + u'\n' + exitCodes();
}

QString help()
{
    QString text = QStringLiteral("siaga [--fleet FILE] [--data DIR] [COMMAND]\n\n");
    for (const CommandEntry &command : commandTable())
        text += line(callOf(command).mid(6), command.text);
    // The console is the command without a word: its own options stand with those of all.
    return text + u'\n' + optionLines(commandTable().front().options) + optionLines(commonOptions()) + u'\n' + exitCodes();
}

Explained wrong(const QString &what)
{
    return {QStringLiteral("siaga: ") + what + u'\n' + translate("arguments", "siaga --help tells the words.") + u'\n', exitUsage};
}

/// The word as an option's long name with its two dashes; empty for a word that is none.
QString asOption(const QString &word)
{
    if (word == u"-h")
        return QStringLiteral("--help");
    if (word == u"-v")
        return QStringLiteral("--version");
    return word.size() > 1 && word.startsWith(u'-') ? word : QString();
}

using Given = std::vector<std::pair<QString, QString>>;

/// Splits the words into the command, what stands behind it, and options with their values.
std::optional<Explained> split(const QStringList &words, Arguments &arguments, Given &given)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString option = asOption(words[i]);
        if (option.isEmpty()) {
            // A link is no command: it says where the console is to be opened.
            const bool isCommand = arguments.command.isEmpty() && arguments.positional.isEmpty() && !words[i].startsWith(u"siaga:");
            isCommand ? void(arguments.command = words[i]) : arguments.positional.append(words[i]);
            continue;
        }
        const QString name = option.mid(2).section(u'=', 0, 0);
        QString value = option.contains(u'=') ? option.section(u'=', 1) : QString();
        // Which option takes a value does not depend on the command, so that options may stand anywhere.
        const OptionEntry *known = nullptr;
        for (const CommandEntry &command : commandTable())
            known = known ? known : optionEntry(name, command);
        if (!known || !option.startsWith(u"--"))
            return wrong(translate("arguments", "no option is called %1").arg(option));
        if (!known->value && option.contains(u'='))
            return wrong(translate("arguments", "--%1 takes no value").arg(name));
        if (known->value && !option.contains(u'=')) {
            if (++i == words.size())
                return wrong(translate("arguments", "--%1 needs a value").arg(name));
            value = words[i];
        }
        given.emplace_back(name, value);
    }
    return std::nullopt;
}

/// "verify|export", "[resilience]", "open|close NAME | simulate": the words one of which stands first; empty where any
/// may.
QStringList choices(const CommandEntry &command)
{
    QStringList words;
    for (const QString &way : QString::fromUtf8(command.positional).split(QStringLiteral(" | "))) {
        const QString first = way.section(u' ', 0, 0).remove(u'[').remove(u']');
        if (first.isEmpty() || first != first.toLower())
            return {};
        words << first.split(u'|');
    }
    return words;
}

/// Options that contradict each other, or that are needed and missing.
std::optional<Explained> judge(const Arguments &arguments, const CommandEntry &command)
{
    const qsizetype count = arguments.positional.size();
    const bool complete = std::ranges::all_of(command.options, [&](const OptionEntry &option) {
        return !option.isNeeded || !arguments.value(QLatin1StringView(option.name)).trimmed().isEmpty();
    });
    const QStringList words = choices(command);
    const bool fits = words.isEmpty() || count == 0 || words.contains(arguments.positional.first());
    if (count < command.least || count > command.most || !complete || !fits)
        return wrong(translate("arguments", "the call is: %1").arg(callOf(command)));
    if (arguments.command.isEmpty() && count > 0 && !views::placeFromLink(arguments.positional.first()))
        return wrong(translate("arguments", "%1 is no link of Siaga; one looks like siaga://alert/17").arg(arguments.positional.first()));
    for (const QString &other : {QStringLiteral("fleet"), QStringLiteral("env"), QStringLiteral("data")})
        if (arguments.has(QStringLiteral("lab")) && arguments.has(other))
            return wrong(translate("arguments", "--lab and --%1 exclude each other").arg(other));
    if (!arguments.has(QStringLiteral("connect")))
        return std::nullopt;
    for (const QString &other : {QStringLiteral("data"), QStringLiteral("lab")})
        if (arguments.has(other))
            return wrong(translate("arguments", "--connect and --%1 exclude each other").arg(other));
    static const QStringList alone{QStringLiteral("check"), QStringLiteral("serve"), QStringLiteral("demo"),
                                   QStringLiteral("init"), QStringLiteral("credential"), QStringLiteral("endpoints"),
                                   QStringLiteral("fleet"), QStringLiteral("self-test")};
    if (alone.contains(arguments.command))
        return wrong(translate("arguments", "%1 asks no Siaga that runs, so it takes no --connect").arg(arguments.command));
    return std::nullopt;
}

} // namespace

QString Arguments::value(const QString &option) const
{
    const auto found = options.find(option);
    return found == options.end() ? QString() : found->second;
}

QStringList Arguments::places() const
{
    QStringList words;
    for (const QString &option : {QStringLiteral("fleet"), QStringLiteral("env"), QStringLiteral("data"), QStringLiteral("connect")})
        if (has(option))
            words << QStringLiteral("--") + option << value(option);
    if (has(QStringLiteral("lab")))
        words << QStringLiteral("--lab");
    return words;
}

std::variant<Arguments, Explained> readArguments(const QStringList &words)
{
    Arguments arguments;
    Given given;
    if (const auto explained = split(words, arguments, given))
        return *explained;
    const CommandEntry *command = commandEntry(arguments.command);
    if (!command)
        return wrong(translate("arguments", "no command is called %1").arg(arguments.command));
    for (const auto &[name, value] : given) {
        if (!optionEntry(name, *command))
            return wrong(translate("arguments", "%1 has no option --%2").arg(arguments.command, name));
        arguments.options[name] = value;
    }
    if (arguments.has(QStringLiteral("version")))
        return Explained{QStringLiteral("siaga " SIAGA_VERSION "\n"), exitDone};
    if (arguments.has(QStringLiteral("help")))
        return Explained{arguments.command.isEmpty() ? help() : helpOn(*command), exitDone};
    if (const auto explained = judge(arguments, *command))
        return *explained;
    return arguments;
}

} // namespace siaga
