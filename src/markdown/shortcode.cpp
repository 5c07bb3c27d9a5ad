#include "markdown/shortcode.hpp"

#include <algorithm>
#include <array>

namespace docs_lint::markdown {
namespace {

struct Known {
    std::string_view spelling;
    std::string_view text;
};

constexpr std::array kKnown = {
    Known{":white_check_mark:", "✅"},
    Known{":heavy_check_mark:", "✔"},
    Known{":ballot_box_with_check:", "☑"},
    Known{":green_circle:", "🟢"},
    Known{":+1:", "👍"},
    Known{":thumbsup:", "👍"},
    Known{":x:", "❌"},
    Known{":negative_squared_cross_mark:", "❎"},
    Known{":heavy_multiplication_x:", "✖"},
    Known{":-1:", "👎"},
    Known{":thumbsdown:", "👎"},
    Known{":no_good:", "🙅"},
    Known{":no_good_man:", "🙅"},
    Known{":no_good_woman:", "🙅"},
    Known{":ng:", "🆖"},
    Known{":ng_man:", "🙅"},
    Known{":ng_woman:", "🙅"},
    Known{":question:", "❓"},
    Known{":grey_question:", "❔"},
    Known{":no_entry:", "⛔"},
    Known{":no_entry_sign:", "🚫"},
    Known{":red_circle:", "🔴"},
    Known{":stop_sign:", "🛑"},
    Known{":octagonal_sign:", "🛑"},
    Known{":yellow_circle:", "🟡"},
    Known{":orange_circle:", "🟠"},
    Known{":large_blue_circle:", "🔵"},
    Known{":white_circle:", "⚪"},
    Known{":white_large_square:", "⬜"},
    Known{":hourglass:", "⌛"},
    Known{":hourglass_flowing_sand:", "⏳"},
    Known{":warning:", "⚠"},
    Known{":construction:", "🚧"},
    Known{":arrows_counterclockwise:", "🔄"},
    Known{":lock:", "🔒"},
};

/// Behind most colons stands a blank, a digit or a slash.
bool may_begin_name(char byte) {
    return (byte >= 'a' && byte <= 'z') || byte == '+' || byte == '-';
}

} // namespace

Shortcode shortcode_at(std::string_view text) {
    if (text.size() < 3 || text.front() != ':' || !may_begin_name(text[1])) return {};
    const auto found = std::find_if(kKnown.begin(), kKnown.end(),
                                    [&](const Known& known) { return text.starts_with(known.spelling); });
    return found == kKnown.end() ? Shortcode{} : Shortcode{found->text, found->spelling.size()};
}

} // namespace docs_lint::markdown
