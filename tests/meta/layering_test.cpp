#include "support/source_files.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace docs_lint::tests {
namespace {

using Strings = std::set<std::string>;

/// The one direction: a module includes itself and what this table gives it, and nothing else.
const std::map<std::string, Strings>& allowed() {
    static const std::map<std::string, Strings> table = [] {
        std::map<std::string, Strings> rows;
        Strings below;
        const std::vector<Strings> layers = {
            {"base"},   {"diagnostics"}, {"git", "markdown", "yaml", "signatures"},
            {"policy"}, {"source"},      {"model"},
            {"facts"},  {"rules"},       {"records"},
            {"engine"}, {"reporters"},   {"cli"}};
        for (const Strings& layer : layers) {
            for (const std::string& module : layer) rows[module] = below;
            below.insert(layer.begin(), layer.end());
        }
        return rows;
    }();
    return table;
}

/// Libraries that only one module knows.
std::optional<std::string> only_home_of(const std::string& header) {
    static const std::map<std::string, std::string> homes = {{"git2", "git"},
                                                             {"cmark", "markdown"},
                                                             {"yaml-cpp", "yaml"},
                                                             {"CLI", "cli"},
                                                             {"spawn", "signatures"}};
    for (const auto& [prefix, module] : homes)
        if (header.compare(0, prefix.size(), prefix) == 0) return module;
    return std::nullopt;
}

/// `src/rules/gate/date_order.cpp` gives `rules`; `src/main.cpp` gives nothing.
std::string module_of(const std::string& path) {
    const std::size_t first = path.find('/');
    const std::size_t second = path.find('/', first + 1);
    return second == std::string::npos ? "" : path.substr(first + 1, second - first - 1);
}

struct Include {
    std::string header;
    bool own = false; ///< in quotes
};

std::optional<Include> include_of(const std::string& line) {
    const std::size_t word = line.find_first_not_of(" \t");
    if (word == std::string::npos || line[word] != '#' || line.find("include", word) == std::string::npos)
        return {};
    const std::size_t open = line.find_first_of("\"<", word);
    if (open == std::string::npos) return {};
    const bool own = line[open] == '"';
    const std::size_t close = line.find(own ? '"' : '>', open + 1);
    if (close == std::string::npos) return {};
    return Include{line.substr(open + 1, close - open - 1), own};
}

/// The first fault of an include, or nothing.
std::string fault_of(const std::string& file, const Include& include) {
    const std::string module = module_of(file);
    if (!include.own) {
        const auto home = only_home_of(include.header);
        return home && *home != module ? "only " + *home + "/ may include <" + include.header + ">" : "";
    }
    const std::size_t slash = include.header.find('/');
    if (slash == std::string::npos) return "includes are relative to src/: \"" + include.header + "\"";
    const std::string other = include.header.substr(0, slash);
    if (allowed().count(other) == 0) return "there is no module " + other;
    if (!module.empty() && other != module && allowed().at(module).count(other) == 0)
        return module + " may not include " + other + " (\"" + include.header + "\")";
    const bool into_group = other == "rules" && include.header.compare(0, 12, "rules/kinds/") != 0 &&
                            std::count(include.header.begin(), include.header.end(), '/') > 1;
    return into_group ? "nothing includes a rule's own file (\"" + include.header + "\")" : "";
}

} // namespace

TEST_CASE("the reader of includes knows good from bad") {
    CHECK(fault_of("src/facts/corpus.cpp", {"model/document.hpp", true}).empty());
    CHECK_FALSE(fault_of("src/model/gates.cpp", {"facts/corpus.hpp", true}).empty());
    CHECK_FALSE(fault_of("src/git/tree.cpp", {"yaml/node.hpp", true}).empty());
    CHECK_FALSE(fault_of("src/engine/run.cpp", {"git2.h", false}).empty());
    CHECK(fault_of("src/git/tree.cpp", {"git2/tree.h", false}).empty());
    CHECK_FALSE(fault_of("src/rules/gate/date_order.cpp", {"rules/gate/other.hpp", true}).empty());
    CHECK(fault_of("src/rules/own_rules.cpp", {"rules/kinds/kinds.hpp", true}).empty());
    CHECK(include_of("#  include \"base/span.hpp\" ")->header == "base/span.hpp");
    CHECK_FALSE(include_of("int include = 3; // \"x\"").has_value());
}

TEST_CASE("every #include of src/ runs down the table") {
    std::size_t includes = 0;
    for (const std::string& file : source_files("src")) {
        if (file == "src/CMakeLists.txt") continue;
        CHECK_MESSAGE((module_of(file).empty() || allowed().count(module_of(file)) == 1),
                      file << ": unknown module");
        if (allowed().count(module_of(file)) == 0 && !module_of(file).empty()) continue;
        for (const SourceLine& line : lines_of_code(file)) {
            const auto include = include_of(line.text);
            if (!include) continue;
            ++includes;
            const std::string fault = fault_of(file, *include);
            CHECK_MESSAGE(fault.empty(), place_of(file, line) << ": " << fault);
        }
    }
    CHECK(includes > 100);
}

TEST_CASE("every public header says what it is for") {
    std::size_t headers = 0;
    for (const std::string& file : source_files("src", ".hpp")) {
        const auto lines = lines_of_source(file);
        const bool commented = std::any_of(lines.begin(), lines.end(), [](const SourceLine& line) {
            return line.text.find("//") != std::string::npos;
        });
        CHECK_MESSAGE(commented, file << " carries no contract: a header needs a comment");
        ++headers;
    }
    CHECK(headers > 50);
}

} // namespace docs_lint::tests
