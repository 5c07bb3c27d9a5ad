"""Asks docs-lint, compares its answer with the oracle's, and says where they differ."""

import json
import re
import subprocess

import histories
from oracle import BROKEN, EITHER, MOVED
from repository import git_environment

_RULES = {"record/changed": BROKEN, "record/deleted": BROKEN, "record/replaced": BROKEN, "record/moved": MOVED}


def ask(binary, folder, arguments):
    """(exit code, the JSON document or None, what stood on stderr)."""
    command = [binary, *arguments, "-C", folder, "--output", "json"]
    run = subprocess.run(command, env=git_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        return run.returncode, json.loads(run.stdout), run.stderr.decode()
    except ValueError:
        return run.returncode, None, run.stderr.decode()


def compare(answer, must, may):
    """What is wrong with the answer, in lines; nothing where all is right."""
    code, document, errors = answer
    if document is None or code not in (0, 1):
        return [f"it ended with {code}: {errors.strip()}"] + [f"not verified: {one['message']}" for one in
                                                              (document or {}).get("unverified", [])[:5]]
    problems = [f"not verified: {one['message']}" for one in document["unverified"]]
    if (code == 1) != (document["summary"]["errors"] > 0):
        problems.append(f"it ended with {code} and counts {document['summary']['errors']} errors")
    return problems + _compare_named(_named(document), _by_place(must), _by_place(may))


def _named(document):
    """Kinds by (commit, path). A filed record that was renamed is named by its old path: where it was filed."""
    return _by_place((one["commit"], one["related"][0]["path"], _RULES[one["rule"]])
                     for one in document["findings"] if one["rule"] in _RULES)


def _by_place(offences):
    places = {}
    for commit, path, kind in offences:
        places.setdefault((commit, path), set()).add(kind)
    return places


def _compare_named(named, must, may):
    problems = []
    for place in sorted(set(named) | set(must)):
        got, wanted, allowed = named.get(place, set()), must.get(place, set()), may.get(place, set())
        either = EITHER in wanted | allowed
        missing = wanted - got - {EITHER} or (wanted if not got else set())
        too_many = set() if either else got - wanted - allowed
        if missing or too_many:
            problems.append("commit {} {}: docs-lint says {}, the oracle {}".format(
                *place, _words(got), _words(wanted) + (f" and perhaps {_words(allowed)}" if allowed else "")))
    return problems


def _words(kinds):
    return ", ".join(sorted(kinds)) or "nothing"


def explain(options, folder, arguments, problems, objects):
    """The disagreement, the history in which it arose, and how to have it again."""
    numbers = sorted({int(found) for problem in problems for found in re.findall(r" h(\d+)/", problem)})
    number = min(numbers, key=lambda one: len(histories.history(options.seed, one)), default=options.only)
    lines = [f"docs-lint and the oracle disagree (seed {options.seed}): docs-lint {' '.join(arguments)}", *problems[:20]]
    if number is not None:
        lines += ["", f"history {number}, oldest commit first:", *_tell(objects, number), "",
                  f"again: tests/oracle/compare.py {options.binary} --seed {options.seed} --only {number} --keep FOLDER",
                  "then:  docs-lint with the arguments above, and -C FOLDER"]
    return "\n".join(lines)


def _tell(objects, number):
    for commit in reversed(objects.parents):
        files = objects.files_of_commit(commit)
        folders = {path.split("/")[0] for path in files if "/" in path}
        if folders == {f"h{number}"}:
            yield f"{commit[:10]} <- {' '.join(one[:10] for one in objects.parents[commit]) or 'nothing'}: " + \
                objects.subject(commit)
            yield from (f"    {mode} {blob[:10]} {path}" for path, (mode, blob) in sorted(files.items()) if "/" in path)
