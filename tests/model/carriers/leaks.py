"""Every byte of public/: nothing of what is not published yet."""

import io
import re
import zipfile

from state import moment, published
from statement import Said

NAME = "bytes of public files"
LASTS = False
TEXTS = (".html", ".json", ".js", ".csv", ".xml", ".ics", ".txt", ".webmanifest")


def said(tree, at):
    found = Said()
    for path in tree.paths("public"):
        if path.endswith(TEXTS):
            # The strokes of drawings look like window numbers: H12.
            text = re.sub(r' d="[^"]*"', "", tree.text(path)) if ".html" in path else tree.text(path)
            found.say("file", path, text + "\n" + path, path)
        elif path.endswith(".docx"):
            found.say("file", path, zipfile.ZipFile(io.BytesIO(tree.bytes(path))).read("word/document.xml").decode() + path, path)
        else:
            found.say("file", path, path, path)
    return found


def secrets(hall):
    """Words that only what is not published yet would put into a file."""
    content, words = hall.content, set()
    for identity, raw in content.changes.items():
        if content.publication(identity) > hall.known:
            words.add(identity)
            for part in raw.get("窗口") or []:
                if part["窗口"] not in hall.windows:
                    words.add(part["窗口"])
                words |= {part[key] for key in ("窗口号", "业务", "条屏简称", "电话") if key in part}
            words |= {raw[key] for key in ("新址", "原因") if key in raw}
    for identity, raw in content.amendments.items():
        if published(raw) > hall.known:
            words |= {identity, raw["原因"]}
            words |= {part[key] for part in raw.get("窗口") or [] for key in ("窗口号", "业务") if key in part}
    for identity, head in content.notices.items():
        if moment(head["发布时间"]) > hall.known:
            words |= {identity, head["标题"]}
    # What is said of something else, now or in what was announced, gives nothing away.
    open_words = set()
    for window in hall.windows.values():
        for _, _, facts in window.versions:
            open_words |= {facts.number, facts.business, facts.short, facts.phone}
    for identity, raw in list(content.changes.items()) + list(content.amendments.items()):
        when = content.publication(identity)
        if when <= hall.known:
            open_words.add(raw["原因"])
            for part in raw.get("窗口") or []:
                open_words |= {part.get(key) for key in ("窗口号", "业务", "条屏简称", "电话")}
            open_words.add(raw.get("新址"))
    names = "".join(m["事项名称"] for m in content.matters.values()) + "".join(filter(None, open_words))
    return sorted(word for word in words - open_words if word not in names)


class Without:
    def __init__(self, words):
        self.words = words

    def __eq__(self, text):
        return not any(word in text for word in self.words)

    def __ne__(self, text):
        return not self == text

    def __repr__(self):
        return "without " + "、".join(self.words)

    def found_in(self, text):
        return [word for word in self.words if word in text]


def true(hall, at, said=None):
    without = Without(secrets(hall))
    return {key: without for key in said or {}}, {}
