"""Random histories of filed records: `history(seed, number)` is the same in every run and on every machine.

About a third of them are honest: nothing happens to what is filed, whatever the merges and dates look like. In the others
commits offend, merges lose or invent versions, and clocks are wrong or forged.
"""

import random as random_module
from dataclasses import dataclass

import operations
import records

_ZONES = ["+0000", "+0100", "-0730", "+1400", "+9999", "-9999"]
_YEAR_2100 = 4_102_444_800
_START = 1_770_000_000


@dataclass
class Commit:
    parents: list  # positions in the history
    tree: dict     # path below the history's folder -> (mode, content)
    what: str      # in words, for whoever looks into a disagreement
    authored: str = ""
    committed: str = ""


def history(seed, number):
    """A list of commits, parents before children. Several may be without a child, or without a parent."""
    random = random_module.Random(f"{seed}/{number}")
    honest = random.random() < 0.35
    commits = []
    for _ in range(random.randint(3, 14)):
        commits.append(_next_commit(random, commits, honest))
    _set_clocks(random, commits)
    return commits


def heads(commits):
    """Positions of the commits that are nobody's parent."""
    parents = {parent for commit in commits for parent in commit.parents}
    return [position for position in range(len(commits)) if position not in parents]


def _next_commit(random, commits, honest):
    if not commits:
        return _first_commit(random)
    if random.random() < 0.02:
        return _ordinary_commit(random, commits, [], honest)
    if len(commits) > 2 and random.random() < 0.45:
        merge = _merge(random, commits, honest)
        if merge:
            return merge
    return _ordinary_commit(random, commits, [_some_commit(random, commits)], honest)


def _first_commit(random):
    tree = {}
    done = [operations.create(random, tree) for _ in range(random.randint(1, 3))]
    return Commit([], tree, "; ".join(done))


def _some_commit(random, commits):
    """Mostly one that nobody has built upon yet, so that sides come together again."""
    return random.choice(heads(commits)) if random.random() < 0.75 else random.randrange(len(commits))


def _ordinary_commit(random, commits, parents, honest):
    tree = dict(commits[parents[0]].tree) if parents else {}
    done = []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        offend = not honest and random.random() < 0.45
        for _ in range(8):
            operation = random.choice(operations.OFFENDING if offend else operations.HONEST)
            what = operation(random, tree, commits)
            if what:
                done.append(what)
                break
    return Commit(parents, records.settle(tree), "; ".join(done) or "find nothing to do")


# --- merges

def _merge(random, commits, honest):
    parents = list(dict.fromkeys(_some_commit(random, commits) for _ in range(random.choice([2, 2, 2, 3, 4]))))
    if len(parents) < 2:
        return None
    if honest:
        tree = _keep_what_is_filed(random, [commits[parent].tree for parent in parents])
        return Commit(parents, tree, "merge and keep what is filed") if tree is not None else None
    way, resolve = random.choice([
        ("as git does", lambda trees: _three_way(random, commits, parents)),
        ("as git does", lambda trees: _three_way(random, commits, parents)),
        ("taking any side", lambda trees: _any_side(random, trees)),
        ("taking one side whole", lambda trees: dict(random.choice(trees))),
        ("and change what no side changed", lambda trees: _evil(random, _three_way(random, commits, parents))),
    ])
    tree = records.settle(resolve([commits[parent].tree for parent in parents]))
    return Commit(parents, tree, f"merge {way}")


def _keep_what_is_filed(random, trees):
    """Nothing where two sides filed the same path differently: whoever merges them must break one filing."""
    result = {}
    for path in sorted(set().union(*trees)):
        versions = [tree[path] for tree in trees if path in tree]
        filed = {entry for entry in versions if path.startswith(records.GOVERNED) and records.is_filed(entry)}
        if len(filed) > 1:
            return None
        if filed or random.random() < 0.8:
            result[path] = filed.pop() if filed else random.choice(versions)
    return result


def _three_way(random, commits, parents):
    """Folds the sides into the first one by one; where both changed a path, either may win."""
    ours = dict(commits[parents[0]].tree)
    for parent in parents[1:]:
        base = _newest_common(commits, parents[0], parent)
        theirs = commits[parent].tree
        for path in sorted(set(ours) | set(theirs) | set(base)):
            _resolve(random, path, base.get(path), ours, theirs.get(path))
    return ours


def _resolve(random, path, base, ours, theirs):
    if theirs == base or theirs == ours.get(path):
        return
    if ours.get(path) == base or random.random() < 0.5:
        if theirs is None:
            del ours[path]
        else:
            ours[path] = theirs


def _any_side(random, trees):
    result = {}
    for path in sorted(set().union(*trees)):
        entry = random.choice(trees).get(path)
        if entry:
            result[path] = entry
    return result


def _evil(random, tree):
    if tree:
        path = random.choice(sorted(tree))
        mode, content = tree[path]
        tree[path] = (mode, records.edit(random, content)) if mode != records.SUBMODULE else (records.PLAIN, b"x\n")
    return tree


def _newest_common(commits, one, other):
    common = _behind(commits, one) & _behind(commits, other)
    return commits[max(common)].tree if common else {}


def _behind(commits, position):
    found, waiting = set(), [position]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += commits[at].parents
    return found


# --- clocks

def _set_clocks(random, commits):
    clock = random.choice([_honest_clock, _honest_clock, _skewed_clock, _any_clock, _backward_clock, _stopped_clock])
    for position, commit in enumerate(commits):
        commit.committed = clock(random, position)
        commit.authored = commit.committed if random.random() < 0.7 else _any_clock(random, position)


def _honest_clock(random, position):
    return f"{_START + 3600 * position + random.randrange(3600)} +0000"


def _skewed_clock(random, position):
    return f"{_START + 3600 * position + random.randint(-864_000, 864_000)} {random.choice(_ZONES)}"


def _any_clock(random, _position):
    return f"{random.choice([0, 1, _YEAR_2100, random.randrange(_YEAR_2100)])} {random.choice(_ZONES)}"


def _backward_clock(_random, position):
    return f"{_START - 86_400 * position} +0000"


def _stopped_clock(_random, _position):
    return f"{_START} -0730"
