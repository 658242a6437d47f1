# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the catalogues in translations/ against the strings in the code.

test_catalogue.py ROOT LUPDATE: reads the code into a copy of each catalogue, as `ninja update_translations` would, and
fails when the copy has a string that is not translated, or one that no code says any more.
"""

import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

REMEDY = "run `cmake --build build/dev --target update_translations`, then translate what is unfinished"


def messages(catalogue):
    """(context, source, comment, whether it has plural forms, forms of the translation, what is not right with it)"""
    for context in ElementTree.parse(catalogue).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (name, message.findtext("source"), message.findtext("comment") or "")
            yield key, message.get("numerus") == "yes", forms, translation.get("type")


def read_code_into(copy, root, lupdate):
    code = [str(path.relative_to(root)) for folder in ("app", "views", "core/words")
            for path in sorted((root / folder).rglob("*.cpp"))]
    done = subprocess.run([lupdate, "-silent", "-locations", "none", "-I", ".", *code, "-ts", str(copy)], cwd=root,
                          capture_output=True, text=True, check=True)
    # A function of ours that happens to be called tr() is filed under another context than the one it looks in.
    return [f"{line}: say translate(\"CONTEXT\", …) there" for line in done.stderr.splitlines() if "lacks Q_OBJECT" in line]


def places(text, plural):
    """What is put into the text: %1 to %9, and %n."""
    return sorted(set(re.findall(r"%L?([1-9])", text))) + (["n"] if plural and "%n" in text else [])


def problems(copy):
    for (context, source, comment), plural, forms, kind in messages(copy):
        where = f"{context}: “{source}”" + (f" ({comment})" if comment else "")
        if kind in ("vanished", "obsolete"):
            yield f"{where} is said nowhere any more"
        elif kind == "unfinished" or not all(forms):
            yield f"{where} is not translated"
        else:
            yield from (f"{where} and “{form}” do not have the same %1, %2 …" for form in forms
                        if places(form, plural) != places(source, plural))


def main():
    root, lupdate = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    found = []
    for catalogue in sorted((root / "translations").glob("*.ts")):
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / catalogue.name
            copy.write_bytes(catalogue.read_bytes())
            found += read_code_into(copy, root, lupdate)
            found += [f"{catalogue.name}: {problem}" for problem in problems(copy)]
    for line in found:
        print(line)
    if found:
        print(f"{len(found)} found: {REMEDY}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
