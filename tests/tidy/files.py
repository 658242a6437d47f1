# SPDX-License-Identifier: GPL-3.0-or-later
"""Which files there are: nothing dead, nothing astray at the top, no translation left unfinished."""

import re
from fnmatch import fnmatchcase

from source import Finding

TOP_LEVEL = ("CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "app", "core", "views", "resources",
             "translations", "tests", "packaging")

# What stands beside resources to say what they are, where they come from, and how they were made.
_ABOUT_RESOURCES = ("CMakeLists.txt", "README.md", "LICENSE", ".py")

_COMMENT = re.compile(r"#[^\n]*")
_WORD = re.compile(r'[^\s()";]+')
_HERE = re.compile(r"^\$\{(CMAKE_CURRENT_SOURCE_DIR|CMAKE_CURRENT_LIST_DIR)\}/")
_ROOT = re.compile(r"^\$\{(CMAKE_SOURCE_DIR|PROJECT_SOURCE_DIR|siaga_SOURCE_DIR)\}/")
_VARIABLE = re.compile(r"\\\$\\\{\w+\\\}|\\\$\w+")


def _words(file):
    return set(_WORD.findall(_COMMENT.sub("", file.text)))


def _names(word, path, words):
    """Whether a word, in which ${variables} and * may stand, names the path; what a variable stands for must be
    a word of the same file."""
    if "$" not in word:
        return word == path or ("*" in word and fnmatchcase(path, word))
    match = re.fullmatch(_VARIABLE.sub(r"([\\w.-]+)", re.escape(word)), path)
    return bool(match) and all(group in words for group in match.groups())


def _rooted(word, folder):
    """The word as paths from the root: seen from the root itself, from its own folder, and from tests/, whose
    CMakeLists.txt includes every tests.cmake."""
    if _ROOT.match(word):
        return (_ROOT.sub("", word),)
    word = _HERE.sub("", word)
    own = f"{folder}/{word}" if folder else word
    return (own, f"tests/{word}") if folder.startswith("tests") else (own,)


def unbuilt_sources(tree):
    """Every .cpp is named by some CMakeLists.txt or tests.cmake."""
    lists = [(file.folder, _words(file)) for file in tree.cmake()]
    for file in tree.cpp():
        if file.suffix != ".cpp":
            continue
        forms = (file.path, file.path.removesuffix(".cpp"))
        named = any(
            _names(path, form, words)
            for folder, words in lists
            if file.path.startswith(folder + "/" if folder else "")
            for word in words
            for path in _rooted(word, folder)
            for form in forms
        )
        if not named:
            yield Finding(file.path, 1, "unbuilt", "no CMakeLists.txt and no tests.cmake names this file",
                          "Add it to its target, or remove it")


def _refers(word, path, words):
    """Whether a word of a build or packaging file refers to a resource: itself, by pattern, or by its folder."""
    at = word.find("resources/")
    if at < 0:
        return False
    target = word[at:].rstrip("/")
    return _names(target, path, words) or (target != "resources" and path.startswith(target + "/"))


def unused_resources(tree):
    """Every file in resources/ is referred to by a CMake file or by packaging."""
    lists = []
    for file in (*tree.cmake(), *(f for f in tree.under("packaging") if f.is_text)):
        words = _words(file)
        inside = f"{file.folder}/" if file.folder.startswith("resources") else ""
        lists.append({inside + _HERE.sub("", word) if inside else word for word in words} | words)
    for file in tree.under("resources"):
        if file.path.endswith(_ABOUT_RESOURCES):
            continue
        if not any(_refers(word, file.path, words) for words in lists for word in words):
            yield Finding(file.path, 1, "unused-resource", "no CMake file and no packaging refers to this file",
                          "Build or install it, or remove it")


def top_level(tree):
    """The top of the tree shows the house, and nothing else."""
    seen = set()
    for path in tree.files:
        top = path.split("/")[0]
        if not top.startswith(".") and top not in TOP_LEVEL and top not in seen:
            seen.add(top)
            yield Finding(path, 1, "top-level", f"{top} does not belong at the top",
                          f"At the top stand only: {' '.join(TOP_LEVEL)}, and dotfiles")


def unfinished_translations(tree):
    for file in tree.under("translations", suffixes=(".ts",)):
        for number, line in enumerate(file.lines, 1):
            if 'type="unfinished"' in line:
                yield Finding(file.path, number, "translation", "a translation is unfinished", "Translate it")


RULES = (unbuilt_sources, unused_resources, top_level, unfinished_translations)
