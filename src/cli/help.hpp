#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace CLI {
class FormatterBase;
}

namespace docs_lint::cli {

/// How `--help` is laid out: short lines, without the library's remarks on exclusions.
std::shared_ptr<CLI::FormatterBase> help_formatter();

/// Lines of at most so many columns: descriptions go on below themselves, or below the name of their option
/// where a terminal has no room beside it.
std::string wrap_help(std::string_view text, std::size_t columns);

} // namespace docs_lint::cli
