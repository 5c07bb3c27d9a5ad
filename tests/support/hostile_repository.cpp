#include "support/hostile_repository.hpp"

#include <string>

namespace docs_lint::tests {
namespace {

struct Hostile {
    const char* name;
    const char* text; ///< stands as an owner, whom nobody knows
};

constexpr Hostile kDocuments[] = {
    {"quotes\"'<&>]]>.md", "<b>&\"x\"' ]]> {0} [link](1)"},
    {"##[error]::x ##vso[y].md", "##[error]x ##vso[y] ::error::z"},
    {"\x1b[31mred\x07\x01.md", "\x1b[31mred\x08"},
    {"bidi-\xE2\x80\xAE-\xE2\x80\x8B.md", "a\xE2\x80\xAE"
                                          "b\xE2\x80\x8B"},
    {"invalid-\xFF\xC0\xAF.md", "a\xFF\xFE"
                                "b"},
    {"line\nbreak\r.md", "]]>]]&gt; &#0; %s %00"},
    {"\xC3\xA9tat-\xF0\x90\x90\x80 b.md", "\xF0\x90\x90\x80 \xC3\xA9tat \xEF\xBF\xBE"},
    {"%0A::error::x.md", "%0A::warning::x"},
    {"::error file=x::y.md", "::stop-commands::x"},
};

std::string specification(const std::string& owner) {
    return "# Title\n\n**Owner:** " + owner +
           "\n**Status:** Canonical\n**Version:** 1.0\n**Last Updated:** 2026-02-01\n\n## Change log\n\n"
           "| Version | Date | Change |\n|---|---|---|\n| 1.0 | 2026-02-01 | First version. |\n\n"
           "::error::x ##[error]y ]]>\n";
}

constexpr const char* kSuppressions = "suppressions:\n"
                                      "  - rule: header/role-unknown\n"
                                      "    path: docs/specs/agreed.md\n"
                                      "    reason: \"the role <b>&\\\"]]> ##[error] is to come\"\n";

} // namespace

HostileRepository::HostileRepository() {
    for (const Hostile& one : kDocuments)
        write(std::string("docs/specs/") + one.name, specification(one.text));
    write("docs/specs/agreed.md", specification("Head of Nothing"));
    write(
        "docs/specs/noted.md",
        replaced(specification("Head of Nothing"), "# Title\n",
                 "# Title\n\n<!-- docs-lint: ignore[header/role-unknown] reason=\"]]> \xE2\x80\xAE\" -->\n"));
    write("docs/specs/too-big.md", "# Title\n" + std::string(1'100'000, 'x'));
    write(".docs-lint.yaml", kSuppressions);
    write(kRecord, filed().text() + "\n::error::x ##[error]y\n");
    commit("Break out");
}

} // namespace docs_lint::tests
