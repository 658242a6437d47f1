# SPDX-License-Identifier: GPL-3.0-or-later
"""test_readme.py SOURCE PROGRAM: the README says what the program says.

Like a proof-reader with the machine beside him. Each message of the table of troubles stands in the sources, word by word
(an ellipsis is whatever the program puts there); each command and option that the README names is one of the help's. The
catch: whether the advice is good, only people can tell.
"""

import re
import subprocess
import sys
from pathlib import Path

CODE = ("app", "core", "views")
TROUBLES = "## Troubleshooting"
PIECE_MIN = 6  # Shorter pieces of a message stand anywhere.


def literals(source):
    """All string literals of the C++ sources, those that stand beside each other joined as the compiler joins them."""
    text = []
    for folder in CODE:
        for path in sorted((source / folder).rglob("*.cpp")) + sorted((source / folder).rglob("*.h")):
            code = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
            code = re.sub(r'"\s*(?:\n\s*)"', "", code)
            text += re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
    return [literal.replace('\\"', '"') for literal in text]


def section(readme, title):
    start = readme.index(f"\n{title}\n")
    end = readme.find("\n## ", start + 1)
    return readme[start:end if end >= 0 else len(readme)]


def messages(readme):
    rows = re.findall(r"^\| `([^`]+)` \|", section(readme, TROUBLES), re.MULTILINE)
    return [row for row in rows if row]


def unsaid(message, known):
    """The first piece of the message that no literal holds; empty when all are there."""
    for piece in message.split("…"):
        piece = piece.strip(" ,:;.“”")
        if len(piece) >= PIECE_MIN and not any(piece in literal for literal in known):
            return piece
    return ""


def said(program, *words):
    return subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=True,
                          env={"LC_ALL": "C.UTF-8"}).stdout


def wrong_calls(readme, program):
    """Commands and options in the README's `siaga …` calls that the help does not know."""
    everything = said(program)
    commands = set(re.findall(r"^  ([a-z][a-z-]*)", everything, re.MULTILINE))
    helps = {command: said(program, command) for command in commands}
    options = set(re.findall(r"--[a-z-]+", everything + "".join(helps.values())))
    calls = re.findall(r"`siaga ([^`]*)`", readme) + re.findall(r"^    siaga ([^#\n]*)", readme, re.MULTILINE)
    for call in calls:
        words = [word for word in call.split() if not word.startswith(("-", "[", "'"))]
        first = words[0].strip("|") if words else ""
        before = re.match(r"(?:\[?--[a-z]+(?: [A-Z][A-Za-z.]*|[^ ]*\.yaml)?\]? )+([a-z][a-z-]*)", call)
        name = before.group(1) if before else first
        if re.fullmatch(r"[a-z][a-z-]*", name) and name not in commands:
            yield f"siaga {call}: no command is called {name}"
        for option in re.findall(r"--[a-z][a-z-]*", call):
            if option not in options:
                yield f"siaga {call}: no option is called {option}"


def main():
    source, program = Path(sys.argv[1]), sys.argv[2]
    readme = (source / "README.md").read_text(encoding="utf-8")
    known = literals(source)
    table = messages(readme)
    faults = [] if len(table) >= 10 else [f"only {len(table)} messages stand in {TROUBLES}"]
    for message in table:
        piece = unsaid(message, known)
        if piece:
            faults.append(f"nothing in the program says “{piece}” of “{message}”")
    faults += wrong_calls(readme, program)
    for fault in faults:
        print("FAILED:", fault)
    print(f"{len(table)} messages looked for in {len(known)} literals")
    return 1 if faults else 0


sys.exit(main())
