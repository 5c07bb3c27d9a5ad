#include "base/text.hpp"
#include "base/utf8.hpp"
#include "reporters/entries.hpp"
#include "reporters/format.hpp"
#include "reporters/summary.hpp"
#include "reporters/text.hpp"
#include "reporters/xml_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

namespace docs_lint::reporters {
namespace {

/// All that one rule says of one document: a test that keeps its name from run to run, wherever the lines go.
struct Case {
    std::string path;
    std::string name;
    std::vector<Entry> entries; ///< all findings, or all could not be verified
};

std::vector<Case> cases_of(const diagnostics::Outcome& outcome) {
    std::vector<Case> cases;
    for (const DocumentEntries& document : entries_by_document(outcome)) {
        std::map<std::string, std::vector<Entry>> by_name;
        for (const Entry& entry : document.entries)
            by_name[(entry.severity ? "" : "could not verify ") + *entry.rule].push_back(entry);
        for (auto& [name, entries] : by_name) cases.push_back({document.path, name, std::move(entries)});
    }
    return cases;
}

bool is_failure(const Case& one) {
    return one.entries.front().severity.has_value();
}

std::string first_message(const Case& one) {
    const std::string message = sentence_of(one.entries.front());
    const std::size_t more = one.entries.size() - 1;
    return more == 0 ? message : fmt::format("{} (and {} more)", message, more);
}

std::string_view worst_severity(const Case& one) {
    const auto worst =
        std::max_element(one.entries.begin(), one.entries.end(), [](const Entry& left, const Entry& right) {
            return left.severity < right.severity;
        });
    return worst->severity ? to_string(*worst->severity) : "could-not-verify";
}

std::string all_of(const Case& one) {
    std::string text;
    for (const Entry& entry : one.entries)
        text += fmt::format("{}: {}\n", place_of(*entry.location), sentence_with_help(entry));
    return text;
}

void add_case(pugi::xml_node suite, const Case& one) {
    pugi::xml_node node = suite.append_child("testcase");
    set_attribute(node, "classname", path_for_people(one.path));
    set_attribute(node, "name", base::escape_invisible(one.name));
    if (!one.path.empty()) {
        set_attribute(node, "file", one.path);
        node.append_attribute("line").set_value(one.entries.front().location->begin.line);
    }
    pugi::xml_node problem = node.append_child(is_failure(one) ? "failure" : "error");
    set_attribute(problem, "type", worst_severity(one));
    set_attribute(problem, "message", first_message(one));
    add_text(problem, all_of(one));
}

/// Consumers take a report without a test for a run that never was.
void add_passing_case(pugi::xml_node suite) {
    pugi::xml_node node = suite.append_child("testcase");
    set_attribute(node, "classname", "docs-lint");
    set_attribute(node, "name", "no findings");
}

void add_counts(pugi::xml_node node, const std::vector<Case>& cases) {
    const auto failures = std::count_if(cases.begin(), cases.end(), is_failure);
    const auto all = static_cast<std::ptrdiff_t>(cases.size());
    set_attribute(node, "name", "docs-lint");
    node.append_attribute("tests").set_value(std::max<long>(all, 1));
    node.append_attribute("failures").set_value(failures);
    node.append_attribute("errors").set_value(all - failures);
}

void add_account(pugi::xml_node suite, const engine::RunResult& result) {
    pugi::xml_node properties = suite.append_child("properties");
    for (const auto& [label, text] : account(result)) {
        pugi::xml_node property = properties.append_child("property");
        set_attribute(property, "name", label);
        set_attribute(property, "value", text);
    }
}

} // namespace

std::string render_junit(const engine::RunResult& result, const Options&) {
    const std::vector<Case> cases = cases_of(result.outcome);
    pugi::xml_document document;
    pugi::xml_node root = document.append_child("testsuites");
    add_counts(root, cases);
    pugi::xml_node suite = root.append_child("testsuite");
    add_counts(suite, cases);
    add_account(suite, result);
    for (const Case& one : cases) add_case(suite, one);
    if (cases.empty()) add_passing_case(suite);
    add_text(suite.append_child("system-out"), verdict(result));
    return xml_text(document);
}

} // namespace docs_lint::reporters
