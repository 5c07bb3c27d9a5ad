// bench_generate_history DOCUMENTS COMMITS | git fast-import: a repository of governed documents with a long
// history. Four documents in ten are specs, three are defect records in triage, two are filed lessons
// records, one is free text. After the documents have been added, twenty a commit, every commit changes one
// spec or record that is not filed; every sixteenth commit begins a branch of eight, which is merged.

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace {

constexpr std::size_t kAddedAtOnce = 20;
constexpr std::size_t kBranchEvery = 16;
constexpr std::size_t kBranchLength = 8;

enum class Kind { spec, record, lessons, text };

Kind kind_of(std::size_t document) {
    const std::size_t place = document % 10;
    if (place < 4) return Kind::spec;
    if (place < 7) return Kind::record;
    return place < 9 ? Kind::lessons : Kind::text;
}

std::string path_of(std::size_t document) {
    switch (kind_of(document)) {
    case Kind::spec:
        return fmt::format("docs/specs/area-{}/spec-{}.md", document % 37, document);
    case Kind::record:
        return fmt::format("docs/product/phase_gates/defect-DEF-{}-case-phase-gate.md", document);
    case Kind::lessons:
        return fmt::format("docs/product/lessons_learnt/DEF-{}-lessons.md", document);
    case Kind::text:
        break;
    }
    return fmt::format("notes/area-{}/note-{}.md", document % 37, document);
}

/// A few kilobytes of prose, lists, tables and code; every document has other words.
std::string body_of(std::size_t document) {
    std::string text;
    for (std::size_t section = 1; section <= 4 + document % 5; ++section) {
        text += fmt::format("\n## {}. Section {} of {}\n\n", section, section, document);
        for (std::size_t paragraph = 0; paragraph < 3; ++paragraph)
            text += fmt::format(
                "The value of *part {}* follows from `module_{}.py`, and **not** from what "
                "was measured in run {}.\n"
                "Where two of them differ, [section {}](#{}-section-{}-of-{}) says which one counts, "
                "and why it does.\n\n",
                paragraph, document % 97, section * 31 + document, section, section, section, document);
        text +=
            "- one point that has to hold\n- another one, with a detail\n  - and what follows from it\n\n";
        text += "| name | value | unit |\n|------|-------|------|\n";
        for (std::size_t row = 0; row < 4; ++row)
            text += fmt::format("| part {} | {} | kg |\n", row, document * 7 + row);
        text +=
            fmt::format("\n```python\ndef part_{}(weight):\n    return weight * {}\n```\n", section, section);
    }
    return text;
}

std::string log_rows(std::size_t document, std::size_t revision) {
    std::string rows;
    for (std::size_t one = 0; one <= revision; ++one)
        rows += fmt::format("| 1.{} | 2026-01-05 | Part {} |\n", one, document);
    return rows;
}

std::string spec_of(std::size_t document, std::size_t revision) {
    return fmt::format(
        "# Spec {}\n\n**Owner:** Metrics Definitions Owner\n**Status:** Canonical\n**Version:** 1.{}\n"
        "**Last Updated:** 2026-01-05\n\n---\n{}\n## Change Log\n\n| Version | Date | Change "
        "|\n|---|---|---|\n"
        "{}",
        document, revision, body_of(document), log_rows(document, revision));
}

std::string item_of(const std::string& name, const std::string& evidence, const std::string& role) {
    return fmt::format("### Gate Item: {}\n\n- Evidence: {}\n- Owner confirmation: Yes — {}, 2026-01-05\n"
                       "- PMO validation: Pass — PMO Lead, 2026-01-05\n\n",
                       name, evidence, role);
}

std::string record_of(std::size_t document, std::size_t revision) {
    return fmt::format("# Phase gate document — DEF-{}\n\n**Owner:** PMO Lead\n**Status:** "
                       "Active\n**Created:** 2026-01-05\n"
                       "**Filed:** — (immutable on closure)\n\n---\n\n| Field | Value |\n|---|---|\n| "
                       "current_state | TRIAGE |\n\n"
                       "## Gate T\n\n",
                       document) +
           item_of("T.1 — Defect confirmed against canonical spec",
                   "`docs/specs/area-0/spec-0.md` §1.1, v1.0", "QA & Testing Owner") +
           item_of("T.2 — Severity assigned", "High: customers are charged less than the spec asks",
                   "Product Owner") +
           item_of("T.3 — Reproduction confirmed", "the steps of the report were repeated on three machines",
                   "QA Lead") +
           fmt::format("## Report\n\nRevision {}.\n{}\n## State Transition Log\n\n| # | From | To | Date | "
                       "Time (UTC) |\n"
                       "|---|---|---|---|---|\n| 1 | — | TRIAGE | 2026-01-05 | 09:00 |\n",
                       revision, body_of(document));
}

std::string lessons_of(std::size_t document) {
    return fmt::format(
        "# Lessons Learnt — DEF-{}: Case\n\n**Item:** DEF-{} — Case\n**Type:** Tech Backlog (P1)\n"
        "**Closed:** 2026-01-02\n**Reviewed by:** PMO Lead\n**Date filed:** 2026-01-03\n\n"
        "> Note on template applicability: the standard template, as nothing else shipped.\n\n"
        "## What worked well\n\n- The report named the section.\n\n## What created friction\n\n"
        "- The calendar was full.\n{}\n"
        "## Process improvements actioned\n\nNone: no template had a gap.\n\n"
        "## New skills or templates created\n\nNone.\n\n## Outstanding actions\n\nNone.\n",
        document, document, body_of(document));
}

std::string text_of(std::size_t document, std::size_t revision) {
    switch (kind_of(document)) {
    case Kind::spec:
        return spec_of(document, revision);
    case Kind::record:
        return record_of(document, revision);
    case Kind::lessons:
        return lessons_of(document);
    case Kind::text:
        break;
    }
    return fmt::format("# Note {}\n{}", document, body_of(document));
}

/// Writes the stream that `git fast-import` reads. Marks are the numbers of the commits, from 1.
class Stream {
public:
    /// `branch` has the ref's name; `from` and `merged` are marks, or zero.
    std::size_t begin_commit(const std::string& branch, std::size_t from, std::size_t merged = 0) {
        const std::string message = fmt::format("Change {}\n", ++mark_);
        fmt::print(
            "commit refs/heads/{}\nmark :{}\ncommitter PMO Lead <pmo-lead@example.org> {} +0000\ndata {}\n{}",
            branch, mark_, 1767603600 + mark_ * 60, message.size(), message);
        if (from > 0) fmt::print("from :{}\n", from);
        if (merged > 0) fmt::print("merge :{}\n", merged);
        return mark_;
    }

    static void write_file(std::size_t document, std::size_t revision) {
        const std::string text = text_of(document, revision);
        fmt::print("M 100644 inline {}\ndata {}\n{}\n", path_of(document), text.size(), text);
    }

private:
    std::size_t mark_ = 0;
};

bool may_change(std::size_t document) {
    return kind_of(document) == Kind::spec || kind_of(document) == Kind::record;
}

class Generator {
public:
    explicit Generator(std::size_t documents) : revisions_(documents, 0) {}

    void run(std::size_t commits) {
        for (std::size_t first = 0; first < revisions_.size(); first += kAddedAtOnce, ++made_)
            add_documents(first);
        while (made_ < commits) {
            if (made_ % kBranchEvery == 0)
                make_branch();
            else
                main_ = change_one("main", main_);
        }
    }

private:
    void add_documents(std::size_t first) {
        main_ = stream_.begin_commit("main", main_);
        for (std::size_t at = first; at < std::min(first + kAddedAtOnce, revisions_.size()); ++at)
            Stream::write_file(at, 0);
    }

    std::size_t change_one(const std::string& branch, std::size_t from) {
        do next_ = (next_ + 7919) % revisions_.size();
        while (!may_change(next_));
        const std::size_t mark = stream_.begin_commit(branch, from);
        Stream::write_file(next_, ++revisions_[next_]);
        ++made_;
        return mark;
    }

    /// The main line has one commit of its own beside the branch; the merge holds what both changed.
    void make_branch() {
        std::size_t tip = main_;
        std::vector<std::size_t> changed;
        for (std::size_t at = 0; at < kBranchLength; ++at) {
            tip = change_one("topic", tip);
            changed.push_back(next_);
        }
        main_ = change_one("main", main_);
        main_ = stream_.begin_commit("main", main_, tip);
        for (const std::size_t document : changed) Stream::write_file(document, revisions_[document]);
        ++made_;
    }

    Stream stream_;
    std::vector<std::size_t> revisions_;
    std::size_t main_ = 0;
    std::size_t made_ = 0;
    std::size_t next_ = 0;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3 || std::atol(argv[1]) < 10 || std::atol(argv[2]) < 1) {
        fmt::print(
            stderr,
            "usage: bench_generate_history DOCUMENTS COMMITS | git fast-import (10 documents at least)\n");
        return 2;
    }
    Generator(static_cast<std::size_t>(std::atol(argv[1]))).run(static_cast<std::size_t>(std::atol(argv[2])));
    return 0;
}
