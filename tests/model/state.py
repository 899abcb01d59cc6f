"""What is true of a hall at a moment, as far as it was public at another.

Written from the words of the documentation and of the regulation; it reads nothing but the YAML that people write.
Two times rule everything: `known`, the moment up to which publications count, and the moment that is asked for.
"""

import datetime as dt
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import yaml

DAY = dt.timedelta(days=1)
FOREVER = dt.datetime(9999, 1, 1)
LONG_AGO = dt.datetime(1, 1, 1)

# The holidays of the State Council's notices: 国办发明电〔2024〕12号 (2025), 国办发明电〔2025〕7号 (2026).
HOLIDAYS = [
    ("元旦", "2025-01-01", "2025-01-01", []),
    ("春节", "2025-01-28", "2025-02-04", ["2025-01-26", "2025-02-08"]),
    ("清明节", "2025-04-04", "2025-04-06", []),
    ("劳动节", "2025-05-01", "2025-05-05", ["2025-04-27"]),
    ("端午节", "2025-05-31", "2025-06-02", []),
    ("国庆节、中秋节", "2025-10-01", "2025-10-08", ["2025-09-28", "2025-10-11"]),
    ("元旦", "2026-01-01", "2026-01-03", ["2026-01-04"]),
    ("春节", "2026-02-15", "2026-02-23", ["2026-02-14", "2026-02-28"]),
    ("清明节", "2026-04-04", "2026-04-06", []),
    ("劳动节", "2026-05-01", "2026-05-05", ["2026-05-09"]),
    ("端午节", "2026-06-19", "2026-06-21", []),
    ("中秋节", "2026-09-25", "2026-09-27", []),
    ("国庆节", "2026-10-01", "2026-10-07", ["2026-09-20", "2026-10-10"]),
]


class PlainLoader(yaml.SafeLoader):
    """YAML in which every value stays the text that was written: no dates, no numbers."""


for letter, resolvers in list(PlainLoader.yaml_implicit_resolvers.items()):
    PlainLoader.yaml_implicit_resolvers[letter] = [
        (tag, pattern) for tag, pattern in resolvers if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")
    ]


def read(path):
    return yaml.load(path.read_text("utf-8"), PlainLoader) or {}


def day(text):
    return dt.date.fromisoformat(text[:10])


def midnight(date):
    return dt.datetime.combine(date, dt.time())


def moment(text):
    """A day is its midnight; a time of day may lack the leading zero."""
    date, _, time = text.partition("T")
    hour, minute = (int(part) for part in (time or "0:0").split(":")[:2])
    return midnight(day(date)) + dt.timedelta(hours=hour, minutes=minute)


@dataclass(frozen=True)
class Facts:
    """What a window is while nothing changes."""

    number: str
    unit: str
    business: str
    short: str | None
    matters: tuple
    venue: str
    zone: str
    at: tuple
    hours: str | None
    phone: str | None
    address: str | None = None
    temporary: bool = False


@dataclass
class Window:
    id: str
    versions: list = field(default_factory=list)  # (from, until, Facts), in order
    pauses: list = field(default_factory=list)  # (from, until, where to go)
    gone_to: dict | None = None  # where to go since the withdrawal

    def at(self, when):
        return next((facts for start, end, facts in self.versions if start <= when < end), None)

    def end(self):
        return self.versions[-1][1] if self.versions else LONG_AGO

    def pause(self, when):
        return next((pause for pause in self.pauses if pause[0] <= when < pause[1]), None)


@dataclass
class Record:
    """A change as it stands with the amendments that are public."""

    id: str
    raw: dict
    amendments: list
    revoked: bool = False

    @property
    def kind(self):
        return self.raw["种类"]

    @property
    def start(self):
        time = self.raw.get("生效时间")
        return moment(self.raw["生效日期"] + (f"T{time}" if time else ""))

    @property
    def end(self):
        """Where a temporary window or a pause ends."""
        if self.raw.get("恢复时间"):
            return moment(self.raw["恢复时间"])
        if self.raw.get("最后一天"):
            return midnight(day(self.raw["最后一天"])) + DAY
        return FOREVER

    @property
    def opens(self):
        return moment(self.raw["新址启用"])


