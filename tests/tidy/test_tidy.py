#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of tidy against small trees: it fires with file, line and remedy, and leaves the good twin alone."""

import sys

sys.dont_write_bytecode = True

import contextlib
import io
import subprocess
import tempfile
import unittest
from pathlib import Path

import cases
import tidy
from shape import functions
from source import SourceFile, Tree


@contextlib.contextmanager
def tree_of(files):
    """A tree in a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        yield Tree(folder)


def found(files):
    with tree_of(files) as tree:
        return tidy.findings(tree)


def code_of(text):
    with tree_of({"core/lab/a.cpp": text}) as tree:
        return tree.files["core/lab/a.cpp"].code


def function_lines(text):
    code = code_of(text)
    return [code.count("\n", first, last) + 1 for first, last in functions(code)]


class Rules(unittest.TestCase):
    def test_eachFiresWithFileLineAndRemedy(self):
        for case in cases.ALL:
            with self.subTest(rule=case.rule, bad=case.bad[:120]):
                hits = [f for f in found({**case.others, case.path: case.bad}) if f.rule == case.rule]
                self.assertEqual([(f.path, f.line) for f in hits if f.path == case.path], [(case.path, case.line)])
                self.assertIn(case.remedy, str(hits[0]))

    def test_eachLeavesTheGoodTwinAlone(self):
        for case in cases.ALL:
            path = case.good_path or case.path
            with self.subTest(rule=case.rule, good=case.good[:120]):
                hits = [f for f in found({**case.others, path: case.good}) if f.rule == case.rule and f.path == path]
                self.assertEqual(hits, [])

    def test_everyRuleHasACase(self):
        silent = set(tidy.RULES)
        for case in cases.ALL:
            with tree_of({**case.others, case.path: case.bad}) as tree:
                silent -= {rule for rule in silent if any(rule(tree))}
        self.assertEqual(silent, set())


class Functions(unittest.TestCase):
    def test_findsFunctionsWhereverTheyStand(self):
        for text, lines in (
            ("namespace a {\nint f()\n{\n}\n}", [3]),
            ("class A : public B\n{\n    Q_OBJECT\npublic:\n    int f() const {\n    }\n};", [2]),
            ("struct S\n{\n    int a = 0;\n    S(int x)\n        : a{x}\n    {\n        g();\n    }\n};", [2, 3]),
            ("const int table[] = {\n    1,\n    2,\n};\nvoid f() {}", [1]),
            ("bool operator==(const A &, const A &)\n{\n}", [3]),
            ("const auto f = [](int x) {\n    return x;\n};", [3]),
            ("void f()\n{\n    if (x) {\n        g([] { return 1; });\n    }\n}", [6]),
            ("template<class T>\n    requires(sizeof(T) > 1)\nvoid f(T = {})\n{\n}", [5]),
            ("#define BRACE {\nvoid f()\n{\n}", [3]),
            ("enum class E { a, b };\nextern int x;\nauto g() -> int\n{\n}", [3]),
        ):
            with self.subTest(text=text):
                self.assertEqual(function_lines(text), lines)


class Reading(unittest.TestCase):
    def test_blanksCommentsAndStringsInPlace(self):
        text = 'a("x // y"); // z\n/* b\n */ c(\'"\'); n = 1\'000; R"(raw " { )" d;\n'
        code = code_of(text)
        self.assertEqual(len(code), len(text))
        self.assertEqual(code.count("\n"), text.count("\n"))
        self.assertNotRegex(code, r"[xyzb{]|raw")
        self.assertRegex(code, r"1'000;.*d;")

    def test_includesInCommentsDoNotCount(self):
        with tree_of({"core/lab/a.cpp": '// #include "x.h"\n/*\n#include "y.h"\n*/\n#include <string>\n'}) as tree:
            self.assertEqual([(i.line, i.name) for i in tree.files["core/lab/a.cpp"].includes], [(5, "string")])

    def test_aCheckoutShowsWhatGitShows(self):
        with tree_of({"README.md": "x", "build/a.md": "x", ".gitignore": "build/\n"}) as tree:
            subprocess.run(["git", "-C", str(tree.root), "init", "-q"], check=True)
            self.assertEqual(sorted(Tree(tree.root).files), [".gitignore", "README.md"])

    def test_binaryFilesAreNotRead(self):
        with tree_of({"resources/a.png": "\0 TODO"}) as tree:
            self.assertFalse(SourceFile(tree.root, "resources/a.png").is_text)


class Program(unittest.TestCase):
    def run_on(self, files, *arguments):
        with tree_of(files) as tree, contextlib.redirect_stdout(io.StringIO()) as shown:
            code = tidy.main(["--root", str(tree.root), *arguments])
        return code, shown.getvalue()

    def test_failsAndSaysWhatToDo(self):
        code, shown = self.run_on({"README.md": "TODO\n"})
        self.assertEqual(code, 1)
        self.assertIn("README.md:1: [todo] `TODO` is banned. Do it, or open an issue", shown)
        self.assertIn("1 files, 1 findings", shown)

    def test_passesACleanTree(self):
        self.assertEqual(self.run_on({"README.md": "Siaga\n"})[0], 0)

    def test_showsOnlyThePathsAskedFor(self):
        self.assertEqual(self.run_on({"README.md": "TODO\n"}, "core/")[0], 0)


if __name__ == "__main__":
    unittest.main()
