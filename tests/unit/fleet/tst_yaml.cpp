// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/fleet/yaml_tree.h"

#include <QElapsedTimer>
#include <QTest>

using namespace siaga;

namespace {

std::string repeated(std::string_view piece, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string nested(int levels)
{
    std::string text = "a:";
    for (int i = 2; i < levels; ++i)
        text += "\n" + std::string(static_cast<std::size_t>(i - 1), ' ') + "a:";
    return text + " {}\n";
}

} // namespace

class TestYaml : public QObject
{
    Q_OBJECT

private slots:
    void theTreeKeepsTextAndLines()
    {
        const YamlFile file = parseYaml("f.yaml", "a: NO\nb:\n  - 1.10\n  - \"x\"\nc: {d: ~}\n");
        QVERIFY(file.problems.empty());
        QCOMPARE(file.root.entries.size(), std::size_t(3));
        QCOMPARE(file.root.find("a")->text, std::string("NO"));
        QVERIFY(!file.root.find("a")->quoted);
        const YamlNode &list = *file.root.find("b");
        QVERIFY(list.kind == YamlNode::Kind::list);
        QCOMPARE(list.items[0].text, std::string("1.10"));
        QCOMPARE(list.items[1].place.line, 4);
        QVERIFY(list.items[1].quoted);
        QVERIFY(file.root.find("c")->find("d")->kind == YamlNode::Kind::null);
        QCOMPARE(file.root.entry("c")->place.line, 5);
        QCOMPARE(std::string(file.root.place.file), std::string("f.yaml"));
        QVERIFY(file.root.find("nothing") == nullptr);
    }

    void aByteOrderMarkAndWindowsLinesAreAccepted()
    {
        const YamlFile file = parseYaml("f", "\xEF\xBB\xBF" "a: 1\r\nb: 2\r\n");
        QVERIFY(file.problems.empty());
        QCOMPARE(file.root.find("a")->text, std::string("1"));
        QCOMPARE(file.root.entry("b")->place.line, 2);
    }

