#pragma once

#include "cli/surroundings.hpp"

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace docs_lint::tests {

/// Streams, variables and an engine of a test's own. The engine gives `results` in turn, then clean runs.
struct FakeSurroundings {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    std::map<std::string, std::string> variables;
    std::vector<engine::Request> requests;
    std::vector<base::Result<engine::RunResult>> results;
    std::string configuration; ///< the text of the repository's own

    cli::Surroundings get() {
        cli::Surroundings surroundings{in, out, err};
        surroundings.variable = [this](const std::string& name) -> std::optional<std::string> {
            const auto found = variables.find(name);
            if (found == variables.end()) return std::nullopt;
            return found->second;
        };
        surroundings.engine = [this](const engine::Request& request) {
            requests.push_back(request);
            return requests.size() <= results.size() ? results[requests.size() - 1] : engine::RunResult{};
        };
        surroundings.policy = [this](const std::optional<std::string>&) {
            return policy::load(policy::Configuration{".docs-lint.yaml", configuration}, {});
        };
        return surroundings;
    }
};

inline engine::RunResult with_finding(diagnostics::Severity severity, std::string message = "m") {
    engine::RunResult result;
    result.summary.governed = result.summary.judged = 1;
    diagnostics::Diagnostic finding;
    finding.rule = "a/b";
    finding.severity = severity;
    finding.message = std::move(message);
    finding.location = diagnostics::whole_document("a.md");
    result.outcome.findings.push_back(std::move(finding));
    return result;
}

inline engine::RunResult with_unverified() {
    engine::RunResult result;
    result.outcome.unverified.push_back({"a/b", "u", diagnostics::whole_document("a.md"), "h"});
    return result;
}

} // namespace docs_lint::tests
