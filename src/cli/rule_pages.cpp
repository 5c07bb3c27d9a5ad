#include "cli/rule_pages.hpp"

#include <system_error>

namespace docs_lint::cli {

std::string rule_pages_of(const std::filesystem::path& program) {
    if (program.empty()) return {};
    const auto pages = program.parent_path().parent_path() / "share" / "doc" / "docs-lint" / "rules" / "docs";
    std::error_code failed;
    return std::filesystem::is_directory(pages, failed) ? pages.string() : std::string{};
}

} // namespace docs_lint::cli
