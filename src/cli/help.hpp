#pragma once

#include <memory>

namespace CLI {
class FormatterBase;
}

namespace docs_lint::cli {

/// How `--help` is laid out: short lines, without the library's remarks on exclusions.
std::shared_ptr<CLI::FormatterBase> help_formatter();

} // namespace docs_lint::cli
