"""What docs-lint has to say of filed records, worked out from the definition alone.

A record is a Markdown file `h*/records/**` (a plain file, executable or not) whose status line says Filed. **For every
commit and every parent of it, a path that is filed in the parent is identical, in mode and blob, in the commit.** Where it
is not, the commit offends against that path. No difference of text, no rename detection and no date has a say.

An offence is *moved*, which is a warning, where the path is gone and the same blob stands under a new name in the same
folder, with the same mode, as a record, by more than the case of its letters. It is *broken*, an error, otherwise. Where
the blob was added in several places and some only are such a move, either word will do.

A merge names what it does itself, and not what it *passes on*. It passes an offence against parent P on where another
parent Q holds the path just as the merge does, and a commit behind Q that is not behind P offended against the very version
of the path that P holds. That commit is named; the merge only carries its deed to where P was. Anything else that differs
from P was chosen by the merge, and P's filing would go unmentioned if the merge were not named.

A range BASE..HEAD is judged by the commits behind HEAD that are not behind BASE, found by a walk over parents. Where BASE is
not behind HEAD, the tree that merging would leave (git's own merge; where it conflicts, HEAD's version) is held against
BASE as well, and, where a path is neither as BASE has it, against HEAD: then it is BASE that changes what HEAD filed. Of a
push OLD..NEW, NEW's tree is held against OLD, as it is.
"""

import re
from dataclasses import dataclass

_GOVERNED = re.compile(r"h[0-9]+/records/.+\.md", re.IGNORECASE)
_STATUS_LINE = re.compile(rb"^[\W_]*status\W+filed\b", re.IGNORECASE | re.MULTILINE)
_REGULAR = ("100644", "100755")

MOVED, BROKEN, EITHER = "moved", "broken", "moved or broken"


@dataclass(frozen=True)
class Offence:
    commit: str
    path: str
    kind: str
    parent: str
    filed: tuple  # (mode, blob) that the parent holds


class Oracle:
    def __init__(self, objects):
        self._objects = objects
        self.passed_on = 0  # offences that were left out because a merge only passes them on
        self._is_filed = {}
        self._behind = {}

    def audit(self, head):
        """All (commit, path, kind) behind `head`."""
        return self._named(self.behind(head))

    def range(self, base, head):
        """What must be named, and what may be: the merge's result against the base where the path is named anyway."""
        named = self._named(self.behind(head) - self.behind(base))
        if base in self.behind(head):
            return named, set()
        files, conflicts = self._objects.merge_result(base, head)
        files = _as_head_has_it(files, conflicts, self._objects.files_of_commit(head))
        of_base = self._objects.files_of_commit(base)
        mixed = [offence for offence in self._compare(head, base, files)
                 if files.get(offence.path) != of_base.get(offence.path)]
        return _with_result(named, [*self._compare(base, head, files), *mixed])

    def push(self, old, new):
        named = self._named(self.behind(new) - self.behind(old))
        if old in self.behind(new):
            return named, set()
        return _with_result(named, self._compare(old, new, self._objects.files_of_commit(new)))

    def behind(self, commit):
        """The commit and its ancestors."""
        if commit not in self._behind:
            found, waiting = set(), [commit]
            while waiting:
                at = waiting.pop()
                if at not in found:
                    found.add(at)
                    waiting += self._objects.parents[at]
            self._behind[commit] = found
        return self._behind[commit]

    def _named(self, commits):
        offences = [offence for commit in commits for parent in self._objects.parents[commit]
                    for offence in self._compare(parent, commit, self._objects.files_of_commit(commit))]
        by_path = {}
        for offence in offences:
            by_path.setdefault(offence.path, []).append(offence)
        own = [offence for offence in offences if not self._passes_on(offence, by_path[offence.path])]
        self.passed_on += len(offences) - len(own)
        return {(offence.commit, offence.path, offence.kind) for offence in own}

    def _compare(self, parent, commit, files):
        before = self._objects.files_of_commit(parent)
        if before is files:
            return
        for path, entry in before.items():
            if files.get(path) != entry and _GOVERNED.fullmatch(path) and self._filed(entry):
                yield Offence(commit, path, _kind(path, entry, before, files), parent, entry)

    def _filed(self, entry):
        mode, blob = entry
        if mode not in _REGULAR:
            return False
        if blob not in self._is_filed:
            self._is_filed[blob] = bool(_STATUS_LINE.search(self._objects.read(blob)[1]))
        return self._is_filed[blob]

    def _passes_on(self, offence, against_the_path):
        result = self._what_stands_at(offence.path, offence.commit)
        for other in self._objects.parents[offence.commit]:
            if other == offence.parent or self._what_stands_at(offence.path, other) != result:
                continue
            only_there = self.behind(other) - self.behind(offence.parent)
            if any(one.commit in only_there and one.filed == offence.filed for one in against_the_path):
                return True
        return False

    def _what_stands_at(self, path, commit):
        """A file, nothing, or a folder with all that is in it."""
        files = self._objects.files_of_commit(commit)
        return files.get(path) or {name: entry for name, entry in files.items() if name.startswith(path + "/")}


def _kind(path, entry, before, files):
    if path in files or any(path.startswith(f"{name}/") for name in files):
        return BROKEN
    copies = [name for name, other in files.items()
              if name not in before and other[1] == entry[1] and other[0] in _REGULAR]
    moves = [_is_move(path, entry, name, files[name]) for name in copies]
    return MOVED if moves and all(moves) else EITHER if any(moves) else BROKEN


def _is_move(path, entry, name, other):
    return (path.rpartition("/")[0] == name.rpartition("/")[0] and other == entry and
            _GOVERNED.fullmatch(name) is not None and path.lower() != name.lower())


def _with_result(named, offences):
    paths = {path for _, path, _ in named}
    results = {(offence.commit, offence.path, offence.kind) for offence in offences}
    optional = {one for one in results if one[1] in paths}
    return named | (results - optional), optional - named


def _as_head_has_it(files, conflicts, of_head):
    """A file that HEAD has in a conflict leaves no room for what BASE has below its path."""
    kept = {path: entry for path, entry in files.items()
            if path not in conflicts and not any(path.startswith(f"{one}/") for one in conflicts if one in of_head)}
    return {**kept, **{path: of_head[path] for path in conflicts if path in of_head}}
