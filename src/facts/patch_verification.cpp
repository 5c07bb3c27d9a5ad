#include "facts/patch_verification.hpp"

#include "base/text.hpp"
#include "facts/fix_commits.hpp"
#include "facts/fix_scope.hpp"
#include "facts/rewriting.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace docs_lint::facts {
namespace {

/// The end of the clause that begins at `begin`.
std::size_t end_of_clause(std::string_view text, std::size_t begin, std::size_t limit) {
    const std::size_t end = std::min(text.find(';', begin), text.find(". ", begin));
    return std::min(end, limit);
}

/// Nothing but marks and little words stand between what was said before and the path.
bool leads_its_clause(std::string_view before) {
    const std::size_t mark = before.find_last_of(";:");
    if (mark != std::string_view::npos) before.remove_prefix(mark + 1);
    const std::size_t sentence = before.rfind(". ");
    if (sentence != std::string_view::npos) before.remove_prefix(sentence + 1);
    const std::string plain = base::normalise_name(before);
    for (const std::string_view word : base::split(plain, ' '))
        if (!word.empty() && word != "and" && word != "in" && word != "file" && word != "the" &&
            word != "also" && word != "both")
            return false;
    return true;
}

bool names_a_file(const std::string& path) {
    return path.ends_with('/') || path.find('.', path.rfind('/') + 1) != std::string::npos;
}

/// `name` stands there by itself, not as a part of a longer path or name.
bool stands_in(std::string_view text, std::string_view name) {
    const auto is_part = [](char byte) {
        return model::is_letter(byte) || model::is_digit(byte) || byte == '_' || byte == '-';
    };
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || (!is_part(text[at - 1]) && text[at - 1] != '.');
        if (begins && (end == text.size() || !is_part(text[end]))) return true;
    }
    return false;
}

/// `--- a/src/printer.py`, `+++ b/src/printer.py`: the first part is git's, and no folder.
bool is_side_of_difference(std::string_view before) {
    return before.ends_with("--- ") || before.ends_with("+++ ");
}

class Gathering {
public:
    Gathering(const SpecOrder& order, const git::Repository& repository, const git::CommitGraph& graph)
        : order_(order), repository_(repository), graph_(graph) {}

    PatchVerification run() {
        found_.document = order_.document;
        for (const std::string& id : order_.rule->verification)
            if (const ItemFacts* item = (*order_.document).find_item(id)) read_item(*item);
        found_.complete = true;
        for (const Citation* fix : order_.fix_commits) found_.complete = found_.complete && fix->resolved();
        for (const FixFiles& fix : order_.fixes) {
            found_.fixes.push_back(fix);
            found_.fixes.back().paths = files_of(fix);
            found_.complete = found_.complete && found_.fixes.back().paths;
        }
        read_other_commits();
        return std::move(found_);
    }

private:
    void read_item(const ItemFacts& item) {
        found_.items.push_back(&item);
        if (item.evidence_component.component == nullptr) return;
        for (const markdown::Text& line : item.evidence_component.component->value) read_line(item, line);
        for (const model::PathMention& link : item.evidence_component.component->links)
            if (!is_known(link)) add({&item, link, false, false, false});
    }

    /// What is struck through is not among the item's paths.
    void read_line(const ItemFacts& item, const markdown::Text& line) {
        const auto paths = model::find_paths(line);
        std::size_t behind = 0;
        for (std::size_t at = 0; at < paths.size(); ++at) {
            const base::Span place = paths[at].in_text;
            const std::size_t next = at + 1 < paths.size() ? paths[at + 1].in_text.begin : line.text.size();
            const std::string_view text = line.text;
            const std::string_view clause =
                text.substr(place.end, end_of_clause(text, place.end, next) - place.end);
            const auto& words = order_.document->policy->sign_off.unchanged_words;
            DescribedFile file{&item, paths[at].mention,
                               leads_its_clause(text.substr(behind, place.begin - behind)),
                               model::contains_any_word(clause, words), false};
            const bool counts = stands_among(item.evidence.paths, file.mention);
            const bool has_side = file.mention.path.starts_with("a/") || file.mention.path.starts_with("b/");
            if (has_side && is_side_of_difference(text.substr(0, place.begin))) file.mention.path.erase(0, 2);
            if (counts) add(std::move(file));
            behind = place.end;
        }
    }

    void add(DescribedFile file) {
        const std::string& path = file.mention.path;
        file.is_elsewhere = !names_a_file(path) || policy::is_markdown(path) ||
                            order_.document->policy->class_of(path) != nullptr;
        found_.described.push_back(std::move(file));
    }

    [[nodiscard]] bool is_known(const model::PathMention& link) const {
        return std::any_of(found_.described.begin(), found_.described.end(),
                           [&](const DescribedFile& one) { return one.mention.path == link.path; });
    }

    /// Documents that a merge brings in beside the fix are none of its files.
    [[nodiscard]] std::optional<std::vector<std::string>> files_of(const FixFiles& fix) const {
        if (!fix.paths) return std::nullopt;
        std::set<std::string> of_fix;
        for (const std::size_t commit :
             commits_of_fix(*fix.citation, *order_.document->policy, repository_, graph_)) {
            const auto paths = changed_paths_of(repository_, graph_.commit(commit).commit);
            if (!paths) return std::nullopt;
            of_fix.insert(paths->begin(), paths->end());
        }
        std::vector<std::string> files;
        for (const std::string& path : *fix.paths) {
            const bool counts = of_fix.count(path) > 0 || order_.document->policy->class_of(path) == nullptr;
            if (counts && path != (*order_.document)->path) files.push_back(path);
        }
        return files;
    }

    void read_other_commits() {
        if (order_.citations == nullptr) return;
        for (const Citation& citation : order_.citations->citations)
            if (citation.resolved() && citation.changed_paths)
                found_.changed_otherwise.insert(found_.changed_otherwise.end(),
                                                citation.changed_paths->begin(),
                                                citation.changed_paths->end());
    }

    const SpecOrder& order_;
    const git::Repository& repository_;
    const git::CommitGraph& graph_;
    PatchVerification found_;
};

} // namespace

bool PatchVerification::describes(const std::string& path) const {
    const std::string name = path.substr(path.rfind('/') + 1);
    bool named = false;
    for (const DescribedFile& file : described) {
        if (!scope_covers(file.mention, path)) continue;
        named = true;
        if (!file.is_unchanged) return true;
    }
    return !named && std::any_of(items.begin(), items.end(),
                                 [&](const ItemFacts* item) { return stands_in(item->evidence.text, name); });
}

std::vector<PatchVerification> gather_verifications(const std::vector<SpecOrder>& orders,
                                                    const git::Repository& repository,
                                                    const git::CommitGraph& graph) {
    std::vector<PatchVerification> all;
    for (const SpecOrder& order : orders) {
        if (order.rule->verification.empty()) continue;
        PatchVerification one = Gathering(order, repository, graph).run();
        if (!one.items.empty()) all.push_back(std::move(one));
    }
    return all;
}

} // namespace docs_lint::facts
