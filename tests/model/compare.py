"""Builds a hall at moments around each of its changes, and compares every statement of every carrier."""

import datetime as dt
import fnmatch
import importlib
import inspect
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import yaml

from state import DAY, FOREVER, Content, Hall, Record, day, files_at, moment, published
from tree import Tree

CARRIERS = ["window_page", "matter_page", "lists_of_windows", "matter_lists", "open_data", "hours", "strip_screens",
            "announcements", "notice_lists", "boards", "work_lists", "guides", "leaks"]
# The website promises to be true over the horizon: it is read as a visitor would on these days after its build, and on
# each day on which something changes, with the one before.
AHEAD = (0, 1, 4, 7, 13)
MINUTE = dt.timedelta(minutes=1)


def carriers():
    return [importlib.import_module(f"carriers.{name}") for name in CARRIERS]


def moments(root):
    """A minute before and at each publication, and each moment something begins or ends."""
    content = Content(root)
    found = set()
    for identity in content.changes:
        record = Record(identity, content.changes[identity], [])
        last = content.record_as_of(identity, FOREVER)
        found |= {content.publication(identity) - MINUTE, content.publication(identity), record.start, last.start}
        found |= {end for end in (last.end,) if end < FOREVER}
        if record.kind == "整体搬迁":
            found.add(last.opens)
    for amendment in content.amendments.values():
        found |= {published(amendment) - MINUTE, published(amendment)}
    for head in content.notices.values():
        found.add(moment(head["发布时间"]))
    found |= {moment(path.name.replace(".", ":")) for path in Path(root).glob("later/*")}
    return sorted(found)


class Office:
    """The folder of an office: content as it was written, and what was built from it, in order of time."""

    def __init__(self, root, folder, program):
        self.root, self.folder, self.program = Path(root), Path(folder), program
        self.folder.mkdir(parents=True)
        for part in ("layouts", "signage"):
            if (self.root / part).is_dir() and self.root.resolve() != Path(__file__).resolve().parents[2]:
                shutil.copytree(self.root / part, self.folder / part)
        self.lying = {}

    def build(self, when):
        files = files_at(self.root, when)
        for name in set(self.lying) - set(files):
            (self.folder / "content" / name).unlink()
        for name, path in files.items():
            if self.lying.get(name) != path:
                target = self.folder / "content" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        self.lying = files
        text = f"{when:%Y-%m-%dT%H:%M}"
        command = [self.program, "--root", self.folder, "build", "--as-of", text, "--out", self.folder]
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode:
            raise SystemExit(f"the build as of {text} ended with {ran.returncode}:\n{ran.stdout}{ran.stderr}")

    def snapshot(self, to):
        """The trees as they are now; files are only ever replaced whole, so that links are enough."""
        Path(to).mkdir(parents=True)
        for tree in ("public", "print", "staff"):
            subprocess.run(["cp", "-al", self.folder / tree, to], check=True)


def ahead(hall, at):
    edges = {edge for window in hall.windows.values() for first, last, _ in window.versions + window.pauses for edge in (first, last)}
    changes = {(edge.date() - at.date()).days for edge in edges}
    changes |= {(day(e["自"]) - at.date()).days for e in hall.exceptions()}
    return sorted(set(AHEAD) | {n for change in changes for n in (change - 1, change) if 0 <= n <= AHEAD[-1]})


def contradictions(tree, hall, at, modules, counts=None):
    """Everything a carrier says that is not true then, and what it does not say: (carrier, kind, subject, file, says, true)."""
    wrong = []
    for carrier in modules:
        for days in ahead(hall, at) if carrier.LASTS else (0,):
            when = at + days * DAY
            said = carrier.said(tree, when)
            asks = len(inspect.signature(carrier.true).parameters) > 2
            must, may = carrier.true(hall, when, said) if asks else carrier.true(hall, when)
            for key in must.keys() | said.keys():
                kind, subject = key
                if counts is not None:
                    counts[carrier.NAME, kind] += 1
                value, file = said.get(key, ("(nothing)", ""))
                if key in must:
                    true = must[key]
                    right = key in said and true == value
                else:
                    true = may.get(key, "(not to be said)")
                    right = key in may and true == value
                if not right:
                    value = true.found_in(value) if hasattr(true, "found_in") and isinstance(value, str) else value
                    wrong.append((carrier.NAME, kind, str(subject), file, at, when, str(value)[:300], str(true)[:300]))
    return wrong


