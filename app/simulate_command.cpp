// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulate_command.h"

#include "app/launch.h"
#include "app/terminal.h"
#include "core/fleet/read.h"
#include "core/fleet/values.h"
#include "core/lab/breaker_rule.h"
#include "core/lab/detection_study.h"
#include "core/lab/peer_rules.h"
#include "core/lab/registered_rule.h"
#include "core/words/breaker_words.h"
#include "core/words/state_words.h"
#include "core/words/translate.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace siaga {

namespace {

using namespace std::chrono_literals;
using words::translate;

constexpr qsizetype linesMax = 12;      // Of one timeline.
constexpr double callsMax = 2'000'000;  // Of one run: a second or two.
constexpr double rateMax = 5000;

/// What stands in the way of the simulation: sentences, and how to exit.
struct Failure
{
    QStringList sentences;
    int exitCode = exitUsage;
};

struct Wish
{
    lab::TrialSetup setup;
    int runs = 1;
    std::vector<lab::RuleKind> rules; ///< Siaga's first, then the fleet's if it was asked for, then the peers'.
    QString policyNote; ///< Not empty: the second rule is the fleet's.
};

struct Row
{
    QString name;
    QString note;         ///< What to know about its timeline.
    bool isShown = false; ///< Its timeline is printed.
    lab::TrialOutcome once;
    lab::StudyLine many;

