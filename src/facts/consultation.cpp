#include "facts/consultation.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/written_date.hpp"
#include "facts/corpus.hpp"
#include "facts/item_names.hpp"
#include "model/commits.hpp"
#include "model/paths.hpp"
#include "model/struck.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <array>
#include <re2/re2.h>

namespace docs_lint::facts {
namespace {

using model::Entry;
using model::EntryShape;
using model::Outline;
using policy::Closure;

constexpr std::size_t kLongestQuote = 60;

std::string quote(std::string_view text) {
    const std::string whole = base::collapse_blanks(text);
    if (whole.size() <= kLongestQuote) return whole;
    const std::size_t end = whole.rfind(' ', kLongestQuote);
    return whole.substr(0, end == std::string::npos ? 0 : end) + " ...";
}

/// Nothing but a day: `2026-03-06`, `✅ 6 March 2026`.
bool is_day(std::string_view cell) {
    const std::string bare = model::without_glyphs(cell);
    const auto moments = base::find_moments(bare);
    if (!moments.empty())
        return moments.front().moment && moments.front().begin == 0 && moments.front().end == bare.size();
    const auto written = base::find_written_date(bare);
    return written && written->date && !written->other && written->source == base::Span{0, bare.size()};
}

/// `Closed`, `Completed on`, `Date closed`: the name of a column for the day on which an item was completed.
bool names_completion(std::string_view column, const Closure& rule) {
    const std::string name = base::normalise_name(column);
    return std::any_of(rule.complete_words.begin(), rule.complete_words.end(), [&](const std::string& word) {
        return name == word || name == word + " on" || name == "date " + word || name == word + " date";
    });
}

bool is_dated_as_complete(const Entry& entry, const Closure& rule) {
    const std::size_t columns = std::min(entry.columns.size(), entry.cells.size());
    for (std::size_t at = 0; at < columns; ++at)
        if (names_completion(entry.columns[at], rule) && is_day(entry.cells[at].text)) return true;
    return false;
}

enum class Mark { none, open, complete };

/// What a hurried reader makes of a text: a no-break blank is a blank, and `re-opened` is `reopened`.
std::string as_read(std::string_view text) {
    std::string read = base::collapse_blanks(base::fold_look_alikes(text));
    static const re2::RE2 reopened(R"(\bre[^a-z]open)");
    re2::RE2::GlobalReplace(&read, reopened, "reopen");
    return read;
}

/// A cross or an empty box. A red light tells of urgency as well, and a lock may stand beside `Closed`.
bool begins_with_denial(std::string_view text) {
    constexpr std::array<std::string_view, 3> kBoxes = {"[ ]", "☐", "⬜"};
    return std::any_of(kBoxes.begin(), kBoxes.end(),
                       [text](std::string_view box) { return text.starts_with(box); }) ||
           (model::glyph_at(text).glyph == model::Glyph::negative && !text.starts_with("🔴"));
}

/// `Closed?`, `Done (?)`, `Closed ❌`
bool is_doubted(std::string_view text, const Closure& rule) {
    for (const std::string& word : rule.complete_words)
        for (auto at = model::find_word(text, word); at; at = model::find_word(text, word, *at + 1)) {
            const std::size_t next = text.find_first_not_of(" (*_`", *at + word.size());
            if (next == std::string_view::npos) continue;
            if (text[next] == '?' || begins_with_denial(text.substr(next))) return true;
        }
    return false;
}

bool says_open(std::string_view text, const Closure& rule) {
    const std::string read = as_read(text);
    return begins_with_denial(base::trim(text)) || model::contains_any_word(read, rule.open_words) ||
           is_doubted(read, rule);
}

/// What a text says of an item's state; an unticked box or a word that denies it goes before any other.
Mark mark_of(std::string_view whole, const Closure& rule) {
    const std::string text = model::without_struck(whole);
    const std::string_view front = base::trim(text);
    if (says_open(text, rule)) return Mark::open;
    if (front.starts_with("[x]") || front.starts_with("[X]")) return Mark::complete;
    if (model::contains_any_word(text, rule.complete_words)) return Mark::complete;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto glyph = static_cast<unsigned char>(text[at]) < 0x80
                               ? model::GlyphMention{}
                               : model::glyph_at(std::string_view(text).substr(at));
        if (glyph.glyph == model::Glyph::positive) return Mark::complete;
        if (glyph.glyph == model::Glyph::negative || glyph.glyph == model::Glyph::neutral) return Mark::open;
    }
    return Mark::none;
}

/// A note that nothing refers to, which no reader is shown: `[^1]: DEF-104 closed`.
bool is_unseen_note(const Entry& entry, std::string_view document) {
    if (!base::trim(entry.text.text).starts_with("[^")) return false; // most
    static const re2::RE2 note(R"(\s*(\[\^[^\]\s]+\]):)");
    re2::StringPiece text(entry.text.text), mark;
    if (!re2::RE2::Consume(&text, note, &mark)) return false;
    const std::string_view label(mark.data(), mark.size());
    for (std::size_t at = document.find(label); at != std::string_view::npos;
         at = document.find(label, at + 1))
        if (!document.substr(at + label.size()).starts_with(":")) return false;
    return true;
}

/// Behind the name of an item: `is not in this release`, `: TBC`, `remains open`; not `: open files are
/// kept`.
bool goes_on_to_deny(std::string_view behind) {
    static const re2::RE2 denial(
        R"([\s:*_`()\]|—–-]*(?:(?:is|was|are|will|has|have|be|been|still|yet|remains|stays|left)\s+)*)"
        R"((?:(?:not|never)\s+(?:yet\s+)?(?:been\s+)?(?:in this|part of this|included in|)"
        R"((?:included|fixed|resolved|closed|done|complete|completed|shipped|released|delivered|addressed|yet)\s*)"
        R"((?:$|[.,;)|]|\s(?:yet|in this|until|by)\b))|)"
        R"((?:open|tbc|tbd|tba|todo|wip|pending|planned|postponed|deferred|in progress|unresolved|unfixed|)"
        R"(to follow|to come|to be (?:confirmed|determined|decided|defined|done|fixed|added|described)|)"
        R"(known issue|not available)\s*)"
        R"((?:$|[.,;()|]|\s(?:to|until|for)\s+(?:the|a|v|release|version|later)?\s*(?:[0-9]|next|release|version|later))))");
    static const re2::RE2 open(R"([\s*_`)\]]*(?:is|remains|stays|was left)\s+(?:still\s+)?open\b)");
    const std::string read = as_read(behind);
    re2::StringPiece text(read), same(read);
    return re2::RE2::Consume(&text, denial) || re2::RE2::Consume(&same, open);
}

/// Before the name of an item: `Not in this release:`, `Known issues:`.
bool leads_to_denial(std::string_view before) {
    static const re2::RE2 denial(
        R"((?:not (?:yet )?(?:in|part of|included in) this release|known (?:issue|problem|defect)s?|)"
        R"(not (?:yet )?fixed|open (?:issue|item|point|defect)s?|(?:still|remains?|^[^\pL\pN]*) ?open|)"
        R"(deferred|postponed|does not (?:yet )?(?:fix|include|resolve))[^\pL\pN]*$)");
    return re2::RE2::PartialMatch(as_read(before), denial);
}

/// What stands between the name of another item and this one: `...; found with`.
bool only_refers(std::string_view between) {
    static const re2::RE2 reference(
        R"(\b(?:(?:found|seen|filed|reported|noticed) (?:with|while|in|by|during|beside)|see(?: also)?|)"
        R"(related to|similar to|as (?:in|with|for)|cf|unlike|because of|caused by|blocked by|waits for|)"
        R"(depends on|instead of|without|except(?: for)?)[^\pL\pN]*)"
        R"((?:the )?(?:defect|bug|item|issue|ticket)?[^\pL\pN]*$)");
    return re2::RE2::PartialMatch(as_read(between), reference);
}

/// A place of a document that is about one item: a row, a list item with what is nested in it, a paragraph,
/// or a heading with what stands below it.
struct ItemPlace {
    std::size_t begin = 0; ///< in the outline's entries
    std::size_t end = 0;
    Mark mark = Mark::none;
    bool has_evidence = false;
};

class Consultation {
public:
    Consultation(const Outline& outline, const ClosedItem& item) : outline_(outline), item_(item) {}

