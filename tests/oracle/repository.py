"""Many histories in one bare repository, written by `git fast-import`.

Each history has a folder of its own, `h<number>/`, and commits of its own; merges that only put folders side by side join
them, so that one run over the whole repository judges all of them at once.
"""

import os
import subprocess

import histories
import records

CONFIGURATION = b"""extends: adr
classes:
  random-record:
    title: Record of a random history
    paths: ["h*/records/**"]
    header-required: false
    status-fields: [Status]
    statuses: [Active, Filed]
    filing: {statuses: [Filed]}
"""


def git_environment():
    """git as it is without anybody's configuration."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**own, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C"}


def write(folder, numbered_histories):
    """Makes `folder` a repository with these (number, history) pairs behind its HEAD."""
    _git(["init", "--quiet", "--bare", "--initial-branch=main", folder])
    stream = b"".join(_Stream(numbered_histories).lines())
    _git(["-c", "core.fsync=none", "-C", folder, "fast-import", "--quiet", "--date-format=raw-permissive"], stream)


def _git(arguments, stream=b""):
    # fast-import takes and gives back memory for each file; with some in reserve it needs half the time.
    environment = {**git_environment(), "MALLOC_TOP_PAD_": str(64 << 20)}
    subprocess.run(["git", *arguments], check=True, env=environment, input=stream, stdout=subprocess.DEVNULL)


class _Stream:
    def __init__(self, numbered_histories):
        self._histories = numbered_histories
        self._marks = 0

    def lines(self):
        tips = []
        for number, commits in self._histories:
            marks = []
            for commit in commits:
                files = {f"h{number}/{path}": entry for path, entry in commit.tree.items()}
                parents = [marks[parent] for parent in commit.parents]
                marks.append(self._next_mark())
                yield from _commit(marks[-1], parents, commit, files)
            tips.append((marks[-1], files))
            for head in histories.heads(commits)[:-1]:
                yield b"reset refs/heads/h%d-%d\nfrom :%d\n" % (number, head, marks[head])
        yield from self._join(tips)

    def _next_mark(self):
        self._marks += 1
        return self._marks

    def _join(self, tips):
        """Two by two, until one is left: the trees stay small until near the end."""
        while len(tips) > 1:
            pairs, tips = [tips[at:at + 2] for at in range(0, len(tips), 2)], []
            for pair in pairs:
                tips.append(pair[0] if len(pair) == 1 else (self._next_mark(), {**pair[0][1], **pair[1][1]}))
                if len(pair) == 2:
                    yield from self._join_commit(tips[-1][0], pair)
        yield b"reset refs/heads/main\nfrom :%d\n" % tips[0][0]

    def _join_commit(self, mark, pair):
        (first, _), (second, files) = pair
        yield from _begin_commit(mark)
        yield b"committer Test Lead <test-lead@example.org> 1770000000 +0000\n" + _data(b"join")
        yield from _parents([first, second])
        yield from _files(files)


def _commit(mark, parents, commit, files):
    yield from _begin_commit(mark)
    yield b"author Test Lead <test-lead@example.org> %s\n" % commit.authored.encode()
    yield b"committer Test Lead <test-lead@example.org> %s\n" % commit.committed.encode()
    yield _data(commit.what.encode())
    yield from _parents(parents)
    yield b"deleteall\nM 100644 inline .docs-lint.yaml\n" + _data(CONFIGURATION)
    yield from _files(files)


def _begin_commit(mark):
    """Whatever came before it: the reset keeps git from making it a child of the commit written last."""
    yield b"reset refs/heads/main\ncommit refs/heads/main\nmark :%d\n" % mark


def _data(content):
    return b"data %d\n" % len(content) + content + b"\n"


def _files(files):
    for path, (mode, content) in sorted(files.items()):
        if mode == records.SUBMODULE:
            yield b"M 160000 %s %s\n" % (b"5" * 40, path.encode())
        else:
            yield b"M %s inline %s\n" % (mode.encode(), path.encode()) + _data(content)


def _parents(marks):
    for position, mark in enumerate(marks):
        yield b"%s :%d\n" % (b"merge" if position else b"from", mark)
