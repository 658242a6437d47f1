// SPDX-License-Identifier: GPL-3.0-or-later
// What is written is read back as the same fleet, whatever its names and texts are.
#include "core/fleet/schema.h"
#include "core/fleet/values.h"
#include "core/fleet/write.h"
#include "core/fleet/write_parts.h"
#include "tests/unit/fleet/fixture.h"

#include <QFile>
#include <QTest>

#include <set>

using namespace siaga;

namespace {

/// Notations that differ from the writer's, or rows that only one kind of fleet can have.
const std::set<std::string> notInFullFleet{"lab", "overlays"};

FleetReading valid(const std::string &text)
{
    const auto reading = readText(text);
    if (!reading)
        throw std::runtime_error(allOf(reading.error()) + text);
    return *reading;
}

std::string contents(const char *file)
{
    QFile opened(QString::fromUtf8(file));
    if (!opened.open(QIODevice::ReadOnly))
        throw std::runtime_error(file);
    return opened.readAll().toStdString();
}

/// 60s and 1min are the same, and so are -119.70 and -119.7.
std::string normal(const std::string &value)
{
    if (const auto duration = parseDuration(value))
        return textOf(*duration);
    const auto number = parseNumber(value);
    return number ? numberText(*number) : value;
}

/// All values in force by field, in one order.
std::multimap<std::string, std::string> valuesOf(const FleetReading &reading)
{
    std::multimap<std::string, std::string> values;
    for (const FleetOrigin &origin : reading.origins)
        values.emplace(origin.field, normal(origin.value));
    return values;
}

std::string differences(const FleetReading &one, const FleetReading &other)
{
    const auto before = valuesOf(one);
    const auto after = valuesOf(other);
    std::string text;
    for (const auto &[field, value] : before)
        if (const auto [first, last] = after.equal_range(field);
            std::none_of(first, last, [&](const auto &pair) { return pair.second == value; }))
            text += field + " was " + value + (first == last ? " and is gone\n" : " and is " + first->second + "\n");
    for (const auto &[field, value] : after)
        if (!before.contains(field))
            text += field + " is new\n";
    return text;
}

std::string pathOf(const std::string &field, const std::string &row)
{
    // Names of the file's own hold no dot in the fixture, so that parts can be compared one by one.
    std::string path;
    std::size_t at = 0;
    std::string rest = field;
    for (std::size_t begin = 0; begin <= row.size(); begin = at + 1) {
        at = std::min(row.find('.', begin), row.size());
        const std::string part = row.substr(begin, at - begin);
        const std::size_t end = std::min(rest.find('.'), rest.size());
        path += (path.empty() ? "" : ".") + (part == "*" ? part : rest.substr(0, end));
        rest = rest.substr(std::min(end + 1, rest.size()));
    }
    return rest.empty() ? path : std::string();
}

} // namespace

class TestWrite : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsReadBackAsItWas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("small") << QString::fromStdString(smallFleet);
        for (const char *const file : {SIAGA_FULL_FLEET, SIAGA_LAB_FLEET, SIAGA_EXAMPLE_FLEET})
            QTest::newRow(file) << QString::fromStdString(contents(file));
    }

    void everythingIsReadBackAsItWas()
    {
        QFETCH(QString, text);
        const FleetReading before = valid(text.toStdString());
        const std::string written = fleetText(before.fleet);
        const FleetReading after = valid(written);
        QVERIFY2(differences(before, after).empty(), (differences(before, after) + written).c_str());
        QCOMPARE(fleetText(after.fleet), written);
    }

    /// A field that is added to the table and forgotten here would be lost by whoever writes a fleet.
    void theFixtureSaysEveryFieldOfTheTable()
    {
        const FleetReading reading = valid(contents(SIAGA_FULL_FLEET));
        for (const FieldSpec &spec : fieldTable()) {
            const std::string row(spec.path);
            const bool isSaid = std::ranges::any_of(reading.origins, [&](const FleetOrigin &origin) {
                const bool isUsual = !spec.required && origin.value == spec.fallback;
                return pathOf(origin.field, row) == row && !origin.file.empty() && !isUsual;
            });
            QVERIFY2(isSaid || notInFullFleet.contains(row), row.c_str());
        }
    }

    void hostileTextsComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *const text :
             {"null", "~", "yes", "NO", "true", "0x1F", "1e3", "010", "12:30:45", "2026-11-26", "- a", "-", "? a", ": a", "a: b", "a:",
              "a #b", "#a", "'a'", "\"a\"", "a\\b", "\\", "{a}", "[a]", "a, b", "*a", "&a", "!a", "!!str a", "%a", "@a", "`a`", "|", ">",
              "a\"b'c", "...", "---", "<<", "=", "é", "日本", "a 😀", "$(rm -rf ~)", "a;b", "..", "/", "//x", "a b  c", "x:y", "::"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void hostileTextsComeBackAsTheyWere()
    {
        QFETCH(QString, text);
        Fleet fleet = valid(smallFleet).fleet;
        fleet.name = text.toStdString();
        fleet.regions[0].title = text.toStdString();
        fleet.checks[0].bodyContains = text.toStdString();
        fleet.notify.hooks.push_back({.id = ChannelId("pager"), .command = {"/bin/x", text.toStdString()}});
        const Fleet after = valid(fleetText(fleet)).fleet;
        QCOMPARE(after.name, fleet.name);
        QCOMPARE(after.regions[0].title, fleet.regions[0].title);
        QCOMPARE(after.checks[0].bodyContains, fleet.checks[0].bodyContains);
        QCOMPARE(after.notify.hooks.at(0).command.at(1), text.toStdString());
    }

    void hostileNamesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *const name : {"null", "true", "yes", "no", "1", "007", "1.5", "0x1f", "1e3", "2026-11-26", "a.b", "a-", "1-", "y", "off", "a..b"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }

    void hostileNamesComeBackAsTheyWere()
    {
        QFETCH(QString, name);
        std::string text = smallFleet;
        for (const char *const place : {"  eu:\n    place", "      eu: {capacity: 100}", "      eu: {capacity: 10}", "      eu: https", "targets: {eu:",
                                        "region: eu", "servers: {eu:"}) {
            const std::string old = place;
            const std::size_t at = old.find("eu");
            text = changed(text, old, old.substr(0, at) + "\"" + name.toStdString() + "\"" + old.substr(at + 2));
        }
        const FleetReading before = valid(text);
        const FleetReading after = valid(fleetText(before.fleet));
        QVERIFY2(differences(before, after).empty(), differences(before, after).c_str());
        QVERIFY(after.fleet.region(RegionId(name.toStdString())));
    }

    void remarksAndHeadStandWhereTheyBelong()
    {
        const Fleet fleet = valid(smallFleet).fleet;
        FleetNotes notes;
        notes.head = {"first line", "a\nline: break"};
        notes.remarks[{"services", "web", "regions", "eu"}] = "as answered: x # y";
        notes.remarks[{"services", "none"}] = "never seen";
        const std::string text = fleetText(fleet, notes);
        QVERIFY(text.starts_with("# first line\n# a"));
        QVERIFY2(text.find("eu: {capacity: 100, weight: 100}") != text.npos, text.c_str());
        QVERIFY(text.find("# as answered: x # y\n") != text.npos && text.find("never seen") == text.npos);
        QVERIFY(differences(valid(smallFleet), valid(text)).empty());
    }
};

QTEST_GUILESS_MAIN(TestWrite)
#include "tst_write.moc"
