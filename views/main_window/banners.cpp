// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/main_window/banners.h"

#include "core/words/translate.h"
#include "views/models/standing.h"

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace  {

using words::translate;

QString stopText(const StopBanner &stop, words::Zone zone)
{
    const QString reason = words::text(stop.reason);
    const QString who = translate("Banners", "Automation is stopped by %1 since %2")
                            .arg(words::text(stop.by), words::dateAndTime(stop.at, zone));
    return reason.isEmpty() ? who : translate("Banners", "%1: %2", "who stopped it, why").arg(who, reason);
}

QString fleetText(const std::vector<std::string> &problems)
{
    const QString first = words::text(problems.front());
    const int more = static_cast<int>(problems.size()) - 1;
    if (more == 0)
        return translate("Banners", "The changed fleet was not adopted: %1").arg(first);
    return (more == 1 ? translate("Banners", "The changed fleet was not adopted: %1 (1 more problem)")
                      : translate("Banners", "The changed fleet was not adopted: %1 (%n more problems)", nullptr, more))
        .arg(first);
}

QString lostText(const LostBanner &lost, words::Zone zone)
{
    const QString since = translate("Banners", "%1 is lost since %2, and what stands here is from then.", "who leads, when")
                              .arg(words::text(lost.who), words::timeOfDay(lost.since, zone));
    const QString detail = words::text(lost.detail);
    switch (lost.reason) {
    case LostReason::gone:
        return translate("Banners", "%1 Nobody answers; trying again.").arg(since);
    case LostReason::silent:
        return translate("Banners", "%1 It does not answer any more; trying again.").arg(since);
    case LostReason::otherVersion:
        return translate("Banners", "%1 What answers now is version %2: start this console again with that version.")
            .arg(since, detail);
    case LostReason::refused:
        return translate("Banners", "%1 What answers now says: %2. Trying again.").arg(since, detail);
    }
    return since;
}

} // namespace

std::vector<BannerFace> bannersOf(const NowBoard &board, Duration silence, const QString &refusal, words::Zone zone)
{
    const Banners &banners = board.banners;
    std::vector<BannerFace> faces;
    if (!banners.loopFault.empty())
        faces.push_back({u"loop"_s, Status::emergency,
            translate("Banners", "Siaga stopped itself after a fault of its own; nothing is watched any more: %1")
                .arg(words::text(banners.loopFault)),
            {}});
    if (silence > silenceMax && board.mode != siaga::Mode::replay)
        faces.push_back({u"silence"_s, Status::emergency,
            translate("Banners", "Nothing new has come for %1. What stands here is that old.")
                .arg(words::duration(silence)),
            {}});
    if (banners.lost)
        faces.push_back({u"lost"_s, Status::emergency, lostText(*banners.lost, zone), {}});
    if (!banners.journalFault.empty())
        faces.push_back({u"journal"_s, Status::emergency,
            translate("Banners", "The journal cannot be written, so nothing new is started: %1")
                .arg(words::text(banners.journalFault)),
            {}});
    if (banners.stop)
        faces.push_back({liftStopKey, Status::critical, stopText(*banners.stop, zone),
            board.mode == siaga::Mode::replay ? QString() : translate("Banners", "Lift the stop…")});
    if (banners.ownLinkBroken)
        faces.push_back({u"link"_s, Status::critical,
            translate("Banners",
                "This console's own network seems broken: regions are unreachable from here, which says nothing about "
                "them."),
            {}});
    if (!refusal.isEmpty())
        faces.push_back({refusalKey, Status::warning, refusal, translate("Banners", "Read")});
    if (!banners.fleetProblems.empty())
        faces.push_back({u"fleet"_s, Status::warning, fleetText(banners.fleetProblems), {}});
    if (banners.wallJumped)
        faces.push_back({u"wall"_s, Status::warning,
            translate(
                "Banners", "The wall clock jumped. Nothing acts without asking until a person has given an order."),
            {}});
    if (!banners.plaintext.empty())
        faces.push_back({u"plaintext"_s, Status::warning,
            translate("Banners", "Spoken to in the clear, as the fleet accepts: %1")
                .arg(words::listed(banners.plaintext)),
            {}});
    return faces;
}

} // namespace siaga::views
