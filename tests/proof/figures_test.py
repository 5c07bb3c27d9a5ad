#!/usr/bin/env python3
"""The reader of figures takes what the suites print, and nothing for what they do not print."""

import unittest

import figures
import prove

_DOCTEST = "[doctest] test cases:  7 |  7 passed | 0 failed | 3 skipped\n"

# What each suite prints, what is read from it, and the same output with its figure gone.
_OUTPUTS = {
    "bypass": ("bypass: 150 attacks, 40 controls, 900 runs, stored in 6 other ways\n", (150, 40, 900, 6)),
    "document_mutants": ("DOCS_LINT_MUTATION_SEED=1: 12000 mutants of 40 records by 16 operators, 0 survived\n",
                         (12000, 40, 16, 0)),
    "neutral_edits": ("DOCS_LINT_MUTATION_SEED=1: 1200 neutral edits, 0 false alarms\n", (1200, 0)),
    "histories": ("seed 3: docs-lint and the oracle agree on 2000 histories (9 s)\n     90 commits\n", (2000,)),
    "fuzzers": ("gates: 5000 executions, 1 crashes, 0 leaks, 0 timeouts, 0 out of memory\n", {"gates": (5000, 1, 0, 0, 0)}),
    "hostile_shapes": ("| shape | seconds | MB | exit code | exponent | |\n|---|---|---|---|---|---|\n"
                       "| quotes in one line | 0.001 | 20 | 3 | refused |  |\n\n0 missed; an empty record takes 0.02 s\n", (1, 0)),
    "kills": ("killed 200 runs, 0 writes in the repository\n", (200, 0)),
    "determinism": ("determinism: 123 bytes of 14 reports in 5 circumstances, 0 differ\n", (123, 14, 5, 0)),
    "faults": ("fault: check, read: 7 of 120 calls failed\nfault: audit, read: 8 of 90 calls failed\n",
               {"read": [(7, 120), (8, 90)]}),
    "code_mutants": ("killed 92.5 % of 200 mutants\n", (92.5, 200)),
    "test_cases": (_DOCTEST, (7, 0)),
}


class Figures(unittest.TestCase):
    def test_every_reader_is_tried(self):
        readers = {name for name, value in vars(figures).items() if callable(value) and not name.startswith("_")}
        self.assertEqual(readers - {"Missing", "numbers", "one"}, set(_OUTPUTS))

    def test_what_is_printed_is_read(self):
        for name, (output, expected) in _OUTPUTS.items():
            with self.subTest(name):
                self.assertEqual(getattr(figures, name)("before\n" + output + "behind\n"), expected)

    def test_what_is_not_printed_is_missing(self):
        for name, (output, _) in _OUTPUTS.items():
            for spoilt in ("", "all is well\n", "".join(letter for letter in output if not letter.isdigit())):
                with self.subTest(name, output=spoilt), self.assertRaises(figures.Missing):
                    getattr(figures, name)(spoilt)

    def test_two_answers_are_none(self):
        with self.assertRaises(figures.Missing):
            figures.kills("killed 1 runs, 0 writes in the repository\nkilled 2 runs, 0 writes in the repository\n")

    def test_a_run_of_no_test_is_missing(self):
        with self.assertRaises(figures.Missing):
            figures.test_cases("[doctest] test cases: 0 | 0 passed | 0 failed | 3 skipped\n")

    def test_a_page_that_is_not_current_is_no_proof(self):
        with self.assertRaises(figures.Missing):
            figures.bypass("docs/bypass.md is not current\n" + _OUTPUTS["bypass"][0])


class Verdicts(unittest.TestCase):
    """What `prove` makes of outputs; each row is asked with a suite that printed nothing, failed, or fell short."""

    def test_a_suite_without_figures_is_failed(self):
        for row in prove.rows(prove.QUICK):
            with self.subTest(row.promise):
                self.assertEqual(row.judge([prove.Said(0, "")] * len(row.commands)).word, "FAILED")

    def test_a_suite_that_ends_badly_is_failed_whatever_it_prints(self):
        for row in prove.rows(prove.QUICK):
            with self.subTest(row.promise):
                output = _DOCTEST + "".join(text for name, (text, _) in _OUTPUTS.items() if name != "test_cases")
                self.assertEqual(row.judge([prove.Said(1, output)] * len(row.commands)).word, "FAILED")

    def test_a_figure_below_what_is_asked_is_short(self):
        row, = (row for row in prove.rows(prove.QUICK) if row.promise == "history mutation")
        self.assertEqual(row.judge([prove.Said(0, _OUTPUTS["histories"][0])]).word, "short")
        whole = _OUTPUTS["histories"][0].replace("2000", "100000")
        self.assertEqual(row.judge([prove.Said(0, whole)]).word, "reached")

    def test_a_crash_is_failed_and_not_short(self):
        row, = (row for row in prove.rows(prove.QUICK) if row.promise == "fuzzing")
        self.assertEqual(row.judge([prove.Said(0, _OUTPUTS["fuzzers"][0])]).word, "FAILED")

    def test_every_promise_has_a_row(self):
        self.assertEqual([row.promise for row in prove.rows(prove.FULL)],
                         ["bypass", "document mutation", "history mutation", "fuzzing", "bounded time", "read only",
                          "determinism", "code mutation", "faults"])


if __name__ == "__main__":
    unittest.main()
