# SPDX-License-Identifier: GPL-3.0-or-later
"""The cases of test_tidy.py: for each rule a small file that breaks it and a twin that does not."""

from dataclasses import dataclass, field

SPDX = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
HEAD = SPDX + "// What it is for.\n#pragma once\n"


@dataclass(frozen=True)
class Case:
    """bad breaks rule at path:line with a remedy that says so; good, at the same path or another, does not."""

    rule: str
    path: str
    bad: str
    line: int
    remedy: str
    good: str
    good_path: str = ""
    others: dict = field(default_factory=dict)


def _include(rule, path, bad, good, remedy="", good_path=""):
    """A case about one include line below the licence."""
    quoted = {line.split('"')[1]: HEAD for line in (bad, good) if '"' in line}
    return Case(rule, path, SPDX + bad, 2, remedy, SPDX + good, good_path, quoted)


def _line(rule, path, bad, good, remedy="", good_path=""):
    """A case about one line of code below the licence."""
    return Case(rule, path, SPDX + bad + "\n", 2, remedy, SPDX + good + "\n", good_path)


INCLUDES = (
    _include("layers", "core/base/a.cpp", '#include "core/fleet/f.h"', '#include "core/base/b.h"',
             "standard library only"),
    _include("layers", "core/health/a.cpp", '#include "core/recovery/r.h"', '#include "core/events/e.h"',
             "core/events/"),
    _include("layers", "core/journal/a.cpp", '#include "core/events/e.h"', '#include "core/base/b.h"', "core/base/"),
    _include("layers", "core/boards/a.cpp", '#include "core/health/engine.h"', '#include "core/health/state.h"'),
    _include("layers", "core/drivers/filters/a.cpp", '#include "core/resilience/engine.h"',
             '#include "core/resilience/breaker.h"'),
    _include("layers", "core/drivers/probe/a.cpp", '#include "core/runtime/loop.h"',
             '#include "core/drivers/ports/p.h"'),
    _include("layers", "core/runtime/a.cpp", '#include "core/words/w.h"', '#include "core/health/engine.h"'),
    _include("layers", "views/now/a.cpp", '#include "core/health/state.h"', '#include "core/boards/now.h"'),
    _include("layers", "views/now/a.cpp", '#include "core/events/codec.h"', '#include "core/events/requests.h"'),
    _include("layers", "views/now/a.cpp", '#include "app/options.h"', '#include "core/words/w.h"'),
    Case("layers", "core/newcomer/a.cpp", SPDX, 1, "include_table.py", SPDX, "core/lab/a.cpp"),
    Case("root-path", "core/base/a.cpp", SPDX + '#include "b.h"\n', 2, "from the root",
         SPDX + '#include "core/base/b.h"\n#include "moc_a.cpp"\n', others={"core/base/b.h": HEAD}),
    _include("products", "app/window.cpp", '#include "core/drivers/haproxy/h.h"', '#include "core/drivers/haproxy/h.h"',
             "core/drivers/ports", "app/compose.cpp"),
    _include("products", "core/drivers/probe/a.cpp", '#include "core/drivers/haproxy/h.h"',
             '#include "core/drivers/probe/p.h"'),
    _include("libraries", "core/plan/a.cpp", "#include <QString>", "#include <string>", "core/words/*"),
    _include("libraries", "core/words/a.cpp", "#include <QLabel>", "#include <QString>", "views/*"),
    _include("libraries", "views/now/a.cpp", "#include <QTcpSocket>", "#include <QLabel>", "core/drivers/PRODUCT/*"),
    _include("libraries", "core/runtime/a.cpp", "#include <qtimer.h>", "#include <sys/stat.h>"),
    _include("libraries", "core/fleet/read.h", "#include <yaml-cpp/yaml.h>", "#include <yaml-cpp/yaml.h>",
             "core/fleet/*.cpp", "core/fleet/read.cpp"),
    _include("libraries", "core/runtime/a.cpp", "#include <sqlite3.h>", "#include <sqlite3.h>", "core/journal/*.cpp",
             "core/journal/a.cpp"),
    _include("libraries", "core/words/a.cpp", "#include <nlohmann/json.hpp>", "#include <nlohmann/json.hpp>",
             "core/events/*.cpp", "core/drivers/haproxy/a.cpp"),
    _include("libraries", "core/journal/a.cpp", "#include <openssl/evp.h>", "#include <openssl/evp.h>",
             "core/base/*.cpp", "core/base/a.cpp"),
    _include("libraries", "core/health/a.cpp", "#include <sys/socket.h>", "#include <variant>"),
    _include("libraries", "core/health/a.cpp", "#include <thread>", "#include <chrono>", "pass the value in"),
    _include("whole-module", "tests/unit/a.cpp", "#include <QtTest>", "#include <QTest>", "single classes"),
    _include("whole-module", "views/now/a.cpp", "#include <QtWidgets>", "#include <QtMath>"),
    _include("pages", "views/now/a.cpp", '#include "views/deploy/d.h"', '#include "views/widgets/w.h"',
             "emit a request"),
    _include("pages", "views/widgets/a.cpp", '#include "views/deploy/d.h"', '#include "views/deploy/d.h"', "",
             "views/main_window/a.cpp"),
    Case("rings", "core/fleet/a.h", HEAD + '#include "core/plan/b.h"\n', 4, "a folder below them",
         HEAD, others={"core/plan/b.h": HEAD + '#include "core/fleet/a.h"\n'}),
)

