// SPDX-License-Identifier: GPL-3.0-or-later
// Queries as words of a command line, and back. These words are never translated: commands are the same everywhere.
#include "core/words/audit_words.h"

#include "core/words/figures.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace siaga::words {

namespace {

QString optionOf(const AuditSubject &subject)
{
    if (const auto *region = std::get_if<RegionId>(&subject))
        return u"region "_s + text(*region);
    if (const auto *alert = std::get_if<AlertId>(&subject))
        return u"alert "_s + number(*alert);
    if (const auto *plan = std::get_if<PlanId>(&subject))
        return u"plan "_s + number(*plan);
    const auto *breaker = std::get_if<BreakerId>(&subject);
    return breaker ? u"breaker "_s + text(*breaker) : QString();
}

QString whoOption(const AuditQuery &query)
{
    if (!query.who.empty())
        return text(query.who);
    return query.whoKind == Actor::Kind::person ? u"people"_s : query.whoKind == Actor::Kind::engine ? u"engines"_s : u"siaga"_s;
}

QString named(std::string_view name)
{
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

QStringList auditOptions(const AuditQuery &query)
{
    QStringList options;
    if (query.from)
        options << u"--from"_s << QString::number(query.from.value());
    if (query.to)
        options << u"--to"_s << QString::number(query.to.value());
    if (query.since)
        options << u"--since"_s << momentText(*query.since, true);
    if (query.until)
        options << u"--until"_s << momentText(*query.until, true);
    if (query.whoKind || !query.who.empty())
        options << u"--who"_s << whoOption(query);
    if (query.group)
        options << u"--kind"_s << named(nameOf(*query.group));
    if (!query.text.empty())
        options << u"--text"_s << text(query.text);
    if (const QString about = optionOf(query.about); !about.isEmpty())
        options << u"--about"_s << about;
    return options;
}

std::optional<AuditSubject> subjectFrom(const QString &given)
{
    const QString kind = given.trimmed().section(u' ', 0, 0);
    const QString name = given.trimmed().section(u' ', 1).trimmed();
    bool isNumber = false;
    const std::uint64_t number = name.toULongLong(&isNumber);
    if (name.isEmpty())
        return std::nullopt;
    if (kind == u"region"_s)
        return RegionId(name.toStdString());
    if (kind == u"breaker"_s)
        return BreakerId(name.toStdString());
    if (kind == u"alert"_s && isNumber && number > 0)
        return AlertId(number);
    if (kind == u"plan"_s && isNumber && number > 0)
        return PlanId(number);
    return std::nullopt;
}

std::optional<WallTime> momentFrom(const QString &given, bool utc, WallTime today)
{
    static const QRegularExpression form(
        uR"(^(?:(\d{4}-\d{2}-\d{2}))?(?:[T ]?(\d{2}:\d{2})(:\d{2})?)?\s*(Z|UTC)?$)"_s);
    const auto match = form.match(given.trimmed());
    if (!match.hasMatch() || (match.captured(1).isEmpty() && match.captured(2).isEmpty()))
        return std::nullopt;
    const Qt::TimeSpec spec = utc || !match.captured(4).isEmpty() ? Qt::UTC : Qt::LocalTime;
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(today.milliseconds, spec);
    const QDate day = match.captured(1).isEmpty() ? now.date() : QDate::fromString(match.captured(1), u"yyyy-MM-dd"_s);
    const QString clock = match.captured(2).isEmpty() ? u"00:00"_s : match.captured(2);
    const QTime time = QTime::fromString(clock + (match.captured(3).isEmpty() ? u":00"_s : match.captured(3)), u"HH:mm:ss"_s);
    if (!day.isValid() || !time.isValid())
        return std::nullopt;
    return WallTime{QDateTime(day, time, spec).toMSecsSinceEpoch()};
}

QString momentText(WallTime time, bool utc)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(time.milliseconds, utc ? Qt::UTC : Qt::LocalTime);
    return moment.toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace siaga::words
