"""public/data/: what programs read."""

import csv
import hashlib
import io
import json

from statement import Said, sorted_tuple, whole_day_state

NAME = "open data"
LASTS = True


def table(text):
    return list(csv.DictReader(io.StringIO(text)))


def _holding(periods, day, start, end):
    return [p for p in periods if (not p[start] or p[start] <= day) and (not p[end] or day < p[end])]


def said(tree, at):
    found = Said()
    path, day = "public/data/catalogue.json", at.date().isoformat()
    catalogue = json.loads(tree.text(path))
    for window in catalogue["windows"]:
        for p in _holding(window["periods"], day, "from", "until"):
            found.say("state", window["id"], p["state"], path)
            if p["state"] == "serving":
                found.say("facts", window["id"], (p["number"], p["unit"], p["business"], p["venue"], sorted_tuple(p["matters"]), p["timetable"]), path)
    path = "public/data/windows.csv"
    rows = table(tree.text(path))
    for row in _holding(rows, day, "起", "止（不含）"):
        found.say("table state", row["编号"], row["状态"], path)
        if row["状态"] == "serving":
            found.say("table facts", row["编号"], (row["窗口号"], row["单位"], row["所办业务"], row["场所"]), path)
    for name, key in (("matters", "事项名称"), ("units", "名称")):
        path = f"public/data/{name}.csv"
        found.say(f"table of {name}", "hall", sorted_tuple((r["编号"], r[key]) for r in table(tree.text(path))), path)
    path = "public/data/SHA256SUMS"
    for line in tree.text(path).splitlines():
        digest, name = line.split()
        right = hashlib.sha256(tree.bytes(f"public/data/{name.lstrip('*')}")).hexdigest() == digest
        found.say("digest", name, right, path)
    return found


def true(hall, at):
    must, may = {}, {}
    for window, of in hall.windows.items():
        state, facts = whole_day_state(hall, window, at.date()), of.at(at)
        if not facts:
            may[("state", window)] = may[("table state", window)] = state
            continue
        must[("state", window)] = must[("table state", window)] = state
        if state == "serving":
            must[("facts", window)] = (facts.number, facts.unit, facts.business, facts.venue, sorted_tuple(facts.matters), hall.timetable(facts))
            must[("table facts", window)] = (facts.number, hall.unit_name(facts.unit), facts.business, hall.content.venues[facts.venue]["名称"])
    must[("table of matters", "hall")] = sorted_tuple((i, m["事项名称"]) for i, m in hall.content.matters.items())
    must[("table of units", "hall")] = sorted_tuple((i, u["名称"]) for i, u in hall.content.units.items())
    for name in ("matters.csv", "windows.csv", "units.csv", "catalogue.json", "catalogue.schema.json"):
        must[("digest", name)] = True
    return must, may
