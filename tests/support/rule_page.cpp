#include "support/rule_page.hpp"

#include "support/fixture_case.hpp"
#include "support/fixture_edits.hpp"
#include "support/scratch.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

constexpr const char* kNotice =
    "<!-- Written by the build target `bless` from the rule's metadata and its fixtures. -->\n";

std::string fenced(const std::string& language, const std::string& text) {
    std::string fence = "```";
    while (text.find(fence) != std::string::npos) fence += '`';
    return fmt::format("{}{}\n{}{}{}\n", fence, language, text,
                       text.empty() || text.back() == '\n' ? "" : "\n", fence);
}

std::string heading_of(const FixtureCase& fixture) {
    std::string words = fixture.name.substr(std::string("example-").size());
    std::replace(words.begin(), words.end(), '-', ' ');
    return words;
}

std::string language_of(const fs::path& file) {
    if (file.extension() == ".md") return "markdown";
    return file.extension() == ".yaml" ? "yaml" : "text";
}

std::string render_edits(const fs::path& file, const std::string& root) {
    const std::string text = read_file(file);
    const FixtureEdits edits = parse_edits(text);
    const bool is_record = fs::is_directory(fs::path(DOCS_LINT_SOURCE_DIR) / "fixtures/records" / edits.base);
    const std::string base =
        is_record ? fmt::format("The files of [{0}]({1}fixtures/records/{0})", edits.base, root)
                  : fmt::format("What `{}` left", edits.base);
    if (edits.edits.empty()) return base + ", as it is.\n\n";
    return fmt::format("{}, with this difference:\n\n{}\n", base,
                       fenced("diff", text.substr(text.find("\n\n") + 2)));
}

std::string render_files(const fs::path& folder) {
    std::string text;
    for (const fs::path& file : relative_files_below(folder)) {
        if (file == "commit.txt" || file == "edits.txt") continue;
        if (fs::is_symlink(folder / file))
            text += fmt::format("`{}` is a link to `{}`.\n\n", file.string(),
                                fs::read_symlink(folder / file).string());
        else
            text += fmt::format("`{}`\n\n{}\n", file.string(),
                                fenced(language_of(file), read_file(folder / file)));
    }
    return text;
}

std::string render_step(const fs::path& step, const std::string& root) {
    std::string text = fmt::format("Commit `{}`\n\n", step.filename().string());
    if (fs::exists(step / "commit.txt")) text += fenced("text", read_file(step / "commit.txt")) + "\n";
    if (fs::exists(step / "edits.txt")) text += render_edits(step / "edits.txt", root);
    return text + render_files(step);
}

std::string render_input(const FixtureCase& fixture, const std::string& root) {
    std::string text;
    if (fs::exists(fixture.folder / "edits.txt")) text += render_edits(fixture.folder / "edits.txt", root);
    if (fs::is_directory(fixture.folder / "tree")) text += render_files(fixture.folder / "tree");
    if (!fixture.is_history()) return text;
    std::vector<fs::path> steps;
    for (const auto& entry : fs::directory_iterator(fixture.folder / "history"))
        steps.push_back(entry.path());
    std::sort(steps.begin(), steps.end());
    for (const fs::path& step : steps) text += render_step(step, root);
    return text;
}

std::string render_example(const FixtureCase& fixture) {
    const std::string root = "../../../";
    const std::string command = fmt::format("$ docs-lint {}\n", fmt::join(arguments_of(fixture), " "));
    return fmt::format("## Example: {}\n\n{}{}", heading_of(fixture), render_input(fixture, root),
                       fenced("text", command + read_file(fixture.folder / "expected.txt")));
}

/// An own rule's page lies one folder higher than those of the built-in rules.
std::string render_kind(const rules::RuleKind& kind) {
    std::string text =
        fmt::format("\n## `{}`\n\nFinds {}. Looks at {}.\n", kind.name, kind.summary, kind.scope);
    for (const FixtureCase& fixture : own_rule_cases(std::string(kind.name)))
        if (fixture.is_example()) text += "\n#" + render_example(fixture);
    return text;
}

std::string table_cell(std::string text) {
    for (std::size_t at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace

std::string render_page(const RulePage& page) {
    std::string text = fmt::format("{}# {}\n\n{}.\n\n", kNotice, page.rule, capitalised(page.summary));
    text += "| | |\n| --- | --- |\n";
    text += fmt::format("| Severity | {} |\n| Looks at | {} |\n", page.severity, page.scope);
    text += fmt::format("| May be suppressed | {} |\n", page.suppressible ? "yes, with a reason" : "no");
    text += fmt::format("| Source | {} |\n\n", table_cell(page.source));
    text += fmt::format("## Why it matters\n\n{}\n\n## How to fix it\n\n{}\n", page.why, page.fix);
    for (const FixtureCase& fixture : all_fixture_cases())
        if (fixture.rule == page.rule && fixture.is_example()) text += "\n" + render_example(fixture);
    return text;
}

std::string render_index(const std::vector<RulePage>& pages) {
    std::string text =
        fmt::format("{}# Rules\n\n| rule | severity | looks at | suppressible | finds |\n", kNotice);
    text += "| --- | --- | --- | --- | --- |\n";
    for (const RulePage& page : pages)
        text += fmt::format("| [{0}]({0}.md) | {1} | {2} | {3} | {4} |\n", page.rule, page.severity,
                            page.scope, page.suppressible ? "yes" : "no", table_cell(page.summary));
    return text;
}

fs::path page_path(const std::string& rule) {
    return fs::path(DOCS_LINT_SOURCE_DIR) / "rules/docs" / (rule + ".md");
}

std::string render_own_rules() {
    std::string text =
        fmt::format("{}# Own rules\n\nA team makes rules of its own of six general kinds, in "
                    "`.docs-lint.yaml` and without code; "
                    "[the parameters](../README.md#own-rules) are explained with the other keys. `docs-lint "
                    "rules` lists them, "
                    "`docs-lint explain team/name` shows what is said of them, and severities, suppressions, "
                    "`--fail-on` and every "
                    "output format treat them like the built-in ones. The examples below are run as tests.\n",
                    kNotice);
    for (const rules::RuleKind& kind : rules::rule_kinds()) text += render_kind(kind);
    return text;
}

fs::path own_rules_path() {
    return fs::path(DOCS_LINT_SOURCE_DIR) / "rules/docs/own-rules.md";
}

fs::path index_path() {
    return fs::path(DOCS_LINT_SOURCE_DIR) / "rules/docs/README.md";
}

} // namespace docs_lint::tests
