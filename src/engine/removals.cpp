#include "engine/removals.hpp"

#include "base/text.hpp"
#include "facts/path_index.hpp"
#include "model/paths.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <re2/re2.h>
#include <set>
#include <utility>
#include <vector>

namespace docs_lint::engine {
namespace {

using base::Result;

/// How a name is written where it leads somewhere.
enum class NameKind {
    file,   ///< anywhere
    page,   ///< without its `.md`: as a link's destination
    folder, ///< as a link's destination, or with a slash at one of its ends
};

struct RemovedName {
    std::string name;
    std::string folder; ///< the path in front of it
    NameKind kind = NameKind::file;
};

bool is_staged_as_no_file(const Place& place, const source::File& file) {
    return !is_regular(file.mode) && place.staged->paths.count(file.path) > 0;
}

bool takes_away(const Place& place, const std::vector<source::File>& files) {
    return place.staged->removed || std::any_of(files.begin(), files.end(), [&](const source::File& file) {
               return is_staged_as_no_file(place, file);
           });
}

/// Of files that HEAD holds and the index does not, or not as files.
std::vector<std::string> removed_paths(const std::vector<git::Entry>& committed,
                                       const std::vector<source::File>& files) {
    std::vector<std::string> removed;
    auto file = files.begin();
    for (const git::Entry& entry : committed) {
        while (file != files.end() && file->path < entry.path) ++file;
        const bool is_there = file != files.end() && file->path == entry.path;
        if (!is_there || (is_regular(entry.mode) && !is_regular(file->mode))) removed.push_back(entry.path);
    }
    return removed;
}

std::vector<RemovedName> names_of(const std::vector<std::string>& removed, const facts::PathIndex& index) {
    std::vector<RemovedName> names;
    std::set<std::string_view> folders;
    const auto add = [&](std::string_view path, NameKind kind) {
        names.push_back({std::string(facts::name_of(path)), std::string(facts::folder_of(path)), kind});
    };
    constexpr std::string_view kEnding = ".md";
    for (const std::string& path : removed) {
        add(path, NameKind::file);
        if (path.ends_with(kEnding))
            add(std::string_view(path).substr(0, path.size() - kEnding.size()), NameKind::page);
        for (std::string_view folder = facts::folder_of(path); !folder.empty() && !index.has_folder(folder);
             folder = facts::folder_of(folder))
            if (folders.insert(folder).second) add(folder, NameKind::folder);
    }
    return names;
}

std::string any_of_names(const std::vector<RemovedName>& names) {
    std::string pattern;
    for (const RemovedName& one : names)
        pattern += (pattern.empty() ? "" : "|") + re2::RE2::QuoteMeta(re2::StringPiece(one.name));
    return pattern;
}

re2::RE2::Options in_bytes() {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    return options;
}

bool is_punctuation(char byte) {
    return byte > ' ' && byte < '\x7f' && !model::is_letter(byte) && !model::is_digit(byte);
}

bool has_escapes(std::string_view text) {
    constexpr std::string_view kSigns = "%\\&";
    return std::any_of(kSigns.begin(), kSigns.end(),
                       [&](char sign) { return text.find(sign) != std::string_view::npos; });
}

/// As readers of a link see it: `%20` is a blank, `\_` an underscore and `&amp;` an ampersand.
std::string unescaped(std::string_view text) {
    constexpr std::string_view kAmpersand = "&amp;";
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto escaped = model::percent_escape_at(text, at)) {
            plain += *escaped;
            at += model::kPercentEscape - 1;
        } else if (text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1])) {
            plain += text[++at];
        } else {
            plain += text[at];
            if (text.substr(at, kAmpersand.size()) == kAmpersand) at += kAmpersand.size() - 1;
        }
    }
    return plain;
}

bool is_word_byte(char byte) {
    return model::is_letter(byte) || model::is_digit(byte);
}

/// No part of a longer name; an underscore may be emphasis.
bool begins_name(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (before == '_') return at == 1 || !is_word_byte(text[at - 2]);
    return !is_word_byte(before) && before != '-' && before != '.' && before != '/';
}

bool ends_name(std::string_view text, std::size_t at) {
    if (at >= text.size()) return true;
    if (text[at] == '.') return at + 1 == text.size() || !is_word_byte(text[at + 1]);
    return !is_word_byte(text[at]) && text[at] != '-';
}

/// What begins here is a link's destination: `](`, `](<`, `]: `.
bool begins_destination(std::string_view text, std::size_t at) {
    std::string_view before = text.substr(0, at);
    if (before.ends_with('<')) before.remove_suffix(1);
    if (before.ends_with("](")) return true;
    while (before.ends_with(' ')) before.remove_suffix(1);
    return before.ends_with("]:");
}

/// Of the `./` and `../` that end at `at`.
std::size_t beginning_of_ascent(std::string_view text, std::size_t at) {
    while (at > 0 && (text[at - 1] == '/' || text[at - 1] == '.')) --at;
    return at;
}

