#include "rules/commit_names.hpp"
#include "rules/places.hpp"
#include "rules/rule.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace docs_lint::rules::gate::signoff_stale {

extern const RuleMetadata metadata;
const RuleMetadata metadata = {
    .summary = "what was signed changed after the sign-off, and it was not signed anew",
    .why = "A sign-off is about a text. Where the evidence, or a document that it cites by its version, says "
           "something else afterwards, nobody has confirmed what now stands there.",
    .fix = "Have the item confirmed and validated anew, with new dates; or take the change back. A cited "
           "document gets "
           "a new version for its new words.",
    .source = "Delivery process, Gate Validation Format (present, consistent, explicitly confirmed)",
    .suppressible = false,
};

namespace {

using facts::Edition;
using facts::Revision;

/// The words, without blanks and marks of formatting.
std::string words_of(const std::string& evidence) {
    std::string words;
    for (const char byte : evidence)
        if (std::string_view(" \t\r\n*_`").find(byte) == std::string_view::npos) words += byte;
    return words;
}

/// A signed item, and the first revision that gave it another text.
struct Stale {
    const Edition::Item* item = nullptr; ///< as it was signed
    const Revision* revision = nullptr;
};

/// Follows the signed items of records from revision to revision. A record that is moved, or comes back after
/// it was taken away, is known by its id.
class SignedTexts {
public:
    explicit SignedTexts(const policy::Policy& policy) : policy_(policy) {}

    /// The revisions of one commit: what is taken away in it may come back in it.
    void follow(const std::vector<const Revision*>& revisions) {
        for (const Revision* revision : revisions)
            if (revision->before != nullptr && revision->after == nullptr) take_away(*revision);
        for (const Revision* revision : revisions)
            if (revision->after != nullptr) follow(*revision);
    }

    [[nodiscard]] const auto& stale() const { return stale_; }

private:
    using Key = std::pair<std::string, std::string>; ///< path or record, and item

    void follow(const Revision& revision) {
        if (revision.before == nullptr) return bring_back(revision);
        // What happens to a filed record is for the rules of filed records.
        if (revision.before->filed) return drop(revision.path);
        for (const Edition::Item& before : revision.before->items)
            if (const Edition::Item* was = signed_as(revision.path, before)) follow(revision, *was);
    }

    /// The item as it was signed, if it was.
    [[nodiscard]] const Edition::Item* signed_as(const std::string& path, const Edition::Item& item) const {
        const auto known = stale_.find({path, item.id});
        if (known != stale_.end()) return known->second.item;
        return item.signed_off ? &item : nullptr;
    }

    /// A sign-off is of both, so that one who signed anew does not renew what the other signed.
    void follow(const Revision& revision, const Edition::Item& was) {
        const Key key(revision.path, was.id);
        const Edition::Item* now = revision.after->find_item(was.id);
        const bool still_signed =
            now != nullptr && (now->owner == was.owner || now->validation == was.validation);
        if (!still_signed || words_of(now->evidence) == words_of(was.evidence))
            stale_.erase(key);
        else
            stale_.emplace(key, Stale{&was, &revision});
    }

    void take_away(const Revision& revision) {
        if (revision.before->filed) return drop(revision.path);
        auto& items = gone_[record_at(revision.path)];
        items.clear();
        for (const Edition::Item& before : revision.before->items)
            if (const Edition::Item* was = signed_as(revision.path, before)) items.push_back(was);
        drop(revision.path);
    }

    void bring_back(const Revision& revision) {
        const auto gone = gone_.find(record_at(revision.path));
        if (gone == gone_.end()) return;
        for (const Edition::Item* was : gone->second) follow(revision, *was);
        gone_.erase(gone);
    }

    [[nodiscard]] std::string record_at(const std::string& path) const {
        const policy::DocumentClass* document_class = policy_.class_of(path);
        const auto id = document_class == nullptr ? std::nullopt : document_class->item_id(path);
        return id ? document_class->id + " " + *id : path;
    }

    void drop(const std::string& path) {
        std::erase_if(stale_, [&](const auto& entry) { return entry.first.first == path; });
    }

