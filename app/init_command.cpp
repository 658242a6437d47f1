// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/init_command.h"

#include "app/interview.h"
#include "app/inventory_source.h"
#include "app/last_fleet.h"
#include "app/terminal.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace siaga {

namespace {

using words::translate;

constexpr Duration patience = std::chrono::seconds(3); // For one edge to answer.

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

InventoryAnswer readEdge(const std::string &address)
{
    // What leaves this machine in the clear is not even asked; the fleet's rules say so when it is checked.
    return askInventory({.id = EndpointId("edge"), .driver = "haproxy", .address = address}, patience);
}

/// Why there is no fleet, in words, and the exit code.
int tellNothing(const Questions &questions, bool json)
{
    const bool isFile = !questions.failure().isEmpty();
    const QString nothing = translate("init", "Nothing was written.");
    printFailure(isFile ? QStringList{questions.failure(), nothing} : QStringList{nothing}, json);
    return isFile ? exitUsage : exitRefused;
}

std::optional<int> tellProblems(const NewFleet &made, bool json)
{
    QStringList lines;
    for (const FleetProblem &problem : problemsOf(made))
        lines << text(toText(problem));
    if (lines.isEmpty())
        return std::nullopt;
    printFailure(lines + QStringList{translate("init", "Nothing was written.")}, json);
    return exitBroken;
}

bool mayWrite(Questions &questions, const NewFleet &made, const QString &path)
{
    if (!questions.hasFile()) {
        questions.say(QString());
        for (const QString &line : text(textOf(made)).split(u'\n'))
            questions.say(line);
    }
    const QString yes = translate("init", "yes");
    const auto answer = questions.ask({QStringLiteral("write"), translate("init", "Write this to %1 (yes or no)").arg(path), yes, {}});
    return answer && (*answer == yes || answer->toLower() == u"y" || answer->toLower() == u"yes");
}

void tellDone(const NewFleet &made, const QString &path, bool json)
{
    const QStringList next = commandsAfter(path);
    int measured = 0;
    for (const NewFleet::Edge &edge : made.edges)
        measured += edge.inventory ? 1 : 0;
    if (json) {
        printJson({{QStringLiteral("written"), path},
                   {QStringLiteral("edges"), static_cast<int>(made.edges.size())},
                   {QStringLiteral("edgesRead"), measured},
                   {QStringLiteral("next"), QJsonArray::fromStringList(next)}});
        return;
    }
    printLine(translate("init", "Written: %1. It watches and moves nothing; beside each value stands whether it was answered, measured or assumed.").arg(path));
    printLine(translate("init", "Next:"));
    for (const QString &command : next)
        printLine(QStringLiteral("  ") + command);
}

int converse(Questions &questions, const QString &path, bool json)
{
    const auto made = interview(questions, readEdge);
    if (!made)
        return tellNothing(questions, json);
    if (const auto code = tellProblems(*made, json))
        return *code;
    const bool agreed = mayWrite(questions, *made, path);
    if (!agreed || !questions.failure().isEmpty())
        return tellNothing(questions, json);
    if (const QStringList unasked = questions.unasked(); !unasked.isEmpty()) {
        printFailure({translate("init", "no question is called %1").arg(unasked.join(QStringLiteral(", "))),
                      translate("init", "Nothing was written.")}, json);
        return exitUsage;
    }
    if (const auto written = writeNewFile(path, textOf(*made)); !written) {
        printFailure({text(written.error().message)}, json);
        return exitUnreadable;
    }
    tellDone(*made, path, json);
    return exitDone;
}

/// Quoted where the shell would take it apart.
QString asWord(const QString &path)
{
    static const QString safe = QStringLiteral("/._-+:@%");
    for (const QChar c : path)
        if (!c.isLetterOrNumber() && !safe.contains(c))
            return u'\'' + QString(path).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
    return path;
}

} // namespace

int runInit(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const QString path = QFileInfo(arguments.positional.isEmpty() ? configuredFleet() : arguments.positional.first()).absoluteFilePath();
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink()) {
        printFailure({translate("init", "%1 is there already and stays as it is; name another file: siaga init FILE").arg(path)}, json);
        return exitRefused;
    }
    const QString answers = arguments.value(QStringLiteral("answers"));
    if (!answers.isEmpty()) {
        Questions questions(answers, json);
        return converse(questions, path, json);
    }
    Questions questions(json);
    questions.say(translate("init", "A few questions; Enter takes what stands in brackets, Ctrl+D ends without a trace."));
    return converse(questions, path, json);
}

Result<Done> writeNewFile(const QString &path, const std::string &bytes)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder) && !QDir().mkpath(folder))
        return Error{translate("init", "the folder %1 cannot be made").arg(folder).toStdString()};
    const auto failure = [&path] { return Error{translate("init", "%1 cannot be written: %2").arg(path, text(std::strerror(errno))).toStdString()}; };
    const std::string name = path.toStdString();
    const std::string half = name + ".part-" + std::to_string(getpid());
    const int file = ::open(half.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return failure();
    std::size_t done = 0;
    bool well = true;
    while (well && done < bytes.size()) {
        const ssize_t count = ::write(file, bytes.data() + done, bytes.size() - done);
        well = count > 0 || (count < 0 && errno == EINTR);
        done += count > 0 ? static_cast<std::size_t>(count) : 0;
    }
    well = well && ::fsync(file) == 0;
    well = ::close(file) == 0 && well;
    // A link is never made over what is there, so nobody who wrote the file meanwhile loses it.
    const bool linked = well && ::link(half.c_str(), name.c_str()) == 0;
    const Error why = failure();
    ::unlink(half.c_str());
    return linked ? Result<Done>(Done{}) : Result<Done>(why);
}

QStringList commandsAfter(const QString &path)
{
    const QString word = asWord(path);
    const bool isConfigured = path == QFileInfo(configuredFleet()).absoluteFilePath();
    return {QStringLiteral("siaga check ") + word, QStringLiteral("siaga endpoints doctor --fleet ") + word,
            isConfigured ? QStringLiteral("siaga") : QStringLiteral("siaga --fleet ") + word};
}

} // namespace siaga
