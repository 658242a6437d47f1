// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, durations and times as people read them, each with its unit or its zone.
//
// Like the dial of an instrument: the same value always looks the same. The catch: they are for reading only; nothing
// parses them back.
#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "core/base/sha256.h"
#include "core/fleet/fleet.h"

#include <QString>
#include <QStringList>

namespace siaga::words {

/// "47 s", "4 min 13 s", "2 h 5 min", "3 d 4 h": the two largest units, rounded towards zero; "-12 s" below zero.
QString duration(Duration duration);

/// "34 %", "34.5 %", "-8 %".
QString percent(Permille share);

/// The same without its unit, for a tile that sets the unit apart.
QString percentFigure(Permille share);
QString percentFigure(double ratio, int decimals);

/// 0.99982 with three decimals is "99.982 %"; cut, never rounded up, so that 100 % means all of them.
QString percent(double ratio, int decimals);

/// "1,240/s"; below ten with one decimal.
QString rate(double perSecond);

/// "18,231".
QString number(std::uint64_t value);
QString number(int value);

enum class Zone { utc, local };

/// "02:13:45 UTC".
QString timeOfDay(WallTime time, Zone zone = Zone::utc);

/// "2026-11-23 02:13:45 UTC".
QString dateAndTime(WallTime time, Zone zone = Zone::utc);

/// "a", "a and b", "a, b and c"; a word for nothing when the list is empty.
QString listed(const QStringList &items);

/// The first eight hex digits in two groups: "7f3a·c91e".
QString shortHash(const Hash256 &hash);

/// Text from outside as it is; it was made harmless where it came in.
QString text(const std::string &text);

template<class Tag>
QString text(const Name<Tag> &name)
{
    return text(name.text());
}

template<class Tag>
QString number(Number<Tag> id)
{
    return QString::number(id.value()); // Numbers of plans and alerts are names: no groups.
}

template<class Tag>
QString listed(const std::vector<Name<Tag>> &names)
{
    QStringList items;
    for (const Name<Tag> &name : names)
        items << text(name);
    return listed(items);
}

} // namespace siaga::words
