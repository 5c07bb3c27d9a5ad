#include "support/action_step.hpp"

#include "base/text.hpp"
#include "support/scratch.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <regex>
#include <stdexcept>

namespace docs_lint::tests {
namespace {

/// `NAME<<DELIMITER`, lines of the value, `DELIMITER`: as a runner reads it.
std::map<std::string, std::string> parse_outputs(const std::string& text) {
    std::map<std::string, std::string> outputs;
    std::string name;
    std::string delimiter;
    std::string value;
    for (const std::string_view line : base::split(text, '\n')) {
        const std::size_t sign = line.find("<<");
        if (!delimiter.empty() && line == delimiter) {
            outputs[name] = value.substr(0, value.size() - 1);
            delimiter.clear();
        } else if (!delimiter.empty()) {
            value.append(line) += '\n';
        } else if (sign != std::string_view::npos) {
            name = line.substr(0, sign);
            delimiter = line.substr(sign + 2);
            value.clear();
        } else if (!line.empty()) {
            throw std::runtime_error("a runner cannot read this output: " + std::string(line));
        }
    }
    if (!delimiter.empty()) throw std::runtime_error("the output " + name + " has no end");
    return outputs;
}

std::string read_if_named(const std::string& path) {
    return path.empty() ? std::string{} : read_file(path);
}

} // namespace

std::string ActionStep::output(const std::string& name) const {
    const auto found = outputs.find(name);
    return found == outputs.end() ? std::string{} : found->second;
}

ActionStep run_action(const std::filesystem::path& folder, const std::string& event,
                      const nlohmann::json& payload, std::map<std::string, std::string> variables) {
    const ScratchFolder runner;
    write_file(runner.path() / "event.json", payload.is_null() ? "" : payload.dump());
    write_file(runner.path() / "output", "");
    write_file(runner.path() / "summary", "");
    const std::string tools = std::filesystem::path(DOCS_LINT_BINARY).parent_path().string();
    variables.insert({{"PATH", tools + ":" + std::getenv("PATH")},
                      {"GITHUB_EVENT_NAME", event},
                      {"GITHUB_EVENT_PATH", (runner.path() / "event.json").string()},
                      {"GITHUB_OUTPUT", (runner.path() / "output").string()},
                      {"GITHUB_STEP_SUMMARY", (runner.path() / "summary").string()},
                      {"RUNNER_TEMP", runner.path().string()},
                      {"DOCS_LINT_FOLDER", folder.string()}});
    ProcessOptions options;
    options.environment = std::move(variables);
    options.folder = runner.path();
    ActionStep step;
    step.process = run_process({"/bin/sh", DOCS_LINT_SOURCE_DIR "/scripts/action"}, options);
    step.outputs = parse_outputs(read_file(runner.path() / "output"));
    step.summary = read_file(runner.path() / "summary");
    step.sarif = read_if_named(step.output("sarif-file"));
    step.report = read_if_named(step.output("report-file"));
    return step;
}

std::vector<std::string> obeyed_commands(const std::string& log) {
    static const std::regex command(R"(^\s*::[^:]|##(\w*)\[)");
    static const std::regex stop(R"(^::stop-commands::(\S+)$)");
    std::vector<std::string> obeyed;
    std::string token;
    for (const std::string_view part : base::split(log, '\n')) {
        const std::string line(part);
        std::smatch match;
        if (!token.empty()) {
            if (line == "::" + token + "::") token.clear();
        } else if (std::regex_match(line, match, stop)) {
            token = match[1];
        } else if (std::regex_search(line, command)) {
            obeyed.push_back(line);
        }
    }
    if (!token.empty()) throw std::runtime_error("commands stay stopped");
    return obeyed;
}

} // namespace docs_lint::tests
