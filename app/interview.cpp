// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interview.h"

#include "core/fleet/proposals.h"
#include "core/fleet/values.h"
#include "core/words/translate.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSysInfo>


namespace siaga {

namespace {

using words::translate;

const QString none = QStringLiteral("-");

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

QStringList wordsOf(const QString &answer)
{
    static const QRegularExpression between(QStringLiteral("[\\s,]+"));
    return answer == none ? QStringList() : answer.split(between, Qt::SkipEmptyParts);
}

/// By the fleet's own table; "-" passes where nothing is an answer.
auto byRule(const char *path, bool mayBeNone = false)
{
    return [path, mayBeNone](const QString &answer) {
        return mayBeNone && answer == none ? QString() : text(mistakeInAnswer(path, answer.toStdString()));
    };
}

/// Each word by the fleet's own table, at least one unless none will do, none of them twice.
auto eachByRule(const char *path, bool mayBeNone, QString (*shape)(const QString &) = nullptr)
{
    return [path, mayBeNone, shape](const QString &answer) {
        const QStringList list = wordsOf(answer);
        if (list.isEmpty() && !mayBeNone)
            return translate("interview", "at least one is needed");
        for (const QString &word : list)
            if (const std::string mistake = mistakeInAnswer(path, (shape ? shape(word) : word).toStdString()); !mistake.empty())
                return text(mistake);
        return QSet<QString>(list.begin(), list.end()).size() == list.size() ? QString() : translate("interview", "each one once");
    };
}

class Interview
{
public:
    Interview(Questions &questions, const EdgeReader &reader)
        : m_questions(questions)
        , m_reader(reader)
    {
    }

    bool run()
    {
        return askEdges() && askNames() && askRegions() && askServices() && askCanaries();
    }

    NewFleet made;

private:
    std::optional<QString> ask(const QString &key, const QString &question, const QString &proposal,
                               std::function<QString(const QString &)> mistake)
    {
        return m_questions.ask({key, question, proposal, std::move(mistake)});
    }

    bool askEdges();
    bool askNames();
    bool askRegions();
    bool askPlace(NewFleet::Region &region);
    bool askServices();
    bool askServers(NewFleet::Service &service);
    bool askTargets(NewFleet::Service &service);
    bool askCanaries();
    void tell(const NewFleet::Edge &edge, const InventoryAnswer &answer) const;

