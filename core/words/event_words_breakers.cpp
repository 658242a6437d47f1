// SPDX-License-Identifier: GPL-3.0-or-later
// The lives of breakers, one line for each event.
#include "core/events/resilience_events.h"
#include "core/words/event_lines.h"
#include "core/words/figures.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace {

QString with(const QString &line, const QString &detail)
{
    return detail.isEmpty() ? line : translate("words", "%1: %2", "sentence: detail").arg(line, detail);
}

QString say(const BreakerTurned &e)
{
    const QString line = translate("words", "Breaker %1 is %2, was %3").arg(text(e.breaker), word(e.to), word(e.from));
    if (e.figures.calls == 0)
        return with(line, word(e.rule));
    return with(line, translate("words", "%1 (%2 of %3 calls failed)", "rule (figures)")
                          .arg(word(e.rule), number(e.figures.failures), number(e.figures.calls)));
}

QString say(const BreakerGone &e)
{
    return translate("words", "Breaker %1 is not there any more").arg(text(e.breaker));
}

QString say(const BreakerHeld &e)
{
    const QString line = e.hold == BreakerHold::open
        ? translate("words", "Breaker %1 forced open by %2").arg(text(e.breaker), text(e.by))
        : translate("words", "Breaker %1 disabled by %2").arg(text(e.breaker), text(e.by));
    return with(line, text(e.reason));
}

QString say(const BreakerReleased &e)
{
    return e.by.empty() ? translate("words", "The hold of breaker %1 ended").arg(text(e.breaker))
                        : translate("words", "The hold of breaker %1 was ended by %2").arg(text(e.breaker), text(e.by));
}

QString say(const BreakerReset &e)
{
    return with(translate("words", "Breaker %1 reset by %2").arg(text(e.breaker), text(e.by)), text(e.reason));
}

} // namespace

std::optional<QString> breakerLine(const Event &event)
{
    return lineAmong<BreakerTurned, BreakerGone, BreakerHeld, BreakerReleased, BreakerReset>(
        event, [](const auto &body) { return say(body); });
}

} // namespace siaga::words
