#include "model/header_values.hpp"

#include "base/text.hpp"
#include "base/written_date.hpp"
#include "model/placeholders.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::Text;

/// `—`, `— (immutable on closure)`
bool begins_with_dash(std::string_view value) {
    if (value.empty()) return true;
    const bool hyphen = value.front() == '-' && (value.size() == 1 || value[1] == ' ' || value[1] == '-');
    return hyphen || dash_at(value, 0) > 0;
}

bool begins_pending(std::string_view value, const policy::SignOffFormat& format) {
    return std::any_of(
        format.pending_words.begin(), format.pending_words.end(), [&](const std::string& word) {
            return starts_with_ignoring_case(value, word) && !word_begins_at(value, word.size());
        });
}

DateValue date_of(const base::MomentMention& mention, std::string_view value) {
    const std::string written(value.substr(mention.begin, mention.end - mention.begin));
    if (mention.moment) return {DateForm::plain, mention.moment, {}, written};
    const auto day = base::parse_date(std::string_view(written).substr(0, 10));
    if (!day) return {DateForm::impossible, {}, {}, written};
    return {DateForm::zoned, base::Moment{*day, {}}, {}, written};
}

/// Two dates side by side, with nothing but a joint between them: `2026-02-18 / 2026-02-20`.
bool are_joined(std::string_view between) {
    static const re2::RE2 joint(R"((?i)\s*(?:[/,;&+~|-]|→|->|–|—|\bto\b|\band\b|\bor\b|\buntil\b)+\s*)");
    return re2::RE2::FullMatch(re2::StringPiece(between.data(), between.size()), joint);
}

DateValue read_mentions(const std::vector<base::MomentMention>& mentions, std::string_view value) {
    DateValue first = date_of(mentions[0], value);
    if (mentions.size() < 2 || !first.moment) return first;
    const DateValue second = date_of(mentions[1], value);
    const auto between = value.substr(mentions[0].end, mentions[1].begin - mentions[0].end);
    const bool differ = second.moment && second.moment->date != first.moment->date;
    if (!differ || !are_joined(between)) return first;
    first.form = DateForm::ambiguous;
    first.second = second.moment;
    return first;
}

DateValue read_other_form(const base::WrittenDate& found, std::string_view value) {
    DateValue date{DateForm::other, {}, {}, std::string(value)};
    if (!found.date) date.form = DateForm::impossible;
    if (found.date) date.moment = base::Moment{*found.date, {}};
    if (found.other) date.form = DateForm::ambiguous;
    if (found.other) date.second = base::Moment{*found.other, {}};
    return date;
}

/// `1.2 → 1.3`, or the other one on a line of its own: nobody can tell which of the two it is.
bool goes_on_to_another(const Text& value, const base::Version& first) {
    static const re2::RE2 step(
        R"((?i)\s*v?[0-9]+\.[0-9]+(?:\.[0-9]+)?\s*(?:→|➜|⟶|->|-->|=>|/|\bto\b|\bor\b|\band\b)\s*)");
    const auto is_another = [&](std::string_view text) {
        const auto version = version_at_front(text);
        return version && *version != first;
    };
    const auto lines = split_at_breaks(value);
    if (std::any_of(lines.begin() + 1, lines.end(),
                    [&](const Text& line) { return is_another(base::trim(line.text)); }))
        return true;
    const std::string text = without_glyphs(value.text);
    re2::StringPiece rest(text);
    return re2::RE2::Consume(&rest, step) && is_another(std::string_view(rest.data(), rest.size()));
}

} // namespace

DateValue read_date_value(const Text& value, const policy::SignOffFormat& format) {
    const std::string text = without_glyphs(without_struck(value.text));
    if (begins_with_dash(text)) return {};
    if (has_placeholder(value, format) || begins_pending(text, format))
        return {DateForm::pending, {}, {}, text};
    if (const auto mentions = base::find_moments(text); !mentions.empty())
        return read_mentions(mentions, text);
    if (const auto found = base::find_written_date(text)) return read_other_form(*found, text);
    return {DateForm::unreadable, {}, {}, text};
}

VersionValue read_version_value(const Text& value, const policy::SignOffFormat& format) {
    const std::string text = without_glyphs(value.text);
    if (begins_with_dash(text)) return {};
    if (const auto version = version_at_front(text))
        return {goes_on_to_another(value, *version) ? VersionForm::invalid : VersionForm::plain, version};
    const bool pending = has_placeholder(value, format) || begins_pending(text, format);
    return {pending ? VersionForm::pending : VersionForm::invalid, {}};
}

bool is_only_pending(const Text& value, const policy::SignOffFormat& format) {
    const std::string name = base::normalise_name(without_glyphs(value.text));
    return std::any_of(format.pending_words.begin(), format.pending_words.end(),
                       [&](const std::string& word) { return base::normalise_name(word) == name; });
}

} // namespace docs_lint::model
