# SPDX-License-Identifier: GPL-3.0-or-later
"""The tree as the rules see it: which files there are, their text, and their code without comments and strings.

Like a reading lamp over the code: it shows each file once as written and once with everything blanked that is not
code. The catch: blanked text keeps its length and its lines, so that a position in one is a position in the other.
"""

import os
import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CPP = (".h", ".cpp")

# Comments, raw strings, strings, numbers (their digit separators look like quotes), characters.
_TOKENS = re.compile(
    r"(?P<line>//[^\n]*)"
    r"|(?P<block>/\*.*?\*/)"
    r'|(?P<raw>R"(?P<tag>[^()\\\s]{0,16})\(.*?\)(?P=tag)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<number>\b[0-9](?:'?[0-9A-Za-z_.])*)"
    r"|(?P<char>'(?:\\.|[^'\\\n])+')",
    re.DOTALL,
)
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True, order=True)
class Finding:
    """One complaint: where, which rule, what is wrong, and what to do instead."""

    path: str
    line: int
    rule: str
    message: str
    remedy: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.message}. {self.remedy}."


@dataclass(frozen=True)
class Include:
    """One include line; angled is true for <...>."""

    line: int
    name: str
    angled: bool


def _blank(match):
    """Comments go whole; strings and characters keep their quotes; numbers stay."""
    text = match.group(0)
    if match.lastgroup == "number" or match.group("number"):
        return text
    if match.group("line") or match.group("block"):
        return _NOT_NEWLINE.sub(" ", text)
    return text[0] + _NOT_NEWLINE.sub(" ", text[1:-1]) + text[-1]


class SourceFile:
    """One file of the tree; path is relative to the root, with slashes."""

    def __init__(self, root, path):
        self.path = path
        self.suffix = Path(path).suffix
        self._raw = (root / path).read_bytes()

    @cached_property
    def is_text(self):
        return b"\0" not in self._raw[:8192]

    @cached_property
    def text(self):
        return self._raw.decode("utf-8", errors="replace")

    @cached_property
    def lines(self):
        return self.text.splitlines()

    @cached_property
    def code(self):
        """The C++ text with comments and the insides of strings blanked, position by position."""
        return _TOKENS.sub(_blank, self.text)

    @cached_property
    def includes(self):
        found = []
        for match in _INCLUDE.finditer(self.text):
            if self.code[match.start() : match.end()].lstrip().startswith("#"):
                found.append(Include(self.line_at(match.start(2)), match.group(2), match.group(1) == "<"))
        return found

    @property
    def folder(self):
        return os.path.dirname(self.path)

    @property
    def is_cpp(self):
        return self.suffix in CPP

    def line_at(self, position):
        return self.text.count("\n", 0, position) + 1


class Tree:
    """All files under a root that belong to the project."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.files = {}
        for path in sorted(set(_tracked(self.root) or _walked(self.root))):
            try:
                if (self.root / path).is_file():
                    self.files[path] = SourceFile(self.root, path)
            except FileNotFoundError:
                continue  # Removed while we were reading.

    def under(self, *folders, suffixes=None):
        """Files below any of the folders, with any of the suffixes; no folder means all."""
        prefixes = tuple(folder.rstrip("/") + "/" for folder in folders)
        for path, file in self.files.items():
            if (not prefixes or path.startswith(prefixes)) and (suffixes is None or file.suffix in suffixes):
                yield file

    def cpp(self):
        return self.under("app", "core", "views", "tests", suffixes=CPP)

    def cmake(self):
        for path, file in self.files.items():
            if path.endswith((".cmake", "CMakeLists.txt")):
                yield file


def _tracked(root):
    """What git tracks or would track; nothing when root is not the top of a checkout that git may read."""
    try:
        git = ["git", "-C", str(root)]
        top = subprocess.run(git + ["rev-parse", "--show-toplevel"], capture_output=True, text=True, check=True)
        if Path(top.stdout.strip()).resolve() != root:
            return []
        command = git + ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        listed = subprocess.run(command, capture_output=True, text=True, check=True)
        return [path for path in listed.stdout.split("\0") if path]
    except (OSError, subprocess.CalledProcessError):
        return []


def _walked(root):
    """Every file, less the build folder, hidden folders and Python's caches."""
    for folder, folders, names in os.walk(root):
        at_top = Path(folder) == root
        skipped = ("__pycache__", "build") if at_top else ("__pycache__",)
        folders[:] = [name for name in folders if not name.startswith(".") and name not in skipped]
        for name in names:
            yield (Path(folder) / name).relative_to(root).as_posix()
