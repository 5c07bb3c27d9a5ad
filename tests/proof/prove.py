#!/usr/bin/env python3
"""scripts/prove [--quick | --full] [--only PROMISE...]: runs the proof, and prints promise, figure asked and figure reached.

--quick (the default) runs every suite at a scale of some minutes, --full at the scale that is asked, which takes a day or two on
two cores. The figures are read from what the suites print. A figure below the one that is asked is named `short`; a suite that
failed, or did not print its figures, is named `FAILED`, and then the end is 1.
"""

import argparse
import os
import subprocess
import sys
import time
from collections import namedtuple

import figures

_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
_TESTS = "build/proof/tests/"
_LOGS = os.path.join(_ROOT, "build/proof/logs")
_RELEASE = "build/release/src/docs-lint"
_PYTHON = [sys.executable, "-B"]

Scale = namedtuple("Scale", "histories executions kills faults code_mutants all_variants")
QUICK = Scale(histories=2_000, executions=2_000, kills=12, faults=1_000, code_mutants=8, all_variants=False)
FULL = Scale(histories=100_000, executions=10_000_000, kills=200, faults=1_000, code_mutants=400, all_variants=True)

# What is promised.
_VARIANTS, _MUTANTS, _OPERATORS, _NEUTRAL_EDITS = 6, 10_000, 14, 1_000
_FUZZERS = {"document", "gates", "configuration", "objects", "patterns", "escapers"}
_KINDS = {"memory", "read", "open", "stat", "write"}
_PERCENT = 90

Command = namedtuple("Command", "arguments environment")
Said = namedtuple("Said", "code output")       # how a command ended, and all that it printed
Verdict = namedtuple("Verdict", "word reached")  # `reached`, `short` or `FAILED`, and the figures


class Broken(Exception):
    """What is promised does not hold."""


class Row:
    """One promise: what is asked, the commands that show it, and how their outputs are read.

    `read` takes the outputs and gives (the figures in words, whether they are all that is asked).
    """

    def __init__(self, promise, asked, commands, read):
        self.promise, self.asked, self.commands, self.read = promise, asked, commands, read

    def judge(self, said):
        ends = [f"`{name_of(command)}` ended with {one.code}: " for command, one in zip(self.commands, said) if one.code != 0]
        try:
            reached, is_whole = self.read([one.output for one in said])
        except (figures.Missing, Broken) as problem:
            return Verdict("FAILED", "".join(ends) + str(problem))
        if ends:
            return Verdict("FAILED", "".join(ends) + reached)
        return Verdict("reached" if is_whole else "short", reached)


def rows(scale, program=_RELEASE):
    seed = str(int(time.time())) if scale is FULL else "20260221"
    return [
        Row("bypass", f"every attack, stored in {_VARIANTS} other ways, and none passes", [_command(_TESTS + "bypass_test")],
            _bypass),
        Row("document mutation", f"{_MUTANTS:,} mutants by {_OPERATORS} operators, none survives; {_NEUTRAL_EDITS:,} neutral "
            "edits, no false alarm",
            [_command(_TESTS + "mutation_test", DOCS_LINT_MUTATION_ALL="1" if scale.all_variants else None)],
            _document_mutation),
        Row("history mutation", f"{FULL.histories:,} histories, on all of which the oracle says the same",
            [_command(*_PYTHON, "tests/oracle/compare.py", program, "--histories", str(scale.histories), "--seed", seed)],
            _history_mutation),
        Row("fuzzing", f"{FULL.executions:,} executions of each fuzzer, no crash, leak or timeout",
            [_command("scripts/fuzz", "--runs", str(scale.executions))], _fuzzing),
        Row("bounded time", "every hostile shape within 2 s, 256 MB and an exponent of 1.2, or refused",
            [_command(*_PYTHON, "bench/hostile", program)], _bounded_time),
        Row("read only", f"{FULL.kills} killed runs, no write in the repository",
            [_command(_TESTS + "faults_test", "--source-file=*/interrupted_test.cpp", DOCS_LINT_FAULTS=str(scale.kills))],
            _read_only),
        Row("determinism", "the same bytes over cores, processes, locales, time zones, umasks and the order of folders",
            [_command(_TESTS + "cli_test", "--source-file=*/determinism_test.cpp")], _determinism),
        Row("code mutation", f"{_PERCENT} % of {FULL.code_mutants} mutants killed",
            [_command(*_PYTHON, "tests/code_mutation/mutate.py", "--mutants", str(scale.code_mutants), "--seed", seed,
                      "--least", "0", *([] if scale is FULL else ["--near"]))], _code_mutation),
        Row("faults", f"{FULL.faults:,} calls of each kind fail, or all there are, in each command; none passes unsaid",
            [_command(_TESTS + "faults_test", "--source-file=*/injected_faults_test.cpp,*/full_disk_test.cpp,*/hanging_test.cpp",
                      DOCS_LINT_FAULTS=str(scale.faults))], _faults),
    ]


def name_of(command):
    return next(os.path.basename(word) for word in command.arguments if word not in _PYTHON)


def _command(*arguments, **environment):
    return Command(list(arguments), {name: value for name, value in environment.items() if value is not None})


def _all_passed(output):
    ran, failed = figures.test_cases(output)
    if failed:
        raise Broken(f"{failed} of {ran} test cases failed")


def _bypass(outputs):
    _all_passed(outputs[0])
    attacks, controls, runs, variants = figures.bypass(outputs[0])
    return (f"{attacks} attacks, {controls} controls, {runs:,} runs, stored in {variants} other ways; none passed",
            variants >= _VARIANTS)


