#include "facts/filed_records.hpp"

#include "base/utf8.hpp"
#include "facts/amendment.hpp"
#include "facts/line_difference.hpp"
#include "facts/path_index.hpp"

#include <algorithm>

namespace docs_lint::facts {
namespace {

using git::Change;
using git::Mode;

constexpr double kSameRecord =
    0.5; ///< share of lines from which an added file counts as the record, renamed and edited

/// Something that is no folder now stands where a folder above the path stood.
bool folder_was_replaced(const Comparison& comparison, const std::string& path) {
    return std::any_of(comparison.changes.begin(), comparison.changes.end(), [&](const Change& change) {
        return change.new_mode != Mode::none && change.new_mode != Mode::tree &&
               path.starts_with(change.path + "/");
    });
}

bool is_added_file(const Change& change) {
    return change.old_mode == Mode::none && is_regular(change.new_mode);
}

const Change* find_same_content(const Comparison& comparison, const Change& gone) {
    const auto found =
        std::find_if(comparison.changes.begin(), comparison.changes.end(), [&](const Change& change) {
            return is_added_file(change) && change.new_id == gone.old_id;
        });
    return found == comparison.changes.end() ? nullptr : &*found;
}

/// A rename that leaves the record where a reader looks for it, under its id: otherwise its old name would be
/// free for another record. One that differs only in case is none: where a file system ignores case, the two
/// names are one file.
bool is_honest_move(const Change& gone, const Change& added, const policy::DocumentClass& document_class,
                    const policy::Policy& policy) {
    return folder_of(gone.path) == folder_of(added.path) && policy.class_of(added.path) == &document_class &&
           document_class.item_id(gone.path) == document_class.item_id(added.path) &&
           added.new_mode == gone.old_mode && base::lower_case(gone.path) != base::lower_case(added.path);
}

diagnostics::Location located(const std::string& path, const std::string& commit, std::string_view text,
                              base::Span span) {
    auto location = diagnostics::locate(path, text, base::LineIndex(text), span);
    location.commit = commit;
    return location;
}

} // namespace

std::optional<FiledRecordJudge::Version>
FiledRecordJudge::version_of(const git::ObjectId& id, const policy::DocumentClass& document_class,
                             const std::string& path, const std::string& commit) {
    auto text = read_(id);
    if (!text) {
        unread_.push_back({path, commit, text.error()});
        return std::nullopt;
    }
    Version version{std::move(*text), {}};
    version.mark = model::read_filing_mark(version.text, document_class);
    return version;
}

const model::FilingMark* FiledRecordJudge::mark_of(const git::ObjectId& id,
                                                   const policy::DocumentClass& document_class,
                                                   const std::string& path, const std::string& commit) {
    const auto key = std::pair(id, &document_class);
    if (const auto known = marks_.find(key); known != marks_.end()) return &known->second;
    auto version = version_of(id, document_class, path, commit);
    return version ? &marks_.emplace(key, std::move(version->mark)).first->second : nullptr;
}

void FiledRecordJudge::judge(const Comparison& comparison) {
    for (const Change& change : comparison.changes) {
        if (!is_regular(change.old_mode)) continue;
        const policy::DocumentClass* document_class = policy_->class_of(change.path);
        if (document_class == nullptr || !document_class->filing || document_class->is_template) continue;
        const auto* before = mark_of(change.old_id, *document_class, change.path, comparison.parent);
        if (before == nullptr) continue;
        if (before->filed)
            judge_filed(comparison, change, *document_class);
        else if (is_regular(change.new_mode))
            judge_filing(comparison, change, *document_class);
    }
}

void FiledRecordJudge::judge_filed(const Comparison& comparison, const Change& change,
                                   const policy::DocumentClass& document_class) {
    const auto filed = version_of(change.old_id, document_class, change.path, comparison.parent);
    if (!filed) return;
    FiledRecordChange found;
    found.path = change.path;
    found.commit = comparison.commit;
    found.parent = comparison.parent;
    found.old_mode = change.old_mode;
    found.new_mode = change.new_mode;
    found.place = diagnostics::whole_document(change.path, comparison.commit);
    found.filed_line = located(change.path, comparison.parent, filed->text, filed->mark.source);
    if (is_regular(change.new_mode)) {
        judge_in_place(found, change, document_class, *filed);
    } else if (change.new_mode != Mode::none || folder_was_replaced(comparison, change.path)) {
        found.offence = FiledOffence::replaced;
    } else {
        judge_gone(found, comparison, change, document_class, *filed);
    }
    if (!found.declared_amendment) offences_.push_back(std::move(found));
}

void FiledRecordJudge::judge_in_place(FiledRecordChange& found, const Change& change,
                                      const policy::DocumentClass& document_class, const Version& filed) {
    found.mode_only = change.new_id == change.old_id;
    found.offence = found.mode_only ? FiledOffence::replaced : FiledOffence::changed;
    if (found.mode_only) return;
    const auto now = version_of(change.new_id, document_class, change.path, found.commit);
    if (!now) return;
    describe_new_version(found, change.path, *now, filed);
    found.declared_amendment = change.new_mode == change.old_mode &&
                               is_declared_amendment(filed.text, now->text, document_class, policy_->roles);
}

void FiledRecordJudge::judge_gone(FiledRecordChange& found, const Comparison& comparison,
                                  const Change& change, const policy::DocumentClass& document_class,
                                  const Version& filed) {
    found.offence = FiledOffence::deleted;
    if (const Change* same = find_same_content(comparison, change)) {
        found.new_path = same->path;
        if (is_honest_move(change, *same, document_class, *policy_)) found.offence = FiledOffence::moved;
    } else if (const Change* successor = find_successor(comparison, document_class, filed)) {
        found.offence = FiledOffence::changed;
        found.new_path = successor->path;
        const auto now = version_of(successor->new_id, document_class, successor->path, found.commit);
        if (now) describe_new_version(found, successor->path, *now, filed);
    }
}

void FiledRecordJudge::describe_new_version(FiledRecordChange& found, const std::string& path,
                                            const Version& now, const Version& filed) {
    const FirstDifference difference = first_difference(filed.text, now.text);
    found.place = located(path, found.commit, now.text, difference.in_new);
    found.changed_lines = difference.changed_lines;
    found.unfiled = !now.mark.filed;
}

const Change* FiledRecordJudge::find_successor(const Comparison& comparison,
                                               const policy::DocumentClass& document_class,
                                               const Version& filed) {
    const Change* nearest = nullptr;
    double most = kSameRecord;
    for (const Change& change : comparison.changes) {
        const policy::DocumentClass* other = is_added_file(change) ? policy_->class_of(change.path) : nullptr;
        if (other == nullptr || !other->filing) continue;
        const auto candidate = version_of(change.new_id, document_class, change.path, comparison.commit);
        const double shared = candidate ? shared_lines(filed.text, candidate->text) : 0;
        if (shared < most) continue;
        most = shared;
        nearest = &change;
    }
    return nearest;
}

void FiledRecordJudge::judge_filing(const Comparison& comparison, const Change& change,
                                    const policy::DocumentClass& document_class) {
    const auto* mark = mark_of(change.new_id, document_class, change.path, comparison.commit);
    if (mark == nullptr || !mark->filed) return;
    const auto before = version_of(change.old_id, document_class, change.path, comparison.parent);
    const auto after = version_of(change.new_id, document_class, change.path, comparison.commit);
    if (!before || !after) return;
    FilingChange filing;
    filing.path = change.path;
    filing.commit = comparison.commit;
    filing.filed_line = located(change.path, comparison.commit, after->text, after->mark.source);
    filing.beyond_filing =
        changes_beyond_filing(change.path, before->text, after->text, document_class, *policy_);
    for (auto& place : filing.beyond_filing.changed) place.commit = comparison.commit;
    for (auto& place : filing.beyond_filing.removed) place.commit = comparison.parent;
    filings_.push_back(std::move(filing));
}

} // namespace docs_lint::facts
