#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers, sizes and bans as a test: `python3 tests/tidy/tidy.py --root .` reads the whole tree in seconds and fails
on anything the house style forbids, with the remedy in the message. Paths after the options narrow what is shown."""

import argparse
import sys
import time

sys.dont_write_bytecode = True

import bans
import files
import includes
import shape
from source import Tree

RULES = (*includes.RULES, *shape.RULES, *bans.RULES, *files.RULES)


def findings(tree):
    """All complaints about the tree, in the order of paths and lines."""
    return sorted({finding for rule in RULES for finding in rule(tree)})


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=".", help="the top of the source tree")
    parser.add_argument("paths", nargs="*", help="show only what is found below these paths")
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    tree = Tree(options.root)
    if not tree.files:
        parser.error(f"no files below {options.root}")
    shown = [f for f in findings(tree) if not options.paths or f.path.startswith(tuple(options.paths))]
    for finding in shown:
        print(finding)
    print(f"tidy: {len(tree.files)} files, {len(shown)} findings, {time.monotonic() - begun:.1f} s")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main())
