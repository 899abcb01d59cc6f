"""What is compared: a carrier says values, the state of the hall gives what they must be."""

import datetime as dt
import re

WEEKDAYS = "一二三四五六日"


class Names:
    """A text that must name these words, and must not name those."""

    def __init__(self, words, never=()):
        self.words, self.never = tuple(words), tuple(never)

    def __eq__(self, said):
        return isinstance(said, str) and not isinstance(said, Differing) and all(word in said for word in self.words)  \
            and not any(word in said for word in self.never)

    def __ne__(self, said):
        return not self == said

    def __repr__(self):
        return "names " + "、".join(self.words) + (f" and not {'、'.join(self.never)}" if self.never else "")


class OneOf:
    """Any of several values, where the documentation leaves the choice."""

    def __init__(self, *values):
        self.values = values

    def __eq__(self, said):
        return said in self.values

    def __ne__(self, said):
        return said not in self.values

    def __repr__(self):
        return "one of " + " | ".join(map(str, self.values))


class Differing(str):
    """What one carrier says in two ways is no value that could be true."""


class Said(dict):
    """(kind, subject) -> (value, file). A thing that is said twice and differs is kept as both."""

    def say(self, kind, subject, value, file):
        key = (kind, subject)
        if key in self and self[key][0] != value:
            value = Differing(f"{self[key][0]} and {value}")
        self[key] = (value, file)


def short_day(date):
    return f"{date.month}月{date.day}日"


def numbers_in(text):
    """The window numbers in a text, ranges such as A01–A03 spelt out, in order of appearance."""
    found = []
    for first, last in re.findall(r"(?<![A-Za-z0-9])([A-Z]\d{2})(?:\s*[–-]\s*([A-Z]\d{2}))?(?!\d)", text):
        if last:
            found += [f"{first[0]}{n:02}" for n in range(int(first[1:]), int(last[1:]) + 1)]
        else:
            found.append(first)
    return found


def sorted_tuple(values):
    return tuple(sorted(values))


def day_line(text, date):
    """What a page's line of days tells of one day: spans in minutes, `paused`, `gone`; None if it is silent."""
    for part in text.split(";"):
        key, _, value = part.partition(":")
        if key[:8] == f"{date:%Y%m%d}":
            if value == "!":
                return "paused"
            if value == "x":
                return "gone"
            spans = []
            for span in filter(None, value.split(",")):
                if span.endswith("p"):
                    continue  # paused at that time
                start, end = span.rstrip("e").split("-")
                spans.append((int(start), int(end), span.endswith("e")))
            return tuple(spans)
    return None


def whole_day_state(hall, window, date):
    """What a page shows for a day: paused when nothing is left of it to be served, on the day of the build from the last
    turn of a pause on; a pause of some hours leaves the window what it is."""
    start = dt.datetime.combine(date, dt.time())
    end = start + dt.timedelta(days=1)
    state = hall.state(window, start)
    if state not in ("serving", "suspended"):
        return state
    of = hall.windows[window]
    pauses = [(a, b) for a, b, _ in of.pauses if a < end and start < b]
    turns = [turn for pause in pauses for turn in pause if start <= turn <= hall.known and date == hall.known.date()]
    rest = max(turns, default=start)
    spans = [(max(start + dt.timedelta(minutes=a), rest), start + dt.timedelta(minutes=b))
             for a, b, _ in hall.spans(hall.timetable(of.at(start)), date)]
    spans = [span for span in spans if span[0] < span[1]] or [(rest, end)]
    left = [x for a, b in spans for x in _without(a, b, pauses)]
    return "serving" if left else "suspended"


def _without(start, end, pauses):
    left = [(start, end)]
    for a, b in pauses:
        left = [piece for x, y in left for piece in ((x, min(y, a)), (max(x, b), y)) if piece[0] < piece[1]]
    return left


def true_day_line(hall, window, date):
    """The spans of a day in which a visitor is served, or why there are none."""
    state = whole_day_state(hall, window, date)
    if state == "withdrawn":
        return "gone"
    if state == "suspended" and not hall.open_spans(window, date):
        return "paused"
    start = dt.datetime.combine(date, dt.time())
    return tuple((int((a - start).total_seconds() // 60), int((b - start).total_seconds() // 60), extended)
                 for a, b, extended in hall.open_spans(window, date))


def numbers_of(hall, where, at):
    """The numbers at `at` of the windows that a 去向 names."""
    return sorted_tuple(facts.number for i in where.get("窗口") or () if (facts := hall.windows[i].at(at)))


def floor_words(floor):
    return f"{floor['名称']}（{floor['标号']}）"


def place_words(hall, facts):
    """Where a window is, as its page says it."""
    venue = hall.content.venues[facts.venue]["名称"]
    if facts.address:
        return f"{facts.address}{venue} {facts.number}窗口"
    letter = hall.content.zones[facts.zone][0].get("字母")
    return f"{floor_words(hall.floor(facts))}{venue} " + (f"{letter}区 " if letter else "") + f"{facts.number}窗口"
