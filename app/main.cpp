// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/arguments.h"
#include "app/audit_command.h"
#include "app/file_commands.h"
#include "app/console.h"
#include "app/credential_command.h"
#include "app/demo.h"
#include "app/doctor.h"
#include "app/init_command.h"
#include "app/lab_command.h"
#include "app/language.h"
#include "app/self_test.h"
#include "app/notify_test.h"
#include "app/serve.h"
#include "app/simulate_command.h"
#include "app/terminal.h"

#include <QApplication>

#include <csignal>
#include <memory>

using namespace siaga;

namespace {

/// Windows only where there is something to show: the console, and pictures.
bool needsWindows(const QStringList &words)
{
    const bool demo = words.contains(QStringLiteral("demo"));
    const bool pictures = !words.filter(QStringLiteral("--pictures")).isEmpty();
    const auto arguments = readArguments(words);
    const auto *known = std::get_if<Arguments>(&arguments);
    return known && (known->command.isEmpty() || known->command == u"self-test" || (demo && pictures));
}

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv, const QStringList &words)
{
    if (!needsWindows(words))
        return std::make_unique<QCoreApplication>(argc, argv);
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    const bool paints = !words.filter(QStringLiteral("--pictures")).isEmpty();
    const bool tests = words.contains(QStringLiteral("self-test")); // On no screen, so that a broken one fails nothing.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && (tests || (!display && paints)))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argc, argv);
}

int run(const Arguments &arguments, const QStringList &words)
{
    if (arguments.command.isEmpty())
        return runConsole(arguments);
    if (arguments.command == u"check")
        return runCheck(arguments);
    if (arguments.command == u"init")
        return runInit(arguments);
    if (arguments.command == u"endpoints")
        return runDoctor(arguments);
    if (arguments.command == u"notify")
        return runNotifyTest(arguments);
    if (arguments.command == u"fleet")
        return printFleetReference();
    if (arguments.command == u"self-test")
        return runSelfTest(arguments);
    if (arguments.command == u"audit")
        return runAudit(arguments, words);
    if (arguments.command == u"serve")
        return runServe(arguments);
    if (arguments.command == u"demo")
        return runDemo(arguments);
    if (arguments.command == u"lab" && arguments.has(QStringLiteral("list")))
        return listFaults(arguments.has(QStringLiteral("json")));
    if (arguments.command == u"credential" && arguments.positional.first() == u"set")
        return runCredentialSet(arguments);
    if (arguments.command == u"breaker" && arguments.positional.first() == u"simulate")
        return runSimulate(arguments);
    return runCommand(arguments, words);
}

} // namespace

int main(int argc, char **argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // A full disk must fail an append, not kill the process in the middle of it.
    std::signal(SIGPIPE, SIG_IGN);
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    const auto application = makeApplication(argc, argv, words);
    QCoreApplication::setApplicationName(QStringLiteral("siaga"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIAGA_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("id.merajutasa.Siaga")); // As the desktop file is called.
    speakTheUsersLanguage(*application);
    const auto arguments = readArguments(words);
    if (const auto *explained = std::get_if<Explained>(&arguments)) {
        const QStringList lines = explained->text.trimmed().split(u'\n');
        if (explained->exitCode != exitDone)
            printFailure(lines, words.contains(QStringLiteral("--json")));
        else
            for (const QString &line : lines)
                printLine(line);
        return explained->exitCode;
    }
    return run(std::get<Arguments>(arguments), words);
}
