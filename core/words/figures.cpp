// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/figures.h"

#include "core/words/translate.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <cmath>

namespace siaga::words {

namespace {

/// The C locale groups no digits; people are shown English figures then.
QLocale numbers()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : locale;
}

QString two(const QString &larger, const QString &smaller)
{
    return smaller.isEmpty() ? larger : larger + QLatin1Char(' ') + smaller;
}

QString days(qint64 n) { return translate("words", "%1 d", "days").arg(n); }
QString hours(qint64 n) { return translate("words", "%1 h", "hours").arg(n); }
QString minutes(qint64 n) { return translate("words", "%1 min", "minutes").arg(n); }
QString seconds(qint64 n) { return translate("words", "%1 s", "seconds").arg(n); }

QDateTime inZone(WallTime time, Zone zone)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.milliseconds, Qt::UTC);
    return zone == Zone::utc ? utc : utc.toLocalTime();
}

QString zoned(WallTime time, Zone zone, const QString &format)
{
    const QDateTime moment = inZone(time, zone);
    const QString name = zone == Zone::utc ? QStringLiteral("UTC") : moment.timeZoneAbbreviation();
    return moment.toString(format) + QLatin1Char(' ') + name;
}

} // namespace

QString duration(Duration duration)
{
    const qint64 whole = std::chrono::duration_cast<std::chrono::seconds>(duration).count();
    if (whole < 0)
        return QLatin1Char('-') + words::duration(-duration);
    const qint64 s = whole % 60;
    const qint64 min = whole / 60 % 60;
    const qint64 h = whole / 3600 % 24;
    const qint64 d = whole / 86400;
    if (d > 0)
        return two(days(d), h ? hours(h) : QString());
    if (h > 0)
        return two(hours(h), min ? minutes(min) : QString());
    if (min > 0)
        return two(minutes(min), s ? seconds(s) : QString());
    return seconds(s);
}

QString percentFigure(Permille share)
{
    const int decimals = share.value % 10 == 0 ? 0 : 1;
    return numbers().toString(share.value / 10.0, 'f', decimals);
}

QString percentFigure(double ratio, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    // The small addend undoes what 0.99982 * 100000 loses in binary; it is far below what is shown.
    const double cut = std::floor(ratio * 100 * unit + 1e-6) / unit;
    return numbers().toString(cut, 'f', decimals);
}

QString percent(Permille share)
{
    return translate("words", "%1 %", "percent").arg(percentFigure(share));
}

QString percent(double ratio, int decimals)
{
    return translate("words", "%1 %", "percent").arg(percentFigure(ratio, decimals));
}

QString rate(double perSecond)
{
    const int decimals = perSecond > 0 && perSecond < 10 ? 1 : 0;
    return translate("words", "%1/s", "requests a second").arg(numbers().toString(perSecond, 'f', decimals));
}

QString number(std::uint64_t value)
{
    return numbers().toString(static_cast<qulonglong>(value));
}

QString number(int value)
{
    return numbers().toString(value);
}

QString timeOfDay(WallTime time, Zone zone)
{
    return zoned(time, zone, QStringLiteral("HH:mm:ss"));
}

QString dateAndTime(WallTime time, Zone zone)
{
    return zoned(time, zone, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString listed(const QStringList &items)
{
    if (items.isEmpty())
        return translate("words", "none", "an empty list");
    if (items.size() == 1)
        return items.front();
    const QString most = items.mid(0, items.size() - 1).join(translate("words", ", ", "between items of a list"));
    return translate("words", "%1 and %2", "the last item of a list").arg(most, items.back());
}

QString shortHash(const Hash256 &hash)
{
    const QString hex = QString::fromStdString(toHex(hash));
    return hex.left(4) + QChar(0x00B7) + hex.mid(4, 4);
}

QString text(const std::string &text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace siaga::words
