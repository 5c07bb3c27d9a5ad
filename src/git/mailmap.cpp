#include "git/mailmap.hpp"

#include "base/text.hpp"
#include "git/libgit2.hpp"

#include <utility>

namespace docs_lint::git {

using MailmapHandle = base::Handle<git_mailmap, git_mailmap_free>;

struct Mailmap::State {
    MailmapHandle mailmap;
};

base::Result<Mailmap> Mailmap::parse(const std::string& text) {
    start_libgit2();
    State state;
    // git matches without case and libgit2 does not: here all is lower case.
    const std::string lowered = base::lower(text);
    if (git_mailmap_from_buffer(receive(state.mailmap), lowered.data(), lowered.size()) < 0)
        return base::fail(base::ErrorKind::unverifiable, "the .mailmap cannot be read: " + last_message(),
                          "correct the .mailmap");
    Mailmap mailmap;
    mailmap.state_ = std::make_shared<const State>(std::move(state));
    return mailmap;
}

std::string Mailmap::address_of(const std::string& name, const std::string& address) const {
    const std::string lowered_name = base::lower(name);
    std::string lowered = base::lower(address);
    const char* proper_name = nullptr;
    const char* proper_address = nullptr;
    if (state_ == nullptr || git_mailmap_resolve(&proper_name, &proper_address, state_->mailmap.get(),
                                                 lowered_name.c_str(), lowered.c_str()) < 0)
        return lowered;
    return proper_address;
}

} // namespace docs_lint::git
