// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_command.h"

#include "app/terminal.h"
#include "core/lab/faults.h"
#include "core/words/figures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

namespace siaga {

namespace {

using lab::FaultKind;

QString sayOfService(FaultKind kind)
{
    switch (kind) {
    case FaultKind::serviceCrash:
        return LabCommand::tr("instances of the service die; magnitude is the share of them");
    case FaultKind::slow:
        return LabCommand::tr("the service answers magnitude times slower");
    case FaultKind::halfFailing:
        return LabCommand::tr("a share of requests and health checks fails; magnitude is the share");
    case FaultKind::lyingHealthCheck:
        return LabCommand::tr("a share of requests fails while the health check says that all is well");
    case FaultKind::errorPage:
        return LabCommand::tr("the service answers status 200 with an error page");
    case FaultKind::flapping:
        return LabCommand::tr("the service dies and comes back, half a period each");
    default:
        return LabCommand::tr("everything in the region dies, its edge too");
    }
}

QString sayOfEdge(FaultKind kind)
{
    switch (kind) {
    case FaultKind::edgeCrash:
        return LabCommand::tr("the edge is gone; when it comes back it has forgotten what it was told");
    case FaultKind::edgeRestart:
        return LabCommand::tr("the edge is restarted in a moment, and forgets what it was told");
    case FaultKind::edgeRefusesWrites:
        return LabCommand::tr("the edge can be read but refuses every change");
    case FaultKind::replyLost:
        return LabCommand::tr("a share of the edge's answers is lost after they took effect; magnitude is the share");
    case FaultKind::edgeLagging:
        return LabCommand::tr("the edge answers magnitude seconds later");
    case FaultKind::partition:
        return LabCommand::tr("the edge cannot reach the region; magnitude is the share of its requests");
    default:
        return LabCommand::tr("somebody sets one weight by hand, once");
    }
}

QString say(FaultKind kind)
{
    switch (kind) {
    case FaultKind::observerRegionCut:
        return LabCommand::tr("Siaga cannot reach the region; nobody else minds");
    case FaultKind::observerEdgeCut:
        return LabCommand::tr("Siaga cannot reach the edge; nobody else minds");
    case FaultKind::ownLinkCut:
        return LabCommand::tr("Siaga reaches nothing, nor the canaries outside");
    case FaultKind::ownLinkFlaky:
        return LabCommand::tr("Siaga loses a share of all that it sends and receives; magnitude is the share");
    case FaultKind::probesNotRun:
        return LabCommand::tr("Siaga cannot even start its checks of the region");
    default:
        return lab::targetsOf(kind).endpoint ? sayOfEdge(kind) : sayOfService(kind);
    }
}

/// "flapping REGION SERVICE period=20s", as `siaga lab fault` reads it.
QString callOf(FaultKind kind)
{
    const lab::Targets targets = lab::targetsOf(kind);
    QString call = words::text(std::string(nameOf(kind)));
    call += targets.region ? QStringLiteral(" REGION") : QString();
    call += targets.service ? QStringLiteral(" SERVICE") : QString();
    call += targets.endpoint ? QStringLiteral(" EDGE") : QString();
    if (kind == FaultKind::flapping)
        call += QStringLiteral(" period=20s");
    if (kind == FaultKind::foreignWrite)
        call += QStringLiteral(" weight=0");
    return call;
}

} // namespace

LabCommand::LabCommand(const Arguments &arguments, Instance &instance, const Reply &reply)
{
    QTimer::singleShot(0, this, [asked = arguments.positional, &instance, reply] {
        const bool isFault = asked.first() == u"fault" && asked.size() > 1;
        if (!isFault && asked != QStringList{QStringLiteral("heal")}) {
            reply.fail(tr("lab takes fault, with what is to break, or heal; siaga lab fault --list names what can break"));
            return reply.finish(exitUsage);
        }
        if (instance.mode() != Mode::lab) {
            reply.fail(tr("refused: this is no lab, and real servers are broken by other means; the lab beside it takes --lab"));
            return reply.finish(exitRefused);
        }
        const auto done = instance.disturb(asked.sliced(isFault ? 1 : 0).join(u' ').toStdString());
        if (!done) {
            reply.fail(tr("refused: %1").arg(words::text(done.error().message)));
            return reply.finish(exitRefused);
        }
        if (reply.json)
            reply.object({{QStringLiteral("done"), words::text(*done)}});
        else
            reply.line(words::text(*done));
        reply.finish(exitDone);
    });
}

int listFaults(bool json)
{
    QJsonArray kinds;
    for (std::size_t i = 0; i < lab::faultKinds; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        kinds.append(QJsonObject{{QStringLiteral("call"), callOf(kind)}, {QStringLiteral("does"), say(kind)}});
        if (!json)
            printLine(QStringLiteral("%1 %2").arg(callOf(kind), -40).arg(say(kind)));
    }
    if (json)
        printJson({{QStringLiteral("faults"), kinds}});
    else
        printLine(LabCommand::tr("Also magnitude=0.5 and for=30s, where they make sense. heal mends everything."));
    return exitDone;
}

} // namespace siaga
