"""Faults put into correct trees, each alone. The model counts only if it finds every one of them.

A fault is a carrier, a kind of statement, what somebody would have got wrong, the moment whose trees it is put into, and
the files that differ. There is one at least for every carrier and every kind of statement that is counted.
"""

import io
import json
import re
import zipfile
from pathlib import Path

import compare
from state import Content, Hall, moment
from tree import Tree

OLD, EVE, NOW = moment("2026-02-27T09:00"), moment("2026-03-11T15:59"), moment("2026-03-11T16:00")
PAUSED, GONE, HELD = moment("2026-03-23T00:00"), moment("2026-07-06T00:00"), moment("2026-02-04T11:00")
MOMENTS = (OLD, EVE, NOW, PAUSED, GONE, HELD)

FAULTS = []


def fault(carrier, kind, what, at=NOW):
    def put(make):
        FAULTS.append((carrier, kind, what, at, make))
        return make
    return put


def replaced(path, old, new, count=1):
    """A fault: other words in a text file."""
    def make(tree, _):
        text = tree.bytes(path).decode()
        if old not in text:
            raise ValueError(f"{path} does not say {old}")
        return {path: text.replace(old, new, count).encode()}
    return make


def cut(path, start, end):
    """A fault: what stands from `start` to `end` is left out."""
    def make(tree, _):
        text = tree.bytes(path).decode()
        first = text.index(start)
        return {path: (text[:first] + text[text.index(end, first) + len(end):]).encode()}
    return make


def missing(path):
    return lambda tree, _: {path: None} if tree.has(path) else 1 / 0


def old_one(path, of=None):
    """A fault: the file is still the one of two weeks before."""
    return lambda tree, trees: {path: trees[OLD].bytes(of or path)}


def without_row(path, *words):
    """A fault: the first record of a table that has all the words is left out; fields may hold line ends."""
    def make(tree, _):
        rows = re.findall(r'(?:"(?:[^"]|"")*"(?:,|\r?\n|$))+?(?<=\n)', tree.bytes(path).decode())
        row = next(row for row in rows if all(word in row for word in words))
        return {path: "".join(r for r in rows if r is not row).encode()}
    return make


def row_replaced(path, words, old, new):
    def make(tree, _):
        rows = re.findall(r'(?:"(?:[^"]|"")*"(?:,|\r?\n|$))+?(?<=\n)', tree.bytes(path).decode())
        at = next(n for n, row in enumerate(rows) if all(word in row for word in words) and old in row)
        rows[at] = rows[at].replace(old, new, 1)
        return {path: "".join(rows).encode()}
    return make


def in_word(path, old, new):
    def make(tree, _):
        source, target = zipfile.ZipFile(io.BytesIO(tree.bytes(path))), io.BytesIO()
        with zipfile.ZipFile(target, "w") as archive:
            for name in source.namelist():
                content = source.read(name)
                if name == "word/document.xml":
                    assert old.encode() in content
                    content = content.replace(old.encode(), new.encode())
                archive.writestr(name, content)
        return {path: target.getvalue()}
    return make


def search_data(change):
    def make(tree, _):
        [path] = [p for p in tree.paths("public/assets") if "/search-data." in p]
        text = tree.text(path)
        start, end = text.index("{"), text.rindex("}") + 1
        data = json.loads(text[start:end])
        change(data)
        return {path: (text[:start] + json.dumps(data, ensure_ascii=False) + text[end:]).encode()}
    return make


def manifest(window, change, script=True):
    def make(tree, _):
        path = f"public/signage/s/{window}/manifest.json"
        data = json.loads(tree.text(path))
        change(data)
        text = json.dumps(data, ensure_ascii=False)
        over = {path: text.encode()}
        if script:
            over[path.removesuffix("json") + "js"] = f"window.hallpressManifest = {text};".encode()
        return over
    return make


def add(carrier, kind, what, make, at=NOW):
    FAULTS.append((carrier, kind, what, at, make))


