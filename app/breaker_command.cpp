// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/breaker_command.h"

#include "app/resilience_text.h"
#include "core/fleet/values.h"
#include "core/words/figures.h"

#include <QJsonObject>
#include <QTimer>

namespace siaga {

BreakerCommand::BreakerCommand(Arguments arguments, Instance &instance, std::string person, Reply reply)
    : AskingCommand(instance, std::move(person), std::move(reply))
    , m_arguments(std::move(arguments))
{
    QTimer::singleShot(0, this, &BreakerCommand::begin);
}

void BreakerCommand::begin()
{
    const QString verb = m_arguments.positional.value(0);
    const BreakerId breaker(m_arguments.positional.value(1).toStdString());
    const std::string reason = m_arguments.value(QStringLiteral("reason")).toStdString();
    if (m_arguments.has(QStringLiteral("for"))) {
        const QString named = m_arguments.value(QStringLiteral("for"));
        const auto lasts = parseDuration(named.toStdString());
        if (!lasts) {
            m_reply.fail(tr("--for takes a time such as 30min or 4h, not “%1”").arg(named));
            return finish(exitUsage);
        }
        m_lasts = *lasts;
    }
    if (breaker.text().empty()) {
        m_reply.fail(tr("which breaker is not told; the call is: siaga breaker open|close|reset NAME"));
        return finish(exitUsage);
    }
    if (verb == u"reset")
        return ask(ResetBreakerRequested{nextRequest(), breaker, reason});
    if (verb == u"open")
        return ask(HoldBreakerRequested{nextRequest(), breaker, BreakerHold::open, reason, m_lasts});
    if (verb == u"close")
        return ask(HoldBreakerRequested{nextRequest(), breaker, BreakerHold::disabled, reason, m_lasts});
    m_reply.fail(tr("a breaker can be told to open, close or reset, not “%1”").arg(verb));
    finish(exitUsage);
}

void BreakerCommand::granted(const RequestGranted &)
{
    if (m_reply.json)
        m_reply.object({{QStringLiteral("granted"), m_arguments.positional.value(0)},
            {QStringLiteral("breaker"), m_arguments.positional.value(1)}, {QStringLiteral("seconds"), inSeconds(m_lasts)}});
    else
        m_reply.line(outcome());
    finish(exitDone);
}

QString BreakerCommand::outcome() const
{
    const QString verb = m_arguments.positional.value(0);
    const QString breaker = m_arguments.positional.value(1);
    if (verb == u"open")
        return tr("%1 is forced open for %2").arg(breaker, words::duration(m_lasts));
    if (verb == u"close")
        return tr("%1 is held closed for %2, whatever fails").arg(breaker, words::duration(m_lasts));
    return tr("%1 is closed and counts anew").arg(breaker);
}

ResilienceCommand::ResilienceCommand(Instance &instance, const Reply &reply)
    : m_instance(instance)
    , m_reply(reply)
{
    QTimer::singleShot(0, this, &ResilienceCommand::say);
}

void ResilienceCommand::say()
{
    constexpr int again = 20; // Milliseconds; records are on their way to the disk.
    const auto board = m_instance.protection();
    if (!board && m_instance.fault().isEmpty()) {
        QTimer::singleShot(again, this, &ResilienceCommand::say);
        return;
    }
    if (!board) {
        m_reply.fail(m_instance.fault());
        return m_reply.finish(exitBroken);
    }
    if (m_reply.json) {
        QJsonObject all = resilienceJson(*board);
        all.insert(QStringLiteral("running"), m_instance.isActing());
        m_reply.object(all);
    } else {
        for (const QString &line : resilienceLines(*board))
            m_reply.line(line);
    }
    m_reply.finish(board->totals.worst > Standing::unknown ? exitBroken : exitDone);
}

} // namespace siaga
