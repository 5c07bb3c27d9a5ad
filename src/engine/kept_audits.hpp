#pragma once

#include "engine/request.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace docs_lint::engine {

/// The audit is asked for in a way that leaves nothing to chance: all of it, by the rules of its commit, with
/// no variables of git and no budget of time, and with a folder to keep its result in.
bool may_be_kept(const Request& request);

/// Results of whole audits, kept from run to run beside the history's index, under everything that they
/// follow from: the commit, the tags, what is asked, this very program, and the state of the object store,
/// whose folders are otherwise after anything came or went. The clock has its own say: a result holds until a
/// time. Files have checksums, are written beside and renamed, and are ignored where they are damaged or
/// where somebody else can write to them.
class KeptAudits {
public:
    /// Nothing where an audit could follow from more than can be named: a configuration from elsewhere,
    /// variables of git, a truncated or replaced history, objects that another repository lends.
    static std::optional<KeptAudits> of(const Request& request);

    /// What was kept and holds at that time (seconds since 1970-01-01 UTC).
    [[nodiscard]] std::optional<std::string> find(std::int64_t now) const;

    /// What cannot be written is left: it is only a matter of time.
    void keep(const std::string& result, std::int64_t same_until) const;

    friend bool operator==(const KeptAudits&, const KeptAudits&) = default;

private:
    std::string folder_;
    std::string path_;
};

} // namespace docs_lint::engine
