"""staff/: what people are told to do. They know all that is written, public or not."""

import datetime as dt

from carriers.open_data import table
from state import DAY, FOREVER, day, midnight
from statement import OneOf, Said, sorted_tuple
from told import Announcements

NAME = "work lists"
LASTS = False


def said(tree, at):
    found = Said()
    path = "staff/posting.csv"
    for row in table(tree.text(path)):
        found.say("posting", (row["记录"], row["张贴点"]), (row["自"], row["最后一天"]), path)
        found.say("state of posting", (row["记录"], row["张贴点"]), row["状态"], path)
        file = row["印制文件"]
        found.say("file of posting", (row["记录"], row["张贴点"]), "none" if not file else "there" if tree.has(file) else "missing", path)
    path = "staff/take-down.csv"
    for row in table(tree.text(path)):
        kind = "take down" if row["载体"] == "A3纸张公告" else "take down sign"
        found.say(kind, (row["记录"], row["地点"] if kind == "take down" else row["内容"]), (row["日期"], row["时间"]), path)
    path = "staff/reprint.csv"
    for row in table(tree.text(path)):
        found.say("board to change", (row["编号"], row["日期"]), row["种类"], path)
    path = "staff/coming.csv"
    for row in table(tree.text(path)):
        if row["种类"].endswith("生效"):
            found.say("coming", row["记录"], row["日期"], path)
    path = "staff/tasks.csv"
    tasks = {}
    for row in table(tree.text(path)):
        if row["条款"] in ("Y16.3.2c", "Y16.3.3b"):
            tasks.setdefault(row["记录"], set()).add(row["期限"])
    for record, dates in tasks.items():
        found.say("screens and guides due", record, sorted_tuple(dates), path)
    path = "staff/queue-system.csv"
    today = at.date().isoformat()
    for row in table(tree.text(path)):
        if (not row["自"] or row["自"] <= today) and (not row["最后一天"] or today <= row["最后一天"]):
            found.say("queue system", row["窗口编号"], (row["窗口号"], row["单位"], row["业务"], row["暂停"]), path)
    return found


def _next_workday(hall, date):
    while not hall.is_workday(date):
        date += dt.timedelta(days=1)
    return date


def true(hall, at, said=None):
    must, may = {}, {}
    content, today = hall.content, at.date()
    written = content.hall_at(FOREVER)
    told = Announcements.of(content, FOREVER)
    places = {p["编号"]: p["名称"] for p in content.site.get("张贴点") or []}
    for identity, one in told.all.items():
        raw = content.changes.get(identity) or content.amendments.get(identity) or content.notices.get(identity, {})
        for posting in (raw.get("公告") or raw).get("张贴") or []:
            first, last = day(posting["自"]), day(posting["最后一天"])
            subject = (identity, places[posting["张贴点"]])
            end = min(last, one.superseded.date()) if one.superseded else last
            into = must if end >= today else may
            into[("posting", subject)] = (first.isoformat(), end.isoformat())
            # What is to hang has its file; what is superseded is not printed any more.
            if one.superseded and one.superseded <= at:
                into[("file of posting", subject)] = "none"
            else:
                into[("file of posting", subject)] = "there" if today <= first <= today + DAY else OneOf("there", "missing", "none")
            state = "待张贴" if today < first else "张贴中" if today <= end else "应已撤下"
            into[("state of posting", subject)] = OneOf(state, "应已撤下", "今天撤下") if today == end else state
            # On paper that hangs: it comes down after its last day, or when its successor goes up.
            if one.superseded and one.superseded.date() <= last:
                when = OneOf(*((_next_workday(written, end).isoformat(), time) for time in ("上班前", "贴出新公告时")))
            elif written.is_workday(last):
                when = (last.isoformat(), "下班后")
            else:
                when = (_next_workday(written, last).isoformat(), "上班前")
            near = first <= today and today - dt.timedelta(days=7) <= end <= today + dt.timedelta(days=7)
            (must if near else may)[("take down", subject)] = when
    for record in written.records.values():
        start = record.start.date()
        ahead = today < start <= today + dt.timedelta(days=13)
        if record.revoked:
            continue
        may[("coming", record.id)] = start.isoformat()
        if ahead and record.kind != "恢复":
            must[("coming", record.id)] = start.isoformat()
        due = _next_workday(written, start) if not written.is_workday(start) else start
        begins = [(start.isoformat(),), (due.isoformat(),)]
        if record.kind == "临时":
            # What says where it is comes off again after its last day.
            ends = _next_workday(written, record.end.date()).isoformat()
            begins += [(ends,)] + [one + (ends,) for one in begins]
        may[("screens and guides due", record.id)] = OneOf(*begins)
        if ahead and record.kind in ("调整", "撤离"):
            must[("screens and guides due", record.id)] = OneOf((start.isoformat(),), (due.isoformat(),))
        if record.kind == "撤离" and today <= start <= today + 7 * DAY:
            for part in record.raw["窗口"]:
                number = written.windows[part["窗口"]].at(record.start - DAY / 1440).number
                subject = (record.id, f"窗口吊牌 {number}窗口")
                must[("take down sign", subject)] = (_next_workday(written, start).isoformat(), "上班前")
        if ahead:
            for window in [part["窗口"] for part in record.raw.get("窗口") or []]:
                kind = _sign(written, window, record.start)
                if kind:
                    must[("board to change", (f"hanging-{window}", start.isoformat()))] = kind
    for window, facts in written.existing(at).items():
        unit = written.unit_name(facts.unit)
        paused = written.state(window, midnight(today)) == "suspended" or written.state(window, at) == "suspended"
        must[("queue system", window)] = (facts.number, unit, facts.business.replace(",", "，"), "是" if paused else "否")
    stands = {board["编号"] for board in content.boards.get("临时标牌") or []}
    for key, (value, _) in (said or {}).items():
        kind, subject = key
        if kind == "board to change" or kind == "take down sign":
            may.setdefault(key, value)
        record = subject[0] if isinstance(subject, tuple) else subject
        if str(record).split("-")[0] in ("holiday", "hours", "fault") or record in stands:
            may.setdefault(key, value)
    return must, may


def _sign(hall, window, start):
    """What happens to the sign of a window on a day."""
    before, after = hall.windows[window].at(start - DAY / 1440), hall.windows[window].at(start)
    if before is None:
        return OneOf("新做", "更换") if after else None
    if after is None:
        return "拆除"
    old, new = ((f.number, f.unit, f.business, f.matters, f.phone) for f in (before, after))
    return "更换" if old != new else None
