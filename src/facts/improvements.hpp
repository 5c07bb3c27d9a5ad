#pragma once

#include "facts/closure.hpp"
#include "facts/corpus.hpp"
#include "facts/path_history.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A lessons record says that a document went from one version to another.
struct VersionStep {
    const DocumentFacts* document = nullptr;
    std::string path; ///< as written
    std::optional<base::Version> from;
    base::Version to;
    base::Span source;
};

/// What history says of it.
enum class StepProof {
    shown,        ///< the document went through both versions, in that order
    no_document,  ///< there is no document of that name
    never_to,     ///< it never had the version that it is said to have reached
    never_from,   ///< it never had the version that it is said to have left, or not before the other
    unverifiable, ///< the history ends before it could be told
};
struct ClaimedImprovement {
    VersionStep step;
    StepProof proof = StepProof::unverifiable;
    std::string found_path;              ///< the document that is meant
    std::vector<base::Version> versions; ///< that it had, oldest first
    base::Error problem;                 ///< for `unverifiable`
};

/// Every clear statement of a version step in the records' sections of improvements: a step, and a path that
/// goes with it.
std::vector<VersionStep> read_version_steps(const Corpus& corpus);

/// Compares each with the history of its document, and with the snapshot. A path that means several
/// documents, or none that is governed, is not judged.
std::vector<ClaimedImprovement> prove_improvements(const Corpus& corpus, PathHistory& paths,
                                                   const ReadPath& read);

} // namespace docs_lint::facts
