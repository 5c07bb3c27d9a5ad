"""Reads commits and trees of a repository with git's own plumbing: one `git cat-file --batch`, and `git rev-list`."""

import subprocess

from repository import git_environment


class Objects:
    """A repository's commits, trees and blobs, each read once."""

    def __init__(self, folder):
        self._folder = folder
        self._process = subprocess.Popen(["git", "--no-replace-objects", "-C", folder, "cat-file", "--batch"],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=git_environment())
        self._files = {}
        self.parents = self._read_parents()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        self._process.wait()

    def read(self, name):
        """(type, content) of an object."""
        self._process.stdin.write(name.encode() + b"\n")
        self._process.stdin.flush()
        header = self._process.stdout.readline().split()
        if len(header) != 3:
            raise LookupError(f"git has no {name}: {header}")
        content = self._process.stdout.read(int(header[2]))
        self._process.stdout.read(1)
        return header[1].decode(), content

    def files(self, tree):
        """What a tree holds below itself: path -> (mode, id). Folders are no entries of their own."""
        if tree not in self._files:
            found = {}
            for mode, name, object_id in _entries(self.read(tree)[1]):
                if mode == "40000":
                    found.update({f"{name}/{path}": entry for path, entry in self.files(object_id).items()})
                else:
                    found[name] = (mode, object_id)
            self._files[tree] = found
        return self._files[tree]

    def files_of_commit(self, commit):
        content = self.read(commit)[1]
        return self.files(content[5:45].decode())

    def subject(self, commit):
        return self.read(commit)[1].partition(b"\n\n")[2].decode().strip()

    def commit(self, revision):
        return self._git("rev-parse", "--verify", revision + "^{commit}").strip()

    def merge_result(self, base, head):
        """The files that merging `head` into `base` leaves, and the paths that git could not merge."""
        command = ["git", "-c", "merge.directoryRenames=false", "-C", self._folder, "merge-tree", "--write-tree", "-z",
                   "--no-messages", "--name-only", "--allow-unrelated-histories", base, head]
        run = subprocess.run(command, env=git_environment(), stdout=subprocess.PIPE)
        if run.returncode not in (0, 1):
            raise RuntimeError(f"git merge-tree failed on {base} and {head}")
        tree, *conflicts = [part.decode() for part in run.stdout.split(b"\0") if part]
        files = {path: entry for path, entry in self.files(tree).items() if not _is_aside(path, base, head)}
        return files, [path.removesuffix(f"~{base}").removesuffix(f"~{head}") for path in conflicts]

    def _git(self, *arguments):
        command = ["git", "--no-replace-objects", "-C", self._folder, *arguments]
        return subprocess.run(command, check=True, env=git_environment(), stdout=subprocess.PIPE).stdout.decode()

    def _read_parents(self):
        lines = self._git("rev-list", "--topo-order", "--parents", "--all").split("\n")
        return {words[0]: words[1:] for words in map(str.split, lines) if words}


def _is_aside(path, base, head):
    """git puts a file that stands in a folder's way beside it, under the name of its side."""
    return path.endswith((f"~{base}", f"~{head}"))


def _entries(tree):
    at = 0
    while at < len(tree):
        blank, end = tree.index(b" ", at), tree.index(b"\0", at)
        yield tree[at:blank].decode(), tree[blank + 1:end].decode(), tree[end + 1:end + 21].hex()
        at = end + 21
