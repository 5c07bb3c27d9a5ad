#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written_date.hpp"
#include "model/denials.hpp"
#include "model/document.hpp"
#include "model/placeholders.hpp"
#include "model/remark.hpp"
#include "model/role_list.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>

namespace docs_lint::model {
namespace {

using markdown::Text;

struct VerdictWords {
    const std::vector<std::string>& yes;
    const std::vector<std::string>& no;
    const std::vector<std::string>& other_no; ///< of the other component: a part of its own says no, too
};

VerdictWords words_of(ComponentKind kind, const policy::SignOffFormat& format) {
    if (kind == ComponentKind::validation)
        return {format.validation_pass, format.validation_fail, format.owner_no};
    return {format.owner_yes, format.owner_no, format.validation_fail};
}

/// Length of what separates the parts of a confirmation at `at`, or zero.
std::size_t separator_at(std::string_view text, std::size_t at) {
    if (const std::size_t dash = dash_at(text, at); dash > 0) return dash;
    if (text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' ')) return 1;
    return std::string_view(",;:()").find(text[at]) != std::string_view::npos ? 1 : 0;
}

std::size_t find_separator(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at)
        if (separator_at(text, at) > 0) return at;
    return text.size();
}

bool is_one_of(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return base::equals_ignoring_case(text, word); });
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return starts_with_ignoring_case(text, word) && !word_begins_at(text, word.size());
    });
}

bool has_glyph(std::string_view text, Glyph wanted) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (static_cast<unsigned char>(text[at]) >= 0x80 && glyph_at(text.substr(at)).glyph == wanted)
            return true;
    return false;
}

/// `[Yes / No]`: nothing stands beside the two words but what joins options.
bool are_options(std::string_view head, VerdictWords words) {
    std::string left = base::lower(head);
    for (const auto* list : {&words.yes, &words.no})
        for (const std::string& word : *list)
            for (auto at = find_word(left, word); at; at = find_word(left, word))
                left.replace(*at, word.size(), word.size(), ' ');
    for (auto at = find_word(left, "or"); at; at = find_word(left, "or")) left.replace(*at, 2, "  ");
    return left.find_first_not_of(" \t[]/|\\?_*") == std::string::npos;
}

constexpr std::string_view kArrow = "→";

/// A part of the text between separators is nothing but a word for no, or for yes.
bool repeats_as_part(std::string_view text, std::size_t from, const std::vector<std::string>& words) {
    const auto ends_part = [&](std::size_t at) {
        return separator_at(text, at) > 0 || text.substr(at, kArrow.size()) == kArrow || text[at] == '.' ||
               std::string_view("/|!<>[]{}").find(text[at]) != std::string_view::npos;
    };
    for (std::size_t begin = from; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && !ends_part(end)) ++end;
        if (is_one_of(without_glyphs(text.substr(begin, end - begin)), words)) return true;
        const std::size_t arrow = text.substr(end, kArrow.size()) == kArrow ? kArrow.size() : 1;
        begin = end < text.size() ? end + std::max(separator_at(text, end), arrow) : end;
    }
    return false;
}

struct Head {
    base::Span word; ///< without glyphs
    std::size_t end = 0;
};

Head head_of(std::string_view text) {
    Head head;
    head.end = find_separator(text, 0);
    head.word = trim_glyphs(text, {0, head.end});
    return head;
}

Verdict verdict_of_head(std::string_view text, const Head& head, VerdictWords words) {
    const std::string_view word = text.substr(head.word.begin, head.word.size());
    const std::string_view whole = text.substr(0, head.end);
    const bool yes = contains_any_word(word, words.yes);
    const bool no = contains_any_word(word, words.no);
    if (yes && no) return are_options(word, words) ? Verdict::undecided : Verdict::contradictory;
    if (is_one_of(word, words.no))
        return has_glyph(whole, Glyph::positive) ? Verdict::contradictory : Verdict::negative;
    if (!is_one_of(word, words.yes))
        return begins_with_any(word, words.yes) ? Verdict::hedged : Verdict::unclear;
    if (has_glyph(whole, Glyph::negative)) return Verdict::contradictory;
    return has_glyph(whole, Glyph::neutral) ? Verdict::hedged : Verdict::positive;
}

/// `2026-03-02 or 2026-03-05`, `2026-03-02 - 2026-03-05`: which of them it was is not said.
bool has_choice_of_dates(const std::string& text) {
    static const re2::RE2 pattern(
        R"([0-9]{4}-[0-9]{2}-[0-9]{2}\s*(?:or|to|until|and/or|/|-|–|—)\s*[0-9]{4}-[0-9]{2}-[0-9]{2})");
    return re2::RE2::PartialMatch(text, pattern);
}

/// The first of the process's words that take a verdict back, for a message; empty where there is none.
std::string hedge_in(std::string_view text, const policy::SignOffFormat& format) {
    const std::string folded = without_assurances(base::fold_look_alikes(text));
    std::string first;
    std::size_t begin = folded.size();
    for (const std::string& word : format.hedges)
        if (const auto at = find_word(folded, word);
            at && (*at < begin || (*at == begin && word.size() > first.size())))
            begin = *at, first = word;
    return first;
}

bool takes_itself_back(std::string_view text, const policy::SignOffFormat& format) {
    const std::string folded = without_assurances(base::fold_look_alikes(text));
    return folded.find('?') != std::string::npos || has_choice_of_dates(folded) ||
           contains_any_word(folded, format.hedges);
}

/// `(after the first Fail)` tells of what was; `now Fail` of what is.
bool tells_of_before(std::string_view before_word) {
    static const std::vector<std::string> words = {
        "after",    "before", "earlier", "previous",  "previously", "first", "former",
        "formerly", "prior",  "initial", "initially", "was",        "old",   "no"};
    return contains_any_word(before_word, words);
}

