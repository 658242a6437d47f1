// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/protect_faces.h"

#include "core/words/breaker_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

using words::translate;

const QString dash = u"—"_s;

double fillOf(int some, int all)
{
    return all > 0 ? static_cast<double>(some) / all : 0;
}

QString countedOf(const BreakerCard &card)
{
    return card.figures.calls == 0 ? words::failures(card)
                                   : translate("ProtectPage", "%1 of %2 failed", "calls")
                                         .arg(words::number(card.figures.failures), words::number(card.figures.calls));
}

QString subtitleOf(const BreakerCard &card)
{
    QStringList pieces;
    if (card.kind == BreakerKind::registered)
        pieces << words::text(card.region) << (card.plan ? words::plan(*card.plan) : words::effect(card));
    else if (card.kind == BreakerKind::own)
        pieces << countedOf(card) << words::score(card.figures);
    else
        pieces << words::text(card.source) << (card.plan ? words::plan(*card.plan) : QString());
    pieces.removeAll(QString());
    return pieces.join(u" · "_s);
}

std::vector<GaugeFace> gaugesOf(const TargetFigures &own)
{
    return {{translate("ProtectPage", "places"), u"%1/%2"_s.arg(own.inFlight).arg(own.limit), fillOf(own.inFlight, own.limit)},
        {translate("ProtectPage", "queue"), u"%1/%2"_s.arg(own.queued).arg(own.queueMax), fillOf(own.queued, own.queueMax)},
        {translate("ProtectPage", "retries"), words::percent(Permille{own.retryBudgetPermille / 10 * 10}),
            own.retryBudgetPermille / 1000.0}};
}

void addFigure(const BreakerCard &card, BreakerFace &face)
{
    face.figure = card.failed ? words::percentFigure(*card.failed) : dash;
    face.unit = card.failed ? u"%"_s : QString();
    const bool onlyRate = card.failed && card.figures.calls == 0;
    QStringList detail{onlyRate ? translate("ProtectPage", "failed", "calls") : countedOf(card)};
    if (card.slow && *card.slow > none)
        detail << translate("ProtectPage", "%1 slow", "calls").arg(words::percent(*card.slow));
    face.detail = detail.join(u" · "_s);
    face.fill = card.failed ? card.failed->value / 1000.0 : 0;
    if (card.limits)
        face.limit = card.limits->failureRate.value / 1000.0;
}

/// What stands at the foot: what comes next; of a calm one of our own, how long it waits for an answer.
QString footOf(const BreakerCard &card)
{
    if (card.kind != BreakerKind::own || card.held || card.state != BreakerState::closed)
        return words::next(card);
    QStringList pieces;
    if (card.own->timeout > Duration{})
        pieces << translate("ProtectPage", "time-out %1").arg(words::shortTime(card.own->timeout));
    if (card.own->refused > 0)
        pieces << translate("ProtectPage", "%1 not made", "calls").arg(words::number(card.own->refused));
    return pieces.isEmpty() ? words::next(card) : pieces.join(u" · "_s);
}

QString ageOf(const BreakerCard &card)
{
    if (card.stale)
        return translate("ProtectPage", "seen %1 ago").arg(words::duration(card.age.value_or(Duration{})));
    const bool worthTelling = card.lasted && (card.state != BreakerState::closed || card.held);
    return worthTelling ? words::duration(*card.lasted) : QString();
}

bool isCalm(const BreakerCard &card)
{
    return card.standing == Standing::healthy;
}

bool matches(const BreakerCard &card, const QString &filter)
{
    const QStringList all{words::text(card.id), words::text(card.title), words::text(card.region), words::text(card.service),
        words::text(card.source), words::word(card.state)};
    return filter.isEmpty() || std::ranges::any_of(all, [&filter](const QString &text) {
        return text.contains(filter, Qt::CaseInsensitive);
    });
}

QString beyondOf(const BreakerGroup &group)
{
    const int beyond = group.all - static_cast<int>(group.cards.size());
    return beyond <= 0 ? QString() : translate("ProtectPage", "%1 more are not listed").arg(words::number(beyond));
}

} // namespace

BreakerFace breakerFace(const BreakerCard &card)
{
    BreakerFace face{.id = words::text(card.id), .title = words::text(card.title)};
    face.status = card.stale ? std::max(Status::unknown, statusOf(card.standing)) : statusOf(card.standing);
    const bool isUnknown = card.standing == Standing::unknown && card.state == BreakerState::closed;
    face.state = isUnknown ? words::word(Standing::unknown) : words::word(card.state);
    face.subtitle = subtitleOf(card);
    if (card.own)
        face.gauges = gaugesOf(*card.own);
    else
        addFigure(card, face);
    face.trend = card.trend;
    face.next = footOf(card);
    face.age = ageOf(card);
    face.held = card.held.has_value();
    face.stale = card.stale;
    QStringList spoken{words::summary(card), words::effect(card), card.plan ? words::plan(*card.plan) : QString()};
    if (card.own)
        spoken << words::guards(*card.own);
    spoken.removeAll(QString());
    face.spoken = spoken.join(u" · "_s);
    return face;
}

std::vector<BreakerGroupFace> breakerGroups(const ProtectBoard &board, const QSet<QString> &unfolded, const QString &filter)
{
    std::vector<BreakerGroupFace> groups;
    for (const BreakerGroup &group : board.groups) {
        BreakerGroupFace face{.title = words::title(group), .note = words::number(group)};
        face.key = QString::number(static_cast<int>(group.kind)) + u'/' + words::text(group.name);
        face.unfolded = unfolded.contains(face.key);
        const bool folds = group.kind != BreakerGroupKind::registered && group.calm > 0 && filter.isEmpty();
        for (const BreakerCard &card : group.cards)
            if (matches(card, filter) && !(folds && !face.unfolded && isCalm(card)))
                face.cards.push_back(breakerFace(card));
        if (folds) {
            face.fold = translate("ProtectPage", "%1 calm", "breakers").arg(words::number(group.calm));
            face.beyond = face.unfolded ? beyondOf(group) : QString();
        }
        if (!face.cards.empty() || !face.fold.isEmpty())
            groups.push_back(std::move(face));
    }
    return groups;
}

} // namespace siaga::views
