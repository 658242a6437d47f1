# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules about include lines: layers, libraries, pages, real products, folders in a ring, unused headers."""

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path, PurePosixPath

import include_table as table
from source import Finding

_WHOLE_MODULES = re.compile(r"Qt(?!Plugin|ConfigTests)[A-Z]\w*")
_GENERATED = re.compile(r"(moc_\w+\.cpp|\w+\.moc)$")


def layer_of(path):
    """The row of the table that a file or header belongs to; None when there is no such row."""
    parts = path.split("/")
    if parts[0] in ("views", "app", "tests"):
        return parts[0]
    if parts[0] != "core" or len(parts) < 3:
        return None
    if parts[1] == "drivers":
        if len(parts) == 3:
            return "core/drivers/ports"
        return "/".join(parts[:3]) if parts[2] in ("ports", "filters") else "core/drivers/PRODUCT"
    folder = "/".join(parts[:2])
    return folder if folder in table.MAY_INCLUDE else None


def product_of(path):
    """The folder of the real product that a path lies in, else None."""
    return "/".join(path.split("/")[:3]) if layer_of(path) == "core/drivers/PRODUCT" else None


def _as_row(path):
    """The path with the product's name replaced by the word that the table uses for all of them."""
    product = product_of(path)
    return path.replace(product, "core/drivers/PRODUCT", 1) if product else path


def _own(path, name):
    """Whether a header lies in the file's own layer, or in its own product's folder."""
    layer = layer_of(path)
    if layer == "core/drivers/PRODUCT":
        return product_of(path) == product_of(name)
    return layer == layer_of(name)


def _listed(name, entries):
    return any(name.startswith(entry) if entry.endswith("/") else fnmatchcase(name, entry) for entry in entries)


def _allowed(path, name):
    layer = layer_of(path)
    if _own(path, name):
        return True
    return _listed(name, table.MAY_INCLUDE[layer]) and not _listed(name, table.NEVER_INCLUDE.get(layer, ()))


def layers(tree):
    """Each quoted include against the table; includes are written from the root."""
    for file in tree.cpp():
        if layer_of(file.path) is None:
            yield Finding(file.path, 1, "layers", f"{file.folder} is not in the table of layers",
                          "Move the file, or add the folder to tests/tidy/include_table.py with what it may include")
            continue
        for include in file.includes:
            if include.angled or _GENERATED.search(include.name):
                continue
            if include.name not in tree.files:
                yield Finding(file.path, include.line, "root-path", f'"{include.name}" is no file seen from the root',
                              'Write the path from the root, as in "core/base/instant.h"')
            elif not product_of(include.name) and not _allowed(file.path, include.name):
                may = ", ".join(table.MAY_INCLUDE[layer_of(file.path)]) or "the standard library only"
                yield Finding(file.path, include.line, "layers",
                              f"{layer_of(file.path)} may not include {include.name}", f"It may include: {may}")


def products(tree):
    """Real products are named in the composition and in tests, and by themselves."""
    for file in tree.cpp():
        if file.path.startswith("tests/") or fnmatchcase(file.path, table.COMPOSITION):
            continue
        for include in file.includes:
            product = product_of(include.name)
            if product and product != product_of(file.path):
                yield Finding(file.path, include.line, "products", f"the real product {product} is named here",
                              f"Use its port in core/drivers/ports; only {table.COMPOSITION} names products")


@cache
def _qt_modules():
    """Class header to module, read from the list beside this file."""
    modules, module = {}, None
    for line in (Path(__file__).parent / "qt_headers.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            module = line.strip("[]")
        elif not line.startswith("#"):
            modules.update({name: module for name in line.split()})
    return modules


def library_of(name):
    """The kind of library that an angled header belongs to."""
    for kind, pattern in table.LIBRARIES:
        if re.match(pattern, name):
            return kind
    if name in table.STANDARD_HEADERS:
        return "standard"
    short = PurePosixPath(name).name
    if re.match(r"Q[A-Z]|Qt", name):
        return _qt_modules().get(short, "Qt for windows")
    if re.match(r"q\w+\.h$", short):
        return {k.lower() + ".h": v for k, v in _qt_modules().items()}.get(short, "Qt for windows")
    return "system"


def libraries(tree):
    """Library headers only where the table has them; engines see neither threads nor files nor clocks."""
    for file in tree.under("app", "core", "views", suffixes=(".h", ".cpp")):
        for include in file.includes:
            kind = library_of(include.name)
            if _WHOLE_MODULES.fullmatch(include.name) and include.name not in _qt_modules() or not include.angled:
                continue  # A rule of its own has whole modules.
            if kind != "standard" and not _listed(_as_row(file.path), table.MAY_USE[kind]):
                yield Finding(file.path, include.line, "libraries", f"<{include.name}> ({kind}) is out of place here",
                              f"It belongs in: {', '.join(table.MAY_USE[kind])}")
            elif include.name in table.IMPURE_HEADERS and layer_of(file.path) in table.WITHOUT_THE_WORLD:
                yield Finding(file.path, include.line, "libraries", f"<{include.name}> reaches the world outside",
                              "Engines, plans and boards are pure functions: pass the value in")


def whole_modules(tree):
    """One class header at a time: a module's header costs seconds in each file."""
    for file in tree.cpp():
        for include in file.includes:
            if _WHOLE_MODULES.fullmatch(include.name) and include.name not in _qt_modules():
                yield Finding(file.path, include.line, "whole-module", f"<{include.name}> is a whole module",
                              "Include the single classes, as in <QLabel>")


def _page_of(path):
    """The page that a file under views belongs to; None for shared parts, the frame, and files at the top."""
    parts = path.split("/")
    shared = (*table.SHARED_VIEWS, *table.FRAME_VIEWS)
    return parts[1] if parts[0] == "views" and len(parts) > 2 and parts[1] not in shared else None


def pages(tree):
    """No page includes another, and what pages share knows no page."""
    for file in tree.under("views", suffixes=(".h", ".cpp")):
        own, parts = _page_of(file.path), file.path.split("/")
        for include in file.includes:
            other = _page_of(include.name)
            if other and other != own and (own or parts[1] in table.SHARED_VIEWS):
                yield Finding(file.path, include.line, "pages", f"the page {other} is included here",
                              "Move what both need to views/widgets or views/models, or emit a request")


def rings(tree):
    """Two folders that include each other are one folder in disguise."""
    edges = {}
    for file in tree.cpp():
        for include in file.includes:
            target = str(PurePosixPath(include.name).parent)
            if not include.angled and include.name in tree.files and target != file.folder:
                edges.setdefault((file.folder, target), (file.path, include.line))
    for (source, target), (path, line) in sorted(edges.items()):
        if source < target and (target, source) in edges:
            back = edges[target, source]
            yield Finding(path, line, "rings",
                          f"{source} and {target} include each other (back at {back[0]}:{back[1]})",
                          "Move what both need into a folder below them")


def unused_headers(tree):
    """A header that no file includes is dead."""
    used = {include.name for file in tree.cpp() for include in file.includes if not include.angled}
    for file in tree.cpp():
        if file.suffix == ".h" and file.path not in used:
            yield Finding(file.path, 1, "unused-header", "no file includes this header", "Remove it, or use it")


RULES = (layers, products, libraries, whole_modules, pages, rings, unused_headers)
