"""What else is told of matters and venues: brief guides, data for search engines, addresses, figures, the map of the site."""

import json
import re

from carriers.matter_lists import holds
from carriers.open_data import table
from page import clean, stem
from statement import Said, sorted_tuple, whole_day_state, place_words

NAME = "guides, addresses and figures"
LASTS = True


def said(tree, at):
    found = Said()
    for path in tree.paths("public/matters"):
        matter = path.split("/")[2].removesuffix(".html")
        page = tree.page(path)
        if path.endswith("/brief.html"):
            plates = [clean(p.text(at)) for stand in page.classed(at, "brief-stand") if "暂停服务" not in stand.text(at)
                      for p in stand.tagged(at, "a") if p.has("plate")]
            found.say("brief guide", matter, sorted_tuple(plates), path)
        elif path.count("/") == 2:
            for script in page.every(lambda e: e.tag == "script" and e.get("type") == "application/ld+json"):
                item = json.loads("".join(script.children))
                if item.get("@type") == "GovernmentService":
                    places = [c["serviceLocation"] for c in item["availableChannel"] if "serviceLocation" in c]
                    for place in places:
                        window = stem(place["url"])
                        if window.startswith("w-") or "/windows/" in place["url"]:
                            found.say("address for machines", (matter, window, place["name"]), place["address"], path)
    for path in tree.paths("public/venues"):
        address = None
        for div in tree.page(path).tagged(at, "div"):
            words = [child for child in div.children if getattr(child, "tag", "") in ("dt", "dd")]
            if len(words) == 2 and words[0].text(at) == "地址":
                address = clean(words[1].text(at))
            if len(words) == 2 and words[0].text(at) == "新址":
                # 6月4日（星期四）起：样例市样例路9号二楼
                first, _, new = clean(words[1].text(at)).partition("起：")
                month, date = (int(n) for n in re.findall(r"(\d+)月(\d+)日", first)[0])
                address = new if (month, date) <= (at.month, at.day) else address
        if address:
            found.say("address of venue", stem(path), address, path)
    path = "public/service/facts.csv"
    for row in table(tree.text(path)):
        if row["日期"] == at.date().isoformat() and (row["名称"] == "窗口" or (row["范围"], row["名称"]) == ("大厅", "服务窗口")):
            found.say("windows counted", row["范围"], int(row["数值"]), path)
    path = "public/sitemap.xml"
    pages = re.findall(r"<loc>https?://[^/]+/[^<]*?/?((?:windows|matters|notices|units|venues|floors)/[\w./-]+)</loc>", tree.text(path))
    for page in pages:
        found.say("page of the map", page, tree.has("public/" + page), path)
    path, extended = "public/lists/extended.csv", {}
    for row in table(tree.text(path)):
        parts = [part.partition("窗口") for part in row["窗口"].split("；")]
        extended.setdefault(row["事项编号"], set()).update(number for number, _, note in parts if holds(note, at) != ("暂停" in note))
    for matter, numbers in extended.items():
        if numbers:
            found.say("extended service", matter, sorted_tuple(numbers), path)
    return found


def _address(hall, facts):
    venue = hall.content.venues[facts.venue]
    above = hall.content.venues.get(venue.get("上级") or "", {})
    return facts.address or venue.get("地址") or above.get("地址") or hall.content.site["地址"]


def true(hall, at, said=None):
    must, may = {}, {}
    existing = hall.existing(at)
    for matter in hall.content.matters:
        serving = [f.number for i, f in existing.items() if matter in f.matters and whole_day_state(hall, i, at.date()) == "serving"]
        must[("brief guide", matter)] = sorted_tuple(serving)
    for venue, raw in hall.content.venues.items():
        moved = [address for opens, address, _ in hall.venue_at.get(venue, []) if opens <= at]
        above = hall.content.venues.get(raw.get("上级") or "", {})
        may[("address of venue", venue)] = moved[-1] if moved else raw.get("地址") or above.get("地址") or hall.content.site["地址"]
        count = sum(1 for f in existing.values() if f.venue == venue)
        may[("windows counted", raw["名称"])] = count
    if at.date() == hall.known.date():
        may[("windows counted", "大厅")] = len(existing)
    for key in said or {}:
        kind, subject = key
        if kind == "address for machines":
            window = hall.windows.get(subject[1])
            # Of a window that moves within the horizon both places are named.
            named = [facts for _, _, facts in window.versions if place_words(hall, facts) == subject[2]] if window else []
            must[key] = _address(hall, named[-1]) if named else None
        if kind == "page of the map":
            must[key] = True
        if kind == "extended service":
            # The list is of the day of the build: who is there then, with hours of that kind.
            may[key] = said[key][0] if at.date() != hall.known.date() else sorted_tuple(
                hall.numbered(f) for i, f in existing.items() if subject in f.matters and whole_day_state(hall, i, at.date()) == "serving"
                and any(row.get("种类", "正常") != "正常" for row in hall.content.tables[hall.timetable(f)]["时间"]))
    return must, may
