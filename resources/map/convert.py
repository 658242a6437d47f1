#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns land-110m.json (TopoJSON) into land-110m.txt: python3 convert.py land-110m.json > land-110m.txt

One ring a line: x y of its first point, then differences, in twentieths of a degree. A ring across the date line goes
on past 180 degrees and is written a second time, a turn to the west; the reader clamps both to the map. Rings that lie
wholly south of 60 degrees (Antarctica) are dropped: no region stands there, and it takes a fifth of the map's height.
"""
import json
import sys

topology = json.load(open(sys.argv[1], encoding="utf-8"))
scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]


def decoded(arc):
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield (x * scale[0] + translate[0], y * scale[1] + translate[1])


arcs = [list(decoded(arc)) for arc in topology["arcs"]]


def ring(indices):
    points = []
    for index in indices:
        part = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += part if not points else part[1:]
    return points


def unrolled(points):
    """The same ring without jumps of a whole turn."""
    turns, before, result = 0, points[0][0], []
    for x, y in points:
        turns += (x - before < -180) - (x - before > 180)
        before = x
        result.append((x + 360 * turns, y))
    return result


def written(points):
    line, before = [], (0, 0)
    for x, y in points:
        point = (round(x * 20), round(y * 20))
        if not line or point != before:
            line += [point[0] - before[0], point[1] - before[1]]
            before = point
    print(*line)


def polygons(geometry):
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from polygons(part)
    elif geometry["type"] == "MultiPolygon":
        yield from geometry["arcs"]
    elif geometry["type"] == "Polygon":
        yield geometry["arcs"]


for polygon in polygons(topology["objects"]["land"]):
    for indices in polygon:
        points = unrolled(ring(indices))
        if max(y for _, y in points) < -60:
            continue
        written(points)
        for turn in (360, -360):
            if max(x * turn for x, _ in points) > 180 * 360:
                written([(x - turn, y) for x, y in points])
