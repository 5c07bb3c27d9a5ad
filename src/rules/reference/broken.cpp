#include "base/text.hpp"
#include "facts/cited_sections.hpp"
#include "facts/references.hpp"
#include "model/anchors.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules::reference::broken {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "a link, a path in a register or a heading anchor that does not exist",
    .why = "Whoever follows it finds nothing, and cannot tell whether the document was renamed, removed or "
           "never written.",
    .fix =
        "Correct the path or the anchor. What does not exist yet is no reference where its sentence or row "
        "says so: planned, to be created. Templates' placeholders and globs are none either.",
    .source =
        "Role charter §9, naming and locations, and its registers; document lifecycle guide, specs index",
};

namespace {

using diagnostics::Severity;
using facts::Found;
using facts::Resolution;
using model::Reference;
using model::ReferenceForm;

constexpr std::size_t kMostCandidates = 5;

struct Place {
    const facts::Corpus& corpus;
    const facts::DocumentFacts& document;
    Report& report;
};

bool begins_in_known_folder(const Place& place, const std::string& path) {
    const std::size_t slash = path.find('/');
    if (slash == std::string::npos) return false;
    const std::string first = path.substr(0, slash);
    const std::string& own = place.document->path;
    const std::size_t own_slash = own.rfind('/');
    const std::string beside = own_slash == std::string::npos ? first : own.substr(0, own_slash + 1) + first;
    return first == ".." || place.corpus.index.has_folder(first) || place.corpus.index.has_folder(beside);
}

bool is_generic(const Place& place, const std::string& path) {
    const auto& names = place.corpus.policy->references.generic_names;
    return std::any_of(names.begin(), names.end(),
                       [&](const std::string& name) { return base::equals_ignoring_case(name, path); });
}

/// Asked last of all: it reads sentences, and most references lead somewhere.
bool need_not_lead_anywhere(const Place& place, const Reference& reference) {
    return facts::need_not_exist(reference, place.corpus.policy->references) ||
           facts::is_statement_of_its_day(place.document, reference);
}

/// How sure it is that an existing file is meant; nothing where it is not.
std::optional<Severity> weight_of(const Place& place, const Reference& reference, bool is_known_name) {
    const std::string& path = reference.target.path;
    const bool has_folder = path.find('/') != std::string::npos;
    const bool known_folder = begins_in_known_folder(place, path);
    if (reference.form == ReferenceForm::link) return Severity::error;
    if (!policy::is_markdown(path)) {
        const bool is_file = path.find('.', path.rfind('/') + 1) != std::string::npos;
        const bool sure = reference.form != ReferenceForm::bare && known_folder && is_file;
        return sure ? std::optional(Severity::warning) : std::nullopt;
    }
    if (reference.form == ReferenceForm::bare)
        return known_folder ? std::optional(Severity::warning) : std::nullopt;
    if (!has_folder && is_generic(place, path)) return std::nullopt;
    if (reference.form == ReferenceForm::register_cell) return Severity::error;
    return has_folder && (known_folder || is_known_name) ? Severity::error : Severity::warning;
}

/// A record that may still be filed cannot tell what was never there from what has gone since.
std::optional<Severity> at_most(const Place& place, Severity weight) {
    const bool drifts = place.document->document_class->is_dated;
    return drifts || weight == Severity::warning ? std::optional(Severity::warning) : std::nullopt;
}

std::string relative_path(const std::string& from, const std::string& to) {
    auto folders = base::split(from, '/');
    auto parts = base::split(to, '/');
    std::size_t common = 0;
    while (common + 1 < folders.size() && common + 1 < parts.size() && folders[common] == parts[common])
        ++common;
    std::string path;
    for (std::size_t at = common; at + 1 < folders.size(); ++at) path += "../";
    for (std::size_t at = common; at < parts.size(); ++at)
        path += std::string(parts[at]) + (at + 1 < parts.size() ? "/" : "");
    return path.find(' ') == std::string::npos ? path : "<" + path + ">";
}

std::vector<diagnostics::Related> candidates_of(const Resolution& found, std::string_view what) {
    std::vector<diagnostics::Related> related;
    for (const std::string& path : found.paths) {
        if (related.size() == kMostCandidates) break;
        related.push_back({std::string(what), diagnostics::whole_document(path)});
    }
    return related;
}

std::string help_for(const Place& place, const Reference& reference, const Resolution& found) {
    if (found.paths.size() == 1) {
        const bool link = reference.form == ReferenceForm::link;
        return fmt::format("if {} is meant, write {}", found.paths[0],
                           link ? relative_path(place.document->path, found.paths[0]) : found.paths[0]);
    }
    return "correct the path, or add the file; where it is still to come, say that it is planned";
}

void report_nothing_there(const Place& place, const Reference& reference, const Resolution& found) {
    const auto weight = weight_of(place, reference, !found.paths.empty());
    if (!weight || need_not_lead_anywhere(place, reference)) return;
    const bool link = reference.form == ReferenceForm::link;
    place.report.finding({
        .message = link ? fmt::format("the link leads to {}, and nothing is there", found.wanted)
                        : fmt::format("there is no {}", found.wanted),
        .location = place.document->at(reference.target.source),
        .help = help_for(place, reference, found),
        .related = candidates_of(found, "this file is called so"),
        .at_most = at_most(place, *weight),
    });
}

void report_several(const Place& place, const Reference& reference, const Resolution& found) {
    if (reference.form == ReferenceForm::bare || !weight_of(place, reference, true)) return;
    if (!policy::is_markdown(reference.target.path) || need_not_lead_anywhere(place, reference)) return;
    place.report.finding({
        .message = fmt::format("{} may be any of {} files", reference.target.path, found.paths.size()),
        .location = place.document->at(reference.target.source),
        .help = "write as much of the path as tells them apart",
        .related = candidates_of(found, "it may be this one"),
        .at_most = Severity::warning,
    });
}

void report_elsewhere(const Place& place, const Reference& reference, const Resolution& found) {
    if (need_not_lead_anywhere(place, reference)) return;
    place.report.finding({
        .message = fmt::format("the link leads to {}, where nothing is; {} is called so", found.wanted,
                               found.paths[0]),
        .location = place.document->at(reference.target.source),
        .help = fmt::format("a link is followed from the folder of its document: write {}",
                            relative_path(place.document->path, found.paths[0])),
        .related = candidates_of(found, "this file is called so"),
        .at_most = Severity::warning,
    });
}

void check_anchor(const Place& place, const Reference& reference, const std::string& path) {
    std::string anchor = reference.target.anchor;
    if (anchor.starts_with("user-content-")) anchor.erase(0, std::string_view("user-content-").size());
    if (anchor.empty() || !policy::is_markdown(path) || facts::is_anchor_of_a_viewer(anchor)) return;
    if (const facts::UnreadDocument* unread = place.corpus.find_unread(path)) {
        if (need_not_lead_anywhere(place, reference)) return;
        return place.report.unverified(
            fmt::format("whether {} has a heading \"#{}\": {}", path, anchor, unread->reason),
            place.document->at(reference.target.source), unread->help);
    }
    const facts::DocumentFacts* target = place.corpus.find(path);
    if (target == nullptr) return;
    const auto& anchors = (*target)->anchors;
    const std::string key = model::anchor_key(anchor);
    if (std::binary_search(anchors.begin(), anchors.end(), key)) return;
    if (need_not_lead_anywhere(place, reference)) return;
    const auto nearest = base::nearest_name(key, anchors);
    const bool link = reference.form == ReferenceForm::link;
    place.report.finding({
        .message = fmt::format("{} has no heading or anchor \"#{}\"", path, anchor),
        .location = place.document->at(reference.target.source),
        .help = nearest ? fmt::format("the nearest is #{}", *nearest)
                        : "name a heading that it has: in lower case, with hyphens for blanks and without "
                          "punctuation",
        .related = {{"the document that was looked through", diagnostics::whole_document(path)}},
        .at_most = at_most(place, link ? Severity::error : Severity::warning),
    });
}

void check_reference(const Place& place, const Reference& reference) {
    const Resolution found = facts::resolve(place.corpus.index, place.document->path, reference);
    switch (found.found) {
    case Found::no_reference:
        return;
    case Found::none:
        return report_nothing_there(place, reference, found);
    case Found::several:
        return report_several(place, reference, found);
    case Found::elsewhere:
        return report_elsewhere(place, reference, found);
    case Found::one:
        if (!found.paths.empty()) check_anchor(place, reference, found.paths.front());
    }
}

} // namespace

void check(const facts::Corpus& corpus, Report& report) {
    for (const facts::DocumentFacts& document : corpus.documents) {
        if (document.filing.filed) continue; // nobody may cure it
        const Place place{corpus, document, report};
        for (const Reference& reference : document->references) check_reference(place, reference);
    }
}

} // namespace docs_lint::rules::reference::broken
