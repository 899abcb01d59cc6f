"""What is told about the changes of the hall: every announcement with its time, its facts and what became of it."""

from dataclasses import dataclass, field

from state import DAY, Record, day, midnight, moment, published
from statement import short_day


@dataclass
class Told:
    """An announcement. `facts` are words that it must say, each in the form people write."""

    id: str
    page: str
    kind: str
    published: object
    starts: object = None
    ends: object = None
    windows: list = field(default_factory=list)
    facts: list = field(default_factory=list)
    brief: list = field(default_factory=list)
    superseded: object = None  # from when another one stands in its place
    newest: object = None  # when something was last said of it
    mark: str = ""
    record: str = ""
    successor: str = ""  # the page that stands in its place
    now: list = field(default_factory=list)  # what is still so of it, in short


def long_day(date):
    return f"{date.year}年{date.month}月{date.day}日"


class Announcements:
    """All announcements of a hall's content that are public at `known`."""

    @classmethod
    def of(cls, content, known):
        """Made once: they are asked for every day that a page is read for."""
        made = content.__dict__.setdefault("announcements", {})
        if known not in made:
            made[known] = cls(content, known)
        return made[known]

    def __init__(self, content, known):
        self.content, self.known = content, known
        self.all = {}
        self._circulars()
        for identity in content.changes:
            if content.publication(identity) <= known:
                self._change(identity)
        for amendment in sorted(content.amendments.values(), key=published):
            if published(amendment) <= known:
                self._amendment(amendment)
        self._resumptions()
        for identity, head in content.notices.items():
            if moment(head["发布时间"]) <= known:
                down = midnight(day(head["撤下日期"])) if head.get("撤下日期") else None
                self.all[identity] = Told(identity, identity, head["类别"], moment(head["发布时间"]), None, down,
                                          facts=[head["标题"]], newest=moment(head["发布时间"]))

    def _circulars(self):
        """What is told of other hours and of devices out of order, without a record of its own."""
        for raw in self.content.hours.get("临时调整") or []:
            said = (raw.get("公告") or {}).get("发布时间")
            first, last = day(raw["自"]), day(raw["最后一天"])
            time = moment(said) if said else midnight(first) - 7 * DAY
            if time <= self.known:
                spans = [span.replace("-", "—") for span in raw.get("时段") or []]
                identity = f"hours-{raw['编号']}"
                self.all[identity] = Told(identity, identity, "通告", time, midnight(first), midnight(last) + DAY, [],
                                          [short_day(first)] + spans, [short_day(first)] + spans, newest=time)
        for raw in self.content.faults.values():
            said, starts = (raw.get("公告") or {}).get("发布时间"), moment(raw["自"])
            time = moment(said) if said else starts
            if time <= self.known:
                ends = moment(raw["恢复时间"]) if raw.get("恢复时间") else None
                identity = f"fault-{raw['编号']}"
                self.all[identity] = Told(identity, identity, "通告", time, starts, ends, [], [raw["设备"]], [short_day(starts)], newest=time)

    def _change(self, identity):
        raw = self.content.changes[identity]
        if not raw.get("公告"):
            return
        time = self.content.publication(identity)
        # As the hall was known when it was published.
        hall = self.content.hall_at(time)
        record = hall.records[identity]
        facts, brief = _facts_of(hall, record)
        windows = [part["窗口"] for part in raw.get("窗口") or []] or hall._in_venue(raw["场所"], record.start - DAY)
        told = Told(identity, f"change-{identity}", raw["种类"], time, record.start, record.end, windows, facts, brief, record=identity, newest=time)
        if raw["种类"] == "整体搬迁":
            told.ends = record.opens
        self.all[identity] = told

    def _amendment(self, amendment):
        identity, of = amendment["编号"], amendment["变更"]
        time = published(amendment)
        hall = self.content.hall_at(time)
        record = self.content.record_as_of(of, time)
        original = Record(of, self.content.changes[of], [])
        facts = []
        numbers = [n for part in original.raw.get("窗口") or [] for n in _numbers(hall, record, part)]
        if amendment["种类"] == "撤销":
            facts = [long_day(record.end if "生效日期" in amendment else original.start)]
        else:
            if "生效日期" in amendment:
                facts.append(long_day(record.start))
            if "最后一天" in amendment:
                facts.append(short_day(record.end - DAY))
            if "新址启用" in amendment:
                facts.append(long_day(record.opens))
            for part in amendment.get("窗口") or []:
                facts += [part["窗口号"]] if "窗口号" in part else []
                facts += list(_going(hall, part.get("去向") or {}, record.start))
        windows = [part["窗口"] for part in original.raw.get("窗口") or []]
        mark = {"撤销": "取消" if record.revoked else "提前结束", "更正": "更正", "延期": "延期"}[amendment["种类"]]
        now = [] if record.revoked else _facts_of(hall, hall.records[of])[1]
        for earlier in self.all.values():
            if earlier.record == of:
                earlier.superseded = earlier.superseded or time
                earlier.mark, earlier.newest, earlier.now, earlier.successor = mark, time, now, f"change-{identity}"
        told = Told(identity, f"change-{identity}", amendment["种类"], time, record.start, record.end, windows,
                    facts + numbers[:1], numbers[:1], record=of, newest=time)
        if amendment["种类"] == "撤销":
            told.ends = original.start
        self.all[identity] = told

    def _resumptions(self):
        """The notice of a pause is over when its window resumes earlier."""
        for resumption in [t for t in self.all.values() if t.kind == "恢复"]:
            for told in self.all.values():
                if told.kind in ("暂停",) and set(told.windows) & set(resumption.windows)  \
                        and told.starts < resumption.starts < told.ends and not told.superseded:
                    told.superseded, told.mark, told.successor = resumption.published, "恢复", resumption.page
                    told.newest, told.now = resumption.published, told.brief[1:]

    def is_current(self, told, at):
        """True, False, or None where the documents leave it open."""
        if told.superseded is not None and told.superseded <= self.known:
            return False
        if at < told.published:
            return False
        if told.kind == "通告":
            return None if told.ends is not None and self.known >= told.ends else told.ends is None or at < told.ends
        if told.starts is None:
            return None if told.ends is None else at < told.ends
        over = told.ends if told.kind in ("暂停", "临时", "整体搬迁") or told.kind in ("延期", "更正") else told.starts
        if over.year == 9999:
            over = told.starts
        if at < over:
            return True
        return False if at >= over + 61 * DAY else None


