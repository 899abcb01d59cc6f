"""public/signage/: what every strip shows at every minute of its timeline, and the list of all screens."""

import datetime as dt
import hashlib
import json

from statement import Said

NAME = "strip screens"
LASTS = False  # a manifest is read over its whole timeline at once


def instant(text):
    return dt.datetime.fromisoformat(text).replace(tzinfo=None)


def said(tree, at):
    found = Said()
    listed = json.loads(tree.text("public/signage/index.json"))
    for screen in listed["screens"]:
        found.say("listed title", screen["id"], screen["title"], "public/signage/index.json")
    for path in tree.paths("public/signage/s"):
        if not path.endswith("/manifest.json"):
            continue
        manifest = json.loads(tree.text(path))
        window = manifest["screen"]
        found.say("valid from", window, instant(manifest["valid_from"]), path)
        end, gapless = instant(manifest["valid_from"]), True
        for stretch in manifest["timeline"]:
            start, gapless = instant(stretch["from"]), gapless and instant(stretch["from"]) == end
            end = instant(stretch["to"])
            shown = stretch["show"][0]["media"] if stretch["show"] else None
            alt = manifest["media"][shown]["alt"] if shown else ""
            for minute in (start, end - dt.timedelta(minutes=1)):
                found.say("state", (window, minute), stretch["state"], path)
                if shown:
                    found.say("picture", (window, minute), alt, path)
            # And every half hour of the day, should the truth change where no stretch ends.
            minute = start.replace(minute=start.minute // 30 * 30) + dt.timedelta(minutes=30)
            while minute < end:
                if 7 <= minute.hour < 20 or minute.hour == 0:
                    found.say("state", (window, minute), stretch["state"], path)
                minute += dt.timedelta(minutes=30)
        found.say("without gaps", window, gapless and end == instant(manifest["valid_to"]), path)
        whole = all(_sound(tree, medium) for medium in manifest["media"].values())
        found.say("pictures", window, whole, path)
        found.say("title", window, manifest["title"], path)
        found.say("fallback", window, manifest["media"][manifest["fallback"]["media"]]["alt"], path)
        script = path.removesuffix("json") + "js"
        text = tree.text(script)
        found.say("as a script", window, json.loads(text[text.index("{"):text.rindex("}") + 1]) == manifest, script)
    return found


_known = {}


def _sound(tree, medium):
    """The picture is there, and is the one the manifest means."""
    path = "public/signage/" + medium["src"].removeprefix("../../")
    if not tree.has(path):
        return False
    if path in tree.over:
        return hashlib.sha256(tree.bytes(path)).hexdigest() == medium["sha256"]
    if path not in _known:
        _known[path] = hashlib.sha256(tree.bytes(path)).hexdigest()
    return _known[path] == medium["sha256"]


class Picture:
    """What the picture of a minute says: number, unit and business, and the word of the state."""

    def __init__(self, number, unit, business, short, words):
        self.number, self.unit, self.businesses, self.words = number, unit, (business, short), words

    def __eq__(self, alt):
        parts = alt.split("，")
        said = any(b and b.replace("、", "") in alt.replace("、", "").replace("，", "") for b in self.businesses)
        return parts[0] == f"{self.number}窗口" and parts[1] == self.unit and said and any(word in alt for word in self.words)

    def __ne__(self, alt):
        return not self == alt

    def __repr__(self):
        return f"{self.number}窗口，{self.unit}，{self.businesses}，{'/'.join(self.words)}"


WORDS = {
    "open": ("正在服务",),
    "extended": ("延时服务", "正在服务"),
    "break": ("午间休息",),
    "closed": ("已下班", "尚未开始", "今日休息", "放假休息"),
    "suspended": ("暂停服务",),
}


class Moved:
    """Where a window was: its number there, and the one it has now."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def __eq__(self, alt):
        return alt.startswith(f"{self.old}窗口，") and "已迁走" in alt and f"{self.new}窗口" in alt

    def __ne__(self, alt):
        return not self == alt

    def __repr__(self):
        return f"{self.old}窗口，已迁走，{self.new}窗口"


def screens(hall):
    """Which windows stand under each screen: [(from, until, window, what it is there last)], by the screen's address.

    A screen belongs to a spot. A spot has the id of the window that was there first; one first reached by a move is
    `p-` and the number there. A window that begins where another was has a second address there, its own.
    """
    stays = []
    for window, of in hall.windows.items():
        for start, end, facts in of.versions:
            spot = (hall.content.zones[facts.zone][1]["编号"], facts.at)
            if stays and stays[-1][2:4] == [window, spot] and stays[-1][1] == start:
                stays[-1][1], stays[-1][4] = end, facts
            else:
                stays.append([start, end, window, spot, facts, facts.number])
    found, at, seen = {}, {}, set()
    for start, end, window, spot, facts, number in sorted(stays, key=lambda stay: stay[0]):
        here = at.setdefault(spot, [])
        if window not in seen:
            seen.add(window)
            found[window] = list(found[here[0]]) if here else []
            here.append(window)
        elif not here:
            here.append("p-" + number.lower())
            found[here[0]] = []
        for screen in here:
            found[screen].append((start, end, window, facts))
    return found


def true(hall, at, said=None):
    """As there is a stretch for every minute, the truth is asked at the first and last minute of what is said."""
    must, may = {}, {}
    first = dt.datetime.combine(at.date(), dt.time())
    under = screens(hall)
    for screen, stays in under.items():
        last = first + dt.timedelta(days=14)
        shown = any(a < last and first < b for a, b, _, _ in stays)
        into = must if shown else may
        into[("without gaps", screen)] = into[("pictures", screen)] = into[("as a script", screen)] = True
        into[("valid from", screen)] = first
        # One that is dark on the first day bears the number of the window that comes.
        begun = [stay for stay in stays if stay[0] <= first]
        facts = (hall.windows[begun[-1][2]].at(first) if begun and first < begun[-1][1] else None) or (begun or stays)[-1 if begun else 0][3]
        if not begun or first < begun[-1][1] or len(begun) == len(stays):
            into[("title", screen)] = into[("listed title", screen)] = f"{facts.number}窗口"
            into[("fallback", screen)] = Fallback(facts.number, hall.short_name(facts.unit))
        else:
            for kind in ("title", "listed title", "fallback"):
                if (kind, screen) in (said or {}):
                    may[(kind, screen)] = said[(kind, screen)][0]
    for key in said or {}:
        kind, subject = key
        if kind not in ("state", "picture"):
            continue
        screen, minute = subject
        if screen not in under:
            continue
        begun = [stay for stay in under[screen] if stay[0] <= minute]
        if not begun:
            must[key] = Off("absent") if kind == "state" else None
            continue
        _, until, window, facts = begun[-1]
        now = hall.windows[window].at(minute)
        if minute < until:
            state = hall.service(window, minute)
            if kind == "state":
                must[key] = state
            elif state in WORDS:
                must[key] = Picture(now.number, hall.short_name(now.unit), now.business, now.short, WORDS[state])
        elif now:
            must[key] = "moved" if kind == "state" else Moved(facts.number, now.number)
        elif kind == "state":
            must[key] = Off(hall.service(window, minute))
        else:
            may[key] = said[key][0]
    return must, may


class Off:
    def __init__(self, state):
        self.state = state

    def __eq__(self, said):
        return said in ("off", self.state)

    def __ne__(self, said):
        return not self == said

    def __repr__(self):
        return f"off or {self.state}"


class Fallback:
    def __init__(self, number, unit):
        self.start = f"{number}窗口，{unit}，"

    def __eq__(self, alt):
        return alt.startswith(self.start) and "请先咨询" in alt

    def __ne__(self, alt):
        return not self == alt

    def __repr__(self):
        return self.start + "…请先咨询"
