#include "facts/closure.hpp"

#include "base/text.hpp"
#include "facts/claims.hpp"
#include "facts/severity.hpp"
#include "model/commits.hpp"
#include "model/paths.hpp"
#include "model/placeholders.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using model::Entry;
using model::EntryShape;
using model::Outline;
using policy::Closure;

constexpr std::size_t kLongestQuote = 60;

bool is_number(std::string_view id) {
    return !id.empty() && id.find_first_not_of("0123456789.") == std::string_view::npos;
}

/// `7` of `DEF-7`, `#7`, `defect 7`, or alone.
bool names_number(std::string_view text, std::size_t at, const std::vector<std::string>& item_words) {
    const std::string_view before = text.substr(0, at);
    if (base::trim(before).empty() || before.ends_with('#')) return true;
    if (before.ends_with('-')) return before.size() > 1 && model::is_letter(before[before.size() - 2]);
    const std::string_view words = base::trim(before);
    return std::any_of(item_words.begin(), item_words.end(), [&](const std::string& word) {
        return words.size() >= word.size() && words.size() < before.size() &&
               base::equals_ignoring_case(words.substr(words.size() - word.size()), word) &&
               !model::word_ends_at(words, words.size() - word.size());
    });
}

/// The number of an id does not go on behind it (`DEF-01` in `DEF-01-2`, `DEF-01.5`).
bool goes_on(std::string_view text, std::size_t end) {
    return end + 1 < text.size() && (text[end] == '-' || text[end] == '.') && model::is_digit(text[end + 1]);
}

/// Ids are parts of longer ones only in their own spelling: `defect-DEF-01` is no other id.
bool begins_inside(std::string_view text, std::size_t at) {
    if (at == 0 || text[at - 1] != '-') return false;
    return at > 1 && ((text[at - 2] >= 'A' && text[at - 2] <= 'Z') || model::is_digit(text[at - 2]));
}

std::optional<std::size_t> find_item(std::string_view text, const std::string& id,
                                     const std::vector<std::string>& item_words) {
    for (auto at = model::find_word(text, id); at; at = model::find_word(text, id, *at + 1)) {
        if (goes_on(text, *at + id.size())) continue;
        if (is_number(id) ? names_number(text, *at, item_words) : !begins_inside(text, *at)) return at;
    }
    return std::nullopt;
}

