"""A page as a visitor sees it at a moment: elements with their days, as the page's script shows and hides them."""

import html
from functools import lru_cache
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr", "col", "area", "base", "source", "wbr"}


class Element:
    __slots__ = ("tag", "attributes", "children", "parent")

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.children, self.parent = tag, attributes, [], parent

    def get(self, name, default=""):
        return self.attributes.get(name) or default

    def has(self, name):
        return name in self.get("class").split()

    def holds(self, when):
        """Whether its days include the moment."""
        start, end = self.attributes.get("data-from"), self.attributes.get("data-to")
        if not start and not end:
            return True
        now = when.isoformat()
        return (not start or start <= now) and (not end or now < end)

    def seen(self, when, wanted):
        """Every element that is true at the moment and wanted, in order."""
        for child in self.children:
            if isinstance(child, Element) and child.holds(when):
                if wanted(child):
                    yield child
                yield from child.seen(when, wanted)

    def classed(self, when, name):
        return list(self.seen(when, lambda element: element.has(name)))

    def tagged(self, when, tag):
        return list(self.seen(when, lambda element: element.tag == tag))

    def text(self, when, but=()):
        parts = []
        for child in self.children:
            if isinstance(child, str):
                parts.append(child)
            elif child.holds(when) and child.tag not in but and not child.has("hide") and child.tag not in ("script", "style"):
                parts.append(child.text(when, but))
        return "".join(parts).strip()

    def every(self, wanted):
        """Every element that is wanted, whatever its days."""
        for child in self.children:
            if isinstance(child, Element):
                if wanted(child):
                    yield child
                yield from child.every(wanted)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", {}, None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self.here)
        self.here.children.append(element)
        if tag not in VOID:
            self.here = element

    def handle_startendtag(self, tag, attributes):
        self.here.children.append(Element(tag, dict(attributes), self.here))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        element = self.here
        while element.parent is not None and element.tag != tag:
            element = element.parent
        if element.parent is not None:
            self.here = element.parent

    def handle_data(self, data):
        self.here.children.append(data)


@lru_cache(maxsize=2000)
def parsed(text):
    builder = _Builder()
    builder.feed(text)
    return builder.root


def stem(href):
    """w-a05 of ../windows/w-a05.html."""
    return href.rsplit("/", 1)[-1].removesuffix(".html")


def clean(text):
    return html.unescape(" ".join(text.split()))
