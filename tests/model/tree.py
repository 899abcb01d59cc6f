"""The finished trees of one build, and what the carriers need to know of the moment."""

import hashlib
import subprocess
from functools import lru_cache
from pathlib import Path

from page import parsed


@lru_cache(maxsize=4000)
def _layout(digest, path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout


@lru_cache(maxsize=4000)
def _words(digest, path):
    """Every word of a document with its page, left and top edge."""
    from xml.etree import ElementTree

    out = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout
    space = "{http://www.w3.org/1999/xhtml}"
    pages = ElementTree.fromstring(out).iter(space + "page")
    return [[(word.text or "", float(word.get("xMin")), float(word.get("yMin"))) for word in page.iter(space + "word")]
            for page in pages]


class Tree:
    """Files by their path: public/…, print/…, staff/…; some may be laid over, for the faults."""

    def __init__(self, root, over=None):
        self.root, self.over = Path(root), over or {}

    def paths(self, under=""):
        """All files below a folder, but for those that a fault took away."""
        base = self.root / under
        found = {str(path.relative_to(self.root)) for path in base.rglob("*") if path.is_file()} if base.exists() else set()
        found |= {path for path in self.over if path.startswith(under)}
        return sorted(path for path in found if self.over.get(path, b"") is not None)

    def has(self, path):
        if path in self.over:
            return self.over[path] is not None
        return (self.root / path).is_file()

    def bytes(self, path):
        if path in self.over:
            if self.over[path] is None:
                raise FileNotFoundError(path)
            return self.over[path]
        return (self.root / path).read_bytes()

    def text(self, path):
        return self.bytes(path).decode("utf-8-sig")

    def page(self, path):
        return parsed(self.text(path))

    def _printed(self, path, read):
        content = self.bytes(path)
        digest = hashlib.sha256(content).hexdigest()
        if path in self.over:
            import tempfile

            with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
                file.write(content)
                file.flush()
                return read(digest, file.name)
        return read(digest, str(self.root / path))

    def pdf(self, path):
        """The text of a document as it is laid out."""
        return self._printed(path, _layout)

    def pdf_words(self, path):
        return self._printed(path, _words)
