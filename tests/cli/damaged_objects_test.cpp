#include "support/checked.hpp"
#include "support/expectations.hpp"
#include "support/tidy_repository.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <string>

// Object stores that lack or damage what a run needs. libgit2 loses a list of references where one of them
// leads nowhere; its name is known only to the slow unwinder, so these cases are a CTest test of their own.

using namespace docs_lint::tests;
namespace fs = std::filesystem;

namespace {

constexpr int kClean = 0;

} // namespace

TEST_CASE("a missing alternate") {
    const TidyRepository repository;
    const ScratchFolder scratch;
    const fs::path folder = scratch.path() / "borrowing";
    repository.git("clone", "--quiet", "--shared", repository.path().string(), folder.string());
    write_file(folder / ".git" / "objects" / "info" / "alternates", "/nonexistent/objects\n");
    for (const Checked& checked : {check_revision(folder), audit(folder), check_worktree(folder)})
        never_crashes_nor_passes(checked);
}

TEST_CASE("a flipped bit in a pack") {
    const TidyRepository repository;
    repository.git("gc", "--quiet");
    fs::path pack;
    for (const auto& entry : fs::directory_iterator(repository.path() / ".git/objects/pack"))
        if (entry.path().extension() == ".pack") pack = entry.path();
    REQUIRE(!pack.empty());
    fs::permissions(pack, fs::perms::owner_all);
    const std::string honest = read_file(pack);
    for (std::size_t at = 40; at + 20 < honest.size(); at += std::max<std::size_t>(1, honest.size() / 24)) {
        std::string damaged = honest;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        write_file(pack, damaged);
        CAPTURE(at);
        const Checked checked = audit(repository.path());
        INFO(checked.summary());
        CHECK(checked.exit_code <= 3);
        // The damaged object is one that the audit needs, or one that it does not: then nothing may change.
        if (checked.exit_code == kClean) CHECK(checked.findings.empty());
    }
    write_file(pack, std::string(honest.size(), '\0'));
    never_crashes_nor_passes(audit(repository.path()));
    write_file(pack, "");
    never_crashes_nor_passes(audit(repository.path()));
}

TEST_CASE("a missing tree and a missing blob of the record") {
    for (const std::string what :
         {"HEAD^{tree}", "HEAD:docs", "HEAD:docs/product/phase_gates/defect-104-rounding-phase-gate.md",
          "HEAD~1^{tree}", "HEAD~2"}) {
        CAPTURE(what);
        const TidyRepository repository;
        const std::string id = repository.id_of(what);
        fs::remove(repository.path() / ".git/objects" / id.substr(0, 2) / id.substr(2));
        never_crashes_nor_passes(audit(repository.path()));
    }
}