PAGE = "window page"
B02, A05, C04 = "public/windows/w-b02.html", "public/windows/w-a05.html", "public/windows/w-c04.html"
add(PAGE, "number", "another number on the plate", replaced(B02, 'is-huge">B02', 'is-huge">B03'))
add(PAGE, "number", "the new number a day late", lambda t, _: {A05: t.bytes(A05).replace(b"2026-03-16", b"2026-03-17")})
add(PAGE, "unit", "another unit", replaced(B02, "人力资源和社会保障局</a></dd>", "医疗保障局</a></dd>"))
add(PAGE, "business", "the old business", replaced("public/windows/w-b01.html", '"is-strong">社保卡补换、参保', '"is-strong">社保卡补换'))
add(PAGE, "place", "another floor", replaced(B02, "<dd>一楼（1F）社保厅", "<dd>二楼（2F）社保厅"))
add(PAGE, "phone", "another telephone", lambda t, _: {B02: re.sub(rb"(<dt>\xe7\x94\xb5\xe8\xaf\x9d</dt><dd><a [^>]*>)\d+", rb"\g<1>7660001", t.bytes(B02))})
add(PAGE, "day line", "open until five on the day it closes at three", replaced(B02, "20260313:540-720,780-900", "20260313:540-720,780-1020"))
add(PAGE, "matters", "a matter left out", cut("public/windows/w-b01.html", '<li><a href="../matters/rsj-canbao.html">', "</li>"))
add(PAGE, "state", "a withdrawn window that serves", replaced(C04, "is-withdrawn", "is-serving"))
add(PAGE, "state", "no page", missing("public/windows/w-b03.html"))
add(PAGE, "goes", "sent to a window that is not meant", lambda t, _: {C04: t.bytes(C04).replace("C03".encode(), b"C01")})

MATTER = "matter page"
HUKOU = "public/matters/gaj-hukou.html"
add(MATTER, "windows", "another number", replaced(HUKOU, ">A06<span", ">A07<span"))
add(MATTER, "windows", "a window left out", cut("public/matters/rsj-canbao.html", '<li class="stand"', "</li>"))
add(MATTER, "paused windows", "a paused window that serves", replaced("public/matters/zrj-zhuanyi.html", "stand is-stopped", "stand"), PAUSED)
add(MATTER, "day line", "open on a Sunday", replaced("public/matters/rsj-tuixiu.html", "20260315:;", "20260315:540-720;"))
add(MATTER, "asks", "nobody says that it is not taken on any more", replaced("public/matters/mzj-jiehun.html", "大厅窗口不再受理", "大厅窗口受理"), GONE)
add(MATTER, "elsewhere", "another address", replaced("public/matters/mzj-jiehun.html", "和谐路3号", "和谐路5号", 9), GONE)

LISTS = "window lists and plans"
add(LISTS, "all windows", "another number", replaced("public/windows/index.html", "<b>B02</b>", "<b>B20</b>"))
add(LISTS, "windows of unit", "a window of another unit", lambda t, _: {"public/units/rsj.html": t.bytes("public/units/rsj.html").replace(b'windows/w-b02.html">B02', b'windows/w-b04.html">B04')})
add(LISTS, "windows of venue", "another business", replaced("public/venues/sb.html", '"row-name">企业参保', '"row-name">退休申领'))
add(LISTS, "windows of floor", "a window left out", cut("public/floors/f1.html", '<li><a href="../windows/w-b02.html">', "</li>"))
add(LISTS, "plan of floor", "a window at another place", replaced("public/floors/f1.html", '<rect x="30.545" y="19.545"', '<rect x="40.545" y="19.545"'))

LOOK = "matter lists and search"
add(LOOK, "table of matters in the hall", "another number", row_replaced("public/lists/in-hall.csv", ["rsj-tuixiu"], "B03窗口", "B02窗口"))
add(LOOK, "list of matters in the hall", "another number", replaced("public/lists/in-hall.html", "B03窗口<", "B02窗口<"))
add(LOOK, "search of matter", "another number", search_data(lambda d: next(s for s in d["stands"] if s[0] == "B03").__setitem__(0, "B13")))
add(LOOK, "search of window", "the day of the change a day early",
    search_data(lambda d: [s.__setitem__(k, "2026-03-12") for s in d["stands"] for k in (2, 3) if s[k] == "2026-03-16"]))
