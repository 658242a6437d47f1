// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plan_command.h"

#include "core/words/figures.h"
#include "core/words/plan_words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <cmath>

namespace siaga {

std::optional<Permille> shareFromPercent(QString text)
{
    text.remove(u'%');
    bool isNumber = false;
    const double permille = text.trimmed().toDouble(&isNumber) * 10;
    if (!isNumber || !std::isfinite(permille) || permille < 0 || permille >= 1000)
        return std::nullopt;
    const double rounded = std::round(permille);
    // 12.3 is not exact in binary, so its tenfold is not either; what is typed with more digits is far further off.
    if (rounded >= 1000 || std::abs(permille - rounded) > 1e-6)
        return std::nullopt;
    return Permille{static_cast<int>(rounded)};
}

PlanCommand::PlanCommand(Arguments arguments, Instance &instance, std::string person, Reply reply)
    : AskingCommand(instance, std::move(person), std::move(reply))
    , m_arguments(std::move(arguments))
{
    QTimer::singleShot(0, this, &PlanCommand::begin);
}

void PlanCommand::begin()
{
    const RegionId region(m_arguments.positional.first().toStdString());
    const QString confirmed = m_arguments.value(QStringLiteral("confirm"));
    if (m_arguments.has(QStringLiteral("confirm")) && confirmed.toStdString() != region.text()) {
        m_reply.fail(tr("--confirm says %1, the plan is for %2").arg(confirmed, words::text(region.text())));
        return finish(exitUsage);
    }
    askForPlan(region);
}

void PlanCommand::askForPlan(const RegionId &region)
{
    std::optional<ServiceId> service;
    if (m_arguments.has(QStringLiteral("service")))
        service = ServiceId(m_arguments.value(QStringLiteral("service")).toStdString());
    if (m_arguments.command == u"restore")
        return ask(RestoreRequested{nextRequest(), region, service});
    const bool partly = m_arguments.has(QStringLiteral("to"));
    const auto share = partly ? shareFromPercent(m_arguments.value(QStringLiteral("to"))) : none;
    if (!share) {
        m_reply.fail(tr("--to takes a percentage from 0 up to, but not including, 100, with one decimal at most"));
        return finish(exitUsage);
    }
    ask(EvacuateRequested{nextRequest(), region, service, *share, m_arguments.has(QStringLiteral("accept-unknown-demand"))});
}

void PlanCommand::granted(const RequestGranted &answer)
{
    if (std::exchange(m_approved, m_arguments.has(QStringLiteral("confirm"))))
        return; // The approval is granted, and the plan followed already.
    const State &state = m_instance.runner().state();
    const orchestrator::PlanMemory *memory = state.orchestrator.plan(answer.plan);
    if (!memory)
        return finish(exitBroken);
    const PlanCard card = planCard(*memory, state.fleet, m_instance.runner().seen(), m_instance.now());
    show(card);
    m_approved ? approve(card) : finish(exitDone);
}

void PlanCommand::show(const PlanCard &card) const
{
    m_reply.json ? showJson(card) : showText(card);
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
    m_reply.line(tr("hash %1").arg(words::text(toHex(card.hash))));
    if (!m_approved)
        m_reply.line(tr("to run it: %1").arg(commandToRun(card)));
}

void PlanCommand::showJson(const PlanCard &card) const
{
    QJsonArray steps;
    for (const StepRow &step : card.steps)
        steps.append(QJsonObject{{QStringLiteral("number"), step.number},
                                 {QStringLiteral("action"), words::sentence(step.action)},
                                 {QStringLiteral("bestEffort"), step.bestEffort},
                                 {QStringLiteral("pointOfNoReturn"), step.pointOfNoReturn}});
    m_reply.object({{QStringLiteral("plan"), static_cast<double>(card.id.value())},
                    {QStringLiteral("purpose"), words::title(card.purpose)},
                    {QStringLiteral("hash"), words::text(toHex(card.hash))},
                    {QStringLiteral("steps"), steps},
                    {QStringLiteral("command"), commandToRun(card)}});
}

/// The call that drafts this very plan again and runs it, wherever this one was called from.
QString PlanCommand::commandToRun(const PlanCard &card) const
{
    return words::calledAt(words::commandToRun(card), m_arguments.places());
}

void PlanCommand::approve(const PlanCard &card)
{
    Hash256 hash;
    const std::string given = m_arguments.value(QStringLiteral("hash")).remove(u'·').toStdString();
    // The eight digits that people compare are enough to name the plan; what is approved is always the whole hash.
    const bool matches = fromHex(given, hash) ? hash == card.hash : given.size() >= 8 && toHex(card.hash).starts_with(given);
    if (!matches) {
        m_reply.fail(given.empty() ? tr("--confirm needs --hash, as printed above") : tr("refused: the plan above has another hash; read it again"));
        return finish(exitRefused);
    }
    follow(card.id, PlanEnd::done);
    ask(ApproveRequested{nextRequest(), card.id, card.hash});
}

} // namespace siaga
