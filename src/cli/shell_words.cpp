#include "cli/shell_words.hpp"

#include <fmt/format.h>

namespace docs_lint::cli {

std::string quoted_for_sh(std::string_view text) {
    std::string word = "'";
    for (const char one : text) {
        if (one == '\'')
            word += R"('\'')";
        else
            word += one;
    }
    return word + "'";
}

std::string quoted_for_fish(std::string_view text) {
    std::string word = "'";
    for (const char one : text) {
        if (one == '\'' || one == '\\') word += '\\';
        word += one;
    }
    return word + "'";
}

std::string joined(const std::vector<std::string>& words, std::string_view joint) {
    return fmt::format("{}", fmt::join(words, joint));
}

} // namespace docs_lint::cli