    /// The places that are about the item: it is the first one that they name.
    [[nodiscard]] std::vector<ItemPlace> places() const {
        std::vector<ItemPlace> found;
        for (std::size_t at = 0; at < entries().size(); ++at) {
            if (!is_about_item(entries()[at]) || belongs_to_other_item(at)) continue;
            ItemPlace place{at, end_of(at), Mark::none, false};
            read_mark(place);
            place.has_evidence = has_evidence(place);
            at = place.end - 1;
            found.push_back(place);
        }
        return found;
    }

    /// All that name the item.
    [[nodiscard]] std::vector<ItemPlace> mentions() const {
        std::vector<ItemPlace> found;
        for (std::size_t at = 0; at < entries().size(); ++at)
            if (position(entries()[at].text.text)) found.push_back({at, at + 1, Mark::none, false});
        return found;
    }

    /// An entry tells that the item is done, and not only that it is there.
    [[nodiscard]] bool is_told() const {
        for (std::size_t at = 0; at < entries().size(); ++at)
            if (tells_of_item(entries()[at]) && !is_below_open(at)) return true;
        return false;
    }

    /// What stands under these labels in a place.
    void add_values(std::vector<ConsultedPlace>& values, const ItemPlace& place,
                    const std::vector<std::string>& labels) const {
        for (std::size_t at = place.begin; at < place.end; ++at)
            for (const model::EntryValue& value : model::values_of(entries()[at], {labels}))
                values.push_back({value.value.text, outline_.at(value.value.source)});
    }

