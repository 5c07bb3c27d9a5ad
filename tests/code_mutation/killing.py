"""Which tests are asked about a mutant, the nearest first."""

import os
import re

_INCLUDE = re.compile(r'^#include "((?:rules|facts|engine)/[^"]+)\.hpp"', re.M)

_AT_ONCE = 6  # rules whose fixtures are one run: a mutant that dies early should not wait for the rest


class Test:
    """One run of the program: its arguments and its environment."""

    def __init__(self, name, arguments, environment=None):
        self.name, self.arguments, self.environment = name, arguments, environment or {}


class Tests:
    def __init__(self, root, near_only):
        self.root, self.near_only = root, near_only
        self.users = {}  # `facts/claims` -> `rules/gate/item_missing`, ... that include it
        for folder in ("src/rules", "src/facts", "src/engine"):
            for place, _, files in os.walk(os.path.join(root, folder)):
                for file in files:
                    self._read_includes(os.path.join(place, file))

    def _read_includes(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        user = os.path.relpath(os.path.splitext(path)[0], os.path.join(self.root, "src"))
        for used in _INCLUDE.findall(text):
            if used != user:
                self.users.setdefault(used, set()).add(user)

    def for_file(self, file):
        """Every test that may notice a fault there, the nearest first; each rule's fixtures once."""
        module = file.removeprefix("src/").removesuffix(".cpp")
        tests = [*self._unit_tests(module)]
        asked = set()
        for level in self._rules_by_distance(module):
            fresh = sorted(level - asked)
            asked |= level
            tests += [fixtures(fresh[at:at + _AT_ONCE]) for at in range(0, len(fresh), _AT_ONCE)]
        if module.startswith("rules/kinds/") or module == "rules/own_rules":
            tests.append(fixtures_below("fixtures/own-rules/"))
        if module.startswith("engine/"):
            tests.append(fixtures_below("fixtures/rules/tool/"))
        groups = sorted({rule.split("/")[0] for rule in asked if "/" in rule} - {"tool"})
        if groups and len(groups) < 4:
            tests.append(fixtures([group + "/" for group in groups]))
        return tests + self._suites(module, asked)

    def _suites(self, module, asked):
        """What takes long. Only gates and what is found out about documents can be noticed by damaged sign-offs."""
        damaged = [Test("mutation", ["--source-file=*/mutation/mutants_test.cpp"]),
                   Test("neutral edits", ["--source-file=*/mutation/neutral_edits_test.cpp"])]
        is_about_gates = module.startswith(("rules/gate/", "facts/"))
        return [] if self.near_only else (damaged if is_about_gates else []) + [
            fixtures(sorted(self._rules_with_fixtures() - asked)), # How a repository is stored is not what these faults are about.
            Test("bypass", ["--source-file=*/bypass/*_test.cpp"], {"DOCS_LINT_STORED_ONCE": "1"})]

    def _rules_with_fixtures(self):
        folder = os.path.join(self.root, "fixtures", "rules")
        return {group + "/" + rule for group in os.listdir(folder) for rule in os.listdir(os.path.join(folder, group))}

    def _unit_tests(self, module):
        name = module + "_test.cpp"
        if os.path.exists(os.path.join(self.root, "tests", "unit", name)):
            yield Test("unit/" + name, [f"--source-file=*/unit/{name}"])
        folder = module.split("/")[0]
        # Where a record stands is worked out from facts alone.
        for tested in [folder, "records"] if folder == "facts" else [folder]:
            yield Test(f"unit/{tested}/", [f"--source-file=*/unit/{tested}/*"])

    def _rules_by_distance(self, module):
        """Sets of rules: the file's own, those that include it, those that include what includes it, ..."""
        seen, level = {module}, {module}
        while level:
            rules = {rule_of(one) for one in level} - {None}
            if rules:
                yield rules
            level = set().union(*(self.users.get(one, set()) for one in level)) - seen
            seen |= level


def rule_of(module):
    """`gate/item-missing` for `rules/gate/item_missing`; nothing for what is no rule."""
    parts = module.split("/")
    if parts[0] != "rules" or len(parts) != 3 or parts[1] == "kinds":
        return None
    return f"{parts[1]}/{parts[2].replace('_', '-')}"


def fixtures_below(folder):
    return Test("fixtures in " + folder, ["--source-file=*/rules/rules_test.cpp"], {"DOCS_LINT_CASE": folder})


def fixtures(rules):
    paths = ",".join("fixtures/rules/" + rule + ("" if rule.endswith("/") else "/") for rule in rules)
    return Test("fixtures of " + ", ".join(rules), ["--source-file=*/rules/rules_test.cpp"], {"DOCS_LINT_CASE": paths})
