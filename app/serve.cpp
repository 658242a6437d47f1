// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/approach.h"
#include "app/command_table.h"
#include "app/control_server.h"
#include "app/launch.h"
#include "app/metrics_server.h"
#include "app/paths.h"
#include "app/same_fleet.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/events/codec.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace siaga {

namespace {

constexpr int lookAroundMax = 15'000; // Milliseconds that a fresh instance takes at most before it answers.

using words::translate;

bool isJson(const Arguments &arguments)
{
    return arguments.has(QStringLiteral("json"));
}

int tellFailure(const StartFailure &failure, bool json)
{
    QStringList sentences;
    for (const std::string &line : failure.lines)
        sentences << QString::fromStdString(line);
    if (!failure.remedy.isEmpty())
        sentences << failure.remedy;
    printFailure(sentences, json);
    return exitUnreadable;
}

/// Questions leave no trace: what only looks must neither write nor go on with a plan that the last Siaga left.
Role roleOf(const Arguments &arguments)
{
    const bool asks = arguments.command == u"status" || arguments.command == u"health";
    return asks || commandEntry(arguments.command)->alone == Alone::looksAtOnce ? Role::observing : Role::acting;
}

/// Every check was run and every edge was looked at twice, far enough apart to measure a rate.
bool hasLookedAround(const Runner &runner)
{
    const Fleet &fleet = runner.state().fleet;
    const bool probed = std::ranges::all_of(fleet.checks, [&](const Check &check) { return !runner.seen().probes(check.id).empty(); });
    return probed && std::ranges::all_of(fleet.endpoints, [&](const Endpoint &endpoint) {
        const auto &looks = runner.seen().looks(endpoint.id);
        return looks.size() >= 2 && looks.back().ended - looks.front().ended >= std::chrono::seconds(1);
    });
}

/// One command in an instance of its own.
class OneShot : public QObject
{
public:
    OneShot(const Arguments &arguments, Instance &instance)
        : m_arguments(arguments)
        , m_instance(instance)
        , m_began(instance.now())
    {
        connect(&m_timer, &QTimer::timeout, this, &OneShot::beginWhenReady);
        m_timer.start(100);
    }

private:
    void beginWhenReady()
    {
        const Alone alone = commandEntry(m_arguments.command)->alone;
        const bool mustLook = alone != Alone::actsAtOnce && alone != Alone::looksAtOnce;
        if (mustLook && !hasLookedAround(m_instance.runner()) && m_instance.now() - m_began < std::chrono::milliseconds(lookAroundMax))
            return;
        m_timer.stop();
        m_command = startCommand(m_arguments, m_instance, accountName(), {printLine, printError, [](int code) { QCoreApplication::exit(code); }});
    }

    Arguments m_arguments;
    Instance &m_instance;
    Instant m_began;
    QTimer m_timer;
    std::unique_ptr<Command> m_command;
};

/// Why the command is nothing without a Siaga that runs; empty when it may become one.
QString whyNotAlone(const Arguments &arguments, const InstanceOptions &options)
{
    const Alone alone = commandEntry(arguments.command)->alone;
    if (alone == Alone::cannot)
        return arguments.command == u"open" ? translate("serve", "no console is open on this data: siaga LINK opens one there")
                                            : translate("serve", "no lab is running: open one with siaga --lab");
    if (alone != Alone::looksAround && alone != Alone::looksAtOnce && options.journalPath.empty())
        return translate("serve", "no Siaga is running, and there is no journal to go on with");
    return {};
}

QString metricsAddress(const Arguments &arguments)
{
    return arguments.value(QStringLiteral("metrics"));
}

/// True, and said so, when the words ask for metrics at what is no address.
bool isWrongAddress(const Arguments &arguments)
{
    const bool wrong = arguments.has(QStringLiteral("metrics")) && !readListenAddress(metricsAddress(arguments));
    if (wrong)
        printFailure({translate("serve", "--metrics needs a port, or an address and a port such as 127.0.0.1:9464; it was %1").arg(metricsAddress(arguments))},
                     isJson(arguments));
    return wrong;
}

/// Publishes Siaga's own metrics where the words ask for it; a code when that cannot be.
std::optional<int> publish(MetricsServer &server, const Arguments &arguments)
{
    const QString where = metricsAddress(arguments);
    const auto address = readListenAddress(where);
    if (!address)
        return std::nullopt;
    if (const QString failure = server.listen(*address); !failure.isEmpty()) {
        printFailure({translate("serve", "no page of metrics at %1: %2").arg(where, failure)}, isJson(arguments));
        return exitUnreadable;
    }
    if (!address->host.isLoopback())
        printError(translate("serve", "whoever reaches %1 can read the page of metrics: it has no password and no encryption").arg(where));
    return std::nullopt;
}

} // namespace

