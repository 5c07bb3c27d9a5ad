#pragma once

#include "facts/closure.hpp"
#include "facts/deviations.hpp"
#include "facts/path_history.hpp"
#include "facts/releases.hpp"
#include "git/commit_graph.hpp"

#include <string>
#include <vector>

namespace docs_lint::facts {

/// An urgent deviation whose release is tagged while it is still there.
struct OverdueDeviation {
    const DocumentFacts* document = nullptr;
    KnownDeviation deviation;
    std::string release_text; ///< as written
    base::Span release_source;
    ReleaseTag tag;
    std::optional<base::Error>
        unknown; ///< why it cannot be told whether the release is behind the checked commit
};

std::vector<OverdueDeviation> find_overdue_deviations(const Corpus& corpus, const git::Repository& repository,
                                                      const git::CommitGraph& graph, std::size_t head);

/// A release that was tagged after an item was closed and before its lessons were filed.
struct LateLessons {
    const ClosedItem* item = nullptr;
    std::string tag;
    std::string tag_commit;
    std::string closing_commit;
    bool known = true; ///< false: the history ends before it can be told
    base::Error problem;
};

/// One for each closed item with all duties whose lessons record is there and was late, or cannot be told.
std::vector<LateLessons> find_late_lessons(const Corpus& corpus, PathHistory& paths, std::size_t head);

/// Some judged document asks for releases: a tag may be one that it was to come before.
bool asks_for_releases(const Corpus& corpus, const git::Repository& repository);

} // namespace docs_lint::facts
