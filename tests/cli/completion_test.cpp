// The completions, in the shells that they are for: a word is begun, the tabulator key is pressed, and what
// stands there then is compared. And the manual page, which comes from the same source.
#include "reporters/format.hpp"
#include "rules/rule.hpp"
#include "support/process.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace docs_lint;
using namespace docs_lint::tests;

namespace {

using Lines = std::vector<std::string>;

/// What is typed before the tabulator key, and what is there after it.
const std::vector<std::pair<std::string, std::string>> kCompleted = {
    {"aud", "audit"},
    {"expl", "explain"},
    {"--stag", "--staged"},
    {"check --trust", "check --trust-repository"},
    {"check --fail-on inf", "check --fail-on information"},
    {"--fail-on=inf", "--fail-on=information"},
    {"-o conc", "-o concise"},
    {"check --output=conc", "check --output=concise"},
    {"check -o json=repo", "check -o json=report.json"},
    {"explain gate/date-o", "explain gate/date-order"},
    {"-C fold", "-C folder/"},
    {"-C folder aud", "-C folder audit"},
    {"audit -C fold", "audit -C folder/"},
    {"process sh", "process show"},
    {"process show --form", "process show --format"},
    {"process show --format ya", "process show --format yaml"},
    {"hook pre-pu", "hook pre-push"},
    {"rules -o tab", "rules -o table"},
    {"completion fi", "completion fish"},
    {"check repo", "check report.json"},
    {"merge -q repo", "merge -q report.json"},
    {"folder --stag", "folder --staged"},
    // Nothing of that name may stand there.
    {"explain report", "explain report"},
    {"check --fail-on repo", "check --fail-on repo"},
    {"audit --stag", "audit --stag"},
    {"process aud", "process aud"},
};

Lines lines_of(const std::string& text) {
    Lines lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

std::string script_for(const std::string& shell) {
    const auto printed = run_docs_lint({"completion", shell});
    REQUIRE(printed.exit_code == 0);
    REQUIRE(printed.err.empty());
    return printed.out;
}

/// A folder with the script of a shell, and files and a folder to complete.
class Typist {
public:
    explicit Typist(const std::string& shell) {
        write_file(place("script/_docs-lint"), script_for(shell));
        write_file(place("here/report.json"), "{}");
        write_file(place("here/folder/record.md"), "");
    }

    [[nodiscard]] std::filesystem::path place(const std::string& file) const { return folder_.path() / file; }

    /// Runs a shell on these keys, in the folder with the files.
    ProcessResult run(const Lines& command, const std::string& keys = "") const {
        ProcessOptions options;
        options.folder = place("here");
        options.environment = {{"HOME", folder_.path()}, {"TERM", "dumb"}, {"PS1", ""}};
        options.input = keys;
        return run_process(command, options);
    }

    void check(const Lines& results) const {
        REQUIRE(results.size() == kCompleted.size());
        for (std::size_t at = 0; at < results.size(); ++at) {
            CAPTURE(kCompleted[at].first);
            CHECK(results[at] == kCompleted[at].second);
        }
    }

private:
    ScratchFolder folder_;
};

/// The words that bash would offer. bash itself takes words apart at `=`.
Lines offered_by_bash(const Typist& typist, const Lines& words) {
    Lines command = {"bash",
                     "--norc",
                     "--noprofile",
                     "-c",
                     "source ../script/_docs-lint; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1))\n"
                     "_docs_lint; printf '%s\\n' \"${COMPREPLY[@]}\"",
                     "bash",
                     "docs-lint"};
    command.insert(command.end(), words.begin(), words.end());
    const auto result = typist.run(command);
    CHECK(result.err.empty());
    return lines_of(result.out);
}

} // namespace

TEST_CASE("bash completes commands, options, values and files") {
    const Typist typist("bash");
    std::string keys = "source ../script/_docs-lint\ndocs-lint() { echo \"$*\" >>../typed; }\n";
    for (const auto& [before, after] : kCompleted) keys += "docs-lint " + before + "\t\n";
    REQUIRE(typist.run({"bash", "--norc", "--noprofile", "-i"}, keys).exit_code == 0);
    typist.check(lines_of(read_file(typist.place("typed"))));
}

TEST_CASE("zsh completes commands, options, values and files") {
    const Typist typist("zsh");
    CHECK(typist.run({"zsh", "-n", "../script/_docs-lint"}).exit_code == 0);
    std::string program =
        "zmodload zsh/zpty\nzpty terminal zsh -f -i\n"
        "zpty -w terminal 'fpath=(../script $fpath); autoload -Uz compinit; compinit -u -D;"
        " show() { print -r -- ${${BUFFER% }%=} >>../typed; BUFFER= }; zle -N show; bindkey ^T show'\n";
    for (const auto& [before, after] : kCompleted)
        program += "zpty -w -n terminal $'docs-lint " + before + "\\t\\x14'\n";
    program += "zpty -w terminal exit\nwhile zpty -r terminal line; do :; done\n";
    write_file(typist.place("type.zsh"), program);
    REQUIRE(typist.run({"zsh", "-f", "../type.zsh"}).exit_code == 0);
    Lines results;
    for (const std::string& line : lines_of(read_file(typist.place("typed"))))
        results.push_back(line.substr(std::min(line.size(), std::string("docs-lint ").size())));
    typist.check(results);
}

TEST_CASE("fish completes commands, options, values and files") {
    const Typist typist("fish");
    CHECK(typist.run({"fish", "--no-execute", "../script/_docs-lint"}).exit_code == 0);
    std::string program = "source ../script/_docs-lint\n";
    for (const auto& [before, after] : kCompleted)
        program += "set offers (complete -C 'docs-lint " + before + "'); echo (string join '|' -- $offers)\n";
    const auto result = typist.run({"fish", "--no-config", "-c", program});
    CHECK(result.err.empty());
    const Lines offers = lines_of(result.out);
    REQUIRE(offers.size() == kCompleted.size());
    Lines results;
    for (std::size_t at = 0; at < offers.size(); ++at) {
        const std::string& before = kCompleted[at].first;
        const std::string word = offers[at].substr(0, offers[at].find('\t')); // its description follows
        const std::size_t begin = before.rfind(' ') + 1;
        results.push_back(word.empty() ? before : before.substr(0, begin) + word);
    }
    typist.check(results);
}

TEST_CASE("all rules, formats and commands are offered") {
    const Typist typist("bash");
    Lines rules;
    for (const rules::Rule& rule : rules::all_rules()) rules.emplace_back(rule.id);
    CHECK(offered_by_bash(typist, {"explain", ""}) == rules);
    CHECK(offered_by_bash(typist, {"check", "--output", ""}) == reporters::format_names());
    CHECK(script_for("bash").find("values='' kind='output'") == std::string::npos);
    const Lines first = offered_by_bash(typist, {""});
    const std::string help = run_docs_lint({"--help"}).out;
    const std::size_t begin = help.find("\nSubcommands:\n");
    REQUIRE(begin != std::string::npos);
    std::size_t commands = 0;
    for (const std::string& line : lines_of(help.substr(begin + 14))) {
        if (line.empty() || line.front() != ' ') break;
        const std::string name = line.substr(2, line.find(' ', 2) - 2);
        if (name.empty()) continue; // the rest of a long description
        CAPTURE(name);
        CHECK(std::find(first.begin(), first.end(), name) != first.end());
        ++commands;
    }
    CHECK(commands > 10);
}

TEST_CASE("bash takes words apart at `=`, unless it was told not to") {
    const Typist typist("bash");
    CHECK(offered_by_bash(typist, {"-o", "json", "=", "rep"}) == Lines{"report.json"});
    Lines files = offered_by_bash(typist, {"--output", "=", "json", "="});
    std::sort(files.begin(), files.end()); // else they come as the file system keeps them
    CHECK(files == Lines{"folder", "report.json"});
    const auto whole = typist.run({"bash", "--norc", "--noprofile", "-c",
                                   "source ../script/_docs-lint; COMP_WORDBREAKS=' '; COMP_WORDS=(docs-lint "
                                   "--output=json=rep); COMP_CWORD=1\n"
                                   "_docs_lint; printf '%s\\n' \"${COMPREPLY[@]}\""});
    CHECK(whole.out == "--output=json=report.json\n");
}

TEST_CASE("no shell is guessed") {
    CHECK(run_docs_lint({"completion"}).exit_code == 2);
    const auto result = run_docs_lint({"completion", "tcsh"});
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
}

TEST_CASE("the manual page is sound to those who show it, and has all commands") {
    ProcessOptions options;
    options.environment = {{"SOURCE_DATE_EPOCH", "1772355600"}};
    const auto printed = run_docs_lint({"man"}, options);
    REQUIRE(printed.exit_code == 0);
    options.input = printed.out;
    const auto mandoc = run_process({"mandoc", "-T", "lint"}, options);
    CHECK(mandoc.exit_code == 0);
    CHECK(mandoc.out + mandoc.err == "");
    const auto groff = run_process({"groff", "-ww", "-man", "-T", "utf8", "-z"}, options);
    CHECK(groff.exit_code == 0);
    CHECK(groff.out + groff.err == "");
    for (const char* command : {".SS check\n", ".SS audit\n", ".SS process show\n", ".SS completion\n"})
        CHECK(printed.out.find(command) != std::string::npos);
}
