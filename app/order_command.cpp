// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/order_command.h"

#include "core/words/figures.h"

#include <QJsonObject>
#include <QTimer>

namespace siaga {

bool OrderCommand::takes(const QString &command)
{
    static const QStringList all{QStringLiteral("acknowledge"), QStringLiteral("approve"), QStringLiteral("hold"),
                                 QStringLiteral("resume"), QStringLiteral("abort"), QStringLiteral("stop"),
                                 QStringLiteral("lift")};
    return all.contains(command);
}

OrderCommand::OrderCommand(Arguments arguments, Instance &instance, std::string person, Reply reply)
    : AskingCommand(instance, std::move(person), std::move(reply))
    , m_arguments(std::move(arguments))
{
    QTimer::singleShot(0, this, &OrderCommand::begin);
}

void OrderCommand::begin()
{
    std::uint64_t number = 0; // Without a number, as of `hold`: all.
    if (!m_arguments.positional.isEmpty()) {
        bool isNumber = false;
        number = m_arguments.positional.first().toULongLong(&isNumber);
        if (!isNumber || number == 0) {
            m_reply.fail(tr("%1 takes a number, as status prints it, not “%2”").arg(m_arguments.command, m_arguments.positional.first()));
            return finish(exitUsage);
        }
    }
    order(number);
}

void OrderCommand::order(std::uint64_t number)
{
    const QString &command = m_arguments.command;
    const PlanId plan(number);
    if (command == u"acknowledge")
        return ask(AcknowledgeRequested{nextRequest(), AlertId(number), m_arguments.value(QStringLiteral("note")).toStdString()});
    if (command == u"stop")
        return ask(StopRequested{nextRequest(), m_arguments.value(QStringLiteral("reason")).toStdString()});
    if (command == u"lift")
        return ask(LiftStopRequested{nextRequest()});
    if (command == u"hold")
        return ask(HoldRequested{nextRequest(), plan});
    m_follows = true;
    follow(plan, command == u"abort" ? PlanEnd::aborted : PlanEnd::done);
    if (command == u"approve")
        return approve(plan);
    if (command == u"resume")
        return ask(ResumeRequested{nextRequest(), plan});
    ask(AbortRequested{nextRequest(), plan});
}

/// The whole hash is asked for as it was given; of a short one only its plan is looked up, never another plan.
void OrderCommand::approve(PlanId plan)
{
    Hash256 hash;
    const std::string given = m_arguments.value(QStringLiteral("hash")).remove(u'·').toStdString();
    if (!fromHex(given, hash)) {
        const orchestrator::PlanMemory *memory = m_instance.runner().state().orchestrator.plan(plan);
        const bool matches = given.size() >= 8 && memory && toHex(memory->hash).starts_with(given);
        if (memory && !matches) {
            m_reply.fail(tr("refused: plan %1 has another hash; read it again").arg(words::number(plan)));
            return finish(exitRefused);
        }
        if (matches)
            hash = memory->hash;
    }
    ask(ApproveRequested{nextRequest(), plan, hash});
}

void OrderCommand::granted(const RequestGranted &answer)
{
    if (m_reply.json)
        m_reply.object({{QStringLiteral("granted"), m_arguments.command}, {QStringLiteral("plan"), static_cast<double>(answer.plan.value())}});
    else
        m_reply.line(outcome());
    if (!m_follows)
        finish(exitDone);
}

QString OrderCommand::outcome() const
{
    const QString number = m_arguments.positional.value(0);
    if (m_arguments.command == u"acknowledge")
        return tr("alert %1 is yours").arg(number);
    if (m_arguments.command == u"approve")
        return tr("plan %1 is approved").arg(number);
    if (m_arguments.command == u"hold")
        return number.isEmpty() ? tr("every running plan holds") : tr("plan %1 holds").arg(number);
    if (m_arguments.command == u"resume")
        return tr("plan %1 goes on").arg(number);
    if (m_arguments.command == u"abort")
        return tr("plan %1 is given up; nothing new of it is commanded but its way back").arg(number);
    if (m_arguments.command == u"stop")
        return tr("automation is stopped, until somebody lifts it: siaga lift");
    return tr("the stop is lifted; plans that hold stay held until somebody resumes them");
}

} // namespace siaga
