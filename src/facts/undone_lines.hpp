#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::facts {

/// What work changed in one file, by lines that hold a letter or a digit: how often each stood there before
/// and afterwards, where that differs. Blanks at their ends do not count.
class LinesOfWork {
public:
    LinesOfWork(std::string_view before, std::string_view after);

    /// None of the lines that it added is left, and those that it took out are back: between the same lines,
    /// where it added none.
    [[nodiscard]] bool is_undone_in(std::string_view text) const;

    /// All of it is there.
    [[nodiscard]] bool is_whole_in(std::string_view text) const;

    /// It took lines out, so that its place can be told from one that is gone.
    [[nodiscard]] bool takes_lines_out() const;

    /// Every other line of `text` stands there as often as in one of its parents.
    [[nodiscard]] bool is_all_that_changed(std::string_view text,
                                           const std::vector<std::string>& parents) const;

private:
    struct Count {
        std::size_t before = 0, after = 0;
    };
    using Place = std::array<std::string, 3>; ///< a line between two others
    static std::set<Place> places_in(std::string_view text);

    std::map<std::string, Count, std::less<>> changed_;
    std::set<Place> places_; ///< that it left, where it added nothing
};

} // namespace docs_lint::facts
