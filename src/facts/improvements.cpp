#include "facts/improvements.hpp"

#include "base/text.hpp"
#include "facts/lessons.hpp"
#include "facts/path_history.hpp"
#include "model/paths.hpp"
#include "model/version_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace docs_lint::facts {
namespace {

using git::CommitGraph;
using git::Repository;
using Versions = std::vector<base::Version>;

/// The path that a statement is about: the nearest one before it, else the first one behind.
const model::FoundPath* path_of(const std::vector<model::FoundPath>& paths, base::Span statement) {
    const model::FoundPath* before = nullptr;
    for (const model::FoundPath& path : paths) {
        if (path.in_text.end <= statement.begin) before = &path;
        if (path.in_text.begin >= statement.end) return before != nullptr ? before : &path;
    }
    return before;
}

bool overlaps(const std::vector<base::Span>& spans, base::Span span) {
    return std::any_of(spans.begin(), spans.end(),
                       [&](base::Span one) { return one.begin < span.end && span.begin < one.end; });
}

void read_steps_of(const model::Entry& entry, const DocumentFacts& document,
                   std::vector<VersionStep>& steps) {
    const auto paths = model::find_paths(entry.text);
    if (paths.empty()) return;
    std::vector<base::Span> taken;
    for (const policy::Expression& pattern : document->document_class->lessons->version_steps)
        for (const auto& match : pattern.find_all(entry.text.text)) {
            if (overlaps(taken, match.whole)) continue;
            const auto group = [&](const char* name) {
                const auto found = match.groups.find(name);
                return found == match.groups.end() ? std::nullopt : base::parse_version(found->second);
            };
            const auto to = group("to");
            const model::FoundPath* path = path_of(paths, match.whole);
            if (!to || path == nullptr) continue;
            taken.push_back(match.whole);
            steps.push_back({&document, path->mention.path, group("from"), *to,
                             base::join(entry.text.source_of(match.whole), path->mention.source)});
        }
}

/// Documents are cited by their whole path or by the end of it.
std::vector<std::string> meant_by(const Corpus& corpus, std::string_view path) {
    while (path.starts_with("./")) path.remove_prefix(2);
    while (path.starts_with("../")) path.remove_prefix(3);
    if (corpus.has_path(path)) return {std::string(path)};
    return corpus.index.ending_in(path);
}

class Prover {
public:
    Prover(const Corpus& corpus, PathHistory& paths, const ReadPath& read)
        : corpus_(corpus), repository_(paths.repository()), graph_(paths.graph()), read_(read),
          paths_(paths) {}

    /// Nothing where the statement is not to be judged.
    std::optional<ClaimedImprovement> prove(const VersionStep& step) {
        ClaimedImprovement claim;
        claim.step = step;
        const auto meant = meant_by(corpus_, step.path);
        if (meant.empty()) return claim.proof = StepProof::no_document, claim;
        if (meant.size() > 1 || corpus_.policy->class_of(meant.front()) == nullptr) return std::nullopt;
        claim.found_path = meant.front();
        const Known& known = versions_of(claim.found_path);
        claim.versions = known.versions;
        if (known.unversioned) return std::nullopt;
        claim.proof = compare(step, known.versions);
        if (claim.proof == StepProof::shown) return claim;
        if (!known.complete) {
            claim.proof = StepProof::unverifiable;
            claim.problem = known.problem;
        }
        return claim;
    }

private:
    struct Known {
        Versions versions; ///< in the order of the walk, each where it begins
        bool complete = true;
        bool unversioned = false; ///< its newest form has no version
        base::Error problem;
    };

    const Known& versions_of(const std::string& path) {
        const auto known = known_.find(path);
        if (known != known_.end()) return known->second;
        return known_.emplace(path, read_versions(path)).first->second;
    }

    Known read_versions(const std::string& path) {
        Known known;
        if (graph_.truncated()) {
            known.complete = false;
            known.problem = graph_.gap();
        }
        auto changes = paths_.changes_of(path);
        if (!changes) {
            known.complete = false;
            known.problem = changes.error();
            changes = std::vector<PathHistory::Change>{};
        }
        for (const PathHistory::Change& change : *changes)
            if (change.blob) add(known, path, repository_.read_blob(*change.blob));
        const std::size_t committed = known.versions.size();
        known.unversioned = !add(known, path, read_(path)) && committed == 0;
        return known;
    }

    /// False where the text has no version.
    bool add(Known& known, const std::string& path, base::Result<std::string> text) const {
        if (!text) {
            known.complete = false;
            known.problem = text.error();
            return true;
        }
        auto document = model::read(path, std::move(*text), *corpus_.policy->class_of(path), *corpus_.policy);
        if (!document) {
            known.complete = false;
            known.problem = document.error();
            return true;
        }
        const auto* field = document->header.find_any(corpus_.policy->header_fields.versions);
        const auto version = field == nullptr ? std::nullopt : model::version_at_front(field->value.text);
        if (version && (known.versions.empty() || known.versions.back() != *version))
            known.versions.push_back(*version);
        return version.has_value();
    }

    static StepProof compare(const VersionStep& step, const Versions& versions) {
        const auto to = std::find(versions.rbegin(), versions.rend(), step.to);
        if (to == versions.rend()) return StepProof::never_to;
        if (!step.from) return StepProof::shown;
        return std::find(std::next(to), versions.rend(), *step.from) == versions.rend()
                   ? StepProof::never_from
                   : StepProof::shown;
    }

    const Corpus& corpus_;
    const Repository& repository_;
    const CommitGraph& graph_;
    const ReadPath& read_;
    PathHistory& paths_;
    std::map<std::string, Known> known_;
};

} // namespace

std::vector<VersionStep> read_version_steps(const Corpus& corpus) {
    std::vector<VersionStep> steps;
    for (const DocumentFacts& document : corpus.documents) {
        const auto& lessons = document->document_class->lessons;
        if (!lessons || document->document_class->is_template) continue;
        for (const LessonsSection& section :
             find_lessons_sections(document->entries, lessons->improvement_sections))
            for (std::size_t at = section.heading + 1; at < section.end; ++at)
                read_steps_of(document->entries[at], document, steps);
    }
    return steps;
}

std::vector<ClaimedImprovement> prove_improvements(const Corpus& corpus, PathHistory& paths,
                                                   const ReadPath& read) {
    std::vector<ClaimedImprovement> claims;
    Prover prover(corpus, paths, read);
    for (const VersionStep& step : read_version_steps(corpus))
        if (auto claim = prover.prove(step)) claims.push_back(std::move(*claim));
    return claims;
}

} // namespace docs_lint::facts
