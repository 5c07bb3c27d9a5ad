"""Reads the figures that the suites print. A suite that does not print what is looked for is no proof: `Missing` says what."""

import re


class Missing(Exception):
    """A figure that is not in the output of its suite."""


def numbers(text, pattern, what):
    """The groups of every match as numbers; at least one match."""
    found = [tuple(_number(part) for part in match.groups()) for match in re.finditer(pattern, text, re.M)]
    if not found:
        raise Missing(f"the output holds no {what}")
    return found


def one(text, pattern, what):
    """The groups of the only match; two would be two answers."""
    found = numbers(text, pattern, what)
    if len(found) > 1:
        raise Missing(f"the output holds {len(found)} times {what}")
    return found[0]


def _number(text):
    return float(text) if "." in text else int(text)


def test_cases(text):
    """(run, failed) as doctest counts them."""
    ran, _, failed = one(text, r"^\[doctest\] test cases: +(\d+) +\| +(\d+) passed +\| +(\d+) failed", "count of test cases")
    if ran == 0:
        raise Missing("no test case ran")
    return ran, failed


def bypass(text):
    """(attacks, controls, runs, other ways of storing)"""
    if "is not current" in text:
        raise Missing("the page of attacks is not current")
    return one(text, r"^bypass: (\d+) attacks, (\d+) controls, (\d+) runs, stored in (\d+) other ways$", "count of attacks")


def document_mutants(text):
    """(mutants, records, operators, survived)"""
    return one(text, r"^DOCS_LINT_MUTATION_SEED=\d+: (\d+) mutants of (\d+) records by (\d+) operators, (\d+) survived$",
               "count of mutants")


def neutral_edits(text):
    """(edits, false alarms)"""
    return one(text, r"^DOCS_LINT_MUTATION_SEED=\d+: (\d+) neutral edits, (\d+) false alarms$", "count of neutral edits")


def histories(text):
    """(histories on which docs-lint and the oracle agree,)"""
    return one(text, r"^seed \d+: docs-lint and the oracle agree on (\d+) histories ", "count of histories")


_FUZZER = r"^([a-z]+): (\d+) executions, (\d+) crashes, (\d+) leaks, (\d+) timeouts, (\d+) out of memory$"


def fuzzers(text):
    """{fuzzer: (executions, crashes, leaks, timeouts, out of memory)}"""
    found = {match[0]: tuple(int(part) for part in match[1:]) for match in re.findall(_FUZZER, text, re.M)}
    if not found:
        raise Missing("the output holds no count of executions")
    return found


def hostile_shapes(text):
    """(shapes, missed)"""
    rows = re.findall(r"^\| (?!shape |-)[^|]+(?:\|[^|\n]*){5}\|$", text, re.M)
    missed, = one(text, r"^(\d+) missed; an empty record takes ", "count of what was missed")
    if not rows:
        raise Missing("the output holds no shapes")
    return len(rows), missed


def kills(text):
    """(killed runs, writes in the repository)"""
    return one(text, r"^killed (\d+) runs, (\d+) writes in the repository$", "count of kills")


def determinism(text):
    """(bytes, reports, circumstances, differing)"""
    return one(text, r"^determinism: (\d+) bytes of (\d+) reports in (\d+) circumstances, (\d+) differ$", "circumstances")


def faults(text):
    """{kind of call: [(places tried, calls), ...] one for each command}"""
    found = {}
    for kind, tried, calls in re.findall(r"^fault: [\w-]+, (\w+): (\d+) of (\d+) calls failed$", text, re.M):
        found.setdefault(kind, []).append((int(tried), int(calls)))
    if not found:
        raise Missing("the output holds no count of faults")
    return found


def code_mutants(text):
    """(percent, mutants that were judged)"""
    return one(text, r"^killed (\d+\.\d) % of (\d+) mutants$", "share of killed mutants")
