#pragma once

#include "engine/run.hpp"

#include <string>
#include <string_view>

namespace docs_lint::tests {

/// The place of the first `part` in a one-document text.
inline diagnostics::Location place(std::string path, std::string_view text, std::string_view part) {
    const base::LineIndex lines(text);
    const std::size_t begin = text.find(part);
    return diagnostics::locate(std::move(path), text, lines, {begin, begin + part.size()});
}

inline diagnostics::Diagnostic finding(diagnostics::Severity severity, std::string message,
                                       diagnostics::Location location) {
    diagnostics::Diagnostic one;
    one.rule = "gate/sign-off";
    one.severity = severity;
    one.message = std::move(message);
    one.location = std::move(location);
    return one;
}

inline engine::RunResult result_with(diagnostics::Diagnostic one) {
    engine::RunResult result;
    result.summary.scope = "the working tree";
    result.summary.policy = "built-in pack";
    result.summary.files = 9;
    result.summary.governed = 4;
    result.summary.judged = 3;
    result.outcome.findings.push_back(std::move(one));
    return result;
}

/// Every string of a result holds `text`.
inline engine::RunResult hostile_result(const std::string& text) {
    engine::RunResult result = result_with(
        finding(diagnostics::Severity::error, text, place(text + ".md", "begin " + text + " end", text)));
    diagnostics::Diagnostic& one = result.outcome.findings[0];
    one.help = text;
    one.rule = text;
    one.commit = text;
    one.location.commit = "1a2b3c4d5e6f1a2b3c4d5e6f1a2b3c4d5e6f1a2b";
    one.related.push_back({text, place(text, text, text)});
    result.outcome.unverified.push_back({text, text, place(text, text, text), text});
    result.summary.scope = text;
    result.summary.policy = text;
    result.summary.notes = {text};
    return result;
}

} // namespace docs_lint::tests
