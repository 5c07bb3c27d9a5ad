#include "rules/older_commit.hpp"

#include "rules/commit_names.hpp"
#include "rules/places.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace docs_lint::rules {

bool are_all_older(const std::vector<facts::CompanionCommit>& commits) {
    return std::all_of(commits.begin(), commits.end(),
                       [](const facts::CompanionCommit& commit) { return commit.older_than_record; });
}

Finding older_commit(const facts::Citation& citation, const facts::ItemFacts& item,
                     const facts::DocumentFacts& document) {
    return {
        .message =
            fmt::format("commit {} was made on {}, before the record's first validation of {}",
                        short_id(citation.commit), base::to_string(base::to_moment(*citation.committed_at)),
                        base::to_string(*facts::time_of_opening(document))),
        .location = document->at(citation.mention->source),
        .help = fmt::format("cite the commit that makes the change of {} for this record", name_of(item)),
        .commit = citation.commit,
    };
}

} // namespace docs_lint::rules