add(LOOK, "search name", "another name", search_data(lambda d: d.__setitem__("n", d["n"].replace("退休申领", "退休申请"))))

DATA = "open data"


def catalogue(change):
    def make(tree, _):
        data = json.loads(tree.text("public/data/catalogue.json"))
        change({w["id"]: w["periods"] for w in data["windows"]}, data)
        return {"public/data/catalogue.json": json.dumps(data, ensure_ascii=False).encode()}
    return make


add(DATA, "facts", "another number", catalogue(lambda w, _: w["w-b02"][0].__setitem__("number", "B22")))
add(DATA, "facts", "the swap a day early", catalogue(lambda w, _: (w["w-a05"][0].__setitem__("until", "2026-03-12"), w["w-a05"][1].__setitem__("from", "2026-03-12"))))
add(DATA, "state", "a window that is paused", catalogue(lambda w, _: w["w-b02"][0].__setitem__("state", "suspended")))
add(DATA, "table state", "a row left out", without_row("public/data/windows.csv", '"w-b02"'))
add(DATA, "table facts", "another unit", row_replaced("public/data/windows.csv", ['"w-b02"'], "人力资源和社会保障局", "医疗保障局"))
add(DATA, "table of matters", "another name", replaced("public/data/matters.csv", "退休申领", "退休申请"))
add(DATA, "table of units", "a unit left out", without_row("public/data/units.csv", '"swj"'))
add(DATA, "digest", "the digest of another file", lambda t, _: {"public/data/SHA256SUMS": t.bytes("public/data/SHA256SUMS").replace(t.text("public/data/SHA256SUMS")[:6].encode(), b"000000", 1)})

HOURS = "opening hours"
add(HOURS, "day by day", "the usual hours on the day of others", replaced("public/service/hours.html", "13:00—15:00</td>", "13:00—17:00</td>"))
add(HOURS, "line of days", "open on a Saturday", replaced("public/index.html", "20260315:;", "20260315:540-720;"))
add(HOURS, "calendar file", "another end", replaced("public/service/hours.ics", "13:00—15:00", "13:00—16:00"))
add(HOURS, "calendar", "a working day that is closed", lambda t, _: {"public/service/calendar.html": re.sub(r"<td>12\s*开</td>", "<td>12 休</td>", t.text("public/service/calendar.html"), count=1).encode()})
add(HOURS, "for machines", "another end of the day", replaced("public/index.html", '"closes":"17:00"', '"closes":"18:00"'))

STRIP = "strip screens"
add(STRIP, "state", "open in the break", manifest("w-b02", lambda m: next(s for s in m["timeline"] if s["state"] == "break").__setitem__("state", "open")))
add(STRIP, "state", "the break is not there", manifest("w-b02", lambda m: _swallow(m)))
add(STRIP, "picture", "a picture with another number", manifest("w-b02", lambda m: [v.__setitem__("alt", v["alt"].replace("B02", "B03")) for v in m["media"].values()]))
add(STRIP, "picture", "the picture of the break all day", manifest("w-b02", lambda m: [s.__setitem__("show", next(x for x in m["timeline"] if x["state"] == "break")["show"]) for s in m["timeline"]]))
add(STRIP, "without gaps", "a gap", manifest("w-b02", lambda m: m["timeline"].pop(3)))
add(STRIP, "pictures", "a picture that is not there", lambda t, _: {_a_picture(t): None})
add(STRIP, "pictures", "another picture", lambda t, _: {_a_picture(t): b"PNG"})
add(STRIP, "as a script", "the script of two weeks before", old_one("public/signage/s/w-b02/manifest.js"))
add(STRIP, "fallback", "the number of another window", manifest("w-b02", lambda m: m["media"][m["fallback"]["media"]].__setitem__("alt", "B03窗口，人社局，请先咨询")))
add(STRIP, "title", "another title", manifest("w-b02", lambda m: m.__setitem__("title", "B03窗口")))
add(STRIP, "valid from", "the manifest of two weeks before", lambda t, o: {p: o[OLD].bytes(p) for p in ("public/signage/s/w-b02/manifest.json", "public/signage/s/w-b02/manifest.js")})
add(STRIP, "listed title", "another title in the list", replaced("public/signage/index.json", "B02窗口", "B12窗口"))


