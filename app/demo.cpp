// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/launch.h"
#include "app/paths.h"
#include "app/pictures.h"
#include "app/request_ids.h"
#include "app/terminal.h"
#include "core/events/codec.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"

#include <QCoreApplication>
#include <QFile>
#include <QGuiApplication>
#include <QJsonObject>
#include <QTimer>

namespace siaga {

namespace {

constexpr int settleIn = 5000;   // Milliseconds until demand is measured and everything is seen.
constexpr int longest = 120'000;
const char *const usualVictim = "lab-us-east-1";

std::string victimOf(const Fleet &fleet)
{
    return fleet.region(RegionId(usualVictim)) || fleet.regions.empty() ? usualVictim : fleet.regions.front().id.text();
}

QString took(std::optional<Instant> from, std::optional<Instant> to)
{
    return from && to ? QString::number(inSeconds(*to - *from), 'f', 1) + QStringLiteral(" s") : QStringLiteral("-");
}

/// Details of the machinery that would bury the story.
bool isTold(const Event &event)
{
    return !event.as<FleetAdopted>() && !event.as<JournalOpened>() && !event.as<CheckTurned>() && !event.as<ViewTurned>()
        && !event.as<StepAnswered>() && !event.as<EdgeTurned>() && !event.as<RequestGranted>() && !event.as<ApproveRequested>();
}

} // namespace

Demo::Demo(Instance &instance, bool json, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
    , m_json(json)
    , m_victim(victimOf(instance.runner().state().fleet))
{
    connect(&instance, &Instance::recorded, this, &Demo::hear);
    tell(tr("LAB: simulated regions; %1 is about to fail. Nothing here is real but the engines.").arg(words::text(m_victim)));
    QTimer::singleShot(settleIn, this, &Demo::begin);
    QTimer::singleShot(longest, this, &Demo::giveUp);
}

void Demo::begin()
{
    emit moment(QStringLiteral("quiet"));
    m_failed = m_instance.now();
    m_begun = true;
    const auto broken = m_instance.disturb("regionCrash " + m_victim);
    tell(broken ? tr("%1 fails now, together with its edge.").arg(words::text(m_victim)) : words::text(broken.error().message));
}

void Demo::hear(const Recorded &record)
{
    if (!m_begun || m_ended)
        return;
    if (isTold(record.event))
        say(record);
    if (const auto *turned = record.event.as<RegionTurned>(); turned && turned->to == RegionState::down && !m_detected)
        m_detected = m_instance.now();
    if (const auto *proposed = record.event.as<PlanProposed>())
        approve(*proposed);
    if (const auto *ended = record.event.as<PlanEnded>(); ended && ended->id == m_plan)
        planEnded(*ended);
}

void Demo::say(const Recorded &record) const
{
    if (const auto *turned = record.event.as<RegionTurned>(); turned && turned->from == turned->to)
        return;
    if (m_json)
        printLine(words::text(encode(record)));
    else
        tell(QStringLiteral("%1 s  %2").arg(inSeconds(record.at - m_failed), 6, 'f', 1).arg(words::describeEvent(record)));
}

void Demo::tell(const QString &line) const
{
    if (m_json)
        printJson({{QStringLiteral("said"), line.trimmed()}});
    else
        printLine(line);
}

void Demo::approve(const PlanProposed &proposed)
{
    if (proposed.autonomy != Autonomy::ask)
        return;
    m_plan = proposed.id;
    m_purpose = proposed.plan.purpose.kind;
    if (m_purpose == PurposeKind::evacuate) {
        m_proposed = m_instance.now();
        emit moment(QStringLiteral("incident"));
    }
    tell(tr("          you would be asked now; the demonstration approves hash %1").arg(words::shortHash(proposed.hash)));
    m_instance.request(ApproveRequested{newRequestId(), proposed.id, proposed.hash}, "demo");
}

void Demo::planEnded(const PlanEnded &ended)
{
    if (ended.end != PlanEnd::done)
        return giveUp();
    if (m_purpose == PurposeKind::evacuate) {
        m_evacuated = m_instance.now();
        emit moment(QStringLiteral("evacuated"));
        m_healed = m_instance.now();
        m_instance.disturb("heal");
        tell(tr("The region is repaired and starts again."));
    } else if (m_purpose == PurposeKind::restore) {
        m_restored = m_instance.now();
        emit moment(QStringLiteral("restored"));
        sum();
    }
}

void Demo::giveUp()
{
    if (std::exchange(m_ended, true))
        return;
    printFailure({tr("The demonstration did not come to its end.")}, m_json);
    emit over(false);
}

void Demo::sum()
{
    m_ended = true;
    if (m_json) {
        sumAsJson();
        emit over(true);
        return;
    }
    printLine(tr("detection    %1  from the failure to the region's state on the board").arg(took(m_failed, m_detected), 8));
    printLine(tr("decision     %1  until the plan was proposed (the lab's policy waits 8 s)").arg(took(m_detected, m_proposed), 8));
    printLine(tr("action       %1  until no reachable edge sent the region a request").arg(took(m_proposed, m_evacuated), 8));
    printLine(tr("total        %1  from the failure").arg(took(m_failed, m_evacuated), 8));
    printLine(tr("restoring    %1  from the repair to whole traffic").arg(took(m_healed, m_restored), 8));
    emit over(true);
}

void Demo::sumAsJson() const
{
    const auto seconds = [](std::optional<Instant> from, std::optional<Instant> to) {
        return from && to ? QJsonValue(inSeconds(*to - *from)) : QJsonValue();
    };
    printJson({{QStringLiteral("measuredSeconds"),
                QJsonObject{{QStringLiteral("detection"), seconds(m_failed, m_detected)},
                            {QStringLiteral("decision"), seconds(m_detected, m_proposed)},
                            {QStringLiteral("action"), seconds(m_proposed, m_evacuated)},
                            {QStringLiteral("total"), seconds(m_failed, m_evacuated)},
                            {QStringLiteral("restoring"), seconds(m_healed, m_restored)}}}});
}

namespace {

/// What it plays with, or why it does not: it needs a lab, and a journal that tells of nothing else yet.
Result<InstanceOptions, QString> demoOptions(const Arguments &arguments)
{
    if (arguments.has(QStringLiteral("data")) && QFile::exists(journalPath(dataFolder(arguments))))
        return Demo::tr("refused: %1 holds a journal already; the demonstration begins a new one").arg(dataFolder(arguments));
    InstanceOptions options;
    options.fleet = builtInLab();
    if (arguments.has(QStringLiteral("fleet"))) {
        auto launched = launchOptions(arguments);
        if (!launched)
            return words::text(launched.error().lines.front());
        options = std::move(launched).value();
        options.fleetPath.clear();
        options.journalPath.clear();
    }
    if (arguments.has(QStringLiteral("data")))
        options.journalPath = journalPath(dataFolder(arguments)).toStdString();
    const auto reading = readFleet(*options.fleet);
    if (!reading)
        return words::text(toText(reading.error().front()));
    if (!reading->fleet.lab)
        return Demo::tr("refused: this fleet is no lab, and the demonstration breaks a region");
    return options;
}

} // namespace

int runDemo(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const QString pictures = arguments.value(QStringLiteral("pictures"));
    const auto options = demoOptions(arguments);
    if (!options) {
        printFailure({options.error()}, json);
        return exitRefused;
    }
    auto started = Instance::start(*options);
    if (!started) {
        printFailure({words::text(started.error().lines.front())}, json);
        return exitUnreadable;
    }
    const std::unique_ptr<Instance> instance = std::move(started).value();
    Demo demo(*instance, json);
    bool painted = true;
    QObject::connect(&demo, &Demo::over, &demo, [&painted](bool done) {
        QCoreApplication::exit(!painted ? exitUnreadable : done ? exitDone : exitBroken);
    }, Qt::QueuedConnection); // Behind the last picture.
    QGuiApplication::setQuitOnLastWindowClosed(false); // A painted window closes; the story goes on.
    if (!pictures.isEmpty())
        QObject::connect(&demo, &Demo::moment, &demo, [&instance, &painted, pictures, json](const QString &name) {
            painted = painted && paintPage(instance->board(), pictures, name);
            if (const auto protection = instance->protection(); painted && protection)
                painted = paintProtection(instance->board(), *protection, pictures, QStringLiteral("protect-") + name);
            if (painted)
                return;
            printFailure({Demo::tr("the pictures of “%1” cannot be written into %2").arg(name, pictures)}, json);
            QCoreApplication::exit(exitUnreadable);
        }, Qt::QueuedConnection); // Painting runs the event loop, which must not happen inside a turn.
    return QCoreApplication::exec();
}

} // namespace siaga
