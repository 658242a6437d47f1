// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_command.h"

#include "app/fault_words.h"
#include "app/terminal.h"
#include "core/lab/faults.h"
#include "core/words/figures.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>

namespace siaga {

namespace {

using lab::FaultKind;

/// "flapping REGION SERVICE period=20s", as `siaga lab fault` reads it.
QString callOf(FaultKind kind)
{
    const lab::Targets targets = lab::targetsOf(kind);
    QString call = words::text(std::string(nameOf(kind)));
    call += targets.region ? QStringLiteral(" REGION") : QString();
    call += targets.service ? QStringLiteral(" SERVICE") : QString();
    call += targets.endpoint ? QStringLiteral(" EDGE") : QString();
    if (kind == FaultKind::flapping)
        call += QStringLiteral(" period=20s");
    if (kind == FaultKind::foreignWrite)
        call += QStringLiteral(" weight=0");
    return call;
}

/// What is broken now, each with the number that heals it.
void tellFaults(const Instance &instance, const Reply &reply)
{
    QJsonArray rows;
    for (const auto &[id, fault] : instance.faults()) {
        const Duration lasted = std::max(Duration{}, instance.now() - fault.from);
        const QString call = words::text(lab::toText(fault));
        rows.append(QJsonObject{{QStringLiteral("fault"), static_cast<double>(id.value())}, {QStringLiteral("call"), call},
                                {QStringLiteral("seconds"), inSeconds(lasted)}});
        if (!reply.json)
            reply.line(LabCommand::tr("%1  %2: %3 (%4)", "number, how long, what, its call")
                           .arg(words::number(id), words::duration(lasted), title(fault.kind), call));
    }
    if (reply.json)
        reply.object({{QStringLiteral("faults"), rows}});
    else if (rows.isEmpty())
        reply.line(LabCommand::tr("nothing is broken in the lab"));
    reply.finish(exitDone);
}

} // namespace

LabCommand::LabCommand(const Arguments &arguments, Instance &instance, const Reply &reply)
{
    QTimer::singleShot(0, this, [asked = arguments.positional, &instance, reply] {
        const bool isFault = asked.first() == u"fault" && asked.size() > 1;
        const bool isHeal = asked.first() == u"heal" && asked.size() <= 2;
        const bool isList = asked.first() == u"faults" && asked.size() == 1;
        if (!isFault && !isHeal && !isList) {
            reply.fail(tr("lab takes fault, with what is to break, heal, or faults; siaga lab fault --list names what can break"));
            return reply.finish(exitUsage);
        }
        if (instance.mode() != Mode::lab) {
            reply.fail(tr("refused: this is no lab, and real servers are broken by other means; the lab beside it takes --lab"));
            return reply.finish(exitRefused);
        }
        if (isList)
            return tellFaults(instance, reply);
        const auto done = instance.disturb(asked.sliced(isFault ? 1 : 0).join(u' ').toStdString());
        if (!done) {
            reply.fail(tr("refused: %1").arg(words::text(done.error().message)));
            return reply.finish(exitRefused);
        }
        if (reply.json)
            reply.object({{QStringLiteral("done"), words::text(*done)}});
        else
            reply.line(words::text(*done));
        reply.finish(exitDone);
    });
}

int listFaults(bool json)
{
    QJsonArray kinds;
    for (std::size_t i = 0; i < lab::faultKinds; ++i) {
        const auto kind = static_cast<FaultKind>(i);
        kinds.append(QJsonObject{{QStringLiteral("call"), callOf(kind)}, {QStringLiteral("does"), say(kind)}});
        if (!json)
            printLine(QStringLiteral("%1 %2").arg(callOf(kind), -40).arg(say(kind)));
    }
    if (json)
        printJson({{QStringLiteral("faults"), kinds}});
    else
        printLine(LabCommand::tr("Also magnitude=0.5 and for=30s, where they make sense. heal mends everything."));
    return exitDone;
}

} // namespace siaga
