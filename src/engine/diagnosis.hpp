#pragma once

#include "engine/request.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace docs_lint::engine {

/// What something that was looked at means for verdicts.
enum class Standing {
    good,    ///< nothing stands in the way
    note,    ///< worth knowing; nothing stands in the way
    limited, ///< something cannot be verified here
    failed,  ///< nothing can be judged
};

struct Observation {
    Standing standing = Standing::good;
    std::string topic; ///< one or two words: `history`, `index`
    std::string text;
    std::string cure; ///< what to do about it; may be empty
};

/// A class of the policy with the documents that it covers here.
struct ClassCount {
    std::string id;
    std::string title;
    std::size_t documents = 0;
};

/// Rules that look at the same thing, and whether they can judge here.
struct RuleGroup {
    std::string scope; ///< `one document`, `history`
    std::vector<std::string> rules;
    bool verifiable = true;
    std::string why; ///< they cannot
    std::string cure;
};

/// What can and what cannot be verified in a place, and why.
struct Diagnosis {
    std::string place; ///< the repository's folder, or the folder on disk
    std::vector<Observation> repository;
    std::vector<Observation> configuration;
    std::vector<std::string> packs;
    std::vector<ClassCount> classes; ///< in the policy's order, those without documents too
    std::size_t governed = 0;
    std::vector<RuleGroup> rules;
    std::vector<Observation> hooks;

    /// The worst standing of all.
    [[nodiscard]] Standing worst() const;
};

/// Looks at everything that bears on a check of `request.folder`. It never fails: what cannot be found out is
/// an observation too. Reads only.
Diagnosis diagnose(const Request& request);

} // namespace docs_lint::engine
