// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint_diagnosis.h"

#include "core/fleet/suggest.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <algorithm>
#include <array>

namespace siaga {

namespace {

using words::text;
using words::translate;

struct Fault
{
    Verdict verdict = Verdict::wrong;
    QString found;
    QString remedy;
};

QString pathOf(const Endpoint &endpoint)
{
    return text(endpoint.address.substr(endpoint.address.find(':') + 1));
}

QString socketLine(const Endpoint &endpoint)
{
    const QString place = endpoint.address.starts_with("unix:") ? pathOf(endpoint) + QStringLiteral(" mode 660") : QStringLiteral("ipv4@") + pathOf(endpoint);
    return translate("doctor", "in haproxy.cfg, under global: stats socket %1 level admin; then reload HAProxy").arg(place);
}

/// What the file system says already.
std::optional<Fault> faultOfFile(const Endpoint &endpoint, const SocketFile &file, const std::string &account)
{
    const QString path = pathOf(endpoint);
    if (!file.closedFolder.empty())
        return Fault{Verdict::wrong, translate("doctor", "%1 may not enter the folder %2").arg(text(account), text(file.closedFolder)),
                     translate("doctor", "let %1 enter it, or put HAProxy's socket elsewhere").arg(text(account))};
    if (!file.missingFolder.empty() || !file.exists)
        return Fault{Verdict::wrong, translate("doctor", "there is no file %1").arg(path),
                     translate("doctor", "start HAProxy, or correct the address; %1").arg(socketLine(endpoint))};
    if (!file.isSocket)
        return Fault{Verdict::wrong, translate("doctor", "%1 is no socket").arg(path), translate("doctor", "name the path of HAProxy's stats socket")};
    if (file.mayOpen)
        return std::nullopt;
    const QString belongs = translate("doctor", "%1 may not open it: it belongs to %2, group %3").arg(text(account), text(file.owner), text(file.group));
    return Fault{Verdict::wrong, belongs,
                 file.groupMayOpen ? translate("doctor", "join the group: sudo usermod -aG %1 %2, then log in again").arg(text(file.group), text(account))
                                   : socketLine(endpoint)};
}

Fault faultOfSilence(const Endpoint &endpoint, const InventoryAnswer &answer)
{
    if (!answer.reached)
        return {Verdict::wrong, translate("doctor", "nobody listens at %1: %2").arg(text(endpoint.address), text(answer.why)),
                translate("doctor", "start HAProxy, or the tunnel that leads to it; else correct the address")};
    return {Verdict::wrong, translate("doctor", "it was reached, and gave no answer that can be read: %1").arg(text(answer.why)),
            translate("doctor", "see whether HAProxy's runtime API is behind this address, and whether HAProxy hangs")};
}

void addAbilities(const Endpoint &endpoint, const EdgeInventory &inventory, std::vector<Fault> &faults)
{
    if (!isNewEnough(inventory.version))
        faults.push_back({Verdict::wrong, translate("doctor", "HAProxy %1 is too old").arg(text(inventory.version)),
                          translate("doctor", "update it to 2.6 or newer")});
    const QString level = text(std::string(namesOf(inventory.level)[static_cast<std::size_t>(inventory.level)]));
    if (inventory.level == EdgeLevel::unknown)
        faults.push_back({Verdict::doubtful, translate("doctor", "it does not say which level its socket has; weights need admin"), socketLine(endpoint)});
    else if (inventory.level != EdgeLevel::everything)
        faults.push_back({Verdict::wrong, translate("doctor", "its socket has the level %1, and weights need admin").arg(level), socketLine(endpoint)});
}

QString namesIn(const auto &items)
{
    QStringList names;
    for (const auto &item : items)
        names << text(item.name);
    return names.isEmpty() ? translate("doctor", "none") : names.join(QStringLiteral(", "));
}

QString meantAmong(const std::string &name, const auto &items)
{
    std::vector<std::string> known;
    for (const auto &item : items)
        known.push_back(item.name);
    const std::string meant = nearest(name, known);
    return meant.empty() ? translate("doctor", "correct the fleet file; it has %1").arg(namesIn(items))
                         : translate("doctor", "correct the fleet file; did you mean “%1”?").arg(text(meant));
}

void addAlgorithm(const EdgeInventory::Backend &backend, std::vector<Fault> &faults)
{
    const QString name = text(backend.name);
    const QString algorithm = text(backend.algorithm);
    const QString dynamic = translate("doctor", "take roundrobin, leastconn or random in the backend");
    constexpr std::array<std::string_view, 5> hashed{"source", "uri", "hdr", "url_param", "rdp-cookie"};
    if (backend.algorithm == "static-rr")
        faults.push_back({Verdict::wrong, translate("doctor", "%1 balances by static-rr, which takes no weights but 0 % and 100 %").arg(name), dynamic});
    else if (backend.algorithm == "first")
        faults.push_back({Verdict::wrong, translate("doctor", "%1 balances by first, which ignores weights").arg(name), dynamic});
    else if (std::ranges::any_of(hashed, [&](std::string_view one) { return backend.algorithm.starts_with(one); }))
        faults.push_back({Verdict::doubtful,
                          translate("doctor", "%1 balances by %2, which takes weights only with hash-type consistent; HAProxy does not tell whether it has that").arg(name, algorithm),
                          translate("doctor", "see that the backend says hash-type consistent")});
}

void addServer(const EdgeInventory::Server &server, const QString &name, const Placement &placement, std::vector<Fault> &faults)
{
    if (server.weight != placement.weight)
        faults.push_back({Verdict::wrong,
                          translate("doctor", "%1 has the weight %2 in haproxy.cfg and %3 in the fleet: a reload would shift traffic").arg(name).arg(server.weight).arg(placement.weight),
                          translate("doctor", "write the same weight into both")});
    if (server.weightNow != server.weight && server.weightNow != 0)
        faults.push_back({Verdict::doubtful, translate("doctor", "%1 has the weight %2 in force, and not its usual %3").arg(name).arg(server.weightNow).arg(server.weight),
                          translate("doctor", "a plan of Siaga's left it so, or somebody set it by hand")});
    const bool isOut = server.weightNow == 0 || server.status.starts_with("MAINT") || server.status.starts_with("DRAIN");
    if (isOut)
        faults.push_back({Verdict::doubtful, translate("doctor", "%1 takes no new requests now: %2, weight %3").arg(name, text(server.status)).arg(server.weightNow),
                          translate("doctor", "if nobody took it out on purpose: set server %1 state ready").arg(name)});
    else if (server.status.starts_with("DOWN"))
        faults.push_back({Verdict::doubtful, translate("doctor", "%1 is down by HAProxy's own check").arg(name), translate("doctor", "look at the server")});
    if (server.hasAgent)
        faults.push_back({Verdict::doubtful, translate("doctor", "an agent may set the weight of %1 at any time, after Siaga did").arg(name),
                          translate("doctor", "take agent-check away, or let the agent answer no weights")});
}

void addBackend(const Endpoint::Backend &wanted, const Fleet &fleet, const EdgeInventory &inventory, std::vector<Fault> &faults)
{
    const EdgeInventory::Backend *const backend = inventory.backend(wanted.name);
    if (!backend) {
        faults.push_back({Verdict::wrong, translate("doctor", "it has no backend %1").arg(text(wanted.name)), meantAmong(wanted.name, inventory.backends)});
        return;
    }
    addAlgorithm(*backend, faults);
    const Service *const service = fleet.service(wanted.service);
    for (const auto &[region, serverName] : wanted.servers) {
        const QString name = text(wanted.name + "/" + serverName);
        const EdgeInventory::Server *const server = backend->server(serverName);
        const Placement *const placement = service ? service->placement(region) : nullptr;
        if (!server)
            faults.push_back({Verdict::wrong, translate("doctor", "it has no server %1").arg(name), meantAmong(serverName, backend->servers)});
        else if (placement)
            addServer(*server, name, *placement, faults);
    }
}

std::vector<Fault> faultsOf(const Endpoint &endpoint, const Fleet &fleet, const EdgeInventory &inventory)
{
    std::vector<Fault> faults;
    addAbilities(endpoint, inventory, faults);
    for (const Endpoint::Backend &backend : endpoint.backends)
        addBackend(backend, fleet, inventory, faults);
    if (endpoint.backends.empty())
        faults.push_back({Verdict::doubtful, translate("doctor", "the fleet names no backend of it, so nothing can be moved there"),
                          translate("doctor", "name its backends under endpoints.%1.backends").arg(text(endpoint.id.text()))});
    return faults;
}

} // namespace

Findings diagnoseEndpoint(const Endpoint &endpoint, const Fleet &fleet, const std::optional<SocketFile> &file,
                          const InventoryAnswer &answer, const std::string &account)
{
    std::vector<Fault> faults;
    const auto ofFile = file && !answer.inventory ? faultOfFile(endpoint, *file, account) : std::nullopt;
    if (ofFile)
        faults.push_back(*ofFile);
    else if (!answer.inventory)
        faults.push_back(faultOfSilence(endpoint, answer));
    else
        faults = faultsOf(endpoint, fleet, *answer.inventory);
    if (faults.empty())
        faults.push_back({Verdict::well, translate("doctor", "HAProxy %1, level admin; backends, servers and weights are as the fleet says").arg(text(answer.inventory->version)), {}});
    Findings findings;
    for (const Fault &fault : faults)
        findings.push_back({.subject = translate("doctor", "endpoint %1").arg(text(endpoint.id.text())),
                            .address = text(endpoint.address),
                            .verdict = fault.verdict,
                            .found = fault.found,
                            .remedy = fault.remedy,
                            .took = answer.took});
    return findings;
}

} // namespace siaga
