#include "support/checked.hpp"

#include "support/in_process.hpp"
#include "support/judgements.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

namespace docs_lint::tests {
namespace {

using Json = nlohmann::json;

std::string text_of(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

Found found_of(const Json& object) {
    Found found{text_of(object, "rule"),
                text_of(object, "severity"),
                text_of(object, "path"),
                text_of(object, "message"),
                text_of(object, "commit"),
                text_of(object, "help"),
                {}};
    for (const Json& related : object.value("related", Json::array()))
        found.related_paths.push_back(text_of(related, "path"));
    return found;
}

} // namespace

const Found* Checked::find(const std::string& rule, const std::string& path) const {
    const auto at = std::find_if(findings.begin(), findings.end(),
                                 [&](const Found& one) { return one.rule == rule && one.path == path; });
    if (at == findings.end()) return nullptr;
    note_rule(run, rule);
    return &*at;
}

bool Checked::could_not_verify(const std::string& part) const {
    const bool said = std::any_of(unverified.begin(), unverified.end(), [&](const Found& one) {
        return one.message.find(part) != std::string::npos;
    });
    return said || err.find(part) != std::string::npos;
}

std::vector<std::string> Checked::of_severity(const std::string& severity) const {
    std::vector<std::string> names;
    for (const Found& one : findings)
        if (one.severity == severity) names.push_back(one.rule + " " + one.path);
    std::sort(names.begin(), names.end());
    return names;
}

std::string Checked::summary() const {
    std::ostringstream text;
    text << "exit code " << exit_code << "\n";
    for (const Found& one : findings)
        text << one.severity << ' ' << one.rule << ' ' << one.path << ": " << one.message << "\n";
    for (const Found& one : unverified)
        text << "unverified " << one.rule << ' ' << one.path << ": " << one.message << " (" << one.help
             << ")\n";
    text << err;
    return text.str();
}

Checked check_in(const std::filesystem::path& folder, std::vector<std::string> arguments,
                 ProcessOptions options) {
    arguments.insert(arguments.end(), {"--output", "json"});
    options.folder = folder;
    const bool as_usual = options.environment.empty() && options.input.empty();
    const ProcessResult ran = as_usual ? run_docs_lint_here(std::move(arguments), folder)
                                       : run_docs_lint(std::move(arguments), options);
    Checked checked;
    checked.exit_code = ran.exit_code;
    checked.out = ran.out;
    checked.err = ran.err;
    checked.run = note_run(ran.exit_code);
    const Json report = Json::parse(ran.out, nullptr, false);
    checked.is_json = report.is_object() && report.contains("findings") && report.contains("unverified");
    if (!checked.is_json) return checked;
    for (const Json& one : report["findings"]) checked.findings.push_back(found_of(one));
    for (const Json& one : report["unverified"]) checked.unverified.push_back(found_of(one));
    return checked;
}

Checked check_range(const std::filesystem::path& folder, const std::string& base, const std::string& head) {
    return check_in(folder, {"check", "--range", base + ".." + head});
}

Checked audit(const std::filesystem::path& folder, const std::string& head) {
    return check_in(folder, {"audit", head});
}

Checked check_revision(const std::filesystem::path& folder, const std::string& revision) {
    return check_in(folder, {"check", "--rev", revision});
}

Checked check_worktree(const std::filesystem::path& folder) {
    return check_in(folder, {"check"});
}

Checked check_staged(const std::filesystem::path& folder) {
    return check_in(folder, {"check", "--staged"});
}

} // namespace docs_lint::tests