    void badBytesAreRefusedWithTheirLine_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("found"); // Its beginning.
        const auto row = [](const char *name, const std::string &bytes, int line, const char *found) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << line << QString::fromUtf8(found);
        };
        row("empty", "", 0, "an empty file");
        row("only a byte order mark", "\xEF\xBB\xBF", 0, "an empty file");
        row("only comments", "# fleet\n\n---\n", 0, "an empty file");
        row("UTF-16 LE", std::string("\xFF\xFE" "a\0:\0", 6), 1, "UTF-16");
        row("UTF-16 BE", std::string("\xFE\xFF\0a\0:", 6), 1, "UTF-16");
        row("UTF-16 without a mark", std::string("a\0:\0 \0", 6), 1, "UTF-16");
        row("NUL in a name", std::string("fleet: x\nweb\0: 1\n", 17), 2, "a NUL byte");
        row("invalid UTF-8", "a: 1\nb: \xC3\x28\n", 2, "b: ");
        row("surrogate", "a: \xED\xA0\x80\n", 1, "a: ");
        row("terminal escape", "a: 1\n\nb: \x1B[31m\n", 3, "the control character 0x1B");
        row("lone carriage return", "a: 1\rb: 2\n", 1, "a carriage return");
        row("too large", std::string(yamlBytesMax + 1, '#'), 0, "1048577 bytes");
        row("a second document", "a: 1\n---\nb: 2\n", 2, "a second document");
        row("anchor", "a: 1\nb: &x 1\n", 2, "an anchor");
        row("alias", "a: *x\n", 1, "a: *x");
        row("anchored list with itself", "&x [*x]", 1, "an anchor");
        row("tag", "a: !!python/object 1\n", 1, "the tag");
        row("tagged section", "a: !x {b: 1}\n", 1, "the tag");
        row("a list as a key", "[a]: 1\n", 1, "a key that is not plain text");
        row("nothing as a key", "~: 1\n", 1, "a key that is not plain text");
        row("bad indentation", "a:\n  b: 1\n c: 2\n", 3, "c: 2");
        row("unclosed bracket", "a: [1, 2\n", 2, "");
    }

    void badBytesAreRefusedWithTheirLine()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        QFETCH(QString, found);
        const YamlFile file = parseYaml("f.yaml", bytes.toStdString());
        QVERIFY(file.root.kind == YamlNode::Kind::broken);
        QCOMPARE(file.problems.size(), std::size_t(1));
        QCOMPARE(file.problems[0].file, std::string("f.yaml"));
        QCOMPARE(file.problems[0].line, line);
        QVERIFY2(file.problems[0].found.starts_with(found.toStdString()), file.problems[0].found.c_str());
        QVERIFY(!file.problems[0].expected.empty());
    }

    void repeatedKeysAreToldWithBothLines()
    {
        const YamlFile file = parseYaml("f", "a: {x: safe, \"x\": dangerous}\nb: 1\nb: 2\nb: 3\n");
        QCOMPARE(file.problems.size(), std::size_t(3));
        QCOMPARE(file.problems[0].field, std::string("a.x"));
        QCOMPARE(file.problems[0].line, 1);
        QCOMPARE(file.problems[2].line, 4);
        QVERIFY(file.problems[2].expected.ends_with("line 2"));
        QCOMPARE(file.root.find("a")->find("x")->text, std::string("safe"));
        QCOMPARE(file.root.entries.size(), std::size_t(2));
    }

    void depthIsLimited()
    {
        QVERIFY(parseYaml("f", nested(64)).problems.empty());
        QCOMPARE(parseYaml("f", nested(65)).problems.size(), std::size_t(1));
        QVERIFY(parseYaml("f", "a: " + repeated("[", 63) + repeated("]", 63)).problems.empty());
        QCOMPARE(parseYaml("f", "a: " + repeated("[", 64) + repeated("]", 64)).problems[0].line, 1);
        // What merely looks like nesting does not count.
        QVERIFY(parseYaml("f", repeated("# [0, 1)\n", 100) + "a: \"" + repeated("[", 100) + "\"\n").problems.empty());
        QVERIFY(parseYaml("f", "a:\n" + repeated("  - 1 # [0, 1)\n", 100)).problems.empty());
        QVERIFY(parseYaml("f", "a: [" + repeated("[1], ", 100) + "]\n").problems.empty());
    }

    void theNumberOfValuesIsLimited()
    {
        QVERIFY(parseYaml("f", "a: [" + repeated("1,", 20000) + "]\n").problems.size() == 1);
        QVERIFY(parseYaml("f", "a: [" + repeated("1,", 19999) + "]\n").problems.empty());
    }

    void hugeOrHostileFilesEndSoon_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const std::size_t whole = yamlBytesMax - 4;
        for (const char *piece : {"[", "{", "- ", "? ", ": ", "[\"]\",", "['}',", "\"", "a: ", "{a: ", "[? ", "&a ", "*a ", "!a ",
                                  "- - a\n", "a:\n", "|\n", "--- \n", "%TAG ! a\n", "[],", "\n ", ">\n "}) {
            const std::string text = repeated(piece, whole / std::strlen(piece));
            const QByteArray name = QByteArray(piece).toPercentEncoding();
            QTest::newRow(name) << QByteArray::fromStdString(text);
            QTest::newRow("in a value: " + name) << QByteArray::fromStdString("a: " + text);
        }
        QTest::newRow("100000 brackets") << QByteArray(100'000, '[');
        QTest::newRow("billion laughs") << QByteArray("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                                                      "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c]\n");
    }

    void hugeOrHostileFilesEndSoon()
    {
        QFETCH(QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const YamlFile file = parseYaml("f", bytes.toStdString());
        QVERIFY(timer.elapsed() < 10'000); // Measured: 0.3 s at most; a slow machine is no failure.
        QVERIFY(file.problems.size() <= yamlNodesMax + 1);
    }

    void noBytesCrashTheParser()
    {
        constexpr std::string_view alphabet = "[]{}-?:,!&*#|>'\"%@`~ \n\t ab1.\\<=\r";
        const std::string seed = "a: {b: 'c', d: [e, \"f\"]}\ng:\n  - h\n  - i: j\nk: |\n  l\n? m\n: n\n";
        Random random(4711);
        for (int i = 0; i < 5000; ++i) {
            std::string text = random.chance(0.5) ? seed : std::string();
            for (int slips = 0; slips < 12; ++slips) {
                const char c = alphabet[random.below(alphabet.size())];
                const std::size_t at = random.below(text.size() + 1);
                if (text.empty() || random.chance(0.5))
                    text.insert(at, 1, c);
                else
                    text[std::min(at, text.size() - 1)] = c;
            }
            const YamlFile file = parseYaml("f", text);
            QVERIFY(file.root.kind != YamlNode::Kind::broken || !file.problems.empty());
        }
    }
};

QTEST_APPLESS_MAIN(TestYaml)
#include "tst_yaml.moc"