def _document_mutation(outputs):
    _all_passed(outputs[0])
    mutants, records, operators, survived = figures.document_mutants(outputs[0])
    edits, alarms = figures.neutral_edits(outputs[0])
    if survived or alarms:
        raise Broken(f"{survived} mutants survived, {alarms} false alarms")
    return (f"{mutants:,} mutants of {records} records by {operators} operators, {survived} survived; {edits:,} neutral edits, "
            f"{alarms} false alarms", mutants >= _MUTANTS and operators >= _OPERATORS and edits >= _NEUTRAL_EDITS)


def _history_mutation(outputs):
    histories, = figures.histories(outputs[0])
    return f"{histories:,} histories, 0 disagreements", histories >= FULL.histories


def _fuzzing(outputs):
    found = figures.fuzzers(outputs[0])
    if set(found) != _FUZZERS:
        raise figures.Missing("no figure of " + ", ".join(sorted(_FUZZERS - set(found))) if _FUZZERS - set(found)
                              else "unknown fuzzers")
    least = min(counts[0] for counts in found.values())
    broken = [sum(counts[at] for counts in found.values()) for at in range(1, 5)]
    words = "{} crashes, {} leaks, {} timeouts, {} out of memory".format(*broken)
    if any(broken):
        raise Broken(words)
    return f"{least:,} executions of each of {len(found)} fuzzers, {words}", least >= FULL.executions


def _bounded_time(outputs):
    shapes, missed = figures.hostile_shapes(outputs[0])
    return f"{shapes} shapes, {missed} missed", missed == 0


def _read_only(outputs):
    _all_passed(outputs[0])
    killed, writes = figures.kills(outputs[0])
    if writes:
        raise Broken(f"{writes} writes in the repository")
    return f"{killed} killed runs, {writes} writes", killed >= FULL.kills


def _determinism(outputs):
    _all_passed(outputs[0])
    size, reports, circumstances, differing = figures.determinism(outputs[0])
    if differing:
        raise Broken(f"{differing} of {circumstances} differ")
    return f"{size:,} bytes of {reports} reports in {circumstances} circumstances, {differing} differ", circumstances >= 2


def _code_mutation(outputs):
    percent, judged = figures.code_mutants(outputs[0])
    return f"{percent} % of {judged} mutants killed", percent >= _PERCENT and judged >= FULL.code_mutants * 0.8


def _faults(outputs):
    _all_passed(outputs[0])
    found = figures.faults(outputs[0])
    if set(found) != _KINDS:
        raise figures.Missing("no figure of the kinds " + ", ".join(sorted(_KINDS ^ set(found))))
    words = ", ".join(f"{kind} {sum(tried for tried, _ in counts):,} of {sum(calls for _, calls in counts):,}"
                      for kind, counts in sorted(found.items()))
    is_whole = all(tried >= min(FULL.faults, calls) * 0.9 for counts in found.values() for tried, calls in counts)
    return f"failed calls: {words}", is_whole


def run(command):
    """Runs a command in the root; both of its streams in one text, as they came."""
    process = subprocess.run(command.arguments, cwd=_ROOT, env={**os.environ, **command.environment},
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return Said(process.returncode, process.stdout.decode("utf-8", "replace"))


def build():
    jobs = os.environ.get("DOCS_LINT_JOBS", str(os.cpu_count()))
    programs = ["docs-lint", "bypass_test", "mutation_test", "faults_test", "cli_test", "rules_test", "unit_rules", "unit_facts",
                "unit_records", "unit_engine", "unit_cli"]
    for preset, targets in (("proof", programs), ("release", ["docs-lint"])):
        for command in (["cmake", "--preset", preset, "-DDOCS_LINT_UNITY=ON"],
                        ["cmake", "--build", "--preset", preset, "--parallel", jobs, "--target", *targets]):
            said = run(Command(command, {}))
            if said.code != 0:
                sys.exit(f"prove: `{' '.join(command)}` failed:\n{said.output[-3000:]}")


def main():
    options = _read_options()
    chosen = [row for row in rows(FULL if options.full else QUICK, options.program) if not options.only or row.promise in options.only]
    if not options.built:
        _tell("build")
        build()
    os.makedirs(_LOGS, exist_ok=True)
    verdicts = [_prove(row) for row in chosen]
    print("| promise | asked | reached | |\n|---|---|---|---|")
    for row, verdict in zip(chosen, verdicts):
        print(f"| {row.promise} | {row.asked} | {verdict.reached} | {verdict.word} |")
    return 1 if any(verdict.word == "FAILED" for verdict in verdicts) else 0


def _prove(row):
    _tell(row.promise)
    said = [run(command) for command in row.commands]
    with open(os.path.join(_LOGS, row.promise.replace(" ", "_") + ".log"), "w", encoding="utf-8") as log:
        log.write("\n".join(one.output for one in said))
    return row.judge(said)


def _tell(what):
    print(time.strftime("%H:%M:%S ", time.gmtime()) + what, file=sys.stderr, flush=True)


def _read_options():
    names = [row.promise for row in rows(QUICK)]
    parser = argparse.ArgumentParser(prog="scripts/prove", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    scale = parser.add_mutually_exclusive_group()
    scale.add_argument("--quick", action="store_true", help="some minutes (default)")
    scale.add_argument("--full", action="store_true", help="the figures that are asked")
    parser.add_argument("--only", action="append", choices=names, metavar="PROMISE", help="one row: " + ", ".join(names))
    parser.add_argument("--program", type=os.path.abspath, default=_RELEASE, help="what histories and hostile shapes are given to "
                        "(default: %(default)s)")
    parser.add_argument("--built", action="store_true", help="what is to be run is built already")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