BANS = (
    _line("clock", "core/health/a.cpp", "auto t = std::chrono::system_clock::now();", "auto t = now;",
          "core/runtime/clock.h"),
    _line("clock", "core/lab/a.cpp", "auto t = std::chrono::steady_clock::now();",
          "auto t = std::chrono::steady_clock::now();", "", "core/runtime/clock.cpp"),
    _line("clock", "core/drivers/probe/a.cpp", "QElapsedTimer timer;", "// A QElapsedTimer would be wrong here."),
    _line("clock", "core/words/a.cpp", "auto t = QDateTime::currentDateTimeUtc();", "QDateTime t(date, time);"),
    _line("clock", "core/base/a.cpp", "auto t = time(nullptr);", "auto t = time(0.5);"),
    _line("random", "core/lab/a.cpp", "int n = std::rand();", 'auto s = "std::rand";', "core/base/random.h"),
    _line("random", "core/lab/a.cpp", "std::random_device device;", "Random random(4711);"),
    _line("timer", "core/runtime/a.cpp", "QTimer timer;", "QTimer timer;", "nextDeadline", "core/drivers/probe/a.cpp"),
    _line("timer", "core/drivers/ports/a.cpp", "QTimer timer;", "int timer;"),
    _line("sleep", "tests/unit/a.cpp", "std::this_thread::sleep_for(1s);", "QTRY_COMPARE(a, b);", "QTRY_COMPARE"),
    _line("sleep", "tests/unit/a.cpp", "QTest::qWait(50);", "QTest::qWaitFor(ready);"),
    _line("secret", "app/a.cpp", "job.setInsecureFallback(true);", "job.start();", "this run's memory"),
    _line("tls", "core/drivers/probe/a.cpp", "reply->ignoreSslErrors();", "reply->abort();"),
    _line("opengl", "views/now/a.cpp", "series->setUseOpenGL(true);", "series->replace(points);"),
    _line("plain-text", "views/now/a.cpp", "QMessageBox box;", "Dialog box;", "plain text"),
    _line("plain-text", "views/widgets/a.cpp", "l->setTextFormat(Qt::RichText);", "l->setTextFormat(Qt::PlainText);"),
    _line("plain-text", "views/widgets/a.cpp", "l->setTextFormat(Qt::AutoText);", "l->setText(text);"),
    _line("plain-text", "views/now/a.cpp", "auto *l = new QLabel(this);", "auto *l = new QLabel(this);",
          "views/widgets",
          "views/widgets/a.cpp"),
    _line("plain-text", "views/now/a.cpp", "QLabel label(this);", "QLabel *label = nullptr;"),
    _line("plain-text", "views/now/a.cpp", "button->setToolTip(text);", "setHint(button, text);"),
    _line("plain-text", "views/now/a.cpp", "if (role == Qt::ToolTipRole)", "if (role == Qt::ToolTipRole)", "escaped",
          "views/models/a.cpp"),
    _line("coroutine", "core/drivers/probe/a.cpp", "co_await fetch({.url = url});", "co_await fetch(request);",
          "name it"),
    _line("coroutine", "core/drivers/probe/a.cpp", "co_await fetch(id, Request{url});", "if (co_await fetch(id)) {"),
    _line("singleton", "core/lab/a.cpp", "static Lab &instance();", "run(Lab::instanceOf(id));", "compose.cpp"),
    _line("singleton", "core/lab/a.cpp", "Lab &Lab::instance()\n{", "auto *app = QCoreApplication::instance();"),
    _line("name", "core/lab/a.cpp", "class FaultManager;", "class QNetworkAccessManager;", "noun"),
    _line("name", "core/lab/a.cpp", "namespace StringUtils {", "struct Utilization {"),
    Case("name", "core/lab/string_utils.cpp", SPDX, 1, "noun", SPDX, "core/lab/utilisation.cpp"),
    Case("todo", "README.md", "# Siaga\n\nTODO: write\n", 3, "issue", "# Siaga\n\nTodoist is no word of ours.\n"),
    Case("machine-path", "packaging/run", "#!/bin/bash\n# SPDX\ncd /home/me/siaga\n", 3, "relative",
         '#!/bin/bash\n# SPDX\ncd "$here/home/x" # https://example.org/work/\n'),
)

