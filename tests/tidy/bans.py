# SPDX-License-Identifier: GPL-3.0-or-later
"""What may not stand in the code, as a table: the pattern, where it is banned, and what to write instead."""

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase

from source import CPP, Finding

_CODE = ("app/", "core/", "views/", "tests/")


@dataclass(frozen=True)
class Ban:
    """A pattern searched in code (comments and strings blanked) below some folders, less the globs excepted."""

    name: str
    pattern: str
    remedy: str
    where: tuple = _CODE
    unless: tuple = ()


_CLOCKS = ("core/runtime/clock*",)
_LABELS = ("views/widgets/*",)

BANS = (
    Ban("clock", r"\bsystem_clock\s*::\s*now\b", "Take the time as a parameter; its source is core/runtime/clock.h",
        ("app/", "core/", "views/"), _CLOCKS),
    Ban("clock", r"\b(steady_clock|high_resolution_clock)\s*::\s*now\b|\bhigh_resolution_clock\b"
        r"|\bclock_gettime\b|\bgettimeofday\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)",
        "Take the instant as a parameter; its source is core/runtime/clock.h", ("core/",), _CLOCKS),
    Ban("clock", r"\bQDateTime\s*::\s*current\w+|\bQDate\s*::\s*currentDate|\bQTime\s*::\s*currentTime"
        r"|\bQElapsedTimer\b", "Take the instant as a parameter; its source is core/runtime/clock.h", ("core/",),
        _CLOCKS),
    Ban("random", r"\bstd::rand\b|\bsrand\s*\(|\brandom_device\b|\bQUuid\b|\bQRandomGenerator\b|\bmt19937\w*"
        r"|\bdefault_random_engine\b", "Take a Random & (core/base/random.h) with a seed that can be printed",
        ("core/",)),
    Ban("timer", r"\bQTimer\b|\bstartTimer\s*\(", "Return a deadline (nextDeadline); the loop ticks",
        ("core/",), ("core/drivers/*",)),
    Ban("timer", r"\bQTimer\b|\bstartTimer\s*\(", "Ports and filters hold no timer; the loop ticks them",
        ("core/drivers/ports/", "core/drivers/filters/")),
    Ban("sleep", r"\bsleep_for\b|\bsleep_until\b|\bqSleep\b|\bqWait\s*\(|\bQThread\s*::\s*m?u?sleep\b|\busleep\s*\(",
        "Wait for what is meant: QTRY_COMPARE, QSignalSpy::wait, or a virtual clock"),
    Ban("secret", r"\bsetInsecureFallback\b",
        "Without a keychain a secret lives in this run's memory, and the header says so"),
    Ban("tls", r"\bignoreSslErrors\b", "Trust a certificate explicitly (QSslConfiguration::setCaCertificates)"),
    Ban("opengl", r"\bsetUseOpenGL\b", "Paint fewer points, or write a widget of our own"),
    Ban("plain-text", r"\bQMessageBox\b|\bmightBeRichText\b", "It guesses HTML: use our own dialog with plain text",
        ("app/", "core/", "views/")),
    Ban("plain-text", r"\bQt\s*::\s*(TextFormat\s*::\s*)?(RichText|AutoText)\b",
        "Text from outside is plain: Qt::PlainText", ("app/", "core/", "views/")),
    Ban("plain-text", r"\bnew\s+QLabel\b|\bQLabel\s*[({]|\bQLabel\s+\w+\s*[({;]|\bmake_unique\s*<\s*QLabel\b",
        "A bare QLabel guesses HTML: use the plain label in views/widgets", ("app/", "views/"), _LABELS),
    Ban("plain-text", r"\bsetToolTip\s*\(|\bQToolTip\s*::\s*showText\b", "A tooltip guesses HTML: use the function in views/widgets",
        ("app/", "views/"), _LABELS),
    Ban("plain-text", r"\bQt\s*::\s*(ItemDataRole\s*::\s*)?ToolTipRole\b",
        "An item's tooltip guesses HTML: answer it in views/models, escaped", ("app/", "views/"),
        (*_LABELS, "views/models/*")),
    Ban("coroutine", r"\bco_await\b[^;{]*[(,]\s*[\w:<>]*\s*\{",
        "GCC 12 destroys such a temporary twice: name it first, then await"),
    Ban("singleton", r"\bstatic\b[^;(){}=]*\binstance\s*\(|\binstance\s*\(\s*\)\s*(const|noexcept|\s)*\{",
        "Pass the object to who needs it; app/compose.cpp owns it"),
    Ban("name", r"\b(class|struct|union|enum|namespace|concept|using)\s+(?!Q[A-Z])"
        r"\w*(Manager|Helper|Util|Utilities)s?\b",
        "Name it with the field's noun for what it does"),
)

# Searched in the whole text of every text file: pattern, message, remedy, globs excepted.
TEXT_BANS = (
    ("todo", r"\b(TODO|FIXME)\b", "Do it, or open an issue and leave no mark", ("LICENSE", "tests/tidy/*")),
    ("machine-path", r"(?<![\w.})$>*/-])/(home|root|work)/", "Make it relative, or take it from an option",
     ("LICENSE", "tests/tidy/*")),
)

_FILE_NAMES = re.compile(r"(^|_)(manager|helper|util|utilitie)s?(_|\.)")


def code_bans(tree):
    for ban in BANS:
        pattern = re.compile(ban.pattern)
        for file in tree.under(*ban.where, suffixes=CPP):
            if any(fnmatchcase(file.path, glob) for glob in ban.unless):
                continue
            for match in pattern.finditer(file.code):
                what = " ".join(match.group(0).split())
                yield Finding(file.path, file.line_at(match.start()), ban.name, f"`{what}` is banned here", ban.remedy)


def text_bans(tree):
    for name, source, remedy, unless in TEXT_BANS:
        pattern = re.compile(source)
        for file in tree.under():
            if not file.is_text or any(fnmatchcase(file.path, glob) for glob in unless):
                continue
            for match in pattern.finditer(file.text):
                yield Finding(file.path, file.line_at(match.start()), name, f"`{match.group(0)}` is banned", remedy)


def file_names(tree):
    for file in tree.under("app", "core", "views", "tests", "packaging"):
        name = file.path.rsplit("/", 1)[-1].lower()
        if _FILE_NAMES.search(name):
            yield Finding(file.path, 1, "name", f"the file name {name} says nothing",
                          "Name it with the field's noun for what it holds")


RULES = (code_bans, text_bans, file_names)
