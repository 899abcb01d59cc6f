"""python3 tests/model: the year of a small hall, then forty faults. See README.md."""

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import compare  # noqa: E402
from state import moment  # noqa: E402

HERE = Path(__file__).parent


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--program", default=str(HERE.parents[1] / "target/debug/hallpress"))
    arguments.add_argument("--root", default=str(HERE / "hall"), help="another hall, for its changes only, without the faults")
    arguments.add_argument("--from", dest="first", help="the first moment")
    arguments.add_argument("--to", dest="last", help="the last moment")
    arguments.add_argument("--list", action="store_true", help="every contradiction, also the known ones")
    arguments.add_argument("--no-faults", action="store_true")
    chosen = arguments.parse_args()
    own = Path(chosen.root).resolve() == (HERE / "hall").resolve()
    only = (moment(chosen.first), moment(chosen.last)) if chosen.first else None
    with_faults = own and not chosen.no_faults and not only
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="hallpress-model-") as folder:
        if with_faults:
            import faults

            keep = faults.MOMENTS
        else:
            keep = ()
        wrong, counts, moments = compare.run(chosen.root, folder, chosen.program, only, keep)
        known = compare.Known(HERE / "known.yaml")
        new = [one for one in wrong if not known.explains(one)]
        by_carrier = Counter()
        for (carrier, kind), number in sorted(counts.items()):
            by_carrier[carrier] += number
            print(f"  {carrier}, {kind}: {number}")
        print(f"{len(moments)} moments, {sum(counts.values())} statements: " + ", ".join(f"{c} {n}" for c, n in by_carrier.items()))
        for one in wrong if chosen.list else new:
            carrier, kind, subject, file, built, when, says, true = one
            print(f"{carrier}, {kind} of {subject}: {file}, built {built:%Y-%m-%d %H:%M}, on {when:%Y-%m-%d %H:%M}\n   says {says}\n   true {true}")
        failed = bool(new)
        print(f"{len(new)} contradictions, and {len(wrong) - len(new)} that come of the {len(known.entries or [])} faults in known.yaml")
        if own and not only:
            for entry in known.gone():
                failed = True
                print(f"known.yaml: this no longer occurs, take it out: {entry}")
        if with_faults:
            failed |= not faults.all_found(chosen.root, folder, known, counts)
    print(f"{time.monotonic() - started:.0f} s")
    sys.exit(1 if failed else 0)


main()