SHAPES = (
    Case("file-size", "core/lab/a.cpp", SPDX + "\n" * 400, 401, "by subject", SPDX + "\n" * 399),
    Case("function-size", "core/lab/a.cpp", SPDX + "int f()\n{\n" + "    g();\n" * 68 + "}\n", 2, "a name",
         SPDX + "int f()\n{\n" + "    g();\n" * 67 + "}\n"),
    Case("function-size", "packaging/a.py", "# S\n\ndef f():\n" + "    g()\n" * 70, 3, "a name",
         "# S\n\ndef f():\n" + "    g()\n" * 69),
    Case("licence", "core/lab/a.cpp", "int a;\n", 1, "SPDX", SPDX),
    Case("licence", "packaging/run", "#!/bin/bash\necho\n", 1, "SPDX",
         "#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"),
    Case("pragma-once", "core/lab/a.h", SPDX + "// What it is for.\n#ifndef A\n", 3, "#pragma once", HEAD),
    Case("header-head", "core/lab/a.h", SPDX + "#pragma once\n", 1, "what it is for", HEAD),
    _line("commented-code", "core/lab/a.cpp", "// const auto x = f(1);", "// The value of f(1);", "history"),
    _line("commented-code", "core/lab/a.cpp", "    // run(a, b);", "    /// run(a, b);"),
    _line("commented-code", "core/lab/a.cpp", "// return x;", "// return to sender, or else."),
    _line("commented-code", "core/lab/a.cpp", "// if (ready) {", "// if (and only if) it is ready"),
    _line("commented-code", "core/lab/a.cpp", '//#include "a.h"', "// # of tries"),
)

FILES = (
    Case("unused-header", "core/lab/a.h", HEAD, 1, "use it", HEAD, "core/lab/b.h",
         {"tests/unit/a.cpp": SPDX + '#include "core/lab/b.h"\n'}),
    Case("unbuilt", "core/lab/a.cpp", SPDX, 1, "target", SPDX,
         others={"core/lab/CMakeLists.txt": "siaga_library(siaga_lab SOURCES b.cpp)"}, good_path="core/lab/b.cpp"),
    Case("unbuilt", "tests/unit/lab/tst_a.cpp", SPDX, 1, "target", SPDX,
         others={"tests/unit/lab/tests.cmake": "siaga_test(unit/lab/tst_b) # tst_a"},
         good_path="tests/unit/lab/tst_b.cpp"),
    Case("unbuilt", "tests/unit/lab/tst_a.cpp", SPDX, 1, "target", SPDX, good_path="tests/unit/lab/tst_b.cpp",
         others={"tests/unit/lab/tests.cmake": "foreach(n b c)\nsiaga_test(unit/lab/tst_${n})\nendforeach()"}),
    Case("unused-resource", "resources/map/a.txt", "x", 1, "install", "x", good_path="resources/icons/a.svg",
         others={"app/CMakeLists.txt": "file(GLOB icons ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)"}),
    Case("unused-resource", "resources/map/a.txt", "x", 1, "install", "x", good_path="resources/fleets/a.yaml",
         others={"CMakeLists.txt": "install(DIRECTORY resources/fleets DESTINATION share)"}),
    Case("top-level", "scripts/a.sh", "x", 1, "README.md", "x", good_path=".ci/a.sh"),
    Case("translation", "translations/siaga_id.ts", '<a>\n<translation type="unfinished"/>', 2, "Translate",
         "<a>\n<translation>Siaga</translation>"),
)

ALL = (*INCLUDES, *BANS, *SHAPES, *FILES)
