#include "base/written_date.hpp"

#include "base/text.hpp"

#include <array>
#include <re2/re2.h>
#include <string>
#include <vector>

namespace docs_lint::base {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

const std::string& month_pattern() {
    static const std::string pattern =
        "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
        "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    return pattern;
}

std::optional<Date> calendar_date(int year, int month, int day) {
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    return date.ok() ? std::optional(date) : std::nullopt;
}

int month_number(std::string_view name) {
    const std::string begin = lower(name.substr(0, 3));
    for (std::size_t at = 0; at < kMonths.size(); ++at)
        if (kMonths[at] == begin) return static_cast<int>(at) + 1;
    return 0;
}

/// A text in which hyphens and dashes of all kinds are `-`.
struct PlainText {
    std::string text;
    std::vector<std::size_t> origins; ///< where each byte was written, and the end

    [[nodiscard]] Span source_of(const re2::StringPiece& part) const {
        const auto begin = static_cast<std::size_t>(part.data() - text.data());
        return {origins[begin], origins[begin + part.size()]};
    }
};

std::size_t dash_size(std::string_view text) {
    for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2212"})
        if (text.substr(0, dash.size()) == dash) return dash.size();
    return 0;
}

PlainText with_plain_hyphens(std::string_view text) {
    PlainText plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t dash = dash_size(text.substr(at));
        plain.text += dash > 0 ? '-' : text[at];
        plain.origins.push_back(at);
        at += dash > 0 ? dash : 1;
    }
    plain.origins.push_back(text.size());
    return plain;
}

/// `18 February 2026`, `18th of Feb. 2026`, `18-Feb-2026`
std::optional<WrittenDate> day_month_year(const PlainText& plain) {
    static const re2::RE2 pattern(R"((?i)\b((\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+)" + month_pattern() +
                                  R"(\.?,?[\s-]+(\d{4}))\b)");
    int day = 0;
    int year = 0;
    std::string month;
    re2::StringPiece all;
    if (!re2::RE2::PartialMatch(plain.text, pattern, &all, &day, &month, &year)) return std::nullopt;
    return WrittenDate{calendar_date(year, month_number(month), day), {}, plain.source_of(all)};
}

/// `February 18, 2026`, `Feb 18th 2026`
std::optional<WrittenDate> month_day_year(const PlainText& plain) {
    static const re2::RE2 pattern(R"((?i)\b()" + month_pattern() +
                                  R"(\.?[\s-]+(\d{1,2})(?:st|nd|rd|th)?,?[\s-]+(\d{4}))\b)");
    int day = 0;
    int year = 0;
    std::string month;
    re2::StringPiece all;
    if (!re2::RE2::PartialMatch(plain.text, pattern, &all, &month, &day, &year)) return std::nullopt;
    return WrittenDate{calendar_date(year, month_number(month), day), {}, plain.source_of(all)};
}

/// `2026/02/18`, `2026.2.18`, `2026-2-8`, `20260218`
std::optional<WrittenDate> year_month_day(const PlainText& plain) {
    static const re2::RE2 apart(R"(\b((\d{4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{1,2}))\b)");
    static const re2::RE2 together(R"(\b(((?:19|20)\d{2})(\d{2})(\d{2}))\b)");
    int year = 0;
    int month = 0;
    int day = 0;
    re2::StringPiece all;
    if (!re2::RE2::PartialMatch(plain.text, apart, &all, &year, &month, &day) &&
        !re2::RE2::PartialMatch(plain.text, together, &all, &year, &month, &day))
        return std::nullopt;
    return WrittenDate{calendar_date(year, month, day), {}, plain.source_of(all)};
}

/// `18.02.2026` has its day first; `02/18/2026` has it where it can be.
std::optional<WrittenDate> year_last(const PlainText& plain) {
    static const re2::RE2 pattern(R"(\b((\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}))\b)");
    int first = 0;
    int second = 0;
    int year = 0;
    std::string mark;
    re2::StringPiece all;
    if (!re2::RE2::PartialMatch(plain.text, pattern, &all, &first, &mark, &second, &year))
        return std::nullopt;
    const Span source = plain.source_of(all);
    const auto day_first = calendar_date(year, second, first);
    if (mark == "." || first == second) return WrittenDate{day_first, {}, source};
    const auto month_first = calendar_date(year, first, second);
    if (day_first && month_first) return WrittenDate{day_first, month_first, source};
    return WrittenDate{day_first ? day_first : month_first, {}, source};
}

} // namespace

std::optional<WrittenDate> find_written_date(std::string_view text) {
    const PlainText plain = with_plain_hyphens(text);
    for (auto* read : {day_month_year, month_day_year, year_month_day, year_last})
        if (const auto date = read(plain)) return date;
    return std::nullopt;
}

} // namespace docs_lint::base
