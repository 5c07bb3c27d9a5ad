#!/usr/bin/env python3
"""mutate.py [--mutants N] [--seed S] [FILE...]: small faults in the code of rules and verdicts, and whether a test fails.

Draws N mutants (default 20) from the sources below, or from those that are named, compiles each alone, links it in front of
build/proof's libraries and runs the tests that may notice it, nearest first, up to the first failure. Prints one line for each
mutant that nobody noticed, and at the end how many were killed. A mutant in equivalent.txt behaves as the code does, for the
reason that stands there, and does not count; neither does one that the compiler refuses.

Needs build/proof (preset `proof`) with the programs in building.PROGRAMS. Writes nothing into the sources. Ends with 1 where
less than --least percent were killed, and with 2 where the tests fail without a mutant.
"""

import argparse
import collections
import glob
import os
import random
import sys
import tempfile
import time

import building
import killing
import operators

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_SOURCES = ["src/rules/**/*.cpp", "src/facts/*.cpp", "src/engine/judge*.cpp", "src/engine/suppress.cpp",
            "src/engine/rules_in_force.cpp", "src/engine/baseline.cpp", "src/cli/exit_code.cpp"]
_EQUIVALENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "equivalent.txt")


def main():
    options = _read_options()
    os.chdir(_ROOT)
    drawn = draw(options)
    equivalent = read_equivalent()
    counts = collections.Counter()
    by_time = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="docs-lint-mutants-") as scratch:
        trial = Trial(scratch, options)
        for number, mutant in enumerate(drawn, 1):
            if options.minutes and time.monotonic() - began > options.minutes * 60:
                break
            if mutant.key() in equivalent:
                verdict, note = "equivalent", equivalent[mutant.key()]
            else:
                verdict, note, of_time = trial.judge(mutant)
                by_time += of_time
            counts[verdict] += 1
            if options.verbose or verdict == "survived":
                print(f"{verdict}: {mutant.file}:{mutant.line}: {mutant.change}\n    {mutant.before}\n    {note}", flush=True)
    return _sum_up(options, drawn, counts, by_time)


def _sum_up(options, drawn, counts, by_time):
    judged = counts["killed"] + counts["survived"]
    percent = 100 * counts["killed"] / judged if judged else 0.0
    print(f"seed {options.seed}: {sum(counts.values())} mutants in {len({one.file for one in drawn})} sources: "
          f"{counts['killed']} killed ({by_time} of them by the time they took), {counts['survived']} survived, "
          f"{counts['equivalent']} equivalent, {counts['refused']} not compiled")
    print(f"killed {percent:.1f} % of {judged} mutants")
    return 0 if judged and percent >= options.least else 1


def _read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--mutants", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20260221)
    parser.add_argument("--skip", type=int, default=0, metavar="N",
                        help="the first N of those drawn were judged before: the same seed goes on behind them")
    parser.add_argument("--least", type=float, default=90.0, metavar="PERCENT")
    parser.add_argument("--near", action="store_true",
                        help="only unit tests and fixtures: quick, and some survive that the suites would notice")
    parser.add_argument("--longest", type=float, default=300.0, metavar="SECONDS",
                        help="of the processor, for one run of tests; one that takes longer tells nothing, unless it takes "
                        "less than a quarter without a mutant")
    parser.add_argument("--minutes", type=float, metavar="N", help="take up no mutant after so long")
    parser.add_argument("--verbose", action="store_true", help="a line for each mutant")
    return parser.parse_args()


def draw(options):
    files = options.files or sorted({file for pattern in _SOURCES for file in glob.glob(pattern, recursive=True)})
    every = []
    for file in files:
        with open(file, encoding="utf-8") as source:
            every += operators.mutants_of(file, source.read())
    return random.Random(options.seed).sample(every, min(options.mutants, len(every)))[options.skip:]


def read_equivalent():
    """{key of a mutant: why it is no fault}; a line is file, line of code, change and reason, parted by tabs."""
    known = {}
    with open(_EQUIVALENT, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.startswith("#") or not line.strip():
                continue
            parts = line.rstrip("\n").split("\t")
            if len(parts) != 4 or not all(parts):
                raise SystemExit(f"{_EQUIVALENT}:{number}: expected file, code, change and reason, parted by tabs")
            known[tuple(parts[:3])] = parts[3]
    return known


class Trial:
    def __init__(self, scratch, options):
        self.build = building.Build(_ROOT, scratch)
        self.tests = killing.Tests(_ROOT, options.near)
        self.longest = options.longest
        self.program = self.build.program("untouched")
        self.usual = {}  # what each run of tests says without a mutant

    def judge(self, mutant):
        """(verdict, which test or which tests, whether it was the time)"""
        with open(mutant.file, encoding="utf-8") as source:
            text = operators.applied(source.read(), mutant)
        made = self.build.object_of(mutant.file, text)
        program = self.build.program("mutated", [made]) if made else None
        if program is None:
            return "refused", "", 0
        asked = []
        for test in self.tests.for_file(mutant.file):
            run = self._run(program, test)
            if not run.passed and self._is_noticed(test, run):
                return "killed", test.name + (", by time" if run.out_of_time else ""), int(run.out_of_time)
            asked.append(test.name + ("" if run.passed else " (takes too long)"))
        return "survived", "asked: " + "; ".join(asked), 0

    def _is_noticed(self, test, run):
        """Whether it is the mutant that makes the test fail: without one it passes, and in much less time."""
        usual = self._without_mutant(test)
        return not usual.out_of_time and (not run.out_of_time or usual.seconds * 4 < self.longest)

    def _run(self, program, test):
        return building.run_tests(program, _ROOT, test.arguments, test.environment, self.longest)

    def _without_mutant(self, test):
        if test.name not in self.usual:
            run = self._run(self.program, test)
            if not run.passed and not run.out_of_time:
                print(f"{test.name} fails without a mutant:\n{run.output[-3000:]}", file=sys.stderr)
                sys.exit(2)
            self.usual[test.name] = run
        return self.usual[test.name]


if __name__ == "__main__":
    sys.exit(main())
