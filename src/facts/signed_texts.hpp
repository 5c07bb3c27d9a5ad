#pragma once

#include "facts/edition.hpp"
#include "facts/revisions.hpp"
#include "policy/policy.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace docs_lint::facts {

/// An item of a version.
struct SignedItem {
    const Edition::Item* item = nullptr;
    const Edition* edition = nullptr;
};

/// A signed item, and the first revision that gave its evidence other words.
struct StaleItem {
    SignedItem was; ///< as it was signed
    const Revision* revision = nullptr;
};

/// Follows the signed items of records from revision to revision, oldest first. What was signed stays known:
/// a sign-off that is taken back while its evidence changes, and then put back, is as stale as one that
/// stayed; text that is put back, or signed anew by both owner and validation, is not stale. A record is
/// known by its id, also where it is moved, or comes back after it was taken away; what happens to a filed
/// one is not looked at.
class SignedTexts {
public:
    using Key = std::pair<std::string, std::string>; ///< record and item

    /// The policy and all revisions outlive this.
    explicit SignedTexts(const policy::Policy& policy) : policy_(policy) {}

    /// The revisions of one commit together: what is taken away in it may come back in it.
    void follow(const std::vector<const Revision*>& revisions);

    [[nodiscard]] const std::map<Key, StaleItem>& stale() const { return stale_; }

private:
    [[nodiscard]] std::string record_at(const std::string& path) const;
    void remember(const std::string& record, const Edition& edition, const Edition::Item& item);
    void compare(const std::string& record, const Revision& revision);
    void forget_stale(const std::string& record);

    const policy::Policy& policy_;
    std::map<Key, std::vector<SignedItem>> signed_; ///< every text with a sign-off of its own
    std::map<Key, StaleItem> stale_;
};

/// Of all revisions, in their order.
SignedTexts follow_signed_texts(const RevisionList& revisions, const policy::Policy& policy);

} // namespace docs_lint::facts
