// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/control_server.h"
#include "app/launch.h"
#include "app/metrics_server.h"
#include "app/paths.h"
#include "app/signals.h"
#include "app/terminal.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

namespace siaga {

namespace {

constexpr int lookAroundMax = 15'000; // Milliseconds that a fresh instance takes at most before it answers.

QString tr(const char *text)
{
    return QCoreApplication::translate("serve", text);
}

int tellFailure(const StartFailure &failure)
{
    for (const std::string &line : failure.lines)
        printError(QString::fromStdString(line));
    return exitUnreadable;
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
        if (!hasLookedAround(m_instance.runner()) && m_instance.now() - m_began < std::chrono::milliseconds(lookAroundMax))
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
        return tellFailure(options.error());
    auto started = Instance::start(*options);
    if (!started)
        return tellFailure(started.error());
    const std::unique_ptr<Instance> instance = std::move(started).value();
    QObject::connect(instance.get(), &Instance::recorded, instance.get(), [](const Recorded &record) {
        printLine(words::dateAndTime(record.wall) + QStringLiteral("  ") + words::describeEvent(record));
    });
    ControlServer server(*instance);
    const QString path = socketPath(dataFolder(arguments));
    if (const QString failure = server.listen(path); !failure.isEmpty()) {
        printError(tr("no local socket at %1: %2").arg(path, failure));
        return exitUnreadable;
    }
    MetricsServer metrics(*instance);
    if (const auto code = publish(metrics, arguments))
        return *code;
    quitOnSignals(instance.get());
    return QCoreApplication::exec();
}

int runCommand(const Arguments &arguments, const QStringList &words)
{
    if (const auto code = runRemotely(words, socketPath(dataFolder(arguments))))
        return *code;
    const auto options = launchOptions(arguments);
    if (!options)
        return tellFailure(options.error());
    auto started = Instance::start(*options);
    if (!started)
        return tellFailure(started.error());
    const std::unique_ptr<Instance> instance = std::move(started).value();
    OneShot command(arguments, *instance);
    quitOnSignals(instance.get());
    return QCoreApplication::exec();
}

} // namespace siaga
