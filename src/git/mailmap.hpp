#pragma once

#include "base/result.hpp"

#include <memory>
#include <string>

namespace docs_lint::git {

/// Which names and addresses mean the same person (`.mailmap`). Whoever may write one may become anybody:
/// take its text from where the policy comes from, never from what is judged by it.
class Mailmap {
public:
    /// Maps nobody.
    Mailmap() = default;

    /// Lines that git would not understand are passed over, as git does.
    static base::Result<Mailmap> parse(const std::string& text);

    /// The proper address, in lower case, of whoever commits under this name and address.
    [[nodiscard]] std::string address_of(const std::string& name, const std::string& address) const;

private:
    struct State;
    std::shared_ptr<const State> state_;
};

} // namespace docs_lint::git
