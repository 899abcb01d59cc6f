"""Lists of announcements: current ones, the year's archive, the home page, feeds, open data, and the banners on pages."""

import json
from xml.etree import ElementTree

from page import clean, stem
from statement import Names, OneOf, Said
from told import Announcements

NAME = "notice lists, feeds and banners"
LASTS = True
EARLY = ("恢复", "提前结束")  # a pause that ends before its day
ATOM = "{http://www.w3.org/2005/Atom}"


def said(tree, at):
    found = Said()
    for kind, path in (("current", "public/notices/index.html"), ("on the home page", "public/index.html")):
        for news in tree.page(path).classed(at, "news"):
            for item in news.tagged(at, "li"):
                [link] = item.tagged(at, "a")[:1]
                found.say(kind, stem(link.get("href")), clean(link.text(at)), path)
    for path in tree.paths("public/notices/archive"):
        for news in tree.page(path).classed(at, "news"):
            for link in news.tagged(at, "a"):
                found.say("archive", stem(link.get("href")), clean(link.text(at)), path)
    for path in tree.paths("public/feeds"):
        feed = ElementTree.fromstring(tree.text(path))
        times = []
        for entry in feed.iter(ATOM + "entry"):
            page, updated = stem(entry.findtext(ATOM + "id")), entry.findtext(ATOM + "updated")
            times.append(updated)
            if path.endswith("all.xml"):
                found.say("feed", page, updated[:16], path)
                found.say("feed summary", page, entry.findtext(ATOM + "summary") or "", path)
        if times:
            found.say("feed updated", stem(path), feed.findtext(ATOM + "updated") == max(times), path)
            found.say("feed in order", stem(path), times == sorted(times, reverse=True), path)
    path = "public/data/catalogue.json"
    for notice in json.loads(tree.text(path))["notices"]:
        found.say("open data", stem(notice["page"]), notice["date"], path)
    for path in tree.paths("public"):
        if not path.endswith(".html") or path.startswith(("public/notices/", "public/signage/", "public/en/")):
            continue
        for aside in tree.page(path).tagged(at, "aside"):
            if aside.has("notice"):
                for link in aside.tagged(at, "a"):
                    page = stem(link.get("href"))
                    key = path.removeprefix("public/").removesuffix(".html")
                    found.say("banner", (key, page), True, path)
                    text = clean(link.text(at))
                    if not text.startswith("关于"):
                        found.say("banner text", page, text, path)
    return found


def true(hall, at, said=None):
    must, may = {}, {}
    told = Announcements.of(hall.content, hall.known)
    for one in told.all.values():
        page, current = one.page, told.is_current(one, at)
        gone = one.superseded is not None
        must[("archive", page)] = Names([one.mark] if gone else [], () if gone else ("（已",))
        (may if gone else must)[("open data", page)] = one.published.date().isoformat()
        # What is taken back may still be listed for a while, but says so.
        title = Names([one.mark] if gone else [], () if gone else ("（已",))
        if current or (current is None and one.kind == "通知公告"):
            must[("current", page)] = title
        if current is None or gone:
            may[("current", page)] = title
        if current is not False or gone:
            may[("on the home page", page)] = title
        if current is not False:
            may[("banner text", page)] = Names(one.brief)
            for key, _ in ((k, v) for k, v in (said or {}).items() if k[0] == "banner" and k[1][1] == page):
                may[key] = True
        if current and one.windows and one.kind in ("撤离", "暂停", "调整") and at < one.starts:
            for window in one.windows:
                must[("banner", (f"windows/{window}", page))] = True
        # An entry of the feed is as new as the last thing that was said.
        into = must if current else may
        # A pause that ends early is still told, with its new end.
        if one.mark in EARLY:
            may[("banner text", page)] = Names(one.brief + ["恢复"])
            for key in (k for k in said or {} if k[0] == "banner" and k[1][1] == page):
                may[key] = True
        into[("feed", page)] = OneOf(one.newest.isoformat()[:16], one.published.isoformat()[:16] if one.mark in EARLY else "")
        into[("feed summary", page)] = Names(one.now if gone else one.brief)
    for key, (value, _) in (said or {}).items():
        kind, subject = key
        if kind in ("feed updated", "feed in order"):
            must[key] = True
        page = subject[1] if kind == "banner" else subject
        if str(page).split("-")[0] in ("holiday", "hours", "fault"):
            may.setdefault(key, value)
    return must, may
