#include "support/fixture_case.hpp"

#include "support/fixture_edits.hpp"
#include "support/history.hpp"
#include "support/in_process.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

namespace fs = std::filesystem;
using Commits = std::map<std::string, std::string>;

fs::path source_folder() {
    return DOCS_LINT_SOURCE_DIR;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> folders;
    if (!fs::is_directory(folder)) return folders;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.is_directory()) folders.push_back(entry.path());
    std::sort(folders.begin(), folders.end());
    return folders;
}

/// Lays edits.txt out as plain files. `earlier` holds the steps of the same history that stand already.
void lay_out_edits(const fs::path& edits_file, const fs::path& earlier, const fs::path& target) {
    const FixtureEdits edits = parse_edits(read_file(edits_file));
    const fs::path step = earlier / edits.base;
    const fs::path base =
        !earlier.empty() && fs::is_directory(step) ? step : source_folder() / "fixtures/records" / edits.base;
    if (!fs::is_directory(base)) throw std::runtime_error("there is no base " + edits.base);
    apply_edits(edits, base, target);
}

/// The history with every edits.txt laid out; commit.txt of a base is none of its files.
void lay_out_history(const fs::path& history, const fs::path& target) {
    for (const fs::path& step : folders_in(history)) {
        const fs::path laid_out = target / step.filename();
        fs::create_directories(laid_out);
        if (fs::exists(step / "edits.txt")) lay_out_edits(step / "edits.txt", target, laid_out);
        fs::remove(laid_out / "commit.txt");
        copy_files(step, laid_out);
        fs::remove(laid_out / "edits.txt");
    }
}

bool is_hexadecimal(char character) {
    return (character >= '0' && character <= '9') || (character >= 'a' && character <= 'f');
}

/// The name of the commit whose id begins with these digits, or nothing.
std::string name_of(const std::string& digits, const Commits& commits) {
    if (digits.size() < 7 || digits.size() > 40) return {};
    for (const auto& [name, id] : commits)
        if (id.compare(0, digits.size(), digits) == 0) return name;
    return {};
}

std::string name_commits(const std::string& text, const Commits& commits) {
    std::string named;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_hexadecimal(text[end])) ++end;
        const std::string digits = text.substr(at, end - at);
        const std::string name = name_of(digits, commits);
        named += name.empty() ? digits : "<commit " + name + ">";
        if (end < text.size()) named += text[end];
        at = end + 1;
    }
    return named;
}

} // namespace

std::string FixtureCase::path() const {
    return folder.lexically_relative(source_folder()).string();
}

std::vector<FixtureCase> all_fixture_cases() {
    std::vector<FixtureCase> cases;
    for (const std::string& rule : rules_with_fixtures())
        for (const fs::path& folder : folders_in(source_folder() / "fixtures/rules" / rule))
            cases.push_back({folder, rule, folder.filename().string()});
    return cases;
}

std::vector<FixtureCase> own_rule_cases(const std::string& kind) {
    std::vector<FixtureCase> cases;
    for (const fs::path& folder : folders_in(source_folder() / "fixtures/own-rules" / kind))
        cases.push_back({folder, "team/", folder.filename().string()});
    return cases;
}

std::vector<FixtureCase> pack_cases(const std::string& pack) {
    std::vector<FixtureCase> cases;
    for (const fs::path& folder : folders_in(source_folder() / "fixtures/packs" / pack))
        cases.push_back({folder, pack + "/", folder.filename().string()});
    return cases;
}

std::vector<std::string> rules_with_fixtures() {
    std::vector<std::string> rules;
    for (const fs::path& group : folders_in(source_folder() / "fixtures/rules"))
        for (const fs::path& rule : folders_in(group))
            rules.push_back(group.filename().string() + "/" + rule.filename().string());
    return rules;
}

std::vector<std::string> arguments_of(const FixtureCase& fixture) {
    if (fs::exists(fixture.folder / "args.txt")) {
        std::istringstream lines(read_file(fixture.folder / "args.txt"));
        std::vector<std::string> arguments;
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) arguments.push_back(line);
        return arguments;
    }
    if (fixture.is_history()) return {"audit"};
    return {"check", "--rev", "HEAD"};
}

constexpr const char* kCitedFiles[] = {"spec-after", "source-after"};

/// Some file cites the specification of the tidy records, and none is it.
bool lacks_cited_files(const fs::path& laid_out) {
    constexpr const char* kCited = "docs/specs/printing.md";
    bool cites = false;
    for (const fs::path& file : relative_files_below(laid_out)) {
        if (file.string().find(kCited) != std::string::npos) return false;
        const bool plain = fs::is_regular_file(fs::symlink_status(laid_out / file));
        cites = cites || (plain && read_file(laid_out / file).find(kCited) != std::string::npos);
    }
    return cites;
}

/// What the tidy records cite was there before them, and is not among the files of the case: so every case is
/// about its own documents only.
void commit_cited_files(const GitRepository& repository) {
    for (const char* base : kCitedFiles)
        copy_files(source_folder() / "fixtures/records" / base, repository.path());
    repository.commit("What the records cite", "2026-02-01T09:00:00Z");
    for (const char* base : kCitedFiles)
        for (const fs::path& file : relative_files_below(source_folder() / "fixtures/records" / base))
            repository.remove(file.string());
}

Commits build_repository(const FixtureCase& fixture, const GitRepository& repository) {
    if (fixture.is_history()) {
        const ScratchFolder laid_out;
        lay_out_history(fixture.folder / "history", laid_out.path());
        if (lacks_cited_files(laid_out.path())) commit_cited_files(repository);
        return load_history(repository, laid_out.path());
    }
    const ScratchFolder laid_out;
    const bool has_edits = fs::exists(fixture.folder / "edits.txt");
    if (has_edits) lay_out_edits(fixture.folder / "edits.txt", {}, laid_out.path());
    if (fs::is_directory(fixture.folder / "tree"))
        copy_files(fixture.folder / "tree", laid_out.path());
    else if (!has_edits)
        throw std::runtime_error("the case has neither tree/, edits.txt nor history/");
    if (lacks_cited_files(laid_out.path())) commit_cited_files(repository);
    copy_files(laid_out.path(), repository.path());
    return {{"HEAD", repository.commit("The documents", "2026-03-10T09:00:00Z")}};
}

namespace {

/// Where no case says what day it is, it is one on which all that can be late is late, and the same day in
/// every run.
void fix_the_clock(std::vector<std::string>& arguments) {
    const bool asks = arguments.front() == "audit";
    if (asks && std::find(arguments.begin(), arguments.end(), "--as-of") == arguments.end())
        arguments.insert(arguments.end(), {"--as-of", "2100-01-01"});
}

} // namespace

std::string run_case(const FixtureCase& fixture) {
    const GitRepository repository;
    const Commits commits = build_repository(fixture, repository);
    std::vector<std::string> arguments = arguments_of(fixture);
    fix_the_clock(arguments);
    arguments.insert(arguments.end(), {"--output", "concise"});
    const ProcessResult result = run_docs_lint_here(std::move(arguments), repository.path());
    return name_commits(result.out + result.err, commits) + "exit: " + std::to_string(result.exit_code) +
           "\n";
}

} // namespace docs_lint::tests