/// Where the path begins that has its last part at `at`, if the folders that it writes are those of `folder`:
/// some of the last ones, all of them from the root, or none that can be compared behind `./` and `../`.
std::optional<std::size_t> beginning_of_path(std::string_view text, std::size_t at, std::string_view folder) {
    while (at > 0 && text[at - 1] == '/') {
        const std::string_view before = text.substr(0, at - 1);
        if (before.ends_with('.')) return beginning_of_ascent(text, at);
        if (begins_name(text, at - 1) && folder.empty()) return at - 1;
        const std::string_view last = facts::name_of(folder);
        if (last.empty() || !before.ends_with(last)) return std::nullopt;
        at = before.size() - last.size();
        folder = facts::folder_of(folder);
    }
    return begins_name(text, at) ? std::optional(at) : std::nullopt;
}

bool is_named_at(std::string_view text, std::size_t at, const RemovedName& removed) {
    const std::size_t end = at + removed.name.size();
    const auto begin = beginning_of_path(text, at, removed.folder);
    if (!begin || !ends_name(text, end)) return false;
    if (removed.kind == NameKind::file) return true;
    if (removed.kind == NameKind::page) return begins_destination(text, *begin);
    const bool has_slash = *begin != at || (end < text.size() && text[end] == '/');
    return has_slash || begins_destination(text, *begin);
}

bool is_named_in(std::string_view text, const RemovedName& removed) {
    for (std::size_t at = text.find(removed.name); at != std::string_view::npos;
         at = text.find(removed.name, at + 1))
        if (is_named_at(text, at, removed)) return true;
    return false;
}

bool records_items(const policy::DocumentClass& document_class) {
    return document_class.records_gates || !document_class.process.empty() || document_class.process_template;
}

/// What records look for by a path of the policy or by their items' ids, without naming it.
struct NeededByRecords {
    bool all_records = false;
    std::set<std::string> ids; ///< in lower case

    void note(const std::string& path, const policy::Policy& policy) {
        if (const auto* known = policy.class_of(path))
            if (const auto id = known->item_id(path)) ids.insert(base::lower(*id));
        for (const policy::Process& process : policy.processes)
            if (process.closure) note(path, *process.closure);
    }

    [[nodiscard]] bool is_needed_by(const std::string& path, const policy::DocumentClass& document_class,
                                    std::string_view text) const {
        if (!records_items(document_class)) return false;
        if (all_records) return true;
        const auto own = document_class.item_id(path);
        const std::string folded = ids.empty() ? std::string{} : base::lower(text);
        return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
            return (own && base::lower(*own) == id) || names_id(folded, id);
        });
    }

private:
    void note(const std::string& path, const policy::Closure& closure) {
        for (const auto* paths : {&closure.backlogs, &closure.changelogs})
            all_records = all_records || std::find(paths->begin(), paths->end(), path) != paths->end();
        for (const base::PathPattern& pattern : closure.lessons_records)
            if (const auto match = pattern.match(path); match && match->count("id") > 0)
                ids.insert(base::lower(match->at("id")));
    }

    /// A bare number says nothing.
    static bool names_id(std::string_view folded, const std::string& id) {
        return !std::all_of(id.begin(), id.end(), model::is_digit) && base::contains_word(folded, id);
    }
};

class Search {
public:
    Search(const std::vector<std::string>& removed, const facts::PathIndex& index,
           const policy::Policy& policy)
        : names_(names_of(removed, index)), any_name_(any_of_names(names_), in_bytes()) {
        for (const std::string& path : removed) needed_.note(path, policy);
    }

    [[nodiscard]] bool is_missed_by(const std::string& path, const policy::DocumentClass& document_class,
                                    std::string_view text) const {
        return needed_.is_needed_by(path, document_class, text) || names_one(text) ||
               (has_escapes(text) && names_one(unescaped(text)));
    }

private:
    [[nodiscard]] bool names_one(std::string_view text) const {
        if (any_name_.ok() && !re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), any_name_))
            return false;
        return std::any_of(names_.begin(), names_.end(),
                           [&](const RemovedName& one) { return is_named_in(text, one); });
    }

    std::vector<RemovedName> names_;
    re2::RE2 any_name_; ///< spares most documents the search for each of them
    NeededByRecords needed_;
};

} // namespace

Result<Removals> Removals::read(const Place& place, const policy::Policy& policy) {
    if (!place.staged || !place.head) return Removals();
    const auto& files = place.snapshot->files();
    if (!files) return base::fail(files.error());
    if (!takes_away(place, *files)) return Removals();
    const auto committed = place.repository->list_tree(place.head->tree);
    if (!committed) return base::fail(committed.error());
    std::vector<std::string> paths;
    for (const source::File& file : *files) paths.push_back(file.path);
    const std::vector<std::string> removed = removed_paths(*committed, *files);
    Removals removals;
    removals.is_missed_ = [search = std::make_shared<const Search>(removed, facts::PathIndex(paths), policy)](
                              const auto&... document) { return search->is_missed_by(document...); };
    return removals;
}

} // namespace docs_lint::engine
