// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/plan_words.h"

#include "core/words/figures.h"
#include "core/words/translate.h"

#include <QRegularExpression>

namespace siaga::words {

QString word(PlanClass rank)
{
    switch (rank) {
    case PlanClass::emergency:
        return translate("words", "a person's emergency", "plan class");
    case PlanClass::recovery:
        return translate("words", "recovery", "plan class");
    case PlanClass::rollback:
        return translate("words", "rollback", "plan class");
    case PlanClass::scaleUp:
        return translate("words", "scaling up", "plan class");
    case PlanClass::deployment:
        return translate("words", "deployment", "plan class");
    case PlanClass::scaleIn:
        return translate("words", "scaling in", "plan class");
    case PlanClass::drill:
        return translate("words", "drill", "plan class");
    }
    return {};
}

QString word(PlanEnd end)
{
    switch (end) {
    case PlanEnd::done:
        return translate("words", "done", "plan");
    case PlanEnd::aborted:
        return translate("words", "aborted", "plan");
    case PlanEnd::superseded:
        return translate("words", "superseded", "plan");
    case PlanEnd::expired:
        return translate("words", "expired", "plan");
    case PlanEnd::watched:
        return translate("words", "only noted", "plan");
    case PlanEnd::failed:
        return translate("words", "failed", "plan");
    }
    return {};
}

QString word(PlanStanding standing)
{
    switch (standing) {
    case PlanStanding::proposed:
        return translate("words", "proposed", "plan");
    case PlanStanding::waiting:
        return translate("words", "waiting", "plan");
    case PlanStanding::running:
        return translate("words", "running", "plan");
    case PlanStanding::held:
        return translate("words", "held", "plan");
    case PlanStanding::suspended:
        return translate("words", "suspended", "plan");
    case PlanStanding::aborting:
        return translate("words", "aborting", "plan");
    case PlanStanding::done:
        return word(PlanEnd::done);
    case PlanStanding::aborted:
        return word(PlanEnd::aborted);
    case PlanStanding::superseded:
        return word(PlanEnd::superseded);
    case PlanStanding::expired:
        return word(PlanEnd::expired);
    case PlanStanding::watched:
        return word(PlanEnd::watched);
    case PlanStanding::failed:
        return word(PlanEnd::failed);
    }
    return {};
}

QString word(StepStanding standing)
{
    switch (standing) {
    case StepStanding::pending:
        return translate("words", "not begun", "step");
    case StepStanding::running:
        return translate("words", "running", "step");
    case StepStanding::unsure:
        return translate("words", "unsure, looking", "step");
    case StepStanding::done:
        return translate("words", "done and seen", "step");
    case StepStanding::failed:
        return translate("words", "failed", "step");
    case StepStanding::notReached:
        return translate("words", "edge not reached", "step");
    case StepStanding::undone:
        return translate("words", "undone", "step");
    }
    return {};
}

QString word(WayBack way)
{
    switch (way) {
    case WayBack::hold:
        return translate("words", "stays as it is", "on abort");
    case WayBack::undo:
        return translate("words", "is undone", "on abort");
    case WayBack::finish:
        return translate("words", "is finished first", "on abort");
    }
    return {};
}

QString word(Reach reach)
{
    switch (reach) {
    case Reach::required:
        return translate("words", "required", "step");
    case Reach::bestEffort:
        return translate("words", "as far as it can be reached", "step");
    }
    return {};
}

QString word(StepAnswered::Result result)
{
    switch (result) {
    case StepAnswered::Result::done:
        return translate("words", "carried out", "answer");
    case StepAnswered::Result::refused:
        return translate("words", "refused", "answer");
    case StepAnswered::Result::failed:
        return translate("words", "failed", "answer");
    case StepAnswered::Result::unknown:
        return translate("words", "no answer, outcome unknown", "answer");
    }
    return {};
}

QString word(PurposeKind kind)
{
    switch (kind) {
    case PurposeKind::evacuate:
        return translate("words", "evacuate", "purpose");
    case PurposeKind::restore:
        return translate("words", "restore", "purpose");
    case PurposeKind::reassert:
        return translate("words", "put an edge back", "purpose");
    case PurposeKind::bake:
        return translate("words", "keep as it is", "purpose");
    }
    return {};
}

namespace  {

QString withService(const QString &said, const Purpose &purpose)
{
    return purpose.service
        ? translate("words", "%1 (%2)", "a purpose, and the only service it is for").arg(said, text(*purpose.service))
        : said;
}

} // namespace

QString title(const Purpose &purpose)
{
    switch (purpose.kind) {
    case PurposeKind::evacuate:
        return withService(translate("words", "Evacuate %1").arg(text(purpose.region)), purpose);
    case PurposeKind::restore:
        return withService(translate("words", "Restore %1").arg(text(purpose.region)), purpose);
    case PurposeKind::reassert:
        return withService(translate("words", "Put %1 back to what was decided").arg(text(purpose.endpoint)), purpose);
    case PurposeKind::bake:
        return withService(translate("words", "Keep %1 as it is").arg(text(purpose.region)), purpose);
    }
    return {};
}

QString doing(const Purpose &purpose)
{
    switch (purpose.kind) {
    case PurposeKind::evacuate:
        return withService(translate("words", "evacuating %1").arg(text(purpose.region)), purpose);
    case PurposeKind::restore:
        return withService(translate("words", "restoring %1").arg(text(purpose.region)), purpose);
    case PurposeKind::reassert:
        return withService(translate("words", "putting %1 back").arg(text(purpose.endpoint)), purpose);
    case PurposeKind::bake:
        return withService(translate("words", "keeping %1 as it is").arg(text(purpose.region)), purpose);
    }
    return {};
}

namespace  {

QString titleOf(const SetRegionShare &action)
{
    return translate("words", "%1 at %2: %3", "service at edge: share")
        .arg(text(action.service), text(action.endpoint), percent(action.share));
}
QString titleOf(const ConfirmReady &)
{
    return translate("words", "Targets ready", "step");
}
QString titleOf(const ConfirmQuiet &action)
{
    return translate("words", "%1 quiet in %2", "step").arg(text(action.service), text(action.region));
}
QString titleOf(const Bake &action)
{
    return translate("words", "Watch %1 for %2", "step").arg(text(action.service), duration(action.lasts));
}

QString sentenceOf(const SetRegionShare &action)
{
    const QStringList names{text(action.region), text(action.service), text(action.endpoint)};
    if (action.share == none)
        return translate("words", "Send %1 no new %2 requests from %3").arg(names[0], names[1], names[2]);
    if (action.share == whole)
        return translate("words", "Send %1 all of its usual %2 traffic from %3").arg(names[0], names[1], names[2]);
    return translate("words", "Send %1 %4 of its usual %2 traffic from %3")
        .arg(names[0], names[1], names[2], percent(action.share));
}
QString sentenceOf(const ConfirmReady &action)
{
    return action.regions.size() == 1
        ? translate("words", "Look again whether %1 is healthy").arg(listed(action.regions))
        : translate("words", "Look again whether %1 are healthy").arg(listed(action.regions));
}
QString sentenceOf(const ConfirmQuiet &action)
{
    return translate("words", "See that no edge sends %1 new %2 requests any more")
        .arg(text(action.region), text(action.service));
}
QString sentenceOf(const Bake &action)
{
    return translate("words", "Watch %1 in %2 for %3")
        .arg(text(action.service), text(action.region), duration(action.lasts));
}

} // namespace

QString title(const Action &action)
{
    return std::visit([](const auto &one) { return titleOf(one); }, action);
}

QString sentence(const Action &action)
{
    return std::visit([](const auto &one) { return sentenceOf(one); }, action);
}

QString sentence(const Bounds &bounds)
{
    const QString free
        = translate("words", "at least %1 of every service's capacity stays free").arg(percent(bounds.headroomMin));
    return bounds.unknownDemandAccepted ? translate("words", "%1, and an unknown demand is accepted").arg(free) : free;
}

QString progress(const PlanCard &card)
{
    const int all = static_cast<int>(card.steps.size());
    const bool begun = card.admitted.has_value();
    if (begun && !card.ended)
        return translate("words", "step %1 of %2").arg(std::min(card.stepsEnded + 1, all)).arg(all);
    return all == 1 ? translate("words", "1 step") : translate("words", "%n steps", nullptr, all);
}

QString quoted(QString argument)
{
    static const QRegularExpression harmless(QStringLiteral("^[A-Za-z0-9._:/@-]+$"));
    if (harmless.match(argument).hasMatch() && !argument.startsWith(QLatin1Char('-')))
        return argument;
    return QLatin1Char('\'') + argument.replace(QLatin1Char('\''), QStringLiteral("'\\''")) + QLatin1Char('\'');
}

QString commandToAsk(const Purpose &purpose)
{
    const bool isRestore = purpose.kind == PurposeKind::restore;
    QStringList parts{QStringLiteral("siaga"), isRestore ? QStringLiteral("restore") : QStringLiteral("evacuate"),
                      quoted(text(purpose.region))};
    if (purpose.service)
        parts << QStringLiteral("--service") << quoted(text(*purpose.service));
    return parts.join(QLatin1Char(' '));
}

namespace {

/// What stays in the end: the share that the plan's last step sets.
Permille shareInTheEnd(const PlanCard &card)
{
    Permille share = none;
    for (const StepRow &step : card.steps)
        if (const auto *set = std::get_if<SetRegionShare>(&step.action))
            share = set->share;
    return share;
}

/// What a person asked for is drafted again with the same hash, also after the proposal has expired.
bool canBeAskedForAgain(const PlanCard &card)
{
    return card.rank == PlanClass::emergency
        && (card.purpose.kind == PurposeKind::evacuate || card.purpose.kind == PurposeKind::restore);
}

} // namespace

QString commandToRun(const PlanCard &card)
{
    const QString hash = QStringLiteral(" --hash ") + QString::fromStdString(toHex(card.hash));
    if (!canBeAskedForAgain(card))
        return QStringLiteral("siaga approve ") + QString::number(card.id.value()) + hash;
    QString call = commandToAsk(card.purpose);
    const Permille share = shareInTheEnd(card);
    if (card.purpose.kind == PurposeKind::evacuate && share != none)
        call += QStringLiteral(" --to ") + QString::number(share.value / 10.0);
    if (card.bounds.unknownDemandAccepted)
        call += QStringLiteral(" --accept-unknown-demand");
    return call + QStringLiteral(" --confirm ") + quoted(text(card.purpose.region)) + hash;
}

QString commandFor(const PlanCard &card)
{
    const QString number = QLatin1Char(' ') + QString::number(card.id.value());
    if (card.standing == PlanStanding::proposed)
        return commandToRun(card);
    if (card.canHold)
        return QStringLiteral("siaga hold") + number;
    if (card.canResume)
        return QStringLiteral("siaga resume") + number;
    return card.canAbort ? QStringLiteral("siaga abort") + number : QString();
}

QString commandToAcknowledge(AlertId alert)
{
    return QStringLiteral("siaga acknowledge ") + QString::number(alert.value());
}

QString calledAt(const QString &command, const QStringList &places)
{
    QString call = command;
    for (const QString &word : places)
        call += QLatin1Char(' ') + (word.startsWith(QStringLiteral("--")) ? word : quoted(word));
    return call;
}

} // namespace siaga::words
