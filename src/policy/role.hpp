#pragma once

#include "signatures/public_key.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace docs_lint::policy {

/// A role of the process. `members` are roles that may act as this one (`Engineering owner`: any engineering
/// role).
struct Role {
    std::string id;                   ///< `qa-testing-owner`
    std::string title;                ///< `QA & Testing Owner`
    std::vector<std::string> aliases; ///< other ways to write it
    std::vector<std::string>
        patterns; ///< regular expressions (RE2, whole name, without case) for open families of names
    std::vector<std::string> members;        ///< role ids
    std::vector<std::string> identities;     ///< e-mail addresses that act for it
    std::vector<signatures::PublicKey> keys; ///< whose signatures act for it
};

/// One way to write a role.
struct RoleName {
    std::string name;
    std::string role; ///< its id
};

/// The roles that documents may name.
class RoleRegister {
public:
    RoleRegister();
    /// Every pattern must compile; `load` has checked it.
    explicit RoleRegister(std::vector<Role> roles);

    [[nodiscard]] const std::vector<Role>& roles() const;
    [[nodiscard]] const Role* find(std::string_view id) const;

    /// Titles and aliases of all roles, the longest first: a name within another is found after it.
    [[nodiscard]] const std::vector<RoleName>& names() const;

    /// Ids of all roles that this name means (title, alias or pattern; punctuation, `&` for `and`, case, a
    /// leading `the` and words in brackets behind it apart). Empty: nobody knows it.
    [[nodiscard]] std::vector<std::string> roles_named(std::string_view name) const;

    /// As `roles_named`, but a pattern counts only where no title or alias has that name.
    [[nodiscard]] std::vector<std::string> roles_called(std::string_view name) const;

    /// A person in one of the roles `held` may act as `wanted`: the same role, or a member of it (at any
    /// depth).
    [[nodiscard]] bool may_act_as(const std::vector<std::string>& held, std::string_view wanted) const;

    /// The same for one of these at least.
    [[nodiscard]] bool may_act_as_any(const std::vector<std::string>& held,
                                      const std::vector<std::string>& wanted) const;

    /// Ids of the roles that have this e-mail address among their identities, the case of letters apart.
    [[nodiscard]] std::vector<std::string> roles_of(std::string_view address) const;

    /// Ids of the roles that have this key.
    [[nodiscard]] std::vector<std::string> roles_of(const signatures::PublicKey& key) const;

    /// Some role that may act as `wanted` has an identity, or a key: only then can be told who is none.
    [[nodiscard]] bool has_identity(std::string_view wanted) const;
    [[nodiscard]] bool has_key(std::string_view wanted) const;

    /// The title that differs least from a name nobody knows.
    [[nodiscard]] std::optional<std::string> nearest_title(std::string_view name) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> compiled_;
};

} // namespace docs_lint::policy
