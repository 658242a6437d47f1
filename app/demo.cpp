// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include "app/arguments.h"
#include "app/launch.h"
#include "app/pictures.h"
#include "app/request_ids.h"
#include "app/terminal.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTimer>

namespace siaga {

namespace {

constexpr int settleIn = 5000;   // Milliseconds until demand is measured and everything is seen.
constexpr int longest = 120'000;
const char *const victim = "lab-us-east-1";

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

Demo::Demo(Instance &instance, QObject *parent)
    : QObject(parent)
    , m_instance(instance)
{
    connect(&instance, &Instance::recorded, this, &Demo::hear);
    printLine(tr("LAB: four simulated regions; %1 is about to fail. Nothing here is real but the engines.").arg(QLatin1StringView(victim)));
    QTimer::singleShot(settleIn, this, &Demo::begin);
    QTimer::singleShot(longest, this, &Demo::giveUp);
}

void Demo::begin()
{
    emit moment(QStringLiteral("quiet"));
    m_failed = m_instance.now();
    m_begun = true;
    const auto broken = m_instance.disturb(std::string("regionCrash ") + victim);
    printLine(broken ? tr("%1 fails now, together with its edge.").arg(QLatin1StringView(victim)) : QString::fromStdString(broken.error().message));
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
    printLine(QStringLiteral("%1 s  %2").arg(inSeconds(record.at - m_failed), 6, 'f', 1).arg(words::describeEvent(record)));
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
    printLine(tr("          you would be asked now; the demonstration approves hash %1").arg(words::shortHash(proposed.hash)));
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
        printLine(tr("The region is repaired and starts again."));
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
    printError(tr("The demonstration did not come to its end."));
    emit over(false);
}

void Demo::sum()
{
    m_ended = true;
    printLine(tr("detection    %1  from the failure to the region's state on the board").arg(took(m_failed, m_detected), 8));
    printLine(tr("decision     %1  until the plan was proposed (the lab's policy waits 8 s)").arg(took(m_detected, m_proposed), 8));
    printLine(tr("action       %1  until no reachable edge sent the region a request").arg(took(m_proposed, m_evacuated), 8));
    printLine(tr("total        %1  from the failure").arg(took(m_failed, m_evacuated), 8));
    printLine(tr("restoring    %1  from the repair to whole traffic").arg(took(m_healed, m_restored), 8));
    emit over(true);
}

int runDemo(const QString &pictures)
{
    auto started = Instance::start({.journalPath = {}, .fleet = builtInLab(), .fleetPath = {}, .environment = {}});
    if (!started)
        return exitBroken;
    const std::unique_ptr<Instance> instance = std::move(started).value();
    Demo demo(*instance);
    QObject::connect(&demo, &Demo::over, &demo, [](bool done) { QCoreApplication::exit(done ? exitDone : exitBroken); });
    QGuiApplication::setQuitOnLastWindowClosed(false); // A painted window closes; the story goes on.
    if (!pictures.isEmpty())
        QObject::connect(&demo, &Demo::moment, &demo, [&instance, pictures](const QString &name) { paintPage(instance->board(), pictures, name); },
                         Qt::QueuedConnection); // Painting runs the event loop, which must not happen inside a turn.
    return QCoreApplication::exec();
}

} // namespace siaga
