// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/credential_command.h"
#include "app/secret_prompt.h"
#include "app/serve.h"
#include "app/terminal.h"
#include "core/drivers/ports/authorization.h"
#include "core/fleet/values.h"
#include "core/runtime/clock.h"
#include "core/words/credential_words.h"
#include "core/words/figures.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace siaga {

namespace {

int refuse(const QStringList &sentences, bool json, int code)
{
    printFailure(sentences, json);
    return code;
}

/// Into the keychain of this session; waits for its answer.
SecretAnswer keepInKeychain(const std::string &name, const Secret &value)
{
    const BootClock clock{Instant()};
    const auto secrets = makeSecrets([&clock] { return clock.now(); }, [&clock] { return clock.wall(); });
    SecretAnswer came;
    const SecretTicket ticket = secrets->keep(name, value, SecretPlace::keychain, [&came](const SecretAnswer &answer) {
        came = answer;
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return came;
}

int giveToWhoRuns(const Arguments &arguments, const QString &name, const Secret &value, bool json)
{
    QStringList words = arguments.places() + QStringList{QStringLiteral("credential"), QStringLiteral("set"), name};
    if (json)
        words << QStringLiteral("--json");
    if (const auto code = askWhoRuns(arguments, words, value))
        return *code;
    return refuse({CredentialCommand::tr("no Siaga is running, so there is no memory to keep %1 in").arg(name)}, json, exitUnreadable);
}

} // namespace

int runCredentialSet(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const QString name = arguments.positional.value(1);
    if (!isIdentifier(name.toStdString()))
        return refuse({CredentialCommand::tr("a credential's name is 1 to 63 small letters, digits, '.' and '-'; its value is asked for afterwards")},
                      json, exitUsage);
    const auto value = readSecret(CredentialCommand::tr("Value of %1 (it is not shown): ").arg(name));
    if (!value)
        return refuse({CredentialCommand::tr("no value was given; nothing has changed")}, json, exitUsage);
    if (const std::string why = whyNoSecret(value->reveal()); !why.empty())
        return refuse({CredentialCommand::tr("that is no credential: %1").arg(words::text(why))}, json, exitUsage);
    if (arguments.has(QStringLiteral("memory")))
        return giveToWhoRuns(arguments, name, *value, json);
    const SecretAnswer answer = keepInKeychain(name.toStdString(), *value);
    if (answer.seen.state != CredentialState::known)
        return refuse({words::whyNotDone({.kind = CredentialOrder::Kind::keep, .seen = answer.seen, .keychain = {}}),
                       CredentialCommand::tr("With --memory a Siaga that runs keeps it until it ends.")},
                      json, exitRefused);
    if (json)
        printJson({{QStringLiteral("kept"), name}, {QStringLiteral("store"), words::store(answer.seen)}});
    else
        printLine(CredentialCommand::tr("%1 is kept in %2").arg(name, words::store(answer.seen)));
    // The value does not travel: whoever runs reads it from the keychain. Where nobody does, nothing is to be told.
    const auto code = askWhoRuns(arguments, arguments.places() + QStringList{QStringLiteral("credential"), QStringLiteral("reread"), name}, {});
    return code.value_or(exitDone);
}

} // namespace siaga
