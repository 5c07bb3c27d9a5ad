#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::cli {

/// The folder of the rules' pages that was installed with this program; empty where there is none.
std::string rule_pages_of(const std::filesystem::path& program);

/// The first example of a page, for a terminal: its title, then what it consists of and what is said of it.
std::vector<std::string> first_example(std::string_view page);

/// Of the rule's page in a folder of pages; nothing where there is none.
std::vector<std::string> first_example_of(const std::string& rule, const std::string& pages);

} // namespace docs_lint::cli
