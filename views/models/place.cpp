// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/models/place.h"

#include "core/words/figures.h"
#include "views/theme/plain_text.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace siaga::views {

namespace {

const QString scheme = u"siaga"_s;

// In the order of the enumeration.
constexpr std::array<QStringView, 7> kinds{u"region", u"service", u"alert", u"plan", u"breaker", u"page", u"record"};

bool isNumbered(Place::Kind kind)
{
    return kind == Place::Kind::alert || kind == Place::Kind::plan || kind == Place::Kind::record;
}

bool isNumber(const QString &name)
{
    bool ok = false;
    const qulonglong value = name.toULongLong(&ok);
    return ok && value > 0 && name == QString::number(value);
}

} // namespace

std::optional<Place> placeFromLink(const QString &link)
{
    if (link.size() > linkLengthMax)
        return std::nullopt;
    const QUrl url(link, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != scheme || url.hasQuery() || url.hasFragment() || url.port() >= 0
        || !url.userInfo().isEmpty())
        return std::nullopt;
    const auto kind = std::ranges::find(kinds, url.host());
    const QString path = url.path(QUrl::FullyEncoded);
    if (kind == kinds.end() || !path.startsWith(u'/') || path.indexOf(u'/', 1) >= 0)
        return std::nullopt;
    const Place place{static_cast<Place::Kind>(kind - kinds.begin()), QUrl::fromPercentEncoding(path.mid(1).toLatin1())};
    if (place.name.isEmpty() || plain(place.name) != place.name || place.name.contains(QChar::ReplacementCharacter)
        || (isNumbered(place.kind) && !isNumber(place.name)))
        return std::nullopt;
    return place;
}

QString linkTo(const Place &place)
{
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(place.name));
    return u"%1://%2/%3"_s.arg(scheme, kinds.at(static_cast<std::size_t>(place.kind)), name);
}

std::optional<Place> placeOf(const Selection &selection)
{
    if (const auto *region = std::get_if<RegionId>(&selection))
        return Place{Place::Kind::region, words::text(*region)};
    if (const auto *alert = std::get_if<AlertId>(&selection))
        return Place{Place::Kind::alert, words::number(*alert)};
    if (const auto *plan = std::get_if<PlanId>(&selection))
        return Place{Place::Kind::plan, words::number(*plan)};
    if (const auto *breaker = std::get_if<BreakerId>(&selection))
        return Place{Place::Kind::breaker, words::text(*breaker)};
    return std::nullopt;
}

std::uint64_t numberOf(const Place &place)
{
    return isNumbered(place.kind) ? place.name.toULongLong() : 0;
}

} // namespace siaga::views
