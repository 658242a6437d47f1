// SPDX-License-Identifier: GPL-3.0-or-later
// The lines under "why?" of a breaker.
#include "core/words/breaker_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

namespace siaga::words {

namespace {

/// The failure rate: what was counted, and what it is measured against.
Evidence rateEvidence(const BreakerCard &card)
{
    const bool over = card.failed && card.limits && *card.failed >= card.limits->failureRate
        && card.figures.calls >= card.limits->callsMin;
    const QString found = card.failed && card.figures.calls > 0
        ? translate("words", "%1, %2", "12 of 40 calls failed, 30 %").arg(failures(card), percent(*card.failed))
        : failures(card);
    const Standing weighs = !card.failed ? Standing::unknown
        : over                           ? Standing::critical
        : *card.failed > none            ? Standing::warning
                                         : Standing::healthy;
    return {weighs, found,
        card.limits ? translate("words", "opens at %1 of at least %2 calls in %3")
                          .arg(percent(card.limits->failureRate), number(card.limits->callsMin),
                              shortTime(card.limits->window))
                    : QString()};
}

Evidence rowEvidence(const BreakerCard &card)
{
    const int row = card.figures.inARow;
    const int limit = card.limits ? card.limits->inARow : 0;
    const QString found = row == 0 ? translate("words", "the newest call was well")
        : row == 1                 ? translate("words", "the newest call failed")
                                   : translate("words", "the newest %n calls failed", nullptr, row);
    return {row == 0 ? Standing::healthy : limit > 0 && row >= limit ? Standing::critical : Standing::warning, found,
        limit > 0 ? translate("words", "opens at %1 in a row").arg(number(limit)) : QString()};
}

Evidence scoreEvidence(const BreakerFigures &figures)
{
    const bool alarm = figures.score >= figures.scoreAlarm;
    return {alarm ? Standing::warning : Standing::healthy,
        alarm ? translate("words", "more calls fail than its usual share explains")
              : translate("words", "no more calls fail than usual"),
        score(figures)};
}

Evidence slowEvidence(const BreakerCard &card)
{
    const QString found = translate("words", "%1 of calls were slow").arg(percent(*card.slow));
    return {*card.slow > none ? Standing::warning : Standing::healthy, found, {}};
}

} // namespace

std::vector<Evidence> why(const BreakerCard &card, Zone zone)
{
    std::vector<Evidence> lines;
    if (card.held)
        lines.push_back({Standing::warning, hold(*card.held, zone),
            translate("words", "%1 left").arg(duration(card.held->left))});
    if (card.state != BreakerState::closed && !card.held && !card.turns.empty())
        lines.push_back({card.standing, turn(card.turns.front()),
            translate("words", "%1 ago").arg(duration(card.turns.front().ago))});
    if (!card.past && (card.stale || !card.age))
        lines.push_back({Standing::unknown, seenAgo(card.age),
            card.stale ? translate("words", "two rounds were missed; what stands here may be over") : QString()});
    lines.push_back(rateEvidence(card));
    if (card.kind != BreakerKind::foreign && card.figures.calls > 0)
        if (card.figures.inARow > 0 || (card.limits && card.limits->inARow > 0 && card.signal == BreakerSignal::check))
            lines.push_back(rowEvidence(card));
    if (card.slow)
        lines.push_back(slowEvidence(card));
    if (card.figures.scoreAlarm > 0)
        lines.push_back(scoreEvidence(card.figures));
    return lines;
}

} // namespace siaga::words
