#include "support/checked.hpp"
#include "support/git_repository.hpp"
#include "support/process.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <string>
#include <vector>

// What the index takes away is missed by documents that are not staged: those that name it are judged, and no
// others.

using namespace docs_lint::tests;

namespace {

constexpr const char* kBroken = "reference/broken";
constexpr const char* kOldFault = "A link that was [broken](before.md) anybody removed anything.";

std::string note(const std::string& text) {
    return "# A note\n\nOwner: PMO Lead\n\n## Text\n\n" + text + "\n";
}

/// `p/a.md` says what is given, and `p/other.md` has had a broken link ever since.
class Notes : public GitRepository {
public:
    explicit Notes(const std::string& text, const std::string& other = "") {
        write(".docs-lint.yaml",
              "classes:\n  note: {title: Note, paths: [\"p/**\", \"p &c/**\"], fields: [Owner]}\n");
        write("p/b.md", note("The text of b."));
        write("p/my_notes & more.md", note("More."));
        write("q/u.txt", "See the code.\n");
        write("q/deep/w.txt", "And this.\n");
        write("p/a.md", note(text));
        write("p/other.md", note(kOldFault + ("\n" + other)));
        if (!other.empty()) write("r/b.md", "# Another b\n"), write("r/xb.md", "# No b\n");
        commit("Notes");
    }

    /// As `check --staged` says; `hook pre-commit` ends as it does.
    [[nodiscard]] Checked staged() const {
        Checked checked = check_staged(path());
        const ProcessResult hook = run_docs_lint({"-C", path().string(), "hook", "pre-commit"});
        INFO(hook.out << hook.err);
        CHECK(hook.exit_code == checked.exit_code);
        return checked;
    }
};

void is_missed(const Notes& notes) {
    const Checked checked = notes.staged();
    INFO(checked.summary());
    CHECK(checked.exit_code == 1);
    CHECK(checked.has(kBroken, "p/a.md"));
    CHECK(checked.findings.size() == 1);
    CHECK(checked.out.find("judged without being staged: 1 document") != std::string::npos);
}

void is_not_missed(const Notes& notes) {
    const Checked checked = notes.staged();
    INFO(checked.summary());
    CHECK(checked.exit_code == 0);
    CHECK(checked.out.find("judged without being staged") == std::string::npos);
}

} // namespace

TEST_CASE("a document that is renamed or deleted is missed by the one that links to it") {
    const Notes notes("See [b](b.md).");
    SUBCASE("renamed") {
        notes.git("mv", "p/b.md", "p/c.md");
    }
    SUBCASE("deleted") {
        notes.git("rm", "--quiet", "p/b.md");
    }
    SUBCASE("deleted while something else is staged") {
        notes.git("rm", "--quiet", "p/b.md");
        notes.write("p/new.md", note("Something else entirely."));
        notes.git("add", "--all");
    }
    is_missed(notes);
}

TEST_CASE("a link that leads to what is moved is missed however it is written") {
    for (const std::string text :
         {"See [b](./b.md#text).", "See [b](../p/b.md).", "See [b](/p/b.md).", "See [b](b).", "See [b](./b).",
          "See [b](<b.md>).", "See [b][1].\n\n[1]: b.md", "See [b][1].\n\n[1]: b", "See [b](%62.md).",
          "See _[b](b.md)_."}) {
        CAPTURE(text);
        const Notes notes(text);
        notes.git("mv", "p/b.md", "p/c.md");
        is_missed(notes);
    }
}

TEST_CASE("names with blanks and signs are recognised as links write them") {
    for (const std::string text :
         {"See [more](my_notes%20%26%20more.md).", "See [more](<my\\_notes &amp; more.md>)."}) {
        CAPTURE(text);
        const Notes notes(text);
        notes.git("mv", "p/my_notes & more.md", "p/less.md");
        is_missed(notes);
    }
}

TEST_CASE("files that are no documents, and folders that go with them, are missed, too") {
    SUBCASE("a file") {
        const Notes notes("See [u](../q/u.txt).");
        notes.git("mv", "q/u.txt", "q/v.txt");
        is_missed(notes);
    }
    SUBCASE("a folder that a link leads to") {
        const Notes notes("See [the code](../q/deep).");
        notes.git("rm", "--quiet", "-r", "q/deep");
        is_missed(notes);
    }
    SUBCASE("the folder above it stays, and is not missed") {
        const Notes notes("See [the code](../q).");
        notes.git("rm", "--quiet", "-r", "q/deep");
        is_not_missed(notes);
    }
}

TEST_CASE("documents that do not name what is removed are not judged for it") {
    for (const std::string other :
         {"A b without a name.", "See [b](../r/b.md).", "See [b](../r/xb.md).", "Of b, md and other things.",
          "See https://example.org/r/b.md.", "(b)", "See [x](https://example.org/x/b)."}) {
        CAPTURE(other);
        const Notes notes("Nothing.", other);
        notes.git("mv", "p/b.md", "p/c.md");
        is_not_missed(notes);
    }
}

TEST_CASE("who mends the links with the move is not stopped") {
    const Notes notes("See [b](b.md).");
    notes.git("mv", "p/b.md", "p/c.md");
    notes.write("p/a.md", note("See [b](c.md)."));
    notes.git("add", "--all");
    is_not_missed(notes);
}

TEST_CASE("where nothing disappears, documents that are not staged are not judged") {
    const Notes notes("See [b](gone.md).");
    notes.write("p/new.md", note("It names a.md and other.md."));
    notes.git("add", "--all");
    is_not_missed(notes);
}

TEST_CASE("a link in a file's place takes the file away") {
    const Notes notes("See [the text](b.md#text).");
    notes.remove("p/b.md");
    notes.link("p/b.md", "other.md");
    notes.git("add", "--all");
    const Checked checked = notes.staged();
    INFO(checked.summary());
    CHECK(checked.out.find("judged without being staged: 1 document") != std::string::npos);
    CHECK(checked.has("tool/document-unreadable", "p/b.md"));
}

TEST_CASE("what a closed record needs is missed by it, though it may not name it") {
    const GitRepository repository;
    std::filesystem::copy(DOCS_LINT_SOURCE_DIR
                          "/fixtures/rules/closure/lessons-missing/good-nearest/history/04-record/docs",
                          repository.path() / "docs", std::filesystem::copy_options::recursive);
    repository.write("docs/note.txt", "A note.\n");
    repository.commit("A closed record");
    const auto removing = [&](const std::string& path) {
        repository.git("rm", "--quiet", path);
        return check_staged(repository.path());
    };
    const std::string record = "docs/product/phase_gates/defect-BLG-TECH-07-blank-page-phase-gate.md";
    SUBCASE("its backlog") {
        CHECK(removing("docs/product/backlog.md").has("closure/backlog-open", record));
    }
    SUBCASE("its changelog") {
        CHECK(removing("docs/product/changelog.md").has("closure/changelog-missing", record));
    }
    SUBCASE("its lessons record") {
        CHECK(removing("docs/product/lessons_learnt/BLG-TECH-07-lessons.md")
                  .has("closure/lessons-missing", record));
    }
    SUBCASE("nothing of it") {
        CHECK(removing("docs/note.txt").findings.empty());
    }
}