def published(raw, effect=None):
    """From when a record is public: as its notice says, at the latest when it takes effect."""
    said = (raw.get("公告") or {}).get("发布时间")
    times = [moment(said)] if said else []
    if effect:
        times.append(effect)
    return min(times) if times else LONG_AGO


@lru_cache(maxsize=None)
def _parsed(path):
    if path.suffix == ".md":
        return yaml.load(path.read_text("utf-8").split("---\n")[1], PlainLoader)
    return read(path)


RECORDS = ("changes", "amendments", "notices")


def written(kind, raw):
    """From when a record lies in the office's folder: filed, or else told."""
    if kind == "notices":
        return moment(raw["成文日期"])
    effect = Record("", raw, []).start if kind == "changes" else None
    filed = [moment(raw["备案日期"])] if raw.get("备案日期") else []
    return min(filed + [published(raw, effect)])


def files_at(root, when):
    """The content as the office had it at a moment: what was written by then, with what was edited by then.

    `later/MOMENT/` holds files that take the place of those of the same path from that moment on.
    """
    root, files = Path(root), {}
    bases = [root / "content"] + sorted(p / "content" for p in root.glob("later/*") if moment(p.name.replace(".", ":")) <= when)
    for base in bases:
        for path in sorted(base.rglob("*")):
            if path.is_file():
                relative = path.relative_to(base)
                if relative.parts[0] in RECORDS and written(relative.parts[0], _parsed(path)) > when:
                    continue
                files[str(relative)] = path
    return files


class Content:
    """The YAML of a hall as it was written at a moment."""

    def __init__(self, root, when=FOREVER):
        self.files = files_at(root, when)
        self._halls = {}
        self.site = self._one("site.yaml")
        self.units = {unit["编号"]: unit for unit in self._one("units.yaml").get("单位") or []}
        venues = self._one("venues.yaml")
        self.venues = {venue["编号"]: venue for venue in venues.get("场所") or []}
        self.points = {point["编号"]: point for point in venues.get("服务点") or []}
        self.hours = self._one("hours.yaml")
        self.tables = {table["编号"]: table for table in self.hours["办公时间"]}
        self.calendar = self._one("calendar.yaml")
        self.boards = self._one("boards.yaml")
        self.floors = {floor["编号"]: floor for floor in self._all("floors")}
        self.zones = {zone["编号"]: (zone, floor) for floor in self.floors.values() for zone in floor.get("区域") or []}
        self.matters = {matter["编号"]: matter for matter in self._all("matters")}
        self.window_files = self._all("windows")
        self.changes = {change["编号"]: change for change in self._all("changes")}
        self.amendments = {amendment["编号"]: amendment for amendment in self._all("amendments")}
        self.faults = {fault["编号"]: fault for fault in self._all("faults")}
        self.notices = {Path(name).stem: _parsed(path) for name, path in self.files.items() if name.startswith("notices/")}

    def _one(self, name):
        return _parsed(self.files[name]) if name in self.files else {}

    def _all(self, kind):
        return [_parsed(path) for name, path in self.files.items() if name.startswith(kind + "/") and name.endswith(".yaml")]

    def hall_at(self, known):
        """The hall as it was public then, made once."""
        if known not in self._halls:
            self._halls[known] = Hall(self, known)
        return self._halls[known]

    def publication(self, identity):
        """When a change or an amendment becomes public."""
        if identity in self.changes:
            raw = self.changes[identity]
            return published(raw, Record(identity, raw, []).start)
        return published(self.amendments[identity])

    def record_as_of(self, identity, known):
        raw = dict(self.changes[identity])
        laid = [a for a in self.amendments.values() if a["变更"] == identity and published(a) <= known]
        laid.sort(key=published)
        record = Record(identity, raw, [amendment["编号"] for amendment in laid])
        for amendment in laid:
            if amendment["种类"] == "撤销":
                # What runs already ends on the day the revocation names; anything else never happens.
                if "生效日期" in amendment:
                    time = amendment.get("生效时间")
                    record.raw["恢复时间"] = amendment["生效日期"] + (f"T{time}" if time else "")
                else:
                    record.revoked = True
                continue
            for key in ("生效日期", "生效时间", "最后一天", "恢复时间", "新址启用", "新址", "去向", "申请单位", "新办公时间"):
                if key in amendment:
                    record.raw[key] = amendment[key]
            if "最后一天" in amendment:
                record.raw.pop("恢复时间", None)
            for corrected in amendment.get("窗口") or []:
                windows = [dict(window) for window in record.raw["窗口"]]
                for window in windows:
                    if window["窗口"] == corrected["窗口"]:
                        window.update(corrected)
                record.raw["窗口"] = windows
        return record