/// Behind the date a word for no that can be nothing else, such as `Fail`; `no` alone has other uses.
bool turns_behind_date(std::string_view text, std::size_t from, const std::vector<std::string>& words) {
    std::vector<std::string> strong;
    std::copy_if(words.begin(), words.end(), std::back_inserter(strong),
                 [](const std::string& word) { return word.size() > 2; });
    for (std::size_t begin = from; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && separator_at(text, end) == 0 && text[end] != '.') ++end;
        const std::string_view part = text.substr(begin, end - begin);
        for (const std::string& word : strong)
            if (const auto at = find_word(part, word); at && !tells_of_before(part.substr(0, *at)))
                return true;
        begin = end < text.size() ? end + std::max<std::size_t>(separator_at(text, end), 1) : end;
    }
    return false;
}

/// Words for no count anywhere before the date, and as a part of their own behind it; the strong ones
/// anywhere.
bool contradicts_itself(std::string_view text, std::size_t from, std::size_t date_end, VerdictWords words) {
    const std::string_view signed_part = text.substr(from, date_end > from ? date_end - from : 0);
    return contains_any_word(signed_part, words.no) || repeats_as_part(text, from, words.no) ||
           turns_behind_date(text, date_end, words.no) || turns_behind_date(text, date_end, words.other_no) ||
           repeats_as_part(text, date_end,
                           words.no) || // `2026-03-02 No — ...`, as in the line below the date
           repeats_as_part(text, date_end, words.other_no);
}

Verdict verdict_of(const Text& text, const Head& head, std::size_t date_end, VerdictWords words,
                   const policy::SignOffFormat& format) {
    const std::string_view whole = text.text;
    if (text.empty()) return Verdict::missing;
    if (holds_struck(text)) return Verdict::unclear;
    const Verdict first = verdict_of_head(whole, head, words);
    if (first == Verdict::undecided || first == Verdict::contradictory) return first;
    if (has_placeholder(text, format)) return Verdict::pending;
    if (first == Verdict::positive && whole.find("[ ]") != std::string_view::npos) return Verdict::pending;
    if (first == Verdict::positive) {
        if (has_glyph(whole, Glyph::negative)) return Verdict::contradictory;
        if (contradicts_itself(whole, head.end, date_end, words)) return Verdict::contradictory;
        if (has_glyph(whole, Glyph::neutral)) return Verdict::hedged;
        return takes_itself_back(whole, format) ? Verdict::hedged : first;
    }
    if (first == Verdict::negative)
        return contradicts_itself(whole, head.end, date_end, {words.no, words.yes, words.yes})
                   ? Verdict::contradictory
                   : first;
    return first == Verdict::unclear && is_pending(text, format) ? Verdict::pending : first;
}

/// Behind the date, and in brackets behind a role: `QA Lead (out of office), 2026-03-02`.
void read_remark(Confirmation& confirmation, std::string_view text, const Signature& signature,
                 const policy::Policy& policy) {
    if (confirmation.verdict != Verdict::positive || !signature.date) return;
    const auto consider = [&](std::string_view part) {
        const auto doubtful =
            doubtful_remark(part, *signature.date, signature.roles, policy.sign_off, policy.roles);
        if (!doubtful || !confirmation.remark.empty()) return;
        confirmation.remark = doubtful->text;
        confirmation.remark_word = doubtful->word;
    };
    for (const RoleMention& mention : signature.roles) {
        const std::size_t open = mention.name.find('(');
        if (open != std::string::npos && open > 0 &&
            policy.roles.roles_named(mention.name.substr(open)).empty())
            consider(std::string_view(mention.name).substr(open));
    }
    consider(text.substr(signature.end));
}

std::string date_that_does_not_count(std::string_view text) {
    if (const auto moments = base::find_moments(text); !moments.empty())
        return std::string(text.substr(moments[0].begin, moments[0].end - moments[0].begin));
    const auto written = base::find_written_date(text);
    return written ? std::string(text.substr(written->source.begin, written->source.size())) : std::string();
}

} // namespace

Confirmation read_confirmation(const Component& component, const policy::Policy& policy) {
    const Text text = join_lines(component.value).trimmed();
    const VerdictWords words = words_of(component.kind, policy.sign_off);
    const Head head = head_of(text.text);
    const Signature signature = read_signature(text, head.end, policy.roles);
    Confirmation confirmation;
    confirmation.source = text.empty() ? component.source : text.source;
    confirmation.verdict = verdict_of(text, head, signature.end, words, policy.sign_off);
    if (confirmation.verdict == Verdict::positive && !component.plain)
        confirmation.verdict = Verdict::unclear;
    if (component.misplacement == Misplacement::repeated && begins_with_withdrawal(text.text))
        confirmation.verdict = Verdict::negative;
    if (confirmation.verdict == Verdict::hedged) confirmation.hedge = hedge_in(text.text, policy.sign_off);
    confirmation.roles = signature.roles;
    confirmation.date = signature.date;
    confirmation.date_impossible = signature.date_impossible;
    confirmation.date_source = signature.date_source;
    read_remark(confirmation, text.text, signature, policy);
    if (!signature.date && !signature.date_impossible)
        confirmation.other_date = date_that_does_not_count(std::string_view(text.text).substr(head.end));
    return confirmation;
}

std::string doubtful_note(const Component& note, const policy::Policy& policy) {
    const std::string text = join_lines(note.value).trimmed().text;
    return takes_itself_back(text, policy.sign_off) || begins_with_withdrawal(text) ? text : "";
}

} // namespace docs_lint::model
