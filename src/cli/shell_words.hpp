#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::cli {

/// One word for a POSIX shell, bash and zsh, in single quotes.
std::string quoted_for_sh(std::string_view text);

/// One word for fish, which knows two escapes between its single quotes.
std::string quoted_for_fish(std::string_view text);

std::string joined(const std::vector<std::string>& words, std::string_view joint = " ");

} // namespace docs_lint::cli
