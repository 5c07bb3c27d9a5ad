#!/usr/bin/env python3
"""Holds docs-lint against the oracle on random histories, and ends non-zero at the first disagreement.

    compare.py BINARY [--histories N] [--seed S] [--jobs J]   many, in batches
    compare.py BINARY --seed S --only NUMBER --keep FOLDER    one again, in a repository that stays

`oracle.py` says what is right; `histories.py` makes the histories. Of each batch the whole history is audited, and some
pairs of its commits are judged as ranges and as pushes.
"""

import argparse
import multiprocessing
import os
import random as random_module
import sys
import tempfile
import time

import answers
import histories
import repository
from git_objects import Objects
from oracle import Oracle

_BATCH = 500
_PAIRS_OF_A_BATCH = 8


def main():
    options = _read_options()
    began = time.monotonic()
    numbers = [options.only] if options.only is not None else list(range(options.histories))
    batches = [(options, numbers[at:at + _BATCH]) for at in range(0, len(numbers), _BATCH)]
    totals = {}
    with multiprocessing.Pool(options.jobs) as pool:
        for counts, disagreement in pool.imap_unordered(_judge_batch, batches):
            if disagreement:
                print(disagreement, flush=True)
                pool.terminate()
                return 1
            for name, count in counts.items():
                totals[name] = totals.get(name, 0) + count
    print(f"seed {options.seed}: docs-lint and the oracle agree on {len(numbers)} histories "
          f"({time.monotonic() - began:.0f} s)")
    print("\n".join(f"{count:9} {name}" for name, count in totals.items()))
    return _fail_if_tame(totals) if len(numbers) >= _BATCH else 0


def _fail_if_tame(totals):
    """Histories in which nothing much happens would agree with anything."""
    wanting = [name for name, count in totals.items() if count == 0]
    if wanting:
        print("the histories hold too little: " + ", ".join(wanting))
    return 1 if wanting else 0


def _read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", type=os.path.abspath)
    parser.add_argument("--histories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    parser.add_argument("--keep", metavar="FOLDER")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if options.keep and (options.only is None or os.path.exists(options.keep)):
        parser.error("--keep goes with --only, and makes a folder that is not there yet")
    return options


def _judge_batch(task):
    """(counts, the first disagreement in words or None)."""
    options, numbers = task
    with tempfile.TemporaryDirectory(prefix="docs-lint-oracle-") as scratch:
        folder = options.keep or os.path.join(scratch, "repository")
        repository.write(folder, [(number, histories.history(options.seed, number)) for number in numbers])
        with Objects(folder) as objects:
            return _judge_repository(options, numbers, folder, Oracle(objects), objects)


def _judge_repository(options, numbers, folder, oracle, objects):
    head = objects.commit("main")
    expected = oracle.audit(head)
    counts = _count(objects, oracle, head, expected, numbers)
    for arguments, (must, may) in _questions(options, numbers, oracle, objects, head, expected):
        answer = answers.ask(options.binary, folder, arguments)
        problem = answers.compare(answer, must, may)
        if problem:
            return counts, answers.explain(options, folder, arguments, problem, objects)
        if arguments[0] == "check":
            counts["offences in ranges" if arguments[1] == "--range" else "offences in pushes"] += len(must)
    return counts, None


def _questions(options, numbers, oracle, objects, head, expected):
    """(arguments of docs-lint, (what it must name, what it may name besides))."""
    yield ["audit"], (expected, set())
    random = random_module.Random(f"pairs of {options.seed}/{numbers[0]}")
    groups = _commits_by_history(objects)
    for number in random.sample(sorted(groups), min(len(groups), _PAIRS_OF_A_BATCH)):
        base, head = _pair(random, groups[number], oracle)
        yield ["check", "--range", f"{base}..{head}"], oracle.range(base, head)
        yield ["check", "--push", f"{base}..{head}"], oracle.push(base, head)


def _pair(random, commits, oracle):
    """Two commits of a history, the second mostly with something that the first has not."""
    for _ in range(4):
        base, head = random.choice(commits), random.choice(commits)
        if head not in oracle.behind(base):
            break
    return base, head


def _commits_by_history(objects):
    groups = {}
    for commit in sorted(objects.parents):
        folders = {path.split("/")[0] for path in objects.files_of_commit(commit) if "/" in path}
        if len(folders) == 1:
            groups.setdefault(folders.pop(), []).append(commit)
    return groups


def _count(objects, oracle, head, expected, numbers):
    merges = {commit for commit, parents in objects.parents.items() if len(parents) > 1}
    offended = {path.split("/")[0] for _, path, _ in expected}
    return {
        "commits": len(oracle.behind(head)),
        "histories without an offence": len(numbers) - len(offended),
        "offences": len(expected),
        "offences that are merges": sum(commit in merges for commit, _, _ in expected),
        "offences that are mere moves": sum(kind == "moved" for _, _, kind in expected),
        "offences that merges only passed on": oracle.passed_on,
        "offences in ranges": 0,
        "offences in pushes": 0,
    }


if __name__ == "__main__":
    sys.exit(main())
