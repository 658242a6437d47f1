// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/approach.h"

#include "app/paths.h"
#include "app/same_fleet.h"
#include "core/words/translate.h"

#include <QJsonDocument>

namespace siaga {

Approach approachOf(const Arguments &arguments)
{
    Approach approach;
    approach.mustFollow = arguments.has(QStringLiteral("connect"));
    if (!arguments.has(QStringLiteral("lab")))
        approach.sockets = socketsFor(arguments);
    approach.fleet = [arguments]() -> Result<QByteArray, StartFailure> {
        const auto asked = fleetAsked(arguments);
        if (!asked)
            return asked.error();
        return QJsonDocument(*asked).toJson(QJsonDocument::Compact);
    };
    return approach;
}

StartFailure nobodyAnswers(const QString &socket)
{
    return {{words::translate("approach", "no Siaga answers at %1").arg(socket).toStdString()},
            words::translate("approach", "Start “siaga serve” there or, for another host, its forwarded socket: ssh -L.")};
}

} // namespace siaga
