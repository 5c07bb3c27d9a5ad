#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "diagnostics/location.hpp"
#include "facts/filing_change.hpp"
#include "git/commit_graph.hpp"
#include "git/entry.hpp"
#include "git/repository.hpp"
#include "model/document.hpp"
#include "policy/policy.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::facts {

/// What somebody did to a record that was filed. Source: role charter §9, "Filed is immutable".
enum class FiledOffence {
    changed,  ///< other content, in its place or under another name
    deleted,  ///< gone from its place, though its content may stand elsewhere
    moved,    ///< the same content under another name of its class in the same folder
    replaced, ///< a link, a submodule, a folder or another mode in its place
};

/// A path that is filed in `parent` and not identical (path, mode and blob) in the child.
struct FiledRecordChange {
    FiledOffence offence = FiledOffence::changed;
    std::string path;                 ///< as it was filed
    std::string new_path;             ///< where its content went, if that is known
    std::string commit;               ///< the offending commit; empty: not committed yet
    std::string parent;               ///< the commit that holds it filed
    diagnostics::Location place;      ///< first changed line, in the new version where there is one
    diagnostics::Location filed_line; ///< the line that files it, in the parent's version
    std::size_t changed_lines = 0;    ///< lines of the old version that are not as they were
    bool unfiled = false;             ///< the new version is no longer filed
    bool mode_only = false;
    bool declared_amendment = false; ///< the one legal correction; never among the offences
    git::Mode old_mode = git::Mode::file;
    git::Mode new_mode = git::Mode::none;
};

/// A commit after which a record is filed that was there before and was not.
struct FilingChange {
    std::string path;
    std::string commit; ///< empty: not committed yet
    diagnostics::Location filed_line;
    ChangesBeyondFiling beyond_filing;
};

/// One child against one parent. Empty ids of commits mean what is not committed.
struct Comparison {
    std::string commit;
    std::string parent;
    std::vector<git::Change> changes;
    std::optional<base::Instant> authored_at = {}; ///< the commit's clocks; nothing: not committed yet
    std::optional<base::Instant> committed_at = {};
    std::vector<std::string> dropped = {}; ///< paths in which a merge leaves out what this parent changed
};

/// Judges comparisons one after the other. Whether a version is filed is read once; its text is read again
/// where it is compared, for few are and a history has very many.
class FiledRecordJudge {
public:
    /// Reads a file's content on either side of a comparison; blobs that are not in the repository (a work
    /// tree) are given by `read`.
    using ReadBlob = std::function<base::Result<std::string>(const git::ObjectId&)>;

    FiledRecordJudge(const policy::Policy& policy, ReadBlob read)
        : policy_(&policy), read_(std::move(read)) {}

    void judge(const Comparison& comparison);

    [[nodiscard]] const std::vector<FiledRecordChange>& offences() const { return offences_; }
    [[nodiscard]] const std::vector<FilingChange>& filings() const { return filings_; }

    /// Blobs that could not be read and had to be: path, commit, error.
    struct Unread {
        std::string path;
        std::string commit;
        base::Error error;
    };
    [[nodiscard]] const std::vector<Unread>& unread() const { return unread_; }

private:
    struct Version {
        std::string text;
        model::FilingMark mark;
    };
    /// Nothing where the blob cannot be read, which is then said.
    const model::FilingMark* mark_of(const git::ObjectId& id, const policy::DocumentClass& document_class,
                                     const std::string& path, const std::string& commit);
    std::optional<Version> version_of(const git::ObjectId& id, const policy::DocumentClass& document_class,
                                      const std::string& path, const std::string& commit);
    void judge_filed(const Comparison& comparison, const git::Change& change,
                     const policy::DocumentClass& document_class);
    void judge_in_place(FiledRecordChange& found, const git::Change& change,
                        const policy::DocumentClass& document_class, const Version& filed);
    void judge_gone(FiledRecordChange& found, const Comparison& comparison, const git::Change& change,
                    const policy::DocumentClass& document_class, const Version& filed);
    static void describe_new_version(FiledRecordChange& found, const std::string& path, const Version& now,
                                     const Version& filed);
    /// The added record that holds most of the filed one's lines: the filed one, renamed and edited.
    const git::Change* find_successor(const Comparison& comparison,
                                      const policy::DocumentClass& document_class, const Version& filed);
    void judge_filing(const Comparison& comparison, const git::Change& change,
                      const policy::DocumentClass& document_class);

    const policy::Policy* policy_;
    ReadBlob read_;
    std::map<std::pair<git::ObjectId, const policy::DocumentClass*>, model::FilingMark> marks_;
    std::vector<FiledRecordChange> offences_;
    std::vector<FilingChange> filings_;
    std::vector<Unread> unread_;
};

} // namespace docs_lint::facts