    Questions &m_questions;
    const EdgeReader &m_reader;
};

bool Interview::askEdges()
{
    const QStringList found = usualSockets();
    const auto answer = ask(QStringLiteral("haproxy"),
                            translate("interview", "HAProxy's runtime sockets (unix:/path or tcp:127.0.0.1:PORT, - for none)"),
                            found.isEmpty() ? none : found.join(u' '), eachByRule("endpoints.*.address", true, asAddress));
    if (!answer)
        return false;
    const QStringList addresses = wordsOf(*answer);
    for (const QString &address : addresses) {
        NewFleet::Edge edge{.id = addresses.size() == 1 ? "edge" : "edge-" + std::to_string(made.edges.size() + 1),
                            .address = asAddress(address).toStdString(),
                            .inventory = {}};
        const InventoryAnswer read = m_reader(edge.address);
        edge.inventory = read.inventory;
        tell(edge, read);
        made.edges.push_back(std::move(edge));
    }
    return true;
}

void Interview::tell(const NewFleet::Edge &edge, const InventoryAnswer &answer) const
{
    if (!answer.inventory) {
        m_questions.say(translate("interview", "not read: %1: %2; siaga endpoints doctor will say more").arg(text(edge.address), text(answer.why)));
        return;
    }
    const auto level = namesOf(answer.inventory->level)[static_cast<std::size_t>(answer.inventory->level)];
    m_questions.say(translate("interview", "measured: %1 is HAProxy %2, level %3")
                        .arg(text(edge.address), text(answer.inventory->version), text(std::string(level))));
    for (const EdgeInventory::Backend &backend : answer.inventory->backends) {
        QStringList servers;
        for (const EdgeInventory::Server &server : backend.servers)
            servers << translate("interview", "%1 at %2, weight %3").arg(text(server.name), server.address.empty() ? none : text(server.address)).arg(server.weight);
        if (!servers.isEmpty())
            m_questions.say(translate("interview", "measured: backend %1: %2").arg(text(backend.name), servers.join(QStringLiteral("; "))));
    }
}

bool Interview::askNames()
{
    const auto name = ask(QStringLiteral("name"), translate("interview", "Name of the fleet, for people"),
                          QSysInfo::machineHostName(), byRule("fleet"));
    const auto environment = name ? ask(QStringLiteral("environment"), translate("interview", "Environment"),
                                        QStringLiteral("production"), byRule("environment"))
                                  : std::nullopt;
    if (!environment)
        return false;
    made.name = name->toStdString();
    made.environment = environment->toStdString();
    return true;
}

bool Interview::askRegions()
{
    QStringList proposed;
    for (const std::string &name : proposedRegions(made.edges))
        proposed << text(name);
    const auto answer = ask(QStringLiteral("regions"), translate("interview", "Regions, separated by blanks"), proposed.join(u' '),
                            eachByRule("regions.*", false));
    if (!answer)
        return false;
    for (const QString &id : wordsOf(*answer)) {
        NewFleet::Region region{.id = id.toStdString()};
        if (!askPlace(region))
            return false;
        made.regions.push_back(std::move(region));
    }
    return true;
}

/// Nobody is asked where eu-central-1 is.
bool Interview::askPlace(NewFleet::Region &region)
{
    auto place = placeFrom(region.id);
    region.place = place ? Ink::assumed : Ink::answered;
    if (!place) {
        const auto mistake = [](const QString &answer) {
            return placeFrom(answer.toStdString())
                ? QString()
                : translate("interview", "two numbers from -90 to 90 and from -180 to 180, such as -6.21 106.85, or a city that is known, such as jakarta");
        };
        const auto answer = ask(QStringLiteral("place.") + text(region.id),
                                translate("interview", "Where is %1, for the map (latitude longitude, or a city)").arg(text(region.id)), {}, mistake);
        if (!answer)
            return false;
        place = placeFrom(answer->toStdString());
    }
    region.title = place->title;
    region.latitude = place->latitude;
    region.longitude = place->longitude;
    return true;
}

bool Interview::askServices()
{
    QStringList proposed;
    for (const auto &[name, backend] : proposedServices(made.edges))
        proposed << QStringLiteral("%1=%2").arg(text(name), text(backend));
    const auto mistake = [](const QString &answer) {
        QStringList names;
        for (const QString &word : wordsOf(answer)) {
            names << word.section(u'=', 0, 0);
            const std::string wrong = mistakeInAnswer("services.*", names.last().toStdString());
            const std::string backend = word.contains(u'=') ? mistakeInAnswer("endpoints.*.backends.*.name", word.section(u'=', 1).toStdString()) : "";
            if (!wrong.empty() || !backend.empty())
                return text(wrong.empty() ? backend : wrong);
        }
        return names.isEmpty() ? translate("interview", "at least one is needed")
            : names.removeDuplicates() > 0 ? translate("interview", "each one once") : QString();
    };
    const auto answer = ask(QStringLiteral("services"),
                            !made.edges.empty() ? translate("interview", "Services, each as SERVICE=BACKEND at HAProxy")
                                                          : translate("interview", "Services, separated by blanks"),
                            proposed.join(u' '), mistake);
    if (!answer)
        return false;
    for (const QString &word : wordsOf(*answer)) {
        NewFleet::Service service{.id = word.section(u'=', 0, 0).toStdString(), .backend = word.section(u'=', 1).toStdString()};
        if (!askServers(service) || !askTargets(service))
            return false;
        made.services.push_back(std::move(service));
    }
    return true;
}

bool Interview::askServers(NewFleet::Service &service)
{
    if (service.backend.empty())
        return true;
    const EdgeInventory::Backend *const backend = backendAt(made.edges, service.backend);
    std::vector<std::string> regions;
    for (const NewFleet::Region &region : made.regions)
        regions.push_back(region.id);
    QStringList known;
    for (const EdgeInventory::Server &server : backend ? backend->servers : std::vector<EdgeInventory::Server>())
        known << text(server.name);
    for (std::size_t i = 0; i < made.regions.size(); ++i) {
        const auto mistake = [&](const QString &answer) {
            if (answer == none)
                return QString();
            if (!known.isEmpty() && !known.contains(answer))
                return translate("interview", "%1 has no server %2; it has %3").arg(text(service.backend), answer, known.join(u' '));
            for (const auto &[region, server] : service.servers)
                if (text(server) == answer)
                    return translate("interview", "%1 stands for %2 already").arg(answer, text(region));
            return text(mistakeInAnswer("endpoints.*.backends.*.servers.*", answer.toStdString()));
        };
        const std::string proposal = backend ? proposedServer(*backend, service, regions, i) : std::string();
        const auto answer = ask(QStringLiteral("server.%1.%2").arg(text(service.id), text(made.regions[i].id)),
                                translate("interview", "Which server of %1 stands for %2 (- for none)").arg(text(service.backend), text(made.regions[i].id)),
                                proposal.empty() && backend ? none : text(proposal), mistake);
        if (!answer)
            return false;
        if (*answer != none)
            service.servers[made.regions[i].id] = answer->toStdString();
    }
    return true;
}

bool Interview::askTargets(NewFleet::Service &service)
{
    const QString measured = translate("interview", "as measured, else %1").arg(capacityAssumed);
    const auto number = [&](const QString &answer) {
        return answer == measured ? QString() : text(mistakeInAnswer("services.*.regions.*.capacity", answer.toStdString()));
    };
    const auto capacity = ask(QStringLiteral("capacity.") + text(service.id),
                              translate("interview", "Requests a second that %1 serves well in one region").arg(text(service.id)), measured, number);
    if (!capacity)
        return false;
    service.capacity = *capacity == measured ? 0 : parseNumber(capacity->toStdString()).value_or(0);
    const EdgeInventory::Backend *const backend = backendAt(made.edges, service.backend);
    for (const NewFleet::Region &region : made.regions) {
        const auto server = service.servers.find(region.id);
        if (!service.servers.empty() && server == service.servers.end())
            continue;
        const std::string proposal = backend && server != service.servers.end() ? targetFor(*backend, server->second) : std::string();
        const auto target = ask(QStringLiteral("check.%1.%2").arg(text(service.id), text(region.id)),
                                translate("interview", "Check of %1 in %2 (a URL or HOST:PORT, - for none)").arg(text(service.id), text(region.id)),
                                proposal.empty() ? none : text(proposal), byRule("checks.*.targets.*", true));
        if (!target)
            return false;
        if (*target != none)
            service.targets[region.id] = target->toStdString();
    }
    return true;
}

bool Interview::askCanaries()
{
    const auto answer = ask(QStringLiteral("canaries"),
                            translate("interview", "Places outside all regions, to tell a fault of your own network (- for none)"),
                            QStringLiteral("https://example.org/ https://example.net/"), eachByRule("canaries.*.target", true));
    if (!answer)
        return false;
    for (const QString &target : wordsOf(*answer))
        made.canaries.push_back(target.toStdString());
    return true;
}

} // namespace

std::optional<NewFleet> interview(Questions &questions, const EdgeReader &reader)
{
    Interview asked(questions, reader);
    return asked.run() ? std::optional(std::move(asked.made)) : std::nullopt;
}

QStringList usualSockets()
{
    QStringList found;
    for (const char *const path : {"/run/haproxy/admin.sock", "/var/lib/haproxy/stats", "/run/haproxy.sock", "/var/run/haproxy.sock"}) {
        const QString canonical = QFileInfo(QString::fromUtf8(path)).canonicalFilePath();
        if (!canonical.isEmpty() && !found.contains(QStringLiteral("unix:") + canonical))
            found << QStringLiteral("unix:") + canonical;
    }
    return found;
}

QString asAddress(const QString &answer)
{
    return answer.startsWith(u'/') ? QStringLiteral("unix:") + answer : answer;
}

} // namespace siaga
