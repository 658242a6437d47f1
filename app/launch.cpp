// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/launch.h"

#include "app/paths.h"
#include "core/words/translate.h"

#include <QFile>

namespace siaga {

FleetSource builtInLab()
{
    QFile file(QStringLiteral(":/siaga/fleets/lab.yaml"));
    const bool opened = file.open(QIODevice::ReadOnly);
    SIAGA_CHECK(opened);
    return {{{"lab.yaml", file.readAll().toStdString()}}, {}};
}

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
    const bool hasJournal = QFile::exists(journalPath(folder));
    if (!file.isEmpty()) {
        auto source = loadFleetSource(file.toStdString(), options.environment);
        if (!source) {
            StartFailure failure;
            for (const FleetProblem &problem : source.error())
                failure.lines.push_back(toText(problem));
            return failure;
        }
        options.fleet = std::move(source).value();
        options.fleetPath = file.toStdString();
    } else if (!hasJournal) {
        options.fleet = builtInLab();
    }
    if (!file.isEmpty() || hasJournal || arguments.has(QStringLiteral("data")))
        options.journalPath = journalPath(folder).toStdString();
    return options;
}

bool startsTheLab(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("lab")))
        return true;
    return !arguments.has(QStringLiteral("fleet")) && !QFile::exists(journalPath(dataFolder(arguments)));
}

} // namespace siaga
