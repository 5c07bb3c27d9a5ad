#include "facts/consultation.hpp"

#include "base/text.hpp"
#include "base/written_date.hpp"
#include "facts/corpus.hpp"
#include "facts/item_names.hpp"
#include "model/commits.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
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

/// Without what is struck through: `~~DEF-014 open~~ done`.
std::string without_strikes(std::string_view text) {
    std::string kept(text);
    static const re2::RE2 struck("~~[^~]*~~");
    re2::RE2::GlobalReplace(&kept, struck, " ");
    return kept;
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

/// What a text says of an item's state; an unticked box or a word that denies it goes before any other.
Mark mark_of(std::string_view whole, const Closure& rule) {
    const std::string text = without_strikes(whole);
    const std::string_view front = base::trim(text);
    if (front.starts_with("[ ]")) return Mark::open;
    if (model::contains_any_word(text, rule.open_words)) return Mark::open;
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

    /// Places that name the item, each with whether a heading above it says that it tells of what is to come.
    [[nodiscard]] std::vector<std::pair<ItemPlace, bool>> mentions() const {
        std::vector<std::pair<ItemPlace, bool>> found;
        for (std::size_t at = 0; at < entries().size(); ++at)
            if (position(entries()[at].text.text))
                found.emplace_back(ItemPlace{at, at + 1, Mark::none, false}, is_planned(at));
        return found;
    }

    /// What stands under these labels in a place.
    void add_values(std::vector<std::string>& values, const ItemPlace& place,
                    const std::vector<std::string>& labels) const {
        for (std::size_t at = place.begin; at < place.end; ++at)
            for (const model::EntryValue& value : model::values_of(entries()[at], {labels}))
                values.push_back(value.value.text);
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
        if (entry.quoted) return false;
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

    [[nodiscard]] bool is_planned(std::size_t at) const {
        int level = entries()[at].shape == EntryShape::heading ? entries()[at].level + 1 : 8;
        for (std::size_t above = at + 1; above-- > 0;) {
            const Entry& heading = entries()[above];
            if (heading.shape != EntryShape::heading || heading.level >= level) continue;
            level = heading.level;
            const bool is_title = above == 0 && heading.level == 1;
            if (!is_title && is_plan(heading.text.text)) return true;
        }
        return false;
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
    for (const auto& [place, planned] : consultation.mentions()) {
        if (!planned) return EntryAnswer::found;
        entry.places.push_back(consultation.describe(place));
    }
    return EntryAnswer::missing;
}

} // namespace docs_lint::facts
