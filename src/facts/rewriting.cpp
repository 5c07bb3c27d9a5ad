#include "facts/rewriting.hpp"

#include "base/text.hpp"
#include "facts/meaning.hpp"
#include "model/document.hpp"
#include "model/text_tools.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <set>
#include <string_view>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::ObjectId;
using git::Repository;

base::Result<std::vector<git::Change>> changes_of(const Repository& repository, const git::Commit& commit) {
    ObjectId parent_tree;
    if (!commit.parents.empty()) {
        const auto parent = repository.read_commit(commit.parents.front());
        if (!parent) return base::fail(parent.error());
        parent_tree = parent->tree;
    }
    return repository.compare_trees(parent_tree, commit.tree);
}

std::string without_blanks(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(),
                              [](char byte) {
                                  return std::string_view(" \t\r\n").find(byte) != std::string_view::npos;
                              }),
               text.end());
    return text;
}

/// Its words differ, and it is there afterwards; nothing if a version cannot be read.
std::optional<bool> is_rewritten(const Repository& repository, const git::Change& change) {
    if (!is_regular(change.new_mode) || change.old_id == change.new_id) return false;
    if (!is_regular(change.old_mode)) return true;
    const auto before = repository.read_blob(change.old_id);
    const auto after = repository.read_blob(change.new_id);
    if (!before || !after) return std::nullopt;
    return without_blanks(*before) != without_blanks(*after);
}

/// What HTML in a line hides or strikes out is seen by nobody.
void drop_hidden(std::string& text) {
    static const re2::RE2 hidden(
        R"((?is)<([a-z]+)\b[^>]*(?:\bhidden\b|display\s*:\s*none|visibility\s*:\s*hidden)[^>]*>.*?</[a-z]+\s*>)");
    static const re2::RE2 struck(R"((?is)<(?:del|s|strike)\b[^>]*>.*?</(?:del|s|strike)\s*>)");
    if (text.find('<') == std::string::npos) return;
    re2::RE2::GlobalReplace(&text, hidden, "");
    re2::RE2::GlobalReplace(&text, struck, "");
}

base::Result<std::string> words_in(std::string text, const std::string& path, const policy::Policy& policy) {
    drop_hidden(text);
    const auto document = model::read(path, std::move(text), *policy.class_of(path), policy);
    if (!document) return base::fail(document.error());
    return visible_words(*document);
}

base::Result<std::string> words_of(const Repository& repository, const ObjectId& blob,
                                   const std::string& path, const policy::Policy& policy) {
    auto text = repository.read_blob(blob);
    if (!text) return base::fail(text.error());
    return words_in(std::move(*text), path, policy);
}

/// Its header says Archived, or another status from which there is no return; nothing if it cannot be read.
std::optional<bool> is_out_of_force(const Repository& repository, const ObjectId& blob,
                                    const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass& document_class = *policy.class_of(path);
    auto text = repository.read_blob(blob);
    if (!text) return std::nullopt;
    const auto document = model::read(path, std::move(*text), document_class, policy);
    if (!document) return std::nullopt;
    const model::Field* status = document->header.find_any(document_class.status_fields);
    return status != nullptr && document_class.is_final_status(model::status_value(*status, document_class));
}

/// What takes a specification out of force updates nothing that a fix could follow.
std::optional<bool> is_put_out_of_force(const Repository& repository, const git::Change& change,
                                        const policy::Policy& policy) {
    const auto after = is_out_of_force(repository, change.new_id, change.path, policy);
    if (!after || !*after || !is_regular(change.old_mode)) return after;
    const auto before = is_out_of_force(repository, change.old_id, change.path, policy);
    return before ? std::optional(!*before) : std::nullopt;
}

/// `TBD`, `{to be written by the owner}`
bool says_what_is_to_come(std::string_view line, const policy::SignOffFormat& format) {
    static const re2::RE2 braces(R"((?i)\{[^}]*\bto be\b[^}]*\}|\{\s*\.{3}\s*\}|\{\s*placeholder\s*\})");
    return model::contains_any_word(line, format.placeholder_words) ||
           re2::RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), braces);
}

/// What a commit adds stood in its parent already, under any other name: the same bytes anywhere, or the same
/// words in a specification that the commit takes away.
bool is_moved_there(const Repository& repository, const git::Change& added,
                    const std::vector<git::Change>& changes, const git::Commit& commit,
                    const policy::Policy& policy) {
    for (const git::Change& gone : changes)
        if (is_regular(gone.old_mode) && !is_regular(gone.new_mode) && is_specification(gone.path, policy) &&
            says_the_same(repository, gone.old_id, added.new_id, added.path, policy).value_or(false))
            return true;
    if (commit.parents.empty()) return false;
    const auto parent = repository.read_commit(commit.parents.front());
    const auto entries = parent ? repository.list_tree(parent->tree)
                                : base::Result<std::vector<git::Entry>>(base::fail(parent.error()));
    return entries && std::any_of(entries->begin(), entries->end(),
                                  [&](const git::Entry& entry) { return entry.id == added.new_id; });
}

