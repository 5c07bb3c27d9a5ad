#pragma once

#include "diagnostics/severity.hpp"

#include <string>
#include <string_view>

namespace docs_lint::reporters {

enum class Ink { error, warning, information, unverified, gutter, help, strong };

Ink ink_of(diagnostics::Severity severity);

/// Puts colour round text that is safe for a terminal already, or leaves it as it is.
class Style {
public:
    explicit Style(bool colour) : colour_(colour) {}

    [[nodiscard]] std::string paint(Ink ink, std::string_view text) const;

private:
    bool colour_;
};

} // namespace docs_lint::reporters