int runServe(const Arguments &arguments)
{
    if (isWrongAddress(arguments))
        return exitUsage;
    const auto options = launchOptions(arguments);
    if (!options)
        return tellFailure(options.error(), isJson(arguments));
    auto started = Instance::start(*options);
    if (!started)
        return tellFailure(started.error(), isJson(arguments));
    rememberLaunch(*options);
    const std::unique_ptr<Instance> instance = std::move(started).value();
    QObject::connect(instance.get(), &Instance::recorded, instance.get(), [json = isJson(arguments)](const Recorded &record) {
        printLine(json ? words::text(encode(record)) // The very bytes that stand in the journal.
                       : words::dateAndTime(record.wall) + QStringLiteral("  ") + words::describeEvent(record));
    });
    // Idle it would look well to whoever watches the process; gone, it is started again on what is on disk.
    QObject::connect(instance.get(), &Instance::failed, instance.get(), [&instance, json = isJson(arguments)] {
        printFailure({instance->fault()}, json);
        QCoreApplication::exit(exitBroken);
    });
    ControlServer server(*instance);
    const QString path = options->journalPath.empty() ? labSocketPath() : socketPath(dataFolder(arguments));
    if (const QString failure = server.listen(path); !failure.isEmpty()) {
        printFailure({translate("serve", "no local socket at %1: %2").arg(path, failure)}, isJson(arguments));
        return exitUnreadable;
    }
    MetricsServer metrics(*instance);
    if (const auto code = publish(metrics, arguments))
        return *code;
    quitOnSignals(instance.get());
    return QCoreApplication::exec();
}

std::optional<int> askWhoRuns(const Arguments &arguments, const QStringList &words, const Secret &secret)
{
    const auto fleet = fleetAsked(arguments);
    if (!fleet)
        return tellFailure(fleet.error(), isJson(arguments));
    for (const QString &path : socketsFor(arguments))
        if (const auto code = runRemotely(words, *fleet, path, secret))
            return code;
    return std::nullopt;
}

int runCommand(const Arguments &arguments, const QStringList &words)
{
    if (const auto code = askWhoRuns(arguments, words, {}))
        return *code;
    if (arguments.has(QStringLiteral("connect")))
        return tellFailure(nobodyAnswers(socketsFor(arguments).first()), isJson(arguments));
    const auto launched = launchOptions(arguments);
    if (!launched)
        return tellFailure(launched.error(), isJson(arguments));
    if (const QString why = whyNotAlone(arguments, *launched); !why.isEmpty()) {
        printFailure({why}, isJson(arguments));
        return exitUnreadable;
    }
    InstanceOptions options = *launched;
    options.role = roleOf(arguments);
    options.notifies = false; // It is gone before anybody could answer.
    auto started = Instance::start(options);
    if (!started)
        return tellFailure(started.error(), isJson(arguments));
    const std::unique_ptr<Instance> instance = std::move(started).value();
    OneShot command(arguments, *instance);
    quitOnSignals(instance.get());
    return QCoreApplication::exec();
}

} // namespace siaga