    const policy::Policy& policy_;
    std::map<Key, Stale> stale_;
    std::map<std::string, std::vector<const Edition::Item*>> gone_; ///< by the record
};

/// When a revision was made; for what is not committed yet, the time of the run.
std::optional<base::Instant> made_at(const Revision& revision, const facts::History& history) {
    if (revision.authored_at) return revision.authored_at;
    const facts::DocumentFacts* document = history.corpus->find(revision.path);
    return document != nullptr ? document->recorded_at : std::nullopt;
}

bool may_be_signed_that_day(const Stale& stale, const facts::History& history) {
    const auto made = made_at(*stale.revision, history);
    if (!made || !stale.item->validation_date) return false;
    return !base::surely_before({stale.item->validation_date->date, {}}, {base::to_moment(*made).date, {}});
}

void report_text(const Stale& stale, const facts::History& history, Report& report) {
    const Edition::Item& now = *stale.revision->after->find_item(stale.item->id);
    const bool same_day = may_be_signed_that_day(stale, history);
    Finding finding{
        .message =
            fmt::format("{} changes the evidence of {} after its sign-off, {}",
                        commit_name(stale.revision->commit), stale.item->id,
                        same_day ? "on the same day: the sign-off that stands there may be of either text"
                                 : "and it was not signed anew"),
        .location = now.place,
        .help = "have it confirmed and validated anew, with the date of that day; or take the change back",
        .related = {{"the text that was signed", stale.item->place}},
        .commit = stale.revision->commit,
    };
    if (same_day) finding.at_most = diagnostics::Severity::warning;
    report.finding(std::move(finding));
}

/// When a revision was made; for what is not committed yet, the time of the run.
std::optional<base::Instant> time_of(const Revision& revision, const facts::DocumentFacts& document) {
    return revision.committed_at ? revision.committed_at : document.recorded_at;
}

/// The first revision after the sign-off that gave the cited document other words, which it still has under
/// the version that was signed.
const Revision* find_change(const facts::History& history, const std::string& path, base::Version version,
                            const base::Moment& signed_on, const facts::DocumentFacts& document) {
    const Revision* first = nullptr;
    const Edition* last = nullptr;
    for (const Revision* revision : history.revisions.of(path)) {
        last = revision->after.get();
        if (first != nullptr || revision->before == nullptr || revision->after == nullptr) continue;
        const auto when = time_of(*revision, document);
        const bool later =
            when && base::surely_before({signed_on.date, {}}, {base::to_moment(*when).date, {}});
        if (later && revision->before->version == version &&
            revision->before->meaning != revision->after->meaning)
            first = revision;
    }
    const bool holds = first != nullptr && last != nullptr && last->version == version &&
                       last->meaning != first->before->meaning;
    return holds ? first : nullptr;
}

void report_document(const facts::DocumentFacts& document, const facts::ItemFacts& item,
                     const model::PathMention& mention, const Revision& change, Report& report) {
    const auto* header = change.after->find_field(document.policy->header_fields.versions);
    report.finding({
        .message = fmt::format("{} changes {} after the sign-off of {}, and its version is still {}",
                               commit_name(change.commit), change.path, name_of(item),
                               base::to_string(*mention.version)),
        .location = document->at(mention.source),
        .help = "raise that document's version, so that the signed one stands; or have the item signed anew",
        .related = {{"the version there", header != nullptr
                                              ? header->place
                                              : diagnostics::whole_document(change.path, change.commit)}},
        .commit = change.commit,
    });
}

void check_cited(const facts::History& history, const facts::SignedDocument& cited, Report& report) {
    if (const Revision* change = find_change(history, cited.path, *cited.mention->version,
                                             *cited.item->validation.date, *cited.record))
        report_document(*cited.record, *cited.item, *cited.mention, *change, report);
}

} // namespace

/// Judged by what a run of commits comes to: text that was put back, or was signed anew, is no finding.
void check(const facts::History& history, Report& report) {
    SignedTexts texts(*history.corpus->policy);
    std::vector<const Revision*> of_commit;
    for (const Revision& revision : history.revisions) {
        if (!of_commit.empty() && of_commit.front()->commit != revision.commit) {
            texts.follow(of_commit);
            of_commit.clear();
        }
        of_commit.push_back(&revision);
    }
    texts.follow(of_commit);
    for (const auto& [key, stale] : texts.stale()) report_text(stale, history, report);
    for (const facts::SignedDocument& cited : history.signed_documents) check_cited(history, cited, report);
}

} // namespace docs_lint::rules::gate::signoff_stale
