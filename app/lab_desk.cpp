// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_desk.h"

#include "app/fault_words.h"
#include "core/words/figures.h"

namespace siaga {

namespace {

std::vector<views::FaultEdge> edgesOf(const Fleet &fleet)
{
    std::vector<views::FaultEdge> edges;
    for (const Endpoint &endpoint : fleet.endpoints) {
        views::FaultEdge edge{.id = words::text(endpoint.id)};
        for (const Endpoint::Backend &backend : endpoint.backends)
            for (const auto &[region, name] : backend.servers)
                edge.servers.emplace_back(words::text(backend.service), words::text(region));
        edges.push_back(std::move(edge));
    }
    return edges;
}

} // namespace

LabDesk::LabDesk(Instance &instance)
    : m_instance(instance)
{
    // A fault may end by itself, or be asked for on the command line; boards come at least once a second.
    connect(&instance, &Instance::boardReady, this, &LabDesk::look);
}

views::FaultCatalogue LabDesk::catalogue() const
{
    views::FaultCatalogue catalogue{.edges = edgesOf(m_instance.runner().state().fleet)};
    for (std::size_t i = 0; i < lab::faultKinds; ++i) {
        const auto kind = static_cast<lab::FaultKind>(i);
        const lab::Targets targets = lab::targetsOf(kind);
        const QString figure = menuFigure(kind);
        catalogue.kinds.push_back({.kind = words::text(std::string(nameOf(kind))),
            .title = title(kind),
            .does = figure.isEmpty() ? say(kind) : figure,
            .options = menuOptions(kind),
            .region = targets.region,
            .service = targets.service,
            .edge = targets.endpoint});
    }
    return catalogue;
}

void LabDesk::begin()
{
    m_told.reset();
    look();
}

void LabDesk::look()
{
    std::vector<views::ActiveFault> active;
    for (const auto &[id, fault] : m_instance.faults())
        if (fault.from <= m_instance.now())
            active.push_back({.id = id.value(),
                .kind = words::text(std::string(nameOf(fault.kind))),
                .title = title(fault.kind),
                .where = whereOf(fault),
                .region = words::text(fault.region),
                .from = fault.from,
                .until = fault.until});
    if (active == m_told)
        return;
    m_told = active;
    emit faultsReady({m_instance.now(), std::move(active)});
}

void LabDesk::disturb(const QString &fault)
{
    const auto done = m_instance.disturb(fault.toStdString());
    emit disturbed(static_cast<bool>(done), words::text(done ? *done : done.error().message));
    look();
}

} // namespace siaga
