#pragma once

#include "base/result.hpp"
#include "policy/setting.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// All that is wrong with the rules, each with its place: nobody should have to mend and run again and again.
class Problems {
public:
    void add(const Setting& at, std::string what, std::string_view hint = {});
    /// For a value that should have been one of `known`.
    void add_unknown(const Setting& at, std::string_view what, std::string_view written,
                     const std::vector<std::string>& known);
    /// An error of the YAML reader, which names its place itself.
    void add(const base::Error& error);

    [[nodiscard]] bool empty() const { return found_.empty(); }
    [[nodiscard]] base::Error to_error() const;

private:
    struct Problem {
        std::string file;
        std::size_t line = 0;
        std::size_t column = 0;
        std::string text;
    };
    std::vector<Problem> found_;
};

/// `did you mean "title"?`, or `it may be a, b or c`, or that there is none.
std::string suggest(std::string_view written, const std::vector<std::string>& known);

} // namespace docs_lint::policy
