"""The announcements themselves: web page, plain text, Word, poster, and what goes to other channels."""

import io
import re
import zipfile

from page import clean
from statement import Names, Said
from told import Announcements

NAME = "announcements"
LASTS = False


def _word(content):
    document = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    return clean(re.sub(r"<[^>]+>", "", re.sub(r"</w:p>", "\n", document)))


def said(tree, at):
    found = Said()
    for path in tree.paths("public/notices"):
        if path.count("/") != 2 or path.endswith("index.html"):
            continue
        name, _, ending = path.rsplit("/", 1)[-1].rpartition(".")
        if ending == "html":
            page = tree.page(path)
            [title] = [clean(h1.text(at)) for h1 in page.tagged(at, "h1")][:1]
            prose = "".join(clean(div.text(at)) for div in page.classed(at, "prose"))
            found.say("page", name, title + prose, path)
            asides = page.tagged(at, "aside")
            found.say("leads on", name, " ".join(a.get("href") for aside in asides for a in aside.tagged(at, "a")), path)
        elif ending == "txt":
            found.say("text", name, clean(tree.text(path)), path)
        elif ending == "docx":
            found.say("Word", name, _word(tree.bytes(path)), path)
    for path in tree.paths("print/posters"):
        name = path.rsplit("/", 1)[-1].removesuffix("-a3.pdf")
        found.say("poster", name, "".join(tree.pdf(path).split()), path)
    for path in tree.paths("staff/channels"):
        parts = path.rsplit("/", 1)[-1].split(".")
        if parts[-2] == "sms":
            found.say("short message", parts[0], tree.text(path), path)
        if parts[-2] == "wechat":
            found.say("article", parts[0], clean(re.sub(r"<[^>]+>", "", tree.text(path))), path)
        if parts[-2] == "broadcast":
            found.say("read aloud", parts[0], tree.text(path), path)
    return found


def true(hall, at, said=None):
    must, may = {}, {}
    told = Announcements.of(hall.content, hall.known)
    for one in told.all.values():
        must[("page", one.page)] = Names(one.facts)
        if one.superseded:
            # It leads to what stands in its place, and is not given out any more.
            must[("leads on", one.page)] = Names([one.successor + ".html"])
            continue
        current = told.is_current(one, at)
        # The title of an article is copied apart from it.
        article = one.facts if one.starts else []
        for kind, words in (("text", one.facts), ("Word", one.facts), ("article", article), ("short message", one.brief)):
            (must if current else may)[(kind, one.page)] = Names(words)
        may[("poster", one.id)] = Names(["".join(word.split()) for word in one.facts])
        may[("read aloud", one.page)] = Names(["号窗口"] if one.kind == "调整" else [])
    for key, (value, _) in (said or {}).items():
        kind, name = key
        identity = name.removeprefix("change-")
        if kind == "leads on":
            may.setdefault(key, value)
        # Holidays, other hours and devices out of order are told by what is derived from them.
        if re.match(r"(holiday|hours|fault)-", name):
            may.setdefault(key, value)
        # The office has the papers of what it is to publish.
        if kind in ("poster", "article", "short message", "read aloud") and identity not in told.all:
            if identity in hall.content.changes or identity in hall.content.amendments:
                may.setdefault(key, value)
    return must, may
