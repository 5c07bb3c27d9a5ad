#pragma once

#include <filesystem>
#include <string>

namespace docs_lint::cli {

/// The folder of the rules' pages that was installed with this program; empty where there is none.
std::string rule_pages_of(const std::filesystem::path& program);

} // namespace docs_lint::cli