def _swallow(data):
    stretches = data["timeline"]
    at = next(n for n, s in enumerate(stretches) if s["state"] == "break")
    stretches[at - 1]["to"] = stretches[at + 1]["to"]
    del stretches[at:at + 2]


def _a_picture(tree):
    data = json.loads(tree.text("public/signage/s/w-b02/manifest.json"))
    return "public/signage/" + data["media"][data["timeline"][1]["show"][0]["media"]]["src"].removeprefix("../../")


TOLD = "announcements"
SWAP = "public/notices/change-03-16-swap"
add(TOLD, "page", "another day", lambda t, _: {SWAP + ".html": t.bytes(SWAP + ".html").replace("2026年3月16日".encode(), "2026年3月17日".encode())})
add(TOLD, "page", "no page", missing(SWAP + ".html"))
add(TOLD, "leads on", "a revoked notice that does not say so", cut("public/notices/change-02-10-c03-move.html", '<aside class="notice', "</aside>"))
add(TOLD, "text", "another number", lambda t, _: {SWAP + ".txt": t.bytes(SWAP + ".txt").replace(b"A06", b"A07")})
add(TOLD, "text", "the text of a revoked notice is given out", lambda t, _: {"public/notices/change-02-10-c03-move.txt": b"C03 C05"})
add(TOLD, "Word", "another number", in_word(SWAP + ".docx", "A06", "A07"))
add(TOLD, "poster", "the poster of a revoked notice is given out", lambda t, _: {"print/posters/02-10-c03-move-a3.pdf": t.bytes("print/posters/03-16-swap-a3.pdf")})
add(TOLD, "poster", "the poster of another notice", lambda t, _: {"print/posters/03-16-swap-a3.pdf": t.bytes("print/posters/03-09-c04-withdraw-a3.pdf")})
add(TOLD, "short message", "another day", lambda t, _: {"staff/channels/change-03-16-swap.sms.txt": t.bytes("staff/channels/change-03-16-swap.sms.txt").replace("3月16日".encode(), "3月17日".encode())})
add(TOLD, "article", "another number", lambda t, _: {"staff/channels/change-03-16-swap.wechat.html": t.bytes("staff/channels/change-03-16-swap.wechat.html").replace(b"A06", b"A07")})
add(TOLD, "read aloud", "not said as people say it", lambda t, _: {"staff/channels/change-03-16-swap.broadcast.txt": t.bytes("staff/channels/change-03-16-swap.broadcast.txt").replace("号窗口".encode(), "窗口".encode())})

NEWS = "notice lists, feeds and banners"
add(NEWS, "current", "a notice left out", cut("public/notices/index.html", '<li data-from="2026-03-11"', "</li>"))
add(NEWS, "on the home page", "a revoked notice as if it held",
    replaced("public/index.html", '<ul class="news">', '<ul class="news"><li><a href="notices/change-02-10-c03-move.html">关于C03窗口位置调整的公告</a></li>'))
add(NEWS, "archive", "a revoked notice without its mark", replaced("public/notices/archive/2026.html", "（已取消）", ""))
add(NEWS, "feed", "an entry left out", cut("public/feeds/all.xml", "<entry>", "</entry>"))
add(NEWS, "feed", "a revoked notice that was not updated", replaced("public/feeds/all.xml", "2026-02-04T11:00:00", "2026-01-29T09:00:00", 9), HELD)
add(NEWS, "feed summary", "another day", replaced("public/feeds/all.xml", "3月16日", "3月18日", 99))
add(NEWS, "feed updated", "the feed is as old as before", replaced("public/feeds/all.xml", "<updated>2026-03-11T16:00:00", "<updated>2026-03-06T00:00:00"))
add(NEWS, "feed in order", "the newest last", lambda t, _: {"public/feeds/all.xml": _turned(t.text("public/feeds/all.xml")).encode()})
add(NEWS, "open data", "another day", lambda t, _: {"public/data/catalogue.json": t.bytes("public/data/catalogue.json").replace(b'"2026-03-11"', b'"2026-03-10"')})
add(NEWS, "banner", "a banner left out", cut(A05, '<aside class="notice is-change"', "</aside>"))
add(NEWS, "banner", "a banner of a revoked notice",
    replaced("public/windows/w-c03.html", '<div class="phases"', '<aside class="notice is-change"><a href="../notices/change-02-10-c03-move.html">C03窗口2月10日起调整为C05窗口</a></aside><div class="phases"'))