class Hall:
    """The hall as it was public at `known`."""

    def __init__(self, content, known):
        self.content, self.known = content, known
        self.windows = {}
        self.venue_at = {}  # venue -> [(from, address, timetable)]
        self.moves = {}  # venue -> [(last day at the old place is over, first day at the new one)]
        self.closed_venues = {}  # venue -> (from, where to go)
        self._days = {}  # (timetable, date) -> spans
        for file in content.window_files:
            for raw in file.get("窗口") or []:
                start = moment(raw["自"]) if raw.get("自") else LONG_AGO
                facts = self._facts(raw, None, file["场所"])
                self.windows[raw["编号"]] = Window(raw["编号"], [(start, FOREVER, facts)])
        records = [content.record_as_of(i, known) for i in content.changes if content.publication(i) <= known]
        self.records = {record.id: record for record in records}
        for record in sorted(records, key=lambda record: record.start):
            if not record.revoked:
                self._apply(record)

    def _facts(self, raw, before, venue=None):
        def new(key, old):
            return raw[key] if key in raw else (getattr(before, old) if before else None)

        at = before.at if before else None
        if "东" in raw:
            at = (float(raw["东"]), float(raw["南"]))
        zone = new("区域", "zone")
        # A window belongs to the sub-hall its zone belongs to, unless it is said.
        there = raw.get("场所") or venue
        if not there and before:
            there = before.venue
            if zone != before.zone:
                there = self.content.zones[zone][0].get("分厅") or there
        if not there:
            there = self.content.zones[zone][0].get("分厅")
        moved = before and there != before.venue
        return Facts(
            number=new("窗口号", "number"),
            unit=new("单位", "unit"),
            business=new("业务", "business"),
            short=raw.get("条屏简称") if ("业务" in raw or not before) else new("条屏简称", "short"),
            matters=tuple(raw["事项"] or ()) if "事项" in raw else (before.matters if before else ()),
            venue=there,
            zone=zone,
            at=at,
            hours=raw["办公时间"] if "办公时间" in raw else (before.hours if before else None),
            phone=new("电话", "phone"),
            address=None if moved else (before.address if before else None),
            temporary=before.temporary if before else False,
        )

    def _change(self, window, start, facts):
        """From `start` on the window is `facts`, for as long as it was to be there."""
        first, end, _ = next(v for v in window.versions if v[0] <= start < v[1])
        window.versions = [v for v in window.versions if v[0] < first]  \
            + ([(first, start, window.at(first))] if first < start else []) + [(start, end, facts)]

    def _cut(self, window, end):
        window.versions = [(a, min(b, end), facts) for a, b, facts in window.versions if a < end]

    def _apply(self, record):
        parts = record.raw.get("窗口") or []
        kind, start = record.kind, record.start
        if kind == "调整":
            # Together, so that two windows may swap.
            new = [(self.windows[p["窗口"]], self._facts(p, self.windows[p["窗口"]].at(start))) for p in parts]
            for window, facts in new:
                self._change(window, start, facts)
        elif kind in ("新增", "临时"):
            for part in parts:
                facts = replace(self._facts(part, None), temporary=kind == "临时")
                end = record.end if kind == "临时" else FOREVER
                self.windows[part["窗口"]] = Window(part["窗口"], [(start, end, facts)])
        elif kind == "撤离":
            for part in parts:
                window = self.windows[part["窗口"]]
                self._cut(window, start)
                window.gone_to = part.get("去向") or {}
        elif kind == "暂停":
            ids = [p["窗口"] for p in parts] or self._in_venue(record.raw["场所"], start)
            where = {p["窗口"]: p.get("去向") or {} for p in parts}
            for i in ids:
                self.windows[i].pauses.append((start, record.end, where.get(i) or record.raw.get("去向") or {}))
        elif kind == "恢复":
            for part in parts:
                window = self.windows[part["窗口"]]
                window.pauses = [(a, min(b, start) if a < start else b, go) for a, b, go in window.pauses]
        elif kind == "整体搬迁":
            venue, opens = record.raw["场所"], record.opens
            self.moves.setdefault(venue, []).append((start, opens))
            self.venue_at.setdefault(venue, []).append((opens, record.raw["新址"], record.raw.get("新办公时间")))
            numbers = {p["窗口"]: p for p in parts}
            for i in self._in_venue(venue, start):
                window = self.windows[i]
                if start < opens:
                    window.pauses.append((start, opens, record.raw.get("去向") or {}))
                # From the first day it is no longer served where it was, it belongs to the new place.
                facts = self._facts(numbers.get(i, {}), window.at(start))
                self._change(window, start, replace(facts, address=record.raw["新址"]))
        elif kind == "整体关闭":
            venue = record.raw["场所"]
            self.closed_venues[venue] = (start, record.raw.get("去向") or {})
            for i in self._in_venue(venue, start):
                self._cut(self.windows[i], start)
                self.windows[i].gone_to = record.raw.get("去向") or {}
        else:
            raise ValueError(f"{record.id}: a kind this model does not know: {kind}")

    def _in_venue(self, venue, when):
        return [i for i, w in self.windows.items() if (f := w.at(when)) and f.venue == venue]

    # What is asked of it.

    def state(self, window, when):
        """absent, withdrawn, suspended or serving: what the window is, whatever the hour."""
        window = self.windows.get(window)
        if window is None or not window.versions or when < window.versions[0][0]:
            return "absent"
        facts = window.at(when)
        if facts is None:
            return "absent" if window.versions[-1][2].temporary else "withdrawn"
        return "suspended" if window.pause(when) else "serving"

    def existing(self, when):
        """The windows that stand in the hall, open or not, with what they are."""
        return {i: facts for i, w in self.windows.items() if (facts := w.at(when))}

    def numbered(self, facts):
        """The number by which a list names a window: with its hall, where windows are in several."""
        venues = self.content.venues

        def top(venue):
            return venues[venue].get("上级") or venue

        tops = {top(of.venue) for window in self.windows.values() for _, _, of in window.versions}
        return (venues[top(facts.venue)]["名称"] if len(tops) > 1 else "") + facts.number

    def serving(self, matter, when):
        """The windows at which a matter is taken on, but for those that are paused."""
        return {i: f for i, f in self.existing(when).items() if matter in f.matters and not self.windows[i].pause(when)}

    def timetable(self, facts, when=None):
        moved = [table for start, _, table in self.venue_at.get(facts.venue, []) if facts.address and table]
        return facts.hours or (moved[-1] if moved else self.content.venues[facts.venue]["办公时间"])

    def floor(self, facts):
        """Where it is on a plan; nowhere when it moved out of the house."""
        return None if facts.address else self.content.zones[facts.zone][1]

    def holiday(self, date):
        """The name of the holiday, "" for a day that is worked instead of one, None for any other day."""
        for name, first, last, worked in HOLIDAYS:
            if day(first) <= date <= day(last):
                return name
            if date.isoformat() in worked:
                return ""
        for local in self.content.calendar.get("地方假期") or []:
            if day(local["自"]) <= date <= day(local["最后一天"]):
                return local["名称"]
        return None

    def is_workday(self, date):
        holiday = self.holiday(date)
        return holiday == "" or (holiday is None and date.weekday() < 5)

    def spans(self, table, date):
        """When a timetable is open on a day: (from, to, is it extended service), in minutes."""
        if (table, date) not in self._days:
            self._days[table, date] = self._spans(table, date)
        return self._days[table, date]

    def _spans(self, table, date):
        regular = self._weekly(table, date)
        exceptions = [e for e in self.exceptions() if day(e["自"]) <= date <= day(e["最后一天"])
                      and (not e.get("办公时间") or table in e["办公时间"])]
        exceptions = [e for e in exceptions if self._falls(e.get("适用日"), date) or (not e.get("适用日") and regular)]
        if exceptions:
            top = max(exceptions, key=lambda e: int(e.get("次序") or 0))
            return sorted(minutes(span) + (False,) for span in top.get("时段") or [])
        return regular

    def exceptions(self):
        """Other hours on some days, as far as they are public: seven days ahead unless something else is written."""
        for exception in self.content.hours.get("临时调整") or []:
            said = (exception.get("公告") or {}).get("发布时间")
            if (moment(said) if said else midnight(day(exception["自"])) - 7 * DAY) <= self.known:
                yield exception

    def _falls(self, kind, date):
        if not kind:
            return False
        holiday = self.holiday(date)
        weekdays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]
        if kind == "每天":
            return True
        if kind == "节假日":
            return bool(holiday)
        if kind == "工作日":
            return self.is_workday(date)
        if kind in ("周六", "周日"):
            # A Saturday that is worked, and one of a holiday, is none.
            return holiday is None and weekdays[date.weekday()] == kind
        return self.is_workday(date) and weekdays[date.weekday()] == kind

    def _weekly(self, table, date):
        rows = [row for row in self.content.tables[table]["时间"] if self._falls(row["适用日"], date)]
        # A row of a season stands for the rows of the same days that have none; a weekday for the working day.
        seasonal = {(row["适用日"]) for row in rows if in_season(row.get("季节"), date)}
        rows = [row for row in rows if (in_season(row["季节"], date) if row.get("季节") else row["适用日"] not in seasonal)]
        named = [row for row in rows if row["适用日"] in ("周一", "周二", "周三", "周四", "周五")]
        if named:
            rows = named
        return sorted(minutes(span) + (row.get("种类", "正常") != "正常",) for row in rows for span in row.get("时段") or [])

    def open_spans(self, window, date):
        """When a window serves on a day: its hours but for its pauses and the days it is not there."""
        facts_list = self.windows[window]
        spans = []
        for start, end, facts in facts_list.versions:
            for a, b, extended in self.spans(self.timetable(facts), date):
                span = [(max(midnight(date) + dt.timedelta(minutes=a), start), min(midnight(date) + dt.timedelta(minutes=b), end))]
                for p, q, _ in facts_list.pauses:
                    span = [piece for x, y in span for piece in ((x, min(y, p)), (max(x, q), y)) if piece[0] < piece[1]]
                spans += [(x, y, extended) for x, y in span if x < y]
        return sorted(spans)

    def service(self, window, when):
        """open, extended, break, closed, suspended, withdrawn or absent: what a visitor meets at this minute."""
        state = self.state(window, when)
        if state != "serving":
            return state
        spans = self.open_spans(window, when.date())
        for a, b, extended in spans:
            if a <= when < b:
                return "extended" if extended else "open"
        # A break is one only if service goes on afterwards.
        return "break" if spans and spans[0][0] <= when < spans[-1][1] else "closed"

    def unit_name(self, unit):
        return self.content.units[unit]["名称"]

    def short_name(self, unit):
        return self.content.units[unit].get("简称") or self.unit_name(unit)


def minutes(span):
    def minute(text):
        hour, rest = text.split(":")
        return int(hour) * 60 + int(rest)

    start, end = span.split("-")
    return minute(start), minute(end)


def in_season(season, date):
    if not season:
        return False
    first, last = ([int(n) for n in part.replace("日", "").split("月")] for part in season.split("至"))
    here = [date.month, date.day]
    return first <= here <= last if first <= last else here >= first or here <= last
