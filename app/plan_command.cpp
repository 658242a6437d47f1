// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_command.h"

#include "app/request_ids.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"
#include "core/words/plan_words.h"
#include "core/words/reason_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace siaga {

namespace {

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

/// The plan that an event is about, or none.
PlanId planOf(const Event &event)
{
    PlanId plan;
    const auto consider = [&plan](const auto *body) {
        if constexpr (requires { body->plan; })
            plan = body ? body->plan : plan;
        else
            plan = body ? body->id : plan;
    };
    consider(event.as<PlanHeld>());
    consider(event.as<PlanWaiting>());
    consider(event.as<PlanAdmitted>());
    consider(event.as<PlanResumed>());
    consider(event.as<PlanAborted>());
    consider(event.as<PlanSuspended>());
    consider(event.as<PlanEnded>());
    consider(event.as<StepIntended>());
    consider(event.as<StepVerified>());
    consider(event.as<StepFailed>());
    consider(event.as<StepNotReached>());
    return plan;
}

} // namespace

PlanCommand::PlanCommand(Arguments arguments, Instance &instance, std::string person, Reply reply)
    : m_arguments(std::move(arguments))
    , m_instance(instance)
    , m_person(std::move(person))
    , m_reply(std::move(reply))
    , m_request(newRequestId())
{
    connect(&instance, &Instance::recorded, this, &PlanCommand::hear);
    QTimer::singleShot(0, this, &PlanCommand::ask);
}

void PlanCommand::ask()
{
    const RegionId region(m_arguments.positional.first().toStdString());
    const QString confirmed = m_arguments.value(QStringLiteral("confirm"));
    if (!confirmed.isEmpty() && confirmed.toStdString() != region.text()) {
        m_reply.error(tr("--confirm says %1, the plan is for %2").arg(confirmed, text(region.text())));
        return finish(exitUsage);
    }
    std::optional<ServiceId> service;
    if (m_arguments.has(QStringLiteral("service")))
        service = ServiceId(m_arguments.value(QStringLiteral("service")).toStdString());
    if (m_arguments.command == u"restore")
        return m_instance.request(RestoreRequested{m_request, region, service}, m_person);
    bool isNumber = true;
    QString to = m_arguments.value(QStringLiteral("to"));
    to.remove(u'%');
    const double percent = to.isEmpty() ? 0 : to.toDouble(&isNumber);
    if (!isNumber || percent < 0 || percent >= 100) {
        m_reply.error(tr("--to takes a percentage from 0 up to, but not including, 100"));
        return finish(exitUsage);
    }
    const Permille share{static_cast<int>(percent * 10 + 0.5)};
    const bool blind = m_arguments.has(QStringLiteral("accept-unknown-demand"));
    m_instance.request(EvacuateRequested{m_request, region, service, share, blind}, m_person);
}

void PlanCommand::hear(const Recorded &record)
{
    if (m_finished)
        return;
    if (m_running)
        hearPlan(record);
    else
        hearAnswer(record);
}

void PlanCommand::hearAnswer(const Recorded &record)
{
    const auto *refused = record.event.as<RequestRefused>();
    const auto *granted = record.event.as<RequestGranted>();
    if (refused && refused->id == m_request)
        refuse(refused->reasons);
    else if (granted && granted->id == m_request)
        show(granted->plan);
}

void PlanCommand::refuse(const std::vector<Reason> &reasons)
{
    for (const QString &sentence : words::sentences(reasons))
        m_reply.error(tr("refused: %1").arg(sentence));
    finish(exitRefused);
}

void PlanCommand::show(PlanId plan)
{
    const State &state = m_instance.runner().state();
    const orchestrator::PlanMemory *memory = state.orchestrator.plan(plan);
    if (!memory)
        return finish(exitBroken);
    m_plan = plan;
    const PlanCard card = planCard(*memory, state.fleet, m_instance.runner().seen(), m_instance.now());
    m_arguments.has(QStringLiteral("json")) ? showJson(card) : showText(card);
    if (!m_arguments.has(QStringLiteral("confirm")))
        return finish(exitDone);
    approve(card);
}

void PlanCommand::showText(const PlanCard &card) const
{
    m_reply.line(words::title(card.purpose));
    m_reply.line(QStringLiteral("  ") + words::sentence(card.bounds));
    for (const StepRow &step : card.steps) {
        QString row = QStringLiteral("%1. %2").arg(step.number, 3).arg(words::sentence(step.action));
        if (step.before)
            row += tr(", now %1").arg(words::percent(*step.before));
        if (step.bestEffort)
            row += tr(" (if it can be reached)");
        if (step.pointOfNoReturn)
            row += tr(" (no way back from here)");
        m_reply.line(row);
    }
    m_reply.line(tr("hash %1").arg(text(toHex(card.hash))));
    if (!m_arguments.has(QStringLiteral("confirm")))
        m_reply.line(tr("to run it: %1").arg(words::command(card.purpose, &card.hash)));
}

void PlanCommand::showJson(const PlanCard &card) const
{
    QJsonArray steps;
    for (const StepRow &step : card.steps)
        steps.append(QJsonObject{{QStringLiteral("number"), step.number},
                                 {QStringLiteral("action"), words::sentence(step.action)},
                                 {QStringLiteral("bestEffort"), step.bestEffort},
                                 {QStringLiteral("pointOfNoReturn"), step.pointOfNoReturn}});
    const QJsonObject plan{{QStringLiteral("plan"), static_cast<double>(card.id.value())},
                           {QStringLiteral("purpose"), words::title(card.purpose)},
                           {QStringLiteral("hash"), text(toHex(card.hash))},
                           {QStringLiteral("steps"), steps}};
    m_reply.line(QString::fromUtf8(QJsonDocument(plan).toJson(QJsonDocument::Compact)));
}

void PlanCommand::approve(const PlanCard &card)
{
    Hash256 hash;
    const std::string given = m_arguments.value(QStringLiteral("hash")).remove(u'·').toStdString();
    // The eight digits that people compare are enough to name the plan; what is approved is always the whole hash.
    const bool matches = fromHex(given, hash) ? hash == card.hash : given.size() >= 8 && toHex(card.hash).starts_with(given);
    if (!matches) {
        m_reply.error(given.empty() ? tr("--confirm needs --hash, as printed above") : tr("refused: the plan above has another hash; read it again"));
        return finish(exitRefused);
    }
    m_running = true;
    m_request = newRequestId();
    m_instance.request(ApproveRequested{m_request, card.id, card.hash}, m_person);
}

void PlanCommand::hearPlan(const Recorded &record)
{
    const auto *refused = record.event.as<RequestRefused>();
    if (refused && refused->id == m_request)
        return refuse(refused->reasons);
    if (planOf(record.event) != m_plan)
        return;
    m_reply.line(words::timeOfDay(record.wall) + QStringLiteral("  ") + words::describeEvent(record));
    if (const auto *ended = record.event.as<PlanEnded>())
        finish(ended->end == PlanEnd::done ? exitDone : exitBroken);
}

void PlanCommand::finish(int code)
{
    if (!std::exchange(m_finished, true))
        m_reply.finish(code);
}

} // namespace siaga
