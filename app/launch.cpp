// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launch.h"

#include "app/last_fleet.h"
#include "app/paths.h"
#include "core/words/translate.h"

#include <QFile>
#include <QFileInfo>

namespace siaga {

FleetSource builtInLab()
{
    QFile file(QStringLiteral(":/siaga/fleets/lab.yaml"));
    const bool opened = file.open(QIODevice::ReadOnly);
    SIAGA_CHECK(opened);
    return {{{"lab.yaml", file.readAll().toStdString()}}, {}};
}

namespace {

std::vector<std::string> linesOf(const std::vector<FleetProblem> &problems)
{
    std::vector<std::string> lines;
    for (const FleetProblem &problem : problems)
        lines.push_back(toText(problem));
    return lines;
}

/// The fleet of a file that must be readable, because nothing else is there to go on with.
std::optional<StartFailure> take(InstanceOptions &options, const QString &file, FleetFrom from)
{
    auto source = loadFleetSource(file.toStdString(), options.environment);
    if (!source)
        return StartFailure{linesOf(source.error()), {}};
    options.fleet = std::move(source).value();
    options.fleetPath = QFileInfo(file).absoluteFilePath().toStdString();
    options.fleetFrom = from;
    return std::nullopt;
}

/// The journal knows its fleet; the file that it came from may have changed since, or may be gone.
void takeLast(InstanceOptions &options, const QString &folder)
{
    const LastFleet last = lastFleet(folder);
    options.fleetFrom = FleetFrom::lastUsed;
    options.fleetPath = last.file.toStdString();
    if (last.file.isEmpty())
        return;
    if (options.environment.empty())
        options.environment = last.environment.toStdString();
    auto source = loadFleetSource(options.fleetPath, options.environment);
    if (source)
        options.fleet = std::move(source).value();
    else
        options.fleetProblems = linesOf(source.error());
}

} // namespace

Result<InstanceOptions, StartFailure> launchOptions(const Arguments &arguments)
{
    InstanceOptions options;
    if (arguments.has(QStringLiteral("lab"))) {
        options.fleet = builtInLab();
        return options;
    }
    options.environment = arguments.value(QStringLiteral("env")).toStdString();
    const QString file = arguments.value(QStringLiteral("fleet"));
    const QString folder = dataFolder(arguments);
    if (folder.isEmpty())
        return StartFailure{{words::translate("launch", "the data folder cannot be made").toStdString()}};
    std::optional<StartFailure> failure;
    if (!file.isEmpty())
        failure = take(options, file, FleetFrom::named);
    else if (QFile::exists(journalPath(folder)))
        takeLast(options, folder);
    else if (QFile::exists(configuredFleet()))
        failure = take(options, configuredFleet(), FleetFrom::configuration);
    else
        options.fleet = builtInLab();
    if (failure)
        return *failure;
    if (options.fleetFrom != FleetFrom::lab || arguments.has(QStringLiteral("data")))
        options.journalPath = journalPath(folder).toStdString();
    return options;
}

void rememberLaunch(const InstanceOptions &options)
{
    const bool isNew = options.fleetFrom == FleetFrom::named || options.fleetFrom == FleetFrom::configuration;
    if (options.journalPath.empty() || !isNew)
        return;
    rememberFleet(QFileInfo(QString::fromStdString(options.journalPath)).path(),
                  {QString::fromStdString(options.fleetPath), QString::fromStdString(options.environment)});
}

bool startsTheLab(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("lab")))
        return true;
    return !arguments.has(QStringLiteral("connect")) && !arguments.has(QStringLiteral("fleet")) && !QFile::exists(journalPath(dataFolder(arguments)))
        && !QFile::exists(configuredFleet());
}

} // namespace siaga
