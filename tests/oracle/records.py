"""Texts of records, and the trees of which random histories are made.

A tree is a dictionary from a path below the history's folder to (mode, content). A record is a draft or filed, which its
status line says in one of four forms.
"""

PLAIN, EXECUTABLE, LINK, SUBMODULE = "100644", "100755", "120000", "160000"

GOVERNED = "records/"
NAMES = ["records/alpha.md", "records/beta.md", "records/deep/gamma.md", "records/Übergabe — first & last.md"]
ELSEWHERE = ["attic/alpha.md", "attic/beta.md", "src/labels.txt"]

_FORMS = [
    "# {title}\n\n**Owner:** Test Lead  \n**Status:** {status}\n\n---\n\n{body}",
    "# {title}\n\nOwner: Test Lead\nStatus: {status}\n\n{body}",
    "# {title}\n\n| Field | Value |\n|---|---|\n| Owner | Test Lead |\n| Status | {status} |\n\n{body}",
    "---\nowner: Test Lead\nstatus: {status}\n---\n\n# {title}\n\n{body}",
]
_WORDS = "scale label parcel weight depot night route sorter count total batch reading belt tray".split()


def sentence(random):
    return " ".join(random.choice(_WORDS) for _ in range(6)).capitalize() + ".\n"


def new_record(random, status):
    body = "".join(sentence(random) + "\n" for _ in range(random.randint(1, 4)))
    title = "Record of the " + random.choice(_WORDS)
    return random.choice(_FORMS).format(title=title, status=status, body=body).encode()


def is_filed(entry):
    mode, content = entry
    return mode in (PLAIN, EXECUTABLE) and b"Filed" in content


def file_it(content):
    return content.replace(b"Active", b"Filed", 1)


def take_back(content):
    return content.replace(b"Filed", b"Active", 1)


def edit(random, content):
    """Another content: a line more, a word less, a letter changed, or what no reader sees."""
    ways = [
        lambda: content + sentence(random).encode(),
        lambda: sentence(random).encode().join(content.rsplit(b"\n\n", 1)),
        lambda: content.rstrip(b"\n"),
        lambda: content.replace(b"Test Lead", b"Test lead", 1),
        lambda: content + b"\n",
        lambda: content.replace(b"\n", b"\r\n") if b"\r" not in content else content.replace(b"\r", b""),
        lambda: content[3:] if content.startswith(b"\xef\xbb\xbf") else b"\xef\xbb\xbf" + content,
        lambda: content + b"\x00\n",
    ]
    changed = random.choice(ways)()
    return changed if changed != content else content + sentence(random).encode()


def settle(tree):
    """Takes out what stands below a path that is no folder."""
    for path in list(tree):
        parts = path.split("/")
        if any("/".join(parts[:depth]) in tree for depth in range(1, len(parts))):
            del tree[path]
    return tree
