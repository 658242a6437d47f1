// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fault_words.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

namespace siaga {

namespace {

using lab::FaultKind;
using words::translate;

QString sayOfService(FaultKind kind)
{
    switch (kind) {
    case FaultKind::serviceCrash:
        return translate("siaga::LabCommand", "instances of the service die; magnitude is the share of them");
    case FaultKind::slow:
        return translate("siaga::LabCommand", "the service answers magnitude times slower");
    case FaultKind::halfFailing:
        return translate("siaga::LabCommand", "a share of requests and health checks fails; magnitude is the share");
    case FaultKind::lyingHealthCheck:
        return translate("siaga::LabCommand", "a share of requests fails while the health check says that all is well");
    case FaultKind::errorPage:
        return translate("siaga::LabCommand", "the service answers status 200 with an error page");
    case FaultKind::flapping:
        return translate("siaga::LabCommand", "the service dies and comes back, half a period each");
    default:
        return translate("siaga::LabCommand", "everything in the region dies, its edge too");
    }
}

QString sayOfEdge(FaultKind kind)
{
    switch (kind) {
    case FaultKind::edgeCrash:
        return translate("siaga::LabCommand", "the edge is gone; when it comes back it has forgotten what it was told");
    case FaultKind::edgeRestart:
        return translate("siaga::LabCommand", "the edge is restarted in a moment, and forgets what it was told");
    case FaultKind::edgeRefusesWrites:
        return translate("siaga::LabCommand", "the edge can be read but refuses every change");
    case FaultKind::replyLost:
        return translate("siaga::LabCommand", "a share of the edge's answers is lost after they took effect; magnitude is the share");
    case FaultKind::edgeLagging:
        return translate("siaga::LabCommand", "the edge answers magnitude seconds later");
    case FaultKind::partition:
        return translate("siaga::LabCommand", "the edge cannot reach the region; magnitude is the share of its requests");
    default:
        return translate("siaga::LabCommand", "somebody sets one weight by hand, once");
    }
}

QString titleOfService(FaultKind kind)
{
    switch (kind) {
    case FaultKind::serviceCrash:
        return translate("Faults", "A service dies in a region");
    case FaultKind::slow:
        return translate("Faults", "A service becomes slow");
    case FaultKind::halfFailing:
        return translate("Faults", "A service fails a part of its requests");
    case FaultKind::lyingHealthCheck:
        return translate("Faults", "A service fails, and its health check denies it");
    case FaultKind::errorPage:
        return translate("Faults", "A service answers with an error page");
    case FaultKind::flapping:
        return translate("Faults", "A service flaps: it dies and comes back");
    default:
        return translate("Faults", "A region goes down");
    }
}

QString titleOfEdge(FaultKind kind)
{
    switch (kind) {
    case FaultKind::edgeCrash:
        return translate("Faults", "An edge dies");
    case FaultKind::edgeRestart:
        return translate("Faults", "An edge restarts and forgets its weights");
    case FaultKind::edgeRefusesWrites:
        return translate("Faults", "An edge refuses every change");
    case FaultKind::replyLost:
        return translate("Faults", "Answers of an edge are lost");
    case FaultKind::edgeLagging:
        return translate("Faults", "An edge answers late");
    case FaultKind::partition:
        return translate("Faults", "An edge cannot reach a region");
    default:
        return translate("Faults", "Somebody sets a weight by hand");
    }
}

} // namespace

QString say(FaultKind kind)
{
    switch (kind) {
    case FaultKind::observerRegionCut:
        return translate("siaga::LabCommand", "Siaga cannot reach the region; nobody else minds");
    case FaultKind::observerEdgeCut:
        return translate("siaga::LabCommand", "Siaga cannot reach the edge; nobody else minds");
    case FaultKind::ownLinkCut:
        return translate("siaga::LabCommand", "Siaga reaches nothing, nor the canaries outside");
    case FaultKind::ownLinkFlaky:
        return translate("siaga::LabCommand", "Siaga loses a share of all that it sends and receives; magnitude is the share");
    case FaultKind::probesNotRun:
        return translate("siaga::LabCommand", "Siaga cannot even start its checks of the region");
    default:
        return lab::targetsOf(kind).endpoint ? sayOfEdge(kind) : sayOfService(kind);
    }
}

QString title(FaultKind kind)
{
    switch (kind) {
    case FaultKind::observerRegionCut:
        return translate("Faults", "Siaga cannot reach a region");
    case FaultKind::observerEdgeCut:
        return translate("Faults", "Siaga cannot reach an edge");
    case FaultKind::ownLinkCut:
        return translate("Faults", "Siaga's own network is cut");
    case FaultKind::ownLinkFlaky:
        return translate("Faults", "Siaga's own network loses messages");
    case FaultKind::probesNotRun:
        return translate("Faults", "Siaga cannot start its checks of a region");
    default:
        return lab::targetsOf(kind).endpoint ? titleOfEdge(kind) : titleOfService(kind);
    }
}

QString menuOptions(FaultKind kind)
{
    switch (kind) {
    case FaultKind::slow:
        return QStringLiteral(" magnitude=10");
    case FaultKind::halfFailing:
    case FaultKind::lyingHealthCheck:
    case FaultKind::replyLost:
        return QStringLiteral(" magnitude=0.5");
    case FaultKind::edgeLagging:
        return QStringLiteral(" magnitude=3");
    case FaultKind::ownLinkFlaky:
        return QStringLiteral(" magnitude=0.3");
    case FaultKind::flapping:
        return QStringLiteral(" period=20s");
    case FaultKind::foreignWrite:
        return QStringLiteral(" weight=0");
    default:
        return {};
    }
}

QString menuFigure(FaultKind kind)
{
    switch (kind) {
    case FaultKind::slow:
        return translate("Faults", "ten times slower");
    case FaultKind::halfFailing:
        return translate("Faults", "every second one, and every second health check");
    case FaultKind::lyingHealthCheck:
        return translate("Faults", "every second request fails");
    case FaultKind::replyLost:
        return translate("Faults", "every second one, after it took effect");
    case FaultKind::edgeLagging:
        return translate("Faults", "three seconds late");
    case FaultKind::ownLinkFlaky:
        return translate("Faults", "three of ten, sent and received");
    case FaultKind::flapping:
        return translate("Faults", "ten seconds each");
    case FaultKind::foreignWrite:
        return translate("Faults", "to 0, once");
    default:
        return {};
    }
}

QString whereOf(const lab::Fault &fault)
{
    QStringList parts;
    const QString region = words::text(fault.region);
    if (!fault.service.empty())
        parts << translate("Faults", "%1 in %2", "service, region").arg(words::text(fault.service), region);
    else if (!region.isEmpty())
        parts << region;
    if (!fault.endpoint.empty())
        parts << words::text(fault.endpoint);
    if (fault.magnitude != 1)
        parts << translate("Faults", "magnitude %1").arg(fault.magnitude);
    return parts.join(QStringLiteral(", "));
}

} // namespace siaga
