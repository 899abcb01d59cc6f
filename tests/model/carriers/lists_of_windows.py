"""Lists of windows: all of them, by unit, by venue, by floor, with the floor plans."""

from page import clean, stem
from statement import Said, sorted_tuple

NAME = "window lists and plans"
LASTS = True


def _rows(page, at):
    for row in page.classed(at, "row"):
        plate = [p for p in row.tagged(at, "a") if p.has("plate")]
        if plate:
            name = row.classed(at, "row-name")
            yield stem(plate[0].get("href")), clean(plate[0].text(at)), clean(name[0].text(at)).removesuffix(" 临时窗口") if name else ""


def _numbers(page, at):
    for numbers in page.classed(at, "numbers"):
        for item in numbers.tagged(at, "li"):
            [link] = item.tagged(at, "a")[:1]
            [number] = link.tagged(at, "b")[:1]
            yield stem(link.get("href")), clean(number.text(at)), clean(link.text(at, but=("b",)))


def _plan(page, at):
    """Windows drawn on the plan of the day, what is shared between plans taken from where it is drawn."""
    shared = {e.get("id"): e for e in page.every(lambda e: e.tag == "g" and e.get("id"))}

    def drawn(element):
        for child in element.seen(at, lambda e: e.tag in ("a", "use")):
            if child.tag == "use":
                target = shared.get((child.get("href") or child.get("xlink:href")).lstrip("#"))
                if target is not None:
                    yield from drawn(target)
            elif child.has("plan-window"):
                [title] = child.tagged(at, "title")[:1]
                box = child.tagged(at, "rect")
                x = float(box[0].get("x")) + float(box[0].get("width")) / 2
                y = float(box[0].get("y")) + float(box[0].get("height")) / 2
                yield stem(child.get("href")), title.text(at).split(" ")[0], round(x), round(y)

    for figure in page.classed(at, "plan-figure"):
        yield from drawn(figure)


def said(tree, at):
    found = Said()
    index = "public/windows/index.html"
    found.say("all windows", "hall", sorted_tuple(_numbers(tree.page(index), at)), index)
    for path in tree.paths("public/units"):
        if stem(path) != "index":
            found.say("windows of unit", stem(path), sorted_tuple(_rows(tree.page(path), at)), path)
    for path in tree.paths("public/venues"):
        if stem(path) != "index":
            found.say("windows of venue", stem(path), sorted_tuple(_rows(tree.page(path), at)), path)
    for path in tree.paths("public/floors"):
        page = tree.page(path)
        found.say("windows of floor", stem(path), sorted_tuple(set(_numbers(page, at))), path)
        found.say("plan of floor", stem(path), sorted_tuple(set(_plan(page, at))), path)
    return found


def true(hall, at):
    must, may = {}, {}
    existing = hall.existing(at)

    def rows(wanted):
        return sorted_tuple((i, f.number, f.business) for i, f in existing.items() if wanted(f))

    must[("all windows", "hall")] = rows(lambda f: True)
    for unit in hall.content.units:
        # A unit that never had a window, such as an office, may have no page.
        rows_of_unit = rows(lambda f: f.unit == unit)
        (must if rows_of_unit else may)[("windows of unit", unit)] = rows_of_unit
    for venue, raw in hall.content.venues.items():
        below = {v for v, other in hall.content.venues.items() if other.get("上级") == venue} | {venue}
        gone = venue in hall.closed_venues and hall.closed_venues[venue][0] <= at
        # A house of several halls lists its halls.
        listed = rows(lambda f: f.venue == venue)
        (may if gone or len(below) > 1 else must)[("windows of venue", venue)] = listed
    for floor in hall.content.floors:
        here = {i: f for i, f in existing.items() if (on := hall.floor(f)) and on["编号"] == floor}
        into = must if here else may
        into[("windows of floor", floor)] = sorted_tuple((i, f.number, f.business) for i, f in here.items())
        into[("plan of floor", floor)] = sorted_tuple((i, f.number, round(f.at[0]), round(f.at[1])) for i, f in here.items())
    return must, may
