"""What one commit may do to a tree. An operation changes the tree and says what it did, or returns None where there is
nothing to do it to. HONEST ones leave every filed record as it is; OFFENDING ones do not mean to."""

import records
from records import EXECUTABLE, LINK, PLAIN, SUBMODULE


def _records(tree, wanted):
    return sorted(path for path, entry in tree.items()
                  if path.startswith(records.GOVERNED) and entry[0] in (PLAIN, EXECUTABLE) and
                  records.is_filed(entry) == wanted)


def _free_names(tree, names):
    return [name for name in names if name not in tree and not any(
        path.startswith(name + "/") or name.startswith(path + "/") for path in tree)]


def _on(wanted, change):
    """An operation on one record, `wanted` filed or not: `change(random, tree, path)`."""
    def operation(random, tree, _earlier):
        paths = _records(tree, wanted)
        if not paths:
            return None
        path = random.choice(paths)
        what = change(random, tree, path)
        return f"{what} {path}" if what else None
    return operation


def _replace(tree, path, mode=None, content=None):
    old_mode, old_content = tree[path]
    tree[path] = (mode or old_mode, old_content if content is None else content)


# --- honest

def _create(status):
    def operation(random, tree, _earlier):
        names = _free_names(tree, records.NAMES)
        if not names:
            return None
        path = random.choice(names)
        tree[path] = (PLAIN, records.new_record(random, status))
        return f"create {status.lower()} {path}"
    return operation


def create(random, tree):
    return _create(random.choice(["Active", "Filed"]))(random, tree, [])


def _edit(random, tree, path):
    _replace(tree, path, content=records.edit(random, tree[path][1]))
    return "edit"


def _file(random, tree, path):
    _replace(tree, path, content=records.file_it(tree[path][1]))
    return "file"


def _file_and_edit(random, tree, path):
    _replace(tree, path, content=records.file_it(records.edit(random, tree[path][1])))
    return "file and edit"


def _delete(random, tree, path):
    del tree[path]
    return "delete"


def _change_mode(random, tree, path):
    _replace(tree, path, mode=EXECUTABLE if tree[path][0] == PLAIN else PLAIN)
    return "change the mode of"


def _rename_to(names, edited=False):
    def change(random, tree, path):
        free = _free_names(tree, [name for name in names if name != path])
        if not free:
            return None
        mode, content = tree.pop(path)
        new_path = random.choice(free)
        tree[new_path] = (mode, records.edit(random, content) if edited else content)
        return f"rename to {new_path}{' and edit' if edited else ''}:"
    return change


def _touch_elsewhere(random, tree, _earlier):
    path = random.choice(records.ELSEWHERE)
    tree[path] = (PLAIN, records.sentence(random).encode())
    return f"write {path}"


def _nothing(random, tree, _earlier):
    return "change nothing"


# --- offending

def _take_back(random, tree, path):
    _replace(tree, path, content=records.take_back(tree[path][1]))
    return "take back the filing of"


def _take_back_and_edit(random, tree, path):
    _replace(tree, path, content=records.edit(random, records.take_back(tree[path][1])))
    return "take back the filing of, and edit,"


def _rename_by_case(random, tree, path):
    folder, name = path.rsplit("/", 1)
    new_path = f"{folder}/{name.swapcase()}"
    if new_path in tree:
        return None
    tree[new_path] = tree.pop(path)
    return "change the case of"


def _link_to_copy(random, tree, path):
    copy = f"attic/copy-{len(tree)}.md"
    tree[copy] = tree[path]
    tree[path] = (LINK, ("../" * path.count("/") + copy).encode())
    return "replace by a link to a copy"


def _replace_by_submodule(random, tree, path):
    tree[path] = (SUBMODULE, b"")
    return "replace by a submodule"


def _replace_by_folder(random, tree, path):
    entry = tree.pop(path)
    tree[path + "/inner.md"] = entry
    return "replace by a folder"


def _replace_folder_above(random, tree, path):
    folder = path.rsplit("/", 1)[0]
    moved = {f"attic/{folder}{name[len(folder):]}": tree.pop(name)
             for name in list(tree) if name.startswith(folder + "/")}
    tree.update(moved)
    tree[folder] = random.choice([(LINK, b"attic/" + folder.encode()), (PLAIN, b"No folder any more.\n")])
    return "replace the folder above"


def _restore(random, tree, earlier):
    """Brings back a version from anywhere in the history: a revert, or the same again after a deletion."""
    path, entry = random.choice([one for commit in earlier for one in sorted(commit.tree.items())] or [(None, None)])
    if path is None or tree.get(path) == entry:
        return None
    tree[path] = entry
    for other in list(tree):
        if other.startswith(path + "/") or path.startswith(other + "/"):
            del tree[other]
    return f"restore {path}"


def _write_another_over(random, tree, path):
    tree[path] = (PLAIN, records.new_record(random, random.choice(["Active", "Filed"])))
    return "write another record over"


_DRAFT, _FILED = False, True

HONEST = [
    _create("Active"), _create("Active"), _create("Filed"), _nothing, _touch_elsewhere,
    _on(_DRAFT, _edit), _on(_DRAFT, _edit), _on(_DRAFT, _file), _on(_DRAFT, _file), _on(_DRAFT, _file),
    _on(_DRAFT, _file_and_edit), _on(_DRAFT, _delete), _on(_DRAFT, _change_mode),
    _on(_DRAFT, _rename_to(records.NAMES)), _on(_DRAFT, _rename_to(records.NAMES, edited=True)),
]
OFFENDING = [
    _on(_FILED, _edit), _on(_FILED, _edit), _on(_FILED, _take_back), _on(_FILED, _take_back_and_edit),
    _on(_FILED, _delete), _on(_FILED, _delete), _on(_FILED, _change_mode),
    _on(_FILED, _rename_to(records.NAMES)), _on(_FILED, _rename_to(records.NAMES)),
    _on(_FILED, _rename_to(records.NAMES, edited=True)), _on(_FILED, _rename_to(records.ELSEWHERE)),
    _on(_FILED, _rename_to(records.ELSEWHERE, edited=True)),
    _on(_FILED, _rename_by_case), _on(_FILED, _link_to_copy), _on(_FILED, _replace_by_submodule),
    _on(_FILED, _replace_by_folder), _on(_FILED, _replace_folder_above), _on(_FILED, _write_another_over),
    _restore, _restore, _restore,
]
