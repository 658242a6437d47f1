// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor.h"

#include "app/credentials.h"
#include "app/endpoint_diagnosis.h"
#include "app/inventory_source.h"
#include "app/launch.h"
#include "app/machine_checks.h"
#include "app/paths.h"
#include "app/status_text.h"
#include "app/target_diagnosis.h"
#include "app/terminal.h"
#include "core/fleet/credential_use.h"
#include "core/journal/sqlite_journal.h"
#include "core/runtime/clock.h"
#include "core/runtime/runner.h"
#include "core/words/credential_words.h"
#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <set>

namespace siaga {

namespace {

using words::translate;

constexpr int atOnce = 32;
constexpr Duration patience = std::chrono::seconds(3); // For one HAProxy to answer.

QString stored(Verdict verdict)
{
    return words::text(std::string(namesOf(verdict)[static_cast<std::size_t>(verdict)]));
}

/// As on the board: a filled circle is well, a triangle wants a look, a diamond is wrong.
QString mark(Verdict verdict)
{
    return shape(verdict == Verdict::well ? Standing::healthy : verdict == Verdict::doubtful ? Standing::warning : Standing::critical);
}

void tell(const Findings &findings)
{
    for (const Finding &finding : findings) {
        const QString took = finding.took > Duration::zero() ? QStringLiteral("  ") + tookText(finding.took) : QString();
        printLine(QStringLiteral("%1 %2  %3%4").arg(mark(finding.verdict), finding.subject, finding.address, took));
        printLine(QStringLiteral("    ") + finding.found);
        if (!finding.remedy.isEmpty())
            printLine(QStringLiteral("    → ") + finding.remedy);
    }
}

QJsonArray asJson(const Findings &findings)
{
    QJsonArray rows;
    for (const Finding &finding : findings)
        rows.append(QJsonObject{{QStringLiteral("subject"), finding.subject},
                                {QStringLiteral("address"), finding.address},
                                {QStringLiteral("verdict"), stored(finding.verdict)},
                                {QStringLiteral("found"), finding.found},
                                {QStringLiteral("remedy"), finding.remedy},
                                {QStringLiteral("seconds"), inSeconds(finding.took)}});
    return rows;
}

int sum(const Findings &findings, bool json)
{
    const auto wrong = static_cast<int>(std::ranges::count(findings, Verdict::wrong, &Finding::verdict));
    const auto doubtful = static_cast<int>(std::ranges::count(findings, Verdict::doubtful, &Finding::verdict));
    if (json)
        printJson({{QStringLiteral("findings"), asJson(findings)}, {QStringLiteral("wrong"), wrong}, {QStringLiteral("doubtful"), doubtful}});
    else
        printLine(translate("doctor", "%1 wrong, %2 doubtful, %3 well; nothing was changed anywhere")
                      .arg(wrong)
                      .arg(doubtful)
                      .arg(static_cast<int>(findings.size()) - wrong - doubtful));
    return wrong > 0 ? exitBroken : exitDone;
}

} // namespace

Result<Fleet, StartFailure> fleetToExamine(const Arguments &arguments)
{
    const auto launched = launchOptions(arguments);
    if (!launched)
        return launched.error();
    if (launched->fleet) {
        auto reading = readFleet(*launched->fleet);
        if (reading)
            return std::move(reading).value().fleet;
        StartFailure failure;
        for (const FleetProblem &problem : reading.error())
            failure.lines.push_back(toText(problem));
        return failure;
    }
    const auto journal = openSqliteJournal({.path = launched->journalPath, .readOnly = true});
    if (!journal)
        return StartFailure{{journal.error().detail}, {}};
    auto opened = openState(**journal);
    if (!opened)
        return StartFailure{{opened.error().what}, {}};
    return std::move(opened).value().state.fleet;
}

Doctor::Doctor(const Fleet &fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_clock(std::make_unique<BootClock>(Instant()))
    , m_secrets(makeSecrets([this] { return m_clock->now(); }, [this] { return m_clock->wall(); }))
    , m_driver(makeTrialDriver(*m_secrets, [this](const Completion &completion) { hear(completion); }, [this] { return m_clock->now(); }))
{
}

Doctor::~Doctor() = default;

void Doctor::begin()
{
    for (const Endpoint &endpoint : m_fleet.endpoints)
        m_waiting.emplace_back([this, endpoint] { examine(endpoint); });
    for (const Check &check : m_fleet.checks)
        m_waiting.emplace_back([this, check] {
            examine(ProbeCheck{check}, check.timeout, [check](const Observation &seen) { return diagnoseCheck(check, std::get<CheckSeen>(seen).result); });
        });
    for (const Canary &canary : m_fleet.canaries)
        m_waiting.emplace_back([this, canary] {
            examine(ProbeCanary{canary}, canary.timeout, [canary](const Observation &seen) { return diagnoseCanary(canary, std::get<CanarySeen>(seen).result); });
        });
    for (const MetricsSource &source : m_fleet.metrics)
        m_waiting.emplace_back([this, source] {
            ReadMetrics read{.source = source, .wanted = {}};
            for (const RegisteredBreaker &breaker : m_fleet.breakers)
                if (breaker.source == source.id)
                    read.wanted.insert(read.wanted.end(), {breaker.totalSeries, breaker.failedSeries});
            examine(read, source.timeout, [this, source](const Observation &seen) { return diagnoseMetrics(source, m_fleet, std::get<MetricsSeen>(seen)); });
        });
    std::set<std::string> names;
    for (const CredentialUse &use : credentialUses(m_fleet))
        names.insert(use.credential.name);
    for (const std::string &name : names)
        m_waiting.emplace_back([this, name] { examineCredential(name); });
    if (!names.empty())
        m_secrets->begin(); // A fleet without credentials has no business with the keychain.
    ++m_underWay; // So that it is over later, and once, even with nothing to examine.
    QMetaObject::invokeMethod(this, &Doctor::ended, Qt::QueuedConnection);
}

void Doctor::beginMore()
{
    while (m_underWay < atOnce && !m_waiting.empty()) {
        const auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_underWay;
        next();
    }
}

void Doctor::examine(const Endpoint &endpoint)
{
    const bool isUnix = endpoint.address.starts_with("unix:");
    const auto file = isUnix ? std::optional(lookAtSocketFile(endpoint.address.substr(5))) : std::nullopt;
    askInventory(endpoint, patience, this, [this, endpoint, file](const InventoryAnswer &answer) {
        emit found(diagnoseEndpoint(endpoint, m_fleet, file, answer, accountName()));
        ended();
    });
}

void Doctor::examine(const decltype(Call::what) &what, Duration deadline, std::function<Finding(const Observation &)> diagnose)
{
    const CallId id(++m_lastCall);
    m_calls.emplace(id, std::move(diagnose));
    m_driver->start({.id = id, .what = what, .deadline = deadline});
}

void Doctor::examineCredential(const std::string &name)
{
    m_tickets.push_back(m_secrets->ask(name, [this, name](const SecretAnswer &answer) {
        const bool isKnown = answer.seen.state == CredentialState::known;
        const QString remedy = answer.seen.state == CredentialState::absent ? QStringLiteral("siaga credential set ") + words::text(name)
                                                                            : translate("doctor", "unlock the keychain of this session, or give it for one run: siaga credential set %1 --memory").arg(words::text(name));
        emit found({{.subject = translate("doctor", "credential %1").arg(words::text(name)),
                     .address = words::text(answer.seen.store),
                     .verdict = isKnown ? Verdict::well : Verdict::wrong,
                     .found = isKnown ? translate("doctor", "it is there") : words::whyMissing(answer.seen),
                     .remedy = isKnown ? QString() : remedy}});
        ended();
    }));
}

void Doctor::hear(const Completion &completion)
{
    const auto call = m_calls.extract(completion.id);
    const auto *seen = std::get_if<Observation>(&completion.answer);
    if (call.empty() || !seen)
        return;
    emit found({call.mapped()(*seen)});
    // Later: it may come from within start().
    QMetaObject::invokeMethod(this, &Doctor::ended, Qt::QueuedConnection);
}

void Doctor::ended()
{
    --m_underWay;
    beginMore();
    if (m_underWay == 0 && m_waiting.empty())
        emit over();
}

int runDoctor(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const auto fleet = fleetToExamine(arguments);
    if (!fleet) {
        QStringList lines;
        for (const std::string &line : fleet.error().lines)
            lines << words::text(line);
        printFailure(lines, json);
        return exitBroken;
    }
    if (fleet->lab) {
        printFailure({translate("doctor", "this is the lab: there is nothing real to examine; name a fleet with --fleet FILE, or make one with siaga init")}, json);
        return exitRefused;
    }
    Findings all = checkMachine(dataFolder(arguments));
    if (!json)
        tell(all);
    Doctor doctor(*fleet);
    QObject::connect(&doctor, &Doctor::found, &doctor, [&all, json](const Findings &findings) {
        all.insert(all.end(), findings.begin(), findings.end());
        if (!json)
            tell(findings);
    });
    QObject::connect(&doctor, &Doctor::over, &doctor, [] { QCoreApplication::quit(); });
    doctor.begin();
    QCoreApplication::exec();
    return sum(all, json);
}

} // namespace siaga
