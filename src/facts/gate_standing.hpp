#pragma once

#include "base/result.hpp"
#include "facts/corpus.hpp"
#include "git/repository.hpp"

#include <map>
#include <string>
#include <utility>

namespace docs_lint::facts {

/// What a record said of a gate at one commit.
enum class GateStanding {
    absent,  ///< the record was not there
    open,    ///< it did not say that the gate had passed
    claimed, ///< it said so, and not every item was signed off
    passed,
};

/// What versions of one record say of one gate. Each is read once.
class GateStandings {
public:
    /// All of them must outlive it. `gate`: an id of the record's process.
    GateStandings(const DocumentFacts& document, std::string gate, const git::Repository& repository)
        : document_(&document), gate_(std::move(gate)), repository_(&repository) {}

    base::Result<GateStanding> in(const git::ObjectId& blob);

private:
    [[nodiscard]] base::Result<GateStanding> read(const git::ObjectId& blob) const;

    const DocumentFacts* document_;
    std::string gate_;
    const git::Repository* repository_;
    std::map<git::ObjectId, GateStanding> known_;
};

} // namespace docs_lint::facts
