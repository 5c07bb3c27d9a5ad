#include "facts/references.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "facts/document_needs.hpp"
#include "model/text_tools.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <re2/re2.h>
#include <set>

namespace docs_lint::facts {
namespace {

/// `folder` and `path` as one path without `.` and `..`; nothing where it leaves the repository.
std::optional<std::string> join(std::string_view folder, std::string_view path) {
    std::vector<std::string_view> parts;
    for (const std::string_view text : {folder, path})
        for (const std::string_view part : base::split(text, '/')) {
            if (part.empty() || part == ".") continue;
            if (part != "..") {
                parts.push_back(part);
                continue;
            }
            if (parts.empty()) return std::nullopt;
            parts.pop_back();
        }
    std::string joined;
    for (const std::string_view part : parts) joined += (joined.empty() ? "" : "/") + std::string(part);
    return joined;
}

/// The path with its leading `./` and `../` taken away.
std::string_view without_ascent(std::string_view path) {
    while (path.starts_with("./") || path.starts_with("../") || path.starts_with("/"))
        path.remove_prefix(path.find('/') + 1);
    return path;
}

bool is_placeholder(std::string_view path) {
    static const re2::RE2 pattern(
        R"([{}<>*|$]|\[|\.\.\.|…|(?:^|[^A-Za-z])(?:YYYY|yyyy|NNN+|XXX*|xxx+|nnn+|MM-DD)(?:[^A-Za-z]|$))");
    return re2::RE2::PartialMatch(re2::StringPiece(path.data(), path.size()), pattern);
}

bool lies_in_file(const PathIndex& index, std::string_view path) {
    for (std::string_view folder = folder_of(path); !folder.empty(); folder = folder_of(folder))
        if (index.has_file(folder)) return true;
    return false;
}

bool is_there(const PathIndex& index, const std::string& path) {
    return path.empty() || index.has_file(path) || index.has_folder(path);
}

Resolution found_at(const PathIndex& index, const std::string& path) {
    if (index.has_file(path)) return {Found::one, {path}, path};
    return {Found::one, {}, path};
}

/// What may have been meant by a path that leads nowhere.
std::vector<std::string> near_misses(const PathIndex& index, const std::string& wanted) {
    return index.named_like(name_of(wanted));
}

std::string without_line(std::string_view path) {
    static const re2::RE2 pattern(R"((.*\.[A-Za-z0-9]+):[0-9]+(?:[-:][0-9]+)?)");
    std::string file;
    return re2::RE2::FullMatch(re2::StringPiece(path.data(), path.size()), pattern, &file)
               ? file
               : std::string(path);
}

Resolution follow_link(const PathIndex& index, std::string_view document_path, const std::string& path) {
    const bool from_root = path.starts_with('/');
    const auto wanted = join(from_root ? std::string_view{} : folder_of(document_path), path);
    if (!wanted) {
        if (!policy::is_markdown(path)) return {};
        return {Found::none, near_misses(index, path), path};
    }
    if (lies_in_file(index, *wanted)) return {};
    for (const std::string& candidate : {*wanted, without_line(*wanted), *wanted + ".md"})
        if (is_there(index, candidate)) return found_at(index, candidate);
    const auto elsewhere = index.ending_in(without_ascent(path));
    if (elsewhere.size() == 1) return {Found::elsewhere, elsewhere, *wanted};
    return {Found::none, elsewhere.empty() ? near_misses(index, *wanted) : elsewhere, *wanted};
}

Resolution look_up(const PathIndex& index, std::string_view document_path, const std::string& path) {
    const auto from_here = join(folder_of(document_path), path);
    const auto from_root = join({}, path);
    for (const auto& candidate : {from_root, from_here}) {
        if (!candidate || candidate->empty()) continue;
        if (lies_in_file(index, *candidate)) return {};
        if (is_there(index, *candidate)) return found_at(index, *candidate);
    }
    const std::string wanted = from_root.value_or(path);
    const auto candidates = index.ending_in(without_ascent(path));
    if (candidates.size() == 1) return {Found::one, candidates, wanted};
    if (!candidates.empty()) return {Found::several, candidates, wanted};
    return {Found::none, near_misses(index, wanted), wanted};
}

bool lies_in(base::Span inner, base::Span outer) {
    return inner.begin >= outer.begin && inner.end <= outer.end;
}

bool needs_reading(const model::Reference& reference) {
    return !reference.target.anchor.empty() || reference.target.version.has_value();
}

} // namespace

Resolution resolve(const PathIndex& index, std::string_view document_path,
                   const model::Reference& reference) {
    if (reference.target.path.empty()) return {Found::one, {std::string(document_path)}, {}};
    if (is_placeholder(reference.target.path)) return {};
    if (reference.form == model::ReferenceForm::link)
        return follow_link(index, document_path, reference.target.path);
    for (const model::PathMention& other : reference.alternatives) {
        Resolution found = look_up(index, document_path, other.path);
        if (found.found == Found::one || found.found == Found::several) return found;
    }
    return look_up(index, document_path, reference.target.path);
}

bool need_not_exist(const model::Reference& reference, const policy::ReferenceFormat& format) {
    if (reference.context.find("~~") != std::string::npos) return true;
    for (const std::string* text : {&reference.context, &reference.lead})
        for (const auto* words : {&format.planned_words, &format.gone_words, &format.example_words})
            if (model::contains_any_word(*text, *words)) return true;
    return false;
}

bool is_statement_of_its_day(const DocumentFacts& document, const model::Reference& reference) {
    const base::Span place = reference.target.source;
    for (const model::Gate& gate : document->gates)
        for (const model::GateItem& item : gate.items)
            for (const model::Component& component : item.components)
                if (lies_in(place, component.source)) return true;
    return std::any_of(document->change_log.begin(), document->change_log.end(),
                       [&](const model::ChangeLogRow& row) { return lies_in(place, row.source); });
}

std::optional<HeaderVersion> header_version(const DocumentFacts& document) {
    for (const std::string& name : document.policy->header_fields.versions)
        for (const model::Field* field : document->header.find_all(name))
            if (const auto version = model::version_at_front(field->value.text))
                return HeaderVersion{*version, field->source};
    return std::nullopt;
}

std::vector<std::string> paths_to_consult(const Corpus& corpus) {
    std::set<std::string> wanted;
    const auto want = [&](const DocumentFacts& document, const model::Reference& reference) {
        const Resolution found = resolve(corpus.index, document->path, reference);
        if (found.found != Found::one && found.found != Found::elsewhere) return;
        for (const std::string& path : found.paths)
            if (policy::is_markdown(path) && corpus.find(path) == nullptr) wanted.insert(path);
    };
    for (const DocumentFacts& document : corpus.documents) {
        for (const model::Reference& reference : document->references)
            if (needs_reading(reference)) want(document, reference);
        for (const model::RegisterRow& row : document->registers) want(document, row.document);
    }
    for (const DocumentNeed& need : gather_document_needs(corpus))
        for (const std::string& path : need.paths)
            if (corpus.find(path) == nullptr) wanted.insert(path);
    return {wanted.begin(), wanted.end()};
}

} // namespace docs_lint::facts
