// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/same_fleet.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QFileInfo>

namespace siaga {

namespace {

using words::translate;

/// Of the bytes alone: the same files under another name are the same fleet.
QString digest(const auto &layers)
{
    std::string all;
    for (const auto &layer : layers)
        all += std::to_string(layer.bytes.size()) + ':' + layer.bytes;
    return words::text(toHex(sha256(all)));
}

QString canonical(const QString &path)
{
    return QFileInfo(path).canonicalFilePath();
}

} // namespace

Result<QJsonObject, StartFailure> fleetAsked(const Arguments &arguments)
{
    QJsonObject asked;
    const QString environment = arguments.value(QStringLiteral("env"));
    if (!environment.isEmpty())
        asked[QStringLiteral("environment")] = environment;
    const QString file = arguments.value(QStringLiteral("fleet"));
    if (file.isEmpty())
        return asked;
    const auto source = loadFleetSource(file.toStdString(), environment.toStdString());
    if (!source) {
        StartFailure failure;
        for (const FleetProblem &problem : source.error())
            failure.lines.push_back(toText(problem));
        return failure;
    }
    asked[QStringLiteral("file")] = canonical(file);
    asked[QStringLiteral("digest")] = digest(source->layers);
    return asked;
}

QString whyAnotherFleet(const QJsonObject &asked, const Instance &instance)
{
    const State &state = instance.runner().state();
    const QString file = asked.value(QStringLiteral("file")).toString();
    const QString watched = canonical(words::text(instance.fleetPath()));
    // The watched file may hold what is not adopted yet, or never will be; it is the same fleet all the same.
    const bool isWatched = !watched.isEmpty() && file == watched;
    if (!file.isEmpty() && !isWatched && asked.value(QStringLiteral("digest")).toString() != digest(state.adopted.layers))
        return translate("same_fleet", "the running Siaga watches another fleet than %1; leave out --fleet, or name its --data")
            .arg(file);
    const QString environment = asked.value(QStringLiteral("environment")).toString();
    const QString running = words::text(state.fleet.environment);
    if (!environment.isEmpty() && environment != running)
        return translate("same_fleet", "the running Siaga watches the environment %1, not %2").arg(running, environment);
    return {};
}

} // namespace siaga
