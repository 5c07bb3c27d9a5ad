#include "diagnostics/severity.hpp"

namespace docs_lint::diagnostics {

std::string_view to_string(Severity severity) {
    switch (severity) {
    case Severity::off:
        return "off";
    case Severity::information:
        return "information";
    case Severity::warning:
        return "warning";
    case Severity::error:
        return "error";
    }
    return "error";
}

std::optional<Severity> parse_severity(std::string_view text) {
    for (const Severity severity : {Severity::off, Severity::information, Severity::warning, Severity::error})
        if (text == to_string(severity)) return severity;
    return std::nullopt;
}

} // namespace docs_lint::diagnostics