def _numbers(hall, record, part):
    """The number of a window before the change, and after it."""
    window = hall.windows.get(part["窗口"])
    found = []
    if window:
        for when in (record.start - DAY / 24, record.start):
            facts = window.at(when)
            if facts and facts.number not in found:
                found.append(facts.number)
    return found or ([part["窗口号"]] if "窗口号" in part else [])


def _going(hall, where, when):
    for window in where.get("窗口") or []:
        facts = hall.windows[window].at(when)
        if facts:
            yield facts.number
    if where.get("地址"):
        yield where["地址"]


def _facts_of(hall, record):
    """What the whole announcement must say, and what its short form must."""
    raw, facts = record.raw, [long_day(record.start)]
    brief = [short_day(record.start)]
    for part in raw.get("窗口") or []:
        numbers = _numbers(hall, record, part)
        facts += numbers
        brief += numbers
        facts += _going(hall, part.get("去向") or {}, record.start)
        if "业务" in part:
            facts.append(part["业务"].replace(",", "，"))
    if record.kind in ("暂停", "临时") and raw.get("最后一天"):
        facts.append(short_day(record.end - DAY))
    facts += _going(hall, raw.get("去向") or {}, record.start)
    if raw.get("新址"):
        facts += [raw["新址"], long_day(record.opens)]
        brief.append(short_day(record.opens))
    return facts, brief