    [[nodiscard]] ConsultedPlace describe(const ItemPlace& place) const {
        const Entry& entry = entries()[place.begin];
        return {quote(entry.text.text), outline_.at(entry.source)};
    }

private:
    [[nodiscard]] const std::vector<Entry>& entries() const { return outline_.entries; }

    [[nodiscard]] std::optional<std::size_t> position(std::string_view text) const {
        std::optional<std::size_t> first;
        for (const std::string& id : item_.ids)
            if (const auto at = find_item(text, id, item_.rule->item_words); at && (!first || *at < *first))
                first = at;
        return first;
    }

    [[nodiscard]] bool is_about_item(const Entry& entry) const {
        if (entry.quoted || is_unseen_note(entry, outline_.text)) return false;
        if (entry.shape == EntryShape::table_row) {
            for (const markdown::Text& cell : entry.cells) {
                const auto at = position(cell.text);
                if (at) return *at <= first_id(cell.text);
                if (first_id(cell.text) != std::string_view::npos) return false;
            }
            return false;
        }
        const auto at = position(entry.text.text);
        return at && *at <= first_id(entry.text.text);
    }

    [[nodiscard]] bool tells_of_item(const Entry& entry) const {
        if (!position(entry.text.text)) return false; // most
        const std::string text = model::without_struck(entry.text.text);
        const auto at = position(text);
        if (!at || begins_with_denial(base::trim(text)) || is_unseen_note(entry, outline_.text)) return false;
        for (const model::EntryValue& value : model::values_of(entry, {item_.rule->status_labels}))
            if (mark_of(value.value.text, *item_.rule) == Mark::open) return false;
        const std::string_view whole = text;
        const std::size_t other = first_id(whole);
        if (other < *at && only_refers(whole.substr(other, *at - other))) return false;
        return !leads_to_denial(whole.substr(0, *at)) && !goes_on_to_deny(behind_name(whole, *at));
    }

    [[nodiscard]] std::string_view behind_name(std::string_view text, std::size_t at) const {
        std::size_t size = 0;
        for (const std::string& id : item_.ids)
            if (model::starts_with_ignoring_case(text.substr(at), id)) size = std::max(size, id.size());
        return text.substr(at + size);
    }

    /// Under `Known issues`, or another heading for what is not done.
    [[nodiscard]] bool is_below_open(std::size_t at) const {
        int level = 8;
        for (std::size_t above = at; above-- > 0;) {
            const Entry& heading = entries()[above];
            if (heading.shape != EntryShape::heading || heading.level >= level) continue;
            level = heading.level;
            const bool is_title = above == 0 && heading.level == 1;
            if (leads_to_denial(heading.text.text) || (!is_title && is_plan(heading.text.text))) return true;
        }
        return false;
    }

    /// It stands in the section of another item, or is nested in its list item.
    [[nodiscard]] bool belongs_to_other_item(std::size_t at) const {
        int level = 8;
        std::size_t depth = entries()[at].shape == EntryShape::list_item ? entries()[at].depth : 0;
        if (entries()[at].shape == EntryShape::heading) return false;
        for (std::size_t above = at; above-- > 0;) {
            const Entry& entry = entries()[above];
            const bool holds_section = entry.shape == EntryShape::heading && entry.level < level;
            const bool holds_list = entry.shape == EntryShape::list_item && entry.depth < depth;
            if (entry.shape == EntryShape::heading) level = std::min(level, entry.level);
            if (entry.shape != EntryShape::list_item) depth = 0;
            if (holds_list) depth = entry.depth;
            if (!holds_section && !holds_list) continue;
            const std::size_t other = first_id(entry.text.text);
            if (other != std::string_view::npos && !is_about_item(entry)) return true;
        }
        return false;
    }

