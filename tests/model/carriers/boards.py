"""print/: the boards that hang on the day, those made ahead, and the sheet of the guide desks."""

import datetime as dt
import re

from state import FOREVER
from statement import Said, numbers_in, sorted_tuple, whole_day_state

NAME = "boards"
LASTS = False


def _squeezed(text):
    return "".join(text.split())


def _signs(tree, path, found):
    for page in tree.pdf(path).split("\f"):
        foot = re.findall(r"hanging-([\w-]+)", page)
        if foot:
            text = page.replace(f"hanging-{foot[0]}", "")
            found.say("sign", foot[0], _squeezed(text), path)


def _listed(tree, path):
    """The window numbers in the lists of a guide; its plan says digits only."""
    return sorted_tuple(set(numbers_in(tree.pdf(path))))


def said(tree, at):
    found = Said()
    for path in tree.paths("print/boards") + tree.paths("print/coming"):
        day = path.split("/")[2] if "/coming/" in path else None
        name = path.rsplit("/", 1)[-1].removesuffix(".pdf")
        subject = (name, day)
        if name.startswith("hanging"):
            if not day:
                _signs(tree, path, found)
        elif name.startswith(("guide", "floor")):
            found.say("numbers", subject, _listed(tree, path), path)
        elif name == "facts":
            counts = dict(re.findall(r"(服务窗口|进驻单位|服务大厅|办理事项)\s+(\d+)", tree.pdf(path)))
            found.say("windows counted", subject, int(counts["服务窗口"]), path)
            found.say("matters counted", subject, int(counts["办理事项"]), path)
        elif name == "matters":
            for matter, numbers in _matters(tree.pdf_words(path)):
                found.say("windows of matter", (matter, day), numbers, path)
        elif name == "hours":
            found.say("hours", subject, tuple(re.findall(r"\d+:\d\d—\d+:\d\d", tree.pdf(path))), path)
    path = "print/guide-desk.pdf"
    for matter, numbers in _matters(tree.pdf_words(path)):
        found.say("guide desk", matter, numbers, path)
    return found


def _names(page, left):
    """The names in the first column; one of two lines has the rest of its row between them."""
    def beside(x, y, near):
        return any(other > x and abs(line - y) < near for _, other, line in page)

    column = [(y, x, text) for text, x, y in page if x < left and "：" not in text
              and len(re.findall(r"[\u4e00-\u9fff]", text)) >= 3 and not re.search(r"办结|工作日|自然日", text)]
    column.sort()
    names, upper = [], None
    for y, x, text in column:
        if beside(x, y, 3):
            names.append((y, text))
            upper = None
        elif text.startswith("（") and names and y - names[-1][0] < 20:
            names[-1] = (names[-1][0], names[-1][1] + text)
        elif upper and upper[1] == x and beside(x, (upper[0] + y) / 2, 3):
            names.append(((upper[0] + y) / 2, upper[2] + text))
            upper = None
        else:
            upper = (y, x, text)
    return names


def _matters(pages):
    """Rows of a table of matters. A cell of several lines stands around the line of its row."""
    rows, numbers = [], []
    for number, page in enumerate(pages):
        found = [(text, x, y) for text, x, y in page if numbers_in(text) and "：" not in text and not re.search(r"[一二三四五六七]楼", text)]
        left = min((x for _, x, _ in found), default=0)
        numbers += [(number, y, numbers_in(text)) for text, _, y in found]
        rows += [(number, y, text) for y, text in _names(page, left)]
    held = {row: [] for row in rows}
    for number, y, words in numbers:
        nearest = min((row for row in rows if row[0] == number), key=lambda row: abs(row[1] - y), default=None)
        if nearest:
            held[nearest] += words
    return [(text, sorted_tuple(set(held[row]))) for row in rows for text in [row[2]]]


class Sign:
    def __init__(self, *words):
        self.words = tuple(_squeezed(word) for word in words)

    def __eq__(self, said):
        return all(word in said for word in self.words)

    def __ne__(self, said):
        return not self == said

    def __repr__(self):
        return "names " + "、".join(self.words)


def _inside(hall, facts, building):
    return not facts.address and hall.floor(facts)["场所"] == building


def true(hall, at, said=None):
    must, may = {}, {}
    building = next(iter(v for v, raw in hall.content.venues.items() if raw["种类"] == "大厅"))
    existing = hall.existing(at)
    for window, facts in existing.items():
        names = [hall.content.matters[m].get("简称") or hall.content.matters[m]["事项名称"] for m in facts.matters]
        must[("sign", window)] = Sign(facts.number, hall.unit_name(facts.unit), facts.business.replace(",", "，"), *names[:1])
    # What is written already is on the boards that are made ahead, public or not.
    written = hall.content.hall_at(FOREVER)
    for key in said or {}:
        kind, subject = key
        if kind in ("sign", "guide desk"):
            continue
        name, day = subject
        then, when = (hall, at) if not day else (written, dt.datetime.fromisoformat(day + "T09:00"))
        standing = {i: f for i, f in then.existing(when).items() if not f.temporary and _inside(then, f, building)}
        if kind == "numbers":
            floor = name.removeprefix("floor-")
            here = {i: f for i, f in standing.items() if not name.startswith("floor") or then.floor(f)["编号"] == floor}
            must[key] = sorted_tuple({f.number for f in here.values()})
        elif kind == "windows counted":
            must[key] = len(standing)
        elif kind == "matters counted":
            must[key] = len({m for f in standing.values() for m in f.matters})
        elif kind == "windows of matter":
            ids = [i for i, m in hall.content.matters.items() if m["事项名称"] == name]
            must[key] = sorted_tuple({f.number for f in standing.values() if ids and ids[0] in f.matters})
        elif kind == "hours":
            table = hall.content.tables[hall.content.venues[building]["办公时间"]]
            spans = [s.replace("-", "—") for row in table["时间"] for s in row["时段"]]
            must[key] = tuple(spans)
    for matter, raw in hall.content.matters.items():
        numbers = sorted_tuple({f.number for i, f in existing.items() if matter in f.matters
                                and whole_day_state(hall, i, at.date()) == "serving"})
        (must if numbers else may)[("guide desk", raw["事项名称"])] = numbers
    return must, may
