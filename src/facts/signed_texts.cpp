#include "facts/signed_texts.hpp"

#include "facts/record_key.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace docs_lint::facts {
namespace {

/// Without blanks and marks of formatting.
std::string letters_of(const std::string& evidence) {
    std::string letters;
    for (const char byte : evidence)
        if (std::string_view(" \t\r\n*_`").find(byte) == std::string_view::npos) letters += byte;
    return letters;
}

/// Other punctuation, or an earlier date, gives no new sign-off.
bool is_renewed(const std::optional<base::Moment>& was, const std::optional<base::Moment>& now) {
    return was && now && base::surely_before(*was, *now);
}

bool is_same(const std::string& left_text, const std::optional<base::Moment>& left_date,
             const std::string& right_text, const std::optional<base::Moment>& right_date) {
    const bool both_dated = left_date && right_date;
    return left_text == right_text || (both_dated && !is_renewed(left_date, right_date));
}

/// A sign-off is of both, so that one who signed anew does not renew what the other signed.
bool shares_sign_off(const Edition::Item& was, const Edition::Item& now) {
    if (!now.signed_off) return was.owner == now.owner || was.validation == now.validation;
    return is_same(was.owner, was.owner_date, now.owner, now.owner_date) ||
           is_same(was.validation, was.validation_date, now.validation, now.validation_date);
}

} // namespace

void SignedTexts::follow(const std::vector<const Revision*>& revisions) {
    std::set<std::string> present;
    for (const Revision* revision : revisions)
        if (revision->before != nullptr && !revision->before->filed)
            for (const Edition::Item& item : revision->before->items)
                remember(record_at(revision->path), *revision->before, item);
    for (const Revision* revision : revisions) {
        if (revision->after == nullptr) continue;
        present.insert(record_at(revision->path));
        // What happens to a filed record is for the rules of filed records.
        if (revision->before == nullptr || !revision->before->filed)
            compare(record_at(revision->path), *revision);
    }
    for (const Revision* revision : revisions)
        if (!present.contains(record_at(revision->path))) forget_stale(record_at(revision->path));
}

void SignedTexts::remember(const std::string& record, const Edition& edition, const Edition::Item& item) {
    if (!item.signed_off) return;
    auto& known = signed_[{record, item.id}];
    if (std::none_of(known.begin(), known.end(),
                     [&](const SignedItem& one) { return shares_sign_off(*one.item, item); }))
        known.push_back({&item, &edition});
}

void SignedTexts::compare(const std::string& record, const Revision& revision) {
    for (const Edition::Item& now : revision.after->items) {
        const Key key(record, now.id);
        const auto& known = signed_[key];
        const auto was = std::find_if(known.begin(), known.end(), [&](const SignedItem& one) {
            return shares_sign_off(*one.item, now) &&
                   letters_of(one.item->evidence) != letters_of(now.evidence);
        });
        if (was == known.end())
            stale_.erase(key);
        else
            stale_.emplace(key, StaleItem{*was, &revision});
        remember(record, *revision.after, now);
    }
}

void SignedTexts::forget_stale(const std::string& record) {
    std::erase_if(stale_, [&](const auto& entry) { return entry.first.first == record; });
}

std::string SignedTexts::record_at(const std::string& path) const {
    const auto record = record_key(path, policy_);
    return record ? record->first->id + " " + record->second : path;
}

SignedTexts follow_signed_texts(const RevisionList& revisions, const policy::Policy& policy) {
    SignedTexts texts(policy);
    std::vector<const Revision*> of_commit;
    for (const Revision& revision : revisions) {
        if (!of_commit.empty() && of_commit.front()->commit != revision.commit) {
            texts.follow(of_commit);
            of_commit.clear();
        }
        of_commit.push_back(&revision);
    }
    texts.follow(of_commit);
    return texts;
}

} // namespace docs_lint::facts
