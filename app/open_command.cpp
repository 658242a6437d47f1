// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_command.h"

#include "app/control_server.h"
#include "app/paths.h"
#include "views/models/place.h"

#include <QJsonObject>
#include <QTimer>

namespace siaga {

OpenCommand::OpenCommand(const Arguments &arguments, Instance &instance, const Reply &reply)
{
    QTimer::singleShot(0, this, [link = arguments.positional.value(0), &instance, reply] {
        if (!views::placeFromLink(link)) {
            reply.fail(tr("%1 is no link of Siaga; one looks like siaga://alert/17").arg(link));
            return reply.finish(exitUsage);
        }
        if (!instance.openLink(link)) {
            reply.fail(tr("no window is open on this data"));
            return reply.finish(exitRefused);
        }
        reply.finish(exitDone);
    });
}

bool openInRunning(const Arguments &arguments, const QString &link)
{
    for (const QString &socket : socketsFor(arguments)) {
        const auto code = runRemotely({QStringLiteral("open"), link}, {}, socket);
        if (code)
            return *code == exitDone;
    }
    return false;
}

} // namespace siaga
