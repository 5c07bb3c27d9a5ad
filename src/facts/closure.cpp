#include "facts/closure.hpp"

#include "base/item_id.hpp"
#include "base/text.hpp"
#include "facts/claims.hpp"
#include "facts/consultation.hpp"
#include "facts/item_names.hpp"
#include "facts/lessons.hpp"
#include "facts/severity.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <map>
#include <re2/re2.h>
#include <utility>

namespace docs_lint::facts {
namespace {

using model::Outline;

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
        item.backlog = consult(item.rule->backlogs, Several::first_that_names,
                               [&](const Outline& outline, ConsultedEntry& entry) {
                                   return consult_backlog(outline, item, entry);
                               });
        for (const ConsultedPlace& priority : item.backlog.priorities) read_priority(item, priority.what);
        item.changelog = consult(item.rule->changelogs, Several::any_that_tells,
                                 [&](const Outline& outline, ConsultedEntry& entry) {
                                     return consult_changelog(outline, item, entry);
                                 });
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
        static const re2::RE2 pattern(
            "^#?(" + base::item_id_or("(?:[A-Za-z]+-)+[0-9]+(?:[.][0-9]+)*[a-z]?|[0-9]+") + ")\\b");
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

    static void read_priority(ClosedItem& item, const std::string& text) {
        const std::string written = model::priority_in(text);
        if (written.empty()) return;
        item.urgency = written;
        item.has_all_duties = item.has_all_duties || model::contains_any_word(written, item.rule->priorities);
    }

    /// A priority where one is given, else a tier: neither follows from the other.
    static void read_urgency(ClosedItem& item) {
        const DocumentFacts& document = *item.document;
        item.has_all_duties = is_for_every_item(*document.process);
        for (const model::TierDeclaration& declared : document->priorities)
            read_priority(item, declared.text);
        if (const ItemFacts* assigned = severity_item(document)) read_priority(item, assigned->evidence.text);
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
            const auto outline = model::read_outline(path, *text);
            if (outline) read_type(record, *outline);
            auto lacking = lacking_parts(path, outline, record.expected);
            if (!lacking) record.problem = lacking.error();
            record.lacking = lacking ? std::move(*lacking) : std::vector<std::string>();
            record.names_item = std::any_of(item.ids.begin(), item.ids.end(), [&](const std::string& id) {
                return find_item(*text, id, item.rule->item_words).has_value();
            });
        }
        return record;
    }

    void read_type(LessonsRecord& record, const Outline& outline) const {
        const auto* prescribed = corpus_.policy->class_of(record.expected);
        if (prescribed == nullptr || !prescribed->lessons) return;
        record.priorities.clear();
        for (const model::Entry& entry : outline.entries)
            for (const model::EntryValue& value : model::values_of(entry, {prescribed->lessons->type_fields}))
                if (!model::priority_in(value.value.text).empty())
                    record.priorities.push_back({value.value.text, outline.at(value.value.source)});
    }

    /// A record under another name, or of another type, owes what the one at the prescribed path would have.
    base::Result<std::vector<std::string>> lacking_parts(const std::string& path,
                                                         const base::Result<Outline>& outline,
                                                         const std::string& expected) {
        std::vector<std::string> lacking;
        const auto* prescribed = corpus_.policy->class_of(expected);
        if (prescribed == nullptr || !prescribed->lessons) return lacking;
        const DocumentFacts* judged = corpus_.find(path);
        if (corpus_.policy->class_of(path) == prescribed &&
            (judged == nullptr || follows_lessons_template(*judged)))
            return lacking; // its own rule asks for them
        if (!outline) return base::fail(outline.error());
        for (const std::vector<std::string>& titles : prescribed->lessons->sections)
            if (find_lessons_sections(outline->entries, titles).empty()) lacking.push_back(titles.front());
        return lacking;
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

    /// One document that says it is open stands against all others; one changelog of several tells enough.
    enum class Several { first_that_names, any_that_tells };

    static bool gives_way(const ConsultedEntry& best, Several several) {
        return best.answer == EntryAnswer::no_document || best.answer == EntryAnswer::missing ||
               (best.answer == EntryAnswer::open && several == Several::any_that_tells);
    }

    /// The best answer of those documents that are there.
    template <typename Judge>
    ConsultedEntry consult(const std::vector<std::string>& paths, Several several, const Judge& judge) {
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
            const bool silent = entry.answer == EntryAnswer::missing && best.answer == EntryAnswer::open;
            if (gives_way(best, several) && !silent) best = std::move(entry);
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
