#include "reporters/style.hpp"

#include <fmt/format.h>

namespace docs_lint::reporters {
namespace {

std::string_view code_of(Ink ink) {
    switch (ink) {
    case Ink::error:
        return "1;31";
    case Ink::warning:
        return "1;33";
    case Ink::information:
        return "1;36";
    case Ink::unverified:
        return "1;35";
    case Ink::gutter:
        return "1;34";
    case Ink::help:
        return "1;32";
    case Ink::strong:
        break;
    }
    return "1";
}

} // namespace

Ink ink_of(diagnostics::Severity severity) {
    if (severity == diagnostics::Severity::error) return Ink::error;
    return severity == diagnostics::Severity::warning ? Ink::warning : Ink::information;
}

std::string Style::paint(Ink ink, std::string_view text) const {
    if (!colour_ || text.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code_of(ink), text);
}

} // namespace docs_lint::reporters
