// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/palette/finding.h"

#include "core/words/board_words.h"
#include "core/words/breaker_words.h"
#include "core/words/plan_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"
#include "views/models/standing.h"

#include <map>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

using words::translate;

Finding at(Finding::Kind kind, Place::Kind placeKind, const QString &name, const QString &text)
{
    Finding finding{.kind = kind, .place = {placeKind, name}, .text = text};
    finding.name = linkTo(finding.place);
    return finding;
}

void addAlerts(std::vector<Finding> &findings, const NowBoard &board)
{
    for (const AlertRow &row : board.alerts) {
        Finding finding = at(Finding::Kind::alert, Place::Kind::alert, words::number(row.id), words::headline(row));
        finding.detail = translate("Palette", "alert %1").arg(words::number(row.id));
        finding.mark = row.resolved ? Status::healthy : statusOf(row.severity);
        finding.state = row.resolved ? translate("Palette", "over") : words::word(row.severity);
        finding.isOver = row.resolved;
        findings.push_back(std::move(finding));
    }
}

void addRegions(std::vector<Finding> &findings, const NowBoard &board)
{
    for (const RegionCard &card : board.regions) {
        Finding finding = at(Finding::Kind::region, Place::Kind::region, words::text(card.id), words::text(card.id));
        finding.detail = card.title == card.id.text() ? QString() : words::text(card.title);
        finding.mark = card.stale ? Status::unknown : statusOf(card.standing);
        finding.state = card.stale ? words::seenAgo(card.age) : words::word(card.state);
        findings.push_back(std::move(finding));
    }
}

void addPlans(std::vector<Finding> &findings, const NowBoard &board)
{
    for (const PlanCard &card : board.planCards) {
        Finding finding = at(Finding::Kind::plan, Place::Kind::plan, words::number(card.id), words::title(card.purpose));
        finding.detail = translate("Palette", "plan %1").arg(words::number(card.id));
        finding.mark = statusOf(card.standing);
        finding.state = words::word(card.standing);
        finding.isOver = card.ended.has_value();
        findings.push_back(std::move(finding));
    }
}

/// A service is as bad as the worst alert about it.
void addServices(std::vector<Finding> &findings, const NowBoard &board)
{
    std::map<ServiceId, int> regions;
    for (const RegionCard &card : board.regions)
        for (const ServiceId &service : card.services)
            ++regions[service];
    std::map<ServiceId, Severity> worst;
    for (const AlertRow &row : board.alerts)
        if (!row.resolved && !row.subject.service.empty()) {
            const auto known = worst.emplace(row.subject.service, row.severity).first;
            known->second = std::max(known->second, row.severity);
        }
    for (const auto &[service, count] : regions) {
        Finding finding = at(Finding::Kind::service, Place::Kind::service, words::text(service), words::text(service));
        finding.detail = count == 1 ? translate("Palette", "in 1 region") : translate("Palette", "in %n regions", nullptr, count);
        if (const auto severity = worst.find(service); severity != worst.end()) {
            finding.mark = statusOf(severity->second);
            finding.state = words::word(severity->second);
        }
        findings.push_back(std::move(finding));
    }
}

void addBreakers(std::vector<Finding> &findings, const ProtectBoard &board)
{
    for (const BreakerGroup &group : board.groups)
        for (const BreakerCard &card : group.cards) {
            Finding finding = at(Finding::Kind::breaker, Place::Kind::breaker, words::text(card.id), words::text(card.title));
            finding.detail = card.title == card.id.text() ? words::title(group) : words::text(card.id);
            finding.mark = statusOf(card.standing);
            finding.state = words::word(card.state);
            findings.push_back(std::move(finding));
        }
}

void addCommands(std::vector<Finding> &findings, const std::vector<CommandOffer> &commands)
{
    for (const CommandOffer &offer : commands) {
        Finding finding{.kind = offer.entry.opensPage ? Finding::Kind::page : Finding::Kind::command, .command = offer.entry.id};
        finding.name = offer.entry.opensPage ? linkTo({Place::Kind::page, QString::fromLatin1(offer.entry.name)})
                                             : u"> "_s + QString::fromLatin1(offer.entry.name);
        finding.place = {Place::Kind::page, QString::fromLatin1(offer.entry.name)};
        finding.text = wordsOf(offer.entry);
        finding.keys = keysOf(offer.entry);
        finding.whyNot = offer.whyNot;
        findings.push_back(std::move(finding));
    }
}

} // namespace

QString word(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::alert:
        return translate("Palette", "alert");
    case Finding::Kind::region:
        return translate("Palette", "region");
    case Finding::Kind::plan:
        return translate("Palette", "plan");
    case Finding::Kind::service:
        return translate("Palette", "service");
    case Finding::Kind::breaker:
        return translate("Palette", "breaker");
    case Finding::Kind::page:
        return translate("Palette", "page");
    case Finding::Kind::command:
        return translate("Palette", "command");
    }
    return {};
}

Icon iconOf(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::alert:
        return Icon::bell;
    case Finding::Kind::region:
        return Icon::globe;
    case Finding::Kind::plan:
        return Icon::gitBranch;
    case Finding::Kind::service:
        return Icon::server;
    case Finding::Kind::breaker:
        return Icon::shield;
    case Finding::Kind::page:
        return Icon::fileText;
    case Finding::Kind::command:
        return Icon::chevronRight;
    }
    return Icon::chevronRight;
}

std::vector<Finding> findingsOf(
    const NowBoard *board, const ProtectBoard *protection, const std::vector<CommandOffer> &commands)
{
    std::vector<Finding> findings;
    if (board) {
        addAlerts(findings, *board);
        addRegions(findings, *board);
        addPlans(findings, *board);
        addServices(findings, *board);
    }
    if (protection)
        addBreakers(findings, *protection);
    addCommands(findings, commands);
    for (Finding &finding : findings) {
        finding.folded = folded(finding.text);
        finding.foldedDetail = folded(finding.detail);
    }
    return findings;
}

} // namespace siaga::views
