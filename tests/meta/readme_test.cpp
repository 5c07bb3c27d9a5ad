#include "support/process.hpp"
#include "support/scratch.hpp"
#include "support/source_files.hpp"
#include "support/text_difference.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;

/// A fenced block that follows `<!-- output of: COMMAND -->`. `<demo>` in the command is the folder that
/// scripts/demonstration fills.
struct ShownOutput {
    std::string command;
    std::string text;
};

bool begins_with(const std::string& text, const std::string& beginning) {
    return text.compare(0, beginning.size(), beginning) == 0;
}

std::vector<ShownOutput> shown_outputs(const std::string& readme) {
    const std::string opening = "<!-- output of: ";
    std::vector<ShownOutput> outputs;
    std::istringstream lines(readme);
    for (std::string line; std::getline(lines, line);) {
        if (!begins_with(line, opening)) continue;
        const std::size_t end = line.find(" -->");
        REQUIRE_MESSAGE(end != std::string::npos, line);
        ShownOutput output{line.substr(opening.size(), end - opening.size()), ""};
        while (std::getline(lines, line) && line.empty()) {
        }
        REQUIRE_MESSAGE(begins_with(line, "```"), "a fence must follow `" << output.command << "`");
        while (std::getline(lines, line) && !begins_with(line, "```")) output.text += line + "\n";
        outputs.push_back(output);
    }
    return outputs;
}

std::vector<std::string> words_of(const std::string& command, const std::string& demonstration) {
    std::istringstream stream(command);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        const std::size_t at = word.find("<demo>");
        if (at != std::string::npos) word.replace(at, 6, demonstration);
        words.push_back(word);
    }
    return words;
}

/// A README may show the command itself first.
std::string without_prompt(const std::string& text) {
    return begins_with(text, "$ ") ? text.substr(text.find('\n') + 1) : text;
}

} // namespace

TEST_CASE("blocks of output are found in a README") {
    const auto outputs =
        shown_outputs("a\n<!-- output of: docs-lint rules -->\n\n```text\n$ docs-lint rules\none\n```\nb\n");
    REQUIRE(outputs.size() == 1);
    CHECK(outputs[0].command == "docs-lint rules");
    CHECK(without_prompt(outputs[0].text) == "one\n");
}

TEST_CASE("the README shows what docs-lint really prints") {
    const fs::path readme = source_root() / "README.md";
    if (!fs::exists(readme)) return; // nothing is claimed yet
    const auto outputs = shown_outputs(read_file(readme));
    REQUIRE_MESSAGE(!outputs.empty(),
                    "README.md shows no output: put `<!-- output of: docs-lint audit -C <demo>/broken -->` "
                    "before the fenced block that shows it");
    const fs::path script = source_root() / "scripts" / "demonstration";
    const ScratchFolder scratch;
    const std::string demonstration = (scratch.path() / "demonstration").string();
    if (fs::exists(script)) {
        const ProcessResult made = run_process({script.string(), demonstration});
        REQUIRE_MESSAGE(made.exit_code == 0, "scripts/demonstration fails:\n" << made.out << made.err);
    }
    for (const ShownOutput& output : outputs) {
        const auto words = words_of(output.command, demonstration);
        REQUIRE_MESSAGE((!words.empty() && words.front() == "docs-lint"),
                        output.command << " is no command of docs-lint");
        const ProcessResult result = run_docs_lint({words.begin() + 1, words.end()});
        const std::string lines = difference(without_prompt(output.text), result.out + result.err);
        CHECK_MESSAGE(lines.empty(), "README.md shows another output of `" << output.command
                                                                           << "` (- shown, + real):\n"
                                                                           << lines);
    }
}

} // namespace docs_lint::tests