    /// A word that says both that a version is to come and that an item is not complete: `Unreleased` alone
    /// does not, since what stands there is done.
    [[nodiscard]] bool is_plan(const std::string& heading) const {
        const auto& planned = item_.document->policy->planned_words;
        const auto& open = item_.rule->open_words;
        return std::any_of(planned.begin(), planned.end(), [&](const std::string& word) {
            return std::find(open.begin(), open.end(), word) != open.end() && model::find_word(heading, word);
        });
    }

    [[nodiscard]] std::size_t end_of(std::size_t at) const {
        const Entry& first = entries()[at];
        if (first.shape == EntryShape::heading) return model::end_of_section(entries(), at);
        std::size_t end = at + 1;
        while (first.shape == EntryShape::list_item && end < entries().size() &&
               entries()[end].shape == EntryShape::list_item && entries()[end].depth > first.depth)
            ++end;
        return end;
    }

    /// Its status column or label decides; else all that the place says, and then the headings above it.
    void read_mark(ItemPlace& place) const {
        for (std::size_t at = place.begin; at < place.end; ++at)
            for (const model::EntryValue& value :
                 model::values_of(entries()[at], {item_.rule->status_labels}))
                if (const Mark mark = mark_of(value.value.text, *item_.rule); mark != Mark::none) {
                    place.mark = mark;
                    return;
                }
        for (std::size_t at = place.begin; at < place.end && place.mark != Mark::open; ++at)
            if (const Mark mark = mark_of(entries()[at].text.text, *item_.rule); mark != Mark::none)
                place.mark = mark;
        if (place.mark == Mark::none && is_dated_as_complete(entries()[place.begin], *item_.rule))
            place.mark = Mark::complete;
        if (place.mark != Mark::none) return;
        int level = 8;
        for (std::size_t at = place.begin; at-- > 0 && place.mark == Mark::none;) {
            const Entry& heading = entries()[at];
            if (heading.shape != EntryShape::heading || heading.level >= level) continue;
            level = heading.level;
            if (level > 1) place.mark = mark_of(heading.text.text, *item_.rule);
        }
    }

    [[nodiscard]] bool has_evidence(const ItemPlace& place) const {
        for (std::size_t at = place.begin; at < place.end; ++at)
            if (has_evidence(entries()[at])) return true;
        return false;
    }

    [[nodiscard]] bool has_evidence(const Entry& entry) const {
        static const re2::RE2 other(R"((?:^|[^A-Za-z0-9])(?:v[0-9]+\.[0-9]+|#[0-9]+|PR [0-9]+|https?://))");
        const bool linked =
            std::any_of(outline_.links.begin(), outline_.links.end(), [&](const model::PathMention& link) {
                return link.source.begin < entry.source.end && entry.source.begin < link.source.end;
            });
        const auto moments = base::find_moments(entry.text.text);
        const bool dated = std::any_of(moments.begin(), moments.end(),
                                       [](const base::MomentMention& one) { return one.moment.has_value(); });
        return linked || dated || is_dated_as_complete(entry, *item_.rule) ||
               !model::find_paths(entry.text).empty() || !model::find_commits(entry.text).empty() ||
               !model::find_possible_commits(entry.text).empty() ||
               re2::RE2::PartialMatch(entry.text.text, other);
    }

    const Outline& outline_;
    const ClosedItem& item_;
};

EntryAnswer judge_places(const std::vector<ItemPlace>& places) {
    if (places.empty()) return EntryAnswer::missing;
    const auto count = [&](Mark mark) {
        return std::count_if(places.begin(), places.end(),
                             [&](const ItemPlace& place) { return place.mark == mark; });
    };
    if (count(Mark::complete) == 0) return EntryAnswer::open;
    if (count(Mark::open) > 0) return EntryAnswer::contradictory;
    const bool shown =
        std::any_of(places.begin(), places.end(), [](const ItemPlace& place) { return place.has_evidence; });
    return shown ? EntryAnswer::found : EntryAnswer::without_evidence;
}

} // namespace

EntryAnswer consult_backlog(const Outline& backlog, const ClosedItem& item, ConsultedEntry& entry) {
    const Consultation consultation(backlog, item);
    const auto places = consultation.places();
    for (const ItemPlace& place : places) {
        entry.places.push_back(consultation.describe(place));
        consultation.add_values(entry.priorities, place, item.document->policy->header_fields.priorities);
    }
    return judge_places(places);
}

EntryAnswer consult_changelog(const Outline& changelog, const ClosedItem& item, ConsultedEntry& entry) {
    const Consultation consultation(changelog, item);
    if (consultation.is_told()) return EntryAnswer::found;
    for (const auto& place : consultation.mentions()) entry.places.push_back(consultation.describe(place));
    return entry.places.empty() ? EntryAnswer::missing : EntryAnswer::open;
}

} // namespace docs_lint::facts
