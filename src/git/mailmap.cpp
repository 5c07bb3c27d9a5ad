#include "git/mailmap.hpp"

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
    if (git_mailmap_from_buffer(receive(state.mailmap), text.data(), text.size()) < 0)
        return base::fail(base::ErrorKind::unverifiable, "the .mailmap cannot be read: " + last_message(),
                          "correct the .mailmap");
    Mailmap mailmap;
    mailmap.state_ = std::make_shared<const State>(std::move(state));
    return mailmap;
}

std::string Mailmap::address_of(const std::string& name, const std::string& address) const {
    const char* proper_name = nullptr;
    const char* proper_address = nullptr;
    if (state_ == nullptr || git_mailmap_resolve(&proper_name, &proper_address, state_->mailmap.get(),
                                                 name.c_str(), address.c_str()) < 0)
        return address;
    return proper_address;
}

} // namespace docs_lint::git
