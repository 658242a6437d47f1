// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve.h"

#include "app/control_server.h"
#include "app/launch.h"
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

} // namespace

int runServe(const Arguments &arguments)
{
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
