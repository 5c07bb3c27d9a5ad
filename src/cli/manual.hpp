#pragma once

#include "cli/described_command.hpp"
#include "cli/exit_code.hpp"
#include "cli/surroundings.hpp"

#include <string>
#include <string_view>

namespace docs_lint::cli {

CLI::App* add_manual(CLI::App& application);

/// Prints the manual page for `man -l -`. The date of the page is that of SOURCE_DATE_EPOCH, where it is set.
ExitCode manual(const DescribedCommand& program, const Surroundings& surroundings);

/// The page in the language of man(7). `date` is `2026-03-01`, or empty.
std::string manual_page(const DescribedCommand& program, std::string_view date);

} // namespace docs_lint::cli
