// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/asking_command.h"

#include "app/request_ids.h"
#include "core/events/codec.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"

#include <QTimer>

namespace siaga {

namespace {

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

AskingCommand::AskingCommand(Instance &instance, std::string person, Reply reply)
    : m_instance(instance)
    , m_reply(std::move(reply))
    , m_person(std::move(person))
{
    connect(&instance, &Instance::recorded, this, &AskingCommand::hear);
    connect(&instance, &Instance::failed, this, &AskingCommand::giveUp);
    QTimer::singleShot(0, this, &AskingCommand::giveUp);
}

RequestId AskingCommand::nextRequest()
{
    return m_request = newRequestId();
}

void AskingCommand::follow(PlanId plan, PlanEnd wanted)
{
    m_followed = plan;
    m_wanted = wanted;
}

void AskingCommand::hear(const Recorded &record)
{
    if (m_finished)
        return;
    const auto *refused = record.event.as<RequestRefused>();
    const auto *yes = record.event.as<RequestGranted>();
    if (refused && m_request && refused->id == m_request) {
        m_reply.refuse(refused->reasons);
        finish(exitRefused);
    } else if (yes && m_request && yes->id == m_request) {
        granted(*yes);
    } else if (m_followed && planOf(record.event) == m_followed) {
        tell(record);
    }
}

/// With --json the record itself, byte for byte as it is in the journal.
void AskingCommand::tell(const Recorded &record)
{
    m_reply.line(m_reply.json ? words::text(encode(record))
                              : words::timeOfDay(record.wall) + QStringLiteral("  ") + words::describeEvent(record));
    if (const auto *ended = record.event.as<PlanEnded>())
        return finish(ended->end == m_wanted ? exitDone : exitBroken);
    if (record.event.as<PlanHeld>() && !m_finished) {
        m_reply.fail(tr("the plan is held where it stands; it goes on when a person resumes it"));
        finish(exitHeld);
    }
}

/// After a fault nothing is answered any more, so waiting would only end by the time-out.
void AskingCommand::giveUp()
{
    const QString fault = m_instance.fault();
    if (fault.isEmpty() || m_finished)
        return;
    m_reply.fail(fault);
    finish(exitBroken);
}

void AskingCommand::finish(int code)
{
    if (!std::exchange(m_finished, true))
        m_reply.finish(code);
}

} // namespace siaga