add(NEWS, "banner text", "another number", replaced(C04, "C04窗口3月9日", "C02窗口3月9日"))


def _turned(feed):
    entries = re.findall(r"<entry>.*?</entry>\s*", feed, re.S)
    start, end = feed.index("<entry>"), feed.rindex("</entry>") + len("</entry>")
    return feed[:start] + "".join(reversed(entries)) + feed[end:]


BOARD = "boards"
add(BOARD, "sign", "the signs of two weeks before", old_one("print/boards/hanging.pdf"))
add(BOARD, "numbers", "the guide board of two weeks before", old_one("print/boards/guide-east.pdf"))
add(BOARD, "numbers", "the board of another floor", lambda t, _: {"print/boards/floor-f1.pdf": t.bytes("print/boards/floor-f2.pdf")})
add(BOARD, "windows counted", "the facts of two weeks before", old_one("print/boards/facts.pdf"))
add(BOARD, "matters counted", "the facts of a later day", lambda t, o: {"print/boards/facts.pdf": o[GONE].bytes("print/boards/facts.pdf")})
add(BOARD, "windows of matter", "the matters of two weeks before", old_one("print/boards/matters.pdf"))
add(BOARD, "windows of matter", "the board made ahead is the one of today",
    lambda t, _: {"print/coming/2026-03-16/matters.pdf": t.bytes("print/boards/matters.pdf")})
add(BOARD, "hours", "no hours on the board of the hours", lambda t, _: {"print/boards/hours.pdf": t.bytes("print/boards/facts.pdf")})
add(BOARD, "guide desk", "the sheet of two weeks before", old_one("print/guide-desk.pdf"))

WORK = "work lists"
add(WORK, "posting", "another last day", row_replaced("staff/posting.csv", ["03-16-swap"], "2026-03-30", "2026-04-30"))
add(WORK, "posting", "a posting left out", without_row("staff/posting.csv", "03-16-swap"))
add(WORK, "state of posting", "hangs before it is put up", row_replaced("staff/posting.csv", ["03-16-swap"], "张贴中", "待张贴"))
add(WORK, "file of posting", "no file to print", row_replaced("staff/posting.csv", ["03-16-swap"], "print/posters/03-16-swap-a3.pdf", ""))
add(WORK, "take down", "a paper that nobody takes down", without_row("staff/take-down.csv", "02-28-b01-matters"))
add(WORK, "take down", "taken down a day late", row_replaced("staff/take-down.csv", ["02-28-b01-matters"], "2026-03-16", "2026-03-17"))
add(WORK, "take down sign", "the sign of a withdrawn window stays", without_row("staff/take-down.csv", "窗口吊牌 A08窗口"), GONE)
add(WORK, "board to change", "a sign that nobody changes", without_row("staff/reprint.csv", "hanging-w-a05"))
add(WORK, "coming", "a change that nobody expects", without_row("staff/coming.csv", "03-16-swap", "调整生效"))
add(WORK, "screens and guides due", "another day", row_replaced("staff/tasks.csv", ["Y16.3.2c", "03-16-swap"], '"2026-03-16"', '"2026-03-18"'))
add(WORK, "queue system", "another number", row_replaced("staff/queue-system.csv", ["w-b02"], '"B02"', '"B03"'))

