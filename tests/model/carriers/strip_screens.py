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


def true(hall, at, said=None):
    """As there is a stretch for every minute, the truth is asked at the first and last minute of what is said."""
    must, may = {}, {}
    first = dt.datetime.combine(at.date(), dt.time())
    for window, of in hall.windows.items():
        last = first + dt.timedelta(days=14)
        shown = any(a < last and first < b for a, b, _ in of.versions)
        into = must if shown else may
        into[("without gaps", window)] = into[("pictures", window)] = into[("as a script", window)] = True
        into[("valid from", window)] = first
        number = of.at(first) or of.versions[0][2] if of.versions[0][0] >= first else of.at(first) or of.versions[-1][2]
        into[("title", window)] = into[("listed title", window)] = f"{number.number}窗口"
        into[("fallback", window)] = Fallback(number.number, hall.short_name(number.unit))
    for key in said or {}:
        kind, subject = key
        if kind not in ("state", "picture"):
            continue
        window, minute = subject
        if window not in hall.windows:
            continue
        state = hall.service(window, minute)
        if kind == "state":
            must[key] = {"withdrawn": Off("withdrawn"), "absent": Off("absent")}.get(state, state)
        else:
            facts = hall.windows[window].at(minute)
            if facts and state in WORDS:
                must[key] = Picture(facts.number, hall.short_name(facts.unit), facts.business, facts.short, WORDS[state])
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
