#pragma once

#include "base/result.hpp"
#include "facts/edition.hpp"
#include "facts/filed_records.hpp"
#include "facts/gap.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace docs_lint::facts {

/// One commit's change of one governed document, or the change that is not committed yet. A merge is a
/// revision only of what differs from all of its parents. A rename is one that removes and one that adds;
/// that of a record (a document with an id in its name) goes on where the removed one ended, also where it
/// comes back in a later commit.
struct Revision {
    std::string path;
    std::string commit;                       ///< full id; empty: not committed yet
    std::string parent;                       ///< the commit that holds `before`; empty for a first commit
    std::optional<base::Instant> authored_at; ///< nothing: not committed yet
    std::optional<base::Instant> committed_at;
    std::shared_ptr<const Edition> before; ///< null: there was no such document before
    std::shared_ptr<const Edition> after;  ///< null: it is none any more
    /// Of a merge: what its other parents hold, as far as that could be read.
    std::vector<std::shared_ptr<const Edition>> beside = {};
};

/// The revisions of a run, in the order of the walk (parents before children).
struct Revisions {
    std::vector<Revision> revisions;
    std::vector<Gap> gaps; ///< versions that could not be read: what they say is not known
};

/// Revisions in the order of the walk, and those of each path.
class RevisionList {
public:
    RevisionList() = default;
    explicit RevisionList(std::vector<Revision> all);

    [[nodiscard]] auto begin() const { return all_.begin(); }
    [[nodiscard]] auto end() const { return all_.end(); }

    [[nodiscard]] std::vector<const Revision*> of(const std::string& path) const;

private:
    std::vector<Revision> all_;
    std::unordered_map<std::string, std::vector<std::size_t>> by_path_;
};

/// A version that a revision shows.
struct WantedEdition {
    std::string path; ///< of a governed document
    git::ObjectId blob;
    std::string commit; ///< that holds it; empty: not committed yet
};

using ReadEdition = base::Result<std::shared_ptr<const Edition>>;

/// One answer for each, in their order.
using ReadEditions = std::function<std::vector<ReadEdition>(const std::vector<WantedEdition>&)>;

/// Reads and judges one version, whose text was read, or why it could not be. A version that is judged in
/// the snapshot is not read once more.
ReadEdition read_edition(const WantedEdition& wanted, base::Result<std::string> text, const Corpus& corpus);

/// `comparisons`: those of one commit stand together. Each version is asked for once, all of them together.
Revisions gather_revisions(const std::vector<Comparison>& comparisons, const policy::Policy& policy,
                           const ReadEditions& read);

} // namespace docs_lint::facts
