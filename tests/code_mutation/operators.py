"""Mutants of a C++ source: the same text with one small fault in it.

Sources are read as text, not as C++: comments, strings and preprocessor lines are masked, and the house style (blanks round
binary operators, one statement on a line) tells an operator from a template's bracket. What no longer compiles is found by
compiling it, and does not count.
"""

import re
from dataclasses import dataclass

_STRING = re.compile(r'R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*(?:.|\n)*?\*/|^[ \t]*#[^\n]*', re.M)

# Words for words, each in both directions where both make sense.
_SWAPS = {
    " && ": [" || "], " || ": [" && "],
    " < ": [" <= "], " <= ": [" < "], " > ": [" >= "], " >= ": [" > "],
    " == ": [" != "], " != ": [" == "],
    " + 1": [" + 0"], " - 1": [" - 0"],
    "return true;": ["return false;"], "return false;": ["return true;"],
    "std::any_of": ["std::all_of"], "std::all_of": ["std::any_of"], "std::none_of": ["std::any_of"],
    "std::min": ["std::max"], "std::max": ["std::min"],
    "continue;": ["break;"],
}
_NOT = re.compile(r"(?<![\w)\]])!(?=[\w(*])")
_IF = re.compile(r"\bif \(")
_CALL = re.compile(r"^[ \t]+[a-z_][\w.:>\-]*\([^=\n]*\);$", re.M)
_GUARD = re.compile(r"^[ \t]+if \(.*\) (?:return\b.*|continue|break);$", re.M)


@dataclass(frozen=True)
class Mutant:
    file: str    # `src/facts/claims.cpp`
    line: int    # from 1
    before: str  # the line as it stands, without blanks round it
    change: str  # `" && " becomes " || "`
    begin: int
    end: int
    text: str    # what takes the place

    def key(self):
        return (self.file, self.before, self.change)


def mask(source):
    """The same length, with nothing to be read in comments, strings and preprocessor lines."""
    def blank(match):
        text = match.group(0)
        edge = text[0] if text[0] in "\"'" else " "
        return edge + re.sub(r"[^\n]", "\x01", text[1:-1]) + edge if len(text) > 1 else " "
    return _STRING.sub(blank, source)


def closing(text, at):
    """The offset of the parenthesis that closes the one at `at`; nothing where none does."""
    depth = 0
    for index in range(at, len(text)):
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return None


def mutants_of(file, source):
    masked = mask(source)
    found = []

    def add(begin, end, text, change):
        line = source.count("\n", 0, begin) + 1
        found.append(Mutant(file, line, source.splitlines()[line - 1].strip(), change, begin, end, text))

    for word, others in _SWAPS.items():
        at = masked.find(word)
        while at >= 0:
            tail = masked[at + len(word):at + len(word) + 1]
            if not (word[-1] == "1" and (tail.isalnum() or tail in ".'")):
                for other in others:
                    add(at, at + len(word), other, f'"{word.strip()}" becomes "{other.strip()}"')
            at = masked.find(word, at + 1)
    for match in _NOT.finditer(masked):
        add(match.start(), match.end(), "", "\"!\" is left out")
    for match in _IF.finditer(masked):
        _negate(source, masked, match.end() - 1, add)
    for match in _GUARD.finditer(masked):
        add(match.start(), match.end(), "", "the statement is left out")
    for match in _CALL.finditer(masked):
        if not match.group(0).lstrip().startswith(("return", "static_cast", "throw", "assert")):
            add(match.start(), match.end(), "", "the call is left out")
    return sorted(found, key=lambda one: (one.begin, one.end, one.text))


def _negate(source, masked, opening, add):
    """`if (x)` becomes `if (!(x))`; of `if (const auto x = y; z)` the part behind the semicolon."""
    end = closing(masked, opening)
    if end is None or "{" in masked[opening:end]:
        return
    begin = max(opening, masked.rfind(";", opening, end)) + 1
    condition = source[begin:end].strip()
    if begin == opening + 1 and re.match(r"(?:const |auto)", condition):  # a declaration
        return
    if condition.startswith("!"):
        return  # leaving the `!` out says the same, or nearly
    add(begin, end, f"!({condition})", f"\"if ({condition})\" is negated")


def applied(source, mutant):
    return source[:mutant.begin] + mutant.text + source[mutant.end:]
