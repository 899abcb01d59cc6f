"""public/matters/ID.html: where a matter is taken on."""

from page import clean, stem
from statement import Names, Said, day_line, numbers_of, sorted_tuple, true_day_line, whole_day_state

NAME = "matter page"
LASTS = True


def said(tree, at):
    found = Said()
    for path in tree.paths("public/matters"):
        if path.count("/") != 2:
            continue
        matter, page = stem(path), tree.page(path)
        serving, paused = [], []
        for stand in page.classed(at, "stand"):
            [plate] = [p for p in stand.tagged(at, "a") if p.has("plate")][:1]
            pair = (stem(plate.get("href")), clean(plate.text(at)))
            (paused if stand.has("is-stopped") else serving).append(pair)
            for line in stand.classed(at, "now"):
                spans = day_line(line.get("data-now"), at.date())
                if spans is not None:
                    found.say("day line", (matter, pair[0]), spans, path)
        found.say("windows", matter, sorted_tuple(serving), path)
        found.say("paused windows", matter, sorted_tuple(paused), path)
        found.say("asks", matter, "大厅窗口不再受理" in page.text(at), path)
        if "大厅窗口不再受理" in page.text(at):
            text = "".join(p.text(at) for p in page.classed(at, "answer-ask"))
            found.say("elsewhere", matter, text, path)
    return found


def true(hall, at):
    must, may = {}, {}
    for matter in hall.content.matters:
        serving, paused = [], []
        for window, facts in hall.existing(at).items():
            if matter in facts.matters:
                state = whole_day_state(hall, window, at.date())
                (paused if state == "suspended" else serving).append((window, facts.number))
                if state == "serving":
                    must[("day line", (matter, window))] = true_day_line(hall, window, at.date())
        must[("windows", matter)] = sorted_tuple(serving)
        must[("paused windows", matter)] = sorted_tuple(paused)
        # Nobody takes it on any more, and the last window said where it is taken on now.
        gone = [w for w in hall.windows.values() if w.gone_to and w.end() <= at and matter in w.versions[-1][2].matters]
        elsewhere = not serving and not paused and bool(gone)
        must[("asks", matter)] = elsewhere
        if elsewhere:
            last = max(gone, key=lambda w: w.end()).gone_to
            must[("elsewhere", matter)] = Names(([last["地址"]] if last.get("地址") else []) + list(numbers_of(hall, last, at)))
    return must, may
