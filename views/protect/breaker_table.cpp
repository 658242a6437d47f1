// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/protect/breaker_table.h"

#include "core/words/translate.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace siaga::views {

using words::translate;

namespace {

constexpr std::size_t trendWordsMax = 8; // What one listens to.

/// What was measured, with its unit.
QString measured(const BreakerFace &face)
{
    QStringList parts;
    if (!face.figure.isEmpty())
        parts << (face.unit.isEmpty() ? face.figure : translate("ProtectPage", "%1 %2", "figure, unit").arg(face.figure, face.unit));
    parts << face.detail;
    for (const GaugeFace &gauge : face.gauges)
        parts << translate("ProtectPage", "%1: %2", "gauge, value").arg(gauge.name, gauge.value);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

PartTable::Row rowOf(const BreakerFace &face, const BreakerGroupFace &group)
{
    QStringList where{group.title, face.subtitle};
    where.removeAll(QString());
    return {{face.title, where.join(u" · "_s), face.state, measured(face), face.next, face.age}, face.status};
}

} // namespace

PartTable breakerTable(const std::vector<BreakerGroupFace> &groups, const QString &title)
{
    PartTable table{.title = title, .shares = {20, 22, 11, 23, 16, 8}};
    table.columns = {translate("ProtectPage", "breaker"), translate("ProtectPage", "where"),
        translate("ProtectPage", "state"), translate("ProtectPage", "measured"), translate("ProtectPage", "next"),
        translate("ProtectPage", "age")};
    for (const BreakerGroupFace &group : groups) {
        for (const BreakerFace &face : group.cards)
            table.rows.push_back(rowOf(face, group));
        for (const QString &others : {group.unfolded ? QString() : group.fold, group.beyond})
            if (!others.isEmpty())
                table.rows.push_back({{others, group.title, QString(), QString(), QString(), QString()}, {}});
    }
    return table;
}

QString trendWords(const BreakerFace &face)
{
    if (face.trend.size() < 2)
        return {};
    QStringList values;
    const std::size_t count = std::min(face.trend.size(), trendWordsMax);
    // Of a longer one the greatest of each stretch, so that no peak is left out.
    for (std::size_t part = 0; part < count; ++part) {
        const auto first = face.trend.begin() + static_cast<std::ptrdiff_t>(face.trend.size() * part / count);
        const auto last = face.trend.begin() + static_cast<std::ptrdiff_t>(face.trend.size() * (part + 1) / count);
        const double greatest = *std::max_element(first, last);
        values << (greatest < 0 ? u"–"_s : QString::number(std::lround(greatest * 100)));
    }
    return translate("ProtectPage", "failed, oldest first: %1 %", "shares of calls").arg(values.join(u", "_s));
}

} // namespace siaga::views