/// Where the first id of any item stands in a text: `DEF-014`.
std::size_t first_id(std::string_view text) {
    static const re2::RE2 pattern(R"(\b([A-Z][A-Za-z]*(?:-[A-Za-z]+)*-[0-9]+)\b)");
    re2::StringPiece found;
    const bool any = re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern, &found);
    return any ? static_cast<std::size_t>(found.data() - text.data()) : std::string_view::npos;
}

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

    [[nodiscard]] bool is_mentioned() const {
        return std::any_of(entries().begin(), entries().end(),
                           [&](const Entry& entry) { return position(entry.text.text).has_value(); });
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
        return linked || dated || !model::find_paths(entry.text).empty() ||
               !model::find_commits(entry.text).empty() ||
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

/// Reads what closed items ask for, each document once.
class Gatherer {
public:
    Gatherer(const Corpus& corpus, const ReadPath& read) : corpus_(corpus), read_(read) {}

    std::optional<ClosedItem> gather(const DocumentFacts& document) {
        if (document.process == nullptr || !document.process->closure) return std::nullopt;
        if (document->document_class->is_template) return std::nullopt;
        const auto place = closing_place(document);
        if (!place) return std::nullopt;
        ClosedItem item;
        item.document = &document;
        item.rule = &*document.process->closure;
        item.closed_at = *place;
        item.filed = document.filing.filed;
        read_ids(item);
        read_urgency(item);
        if (item.ids.empty()) return item;
        item.lessons = find_lessons(item);
        item.backlog = consult_backlog(item);
        item.changelog = consult_changelog(item);
        return item;
    }

private:
    static void add_id(ClosedItem& item, std::string id) {
        const bool known = std::any_of(item.ids.begin(), item.ids.end(), [&](const std::string& one) {
            return base::equals_ignoring_case(one, id);
        });
        if (!known && !id.empty()) item.ids.push_back(std::move(id));
    }

    static void read_ids(ClosedItem& item) {
        const DocumentFacts& document = *item.document;
        if (auto id = document->document_class->item_id(document->path)) add_id(item, std::move(*id));
        static const re2::RE2 pattern(R"(^#?((?:[A-Za-z]+-)+[0-9]+(?:[.][0-9]+)*[a-z]?|[0-9]+)\b)");
        for (const std::string& name : item.rule->id_fields)
            for (const model::Field* field : document->header.find_all(name)) {
                std::string id;
                if (re2::RE2::PartialMatch(field->value.text, pattern, &id)) add_id(item, std::move(id));
            }
    }

    /// Neither a priority nor a tier decides: then the duties are those of every item.
    static bool is_for_every_item(const policy::Process& process) {
        return process.closure->priorities.empty() &&
               std::none_of(process.severities.begin(), process.severities.end(),
                            [](const policy::SeverityTier& tier) { return tier.closure_duties; });
    }

    /// A priority where one is given, else a tier: neither follows from the other.
    static void read_urgency(ClosedItem& item) {
        const DocumentFacts& document = *item.document;
        item.has_all_duties = is_for_every_item(*document.process);
        for (const model::TierDeclaration& declared : document->priorities) {
            const std::string written = model::priority_in(declared.text);
            if (written.empty()) continue;
            item.urgency = written;
            item.has_all_duties =
                item.has_all_duties || model::contains_any_word(written, item.rule->priorities);
        }
        if (!item.urgency.empty()) return;
        for (const DeclaredSeverity& declared : declared_severities(document)) {
            if (declared.tier == nullptr) continue;
            if (item.urgency.empty() || declared.tier->closure_duties) item.urgency = declared.tier->name;
            item.has_all_duties = item.has_all_duties || declared.tier->closure_duties;
        }
    }

    LessonsRecord find_lessons(const ClosedItem& item) {
        LessonsRecord record;
        record.expected = expected_path(item);
        for (const std::string& path : corpus_.paths) {
            if (record.filed || !is_lessons_of(path, item)) continue;
            record.path = path;
            const auto* document_class = corpus_.policy->class_of(path);
            auto text = read_(path);
            if (!text) {
                record.problem = text.error();
                continue;
            }
            record.problem.reset();
            record.filed = document_class == nullptr || model::read_filing_mark(*text, *document_class).filed;
            record.names_item = std::any_of(item.ids.begin(), item.ids.end(), [&](const std::string& id) {
                return find_item(*text, id, item.rule->item_words).has_value();
            });
        }
        return record;
    }

    static std::string expected_path(const ClosedItem& item) {
        if (item.rule->lessons_records.empty()) return {};
        std::string path = item.rule->lessons_records.front().text();
        if (const auto folders = path.find("**/"); folders != std::string::npos) path.erase(folders, 3);
        const auto id = path.find("{id}");
        return id == std::string::npos ? path : path.replace(id, 4, item.ids.front());
    }

    static bool is_lessons_of(const std::string& path, const ClosedItem& item) {
        return std::any_of(item.rule->lessons_records.begin(), item.rule->lessons_records.end(),
                           [&](const base::PathPattern& pattern) {
                               const auto match = pattern.match(path);
                               if (!match || match->count("id") == 0) return false;
                               return std::any_of(item.ids.begin(), item.ids.end(),
                                                  [&](const std::string& id) {
                                                      return base::equals_ignoring_case(id, match->at("id"));
                                                  });
                           });
    }

    ConsultedEntry consult_backlog(const ClosedItem& item) {
        return consult(item, item.rule->backlogs, [&](const Outline& outline, ConsultedEntry& entry) {
            const Consultation consultation(outline, item);
            const auto places = consultation.places();
            for (const ItemPlace& place : places) entry.places.push_back(consultation.describe(place));
            return judge_places(places);
        });
    }

    ConsultedEntry consult_changelog(const ClosedItem& item) {
        return consult(item, item.rule->changelogs, [&](const Outline& outline, ConsultedEntry&) {
            return Consultation(outline, item).is_mentioned() ? EntryAnswer::found : EntryAnswer::missing;
        });
    }

    /// The best answer of those documents that are there.
    template <typename Judge>
    ConsultedEntry consult(const ClosedItem& item, const std::vector<std::string>& paths,
                           const Judge& judge) {
        static_cast<void>(item);
        ConsultedEntry best;
        if (!paths.empty()) best.path = paths.front();
        for (const std::string& path : paths) {
            if (!corpus_.has_path(path)) continue;
            ConsultedEntry entry;
            entry.path = path;
            const auto& outline = outline_of(path);
            if (outline) {
                entry.answer = judge(*outline, entry);
            } else {
                entry.answer = EntryAnswer::unread;
                entry.problem = outline.error();
            }
            if (best.answer == EntryAnswer::no_document || best.answer == EntryAnswer::missing)
                best = std::move(entry);
        }
        return best;
    }

    const base::Result<Outline>& outline_of(const std::string& path) {
        const auto known = outlines_.find(path);
        if (known != outlines_.end()) return known->second;
        auto text = read_(path);
        base::Result<Outline> outline =
            text ? model::read_outline(path, std::move(*text)) : base::fail(text.error());
        return outlines_.emplace(path, std::move(outline)).first->second;
    }

    const Corpus& corpus_;
    const ReadPath& read_;
    std::map<std::string, base::Result<Outline>> outlines_;
};

} // namespace

bool names_item(std::string_view text, const std::string& id, const std::vector<std::string>& item_words) {
    return find_item(text, id, item_words).has_value();
}

std::optional<base::Span> closing_place(const DocumentFacts& document) {
    if (document.process == nullptr || !document.process->closure) return std::nullopt;
    const auto furthest = furthest_declared_state(*document, *document.process);
    if (!furthest && document.filing.filed && document.filing.plain) return document.filing.source;
    const auto closing = document.process->rank_of(document.process->closure->state);
    if (!furthest || !closing || furthest->rank < *closing) return std::nullopt;
    return furthest->source;
}

std::vector<ClosedItem> gather_closed_items(const Corpus& corpus, const ReadPath& read) {
    std::vector<ClosedItem> items;
    Gatherer gatherer(corpus, read);
    for (const DocumentFacts& document : corpus.documents)
        if (auto item = gatherer.gather(document)) items.push_back(std::move(*item));
    return items;
}

} // namespace docs_lint::facts
