# SPDX-License-Identifier: GPL-3.0-or-later
"""How a file looks: its size, its functions' sizes, its first lines, and code that was commented out."""

import ast
import re
from itertools import takewhile

from source import Finding

FILE_LINES = 400
FUNCTION_LINES = 70
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"

_SIZED = ("app", "core", "views", "tests", "packaging")
_CONTAINER = re.compile(r"^(template\s*<.*>\s*)?(inline\s+)?(namespace|class|struct|union|enum|extern)\b", re.DOTALL)
_LAMBDA = re.compile(r"\[[^\[\]]*\]\s*(\(.*\))?[\w\s:<>&*>-]*$", re.DOTALL)
_ACCESS = re.compile(
    r"\b(public|private|protected|signals|Q_SIGNALS)(\s+(slots|Q_SLOTS))?\s*:(?!:)|\bQ_\w+\b(\([^()]*\))?")
_PREPROCESSOR = re.compile(r"^[ \t]*#(?:\\\n|[^\n])*", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")
_COMMENTED = re.compile(
    r"""^\s*//(?!/)\s*(?:
        (?:[\w:<>*&,]+\s+){0,4}[\w:.>\[\]-]+\s*[-+|&]?=[^=].*;                        # const int x = y;
      | (?:(?:const|static|auto|void|bool|int|double|[\w:<>]+[*&])\s+)*[\w:.>-]+\([^`]*\).*;   # f(x);  void f();
      | (?:return|break|continue|throw|delete|using|co_return|co_await|co_yield)\b[^`]*;
      | (?:if|for|while|switch)\s*\(.*\)\s*\{?
      | (?:\}\s*)?else\b[^.]*\{
      | \#\s*(?:include|define|if|endif)\b.*
      | [{}]+;?
    )\s*$""",
    re.VERBOSE,
)


def file_sizes(tree):
    for file in tree.under(*_SIZED, suffixes=(".h", ".cpp", ".py")):
        if len(file.lines) > FILE_LINES:
            yield Finding(file.path, FILE_LINES + 1, "file-size", f"{len(file.lines)} lines, the limit is {FILE_LINES}",
                          "Split it by subject")


def _without_parentheses(head):
    """The head less everything in parentheses, so that an `=` that is left is an initialiser's."""
    previous = None
    while previous != head:
        previous, head = head, re.sub(r"\([^()]*\)", " ", head)
    return head


def _is_function(head):
    """Whether the text before an opening brace, at namespace or class level, begins a function."""
    if not head or head.startswith(","):
        return True  # The body after a constructor's list of initialisers.
    if _CONTAINER.match(head):
        return False
    bare = re.sub(r"\boperator\s*\W+", "operator ", _without_parentheses(head))
    if "=" in bare:
        return bool(_LAMBDA.search(head))
    return "(" in head


def _head(code, start, brace):
    """What stands before an opening brace: its first position and its text, less Q_OBJECT and access specifiers."""
    access = list(_ACCESS.finditer(code[start:brace]))
    first = start + (access[-1].end() if access else 0)
    text = code[first:brace]
    return first + len(text) - len(text.lstrip()), text.strip()


def functions(code):
    """Yields (first position, last position) of each function of blanked C++ code; lambdas count to their function."""
    code = _PREPROCESSOR.sub(lambda match: _NOT_NEWLINE.sub(" ", match.group(0)), code)
    depth, start = 0, 0
    inside = None  # Depth and first position of the function that we are in; no position for a braced argument.
    for match in re.finditer(r"[{};]", code):
        if match.group(0) == "{":
            if inside is None:
                first, head = _head(code, start, match.start())
                if head.count("(") > head.count(")"):
                    inside = (depth, None)
                elif _is_function(head):
                    inside = (depth, first)
            depth += 1
        elif match.group(0) == "}":
            depth = max(0, depth - 1)
            if inside and depth == inside[0]:
                first, inside = inside[1], None
                if first is None:
                    continue  # The head goes on after the argument.
                yield first, match.start()
        if inside is None or inside[1] is not None:
            start = match.end()


def _python_functions(file):
    for node in ast.walk(ast.parse(file.text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno


def function_sizes(tree):
    for file in tree.under(*_SIZED, suffixes=(".h", ".cpp", ".py")):
        if file.suffix == ".py":
            spans = _python_functions(file)
        else:
            spans = ((file.line_at(first), file.line_at(last)) for first, last in functions(file.code))
        for first, last in spans:
            if last - first + 1 > FUNCTION_LINES:
                yield Finding(file.path, first, "function-size",
                              f"the function has {last - first + 1} lines, the limit is {FUNCTION_LINES}",
                              "Split it into functions that each have a name")


def licence_lines(tree):
    """The first line, or the second after #!, names the licence."""
    for file in tree.under(*_SIZED, ".ci"):
        script = file.is_text and file.text.startswith("#!")
        if file.suffix not in (".h", ".cpp", ".py") and not script:
            continue
        if LICENCE not in "\n".join(file.lines[: 2 if script else 1]):
            yield Finding(file.path, 1, "licence", "the first line names no licence", f"Begin with: {LICENCE}")


def header_heads(tree):
    """A header opens with its licence, a paragraph that says what it is for, and #pragma once."""
    for file in tree.cpp():
        if file.suffix != ".h":
            continue
        opening = list(takewhile(lambda line: line.startswith("//"), file.lines))
        if len(opening) < 2:
            yield Finding(file.path, 1, "header-head", "the header does not say what it is for",
                          "Below the licence say what it is for, with an everyday picture, and the catch")
        after = next((line for line in file.lines[len(opening):] if line.strip()), "")
        if after.strip() != "#pragma once":
            yield Finding(file.path, len(opening) + 1, "pragma-once", "#pragma once is missing",
                          "Put #pragma once after the opening comment")


def commented_code(tree):
    for file in tree.cpp():
        for number, line in enumerate(file.lines, 1):
            if "//" in line and _COMMENTED.match(line):
                yield Finding(file.path, number, "commented-code", f"`{line.strip()}` looks like code",
                              "Remove it: the history keeps it")


RULES = (file_sizes, function_sizes, licence_lines, header_heads, commented_code)
