#pragma once

#include "support/git_repository.hpp"

#include <string>

namespace docs_lint::tests {

inline constexpr const char* kFiledRecord = "docs/product/lessons_learnt/BLG-001-lessons.md";
inline constexpr const char* kFiledText =
    "# Lessons Learnt — BLG-001: Slow start\n\n"
    "**Item:** BLG-001 — Slow start\n**Type:** Tech Backlog (P1)\n**Closed:** 2026-02-27\n"
    "**Reviewed by:** PMO Lead\n**Date filed:** 2026-02-28\n\n"
    "> Note on template applicability: the standard tech backlog template, as nothing else shipped.\n\n"
    "## What created friction\n\nNone\n\n## Process improvements actioned\n\nNone\n\n"
    "## New skills or templates created\n\nNone\n\n## Outstanding actions\n\nNone\n\n"
    "## What worked well\n\n- The log.\n";

/// A filed record in the first commit; a second one that only adds a file, and a third one that edits the
/// record: one error.
struct FiledHistory {
    GitRepository repository;
    std::string filed, honest, edited;

    FiledHistory() {
        repository.write(kFiledRecord, kFiledText);
        filed = repository.commit("File the record");
        repository.write("notes.txt", "a note\n");
        honest = repository.commit("Note");
        repository.write(kFiledRecord, std::string(kFiledText) + "- The graph.\n");
        edited = repository.commit("Touch the record");
    }
};

} // namespace docs_lint::tests