    bool notices() const { return std::isfinite(many.delay(0.5)); }
};

QString text(const std::string &plain)
{
    return QString::fromStdString(plain);
}

QString given(const Arguments &arguments, const char *option, const char *otherwise)
{
    const QString name = QString::fromLatin1(option);
    return arguments.has(name) ? arguments.value(name) : QString::fromLatin1(otherwise);
}

std::optional<Failure> readNumbers(const Arguments &arguments, lab::TrialSetup &setup)
{
    bool isNumber = false;
    const QString rate = given(arguments, "rate", "20");
    setup.habits.rate = rate.toDouble(&isNumber);
    if (!isNumber || !(setup.habits.rate >= 0.1 && setup.habits.rate <= rateMax))
        return Failure{{translate("simulate_command", "--rate is %1; expected calls a second, 0.1 to 5000").arg(rate)}};
    const QString duration = given(arguments, "duration", "60s");
    const auto span = parseDuration(duration.toStdString());
    if (!span || *span < 1s || *span > 1h)
        return Failure{{translate("simulate_command", "--duration is %1; expected 1s to 1h, such as 60s or 5min").arg(duration)}};
    const QString seed = given(arguments, "seed", "1");
    setup.seed = seed.toULongLong(&isNumber);
    if (!isNumber)
        return Failure{{translate("simulate_command", "--seed is %1; expected a whole number").arg(seed)}};
    setup.faultFor = *span;
    setup.quietBefore = 2min; // Enough for the tests to learn what is usual.
    setup.quietAfter = 2min;
    if (setup.habits.rate * inSeconds(setup.faultFor + setup.quietBefore + setup.quietAfter) > callsMax)
        return Failure{{translate("simulate_command", "%1 calls a second for %2 are too many; expected two million at most, in all, with two quiet "
                                                      "minutes before and after").arg(rate, duration)}};
    return std::nullopt;
}

Result<Fleet, Failure> readTheFleet(const Arguments &arguments)
{
    const auto options = launchOptions(arguments);
    if (!options) {
        Failure failure{{}, exitBroken};
        for (const std::string &line : options.error().lines)
            failure.sentences << text(line);
        return failure;
    }
    if (!options->fleet)
        return Failure{{translate("simulate_command", "which fleet the policy is from is not told; expected --fleet FILE or --lab")}};
    const auto reading = readFleet(*options->fleet);
    if (reading)
        return reading->fleet;
    Failure failure{{}, exitBroken};
    for (const FleetProblem &problem : reading.error())
        failure.sentences << text(toText(problem));
    return failure;
}

/// The breaker of that name; the file's name stands for its first region.
const RegisteredBreaker *breakerNamed(const Fleet &fleet, const QString &name)
{
    if (const RegisteredBreaker *exact = fleet.breaker(BreakerId(name.toStdString())))
        return exact;
    const auto found = std::ranges::find_if(fleet.breakers, [&](const RegisteredBreaker &breaker) {
        return text(breaker.id.text()).section(u'@', 0, 0) == name;
    });
    return found == fleet.breakers.end() ? nullptr : &*found;
}

std::optional<Failure> addPolicy(const Arguments &arguments, Wish &wish)
{
    const QString name = given(arguments, "policy", "defaults");
    if (name == u"defaults")
        return std::nullopt;
    const auto fleet = readTheFleet(arguments);
    if (!fleet)
        return fleet.error();
    const RegisteredBreaker *breaker = breakerNamed(*fleet, name);
    if (!breaker) {
        QStringList known{QStringLiteral("defaults")};
        for (const RegisteredBreaker &other : fleet->breakers)
            known << text(other.id.text());
        return Failure{{translate("simulate_command", "the fleet has no breaker %1; expected %2").arg(name, known.join(QStringLiteral(", ")))}};
    }
    const Duration every = lab::readEvery(*breaker, *fleet);
    wish.policyNote = translate("simulate_command", "It is read every %1 and refuses no call; what follows when it opens is its effect.").arg(words::shortTime(every));
    wish.rules.push_back({breaker->id.text(), [copy = *breaker, every](std::uint64_t) {
                              return std::make_unique<lab::RegisteredRule>(copy, every);
                          }});
    return std::nullopt;
}

Result<Wish, Failure> readWish(const Arguments &arguments)
{
    Wish wish;
    const QString fault = given(arguments, "fault", "");
    const auto described = lab::readTargetFault(fault.toStdString());
    if (!described)
        return Failure{{translate("simulate_command", "--fault is \"%1\"; expected one such as %2")
                            .arg(fault, QString::fromUtf8(lab::targetFaultExamples.data(), qsizetype(lab::targetFaultExamples.size())))}};
    wish.setup.fault = *described;
    if (const auto failure = readNumbers(arguments, wish.setup))
        return *failure;
    wish.rules.push_back({"Siaga", lab::makeSiaga});
    if (const auto failure = addPolicy(arguments, wish))
        return *failure;
    wish.rules.insert(wish.rules.end(), lab::peerRules().begin(), lab::peerRules().end());
    const double calls = wish.setup.habits.rate * inSeconds(wish.setup.faultFor + wish.setup.quietBefore + wish.setup.quietAfter);
    wish.runs = static_cast<int>(std::clamp(callsMax / calls, 3.0, 100.0));
    return wish;
}

std::vector<Row> simulate(const Wish &wish)
{
    std::vector<Row> rows;
    for (const lab::RuleKind &rule : wish.rules) {
        const auto fresh = rule.make(wish.setup.seed);
        const bool isPolicy = rows.size() == 1 && !wish.policyNote.isEmpty();
        rows.push_back({.name = text(rule.name), .note = isPolicy ? wish.policyNote : QString(), .isShown = rows.empty() || isPolicy,
                        .once = lab::runTrial(wish.setup, *fresh), .many = lab::runStudy(wish.setup, rule, wish.setup.seed, wish.runs)});
    }
    return rows;
}

QString seconds(double count)
{
    return words::shortTime(Duration(std::llround(count * 1e9)));
}

QString share(double part, double of)
{
    return of > 0 ? QStringLiteral("%1 %").arg(100 * part / of, 0, 'f', part < of && part > 0.99 * of ? 1 : 0) : QStringLiteral("–");
}

/// Turns from the fault's begin on; a look in vain (half-open, then open again) counts instead of being told.
QStringList timelineOf(const lab::TrialOutcome &outcome, Duration faultFor)
{
    using enum BreakerState;
    QStringList lines;
    int inVain = 0;
    const std::vector<lab::TrialTurn> &turns = outcome.turns;
    for (std::size_t i = 0; i < turns.size(); ++i) {
        if (turns[i].at < Duration{})
            continue;
        if (turns[i].to == halfOpen && i + 1 < turns.size() && turns[i + 1].to == open) {
            ++inVain;
            ++i;
            continue;
        }
        if (inVain > 0)
            lines << QString(14, u' ') + (inVain == 1 ? translate("simulate_command", "looks once in vain")
                                                      : translate("simulate_command", "looks %n times in vain", nullptr, inVain));
        inVain = 0;
        const QString what = words::word(turns[i].to);
        lines << QStringLiteral("%1  %2").arg(u'+' + seconds(inSeconds(turns[i].at)), 12)
                     .arg(turns[i].at < faultFor ? what : translate("simulate_command", "%1 (the fault is over)").arg(what));
    }
    return lines;
}

void tellTimeline(const Row &row, const Wish &wish)
{
    printLine(QString());
    printLine(translate("simulate_command", "What %1 would do:").arg(row.name));
    if (!row.note.isEmpty())
        printLine(QStringLiteral("  ") + row.note);
    const QStringList lines = timelineOf(row.once, wish.setup.faultFor);
    if (lines.isEmpty())
        printLine(QStringLiteral("  ") + translate("simulate_command", "nothing"));
    for (const QString &line : lines.mid(0, linesMax))
        printLine(line);
    if (lines.size() > linesMax)
        printLine(QStringLiteral("  ") + translate("simulate_command", "… and %n more turns", nullptr, int(lines.size() - linesMax)));
}

void tellVerdict(const std::vector<Row> &rows)
{
    QStringList noticed;
    QStringList missed;
    for (const Row &row : rows)
        if (row.notices())
            noticed << translate("simulate_command", "%1 after %2").arg(row.name, seconds(row.many.delay(0.5)));
        else
            missed << row.name;
    if (!noticed.isEmpty())
        printLine(translate("simulate_command", "Noticed by %1.").arg(noticed.join(QStringLiteral(", "))));
    if (!missed.isEmpty())
        printLine(translate("simulate_command", "Not noticed, or less than every other time, by %1.").arg(missed.join(QStringLiteral(", "))));
}

void tellTable(const std::vector<Row> &rows, int runs)
{
    qsizetype width = 14;
    for (const Row &row : rows)
        width = std::max(width, row.name.size());
    const auto line = [width](const QString &name, const QStringList &cells) {
        QString out = QStringLiteral("  ") + name.leftJustified(width);
        for (const QString &cell : cells)
            out += cell.rightJustified(14);
        printLine(out);
    };
    printLine(QString());
    printLine(translate("simulate_command", "In %1 runs:").arg(runs));
    line(QString(), {translate("simulate_command", "notices"), translate("simulate_command", "after"), translate("simulate_command", "opens"),
                     translate("simulate_command", "good kept"), translate("simulate_command", "let through"), translate("simulate_command", "well again")});
    for (const Row &row : rows) {
        const lab::StudyLine &many = row.many;
        const double delay = many.delay(0.5);
        const double back = many.back(0.5);
        line(row.name, {share(static_cast<double>(many.delays.size()), many.judged()), std::isfinite(delay) ? seconds(delay) : QStringLiteral("–"),
                        share(many.opened, many.judged()), share(many.good, many.possible > 0.02 * many.wanted ? many.possible : 0), share(many.reached, many.wanted),
                        back == 0 ? translate("simulate_command", "at once") : std::isfinite(back) ? seconds(back) : translate("simulate_command", "later")});
    }
    printLine(QString());
    printLine(translate("simulate_command", "Good kept: of the calls that could be answered well, those that were. Well again: from the fault's end until 99 % of "
                                            "all calls pass and are answered."));
}

QJsonValue figure(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

QJsonObject toJson(const Row &row)
{
    const lab::StudyLine &many = row.many;
    QJsonArray timeline;
    for (const lab::TrialTurn &turn : row.once.turns) {
        const std::string_view name = namesOf(turn.to)[static_cast<std::size_t>(turn.to)];
        timeline.append(QJsonObject{{QStringLiteral("seconds"), inSeconds(turn.at)}, {QStringLiteral("state"), QString::fromUtf8(name.data(), qsizetype(name.size()))}});
    }
    const double judged = many.judged();
    return {{QStringLiteral("name"), row.name},
            {QStringLiteral("noticed"), figure(static_cast<double>(many.delays.size()) / judged)},
            {QStringLiteral("medianSeconds"), figure(many.delay(0.5))},
            {QStringLiteral("opened"), figure(many.opened / judged)},
            {QStringLiteral("goodKept"), figure(many.good / many.possible)},
            {QStringLiteral("letThrough"), figure(many.reached / many.wanted)},
            {QStringLiteral("backSeconds"), figure(many.back(0.5))},
            {QStringLiteral("timeline"), timeline}};
}

} // namespace

int runSimulate(const Arguments &arguments)
{
    const bool json = arguments.has(QStringLiteral("json"));
    const auto wish = readWish(arguments);
    if (!wish) {
        printFailure(wish.error().sentences, json);
        return wish.error().exitCode;
    }
    const std::vector<Row> rows = simulate(*wish);
    const QString fault = text(lab::toText(wish->setup.fault));
    if (json) {
        QJsonArray breakers;
        for (const Row &row : rows)
            breakers.append(toJson(row));
        printJson({{QStringLiteral("fault"), fault}, {QStringLiteral("rate"), wish->setup.habits.rate},
                   {QStringLiteral("seconds"), inSeconds(wish->setup.faultFor)}, {QStringLiteral("seed"), QString::number(wish->setup.seed)},
                   {QStringLiteral("runs"), wish->runs}, {QStringLiteral("breakers"), breakers}});
        return exitDone;
    }
    printLine(translate("simulate_command", "%1 for %2, at %3 calls a second").arg(fault, seconds(inSeconds(wish->setup.faultFor))).arg(wish->setup.habits.rate));
    tellVerdict(rows);
    for (const Row &row : rows)
        if (row.isShown)
            tellTimeline(row, *wish);
    tellTable(rows, wish->runs);
    return exitDone;
}

} // namespace siaga