class Memory:
    """What was published once stays as it was said, and the numbers of manifests only grow."""

    NAME = "what was published"

    def __init__(self):
        self.words, self.numbers = {}, {}

    def contradictions(self, tree, at, counts):
        import json

        from carriers import announcements

        wrong = []
        for (kind, name), (text, file) in announcements.said(tree, at).items():
            if kind not in ("page", "text", "Word") or name.split("-")[0] in ("holiday", "hours", "fault"):
                continue
            counts[self.NAME, f"words of the {kind}"] += 1
            first = self.words.setdefault((kind, name), text)
            if text != first:
                wrong.append((self.NAME, f"words of the {kind}", name, file, at, at, text[:300], first[:300]))
        for path in tree.paths("public/signage/s"):
            if path.endswith("manifest.json"):
                counts[self.NAME, "number of the manifest"] += 1
                manifest = json.loads(tree.text(path))
                before, whole = self.numbers.get(path, (0, ""))
                seq = manifest.pop("seq")
                if seq < before or (seq == before and whole and whole != manifest):
                    wrong.append((self.NAME, "number of the manifest", manifest["screen"], path, at, at, str(seq), f"more than {before}"))
                self.numbers[path] = (seq, manifest)
        return wrong


def _compare(job):
    root, snapshot, at = job
    counts = Counter()
    content = Content(root, at)
    hall, tree = Hall(content, at), Tree(snapshot)
    wrong = contradictions(tree, hall, at, carriers(), counts)
    wrong += _memory.contradictions(tree, at, counts)
    return wrong, counts


_memory = Memory()


class Known:
    """Faults of the program that are reported and not mended yet. Each must still occur, or its entry has to go."""

    def __init__(self, path):
        self.entries = yaml.safe_load(path.read_text("utf-8")) if path.exists() else []
        self.hits = Counter()

    def explains(self, contradiction):
        carrier, kind, subject, _, _, when, says, _ = contradiction
        for number, entry in enumerate(self.entries or []):
            days = entry.get("days") or [["0", "9"]]
            if entry["carrier"] == carrier and kind in entry["kinds"] and fnmatch.fnmatchcase(subject, entry.get("subject", "*"))  \
                    and any(first <= f"{when:%Y-%m-%d}" <= last for first, last in days):
                self.hits[number] += 1
                return True
        return False

    def gone(self):
        return [entry for number, entry in enumerate(self.entries or []) if not self.hits[number]]


def run(root, folder, program, only=None, keep=()):
    """Builds and compares; the snapshots of `keep` stay for the faults. Returns contradictions, counts, moments."""
    office = Office(root, Path(folder) / "office", program)
    todo = [m for m in moments(root) if only is None or only[0] <= m <= only[1]]
    todo = sorted(set(todo) | set(keep))
    wrong, counts = [], Counter()
    # One process builds while the other reads; in order, since what was published is remembered.
    with multiprocessing.Pool(1) as pool:
        waiting = []

        def take(result, snapshot, at):
            found, counted = result.get()
            wrong.extend(found)
            counts.update(counted)
            if at not in keep:
                shutil.rmtree(snapshot)

        for at in todo:
            office.build(at)
            snapshot = Path(folder) / f"{at:%Y-%m-%dT%H%M}"
            office.snapshot(snapshot)
            waiting.append((pool.apply_async(_compare, ((str(root), str(snapshot), at),)), snapshot, at))
            while len(waiting) > 3:
                take(*waiting.pop(0))
        while waiting:
            take(*waiting.pop(0))
    return wrong, counts, todo
