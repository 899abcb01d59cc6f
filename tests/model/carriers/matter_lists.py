"""public/lists/ and the data of the search: which windows take on which matter."""

import json
import re

from page import clean, stem
from statement import Said, short_day, sorted_tuple, whole_day_state
from carriers.open_data import table

NAME = "matter lists and search"
LASTS = True


def holds(note, at):
    """Whether a remark such as （3月16日（星期一）前） or （自…起） holds."""
    days = [(int(m), int(d)) for m, d in re.findall(r"(\d+)月(\d+)日", note)]
    if not days:
        return True
    year, month = at.year, at.month
    dates = []
    for m, d in days:
        # The remark has no year: the one that is nearest.
        y = year + (1 if month == 12 and m == 1 else -1 if month == 1 and m == 12 else 0)
        dates.append((y, m, d))
    today = (at.year, at.month, at.day)
    if "至" in note and len(dates) == 2:
        return dates[0] <= today <= dates[1]
    if "起" in note and "前" in note and len(dates) == 2:
        return dates[0] <= today < dates[1]
    if "前" in note:
        return today < dates[0]
    if "起" not in note:
        return today == dates[0]
    return today >= dates[0]


def said(tree, at):
    found = Said()
    path = "public/lists/in-hall.csv"
    for row in table(tree.text(path)):
        serving = []
        for part in filter(None, row["窗口"].split("；")):
            number, _, note = part.partition("窗口")
            if holds(note, at) != ("暂停" in note):
                serving.append(number)
        found.say("table of matters in the hall", row["事项编号"], sorted_tuple(serving), path)
    # A long list has a page for each unit.
    pages = ["public/lists/in-hall.html"] + tree.paths("public/lists/in-hall")
    for path, row in ((path, row) for path in pages for row in tree.page(path).tagged(at, "tr")):
        heads = [a for th in row.tagged(at, "th") for a in th.tagged(at, "a")]
        cells = [td for td in row.tagged(at, "td") if td.get("data-head") == "窗口"]
        if heads and cells:
            spans = cells[0].tagged(at, "span") or [cells[0]]
            serving = [clean(a.text(at)).partition("窗口")[0] for span in spans if not _paused(span.text(at), at) for a in span.tagged(at, "a")]
            found.say("list of matters in the hall", stem(heads[0].get("href")), sorted_tuple(serving), path)
    [path] = [p for p in tree.paths("public/assets") if "/search-data." in p]
    text = tree.text(path)
    data = json.loads(text[text.index("{"):text.rindex("}") + 1])
    names, ids = data["n"].split("\n"), data["u"].split("\n")
    windows = {}
    for kind, name, identity, which in zip(data["k"], names, ids, data["w"]):
        word = data["kinds"][kind][0]
        if word == "事项":
            serving = [(s[0], data["places"][s[1]]) for s in (data["stands"][n] for n in data["sets"][which])
                       if _within(s, at)] if which >= 0 else []
            found.say("search of matter", identity, sorted_tuple(serving), path)
            found.say("search name", identity, name, path)
        if word == "窗口" and which >= 0:
            stands = [data["stands"][n] for n in data["sets"][which]]
            windows.setdefault(identity, set()).update(s[0] for s in stands if _within(s, at))
    for identity, numbers in windows.items():
        found.say("search of window", identity, sorted_tuple(numbers), path)
    return found


def _paused(text, at):
    return "暂停" in text and holds(text, at)


def _within(stand, at):
    day = at.date().isoformat()
    return (not stand[2] or stand[2] <= day) and (not stand[3] or day < stand[3])


def true(hall, at):
    from statement import floor_words

    must, may = {}, {}
    for matter, raw in hall.content.matters.items():
        serving = {i: f for i, f in hall.existing(at).items()
                   if matter in f.matters and whole_day_state(hall, i, at.date()) == "serving"}
        numbers = sorted_tuple(hall.numbered(f) for f in serving.values())
        into = must if any(matter in v[2].matters for w in hall.windows.values() for v in w.versions if v[1] > at) else may
        into[("table of matters in the hall", matter)] = numbers
        into[("list of matters in the hall", matter)] = numbers
        must[("search name", matter)] = raw["事项名称"]

        def place(facts):
            venue = hall.content.venues[facts.venue]["名称"]
            return (facts.address or floor_words(hall.floor(facts))) + venue

        must[("search of matter", matter)] = sorted_tuple((f.number, place(f)) for f in serving.values())
    for window, of in hall.windows.items():
        facts = of.at(at)
        if facts and whole_day_state(hall, window, at.date()) == "serving":
            must[("search of window", window)] = (facts.number,)
        else:
            may[("search of window", window)] = () if not facts else (facts.number,)
    return must, may
