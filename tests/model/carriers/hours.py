"""When the hall is open: the pages of the hours, the calendars, and what search engines read."""

import datetime as dt
import json
import re

from page import stem
from state import DAY
from statement import Said, day_line

NAME = "opening hours"
LASTS = True


def _spans(text):
    return tuple((_minute(a), _minute(b)) for a, b in re.findall(r"(\d+:\d\d)—(\d+:\d\d)", text))


def _minute(text):
    hour, minute = text.split(":")[:2]
    return int(hour) * 60 + int(minute)


def _for_machines(page, found, subject, at, path):
    for script in page.every(lambda e: e.tag == "script" and e.get("type") == "application/ld+json"):
        item = json.loads("".join(script.children))
        if item.get("@type") != "GovernmentOffice":
            continue
        day, spans = at.date(), []
        rules = item.get("openingHoursSpecification", [])
        special = [r for r in item.get("specialOpeningHoursSpecification", []) if r["validFrom"] <= day.isoformat() <= r["validThrough"]]
        here = [r for r in rules if "dayOfWeek" not in r and r.get("validFrom", "0") <= day.isoformat() <= r.get("validThrough", "9")]
        weekly = [r for r in rules if f"{day:%A}" in r.get("dayOfWeek", [])
                  and r.get("validFrom", "0") <= day.isoformat() <= r.get("validThrough", "9")]
        for rule in special or here or weekly:
            if rule.get("opens") and rule["opens"] != rule.get("closes"):
                spans.append((_minute(rule["opens"]), _minute(rule["closes"])))
        found.say("for machines", (subject, day), tuple(sorted(spans)), path)


def said(tree, at):
    found = Said()
    for path, subject in [("public/index.html", "hall"), ("public/service/hours.html", "hall")]  \
            + [(p, stem(p)) for p in tree.paths("public/venues") if stem(p) != "index"]:
        page = tree.page(path)
        lines = page.classed(at, "now")
        if lines:
            spans = day_line(lines[0].get("data-now"), at.date())
            if isinstance(spans, tuple):
                found.say("line of days", (subject, at.date()), tuple(span[:2] for span in spans), path)
        _for_machines(page, found, subject, at, path)
    path = "public/service/hours.html"
    [table] = [t for t in tree.page(path).tagged(at, "table") if t.get("data-to")][:1] or [None]
    for row in table.tagged(at, "tr") if table else []:
        [head] = row.tagged(at, "th")[:1]
        match = re.match(r"(\d+)月(\d+)日", head.text(at))
        cells = row.tagged(at, "td")
        if match and (int(match[1]), int(match[2])) == (at.month, at.day):
            found.say("day by day", ("hall", at.date()), _spans(cells[0].text(at)), path)
    path = "public/service/hours.ics"
    for event in tree.text(path).replace("\r\n ", "").split("BEGIN:VEVENT")[1:]:
        start, end = (dt.datetime.strptime(d, "%Y%m%d").date() for d in re.findall(r"VALUE=DATE:(\d{8})", event)[:2])
        if start <= at.date() < end:
            found.say("calendar file", ("hall", at.date()), _spans(re.search(r"SUMMARY:(.*)", event)[1]), path)
    path = "public/service/calendar.html"
    for month in tree.page(path).classed(at, "month"):
        if month.get("id") == f"m-{at:%Y-%m}":
            for cell in month.tagged(at, "td"):
                words = cell.text(at).split()
                if words and words[0] == str(at.day):
                    found.say("calendar", ("hall", at.date()), words[1] not in ("休", "假"), path)
    return found


def true(hall, at):
    must, may = {}, {}
    house = next(iter(v for v, raw in hall.content.venues.items() if raw["种类"] == "大厅"))
    date = at.date()
    for venue, raw in hall.content.venues.items():
        subject = "hall" if venue == house else venue
        moved = [table for start, _, table in hall.venue_at.get(venue, []) if table and start <= at]
        table = moved[-1] if moved else raw["办公时间"]
        spans = tuple(span[:2] for span in hall.spans(table, date))
        if any(start.date() <= date < opens.date() for start, opens in hall.moves.get(venue, [])):
            spans = ()  # neither the old place nor the new one serves
        into = must if subject == "hall" else may
        into[("line of days", (subject, date))] = spans
        # What ends when the next begins may be written as one.
        # Between the two places of a venue that moves, machines are told the hours of the new one.
        into[("for machines", (subject, date))] = Covers(spans or tuple(span[:2] for span in hall.spans(table, date)))
        if venue == house and subject != venue:
            may[("line of days", (venue, date))] = spans
            may[("for machines", (venue, date))] = Covers(spans)
        if subject == "hall":
            must[("day by day", (subject, date))] = spans
            if spans:
                must[("calendar file", (subject, date))] = spans
            else:
                # A weekend has no entry, a holiday has one that says so.
                may[("calendar file", (subject, date))] = ()
            if date.month == hall.known.month or date > hall.known.date():
                may[("calendar", (subject, date))] = bool(spans)
    return must, may


class Covers:
    """The same minutes, whether or not spans that touch are joined."""

    def __init__(self, spans):
        self.spans = self._joined(spans)

    @staticmethod
    def _joined(spans):
        joined = []
        for start, end in sorted(spans):
            if joined and joined[-1][1] >= start:
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        return joined

    def __eq__(self, said):
        return isinstance(said, tuple) and self._joined(said) == self.spans

    def __ne__(self, said):
        return not self == said

    def __repr__(self):
        return str(self.spans)
