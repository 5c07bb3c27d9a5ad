#include "git/unified_diff.hpp"
#include "support/git_repository.hpp"

#include <doctest/doctest.h>
#include <string>

using docs_lint::git::unified_diff;
using docs_lint::tests::GitRepository;

TEST_CASE("git applies the difference, whatever the file is called and however its lines end") {
    const std::string before = "# Title\r\n\r\nOld\r\nno end";
    const std::string after = "# Title\r\n\r\nNew \x1b[31m\xff\r\nno end";
    for (const char* name : {"plain.md", "with blank & \u2014.md", "docs/back\\slash \"quoted\".md",
                             "esc\x1b[31m.md", "line\nbreak.md", "##[error]x.md"}) {
        CAPTURE(name);
        const GitRepository repository;
        repository.write(name, before);
        const auto difference = unified_diff(name, before, after);
        REQUIRE(difference);
        CHECK(difference->find("\x1b[31m.md") == std::string::npos); // a name commands no terminal
        CHECK(difference->find("line\nbreak") == std::string::npos);
        docs_lint::tests::ProcessOptions options;
        options.input = *difference;
        repository.run({"apply", "-"}, options);
        CHECK(repository.read(name) == after);
    }
}

TEST_CASE("equal texts have no difference") {
    CHECK(unified_diff("a.md", "same", "same").value().empty());
}