GUIDES = "guides, addresses and figures"
add(GUIDES, "brief guide", "another number", lambda t, _: {"public/matters/rsj-tuixiu/brief.html": t.bytes("public/matters/rsj-tuixiu/brief.html").replace(b">B03<", b">B02<")})
add(GUIDES, "address for machines", "another address", replaced("public/matters/rsj-tuixiu.html", '"address":"样例市样例路1号"', '"address":"样例市样例路9号"'))
add(GUIDES, "address of venue", "another address", replaced("public/venues/sb.html", "<dt>地址</dt><dd>样例市样例路1号", "<dt>地址</dt><dd>样例市样例路9号"))
add(GUIDES, "windows counted", "a window too many", row_replaced("public/service/facts.csv", ["社保厅", '"窗口"'], '"7"', '"8"'))
add(GUIDES, "page of the map", "a page that is not there", replaced("public/sitemap.xml", "windows/w-b02.html", "windows/w-b22.html"))
add(GUIDES, "extended service", "another number", replaced("public/lists/extended.csv", "C01窗口", "C02窗口", 9))

BYTES = "bytes of public files"
add(BYTES, "file", "a name that is not published, in a table",
    replaced("public/data/units.csv", "审批局", "03-16-swap"), EVE)
add(BYTES, "file", "a reason that is not published, hidden in a page",
    replaced("public/index.html", "</main>", "<p hidden>身份证拍照需要靠近自助区</p></main>"), EVE)
add(BYTES, "file", "a file whose name tells it", lambda t, _: {"public/notices/change-03-16-swap.docx": t.bytes("public/notices/change-02-28-b01-matters.docx")}, EVE)

PAST = "what was published"
add(PAST, "words of the page", "a notice written anew", replaced("public/notices/change-01-04-a07-move.html", "敬请谅解", "敬请理解"))
add(PAST, "words of the text", "a notice written anew", replaced("public/notices/change-03-09-c04-withdraw.txt", "敬请谅解", "敬请理解"))
add(PAST, "words of the Word", "a notice written anew", in_word("public/notices/change-03-09-c04-withdraw.docx", "敬请谅解", "敬请理解"))
add(PAST, "number of the manifest", "a number that goes back", manifest("w-b02", lambda m: m.__setitem__("seq", 0)))


def all_found(root, folder, known, counts):
    """Whether each fault is found, and each kind of statement has one."""
    trees = {at: Tree(Path(folder) / f"{at:%Y-%m-%dT%H%M}") for at in MOMENTS}
    modules = {module.NAME: module for module in compare.carriers()}
    sound, lost = {}, []

    def found_in(tree, carrier, at):
        if carrier == PAST:
            memory, wrong = compare.Memory(), []
            for earlier in (trees[OLD], tree):
                wrong = memory.contradictions(earlier, at, compare.Counter())
            return {one[1:4] + one[6:] for one in wrong}
        hall = Hall(Content(root, at), at)
        return {one[1:4] + one[5:] for one in compare.contradictions(tree, hall, at, [modules[carrier]])}

    for carrier, kind, what, at, make in FAULTS:
        if (carrier, at) not in sound:
            sound[carrier, at] = found_in(trees[at], carrier, at)
        try:
            broken = Tree(trees[at].root, make(trees[at], trees))
        except (ValueError, IndexError, KeyError, ZeroDivisionError) as absent:
            lost.append(f"{carrier}, {kind}: {what}, which cannot be put in: {absent!r}")
            continue
        if all(broken.over[p] is not None and trees[at].has(p) and broken.over[p] == trees[at].bytes(p) for p in broken.over):
            raise ValueError(f"{carrier}, {kind}: {what}: nothing was changed")
        try:
            new = found_in(broken, carrier, at) - sound[carrier, at]
        except Exception as unreadable:  # what cannot be read any more is found, too, but must not hide a wrong fault
            raise ValueError(f"{carrier}, {kind}: {what}: {unreadable!r}") from unreadable
        if not any(one[0] == kind for one in new):
            lost.append(f"{carrier}, {kind}: {what}" + (f" (only {sorted({one[0] for one in new})})" if new else ""))
    for fault in lost:
        print(f"not found: {fault}")
    have = {(carrier, kind) for carrier, kind, *_ in FAULTS}
    bare = sorted(set(counts) - have)
    for carrier, kind in bare:
        print(f"no fault is put into: {carrier}, {kind}")
    print(f"{len(FAULTS) - len(lost)} of {len(FAULTS)} faults found, of {len(have)} kinds of statement in {len({c for c, _ in have})} carriers")
    return not lost and not bare
