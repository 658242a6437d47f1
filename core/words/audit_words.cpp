// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/words/audit_words.h"

#include "core/events/health_events.h"
#include "core/events/recovery_events.h"
#include "core/events/request_events.h"
#include "core/events/resilience_events.h"
#include "core/words/board_words.h"
#include "core/words/event_words.h"
#include "core/words/figures.h"
#include "core/words/reason_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"



namespace siaga::words {

namespace {

/// What an event stands on that is no named reason: counts, thresholds, evidence.
QString evidenceOf(const Event &event)
{
    if (const auto *check = event.as<CheckTurned>(); check && check->inARow > 0)
        return translate("words", "needed in a row: %1").arg(number(check->threshold));
    if (const auto *region = event.as<RegionTurned>())
        return summary(region->evidence);
    if (const auto *diagnosed = event.as<Diagnosed>())
        return summary(diagnosed->evidence);
    if (const auto *turned = event.as<BreakerTurned>())
        return word(turned->rule);
    return {};
}

QString whyOf(const AuditRow &row, const Event &event)
{
    QStringList parts;
    if (!row.reasons.empty())
        parts << inOneLine(row.reasons);
    else if (const QString evidence = evidenceOf(event); !evidence.isEmpty())
        parts << evidence;
    if (row.cause)
        parts << translate("words", "follows from record %1").arg(number(row.cause.value()));
    return parts.join(QStringLiteral("; "));
}

/// A sentence often ends with its reason; beside a column of reasons that would be said twice.
QString without(const QString &why, const QString &sentence)
{
    for (const QString &pattern : {translate("words", "%1: %2", "sentence: detail"),
             translate("words", "%1 (%2)", "sentence (evidence)")}) {
        const QString tail = pattern.arg(QString(), why);
        if (!why.isEmpty() && sentence.size() > tail.size() && sentence.endsWith(tail))
            return sentence.chopped(tail.size());
    }
    return sentence;
}

/// The strings that stand as values in compact JSON, one after the other, as they are stored; no names of fields.
bool anyValueHolds(const std::string &json, const QString &text)
{
    for (std::size_t begin = json.find('"'); begin != std::string::npos; begin = json.find('"', begin)) {
        std::size_t end = begin + 1;
        while (end < json.size() && json[end] != '"')
            end += json[end] == '\\' ? 2 : 1;
        if (end >= json.size())
            return false;
        const bool isField = end + 1 < json.size() && json[end + 1] == ':';
        const auto length = static_cast<qsizetype>(end - begin - 1);
        if (!isField && QString::fromUtf8(json.data() + begin + 1, length).contains(text, Qt::CaseInsensitive))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

AuditLine auditLine(const Recorded &recorded)
{
    AuditLine line{.row = auditRow(recorded), .who = actorOf(recorded), .what = {}, .why = {}};
    line.why = whyOf(line.row, recorded.event);
    line.what = without(line.why, describeEvent(recorded));
    return line;
}

AuditLine damagedLine(Seq seq, const std::string &what)
{
    AuditLine line{.row = {.seq = seq}, .who = {}, .what = {}, .why = {}, .damaged = true};
    line.what = translate("words", "Record %1 is damaged: %2").arg(number(seq.value()), text(what));
    return line;
}

bool holdsText(const AuditLine &line, const std::string &bytes, const QString &text)
{
    for (const QString &part : {line.what, line.why, line.who})
        if (part.contains(text, Qt::CaseInsensitive))
            return true;
    return line.damaged || anyValueHolds(bytes, text);
}

QString indented(const std::string &json, int lengthMax)
{
    std::string wide;
    int depth = 0;
    bool inText = false;
    const auto newLine = [&] { wide += '\n' + std::string(static_cast<std::size_t>(2 * depth), ' '); };
    for (std::size_t i = 0; i < json.size() && wide.size() < static_cast<std::size_t>(lengthMax); ++i) {
        const char c = json[i];
        const char next = i + 1 < json.size() ? json[i + 1] : '\0';
        if (inText || c == '"') {
            wide += c;
            if (inText && c == '\\' && i + 1 < json.size())
                wide += json[++i];
            else if (c == '"')
                inText = !inText;
        } else if ((c == '{' && next == '}') || (c == '[' && next == ']')) {
            wide += c;
            wide += next;
            ++i;
        } else if (c == '{' || c == '[') {
            wide += c;
            ++depth;
            newLine();
        } else if (c == '}' || c == ']') {
            --depth;
            newLine();
            wide += c;
        } else {
            wide += c;
            if (c == ',')
                newLine();
            if (c == ':')
                wide += ' ';
        }
    }
    return text(wide);
}

QString word(AuditGroup group)
{
    switch (group) {
    case AuditGroup::alerts: return translate("words", "alerts", "kind of records");
    case AuditGroup::notices: return translate("words", "notices", "kind of records");
    case AuditGroup::checks: return translate("words", "checks and regions", "kind of records");
    case AuditGroup::diagnoses: return translate("words", "diagnoses and drift", "kind of records");
    case AuditGroup::plans: return translate("words", "plans", "kind of records");
    case AuditGroup::orders: return translate("words", "orders by people", "kind of records");
    case AuditGroup::breakers: return translate("words", "breakers", "kind of records");
    case AuditGroup::fleet: return translate("words", "fleet", "kind of records");
    case AuditGroup::runtime: return translate("words", "runtime", "kind of records");
    case AuditGroup::other: break;
    }
    return translate("words", "of another version", "kind of records");
}

QString word(Actor::Kind kind)
{
    switch (kind) {
    case Actor::Kind::person: return translate("words", "people", "who did it");
    case Actor::Kind::engine: return translate("words", "engines", "who did it");
    case Actor::Kind::runtime: break;
    }
    return translate("words", "Siaga itself", "who did it");
}

QString title(const AuditSubject &subject)
{
    if (const auto *region = std::get_if<RegionId>(&subject))
        return translate("words", "region %1", "what records are about").arg(text(*region));
    if (const auto *alert = std::get_if<AlertId>(&subject))
        return translate("words", "alert %1", "what records are about").arg(number(*alert));
    if (const auto *plan = std::get_if<PlanId>(&subject))
        return translate("words", "plan %1", "what records are about").arg(number(*plan));
    if (const auto *breaker = std::get_if<BreakerId>(&subject))
        return translate("words", "breaker %1", "what records are about").arg(text(*breaker));
    return {};
}

} // namespace siaga::words
