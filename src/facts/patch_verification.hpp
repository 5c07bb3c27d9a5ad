#pragma once

#include "facts/fix_commits.hpp"
#include "facts/spec_order.hpp"

#include <optional>
#include <string>
#include <vector>

namespace docs_lint::facts {

/// A file as the patch verification names it.
struct DescribedFile {
    const ItemFacts* item = nullptr;
    model::PathMention mention;
    bool leads = false;        ///< its line or clause begins with it: what follows is about this file
    bool is_unchanged = false; ///< the text says that it was left alone
    bool is_elsewhere =
        false; ///< a governed document, or no file by its name: nothing that a fix must change
};

/// What the record says was changed in each file, and what the commits of its fix changed.
struct PatchVerification {
    const DocumentFacts* document = nullptr;
    std::vector<const ItemFacts*> items; ///< those that the document holds
    std::vector<DescribedFile> described;
    std::vector<FixFiles> fixes; ///< of the commits that resolve
    bool complete = false;       ///< every commit cited as the fix resolves and could be read
    /// What the other commits that the record cites change.
    std::vector<std::string> changed_otherwise;

    /// A file that some item describes: by its path, the end of it, a folder, or its bare name.
    [[nodiscard]] bool describes(const std::string& path) const;
};

std::vector<PatchVerification> gather_verifications(const std::vector<SpecOrder>& orders,
                                                    const git::Repository& repository,
                                                    const git::CommitGraph& graph);

} // namespace docs_lint::facts