/// Without the lines for which `drop` holds.
template <typename Drop>
std::string without_lines(std::string_view text, const Drop& drop) {
    std::string kept;
    for (const std::string_view line : base::split(text, '\n'))
        if (!drop(line)) kept.append(line).append("\n");
    return kept;
}

/// All that it adds are lines with a word for what is still to come (`Rounding: TBD`).
std::optional<bool> adds_only_placeholders(const Repository& repository, const git::Change& change,
                                           const policy::Policy& policy) {
    const auto before = repository.read_blob(change.old_id);
    const auto after = repository.read_blob(change.new_id);
    if (!before || !after) return std::nullopt;
    const auto old_lines = base::split(*before, '\n');
    const auto new_lines = base::split(*after, '\n');
    const std::set<std::string_view> old_set(old_lines.begin(), old_lines.end());
    const std::set<std::string_view> new_set(new_lines.begin(), new_lines.end());
    const auto is_placeholder = [&](std::string_view line) {
        return old_set.count(line) == 0 && says_what_is_to_come(line, policy.sign_off);
    };
    if (std::none_of(new_lines.begin(), new_lines.end(), is_placeholder)) return false;
    const auto kept_before = words_in(
        without_lines(*before, [&](auto line) { return new_set.count(line) == 0; }), change.path, policy);
    const auto kept_after = words_in(without_lines(*after, is_placeholder), change.path, policy);
    if (!kept_before || !kept_after) return std::nullopt;
    return *kept_before == *kept_after;
}

/// What a reader of the specification sees outside header and change log differs.
std::optional<bool> says_otherwise(const Repository& repository, const git::Change& change,
                                   const policy::Policy& policy) {
    const auto rewritten = is_rewritten(repository, change);
    if (!rewritten || !*rewritten) return rewritten;
    const auto ended = is_put_out_of_force(repository, change, policy);
    if (!ended || *ended) return ended ? std::optional(false) : std::nullopt;
    if (!is_regular(change.old_mode)) return true;
    const auto same = says_the_same(repository, change.old_id, change.new_id, change.path, policy);
    if (!same || *same) return same ? std::optional(false) : std::nullopt;
    const auto to_come = adds_only_placeholders(repository, change, policy);
    return to_come ? std::optional(!*to_come) : std::nullopt;
}

} // namespace

bool is_specification(const std::string& path, const policy::Policy& policy) {
    const policy::DocumentClass* document_class = policy.class_of(path);
    return document_class != nullptr && document_class->is_canonical_specification;
}

std::optional<bool> says_the_same(const Repository& repository, const ObjectId& left, const ObjectId& right,
                                  const std::string& path, const policy::Policy& policy) {
    if (left == right) return true;
    const auto before = words_of(repository, left, path, policy);
    const auto after = words_of(repository, right, path, policy);
    if (!before || !after) return std::nullopt;
    return *before == *after;
}

std::optional<std::vector<std::string>> changed_paths_of(const Repository& repository,
                                                         const git::Commit& commit) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    paths.reserve(changes->size());
    for (const git::Change& change : *changes) paths.push_back(change.path);
    return paths;
}

std::optional<std::vector<std::string>>
rewritten_paths_of(const Repository& repository, const git::Commit& commit,
                   const std::function<bool(const std::string&)>& wanted) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    for (const git::Change& change : *changes) {
        if (!wanted(change.path)) continue;
        const auto rewritten = is_rewritten(repository, change);
        if (!rewritten) return std::nullopt;
        if (*rewritten) paths.push_back(change.path);
    }
    return paths;
}

std::optional<std::vector<std::string>> rewritten_specifications_of(const Repository& repository,
                                                                    const git::Commit& commit,
                                                                    const policy::Policy& policy) {
    const auto changes = changes_of(repository, commit);
    if (!changes) return std::nullopt;
    std::vector<std::string> paths;
    for (const git::Change& change : *changes) {
        if (!is_specification(change.path, policy)) continue;
        const auto rewritten = says_otherwise(repository, change, policy);
        if (!rewritten) return std::nullopt;
        const bool is_new = *rewritten && !is_regular(change.old_mode);
        if (*rewritten && !(is_new && is_moved_there(repository, change, *changes, commit, policy)))
            paths.push_back(change.path);
    }
    return paths;
}

} // namespace docs_lint::facts
