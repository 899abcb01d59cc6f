"""public/windows/ID.html: a window's own page."""

from page import clean, stem
from statement import Names, Said, day_line, numbers_in, numbers_of, place_words, sorted_tuple, true_day_line, whole_day_state

NAME = "window page"
LASTS = True  # over the horizon, not only on the day of the build
STATES = {"is-serving": "serving", "is-suspended": "suspended", "is-withdrawn": "withdrawn", "is-absent": "absent"}


def said(tree, at):
    found = Said()
    for path in tree.paths("public/windows"):
        window = stem(path)
        if window == "index":
            continue
        page = tree.page(path)

        def pair(phase, name):
            for div in phase.tagged(at, "div"):
                terms = [child for child in div.children if getattr(child, "tag", "") == "dt"]
                if terms and terms[0].text(at) == name:
                    [value] = [child for child in div.children if getattr(child, "tag", "") == "dd"]
                    # Its text, without the links beside it and the tag of a temporary window.
                    aside = {id(e) for e in value.seen(at, lambda e: e.has("links") or e.has("tag"))}
                    return clean("".join(c if isinstance(c, str) else "" if id(c) in aside else c.text(at) for c in value.children))
            return None

        phases = [phase for phase in page.classed(at, "phase")]
        for phase in phases:
            state = next(word for name, word in STATES.items() if phase.has(name))
            found.say("state", window, state, path)
            if state == "absent":
                continue
            for kind, name in (("business", "业务"), ("unit", "单位"), ("place", "位置"), ("phone", "电话")):
                value = pair(phase, name)
                if value is not None:
                    found.say(kind, window, value, path)
            matters = [stem(a.get("href")) for ul in phase.classed(at, "matters") for a in ul.tagged(at, "a")]
            if state == "serving":
                found.say("matters", window, sorted_tuple(matters), path)
            goes = "".join(p.text(at) for p in phase.classed(at, "goes"))
            if state != "serving":
                found.say("goes", window, goes, path)
        if not phases or STATES.get(next((n for n in STATES if phases[0].has(n)), ""), "") == "absent":
            continue
        plates = [plate.text(at, but=("small",)) for plate in page.classed(at, "is-huge")]
        found.say("number", window, " ".join(plates), path)
        for line in page.classed(at, "now"):
            spans = day_line(line.get("data-now"), at.date())
            if spans is not None:
                found.say("day line", window, spans, path)
    return found


def true(hall, at):
    must, may = {}, {}
    for window, of in hall.windows.items():
        state = whole_day_state(hall, window, at.date())
        facts = of.at(at)
        if state == "absent":
            # A window to come has a page before its first day, one that is over may keep it for a while.
            may[("state", window)] = "absent"
            continue
        into = must if facts else may
        facts = facts or of.versions[-1][2]
        into[("state", window)] = state
        into[("number", window)] = facts.number
        into[("business", window)] = facts.business.replace(",", "，")
        into[("unit", window)] = hall.unit_name(facts.unit)
        into[("day line", window)] = true_day_line(hall, window, at.date())
        phone = facts.phone or hall.content.units[facts.unit].get("电话") or hall.content.venues[facts.venue].get("电话")
        may[("phone", window)] = phone or hall.content.site["统一咨询电话"]
        if state != "withdrawn":
            into[("place", window)] = place_words(hall, facts)
        if state == "serving":
            into[("matters", window)] = sorted_tuple(facts.matters)
        else:
            where = (of.pause(at)[2] if of.pause(at) else {}) if state == "suspended" else of.gone_to or {}
            into[("goes", window)] = Goes(numbers_of(hall, where, at), where.get("地址"))
    return must, may


class Goes(Names):
    """Names exactly these windows, and the address."""

    def __init__(self, numbers, address):
        super().__init__(list(numbers) + ([address] if address else []))
        self.numbers = set(numbers)

    def __eq__(self, said):
        return super().__eq__(said) and set(numbers_in(said)) == self.numbers

    def __ne__(self, said):
        return not self == said
